"""Small drawings on two scales: both on the page, each with a file of its own."""

from __future__ import annotations

import re

from tests.test_charts import PANELS, page_of  # noqa: F401

BOTH = PANELS.replace("events=", 'scales="both", events=')


def test_small_drawings_come_on_one_scale_and_on_their_own(page_of):  # noqa: F811
    text, context, problems = page_of(BOTH)
    shared, own = text.split("<summary>Each on a scale of its own</summary>")
    assert problems == [] and "<summary>All on one scale</summary>" in shared
    assert shared.count("<svg class=") == own.count("<svg class=") == 2
    ids = re.findall(r'<title id="([^"]+)"', text)
    assert len(ids) == len(set(ids)) == 4
    heights = [re.findall(r'points="([^"]+)"', half) for half in (shared, own)]
    assert heights[0] != heights[1]


def test_each_scale_has_a_file_that_says_which_it_is(page_of):  # noqa: F811
    text, context, _ = page_of(BOTH)
    assert ('<span class="chart__files">All on one scale: [SVG](<charts/index-series.svg>) · Each on a scale of its '
            "own: [SVG](<charts/index-series-own.svg>) · [CSV]") in text
    files = {name: text for name, text in context.drawn.items() if name.startswith("charts/index-series")}
    said = {name: re.findall(r"checked|(All on one scale|Each on a scale of its own)\.</text>", text)
            for name, text in files.items()}
    assert said == {"charts/index-series.svg": ["All on one scale"],
                    "charts/index-series-own.svg": ["Each on a scale of its own"]}
    lines = {tuple(re.findall(r'points="([^"]+)"', text)) for text in files.values()}
    assert len(lines) == 2 and () not in lines


def test_a_scale_that_there_is_not_is_refused(page_of):  # noqa: F811
    problems = page_of(BOTH.replace('"both"', '"boht"'))[2]
    assert [str(problem).partition(": ")[2] for problem in problems] == [
        "scales: 'boht' is not one of the values; allowed: both, own, shared; did you mean 'both'?"]
