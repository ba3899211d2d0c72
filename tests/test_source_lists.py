"""The sources: each on one page, under its publisher, with every old address of an entry alive."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from macros.site.site import Site
from tests.conftest import PAGE, SOURCES
from tests.test_browser import address  # noqa: F401
from tests.test_built import parse

PRESS = """\
  {key}:
    title: {title}
    publisher: {publisher}
    url: https://{key}.invalid/
    accessed: 2026-11-24
    kind: press
"""


def source(key, publisher, title="A report"):
    return PRESS.format(key=key, publisher=publisher, title=title)


def listed(publishers):
    """Files of a project whose sources are of these publishers, each cited on the home page."""
    keys = [f"s{number}" for number in range(len(publishers))]
    cited = "".join(f'{{{{ cite("{key}") }}}}' for key in keys)
    return {"data/sources.yml": SOURCES + "".join(map(source, keys, publishers)),
            "docs/index.md": PAGE + f"\nIt says so.{cited}\n"}


LETTERS = "wanted: the first and the last letter, as in A-F, or 0 for figures"


def page_of(call):
    return PAGE.split("# What")[0].replace("title: Home", "title: List") + f"# List\n\n{call}\n"


@pytest.mark.parametrize(("call", "message"), [
    ('{{ source_list(kinds=["pres"]) }}', "9:24: no kind of source 'pres'; allowed: advocacy, bill, company, "
     "compilation, international, law, official, press, research, state-media, statistics; did you mean 'press'?"),
    ('{{ source_list(letters="B") }}', f"9:25: letters: 'B'; {LETTERS}"),
    ('{{ source_list(letters="F-A") }}', f"9:25: letters: 'F-A'; {LETTERS}"),
    ('{{ source_list(letters="a-f") }}', f"9:25: letters: 'a-f'; {LETTERS}"),
    ('{{ source_list(letters="A-F\\n") }}', f"9:1: letters: 'A-F\\n'; {LETTERS}"),
    ('{{ source_list(kinds="press") }}', "9:1: source_list(): kinds: 'press' does not fit; wanted: a list"),
    ("{{ source_index() }}", "9:1: no page lists source 'law'; a page of its own calls source_list(kinds=[\"law\"], "
                             'letters="U-U")')])
def test_a_list_of_sources_is_asked_for_what_there_is(problems, call, message):
    assert problems({"docs/list.md": page_of(call)}) == [f"docs/list.md:{message}"]


def test_every_publisher_stands_under_a_letter_whatever_it_begins_with(project):
    names = ["24.kg", "Ámbito", "The Bee", "'«Вести»'", "zeta", "_under"]
    lists = {f"docs/{letters.lower()}.md": page_of(f'{{{{ source_list(letters="{letters}") }}}}')
             for letters in ("0-0", "A-A", "B-Y", "Z-Z")}
    site = Site.read(project({**listed(names), **lists, "docs/all.md": page_of("{{ source_index() }}")}))
    assert site.problems == []
    found = {letters: re.findall(r'<span id="src-([\w-]+)"', site.markdown[f"{letters}.md"])
             for letters in ("0-0", "a-a", "b-y", "z-z")}
    assert found == {"0-0": ["s0"], "a-a": ["s1"], "b-y": ["law", "s2"], "z-z": ["s5", "s4", "s3"]}
    index = re.findall(r'<span id="(src-\S+)"></span>\[.+\]\((\S+)#\1\)', site.markdown["all.md"])
    assert sorted(index) == sorted((f"src-{key}", f"{letters}.md") for letters, keys in found.items() for key in keys)


def test_a_publisher_stands_once_in_the_index_with_all_its_sources_before_its_link(project):
    lists = {"docs/list.md": page_of("{{ source_list() }}"), "docs/all.md": page_of("{{ source_index() }}")}
    site = Site.read(project({**listed(["Bee", "The Ant", "Bee"]), **lists}))
    assert site.problems == []
    assert re.findall("^- (.*)$", site.markdown["all.md"].partition("{#press}")[2], re.M)[:2] == [
        '<span id="src-s1"></span>[The Ant](list.md#src-s1)',
        '<span id="src-s0"></span><span id="src-s2"></span>[Bee](list.md#src-s0): 2']


def test_of_a_kind_with_very_many_sources_the_index_tells_the_letters(project):
    names = [*(f"Ant {number}" for number in range(60)), *["Bee"] * 239, *["Bumble", "Cee"]]
    lists = {"docs/list.md": page_of("{{ source_list() }}"), "docs/all.md": page_of("{{ source_index() }}")}
    site = Site.read(project({**listed(names), **lists}))
    assert site.problems == []
    told = site.markdown["all.md"].partition("{#press}")[2]
    assert "<summary>301 sources of 63 publishers</summary>" in told
    assert [re.sub("<[^>]*>", "", line) for line in re.findall("^- (.*)$", told, re.M)[:3]] == [
        "[A](list.md#src-s0): 60 sources of 60 publishers, among them Ant 0; Ant 1",
        "[B](list.md#src-s60): 240 sources of 2 publishers, among them Bee; Bumble",
        "[C](list.md#src-s300): 1 source of Cee"]
    assert told.count('<span id="src-s') == 301


def test_publishers_whose_names_begin_with_a_figure_stand_apart_where_letters_do(project):
    names = ["24.kg", "301 editors", *(f"Bee {number}" for number in range(60)), "Adam"]
    site = Site.read(project({**listed(names), "docs/list.md": page_of('{{ source_list(kinds=["press"]) }}')}))
    assert site.problems == []
    assert re.findall(r"<summary>(.*)</summary>", site.markdown["list.md"]) == [
        "0 to 9: 2 sources of 2 publishers", "A: 1 source of 1 publisher", "B: 60 sources of 60 publishers"]


def test_a_publisher_with_markup_in_its_name_is_told_as_it_is_written(project):
    files = listed(["'A * [b](http://x.invalid) <i>'"])
    site = Site.read(project({**files, "docs/list.md": page_of("{{ source_list() }}")}))
    assert site.problems == []
    assert "\n\nA \\* \\[b\\](http://x.invalid) &lt;i&gt;\n\n" in site.markdown["list.md"]


def entries(built):
    """The page of each source of the built site."""
    return [(found, file) for file in sorted(built.glob("sources/*/index.html"))
            for found in re.findall(r'<span id="(src-[^"]+)"', file.read_text("utf-8"))]


def test_each_source_is_listed_once_and_the_first_page_leads_to_it(built, real):
    listed = dict(entries(built))
    assert len(listed) == len(entries(built)) == len(real.records.sources)
    lines = re.findall(r'<li>((?:<span id="[^"]+"></span>)+)<a href="([^"#]+)#([^"]+)"',
                       (built / "sources" / "index.html").read_text("utf-8"))
    ids = {name: (page, first) for marks, page, first in lines for name in re.findall('id="([^"]+)"', marks)}
    assert {name: page for name, (page, _) in ids.items()} == {
        name: f"{file.parent.name}/" for name, file in listed.items()}
    assert all(listed[first] == listed[name] for name, (_, first) in ids.items())


def test_headings_of_kinds_keep_their_addresses(built, real):
    kinds = {entry.record.kind for entry in real.records.sources.values()}
    first = parse(built / "sources" / "index.html")
    assert kinds <= {part.get("id") for heading in first.iter("h2") for part in heading.iter()}


@pytest.mark.parametrize("old", ["sources/#src-usc-19-2434", "sources/law/#src-usc-19-2434"])
def test_an_old_address_of_a_source_leads_to_its_entry(address, browser, old):  # noqa: F811
    page = browser.new_context().new_page()
    page.goto(address + old)
    page.wait_for_url("**/sources/laws-and-bills/#src-usc-19-2434")
    expect(page.locator("dd:has([id='src-usc-19-2434'])")).to_be_visible()
    page.context.close()


def test_without_script_an_old_address_shows_the_link_to_the_entry(address, browser):  # noqa: F811
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + "sources/#src-usc-19-2434")
    link = page.locator("li:has(> span:target) > a")
    assert link.is_visible() and 0 <= link.bounding_box()["y"] <= 720
    assert link.evaluate("link => getComputedStyle(link).outlineStyle") == "solid"
    link.click()
    assert page.url.startswith(address + "sources/laws-and-bills/#src-")
    assert page.locator("dd:has(#src-usc-19-2434)").count() == 1
    context.close()
