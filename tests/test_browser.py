"""The built site in a real Chromium: what it asks for, and what works."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
import yaml
from playwright.sync_api import expect

from scripts.browser import serving
from tests.conftest import ROOT
from tests.test_built import leads_on


@pytest.fixture(scope="module")
def address(built: Path):
    with serving(built) as root:
        yield root


@pytest.fixture
def page(browser):
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()


def paths(built: Path) -> list[str]:
    return sorted(file.parent.relative_to(built).as_posix() + "/" for file in built.rglob("index.html")
                  if not leads_on(file))


def test_a_note_opens_beside_its_figure_and_closes(address, page):
    page.goto(address + "amendment/")
    reference = page.locator("article .footnote-ref").first
    note = page.locator(".note")
    reference.hover()
    assert "Congressional Research Service" in note.inner_text() and note.is_visible()
    assert note.inner_text().endswith("research")
    note.hover()
    page.wait_for_timeout(400)
    expect(note).to_be_visible()
    page.keyboard.press("Escape")
    expect(note).not_to_be_visible()
    page.keyboard.press("Tab")
    reference.focus()
    assert note.is_visible() and reference.get_attribute("aria-describedby") == "note"


PLAIN = """() => { const article = document.querySelector("article").cloneNode(true)
  article.querySelectorAll("sup").forEach(mark => mark.remove())
  return article.textContent.replace(/\\s+/g, " ") }"""


@pytest.mark.parametrize(("path", "kind"), [("amendment/", "f"), ("amendment/bills/", "r"), ("amendment/", "s")])
def test_the_form_for_what_is_wrong_arrives_filled_in(address, page, path, kind):
    page.goto(address + path)
    page.locator(".notes > summary").click()
    note = page.locator(f".footnote li[id^='fn:{kind}-']").first
    link = note.get_by_role("link", name="Report")
    link.focus()
    link.focus()
    answers = {name: value[0] for name, value in parse_qs(urlsplit(link.get_attribute("href")).query).items()}
    form = yaml.safe_load((ROOT / ".github/ISSUE_TEMPLATE/wrong-fact.yml").read_text("utf-8"))
    asked = {part["id"] for part in form["body"] if "id" in part}
    assert answers.keys() - {"template"} == {"title", "record", "value", "source", "page"}
    assert answers.keys() - {"template", "title"} <= asked
    assert answers["title"] == f"Wrong or outdated: {answers['record']}"
    assert answers["source"].split("; ")[0][:60] in page.locator(".cited").inner_text().replace("\u00a0", " ")
    said = page.evaluate(PLAIN)
    assert len(answers["value"]) > 5 and answers["value"].split("; ")[0].split(" (")[0] in said


def test_notes_are_folded_until_one_is_asked_for_and_open_on_paper(address, page):
    page.goto(address + "amendment/")
    notes = page.locator(".notes")
    assert notes.get_attribute("open") is None and not page.locator(".footnote").is_visible()
    page.emulate_media(media="print")
    page.locator(".footnote").wait_for()
    expect(page.locator(".cited")).to_be_visible()
    page.emulate_media(media="screen")
    page.goto(address + "amendment/coverage/" + "#source-2")
    expect(page.locator("#source-2")).to_be_visible()
    page.locator("article .footnote-ref").last.click()
    expect(page.locator(page.evaluate("CSS.escape(location.hash.slice(1))").join(["#", ""]))).to_be_visible()


def test_a_note_beside_its_figure_names_its_sources_and_the_day(address, page):
    page.goto(address + "amendment/")
    page.locator("article .footnote-ref").first.hover()
    box = page.locator("#note")
    box.locator("li a").first.wait_for()
    assert re.search(r"Checked (\d+ (\w+ )?to )?\d+ \w+ \d{4}\.", box.inner_text())
    assert not page.locator(".footnote").is_visible()


def test_search_is_fetched_when_wanted_and_finds_a_word(address, page):
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address)
    assert not [url for url in asked if "bundle" in url or "search" in url]
    page.locator(".md-search__input").focus()
    page.locator(".md-search__input:focus").wait_for(timeout=10000)
    page.keyboard.type("waiver", delay=20)
    result = page.locator(".md-search-result__link").first
    result.wait_for(timeout=10000)
    assert "waiver" in result.inner_text().lower()


def test_the_palette_follows_the_system_until_one_is_chosen(address, browser):
    context = browser.new_context(color_scheme="dark")
    page = context.new_page()
    page.goto(address)
    paper = "getComputedStyle(document.body).backgroundColor"
    dark = page.evaluate(paper)
    page.locator("[data-palette]").click()
    light = page.evaluate(paper)
    page.reload()
    assert page.evaluate(paper) == light != dark
    context.close()


def test_a_long_table_can_be_filtered_and_sorted(address, page):
    page.goto(address + "amendment/bills/")
    figure = page.locator("figure.data-table").filter(has=page.locator(".tools")).first
    rows = figure.locator("tbody tr")
    before = rows.count()
    figure.locator("input").fill("uzbekistan")
    assert 0 < rows.locator("visible=true").count() < before
    assert figure.locator(".tools__count").inner_text().endswith(f"of {before} rows")
    figure.locator("input").fill("")
    names = figure.locator("tbody th")
    published = names.all_inner_texts()
    figure.locator("select").select_option("0 -1")
    assert names.all_inner_texts() != published
    figure.locator("select").select_option("")
    assert names.all_inner_texts() == published


def test_a_long_timeline_can_be_narrowed_to_a_topic(address, page):
    page.goto(address + "reference/timeline/before-2010/")
    figure = page.locator("figure.timeline")
    before = figure.locator("dd").count()
    topic = figure.locator("select").first.locator("option").nth(1).inner_text()
    figure.locator("select").first.select_option(topic)
    shown = figure.locator("dd").locator("visible=true")
    assert 0 < shown.count() < before
    assert all(topic in text for text in shown.all_inner_texts())


def test_a_route_of_a_map_can_be_hidden(address, page):
    page.goto(address + "middle-corridor/map/")
    figure = page.locator("figure.map").nth(1)  # the first has a main line, and no letters
    item = figure.locator("li[data-route]").first
    drawn = figure.locator(f"svg g[data-route={item.get_attribute('data-route')}]").locator("visible=true")
    before = drawn.count()
    item.locator("input").uncheck()
    assert before > 0 and drawn.count() == 0


def test_a_figure_is_marked_from_the_day_it_is_due(built, address, browser):
    context = browser.new_context()
    page = context.new_page()
    page.clock.set_fixed_time("2026-11-24T12:00:00Z")
    page.goto(address + "amendment/")
    days = set(page.eval_on_selector_all("[data-due]", "all => all.map(one => one.dataset.due)"))
    assert days and page.locator(".is-due").count() == 0
    page.clock.set_fixed_time(f"{min(days)}T12:00:00Z")
    page.goto(address + "amendment/")
    marked = page.eval_on_selector_all(".is-due", "all => all.map(one => one.dataset.due)")
    assert set(marked) == {min(days)}
    context.close()


def test_without_script_a_page_is_whole(address, browser):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + "amendment/bills/")
    expect(page.locator("figure.data-table tbody tr").first).to_be_visible()
    page.locator("article .footnote-ref").first.click()
    assert "#fn:" in page.url
    context.close()
