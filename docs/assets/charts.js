/* Charts over time tell the values under a finger, a pointer or the arrow keys; any chart can be had as a picture.
   The values are those of the table in the figure; without script that table holds them. */
{
  const TWICE = 2 // pixels of a picture for each of the drawing

  // Heads and rows of the figure's table, as text without the marks of notes.
  function valuesOf(figure) {
    const plain = cell => {
      const copy = cell.cloneNode(true)
      copy.querySelectorAll("sup").forEach(mark => mark.remove())
      return copy.textContent.trim()
    }
    const [heads, ...rows] = [...figure.querySelectorAll(".twin tr")].map(row => [...row.cells].map(plain))
    return { heads, rows }
  }

  function tell(said, { heads, rows }, at) {
    const [label, ...values] = rows[at]
    const named = values.map((value, number) => `${heads[number + 1]} ${value}`)
    said.textContent = `${label}: ${named.join(" · ")}`
  }

  // The row under a place across a drawing: the nearest where points are not evenly apart.
  function rowAt(svg, part, count) {
    const places = (svg.dataset.at ?? "").split(" ").map(place => Math.abs(place / 100 - part))
    const at = svg.dataset.at ? places.indexOf(Math.min(...places)) : Math.floor(part * count)
    return Math.min(Math.max(at, 0), count - 1)
  }

  function offerValues(figure, drawn) {
    const known = valuesOf(figure)
    if (known.rows.length < 2) return
    const said = Object.assign(document.createElement("output"), { className: "chart__said" })
    const pick = Object.assign(document.createElement("input"), {
      className: "chart__pick", type: "range", min: 0, max: known.rows.length - 1, value: known.rows.length - 1 })
    pick.setAttribute("aria-label", `Values: ${known.heads[0]}`)
    const show = at => {
      tell(said, known, at)
      pick.value = at
      pick.setAttribute("aria-valuetext", said.textContent)
    }
    pick.addEventListener("input", () => show(+pick.value))
    pick.addEventListener("focus", () => show(+pick.value))
    for (const svg of drawn) {
      svg.addEventListener("pointermove", event => {
        const { left, width } = svg.getBoundingClientRect()
        show(rowAt(svg, (event.clientX - left) / width, known.rows.length))
      })
    }
    figure.querySelector(".chart__foot").before(pick, said)
  }

  // The file of the chart drawn to a canvas: as a data address, which the policy of the page lets pictures have.
  async function savePicture(link) {
    const text = await (await fetch(link.href)).text()
    const picture = new Image()
    picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`
    await picture.decode()
    const canvas = Object.assign(document.createElement("canvas"), {
      width: picture.width * TWICE, height: picture.height * TWICE })
    canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height)
    const name = link.pathname.split("/").pop().replace(/svg$/, "png")
    Object.assign(document.createElement("a"), { href: canvas.toDataURL("image/png"), download: name }).click()
  }

  // Beside the file of each scale.
  function offerPicture(link) {
    const button = Object.assign(document.createElement("button"), { type: "button", textContent: "PNG" })
    button.addEventListener("click", () => savePicture(link))
    link.after(" · ", button)
  }

  // Of one chart on two scales one drawing is open on the screen.
  function offerScales(scales, paper) {
    for (const one of scales) {
      one.addEventListener("toggle", () => {
        if (!paper.matches) scales.forEach(other => other.open = other === one ? one.open : !one.open)
      })
    }
  }

  const paper = matchMedia("print")

  for (const figure of document.querySelectorAll("figure.chart")) {
    const drawn = figure.querySelectorAll(":is(.chart__frame--lines, .chart__frame--columns, .chart__panel) > svg")
    offerScales(figure.querySelectorAll(".chart__scale"), paper)
    if (drawn.length && figure.querySelector(".twin tr")) offerValues(figure, drawn)
  }
  for (const link of document.querySelectorAll('.chart__files a[href$=".svg"]')) {
    if (location.protocol !== "file:") offerPicture(link) // a page on a disk may not read its neighbors
  }
}
