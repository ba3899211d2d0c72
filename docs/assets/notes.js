/* A note opens beside its figure on pointing, focus or touch; Escape closes it. */
{
  const DELAY = 250 // milliseconds in which the pointer may travel from figure to note
  const REPORT = "a[href*='template=wrong-fact']"
  const LONGEST = 300 // characters of one answer; the whole address must pass every proxy
  const box = document.createElement("div")
  const usual = document.querySelector(".cited .usual") // the days on which most of the page was checked
  let shown = null
  let leaving = 0

  box.className = "note"
  box.id = "note"
  box.hidden = true
  box.setAttribute("role", "note") // it holds links, which a tooltip must not

  // Answers with the link whose note was shown.
  function hide() {
    const link = shown
    box.hidden = true
    link?.removeAttribute("aria-describedby")
    shown = null
    return link
  }

  function place(link) {
    const at = link.getBoundingClientRect()
    const width = document.documentElement.clientWidth
    const left = Math.max(8, Math.min(at.left - 40, width - box.offsetWidth - 8))
    const above = at.top > box.offsetHeight + 16
    box.style.left = `${left + scrollX}px`
    box.style.top = `${(above ? at.top - box.offsetHeight - 6 : at.bottom + 6) + scrollY}px`
  }

  // The sources that a note names by number, in words.
  function sourcesOf(note) {
    const list = document.createElement("ol")
    const named = [...note.querySelectorAll("a[href^='#source-']")].map(link => link.hash.slice(1))
    for (const id of new Set(named)) {
      const source = document.getElementById(id)
      const copy = source.cloneNode(true)
      copy.removeAttribute("id")
      copy.append(` · ${source.parentElement.previousElementSibling.textContent.toLowerCase()}`) // its kind
      copy.value = id.slice("source-".length)
      list.append(copy)
    }
    return list
  }

  // Links from each note to the line behind it and to a form lie in a file, fetched when the first note is looked at.
  const list = document.querySelector(".footnote[data-links]")
  let fetched = false

  function addLinks() {
    if (fetched || !list) return
    fetched = true
    fetch(list.dataset.links).then(answer => answer.json()).then(found => {
      list.querySelectorAll(":scope > ol > li").forEach((note, number) => lead(note, found[number]))
      if (shown) show(hide())
    }).catch(() => {}) // a note says the same without them
  }

  function lead(note, addresses) {
    const links = Object.assign(document.createElement("span"), { className: "mend" })
    addresses.forEach((href, number) => {
      const link = Object.assign(document.createElement("a"), { href, textContent: number % 2 ? "Report" : "Correct" })
      links.append(number ? " · " : "", link)
    })
    if (addresses.length) note.querySelector(".footnote-backref").before(links, " ")
  }

  // Closing it, which early.js does as the page is read, is no look at a note.
  document.querySelector(".notes")?.addEventListener("toggle", event => { if (event.target.open) addLinks() })

  function show(link) {
    addLinks()
    clearTimeout(leaving)
    if (shown === link) return
    hide()
    const note = document.getElementById(decodeURIComponent(link.hash.slice(1)))?.closest("li")
    if (!note) return
    box.replaceChildren(...note.cloneNode(true).childNodes)
    box.querySelectorAll(".footnote-backref").forEach(back => back.remove())
    if (usual && !note.textContent.includes("Checked ")) box.append(` ${usual.textContent}.`)
    box.append(sourcesOf(note))
    box.hidden = false
    shown = link
    link.setAttribute("aria-describedby", box.id)
    place(link)
  }

  function leave() {
    clearTimeout(leaving)
    leaving = setTimeout(hide, DELAY)
  }

  function touch(event, link) {
    if (event.pointerType === "touch" && shown !== link) {
      event.preventDefault()
      show(link)
    }
  }

  // The form for what is wrong arrives with what the note says: the address in the page names record and page only.
  function words(element) {
    const copy = element.cloneNode(true)
    copy.querySelectorAll("sup, .footnote-backref").forEach(part => part.remove())
    return copy.textContent.replace(/\s+/g, " ").trim()
  }

  function citedAt(record) {
    const place = document.getElementById(`fnref:r-${record.replace(" / ", "-")}`)?.closest("tr, dd, li, p, figure")
    return place ? [...place.cells ?? [place]].map(words).join("; ") : ""
  }

  function fillIn(link) {
    const form = new URL(link.href)
    const record = form.searchParams.get("record")
    const note = link.closest(".note, li")
    const titles = [...sourcesOf(note).querySelectorAll("li")].map(one => words(one.querySelector("a") ?? one))
    const value = words(note).split(/ ?As of | ?Period: | ?\[\d/)[0] || citedAt(record) || titles[0]
    const answers = { title: `Wrong or outdated: ${record}`, value, source: titles.join("; ") }
    for (const [name, text] of Object.entries(answers)) {
      if (text) form.searchParams.set(name, text.slice(0, LONGEST))
    }
    link.href = form.href
  }

  function reach(event) {
    const link = event.target.closest?.(REPORT)
    if (link) fillIn(link)
  }

  document.addEventListener("pointerdown", reach)
  document.addEventListener("focusin", reach)
  document.body.append(box)
  box.addEventListener("pointerenter", () => clearTimeout(leaving))
  box.addEventListener("pointerleave", leave)
  document.addEventListener("keydown", event => { if (event.key === "Escape") hide() })
  document.addEventListener("pointerdown", event => {
    if (!event.target.closest(".note, .footnote-ref")) hide()
  })
  for (const link of document.querySelectorAll(".footnote-ref")) {
    link.addEventListener("pointerenter", event => { if (event.pointerType !== "touch") show(link) })
    link.addEventListener("pointerleave", event => { if (event.pointerType !== "touch") leave() })
    link.addEventListener("focus", () => { if (link.matches(":focus-visible")) show(link) })
    link.addEventListener("blur", leave)
    link.addEventListener("click", event => touch(event, link))
  }
}
