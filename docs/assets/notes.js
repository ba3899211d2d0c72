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

  function hide() {
    box.hidden = true
    shown?.removeAttribute("aria-describedby")
    shown = null
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

  function show(link) {
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
