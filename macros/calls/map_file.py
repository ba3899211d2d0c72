"""A map as a file of its own, with its finding, key, source and licence in it, for those who show it elsewhere.

It has the rules of the site's sheet, with the colors of the light palette. Programs that edit drawings know neither
custom properties nor light-dark(), so both are resolved; what a route lays down for its lines is repeated for each.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from textwrap import wrap

from markupsafe import Markup

from ..drawing.map_layout import Plate
from ..render.embeds import unlinked
from ..render.templates import render

__all__ = ["map_file", "map_style"]

_WIDTH, _EDGE = 928, 24  # pixels
_LINE, _SMALL = 84, 124  # letters of a title and of small type on a line
_ROW = 24  # of the key, pixels
_LONG = 36  # letters of its words that take half of a line
_NUMBERS = re.compile(r'<p class="map__numbers map__numbers--wide">(.*?)</p>')
_SHEET = re.compile(r'<svg class="map__svg.*?</svg>', re.S)
# the key's own markup, as map-key.svg.jinja makes it: class of an item, its sample and its words
_ITEM = re.compile(r'<li(?: class="([^"]*)")?[^>]*><svg class="map__swatch" ([^>]*)>(.*?)</svg> (.*?)</li>', re.S)
_STYLES = Path(__file__).resolve().parents[2] / "docs" / "assets" / "maps.css"
_PROPERTY = re.compile(r"(--[\w-]+):\s*(?:light-dark\(([^,]+),[^)]*\)|([^;]+));")
_USE = re.compile(r"var\((--[\w-]+)(?:,\s*((?:[^()]|\([^()]*(?:\([^()]*\))*\))*))?\)")
_ROUTE = re.compile(r"^(\.map__route(?:--\w+)?) \{([^}]*)\}$", re.M)


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
    drawn = unlinked(drawn).replace('role="group"', 'role="img"')  # a group of links is none without them
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


@cache
def map_style() -> str:
    """Rules of the ground, of names, places and routes."""
    text = _STYLES.read_text("utf-8")
    colors = {name: light or other for name, light, other in _PROPERTY.findall(text[:text.index("}")])}
    rules = text[text.index("/* Ground"):text.index("/* Key */")]
    ink = colors["--map-ink"]
    plain = colors | {"--map-route": ink, "--map-stroke": ink, "--map-width": "2.2px"}
    lines = [_ROUTE.sub("", rules)] + [_lines_of(route, body, plain) for route, body in _ROUTE.findall(rules)]
    return re.sub(r"/\*.*?\*/|--[\w-]+:[^;}]*;|\n\s*\n", "", _resolved("\n".join(lines), plain), flags=re.S).strip()


def _lines_of(route: str, body: str, plain: dict[str, str]) -> str:
    """What the lines and letters of one route look like."""
    own = plain | {name: light or other for name, light, other in _PROPERTY.findall(body)}
    return _resolved(f"{route} .map__line, {route} .map__beads {{ stroke: var(--map-route); }}\n"
                     f"{route} .map__line {{ stroke-width: var(--map-width); }}\n"
                     f"{route} .map__badge circle {{ fill: var(--map-route); }}", own)


def _resolved(text: str, known: dict[str, str]) -> str:
    """The text with every custom property replaced by its value, or by what stands in for it."""
    while found := _USE.search(text):
        text = text[:found.start()] + (known.get(found[1]) or found[2] or "inherit") + text[found.end():]
    return text
