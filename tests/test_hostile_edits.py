"""Edits that editors make in haste: each is told at its place, once, and with what it wants."""

from __future__ import annotations

import pytest

from macros.records.problems import Problem, report
from tests.conftest import FACTS, NUMBERED, PAGE, SETTINGS, SOURCES, TABLE
from tests.map_project import LEGS, ROUTE_MAP, files

COUNTED = (FACTS + FACTS.split("facts:\n")[1].replace("covered:", "doubled:").replace("value: 8", "value: 16")
           + "    computed: {function: sum, of: [covered, covered]}\n    differs: {covered: Twice as many.}\n")
SHOWN = PAGE.replace('It covers', 'It covers {{ fact("doubled") }} and')


@pytest.mark.parametrize(("value", "said"), [
    ("1" + "0" * 30, "data/facts.yml:11:12: value: 16, but the sum of covered, covered is 2e+30"),
    ("1" + "0" * 38, "data/facts.yml:11:12: value: 16, but the sum of covered, covered is 2e+38"),
])
def test_a_huge_number_from_which_others_follow_is_no_traceback(problems, value, said):
    assert said in problems({"data/facts.yml": COUNTED.replace("value: 8", f"value: {value}"), "docs/index.md": SHOWN})


def test_a_year_with_a_digit_too_many_is_told(problems):
    fact = FACTS.replace("value: 8\n    unit: countries", "value: 202\n    unit: year")
    assert problems({"data/table.yml": TABLE.replace("year: 1973,", "year: 19730,"), "data/facts.yml": fact}) == [
        "data/facts.yml:4:12: value: the year 202 is none of 1000 to 2099; is it right?",
        "data/table.yml:8:19: year: 19730; allowed: at most 2099"]


def test_what_follows_from_a_broken_record_is_not_blamed(problems):
    text = COUNTED.replace("as_of: 2023-12", "as_of: 2023-02-31", 1)
    assert problems({"data/facts.yml": text, "docs/index.md": SHOWN}) == [
        "data/facts.yml:6:12: '2023-02-31' without quotes: the days of that month are 2023-02-01 to 2023-02-28; quote "
        "it if it is text"]


def test_what_follows_from_a_table_that_cannot_be_read_is_not_blamed(problems):
    text = FACTS + "    computed: {function: sum, of: [departures/y73/persons]}\n"
    found = problems({"data/facts.yml": text, "data/table.yml": TABLE.replace("- {id: y75", "{id: y75")})
    assert [line.split(": ")[0] for line in found] == ["data/table.yml:9:1"]


@pytest.mark.parametrize(("line", "said"), [
    ('It covers fact("covered") today.', "11: a call without its braces, 'fact(\"'; write {{ fact(\"…\") }}"),
    ("It covers cell(“departures”, “y73”).", "11: a call without its braces, 'cell(“'; write {{ cell(\"…\") }}"),
    ("# Another title", "1: a second title; a page has one, and its parts begin with ##"),
])
def test_on_a_page_it_is_told_where_it_stands(problems, line, said):
    assert problems({"docs/index.md": f"{PAGE}\n{line}\n"}) == [f"docs/index.md:15:{said}"]


def test_a_page_without_a_title_is_told(problems):
    assert problems({"docs/index.md": PAGE.replace("# What is the law?\n\n", "")}) == [
        "docs/index.md:6:1: no title; a page begins with # and the words of its title"]


def test_an_emptied_page_is_told_once(problems):
    redirects = "redirects:\n  other.md#was: other.md#now\n"
    found = problems({"docs/other.md": "", "data/redirects.yml": redirects})
    assert {line.split(":")[0] for line in found} == {"docs/other.md"}


def test_settings_that_cannot_be_read_are_all_that_is_told(problems):
    units = SETTINGS["data/units.yml"].replace("  usd-million: $# million\n", "  usd-million: ''\n")
    page = PAGE + '\n{{ bars("departures", label="year", values=["persons"], unit="persons", title="T") }}\n'
    found = problems({"data/units.yml": units, "docs/index.md": page + '\nSection 402, {{ number("y73") }}\n'})
    assert [line.split(": ")[0] for line in found] == ["data/units.yml:7:16"]


@pytest.mark.parametrize("spoil", [
    ("type: string, title: Counted", "type: strin, title: Counted"), ("- {id: y71,", "- {idd: y71,"),
    ("year: 1973,", "year: 73,"), ("persons: 34933, ", "persons: many, ")])
def test_what_follows_from_a_table_with_a_fault_is_not_blamed(problems, spoil):
    """Its sources, the table that it leads to, its own rows that follow on each other, counts and calls of it."""
    rows = TABLE.replace("title: Dep", "series: {column: year, gaps: true}\ntitle: Dep").replace("[law]", "[law, more]")
    rows = rows.replace("year: 1973,", "year: 1971, series: x, sources: [law]}\n- {id: y73, year: 1973,", 1)
    rows = rows.replace("{id: y73, year: 1971", "{id: y71, year: 1971").replace(*spoil)
    other = (SOURCES + SOURCES.split("\n", 1)[1].replace("law:", "more:", 1)).replace("STATUTE-88", "STATUTE-89", 1)
    fact = FACTS.replace("value: 8", "value: 3") + "    computed: {function: count, of: [departures]}\n"
    page = PAGE + '\n{{ cell("departures", "y73", "year") }}\n\n{{ table("departures", where={"year": 1973}) }}\n'
    found = problems({"data/table.yml": rows, "data/sources.yml": other, "data/facts.yml": fact, "docs/index.md": page})
    assert {line.split(":")[0] for line in found} == {"data/table.yml"} and len(found) <= 2


def test_facts_and_sources_in_the_wrong_file_are_told_once(problems):
    text = FACTS.split("\n", 1)[1]
    assert problems({"data/facts.yml": "sources:\n" + text}) == [
        "data/facts.yml:1:1: sources: above what has the keys of facts; write facts:"]
    assert problems({"data/sources.yml": SOURCES.replace("sources:", "facts:")}) == [
        "data/sources.yml:1:1: facts: above what has the keys of sources; write sources:"]
    other = SOURCES.replace("law:", "other:").replace("STATUTE-88", "STATUTE-89")
    assert problems({"data/facts.yml": FACTS + other}) == [
        "data/facts.yml:9:1: facts: and sources: in one file; give each its own"]


@pytest.mark.parametrize(("line", "said"), [
    ("computed: {function: sum, of: [covered]}", "35: computed: leads in a circle, back to this fact; name facts or "
                                                  "cells that do not follow from it"),
    ("differs: {covered: Why.}", "24: differs: this fact itself; name the one that it differs from"),
    ("preferred: CRS.", "16: preferred without claims:; give each side's, or leave it out")])
def test_a_fact_that_rests_on_itself_is_told(problems, line, said):
    assert problems({"data/facts.yml": f"{FACTS}    {line}\n"}) == [f"data/facts.yml:9:{said}"]


def test_a_circle_of_facts_is_told_at_each(problems):
    text = COUNTED.replace("sources: [law]\n", "sources: [law]\n    computed: {function: sum, of: [doubled]}\n", 1)
    assert [line.split("; ")[0] for line in problems({"data/facts.yml": text, "docs/index.md": SHOWN})] == [
        f"data/facts.yml:{place}: computed: leads in a circle, back to this fact" for place in ("9:35", "17:35")]


@pytest.mark.parametrize(("cell", "said"), [
    ("'34,933'", "is a number in other words; write digits, with a minus or a point where there is one, as in -1234.5, "
                 "and what it counts under unit"),
    ("many", "is the wrong type; wanted: a number")])
def test_a_cell_that_is_no_number_is_told_what_is_wanted(problems, cell, said):
    text = TABLE.replace("persons, type: integer", "persons, type: number").replace("34933", cell)
    shown = cell if cell[0] == "'" else f"'{cell}'"
    assert problems({"data/table.yml": text}) == [f"data/table.yml:8:34: persons: {shown} {said}"]


def test_a_date_in_other_words_is_told_the_one_that_was_meant(problems):
    for written, meant in (("May 1972", "1972-05"), ("'1972-05 '", "1972-05"), ("5 May 1972", "1972-05-05")):
        said, = problems({"data/facts.yml": FACTS.replace("2023-12", written)})
        assert said.endswith(f"did you mean {meant}?")
    said, = problems({"data/facts.yml": FACTS.replace("checked: 2026-11-24", "checked: May 2026")})
    assert said == "data/facts.yml:7:14: checked: 'May 2026' is not a day written as YYYY-MM-DD"


def test_a_number_of_another_form_than_the_others_is_told(problems):
    numbered = NUMBERED.replace("table: bills, column: number", "table: departures, column: series")
    table = TABLE.replace("y73, year: 1973, persons: 34933, series: Conference", "y73, year: 1973, series: H.R. 12")
    page = PAGE + '\nIt is {{ number("y73") }}.\n'
    told = {"data/site.yml": SETTINGS["data/site.yml"] + numbered, "docs/index.md": page}
    assert problems({**told, "data/table.yml": table}) == []
    assert problems({**told, "data/table.yml": table.replace("series: Conference", "series: HR 13")}) == [
        "data/table.yml:9:49: series: 'HR 13' does not have the form of the others, as in 'H.R. 12'"]


def test_a_leg_to_a_place_that_there_is_not_is_told_in_its_row_alone(problems):
    legs = LEGS.replace("title: T", "foreignKeys: [{columns: [start, end], table: places}]\ntitle: T", 1)
    found = problems(files(ROUTE_MAP, **{"data/legs.yml": legs.replace("end: batumi", "end: batumy")}))
    assert [line for line in found if "no row" in line] == [
        "data/legs.yml:13:48: no row 'batumy' in table 'places'; allowed: aktau, alat, baku, batumi, far, nowhere, "
        "poti, tbilisi; did you mean 'batumi'?"]


def test_what_one_slip_makes_many_of_is_told_at_the_first_places():
    found = [Problem("a.yml", line, 1, "no source 'x'") for line in range(1, 9)] + [Problem("a.yml", 4, 1, "other")]
    assert report(found) == (
        "a.yml:1:1: no source 'x'\na.yml:2:1: no source 'x'\na.yml:3:1: no source 'x'\n"
        "  the same at 5 more places: a.yml:4:1, a.yml:5:1, a.yml:6:1, a.yml:7:1, a.yml:8:1\n"
        "a.yml:4:1: other\n9 problems in 1 file")
    assert report(found[:6]).count("\n") == 6


HEAD = TABLE.split("rows:")[0]


@pytest.mark.parametrize(("old", "new", "wanted"), [
    ("rows:", "columns:", ["1:1: rows: wanted a list of at least one row",
                           "7:1: key 'columns' stands here twice; keep one"]),
    ("title: Dep", "order: [[year]]\ntitle: Dep",
     ["3:9: order: entry 2 is missing here; it says: Pairs of columns of periods, of which the second is "
      "never before the first."]),
    ("title: Dep", "equals: [{column: persons, sum: [persons]}]\ntitle: Dep",
     ["3:19: column: 'persons' is to follow from itself; name others"]),
    ("persons, type: integer", "persons, type: integer, minimum: 9, maximum: 3",
     ["2:94: columns: minimum 9 is more than maximum 3; turn them round"]),
    ("[law]", "[law, law]",
     ["8:76: sources: 'law' stands here twice; keep one, or say where in it by locator:"]),
    ("table: departures", "table: Departures",
     ["1:8: table: 'Departures' does not have the right form; it says: Name of the table, as pages call it."]),
])
def test_a_slip_in_a_table_is_told_without_what_follows_from_it(problems, old, new, wanted):
    assert problems({"data/table.yml": TABLE.replace(old, new, 1)}) == [f"data/table.yml:{line}" for line in wanted]


@pytest.mark.parametrize("url", ["http://localhost:8000/", "https://govinfo/x", "https://me:pw@www.govinfo.gov/",
                                 "http://127.0.0.1/", "https://www.govinfo.gov:x/"])
def test_an_address_that_others_do_not_reach_is_refused(problems, url):
    said, = problems({"data/sources.yml": SOURCES.replace("https://www.govinfo.gov/app/details/STATUTE-88", url)})
    assert said.startswith(f"data/sources.yml:5:10: url: '{url}' does not have the right form")


@pytest.mark.parametrize("value", ["2023-12-05", "5 December 2023", "Dec 5, 2023"])
def test_a_day_without_its_unit_is_told(problems, value):
    said = problems({"data/facts.yml": FACTS.replace("value: 8\n    unit: countries", f"value: {value}")})
    assert said == [f"data/facts.yml:4:12: value: {value!r} without a unit; a day or a month has unit: date, as in "
                    "value: 2023-12-05"]
