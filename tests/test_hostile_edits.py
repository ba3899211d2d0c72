"""Edits that editors make in haste: each is told at its place, once, and with what it wants."""

from __future__ import annotations

import pytest

from tests.conftest import FACTS, PAGE, TABLE

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
