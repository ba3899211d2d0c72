"""Of the same marks in one sentence the last serves them all; none is left out that another one parts from it."""

from __future__ import annotations

import pytest

from macros.render.shared_notes import once
from macros.site.site import Site
from tests.conftest import PAGE, TABLE

A, B = "[^a]", "[^b]"


@pytest.mark.parametrize(("text", "made"), [
    (f"from 1{A} to 2{A} in May", f"from 1 to 2{A} in May"),
    (f"1{A}, 2{A} and\n3{A}", f"1, 2 and\n3{A}"),
    (f"1{A}{B} and 2{A}{B}", f"1 and 2{A}{B}"),
    (f'1{A}<span id="fnref:c"></span> and 2{A}', f'1<span id="fnref:c"></span> and 2{A}'),
    (f'<span class="fact">1</span>{A} to <span class="fact">2.5</span>{A}',
     f'<span class="fact">1</span> to <span class="fact">2.5</span>{A}'),
])
def test_the_last_of_the_same_marks_stays(text, made):
    assert once(text) == made


@pytest.mark.parametrize("text", [
    f"1{A} and 2{B} and 3{A}", f"1{A} and 2{A}{B}", f"1{A}{B} and 2{A}", f"1{A}{B} and 2{B}",
    f"It was 1{A}. It is 2{A}", f"It was 1.{A} It is 2{A}", f"He said “1.”{A} It is 2{A}", f"1{A} or? Then 2{A}",
    f"1{A}\n\n2{A}", f"- 1{A}\n- 2{A}", f"| 1{A} | 2{A} |", f"<dd>1{A}</dd><dd>2{A}</dd>", f"1{A}\n: 2{A}",
])
def test_a_mark_stays_where_its_sentence_ends_or_another_mark_stands_between(text):
    assert once(text) == text


def test_on_a_page_two_figures_of_a_sentence_have_one_mark(project):
    said = 'From {{ cell("departures", "y73", "persons") }} to {{ cell("departures", "y75", "persons") }}.'
    site = Site.read(project({"data/table.yml": TABLE, "docs/index.md": f"{PAGE}\n{said}\n"}))
    assert site.problems == []
    line, = [line for line in site.markdown["index.md"].split("\n") if line.startswith("From")]
    assert line.count("[^") == 1 and line.endswith("</span>[^r-departures-y73].")
