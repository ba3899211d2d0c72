"""Search, in a real Chromium: what people type, and the page that comes first; how it says that nothing was found."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts.browser import serving

pytestmark = pytest.mark.xdist_group("search")  # one page serves most of them

FIRST = {
    # accents, dashes, apostrophes, plurals, points
    "Turkiye": "middle-corridor/", "Türkiye": "middle-corridor/", "Constanta": "middle-corridor/map/",
    "Jackson–Vanik": "amendment/", "jackson vanik": "amendment/", "Kazakhstan's": "countries/kazakhstan/",
    "Kazakhstan’s": "countries/kazakhstan/", "waivers": "countries/turkmenistan/", "HR 1024": "amendment/bills/",
    "H.R. 1024": "amendment/bills/", "Xinjiang": "counterterrorism/groups/",
    # other words for the same
    "Turkey": "middle-corridor/", "tons": "middle-corridor/volumes/", "tonnes": "middle-corridor/volumes/",
    "IS-K": "counterterrorism/groups/", "ISKP": "counterterrorism/groups/", "ISIS–K": "counterterrorism/groups/",
    "Islamic State Khorasan": "counterterrorism/groups/", "PNTR": "amendment/how-it-works/",
    "permanent normal trade relations": "amendment/how-it-works/", "MFN": "amendment/how-it-works/",
    "Kirghiz": "countries/kyrgyzstan/", "Kirgizia": "countries/kyrgyzstan/", "Aqtau": "middle-corridor/bottlenecks/",
    "Aktau": "middle-corridor/bottlenecks/", "Turkmenbashi": "middle-corridor/map/",
    "Türkmenbaşy": "middle-corridor/map/", "Nur-Sultan": "countries/kazakhstan/", "Astana": "countries/kazakhstan/",
    "World Trade Organization": "countries/uzbekistan-wto/",
    # titles, as on the page and in the menu
    "Who has what": "critical-minerals/who-has-what/", "bills in congress": "amendment/bills/",
    "What do the words mean?": "reference/glossary/", "how it works": "amendment/how-it-works/", "data": "data/",
    "Sources": "sources/", "Timeline of everything": "reference/timeline/", "Rights": "counterterrorism/rights/",
    # what the pages are about
    "Atyrau": "middle-corridor/oil-and-gas/", "sanctions": "middle-corridor/debate/", "Cuba": "amendment/coverage/",
    "rare earth": "critical-minerals/", "antimony": "critical-minerals/who-has-what/", "Russia": "context/russia/",
    "Georgia": "countries/neighbours/", "emigration": "amendment/history/", "Soviet Jews": "amendment/history/",
    "Uzbekistan WTO": "countries/uzbekistan-wto/", '"rare earth" China': "critical-minerals/china/",
    "map": "middle-corridor/map/", "Crocus": "counterterrorism/attacks/", "gas pipelines": "context/energy/",
    "Baku": "middle-corridor/map/", "BRI": "context/china/", "what is Jackson–Vanik?": "amendment/",
    # one letter wrong, missing or too many in a long word
    "Azerbaijian": "countries/azerbaijan/", "Turkmenstan": "countries/turkmenistan/",
    # what a reader looks for under a name that no page has
    "errata": "corrections/", "section 232": "amendment/effects/",
}
NOTHING = ("Nothing found. Try fewer words or another name: the glossary and the timeline, under Reference, have those "
           "used here.")
_ASK = """async query => {
  const [input, meta] = [".md-search__input", ".md-search-result__meta"].map(one => document.querySelector(one))
  const answered = new Promise(done => new MutationObserver(done).observe(meta, { childList: true }))
  input.value = query
  input.dispatchEvent(new KeyboardEvent("keyup", { key: "Shift" }))
  await answered
  const link = document.querySelector(".md-search-result__item a")
  return [link?.href, meta.textContent, link?.closest("li").innerHTML]
}"""

_SETTLED = """() => {
  const list = document.querySelector(".md-search-result__list").innerHTML
  const since = window.seen?.list === list ? window.seen.since : performance.now()
  window.seen = { list, since }
  return performance.now() - since > 1000
}"""


@pytest.fixture(scope="module")
def root(built: Path):
    with serving(built.parent) as root:
        yield f"{root}{built.name}/"  # an address with a path, as on hosts of many sites


@pytest.fixture(scope="module")
def page(root, browser):
    page = browser.new_context(viewport={"width": 1280, "height": 900}).new_page()
    page.goto(root)
    page.locator(".md-header button[for=__search], .md-search__input").locator("visible=true").first.click()
    page.get_by_text("Type to start searching").wait_for(timeout=20000)
    yield page
    page.context.close()


def test_the_page_that_is_meant_comes_first(root, page):
    found = {words: page.evaluate(_ASK, words)[0] for words in FIRST}
    wanted = {words: root + path for words, path in FIRST.items()}
    assert {words: link for words, link in found.items() if link != wanted[words]} == {}


@pytest.mark.parametrize(("words", "marked"), [
    ("constanta", "<mark>Constanța</mark>"), ("turkey", "<mark>Türkiye</mark>"), ("tons", "<mark>tonnes</mark>"),
    ("jackson–vanik", "<mark>Jackson</mark>-<mark>Vanik</mark>"), ("is-k", "<mark>ISIS</mark>-K"),
    ("kirghiz", "<mark>Kyrgyzstan</mark>"), ("uni united unit", "<mark>United</mark>")])
def test_what_is_found_is_shown_and_marked_as_it_is_written(page, words, marked):
    assert marked in page.evaluate(_ASK, words)[2]


def test_of_a_long_text_what_stands_around_the_word_is_shown(page):
    page.evaluate(_ASK, "permanent normal trade relations")
    found = page.evaluate("""[...document.querySelectorAll(".md-search-result__article")].map(one => one.innerText)""")
    assert found and max(map(len, found)) < 700


def test_a_word_that_a_page_lacks_is_named_as_it_was_typed(page):
    assert "Missing: <del>Türkmenbaşy</del>" in page.evaluate(_ASK, "waiver Türkmenbaşy")[2]


def test_where_nothing_is_found_it_says_what_to_try(page):
    assert page.evaluate(_ASK, "Guantánamo") == [None, NOTHING, None]


def test_a_word_with_a_minus_is_kept_out_and_one_with_a_plus_must_be_there(page):
    asked = ("antimony", "antimony -gallium", "+antimony +gallium")
    every, without, both = (int(page.evaluate(_ASK, words)[1].split()[0]) for words in asked)
    assert 0 < without < every and 0 < both < every


@pytest.mark.parametrize("path", ["", "countries/kazakhstan/"])
def test_an_address_with_a_query_shows_its_results(root, browser, path):
    page = browser.new_context().new_page()
    page.goto(root + path + "?q=kirgizia")
    page.locator(".md-search-result__link").first.wait_for(timeout=20000)
    assert page.locator(".md-search-result__link").first.get_attribute("href") == root + "countries/kyrgyzstan/"
    assert page.locator(".md-search__input").input_value() == "kirgizia"
    page.context.close()


def test_keys_lead_through_the_results_and_enter_to_the_first(root, page):  # leaves the page, and so comes last
    page.locator(".md-search__input").fill("")
    page.keyboard.type("volume")
    page.locator(".md-search-result__link[href$='middle-corridor/volumes/']").first.wait_for()
    page.wait_for_function(_SETTLED)  # each letter asks anew, and an answer takes the focus from the one before it
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.href") == root + "middle-corridor/volumes/"
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    page.wait_for_url(root + "middle-corridor/volumes/")
