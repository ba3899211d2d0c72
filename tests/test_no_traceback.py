"""What once ended in a traceback, or took minutes: each is a problem at its place now. Most is of test_fuzz.py."""

from __future__ import annotations

import re

import pytest

from macros.calls import CALLS
from tests.conftest import NUMBERED, PAGE, SETTINGS, TABLE

VALUES = "arguments must be plain values: text in quotes, numbers, true, false, none, [lists] or {mappings}"


@pytest.mark.parametrize(("line", "said"), [
    ("{{ fact(" + "-" * 3000 + "1) }}", "1: nested too deeply"),
    ("{{ fact(" + "not " * 3000 + "1) }}", "1: nested too deeply"),
    ("{{ fact(x" + "|y" * 3000 + ") }}", "1: nested too deeply"),
    ("{{ fact({[1]: 2}) }}", f"1: {VALUES}"), ("{{ fact({[]: 2}) }}", f"1: {VALUES}"),
    ("{{ rows_of(\"departures\", \"event\") }}", "1: no macro 'rows_of'; there are {calls} to choose from"),
    ('{{ bars("departures", label="year", values=["persons"], unit="nothing", title="T") }}',
     "63: no unit 'nothing'; there are {units} to choose from"),
    ("a &#figures", "3: &# that names no character; write &amp;# for the marks"),  # what follows went unread
    ("1. " * 9 + "a", "1: lists nested too deeply"), ("> " * 9 + "a", "1: lists nested too deeply"),
    (" " * 40 + "- a", "1: lists nested too deeply"),
    ("[a " * 101, "1: 101 opening brackets in a paragraph; allowed: 100"),
])
def test_on_a_page_it_is_told_at_its_place(problems, line, said):
    from macros.records.schema import known

    found = problems({"docs/index.md": PAGE + f"\n{line}\n"})
    told = said.replace("{units}", str(len(known("units")))).replace("{calls}", str(len(CALLS)))
    assert found[0] == f"docs/index.md:15:{told}"


def test_a_page_that_engines_would_take_minutes_for_is_refused(problems):
    assert problems({"docs/index.md": PAGE + "\n" + "a " * 50_000 + "\n"}) == [
        f"docs/index.md:6:1: {len(PAGE) + 100_002:,} characters; allowed in a page: 100,000"]
    assert problems({"docs/index.md": PAGE + "\n## a\n" * 299})[-1] == (
        "docs/index.md:611:1: more than 300 headings in a page; split it by subject")


def test_what_is_within_those_bounds_is_not_refused(problems):
    lines = ["1. " * 8 + "a", "> " * 8 + "a", " " * 39 + "a", "[a](#figures) " * 100, "* * * * *", "a " * 40_000]
    assert problems({"docs/index.md": PAGE + "".join(f"\n{line}\n" for line in lines)}) == []


MORE = "{name: more, type: %s, title: More, description: D.%s}"
AT = SETTINGS["data/site.yml"].count("\n") + 1
REGEX = "is not a regular expression that can be used here"


@pytest.mark.parametrize(("head", "said"), [
    ("order: [[year, series]]", ["3:10: column 'year' holds 1973; wanted: periods",
                                 "3:16: column 'series' holds 'Conference'; wanted: periods"]),
    ("series: {column: as_of}", ["3:18: column 'as_of' holds None; wanted: whole numbers"]),
    ("equals: [{column: year, sum: [series]}]", ["3:31: column 'series' holds 'Conference'; wanted: numbers"]),
    ("equals: [{column: year, total: {table: departures, column: nope, key: series}}]",
     ["3:60: no column 'nope' in table 'departures'; allowed: as_of, caution, checked, id, note, other_count, persons, "
      "searched, series, sources, year; did you mean 'note'?"]),
])
def test_a_rule_on_a_column_that_it_cannot_judge_is_told_in_the_head(problems, head, said):
    assert problems({"data/table.yml": TABLE.replace("title: Dep", head + "\ntitle: Dep", 1)}) == [
        f"data/table.yml:{line}" for line in said]


@pytest.mark.parametrize(("kind", "more", "cell", "said"), [
    ("string", "pattern: '('", "x", f"pattern: '(' {REGEX}"), ("string", "pattern: '(?<=a)b'", "x",
    f"pattern: '(?<=a)b' {REGEX}"), ("country", "maximum: 1", "Cuba",
    "columns: maximum with type 'country'; wanted: type number or integer"), ("period", "unit: percent", "2020",
    "columns: unit with type 'period'; wanted: type number or integer"), ("list", "enum: [a]", "[a]",
    "columns: pattern or enum with type 'list'; wanted: type string"), ("integer", "default: x", "1",
    "columns: default: 'x' with type 'integer'; wanted: a value of that type")])
def test_a_column_that_cannot_be_is_told_in_the_head(problems, kind, more, cell, said):
    text = TABLE.replace("columns: [", f"columns: [{MORE % (kind, ', ' + more)}, ", 1)
    found = problems({"data/table.yml": text.replace("series: Conf", f"more: {cell}, series: Conf")})
    assert [line.split(": ", 1)[1] for line in found] == [said]


def test_a_column_named_as_code_names_things_is_refused(problems):
    assert problems({"data/table.yml": TABLE.replace("name: other_count", "name: copy")}) == [
        "data/table.yml:2:201: name: column 'copy' has a name that code uses; choose another"]


@pytest.mark.parametrize(("old", "new", "said"), [
    ("column: number", "column: copy", f"data/site.yml:{AT}:41: numbered: no column 'copy'; "
                                       "allowed: as_of, id, other_count, persons, series, year"),
    ("pattern: .*}", "pattern: '('}", f"data/site.yml:{AT}:58: pattern: '(' {REGEX}")])
def test_numbers_that_stand_once_want_a_column_and_a_pattern(problems, old, new, said):
    site = re.sub(old, lambda _: new, SETTINGS["data/site.yml"] + NUMBERED.replace("table: bills", "table: departures"))
    page = PAGE + '\nIt is {{ number("y73") }}.\n'
    assert problems({"data/site.yml": site, "docs/index.md": page})[0] == said
