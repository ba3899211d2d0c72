/* In the key of a map each route can be shown and hidden; without script all are drawn. */
{
  function addBox(figure, item) {
    const input = Object.assign(document.createElement("input"), { type: "checkbox", checked: true })
    const label = document.createElement("label")
    const drawn = figure.querySelectorAll(`g[data-route="${CSS.escape(item.dataset.route)}"]`)
    input.addEventListener("change", () => {
      for (const group of drawn) group.toggleAttribute("hidden", !input.checked)
    })
    label.append(input, ...item.childNodes)
    item.append(label)
  }

  for (const figure of document.querySelectorAll("figure.map")) {
    const items = figure.querySelectorAll("li[data-route]")
    if (items.length > 1) items.forEach(item => addBox(figure, item))
  }
}
