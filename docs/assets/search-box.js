/* Search: the box to type in, as the theme's script and style sheet know it, and that script when it is wanted.
   A page without script has none of it. */
{
  const root = new URL("..", document.currentScript.src)
  const WORDS = {
    "search.result.placeholder": "Type to start searching",
    "search.result.none": "Nothing found. Try fewer words or another name: the glossary and the timeline, under Reference, have those used here.",
    "search.result.one": "1 matching page",
    "search.result.other": "# matching pages",
    "search.result.more.one": "1 more on this page",
    "search.result.more.other": "# more on this page",
    "search.result.term.missing": "Missing",
  }
  const BACK = "M20 11v2H8l5 5-1 2-8-8 8-8 1 2-5 5z", CLEAR = "m5 6 1-1 6 6 6-6 1 1-6 6 6 6-1 1-6-6-6 6-1-1 6-6z"

  function make(tag, name, attributes = {}, ...inside) {
    const made = Object.assign(document.createElement(tag), { className: name })
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value)
    made.append(...inside)
    return made
  }

  const lens = document.querySelector("[for=__search] svg")

  function icon(path) {
    const made = lens.cloneNode(true)
    if (path) made.firstElementChild.setAttribute("d", path)
    return made
  }

  function field() {
    const query = make("input", "md-search__input", { "type": "text", "name": "query", "aria-label": "Search", "placeholder": "Search",
      "autocapitalize": "off", "autocorrect": "off", "autocomplete": "off", "spellcheck": "false", "required": "",
      "data-md-component": "search-query" })
    const close = make("label", "md-search__icon md-icon", { for: "__search" }, icon(), icon(BACK))
    const clear = make("button", "md-search__icon md-icon", { "type": "reset", "title": "Clear", "aria-label": "Clear", "tabindex": "-1" }, icon(CLEAR))
    const options = make("nav", "md-search__options", { "aria-label": "Search" }, clear)
    return make("form", "md-search__form", { name: "search" }, query, close, options)
  }

  function results() {
    const list = make("ol", "md-search-result__list", { role: "presentation" })
    const found = make("div", "md-search-result", { "data-md-component": "search-result" },
      make("div", "md-search-result__meta", {}, "Initializing search"), list)
    return make("div", "md-search__output", {}, make("div", "md-search__scrollwrap", { "tabindex": "0", "data-md-scrollfix": "" }, found))
  }

  function box() {
    return make("div", "md-search", { "data-md-component": "search", "role": "dialog", "aria-label": "Search" },
      make("label", "md-search__overlay", { for: "__search" }),
      make("div", "md-search__inner", { role: "search" }, field(), results()))
  }

  // The theme's script reads what it needs to know from an element of this name.
  function settings() {
    const search = new URL(document.querySelector("[data-worker]").dataset.worker, document.baseURI).href
    return make("script", "", { id: "__config", type: "application/json" },
      JSON.stringify({ base: root.href, features: [], search, translations: WORDS, tags: null, version: null }))
  }

  let wanted = false

  function load() {
    if (wanted) return
    wanted = true
    const scripts = [...document.querySelectorAll("script[data-later]")].map(later =>
      Object.assign(document.createElement("script"), { src: later.dataset.later, async: false })) // one after the other
    scripts.at(-1).addEventListener("load", open)
    document.body.append(settings(), ...scripts)
  }

  function open() {
    const toggle = document.getElementById("__search")
    if (!toggle.checked) toggle.click() // on a phone the button has done it
    document.querySelector(".md-search__input").focus()
  }

  if (lens) {
    document.querySelector(".md-header__inner").append(box())
    document.querySelector(".md-search__input").addEventListener("focus", load)
    document.addEventListener("click", event => { if (event.target.closest("[for=__search]")) load() })
    if (new URLSearchParams(location.search).has("q")) load() // the theme takes it from there
  }
}
