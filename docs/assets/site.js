/* Small things: figures that are due, the choice of palette, keys for the menu. */
{
  const root = document.documentElement
  const HALF_FILLED = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path d="M12 2a10 10 0 1 0 0 20 10 10 0 1 0 0-20m0 2a8 8 0 0 1 0 16z"/></svg>'

  // A figure past the day on which it is due for a new look says so.
  function markDue(day) {
    for (const element of document.querySelectorAll("[data-due]")) {
      if (element.dataset.due > day) continue
      element.classList.add("is-due")
      const words = document.createElement("span")
      words.className = "due"
      words.textContent = ` (Due for a new look since ${element.dataset.due})`
      const place = element.matches("figure") ? element.querySelector("figcaption small") : element
      place?.append(words)
    }
  }

  function today() {
    const now = new Date()
    return new Date(now.getTime() - now.getTimezoneOffset() * 60000).toISOString().slice(0, 10)
  }

  // The palette follows the system until the reader chooses one.
  function isDark() {
    return root.dataset.scheme ? root.dataset.scheme === "dark"
      : matchMedia("(prefers-color-scheme: dark)").matches
  }

  function addPaletteButton() {
    const button = Object.assign(document.createElement("button"), { className: "palette", type: "button" })
    button.dataset.palette = ""
    button.innerHTML = HALF_FILLED
    const tell = () => button.setAttribute("aria-label", isDark() ? "Use light colors" : "Use dark colors")
    document.querySelector(".md-header__inner .md-header__title").after(button)
    button.addEventListener("click", () => {
      root.dataset.scheme = isDark() ? "light" : "dark"
      try { localStorage.setItem("scheme", root.dataset.scheme) } catch { /* kept for this page only */ }
      tell()
    })
    tell()
  }

  // The theme's script acts on single letters (f, s, p, n and others), which whoever speaks to the computer presses
  // unawares; they cannot be turned off there (WCAG 2.1.4), so they do not reach it.
  function keepLetters() {
    document.addEventListener("keydown", event => {
      const typing = event.target.closest?.("input, select, textarea")
      if (event.key.length === 1 && !typing) event.stopPropagation()
    }, true)
  }

  // The theme's buttons for menu, search and parts of the menu are labels: no key reaches them, and
  // those in the menu have no name. They become buttons that press the hidden boxes behind them.
  function becomeButton(label, name) {
    const button = document.createElement("button")
    const box = document.getElementById(label.htmlFor)
    const tell = () => button.setAttribute("aria-expanded", box.checked)
    button.className = label.className
    button.type = "button"
    button.setAttribute("for", label.htmlFor) // the theme's style sheet knows them by it
    button.setAttribute("aria-label", name)
    button.append(...label.childNodes)
    button.addEventListener("click", () => press(box))
    box.addEventListener("change", tell)
    tell()
    label.replaceWith(button)
  }

  // On a phone each part of the menu covers the one before: what has the focus goes along, in and back.
  function press(box) {
    box.click()
    if (box.id === "__search") return
    const part = box.id === "__drawer" ? document.querySelector(".md-sidebar--primary") : box.parentElement.querySelector("nav")
    const buttons = box.checked ? part.querySelectorAll("button") : document.querySelectorAll(`button[for=${box.id}]`)
    const seen = [...buttons].find(one => one.checkVisibility({ visibilityProperty: true }))
    seen?.focus()
  }

  function nameParts() {
    for (const nav of document.querySelectorAll(".md-nav[aria-labelledby]")) {
      const name = nav.querySelector(".md-nav__title")?.textContent.trim()
      const label = document.getElementById(nav.getAttribute("aria-labelledby"))
      nav.removeAttribute("aria-labelledby")
      nav.setAttribute("aria-label", name)
      if (label?.localName === "label") becomeButton(label, `Pages on: ${name}`)
    }
  }

  function giveKeys() {
    for (const label of document.querySelectorAll("label.md-header__button")) {
      becomeButton(label, label.htmlFor === "__drawer" ? "Menu" : "Search")
    }
    nameParts()
    for (const label of document.querySelectorAll(".md-sidebar--primary label[for]")) {
      const name = label.textContent.trim()
      const leaves = label.matches(".md-nav__title")
      becomeButton(label, label.htmlFor === "__drawer" ? "Close menu" : leaves ? `Back from: ${name}` : `Parts of: ${name}`)
    }
  }

  // Escape closes the menu and leads back to its button; so does going on to the page that it covers.
  function closeMenu() {
    const box = document.getElementById("__drawer")
    document.addEventListener("keydown", event => { if (event.key === "Escape" && box.checked) press(box) })
    document.addEventListener("focusin", event => {
      if (box.checked && event.target.closest("main article, .md-footer")) box.click()
    })
  }

  markDue(today())
  addPaletteButton()
  giveKeys()
  closeMenu()
  keepLetters()
}
