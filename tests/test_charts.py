"""Calls that draw lines: what they refuse, what the figure says, and the file that goes with it."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from macros.drawing.charts import lines as layout
from macros.site.site import Site
from tests.conftest import PAGE

COLUMNS = """\
- {name: year, type: integer, title: Year, description: Calendar year., unit: year}
- {name: left, type: number, title: Georgia, description: Persons., unit: persons, required: false}
- {name: came, type: number, title: Armenia, description: Persons., unit: persons, required: false}
- {name: basis, type: string, title: Basis, description: How counted., enum: [whole year, January to May],
   default: whole year, required: false}
"""
HEAD = "title: {0}\ncaption: {0} rose.\nas_of: 1971/1973\nchecked: 2026-11-24\nsources: [law]\n"
SERIES = f"""\
table: series
columns:
{COLUMNS}{HEAD.format("People by year")}rows:
- {{id: y1971, year: 1971, left: 1200000, came: 10}}
- {{id: y1972, year: 1972, came: 40}}
- {{id: y1973, year: 1973, left: 3456789, came: 20, basis: January to May}}
"""
EVENTS = f"""\
table: marks
columns:
- {{name: country, type: string, title: Country, description: Where.}}
- {{name: 'on', type: period, title: Day, description: When.}}
- {{name: words, type: string, title: What, description: What happened.}}
{HEAD.format("Days")}rows:
- {{id: a, country: Georgia, 'on': 1972-07-01, words: the law passes}}
- {{id: b, country: Armenia, 'on': 1950-01-01, words: long before}}
"""
FILES = {"data/series.yml": SERIES, "data/marks.yml": EVENTS}
LINES = 'lines("series", x="year", y=["left"], unit="persons", title="More left", events="marks")'
PANELS = 'panels("series", x="year", y=["left", "came"], unit="persons", title="More left", events="marks")'


PLANS = f"""\
table: plans
columns:
- {{name: period, type: period, title: Year, description: Year of the plan.}}
- {{name: planned, type: integer, title: Planned, description: Plan., unit: persons, required: false}}
- {{name: outturn, type: integer, title: Outturn, description: What came., unit: persons, required: false}}
- {{name: basis, type: string, title: Basis, description: How counted., enum: [whole year, forecast],
   default: whole year, required: false}}
{HEAD.format("Plans")}rows:
- {{id: p1, period: 2024, planned: 5, outturn: 4}}
- {{id: p2, period: 2025-06, planned: 9, basis: forecast}}
- {{id: p3, period: 2030}}
"""


def _of_page(problems):
    """What is wrong with the page; a table that no call of it shows any more is no matter here."""
    return [problem for problem in problems if problem.path.startswith("docs/")]


@pytest.fixture
def page_of(project):
    """The small project's page with a call, as Markdown, and its context."""

    def made(call):
        files = {**FILES, "data/plans.yml": PLANS, "docs/index.md": f"{PAGE}\n{{{{ {call} }}}}\n"}
        site = Site.read(project(files), "publish")
        return site.markdown["index.md"], site.contexts["index.md"], _of_page(site.problems)

    return made


@pytest.mark.parametrize("call", [LINES, PANELS])
def test_a_chart_of_lines_says_what_it_shows(page_of, call):
    text, context, problems = page_of(call)
    assert problems == []
    assert "<figcaption markdown=\"span\">More left[^t-series][^t-marks]" in text
    assert "People by year. Period: 1971 to 1973; checked 24 November 2026. Hollow: 1973 (January to May)." in text
    assert "3.46 million people" in text and "the law passes" in text and "long before" not in text
    assert text.count('class="dot dot--1 dot--hollow"') == (1 if call == LINES else 2)
    assert "Congress. License CC BY 4.0. <span class=\"chart__files\">[SVG](<charts/index-series.svg>) · [CSV]" in text


def test_a_drawing_tells_the_last_value_that_is_counted_as_the_others_are_and_its_year(page_of):
    text = page_of(PANELS)[0]
    assert "<strong>Georgia</strong><br>1.2 million people in 1971</p>" in text
    assert "<strong>Armenia</strong><br>40 people in 1972</p>" in text
    assert "From 10 people in 1971 to 40 people in 1972, at most 40 people in 1972." in text
    both = page_of(LINES.replace('["left"]', '["left", "came"]'))[0]
    assert "Armenia: from 10 people to 40 people, at most 40 people. 1 July 1972: the law passes. </desc>" in both


@pytest.mark.parametrize("call", [
    LINES, PANELS, 'bars("series", label="year", values=["came"], unit="persons", title="Few came")',
    'columns("series", x="year", y="left", unit="persons", title="More left")'])
def test_each_chart_can_be_had_as_a_file_with_source_and_licence_in_it(page_of, call):
    _, context, _ = page_of(call)
    (path, text), = context.drawn.items()
    drawing = ElementTree.fromstring(text)
    said = " ".join(" ".join(part.itertext()) for part in drawing.iter("{http://www.w3.org/2000/svg}text"))
    assert path == "charts/index-series.svg"
    assert "Source: U.S. Congress. Jackson-Vanik, Explained" in said
    assert "Checked 24 November 2026. License CC BY 4.0." in said
    assert "var(--" not in text and "http" not in text.replace('xmlns="http://www.w3.org/2000/svg"', "")


def test_a_file_of_figures_that_may_not_be_passed_on_claims_no_licence_for_them(project):
    kept = SERIES.replace("sources: [law]", "sources: [law]\ndownload: false")
    site = Site.read(project({**FILES, "data/series.yml": kept, "docs/index.md": f"{PAGE}\n{{{{ {LINES} }}}}\n"}),
                     "publish")
    (text,) = site.contexts["index.md"].drawn.values()
    assert "Rights in the figures stay with their publisher." in text and "CC BY" not in text
    assert "[CSV]" not in site.markdown["index.md"]


@pytest.mark.parametrize(("call", "said"), [
    (LINES.replace('["left"]', "[]"), "wanted: at least one field in y"),
    (LINES.replace('"left"', '"lost"'), "table 'series' has no field 'lost'; "),
    (LINES.replace('"left"', '"basis"'), "field 'basis' holds 'whole year'; a chart draws numbers"),
    (LINES.replace('x="year"', 'x="basis"'), "events need an axis of years or periods"),
    (LINES.replace('"marks"', '"mark"'), "no table 'mark'; "),
    (LINES.replace('"marks"', '"departures"'), "table 'departures' has no field 'on'"),
    (LINES.replace("events=", 'strong=["came"], events='), "strong: no field 'came' in y"),
    (LINES.replace('"left"', '"year"').replace('unit="persons"', 'unit="year"').replace(
        "events=", "where={'year': 1972}, events="), ""),
    (LINES.replace('unit="persons"', 'unit="deaths"'),
     "unit: 'deaths', but column 'left' of table 'series' is in 'persons'; wanted: unit='persons'"),
    (LINES.replace('["left"]', '["left", "left"]'), "y: 'left' stands here twice; keep one"),
    ('bars("series", label="year", values=["left", "left"], unit="persons", title="T")',
     "values: 'left' stands here twice; keep one"),
    (LINES.replace("events=", "where={'year': 1972}, events="), "column 'Georgia' has no number in the rows chosen"),
    (LINES.replace('unit="persons"', 'unit="people"'), "no unit 'people'"),
    (LINES.replace('"More left"', '"More [left](a.md)"'),
     "title: holds a link, which would be shown as it is typed; say it in a sentence after the call"),
])
def test_a_call_that_cannot_be_drawn_is_refused(page_of, call, said):
    problems = [str(problem) for problem in page_of(call)[2]]
    assert [said in problem for problem in problems] == [True] if said else problems == []


def test_bars_draw_a_plan_without_an_outturn_and_another_basis_hollow(page_of):
    text, _, problems = page_of('bars("plans", label="period", values=["planned", "outturn"], unit="persons", '
                                'title="Plans", where={"id": ["p1", "p2"]})')
    assert problems == []
    assert "June 2025: Planned 9 people, Outturn not known. " in text and text.count(">not known</text>") == 2
    assert text.count("mark--hollow") == 2 and "Period: 2024 to June 2025;" in text
    assert "Hollow: June 2025 (forecast)." in text


def test_bars_of_which_nothing_is_known_are_refused(page_of):
    _, _, problems = page_of('bars("plans", label="period", values=["planned", "outturn"], unit="persons", title="P")')
    assert [str(problem).partition(": ")[2] for problem in problems] == [
        "table 'plans' has no number for 2030; choose rows with where="]


def test_columns_mark_events_with_one_note(page_of):
    text, context, problems = page_of('columns("series", x="year", y="left", unit="persons", title="More left", '
                                      'events="marks")')
    assert problems == [] and text.count('class="event"') == 1 and "1 July 1972: the law passes." in text
    assert "More left[^t-series][^t-marks]" in text


def test_several_events_share_one_note_that_says_what_each_of_them_says(project):
    marks = EVENTS.replace("sources: [law]\n", "").replace("passes}", "passes, sources: [law], note: A note.}").replace(
        "1950-01-01, words: long before}", "1973-01-01, words: it ends, sources: [law], caution: Careful.}")
    site = Site.read(project({**FILES, "data/marks.yml": marks, "docs/index.md": f"{PAGE}\n{{{{ {LINES} }}}}\n"}),
                     "publish")
    assert _of_page(site.problems) == []
    assert "More left[^t-series][^e-marks] <small>" in site.markdown["index.md"]
    note = site.contexts["index.md"].definitions()["e-marks"]
    assert note == ("Days (1971 to 1973). [[1]](#source-1). A note. "
                        "**Caution:** Careful.")
    assert site.contexts["index.md"].rows >= {("marks", "a"), ("marks", "b")}


def test_what_is_below_nothing_is_drawn_below_the_line_of_nothing():
    chart = layout.lines(["1", "2", "3"], {"a": [50, -100, 20]}, plot=100)
    ys = [point.y for point in chart.lines[0].known]
    assert (chart.top <= min(ys), max(ys) <= chart.base, ys[0] < chart.zero < ys[1]) == (True, True, True)
    assert [tick.value for tick in chart.ticks] == [-100, 0, 60]
