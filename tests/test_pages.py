"""Every kind of fault in a page, and the whole message that it gives."""

import pytest

from macros.site.pages import CALLS
from macros.site.site import Site
from tests.conftest import PAGE, TABLE

OPEN = "a comma is missing here, or the bracket is not closed; a value with a comma, colon, bracket or # wants quotes"
MANY = f"there are {len(CALLS)} to choose from"


@pytest.mark.parametrize(("line", "message"), [
    ('{{ fact("coverd") }}', "15:10: no fact 'coverd'; allowed: covered; did you mean 'covered'?"),
    ('{{ fact("departures") }}', "15:10: no fact 'departures'; allowed: covered"),
    ('{{ cite("lew", "sec. 4") }}', "15:10: no source 'lew'; allowed: law; did you mean 'law'?"),
    ('{{ table("departure") }}',
     "15:11: no table 'departure'; allowed: departures; did you mean 'departures'?"),
    ('{{ cell("departures", "y74", "persons") }}',
     "15:24: no row 'y74' in table 'departures'; allowed: y73, y75; did you mean 'y75'?"),
    ('{{ cell("departures", "y75", "person") }}',
     "15:31: no field 'person' in table 'departures'; allowed: as_of, id, other_count, persons, series, "
     "year; did you mean 'persons'?"),
    ('{{ table("departures", columns=["yeer"]) }}',
     "15:34: table 'departures' has no column 'yeer'; allowed: other_count, persons, series, year; "
     "did you mean 'year'?"),
    ('{{ table("departures", where={"year": 1960}) }}',
     "15:1: where: no row of table 'departures' has year 1960; allowed: 1973, 1975"),
    ('{{ table("departures", where={"yer": 1973}) }}',
     "15:32: table 'departures' has no field 'yer'; allowed: as_of, caution, checked, id, note, "
     "other_count, persons, searched, series, sources, year; did you mean 'year'?"),
    ('{{ timeline("departures") }}',
     "15:14: table 'departures' is of no kind; wanted: a table of kind 'event'; allowed: none"),
    ('{{ columns("departures", x="year", y="series", unit="persons", title="T") }}',
     "15:39: field 'series' holds 'Conference'; a chart draws numbers"),
    ('{{ columns("departures", x="year", y="persons", unit="person", title="T") }}',
     "15:55: no unit 'person'; there are {units} to choose from; did you mean 'persons'?"),
    ('{{ fact() }}', "15:1: fact(): argument 'id' is missing; allowed: exact, id, unit; did you mean 'id'?"),
    ('{{ fact("covered", uni=false) }}',
     "15:1: fact(): no argument 'uni'; allowed: exact, id, unit; did you mean 'unit'?"),
    ('{{ fact("covered", "x") }}',
     "15:1: fact(): too many values: value 2 was not expected; allowed: exact, id, unit"),
    ('{{ fact(5) }}', "15:1: fact(): value 1: 5 does not fit; wanted: a string"),
    ('{{ table("departures", columns="year") }}',
     "15:1: table(): columns: 'year' does not fit; wanted: a list"),
    ('{{ facts("covered") }}', f"15:1: no macro 'facts'; {MANY}; did you mean 'fact'?"),
    ('{{ key_facts() }}', "15:1: key_facts() wants the ids of four to seven facts"),
    ('{{ fact("covered") ', "15:1: {{ without its }}; close the call before the next one or the end "
                            "of the paragraph"),
    ('{{ fact("covered }}', "15:1: not a call that can be read: unexpected char '\"'"),
    ('{% for x in y %}', "15:1: {% is not used in pages; a page calls macros as {{ name(...) }}, and "
                         "templates do the rest"),
    ('{# hidden #}', "15:1: {# is not used in pages; a page calls macros as {{ name(...) }}, and "
                     "templates do the rest"),
    ('{{ 7 * 7 }}', "15:1: not the call of a macro; write {{ name(...) }} with a macro's name"),
    ('[bills](bils.md)', "15:9: no page 'bils.md'; allowed: index.md"),
    ('[above](#figure)', "15:9: no heading 'figure' in index.md; allowed: figures, "
                         "table-departures, what-is-the-law; did you mean 'figures'?"),
    ('[up](../README.md)', "15:6: link to '../README.md' leaves docs/"),
    ('[root](/index.md)', "15:8: link '/index.md' begins at the root; write it from this page, "
                          "as in ../page.md"),
    ('[x](javascript:alert(1))', "15:5: scheme 'javascript'; allowed: https, http, mailto"),
    ('A <b>bold</b> word', "15:3: HTML in a page, '<b'; write Markdown, or call a macro"),
    ('Text {: onclick="x" }', "15:6: '{: onclick=\"x\" }' in a page; braces hold calls, and the id of a "
                             "heading as in {#name}"),
    ('So it is {{ note("covered") }}.', "15:9: a space before a note; its number stands at the word, "
                                       "as in word{{ note(...) }}"),
    ('[bill]: https://x.invalid', "15:1: the address of 'bill' apart from its words; write [words](address)"),
])
def test_a_fault_in_a_page_is_named_where_it_stands(problems, line, message):
    from macros.records.schema import known

    page = PAGE.replace("{{ table(", line + "\n\n{{ table(", 1)
    page = page.replace("## In figures {#figures}\n\n", "## In figures {#figures}\n\nMore.\n\n")
    said = [text for text in problems({"docs/index.md": page}) if ":15:" in text]
    assert said[0] == "docs/index.md:" + message.replace("{units}", str(len(known("units"))))


@pytest.mark.parametrize(("head", "message"), [
    ("", ["docs/index.md:1:1: key 'description' is missing; it says: The page's answer in one "
          "sentence of 50 to 170 characters.",
          "docs/index.md:1:1: key 'edited' is missing; it says: Day of the last change that matters "
          "to a reader.",
          "docs/index.md:1:1: key 'title' is missing; it says: Title in menus, in results of a "
          "search and in tabs."]),
    ("---\ntitle: Home\ndescription: Short.\nedited: 2026-11-24\n---\n",
     ["docs/index.md:3:14: description: 6 characters; allowed: at least 50"]),
    ("---\ntitle: Home\ntitel: Home\ndescription: What the law is, whom it covers and what would "
     "change.\nedited: 2026-11-24\n---\n",
     ["docs/index.md:3:1: unknown key 'titel'; allowed: description, edited, hide, lang, next, published, title; "
      "did you mean 'title'?"]),
    ("---\ntitle: Home\ndescription: What the law is, whom it covers and what would "
     "change.\npublished: 2026-11-25\nedited: 2026-11-24\n---\n",
     ["docs/index.md:5:9: edited: 2026-11-24 is before the day of publication, 2026-11-25; wanted: that day or a "
      "later one"]),
])
def test_the_head_of_a_page_is_checked(problems, head, message):
    assert problems({"docs/index.md": head + PAGE.split("---\n", 2)[2]}) == message


def test_a_page_to_read_next_must_exist(problems):
    page = PAGE.replace("edited: 2026-11-24", "edited: 2026-11-24\nnext: [bills.md]")
    assert problems({"docs/index.md": page}) == [
        "docs/index.md:5:8: no page 'bills.md'; allowed: index.md"]


def test_a_symbolic_link_among_the_pages_is_refused(project, tmp_path):
    from macros.site.site import Site

    root = project()
    (root / "docs" / "other.md").symlink_to(root / "docs" / "index.md")
    assert [str(problem) for problem in Site.read(root).problems] == [
        "docs/other.md:1:1: symbolic links are not published; put the file itself here"]


LISTS = "\n{{ source_list() }}\n\n{{ doors({\"page\": \"other.md\", \"fact\": \"covered\", \"says\": \"More\"}) }}\n"
HEADLESS = PAGE.replace("# What", "[Other](other.md)\n\n# What") + LISTS


@pytest.mark.parametrize(("wrong", "message"), [
    ({"edited: 2026-11-24\n": ""}, "2:1: key 'edited' is missing; it says: Day of the last change that matters "
                                   "to a reader."),
    ({"description: What": "description: W\nwas: What"}, [
        "3:14: description: 1 characters; allowed: at least 50",
        "4:1: unknown key 'was'; allowed: description, edited, hide, lang, next, published, title"]),
    ({"edited: 2026-11-24": "edited: 2026-11-00"}, "4:9: '2026-11-00' without quotes: the days of that month "
                                                   "are 2026-11-01 to 2026-11-30; quote it if it is text"),
    ({"title: Home": "title: [Home"}, "3:12: not YAML: did not find expected ',' or ']'; " + OPEN),
])
def test_a_fault_in_a_head_is_a_problem_at_its_line_and_all_that_follows_from_it(problems, wrong, message):
    other = PAGE.replace("## In figures {#figures}\n", "")
    for old, new in wrong.items():
        other = other.replace(old, new)
    wanted = [message] if isinstance(message, str) else message
    assert problems({"docs/index.md": HEADLESS, "docs/other.md": other}) == [f"docs/other.md:{line}" for line in wanted]


@pytest.mark.parametrize(("before", "shown"), [
    ("", "Eight countries"), ("It is law. ", "Eight countries"), ("- ", "Eight countries"), ("1. ", "Eight countries"),
    ('Is it law?{{ note("covered") }} ', "Eight countries"), ("It covers ", "eight countries"),
    ("In U.S. law: ", "eight countries"), ("**So:** ", "eight countries"),
])
def test_a_count_that_opens_a_sentence_has_a_capital(project, before, shown):
    from macros.site.site import Site

    page = PAGE.replace('It covers {{ fact("covered") }}.', before + '{{ fact("covered") }} it is.')
    site = Site.read(project({"docs/index.md": page}))
    assert f'<span class="fact">{shown}</span>' in site.markdown["index.md"]


@pytest.mark.parametrize(("caption", "stands"), [
    ("Departures fell and rose.", "Departures fell and rose"),
    ("Departures fell. Then they rose.", "Departures fell. Then they rose."), ("Did they fall?", "Did they fall?")])
def test_a_finding_over_a_table_ends_as_one_over_a_chart_does(project, caption, stands):
    table = TABLE.replace("caption: Departures fell and rose.", f"caption: {caption}")
    page = Site.read(project({"data/table.yml": table}), "publish").markdown["index.md"]
    assert f'markdown="span">{stands} <small>' in page
