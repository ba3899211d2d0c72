"""The style of maps for a file of its own: the rules of the site's sheet, with the colors of its light palette.

Programs that edit drawings know neither custom properties nor light-dark(), so both are resolved; what a route lays
down for its lines is repeated for each route.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

__all__ = ["map_style"]

_SHEET = Path(__file__).resolve().parents[2] / "docs" / "assets" / "maps.css"
_PROPERTY = re.compile(r"(--[\w-]+):\s*(?:light-dark\(([^,]+),[^)]*\)|([^;]+));")
_USE = re.compile(r"var\((--[\w-]+)(?:,\s*((?:[^()]|\([^()]*(?:\([^()]*\))*\))*))?\)")
_ROUTE = re.compile(r"^(\.map__route(?:--\w+)?) \{([^}]*)\}$", re.M)


@cache
def map_style() -> str:
    """Rules of the ground, of names, places and routes."""
    text = _SHEET.read_text("utf-8")
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
