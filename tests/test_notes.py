"""What a note leaves out, since its page says it: a value shown whole, the usual day, words quoted before, kinds."""

from __future__ import annotations

import pytest

from macros.site.site import Site
from tests.conftest import FACTS, PAGE, SOURCES
from tests.test_extension import convert

PERIOD = "as_of: 2023-12"
COUNT = FACTS.replace("value: 8", "value: 12345").replace("unit: countries", "unit: persons")
SAID = "sources: [{source: law, printed: 'eight', read: 2026-11-24}]"
TWICE = FACTS.replace("sources: [law]", SAID) + FACTS.replace("sources: [law]", SAID).replace(
    "facts:\n", "").replace("covered:", "again:").replace("Countries covered", "Countries counted again")
SAID_ON = """\
  {name}:
    label: Countries counted for {name}
    value: 1
    unit: countries
    as_of: 2023-12
    checked: 2026-11-{day}
    sources: [law]
"""
TWO_KINDS = SOURCES + SOURCES.replace("sources:\n", "").replace("law:", "paper:").replace(
    "Trade Act of 1974", "A paper").replace("kind: law", "kind: research").replace("STATUTE-88", "b")


@pytest.fixture
def note(project):
    """The notes of facts on the home page of a project with these facts, whose page shows them by these calls."""
    def read(facts, calls):
        text = PAGE.replace('{{ fact("covered") }}', calls)
        site = Site.read(project({"data/facts.yml": facts, "docs/index.md": text}))
        assert site.problems == []
        lines = site.markdown["index.md"].split("\n")
        return [line.partition("]: ")[2] for line in lines if line.startswith("[^f-")]
    return read


@pytest.mark.parametrize(("calls", "said"), [
    ('{{ fact("covered") }}', "Countries covered: 12,345 people (December 2023). [[1]](#source-1)."),
    ('{{ fact("covered", exact=True) }}', "Countries covered (December 2023). [[1]](#source-1)."),
    ('{{ fact("covered", exact=True) }} again{{ note("covered") }}',
     "Countries covered: 12,345 people (December 2023). [[1]](#source-1)."),
])
def test_a_note_has_the_value_unless_the_page_shows_it_whole_wherever_it_leads_there(note, calls, said):
    assert note(COUNT, calls) == [said]


@pytest.mark.parametrize(("period", "said"), [
    ("2026-11", ""), ("2026-11-24", ""), ("2026-11-23", " (23 November 2026)"), ("2026", " (2026)")])
def test_the_month_of_the_usual_checking_is_told_above_the_sources_alone(note, period, said):
    facts = FACTS.replace(PERIOD, f"as_of: {period}")
    assert note(facts, '{{ fact("covered") }}') == [f"Countries covered: 8 countries{said}. [[1]](#source-1)."]


@pytest.mark.parametrize(("checked", "read", "said", "quoted"), [
    ("2026-11-24", "2026-11-24", "", ""), ("2026-11-20", "2026-11-18", "", ""),
    ("2026-11-24", "2026-11-17", "", ", read 17 November 2026"),
    ("2026-11-17", "2026-11-17", " Checked 17 November.", ""),
    ("2025-11-24", "2025-11-24", " Checked 24 November 2025.", "")])
def test_days_in_the_week_of_checking_are_told_above_the_sources_alone(note, checked, read, said, quoted):
    """Most of the page was checked on 18 and 24 November 2026, which is a week."""
    others = "".join(SAID_ON.format(name=name, day=day) for name, day in [("a", 18), ("b", 18), ("c", 24), ("d", 24)])
    facts = FACTS.replace("checked: 2026-11-24", f"checked: {checked}").replace("[law]", SAID[9:].replace(
        "read: 2026-11-24", f"read: {read}")) + others
    found = note(facts, '{{ fact("covered") }} {{ fact("a") }} {{ fact("b") }} {{ fact("c") }} {{ fact("d") }}')
    assert found[0] == f"Countries covered: 8 countries (December 2023). [[1]](#source-1), “eight”{quoted}.{said}"


def test_words_are_quoted_once(note):
    assert note(TWICE, '{{ fact("covered") }} {{ fact("again") }}') == [
        "Countries covered: 8 countries (December 2023). [[1]](#source-1), “eight”.",
        "Countries counted again: 8 countries (December 2023). [[1]](#source-1), “…”."]


def test_sources_are_listed_by_kind_strongest_first_and_counted_on(project):
    text = PAGE.replace("It covers", 'It says so.{{ cite("paper") }} It covers')
    html = convert(project({"data/sources.yml": TWO_KINDS, "docs/index.md": text}), text.split("---\n", 2)[2])
    listed = html[html.index("<p><strong>Law"):]
    assert listed.startswith('<p><strong>Law</strong></p>\n<ol>\n<li id="source-1">U.S. Congress, <a href=')
    assert '<p><strong>Research</strong></p>\n<ol start="2">\n<li id="source-2">U.S. Congress, <a href=' in listed


def test_a_note_quotes_four_passages_of_a_source_and_counts_the_others(note):
    said = "sources: [{source: law, printed: [eight, two, three, four, five, six], read: 2026-11-24}]"
    assert note(FACTS.replace("sources: [law]", said), '{{ fact("covered") }}') == [
        "Countries covered: 8 countries (December 2023). [[1]](#source-1), “eight”, “two”, “three”, “four” and 2 more."]
