"""Hasty edits of pages and settings: what engines would swallow without a word is told at its place, and once."""

from __future__ import annotations

import os

import pytest

from tests.conftest import EXTENSIONS, FACTS, OTHER, PAGE, SETTINGS, TABLE

BESIDE = "table() beside other words; put it at the beginning of a line of its own, with an empty line above and below"
NAV = "site_name: x\nnav:\n- Home: index.md\n"
CALL = '{{ table("departures") }}'


@pytest.mark.parametrize(("lines", "wanted"), [
    (f"See {CALL}", [f"15:5: {BESIDE}"]), (f"- {CALL}", [f"15:3: {BESIDE}"]), (f"    {CALL}", [f"15:5: {BESIDE}"]),
    (f"See\n{CALL}", [f"16:1: {BESIDE}"]), (f"{CALL}\nSee", [f"15:1: {BESIDE}"]),
    (f"{CALL}\n\n{CALL}", ["17:1: the same call as in line 15; keep one"]),
    ('{{ table("departures", columns=[]) }}',
     ["15:11: columns: names no column; leave it out, and the table shows its first five"]),
    ('{{ table("departures", columns=["year", "year"]) }}', ["15:34: columns: 'year' stands here twice; keep one"]),
    ('{{ table("departures", note=false, note=true) }}', ["15:1: argument 'note' stands here twice; keep one"]),
    ('{{ table("departures", where={"year": [[1973]]}) }}',
     ["15:1: where: no row of table 'departures' has year [1973]; allowed: 1973, 1975; did you mean '1973'?"]),
    ('So{{ note("covered", "covered") }}.', ["15:12: note(): 'covered' stands here twice; keep one"]),
    ('It was {{ cell("departures", "y73", "other_count") }}.',
     ["15:38: row 'y73' of table 'departures' has no other_count; name a cell with a value"]),
    ("Words\n---", ["15:1: a line of --- beneath makes a heading of these words; write ## before them"]),
    ("Words\n\n---\n\nMore", []), ("#### Deep", ["15:1: #### under ##; write ###, the next level"]), ("### Deep", []),
    ("## Again {#figures}", ["15:12: the id 'figures' stands at line 11 too; give each heading its own"]),
    ("## \n\n## {#x}", [f"{line}:1: a heading without words; write some, or take it out" for line in (15, 17)]),
    ("##Words", ["15:1: ## without a space; a heading is ##, a space and its words"]),
    ("![](x.png)", ["15:1: a picture without words; write ![what it shows](file)",
                    "15:5: no page 'x.png'; allowed: index.md"]),
    ("[ ](index.md)", ["15:1: a link without words; write [words](address)"]),
    ("It is **bold.", ["15:7: ** without another; put one at each end of the words"]),
    ("It is `code.", ["15:7: ` without another; put one at each end of the words"]),
    ("| a | b |\n| --- | --- |\n| x | y | z |\n| x |",
     ["17:1: 3 cells in a table of 2; give each row as many as the head",
      "18:1: 1 cells in a table of 2; give each row as many as the head"]),
    ("| a | b |\n| x | y |", ["15:1: a table without a line of | --- | --- | under its head; write one"]),
    ("| a | b\n|:--|--:\n| x | y", []), ("A&#160;blank.", []),
    ("So.[^1]\n\n[^1]: Mine.", ["17:1: a note of the page's own, '^1'; notes come from calls"]),
])
def test_on_a_page_it_is_told_at_its_place(problems, lines, wanted):
    assert problems({"docs/index.md": f"{PAGE}\n{lines}\n"}) == [f"docs/index.md:{line}" for line in wanted]


@pytest.mark.parametrize(("begin", "shown"), [("—", "—"), ("===", "==="), ("–––", "–––")])
def test_a_head_that_begins_with_other_lines_is_told(problems, begin, shown):
    assert problems({"docs/index.md": PAGE.replace("---", begin, 1)}) == [
        f"docs/index.md:1:1: the head begins with '{shown}'; write --- there"]


@pytest.mark.parametrize(("read_next", "wanted"), [
    ("index.md", "4:8: next: this page itself; name another"),
    ("more.md, more.md", "4:17: next: 'more.md' stands here twice; keep one")])
def test_a_page_to_read_next_that_is_none_is_told(problems, read_next, wanted):
    page = PAGE.replace("edited:", f"next: [{read_next}]\nedited:")
    assert problems({"docs/index.md": page, "docs/more.md": OTHER}) == [f"docs/index.md:{wanted}"]


def test_what_leads_to_a_page_of_another_name_is_not_blamed(problems):
    page = PAGE.replace('{{ fact("covered") }}', "none, as [more](more.md#figures) says")
    assert problems({"docs/index.md": page, "docs/More.md": OTHER, "mkdocs.yml": NAV + "- more.md\n"}) == [
        "docs/More.md:1:1: the name 'More.md'; allowed: small letters, digits and hyphens; did you mean 'more.md'?"]


@pytest.mark.parametrize("name", ["docs/x.md", "docs/assets/x.css", "data/x.yml"])
def test_what_is_neither_file_nor_folder_is_told_and_not_waited_for(project, problems, name):
    (project() / name).parent.mkdir(exist_ok=True)
    os.mkfifo(project() / name)
    assert problems({}) == [f"{name}:1:1: neither a file nor a folder; take it away"]


@pytest.mark.parametrize(("text", "wanted"), [
    ("- More\n  - more.md\n", "4:3: nav: 'More' without a colon, so that the lines below belong to it; write More:"),
    ("- more.md\nextra_css: [assets/sit.css]\n",
     "5:13: extra_css: no file 'assets/sit.css' under docs/; allowed: assets/site.css; did you mean "
     "'assets/site.css'?"),
    ("- more.md\ntheme: {name: material, logo: assets/logo.svg}\n",
     "5:31: logo: no file 'assets/logo.svg' under docs/; allowed: assets/site.css"),
    (f"- more.md\nmarkdown_extensions: [{EXTENSIONS}, macros.engine.extension]\n",
     "5:1: hooks: without macros/engine/hook.py, which writes files of data, search and the policy of pages; write "
     "hooks: [macros/engine/hook.py]"),
    (f"- more.md\nhooks: [macros/engine/hook.py]\nmarkdown_extensions: [{EXTENSIONS}]\n",
     "6:1: markdown_extensions: without macros.engine.extension; add a line - macros.engine.extension"),
    ("- more.md\nhooks: [macros/engine/hook.py]\nmarkdown_extensions: [macros.engine.extension, attr_list, "
     "md_in_html, {tables: {use_align_attribute: true}}]\n",
     "6:1: markdown_extensions: without footnotes; add a line - footnotes"),
])
def test_in_the_settings_of_the_engine_it_is_told(problems, text, wanted):
    files = {"mkdocs.yml": NAV + text, "docs/more.md": OTHER, "docs/assets/site.css": "a {}\n"}
    assert problems(files) == [f"mkdocs.yml:{wanted}"]


def test_what_the_theme_needs_no_file_for_is_not_missed(problems):
    assert problems({"mkdocs.yml": "site_name: x\ntheme: material\nextra_css: assets/site.css\nnav: [index.md]\n",
                     "docs/assets/site.css": "a {}\n"}) == []


@pytest.mark.parametrize(("name", "value", "wanted"), [
    ("SITE_URL", "example.org/x/", "an address, as in https://example.org/; did you mean 'https://example.org/x/'?"),
    ("SITE_URL", "https://", "an address, as in https://example.org/"),
    ("REPO_URL", "git@git.invalid:owner/name.git",
     "an address, as in https://example.org/; did you mean 'https://git.invalid/owner/name'?"),
    ("REPO_URL", "javascript:alert(1)", "an address, as in https://example.org/"),
    ("SOURCE_DATE_EPOCH", "today", "a moment in seconds since 1970, as in 1790000000"),
    ("SOURCE_DATE_EPOCH", "9" * 5000, "a moment in seconds since 1970, as in 1790000000"),
])
def test_an_environment_that_cannot_be_is_told(problems, monkeypatch, name, value, wanted):
    monkeypatch.setenv(name, value)
    found, = problems({})
    assert found.startswith(f"{name}:1:1: '") and found.endswith(f" in the environment; wanted: {wanted}")


@pytest.mark.parametrize("value", ["https://example.org/", "http://127.0.0.1:8000/a/", "https://example.org"])
def test_an_address_of_the_site_is_taken(problems, monkeypatch, value):
    monkeypatch.setenv("SITE_URL", value)
    assert problems({}) == []


def test_a_map_whose_outlines_cannot_be_read_is_no_traceback(problems, monkeypatch, tmp_path):
    from macros.drawing import outlines

    monkeypatch.setattr(outlines, "_FOLDER", tmp_path / "data" / "geo")
    outlines.outlines.cache_clear()
    outlines.waters.cache_clear()
    call = '\n{{ country_map("departures", title="T", country="series", value="year", extent=["Cuba"]) }}\n'
    try:
        found = problems({"data/geo/outlines.json": "{}}", "docs/index.md": PAGE + call})
    finally:
        outlines.outlines.cache_clear()
    said = "not there, or no GeoJSON of this kind; take the last good one from git, or make it with scripts/outlines.py"
    assert found[:2] == [f"data/geo/outlines.json:1:1: {said}", f"data/geo/waters.json:1:1: {said}"]


def test_units_that_the_code_knows_may_be_missing(problems):
    units = SETTINGS["data/units.yml"].replace("  usd-million: $# million\n", "")
    fact = FACTS.replace("value: 8\n    unit: countries", "value: 0.5\n    unit: usd-billion")
    table = TABLE.replace("title: Persons", "title: Persons, unit: usd-million", 1)
    assert problems({"data/units.yml": units, "data/facts.yml": fact}) == []
    said, = problems({"data/units.yml": units, "data/facts.yml": fact, "data/table.yml": table})
    assert said.startswith("data/table.yml:2:") and "unit: 'usd-million' is not one of the values" in said


def test_a_template_that_cannot_be_read_is_told_at_its_line(problems):
    assert problems({"overrides/main.html": "{% block a %}\n{{ page.title \n{% endblock %}\n"}) == [
        "overrides/main.html:3:1: no template that Jinja can read: expected token 'end of print "
        "statement', got '{'"]


@pytest.mark.parametrize("name", ["More.md", "README.md", "404.md"])
def test_a_page_of_a_wrong_name_is_not_missed_in_the_menu(problems, name):
    said, = problems({f"docs/{name}": OTHER, "mkdocs.yml": NAV})
    assert said.startswith(f"docs/{name}:1:1: ")
