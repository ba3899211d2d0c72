"""Notes that say the same share a number; what is linked to a note or to its mark stays there."""

from __future__ import annotations

import pytest

from macros.render.shared_notes import shared
from macros.site.site import Site
from tests.conftest import PAGE, TABLE

A, B, GONE = "[^a]", "[^b]", '<span id="fnref:b"></span>'
SAME = {"a": "Source 9.", "b": "Source 9."}


@pytest.mark.parametrize(("text", "made"), [
    (f"x{A} y{B} z{B}", f"x{A} y{A}{GONE} z{A}"),
    (f"x{A}{B}", f"x{A}{GONE}"),
    (f"x{B}{A}[^c]", f"x{A}[^c]{GONE}"),
    ("x[^c]", "x[^c]"),
])
def test_marks_lead_to_the_first_note_each_number_once_side_by_side(text, made):
    assert shared(text, {**SAME, "c": "Source 8."}) == (
        made, {"a": '<span id="fn:b"></span>Source 9.', "c": "Source 8."})


def test_notes_that_differ_in_a_word_stay_apart():
    notes = {"a": "Source 9.", "b": "Source 9. Checked 24 November 2026."}
    assert shared(f"x{A}{B}", notes) == (f"x{A}{B}", notes)


def test_a_shared_note_leads_to_each_of_its_records():
    mends = {name: f"[Correct]({name}) · [Report](f{name})</span>" for name in "abc"}
    notes = {name: f'Source 9. <span class="mend">{links}' for name, links in mends.items()}
    assert shared("x", notes)[1] == {
        "a": f'<span id="fn:c"></span><span id="fn:b"></span>{notes["a"]} <span class="mend">· {mends["b"]} '
             f'<span class="mend">· {mends["c"]}'}


def test_on_a_page_two_rows_of_one_source_have_one_note(project):
    site = Site.read(project({"data/table.yml": TABLE, "docs/index.md": PAGE}))
    (note,) = [line for line in site.markdown["index.md"].split("\n") if line.startswith("[^r-departures")]
    assert note.startswith('[^r-departures-y73]: <span id="fn:r-departures-y75"></span>[[1]](#source-1).')
    assert '[^r-departures-y73]<span id="fnref:r-departures-y75"></span>' in site.markdown["index.md"]
