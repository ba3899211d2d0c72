"""Notes are numbered as a reader meets them: what is folded comes after what is seen."""

from __future__ import annotations

import pytest

from macros.render.note_order import as_read, rising
from macros.site.site import Site
from tests.conftest import PAGE

NOTES = {name: f"Note {name}." for name in "abcd"}


@pytest.mark.parametrize(("text", "order"), [
    ("1[^a] 2[^b] 3[^c] 4[^d]", "abcd"),
    ("1[^b] 2[^a]", "bacd"),
    ('1[^a]\n<details class="twin" open markdown>\n2[^b]\n3[^c]\n</details>\n4[^d]', "adbc"),
    ("<details>1[^a]</details> <details>2[^b]</details> 3[^c] 4[^a]", "cabd"),
    ("no mark at all", "abcd")])
def test_folded_notes_come_after_those_that_are_seen(text, order):
    assert "".join(as_read(text, NOTES)) == order and as_read(text, NOTES)[order[0]] == NOTES[order[0]]


@pytest.mark.parametrize(("text", "made"), [
    ("1[^c][^a] 2[^b]", "1[^a][^c] 2[^b]"), ("1[^d][^b][^a]", "1[^a][^b][^d]"),
    ("1[^x][^b]", "1[^b][^x]"), ("1[^c] [^a]", "1[^c] [^a]"), ("[^c]: A note.[^a]", "[^c]: A note.[^a]")])
def test_numbers_side_by_side_rise(text, made):
    assert rising(text, NOTES) == made


def test_a_page_defines_its_notes_as_they_are_met(project):
    page = PAGE.replace('It covers {{ fact("covered") }}.', "It covers some.").replace(
        "{{ table", "<details>\n\n{{ table").replace(
        '"]) }}\n', '"]) }}\n\n</details>\n\nThey are {{ fact("covered") }}.\n')
    text = Site.read(project({"docs/index.md": page}), "publish").markdown["index.md"]
    assert text.index("\n[^f-covered]: ") < text.index("\n[^r-departures-y73]: ")
