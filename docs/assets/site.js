/* Three conveniences; every page is complete without them:
   marks figures that are due for a new look, filters long tables, sorts tables by a column. */

const LONG = 8 // rows from which a table gets a filter

function make(name, properties, ...children) {
  const element = Object.assign(document.createElement(name), properties)
  element.append(...children)
  return element
}

function today() {
  const now = new Date()
  return new Date(now.getTime() - now.getTimezoneOffset() * 60000).toISOString().slice(0, 10)
}

function markDue(day) {
  for (const element of document.querySelectorAll("[data-due]")) {
    if (element.dataset.due > day) continue
    element.classList.add("is-due")
    const words = `Due for a new look since ${element.dataset.due}`
    const place = element.matches("figure") ? element.querySelector("figcaption small") : element
    place?.append(make("span", { className: "due", textContent: ` (${words})` }))
  }
}

function textOf(row, column) {
  const cell = row.cells[column].cloneNode(true)
  cell.querySelectorAll("sup").forEach(note => note.remove())
  return cell.textContent.trim()
}

function compare(a, b) {
  const [x, y] = [a, b].map(text => parseFloat(text.replace(/[$,\s]/g, "").replace("\u2212", "-")))
  if (!Number.isNaN(x) && !Number.isNaN(y) && x !== y) return x - y
  return a.localeCompare(b, "en", { numeric: true })
}

function sortBy(table, column, direction) {
  const body = table.tBodies[0]
  const rows = [...body.rows].sort((a, b) => direction * compare(textOf(a, column), textOf(b, column)))
  body.append(...rows)
  for (const [number, head] of [...table.tHead.rows[0].cells].entries()) {
    if (number === column) head.setAttribute("aria-sort", direction > 0 ? "ascending" : "descending")
    else head.removeAttribute("aria-sort")
  }
}

function sortBox(table) {
  const heads = [...table.tHead.rows[0].cells].map(head => head.textContent.trim())
  const select = make("select", {}, make("option", { value: "", textContent: "as published" }))
  for (const [number, name] of heads.entries()) {
    select.append(make("option", { value: `${number} 1`, textContent: `${name}, rising` }),
                  make("option", { value: `${number} -1`, textContent: `${name}, falling` }))
  }
  const published = [...table.tBodies[0].rows]
  select.addEventListener("change", () => {
    if (select.value) sortBy(table, ...select.value.split(" ").map(Number))
    else table.tBodies[0].append(...published)
  })
  return make("label", { textContent: "Sort " }, select)
}

function filterBox(table) {
  const input = make("input", { type: "search", autocomplete: "off" })
  const count = make("span", { role: "status", className: "tools__count" })
  const rows = [...table.tBodies[0].rows]
  input.addEventListener("input", () => {
    const words = input.value.toLowerCase().split(/\s+/)
    for (const row of rows) {
      const text = row.textContent.toLowerCase()
      row.hidden = !words.every(word => text.includes(word))
    }
    const shown = rows.filter(row => !row.hidden).length
    count.textContent = input.value ? `${shown} of ${rows.length} rows` : ""
  })
  return [make("label", { textContent: "Filter " }, input), count]
}

function addTools(figure) {
  const table = figure.querySelector("table")
  if (!table || table.tBodies[0].rows.length < LONG) return
  const tools = make("div", { className: "tools" }, ...filterBox(table), sortBox(table))
  figure.querySelector(".data-table__scroll").before(tools)
}

markDue(today())
document.querySelectorAll("figure.data-table").forEach(addTools)
