"""A chart as a file of its own, with its finding, source and licence in it, for those who show it elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import wrap

from markupsafe import Markup

from ...render.templates import render

__all__ = ["svg_file"]

_WIDTH, _EDGE = 928, 24  # pixels
_COLUMNS = 4  # of small drawings
_GAP = 20  # pixels between them
_LETTER = 7.02  # pixels of a letter beside a plot: 0.54 em, as in the style sheet
_LINE, _SMALL = 84, 124  # letters of a title and of small type on a line
_HEAD, _ROW = 40, 17  # pixels above a small drawing for its name, and for each event


def svg_file(kind: str, title: str, counted: str, foot: str, drawn: Sequence[Markup],
             views: Sequence[dict[str, object]], series: Sequence[str], room: int = 0, left: int = 0) -> str:
    """The file of a chart of that kind.

    title, counted, foot: what stands above and below. drawn: its drawings; views: what these were made from.
    series: what a key names. room, left: letters right and left of the plot.
    """
    heads, small, feet = wrap(title, _LINE), wrap(counted, _SMALL), wrap(foot, _SMALL)
    top = 30 + 24 * len(heads) + 20 * len(small) + 24 * (len(series) > 1) + 10
    placed, bottom = _placed(kind, drawn, views, top, room, left)
    return render("chart-file.svg.jinja", width=_WIDTH, height=bottom + 24 + 18 * len(feet), edge=_EDGE, heads=heads,
                  small=small, feet=feet, placed=placed, bottom=bottom + 20, series=series if len(series) > 1 else (),
                  is_panels=kind == "panels", head=_head(views))


def _placed(kind: str, drawn: Sequence[Markup], views: Sequence[dict[str, object]], top: float, room: int,
            left: int) -> tuple[list[tuple[Markup, dict, float, float, float]], float]:
    """Each drawing with what it was made from, its place and width; and where all of them end."""
    if kind != "panels":
        chart = views[0]["chart"]
        before, beside = (_LETTER * letters + 12 * bool(letters) for letters in (left, room))
        return [(drawn[0], views[0], _EDGE + before, top, _WIDTH - 2 * _EDGE - before - beside)], top + chart.height
    width = (_WIDTH - 2 * _EDGE - _GAP * (_COLUMNS - 1)) / _COLUMNS
    high = _head(views) + max(view["chart"].height for view in views) + _GAP
    placed = [(one, view, _EDGE + number % _COLUMNS * (width + _GAP), top + number // _COLUMNS * high, width)
              for number, (one, view) in enumerate(zip(drawn, views, strict=True))]
    return placed, top + high * -(-len(views) // _COLUMNS)


def _head(views: Sequence[dict[str, object]]) -> int:
    """Pixels above each small drawing."""
    return _HEAD + _ROW * max(len(view.get("events", ())) for view in views)
