"""What once passed though it was wrong, and calls that once ended in a traceback: each is told where it is."""

from __future__ import annotations

import pytest

from macros.site.call_syntax import find_calls
from macros.site.site import Site
from tests.conftest import HEAD, PAGE, SETTINGS, TABLE

NOTED = "a figure without a source; call a fact, or put {{ note(...) }} or {{ cite(...) }} behind it"
ONLY = "allowed: index.md; did you mean 'index.md'?"
CALL = '{{ fact("covered") }}'


def table(head: str, row: str, call: str) -> dict[str, str]:
    """A project with one more table of one row, and a page that calls it."""
    return {"data/more.yml": f"table: more\n{head}\n{HEAD}- {{id: a, {row}, sources: [law]}}\n",
            "docs/index.md": PAGE + f"\n{{{{ {call} }}}}\n"}


def column(name: str, kind: str, unit: str = "") -> str:
    return f"{{name: {name}, type: {kind}, title: {name.title()}, description: D.{unit and f', unit: {unit}'}}}"


CLAIM = "part: P, claim: C, verdict: supported, why: W, judged: 2026-11-24, page: "
COUNTS = f"columns: [{column('one', 'integer', 'persons')}, {column('two', 'integer', 'persons')}, " \
    f"{column('total', 'integer', 'persons')}]"


@pytest.mark.parametrize(("files", "wanted"), [
    (table("kind: article-claim", CLAIM + "gone.md", 'article_claims("more")'), [f"8:84: no page 'gone.md'; {ONLY}"]),
    (table("kind: article-claim", CLAIM + "index.md#gone", 'article_claims("more")'),
     ["8:84: no heading 'gone' in index.md; allowed: claim-a, figures, "
      "table-departures, verdict-supported, what-is-the-law"]),
    (table("kind: open-question", "page: gone.md, question: Q, found: F, decide_at: D", "open_questions()"),
     [f"8:17: no page 'gone.md'; {ONLY}"]),
    (table(f"columns: [{column('country', 'country')}]", "country: Kazakstan", 'table("more")'),
     ["8:20: country: 'Kazakstan' is not one of the values; there are {countries} to choose from; did you mean "
      "'Kazakhstan'?"]),
    (table(f"columns: [{column('country', 'string')}]", "country: 'Georgia, Kazakstan'", 'table("more")'),
     ["8:20: country: 'Kazakstan' is not one of the values; there are {countries} to choose from; did you mean "
      "'Kazakhstan'?"]),
    (table(COUNTS, "one: 1, two: 2, total: 4", 'table("more")'),
     ["2:162: total: no rule verifies it; say equals: [{column: total, sum: [one, two]}] in the head"]),
    (table(COUNTS + "\nequals: [{column: total, sum: [one, two]}]", "one: 1, two: 2, total: 4", 'table("more")'),
     ["9:34: total: 4, but one + two makes 3"]),
    (table(COUNTS + "\nequals: [{column: total, sum: [one, two]}]", "one: 1, two: 2, total: 3", 'table("more")'), []),
])
def test_a_row_that_is_wrong_is_told(problems, files, wanted):
    from macros.records.schema import known

    said = problems(files)
    assert said == [f"data/more.yml:{line}".replace("{countries}", str(len(known("countries")))) for line in wanted]


PICTURE = "a picture that is none of this site; write ![words](file), with a file under docs/"


@pytest.mark.parametrize(("text", "wanted"), [
    ("![x](https://x.invalid/a.png)", [f"15:1: {PICTURE}"]), ("![x\ny](https://x.invalid/a.png)", [f"15:1: {PICTURE}"]),
    ("[![x](https://x.invalid/a.png)](index.md)", [f"15:2: {PICTURE}"]),
    ("![x [y]](<https://x.invalid/a.png>)", [f"15:1: {PICTURE}", "15:11: an address that engines read differently, "
     "'https://x.invalid/a.'; write [words](address), with %20 for a space, %28 and %29 for ( and )"]),
    ("![x](//x.invalid/a.png)", ["15:6: link '//x.invalid/a.png' begins at the root; write it from this page, as in "
                                 "../page.md"]),
    ("![x](a.png)", ["15:6: no page 'a.png'; allowed: index.md"]),
    ("It covers 8 countries.", [f"15:11: {NOTED}"]), ("- Eight\n- 12 countries", [f"16:3: {NOTED}"]),
    ("| a | b |\n| --- | --- |\n| x | 12 |", [f"17:7: {NOTED}"]), ("> 5% of it", [f"15:3: {NOTED}"]),
    (f"It was {CALL}.\n\nNow it is 9.", [f"17:11: {NOTED}"]),
    (f"It was {CALL} of 15.", []), ("It was 9, one source says{{ cite(\"law\") }}.", []),
    ("## The 3 of 1975\n\nIn 1975, under section 402(a) and [this](index.md#figures \"15\"), the 94th did.", []),
    ("1. First\n2. Second, C5+1", []), ("The law: `a 12`.", []),
    ('{{ rows_of("departures") }}', ["15:1: no macro 'rows_of'; there are {calls} to choose from"]),
    ('{{ bars("departures", label="year", values=["persons"], unit="apples", title="T") }}',
     ["15:63: no unit 'apples'; there are {units} to choose from"]),
    ('{{ columns("departures", x="citations", y="persons", unit="persons", title="T") }}',
     ["15:29: table 'departures' has no field 'citations'; allowed: as_of, id, other_count, persons, series, year"]),
    *((f'{{{{ cell("departures", "y73", "{name}") }}}}',
       [f"15:31: no field {name!r} in table 'departures'; allowed: as_of, id, other_count, persons, series, year"])
      for name in ("__class__", "model_dump", "model_fields", "copy", "json")),
])
def test_a_page_that_is_wrong_is_told(problems, text, wanted):
    from macros.calls import CALLS
    from macros.records.schema import known

    said = problems({"docs/index.md": f"{PAGE}\n{text}\n"})
    assert said == [f"docs/index.md:{line}".replace("{calls}", str(len(CALLS))).replace(
        "{units}", str(len(known("units")))) for line in wanted]


def test_pages_about_the_site_itself_say_figures_of_their_own(problems):
    page = PAGE.replace("# What is the law?", "# Method").replace("title: Home", "title: Method") + "\nAll 57 pages.\n"
    site = SETTINGS["data/site.yml"] + "  about_itself: [method.md]\n"
    assert problems({"docs/method.md": page, "data/site.yml": site}) == []


PLACES = f"""
## A heading with {CALL}

| what | how many |
| --- | --- |
| countries | {CALL} |

- an item {CALL}

> a quotation {CALL}

**bold {CALL} bold**

Term {CALL}
:   Meaning {CALL}
"""


def test_a_call_stands_in_headings_tables_lists_quotations_and_definitions(project):
    site = Site.read(project({"docs/index.md": PAGE + PLACES}))
    assert site.problems == []
    text = site.markdown["index.md"]
    assert not list(find_calls(text)) and text.count('<span class="fact"') == PLACES.count(CALL) + 1


def test_a_file_that_cannot_be_read_takes_no_blame_for_what_it_may_hold(problems):
    page = PAGE + '\n{{ table("departures", where={"year": 1973}) }} \n'
    assert problems({"data/table.yml": TABLE + "\tx\n", "docs/index.md": page}) == [
        "data/table.yml:10:1: a tab; indent with spaces"]
