/* Long tables can be filtered and sorted, long lists narrowed to a topic, a country or a verdict. */
{
  const LONG = 13 // rows from which a table gets tools: a dozen are seen at once
  const SCALE = { thousand: 1e3, million: 1e6, billion: 1e9, trillion: 1e12 }
  const MANY = 20 // events or claims from which a list gets tools

  function make(name, properties, ...children) {
    const element = Object.assign(document.createElement(name), properties)
    element.append(...children)
    return element
  }

  function textOf(row, column) {
    const cell = row.cells[column].cloneNode(true)
    cell.querySelectorAll("sup").forEach(note => note.remove())
    return cell.textContent.trim()
  }

  function textsOf(row) {
    return [...row.cells].filter(cell => !cell.matches(".more-cell")).map(cell => cell.textContent).join(" ")
  }

  // The day on which a date begins, such as 3 April 2017, 2017, or 4 to 5 May 2025; a range says once what its ends share.
  function dayOf(text) {
    const [first, last = first] = text.split(" to ").map(part => part.split(/\s/))
    const [year, month = "January", day = "1"] = [...first, ...last.slice(first.length)].reverse()
    return /^\d{4}$/.test(year) ? Date.parse(`${day} ${month} ${year} UTC`) : NaN
  }

  function sizeOf(text) {
    const [, minus, digits, scale] =
      text.match(/(\u2212?)[$€]?(\d[\d,.]*)(?: (thousand|million|billion|trillion))?/) ?? []
    return digits ? (minus ? -1 : 1) * parseFloat(digits.replace(/,/g, "")) * (SCALE[scale] ?? 1) : NaN
  }

  function compare(a, b) {
    for (const measure of [dayOf, sizeOf]) {
      const [x, y] = [a, b].map(measure)
      if (!Number.isNaN(x) && !Number.isNaN(y) && x !== y) return x - y
    }
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
        const text = textsOf(row).toLowerCase()
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
    figure.querySelector(".data-table__frame").before(tools)
  }

  function choice(label, names, change) {
    const select = make("select", { className: "tools__choice" }, make("option", { value: "", textContent: "all" }))
    select.append(...names.map(name => make("option", { value: name, textContent: name })))
    select.addEventListener("change", change)
    return [make("label", { textContent: label + " " }, select), select]
  }

  function namesIn(figure, part) {
    return [...new Set([...figure.querySelectorAll(part)].flatMap(one => one.textContent.split(", ")))].sort()
  }

  // Menus that narrow a list to entries that hold a chosen name; `kinds` are their labels and what holds the names.
  function addChoices(list, entry, noun, kinds, place) {
    const entries = [...list.querySelectorAll(entry)]
    if (entries.length < MANY) return
    const chosen = []
    const count = make("span", { role: "status", className: "tools__count" })
    const narrow = () => {
      for (const one of entries) {
        one.hidden = chosen.some(([select, part]) => select.value && !namesIn(one, part).includes(select.value))
      }
      hideEmptyYears(list)
      list.querySelectorAll(`:is(details, section):has(${entry})`).forEach(part => openIfShown(part, entry))
      const shown = entries.filter(one => !one.hidden).length
      count.textContent = shown < entries.length ? `${shown} of ${entries.length} ${noun}` : ""
    }
    const tools = make("div", { className: "tools" })
    for (const [label, part] of kinds) {
      const names = namesIn(list, part)
      if (names.length < 2) continue
      const [box, select] = choice(label, names, narrow)
      chosen.push([select, part])
      tools.append(box)
    }
    tools.append(count)
    list.querySelector(place).before(tools)
  }

  function openIfShown(part, entry) {
    part.hidden = !part.querySelector(`${entry}:not([hidden])`)
    part.open = true
  }

  function hideEmptyYears(figure) {
    let year = null
    for (const element of figure.querySelectorAll("dl > *")) {
      if (element.localName === "dt") {
        year = element
        year.hidden = true
      } else if (!element.hidden) {
        year.hidden = false
      }
    }
  }

  // On a narrow screen the style sheet lays tables out as boxes, and some browsers then take them for no tables. In the
  // page itself the standard bars these roles, as they say what the elements mean already.
  const ROLES = { table: "table", thead: "rowgroup", tbody: "rowgroup", tr: "row", td: "cell" }

  function keepRoles(table) {
    for (const part of [table, ...table.querySelectorAll("thead, tbody, tr, td, th")]) {
      part.setAttribute("role", ROLES[part.localName] ?? (part.scope === "col" ? "columnheader" : "rowheader"))
    }
  }

  document.querySelectorAll("figure.data-table table").forEach(keepRoles)
  document.querySelectorAll("figure.data-table").forEach(addTools)
  for (const list of document.querySelectorAll("figure.timeline")) {
    addChoices(list, "dd", "events", [["Topic", "b"], ["Country", "i"]], ".timeline__group, dl, details")
  }
  for (const list of document.querySelectorAll("article:has(> .claims__group)")) {
    addChoices(list, ".claim", "claims", [["Verdict", ".claim .verdict"], ["Part", ".claim small"]], ".claims__group")
  }
}
