/* Two of the countries are chosen; the choice stands in the address, so that it can be linked: #kazakhstan,uzbekistan */
{
  const slug = name => name.toLowerCase().replace(/[^a-z]+/g, "-")

  function selectBox(words, names) {
    const select = document.createElement("select")
    select.append(...names.map(name => new Option(name, slug(name))))
    const label = document.createElement("label")
    label.append(`${words} `, select)
    return [label, select]
  }

  function checkBox(words) {
    const input = Object.assign(document.createElement("input"), { type: "checkbox" })
    const label = document.createElement("label")
    label.append(input, ` ${words}`)
    return [label, input]
  }

  // What the address names, if two countries that are in the table.
  function named(known) {
    const parts = location.hash.slice(1).replace(/%2c/i, ",").toLowerCase().split(",")
    return parts.length === 2 && parts.every(part => known.includes(part)) && parts[0] !== parts[1] ? parts : null
  }

  // The columns keep their order in the page; the first choice stands first.
  function show(table, chosen) {
    for (const row of table.rows) {
      for (const cell of [...row.cells].slice(1)) {
        const number = chosen.indexOf(cell.dataset.country)
        cell.classList.toggle("is-left-out", chosen.length > 0 && number < 0)
        cell.classList.toggle("is-first", number === 0)
        cell.classList.toggle("is-second", number === 1)
      }
      const cells = [...row.cells].slice(1)
      const place = cell => chosen.indexOf(cell.dataset.country) + 1 || 10 + Number(cell.dataset.place)
      row.append(...cells.sort((a, b) => chosen.length ? place(a) - place(b) : a.dataset.place - b.dataset.place))
    }
    table.closest(".comparison__frame").classList.toggle("is-two", chosen.length > 0)
  }

  function mark(table, known) {
    for (const row of table.rows) {
      [...row.cells].slice(1).forEach((cell, place) => Object.assign(cell.dataset, { country: known[place], place }))
    }
  }

  function choose(figure) {
    const table = figure.querySelector("table")
    const names = [...table.tHead.rows[0].cells].slice(1).map(cell => cell.textContent.trim())
    const known = names.map(slug)
    const [[firstLabel, first], [secondLabel, second]] = [selectBox("Compare", names), selectBox("with", names)]
    const [allLabel, all] = checkBox("all eight")
    const chooser = Object.assign(document.createElement("div"), { className: "chooser" })
    let last = named(known) ?? known.slice(0, 2)

    function draw() {
      [first.value, second.value] = last
      first.disabled = second.disabled = all.checked
      show(table, all.checked ? [] : last)
    }

    // Whoever chooses the same country twice wants the two the other way round.
    function changed() {
      last = first.value === second.value ? [...last].reverse() : [first.value, second.value]
      history.replaceState(null, "", `#${last}`)
      draw()
    }

    mark(table, known)
    chooser.append(firstLabel, secondLabel, allLabel)
    figure.querySelector(".comparison__frame").before(chooser)
    for (const select of [first, second]) select.addEventListener("change", changed)
    all.addEventListener("change", draw)
    addEventListener("hashchange", () => {
      last = named(known) ?? last
      draw()
    })
    draw()
  }

  document.querySelectorAll("figure.comparison").forEach(choose)
}
