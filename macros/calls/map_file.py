"""A map as a file of its own, with its finding, key, source and licence in it, for those who show it elsewhere."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from textwrap import wrap

from markupsafe import Markup

from ..drawing.map_layout import Plate
from ..render.map_style import map_style
from ..render.templates import render

__all__ = ["map_file"]

_WIDTH, _EDGE = 928, 24  # pixels
_LINE, _SMALL = 84, 124  # letters of a title and of small type on a line
_ROW = 24  # of the key, pixels
_LONG = 36  # letters of its words that take half of a line
_LINKS = re.compile(r'<a class="map__link"[^>]*>|</a>')
_NUMBERS = re.compile(r'<p class="map__numbers map__numbers--wide">(.*?)</p>')
_SHEET = re.compile(r'<svg class="map__svg.*?</svg>', re.S)
# the key's own markup, as map-key.svg.jinja makes it: class of an item, its sample and its words
_ITEM = re.compile(r'<li(?: class="([^"]*)")?[^>]*><svg class="map__swatch" ([^>]*)>(.*?)</svg> (.*?)</li>', re.S)


@dataclass(frozen=True)
class _Placed:
    """A drawing and where it stands, in pixels."""

    drawing: Markup
    top: float
    width: float
    height: float


def map_file(title: str, said: str, foot: str, drawn: str, plates: Sequence[Plate]) -> str:
    """The file of a map.

    title, said, foot: what stands above and below. drawn: ground, sheets and key as its page has them, of its plates.
    """
    drawn = _LINKS.sub("", drawn).replace('role="group"', 'role="img"')  # a group of links is none without them
    ground, key = drawn[:drawn.index("</svg>") + 6], drawn[drawn.index('<ul class="map__key"'):]
    drawings = [sheet for sheet in _SHEET.findall(drawn) if "map__svg--wide" in sheet[:60]]
    numbers = [Markup(text).unescape() for text in _NUMBERS.findall(drawn)]
    heads, small, feet = (
        wrap(text, letters, break_on_hyphens=False)
        for text, letters in ((title, _LINE), (said, _SMALL), (" ".join([*numbers, foot]), _SMALL)))
    top = 30.0 + 24 * len(heads) + 20 * len(small)
    placed = []
    for plate, drawing in zip(plates, drawings, strict=True):
        width = _WIDTH - 2 * _EDGE
        height = width * plate.sheets[0].viewport.height / plate.sheets[0].viewport.width
        placed.append(_Placed(_sized(drawing, top, width, height), top, width, height))
        top += height + 12
    found = _ITEM.findall(key)
    columns = 2 if any(len(text) > _LONG for *_, text in found) else 3
    items = [(look, Markup(box), Markup(sample), Markup(text), _EDGE + number % columns * _WIDTH / columns,
              top + number // columns * _ROW) for number, (look, box, sample, text) in enumerate(found)]
    bottom = top + _ROW * -(-len(items) // columns) + 20
    return render("map-file.svg.jinja", width=_WIDTH, height=bottom + 18 * len(feet), edge=_EDGE, heads=heads,
                  small=small, feet=feet, style=Markup(map_style()), ground=Markup(ground), placed=placed,
                  items=items, bottom=bottom)


def _sized(drawing: str, top: float, width: float, height: float) -> Markup:
    """The drawing with a place and a size in the file."""
    return Markup(drawing.replace("<svg ", f'<svg x="{_EDGE}" y="{top:.1f}" width="{width}" height="{height:.1f}" ', 1))
