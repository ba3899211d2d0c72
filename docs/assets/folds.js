/* What is long begins short: tables, lists, the cards that rows are on a phone, and folds. The style sheet hides, so
   that nothing flashes, on the screen only; here are the buttons, and what else opens: addresses, links and filters. */
{
  const FIRST = 12 // rows or entries to begin with, as in site.css
  const FEW = 15 // rows that stand there whole, as in site.css: a button for one or two more is not worth its room
  const CARD = 3 // columns of a card, as in site.css
  const LISTS = [["figure.data-table", "tbody > tr", "rows", FEW], [".timeline > dl", ":scope > dd", "events", FIRST],
                 [".site-changes > dl", ":scope > dd", "changes", FIRST]]
  const narrow = matchMedia("(max-width: 44.9375em)")
  const paper = matchMedia("print")

  function makeButton(name, press) {
    const button = Object.assign(document.createElement("button"), { type: "button", className: "more", textContent: name })
    button.setAttribute("aria-expanded", false)
    button.addEventListener("click", press)
    return button
  }

  function setWhole(part, isWhole) {
    part.classList.toggle("is-whole", isWhole)
    part.dispatchEvent(new Event("folded"))
  }

  // The button of a long list; the focus goes to the first entry that it brings.
  function shorten(list, entries, noun, few) {
    const all = () => [...list.querySelectorAll(entries)]
    const many = all().length
    if (many <= few || list.closest(".twin")) return
    const button = makeButton(`All ${many} ${noun}`, () => {
      setWhole(list, !list.classList.contains("is-whole"))
      if (!list.classList.contains("is-whole")) return button.scrollIntoView({ block: "center" })
      const first = all()[FIRST]
      first.tabIndex = -1
      first.focus()
    })
    list.addEventListener("folded", () => {
      const isWhole = list.classList.contains("is-whole")
      button.setAttribute("aria-expanded", isWhole)
      button.textContent = isWhole ? `Only the first ${FIRST} ${noun}` : `All ${many} ${noun}`
    })
    all()[0].closest(".data-table__frame, dl").after(button)
    const figure = list.closest("figure")
    figure?.addEventListener("input", event => {
      if (!event.target.closest(".tools")) return
      setWhole(list, true)
      button.hidden = [...figure.querySelectorAll(".tools :is(input, .tools__choice)")].some(box => box.value)
    })
  }

  // A cell of its own at the end of each row, which no head names and a wide screen does not show.
  function addMore(row) {
    const button = makeButton("more", () => setWhole(row, !row.classList.contains("is-whole")))
    const cell = Object.assign(document.createElement("td"), { className: "more-cell" })
    const name = row.cells[0].cloneNode(true)
    name.querySelectorAll("sup").forEach(mark => mark.remove())
    const tell = isWhole => {
      button.textContent = isWhole ? "less" : "more"
      button.setAttribute("aria-expanded", isWhole)
      button.setAttribute("aria-label", `${button.textContent} on ${name.textContent.trim()}`)
    }
    row.addEventListener("folded", () => tell(row.classList.contains("is-whole")))
    tell(false)
    cell.setAttribute("role", "cell")
    cell.append(button)
    row.append(cell)
  }

  function addCards() {
    if (!narrow.matches) return
    narrow.removeEventListener("change", addCards)
    for (const table of document.querySelectorAll("figure.data-table table")) {
      if (table.tHead.rows[0].cells.length > CARD && !table.closest(".twin")) [...table.tBodies[0].rows].forEach(addMore)
    }
  }

  // Opens whatever hides an element, from the outside in.
  function reveal(element) {
    const around = []
    for (let one = element; one; one = one.parentElement) around.unshift(one)
    for (const one of around) {
      if (one.localName === "details") one.open = true
      if (one.matches("tr, dl, figure") && !element.checkVisibility()) setWhole(one, true)
    }
  }

  function target(hash) {
    try {
      return document.getElementById(decodeURIComponent(hash.slice(1)))
    } catch { return null } // an address may hold what is no text
  }

  function followAddress() {
    const there = target(location.hash)
    // Of a list in parts, the id of an entry that stands on another page precedes a link to that page.
    const moved = there?.matches("span:empty") && there.parentElement.querySelector(":scope > a")
    if (moved && moved.hash && moved.origin === location.origin && moved.pathname !== location.pathname) {
      return location.replace(new URL(location.hash, moved.href))
    }
    if (!there || there.checkVisibility()) return
    reveal(there)
    there.scrollIntoView()
  }

  // On paper all folds are open, and afterwards those that were.
  let printed = []

  function unfold() {
    if (paper.matches) printed = document.querySelectorAll("details:not([open])")
    printed.forEach(fold => fold.open = paper.matches)
  }

  for (const [lists, entries, noun, few] of LISTS) {
    document.querySelectorAll(lists).forEach(list => shorten(list, entries, noun, few))
  }
  addCards()
  narrow.addEventListener("change", addCards)
  paper.addEventListener("change", unfold)
  document.addEventListener("click", event => {
    const link = event.target.closest?.("a[href*='#']")
    const there = link?.pathname === location.pathname && target(link.hash)
    if (there && !there.checkVisibility()) reveal(there)
  })
  addEventListener("hashchange", followAddress)
  followAddress()
}
