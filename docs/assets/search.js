/* The theme's search with words folded: accents, dashes, apostrophes, plurals and other words for the same
   (data/search.yml) make no difference, and a page comes first for its title. Runs as the worker in place of the theme's,
   whose script is named after # in this one's address: what that is sent and what it answers pass through here. */
{
  const SETUP = 0, QUERY = 2, RESULT = 3 // the theme's kinds of message
  const WHOLE = 1000 // how much more a whole word counts than one that only begins so: as much as a title does
  const HALF = 0.5 // from this share of words on that a title and a query have in common, a page is about the query
  const LONGEST = 500, BEFORE = 150 // characters shown of a text, and of it before the first marked word
  const LONG = 7 // letters from which a word may have a slip
  const WITHOUT_ACCENT = { ə: "a", ı: "i", ł: "l", ø: "o", đ: "d", ß: "ss", æ: "ae", œ: "oe" }
  const APOSTROPHES = /['\x60\u2018\u2019\u02bb\u02bc]/g
  const same = new Map() // folded words with a space between them, to the one word by which all of a list are found
  const lengths = new Map() // words in the longest name that begins with a word
  const known = new Map() // words folded before
  const named = new Map() // what a page is called, folded, to the addresses of pages called so
  const pages = new Map() // the first entry of each page, and the words of its titles, by its address
  let separator, asked
  let typed // words that are sought, each with what was typed for it

  function bare(word) {
    return word.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "").replace(/[əıłøđßæœ]/g, one => WITHOUT_ACCENT[one])
      .replace(/\b([a-z])\.(?=[a-z]\b)/g, "$1").replace(APOSTROPHES, "'").replace(/'s$/, "").replaceAll("'", "")
  }

  function singular(word) {
    if (word.length < 4 || !/[a-z]s$/.test(word) || /(?:ss|us|is)$/.test(word)) return word
    return word.replace(/ies$/, "y").replace(/(ss|x|ch|sh)es$/, "$1").replace(/s$/, "")
  }

  function fold(word) {
    if (!known.has(word)) known.set(word, singular(bare(word)))
    return known.get(word)
  }

  const words = text => text.split(separator).filter(word => word && fold(word))
  const isTelling = ([word]) => lunr.stopWordFilter(word)
  const pageOf = item => item.location.split("#")[0]

  // The word by which those from `at` on are found, and how many of them it stands for.
  function foundBy(list, at) {
    for (let count = Math.min(lengths.get(list[at]) ?? 0, list.length - at); count > 0; count--) {
      const one = same.get(list.slice(at, at + count).join(" "))
      if (one) return [one, count]
    }
    return [list[at], 1]
  }

  // The words by which a text is found, each with what stands there.
  function sought(text) {
    const raw = words(text)
    const list = raw.map(fold)
    const found = []
    for (let at = 0, step; at < list.length; at += step) {
      const [word, count] = foundBy(list, at)
      found.push([word, raw.slice(at, at + (step = count)).join(" ")])
    }
    return found
  }

  const key = text => sought(text).map(([word]) => word).join(" ")

  // In place of the theme's trimmer. A token keeps its place, so that text is shown and marked as it was written.
  function foldToken(token, at, tokens) {
    if (at === 0) tokens.folded = tokens.map(one => fold(one.str))
    const [word, count] = foundBy(tokens.folded, at)
    const own = count > 1 ? [tokens.folded[at], word] : [word]
    return own.filter(Boolean).map(one => new lunr.Token(one, token.metadata))
  }

  function call(page, text) {
    named.set(key(text), [...named.get(key(text)) ?? [], page])
  }

  function setUp({ config, docs }) {
    separator = new RegExp(config.separator)
    for (const list of config.same.map(names => names.map(name => words(name).map(fold)))) {
      for (const name of list) {
        same.set(name.join(" "), list[0].join(""))
        lengths.set(name[0], Math.max(name.length, lengths.get(name[0]) ?? 0))
      }
    }
    for (const [text, page] of Object.entries(config.first)) call(page, text)
    for (const doc of docs.filter(doc => !doc.location.includes("#"))) {
      const titles = [doc.title, doc.menu]
      titles.forEach(text => call(doc.location, text))
      pages.set(doc.location, { doc, titles: titles.map(text => sought(text).filter(isTelling).map(([word]) => word)) })
    }
  }

  // In the theme's language: + before a word that must be there, - before one that must not, ^ and how much one counts.
  function query(text) {
    asked = text
    typed = new Map()
    const parts = text.replace(/"([^"]*)"/g, (_, quoted) => quoted.replace(/(^|\s+)(?=\S)/g, "$1+"))
    return parts.split(/(?:^|\s+)(?=[+-]\S)/).flatMap(terms).join(" ")
  }

  function terms(part) {
    const sign = part.match(/^[+-]?/)[0]
    const found = sought(part).filter(isTelling).filter(([word]) => !typed.has(word))
    for (const [word, raw] of found) typed.set(word, raw)
    return found.map(([word], at) => sign && at === 0 ? sign + word : word.length > 1 ? `${word}^${WHOLE} ${word}` : `${word}^1`)
  }

  // The same with one letter wrong, for long words: a short one would be taken for another.
  function almost() {
    return [...typed.keys()].filter(word => word.length >= LONG).map(word => `${word}~1`).join(" ")
  }

  // The share of words that a title of the page and the query have in common.
  function common(page) {
    return Math.max(...pages.get(page).titles.map(title => {
      const both = title.filter(word => typed.has(word)).length
      return both / new Set([...title, ...typed.keys()]).size
    }))
  }

  // How much stands in all parts of a page, and the less the more of the words no part of it has together.
  function weight(group) {
    const most = Math.max(...group.map(({ terms }) => Object.values(terms).filter(Boolean).length))
    return group.reduce((sum, { score }) => sum + score, 0) * (most / typed.size) ** 4
  }

  function rank(group, called) {
    const page = pageOf(group[0])
    const share = common(page)
    return [called.includes(page) ? 1 : 0, share < HALF ? 0 : share, weight(group)]
  }

  function compare({ rank: a }, { rank: b }) {
    const at = a.findIndex((value, place) => value !== b[place])
    return at < 0 ? 0 : b[at] - a[at]
  }

  // The theme goes to what has the highest score when Enter is pressed: the first result is to have it.
  function lead([first, ...others], groups) {
    return [{ ...first, score: 1 + Math.max(...groups.flat().map(item => item.score)) }, ...others]
  }

  // Of a long text, what stands around the first word that is marked; where none is, its beginning.
  function excerpt(text) {
    if (text.length <= LONGEST) return text
    const plain = text.replace(/<(?!\/?mark>)[^>]*>/g, " ").replace(/\s+/g, " ")
    const start = Math.max(0, plain.indexOf("<mark>") - BEFORE)
    const part = plain.slice(start, start + LONGEST)
    const ended = start + LONGEST < plain.length ? part.replace(/\S*$/, "…") : part
    return start ? ended.replace(/^\S*/, "…") : ended
  }

  function shown({ text, terms, ...item }) {
    const names = Object.entries(terms).map(([word, has]) => [typed.get(word) ?? word, has])
    return { ...item, text: excerpt(text), terms: Object.fromEntries(names) }
  }

  // Each group is a page with what was found in its parts.
  function ordered(groups) {
    const called = named.get(key(asked)) ?? named.get([...typed.keys()].join(" ")) ?? []
    const missing = called.filter(page => !groups.some(([item]) => pageOf(item) === page))
    const all = [...groups, ...missing.map(page => [{ ...pages.get(page).doc, score: 0, terms: {} }])]
    const sorted = all.map(group => ({ group, rank: rank(group, called) })).sort(compare).map(({ group }) => group)
    return sorted.map((group, place) => (place ? group : lead(group, sorted)).map(shown))
  }

  const { addEventListener, postMessage } = self
  let search // the theme's answer to a message
  let isNew // whether a query is sought as it was typed

  function ask({ data: { type, data } }) {
    if (type === SETUP) setUp(data)
    isNew = type === QUERY
    search({ data: { type, data: isNew ? query(data) : data } })
  }

  function answer(message) {
    if (message.type !== RESULT) return postMessage.call(self, message)
    const items = ordered(message.data.items)
    const other = isNew && !items.length && almost()
    isNew = false
    if (other) search({ data: { type: QUERY, data: other } })
    else postMessage.call(self, { ...message, data: { ...message.data, items } })
  }

  self.addEventListener = (kind, handler) => {
    search = handler
    addEventListener.call(self, kind, ask)
  }
  self.postMessage = answer
  importScripts(location.hash.slice(1))
  lunr.trimmer = foldToken
  lunr.Pipeline.registerFunction(foldToken, "fold")

  // Two words may be found at one place, which is marked once.
  const { add } = lunr.MatchData.prototype
  lunr.MatchData.prototype.add = function (word, field, { position }) {
    const marked = new Set(Object.values(this.metadata).flatMap(found => found[field]?.position ?? []))
    add.call(this, word, field, { position: position.filter(place => !marked.has(place)) })
  }
}
