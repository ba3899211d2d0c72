"""What once ended in a traceback, or took minutes: each is a problem at its place now. Most is of test_fuzz.py."""

from __future__ import annotations

import pytest

from tests.conftest import PAGE

VALUES = "arguments must be plain values: text in quotes, numbers, true, false, none, [lists] or {mappings}"


@pytest.mark.parametrize(("line", "said"), [
    ("{{ fact(" + "-" * 3000 + "1) }}", "1: nested too deeply"),
    ("{{ fact(" + "not " * 3000 + "1) }}", "1: nested too deeply"),
    ("{{ fact(x" + "|y" * 3000 + ") }}", "1: nested too deeply"),
    ("{{ fact({[1]: 2}) }}", f"1: {VALUES}"), ("{{ fact({[]: 2}) }}", f"1: {VALUES}"),
    ("{{ rows_of(\"departures\", \"event\") }}", "1: no macro 'rows_of'; there are 26 to choose from"),
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
    assert found[0] == "docs/index.md:15:" + said.replace("{units}", str(len(known("units"))))


def test_a_page_that_engines_would_take_minutes_for_is_refused(problems):
    assert problems({"docs/index.md": PAGE + "a " * 50_000}) == [
        f"docs/index.md:6:1: {len(PAGE) + 100_000:,} characters; allowed in a page: 100,000"]
    assert problems({"docs/index.md": PAGE + "\n## a\n" * 299})[-1] == (
        "docs/index.md:611:1: more than 300 headings in a page; split it by subject")


def test_what_is_within_those_bounds_is_not_refused(problems):
    lines = ["1. " * 8 + "a", "> " * 8 + "a", " " * 39 + "a", "[a](#figures) " * 100, "* * * * *", "a " * 40_000]
    assert problems({"docs/index.md": PAGE + "".join(f"\n{line}\n" for line in lines)}) == []
