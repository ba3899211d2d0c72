/* Small things: figures that are due, the choice of palette, search when it is wanted, keys for the menu. */
{
  const root = document.documentElement

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
    const button = document.querySelector("[data-palette]")
    const tell = () => button.setAttribute("aria-label", isDark() ? "Use light colors" : "Use dark colors")
    document.querySelector(".md-header__inner .md-header__title").after(button)
    button.hidden = false
    button.addEventListener("click", () => {
      root.dataset.scheme = isDark() ? "light" : "dark"
      try { localStorage.setItem("scheme", root.dataset.scheme) } catch { /* kept for this page only */ }
      tell()
    })
    tell()
  }

  // The theme's script and the index of words are fetched when somebody wants to search.
  let wanted = false

  function loadSearch() {
    if (wanted) return
    wanted = true
    const scripts = [...document.querySelectorAll("script[data-later]")].map(later =>
      Object.assign(document.createElement("script"), { src: later.dataset.later, async: false })) // one after the other
    scripts.at(-1).addEventListener("load", openSearch)
    document.body.append(...scripts)
  }

  function openSearch() {
    const toggle = document.getElementById("__search")
    if (!toggle.checked) toggle.click() // on a phone the button has done it
    document.querySelector(".md-search__input").focus()
  }

  function offerSearch() {
    const input = document.querySelector(".md-search__input")
    input?.addEventListener("focus", loadSearch)
    document.querySelector("button[for=__search]")?.addEventListener("click", loadSearch)
    document.addEventListener("keydown", event => {
      const typing = event.target.closest("input, select, textarea")
      if (!wanted && !typing && !event.ctrlKey && !event.metaKey && !event.altKey && ["s", "f", "/"].includes(event.key)) {
        event.preventDefault()
        loadSearch()
      }
    })
    if (new URLSearchParams(location.search).has("q")) loadSearch() // the theme takes it from there
  }

  // The theme's buttons for menu, search and parts of the menu are labels: no key reaches them, and
  // those in the menu have no name. They become buttons that press the hidden boxes behind them.
  function becomeButton(label, name) {
    const button = document.createElement("button")
    button.className = label.className
    button.type = "button"
    button.setAttribute("for", label.htmlFor) // the theme's style sheet knows them by it
    button.setAttribute("aria-label", name)
    button.append(...label.childNodes)
    button.addEventListener("click", () => document.getElementById(label.htmlFor).click())
    label.replaceWith(button)
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
    document.querySelector(".md-search")?.setAttribute("aria-label", "Search")
    nameParts()
  }

  markDue(today())
  addPaletteButton()
  giveKeys()
  offerSearch()
}
