"""What the HTML of a page may hold: known elements, known attributes, known schemes."""

from __future__ import annotations

import re
from collections.abc import Iterator

__all__ = ["forbidden"]

_TAG = re.compile(r"<(!--|[!?]|/?)([a-zA-Z][\w:-]*)?([^>]*)>")
_ATTRIBUTE = re.compile(r"""([^\s"'=/]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"']+))?""")
_LOCAL = r"(?:[#.]|/(?!/)|[\w-]+(?:[./#?]|$)|$)"  # an address of two slashes is of another host
_ADDRESS = re.compile(rf"(?:https?://|mailto:|{_LOCAL})", re.I)
_OURS = re.compile(_LOCAL)

TAGS = frozenset(
    "a abbr article aside b blockquote br caption circle clippath code col colgroup dd defs desc details div "
    "dl dt ellipse em figcaption figure g h1 h2 h3 h4 h5 h6 hr i img li line lineargradient marker ol p path "
    "pattern polygon polyline pre rect section small span strong sub summary sup svg symbol table tbody td "
    "text tfoot th thead title tr tspan ul use".split())
ATTRIBUTES = frozenset(
    "alt class clip-path clip-rule colspan cx cy d datetime dir dominant-baseline dx dy fill fill-rule "
    "focusable font-size height hidden href id lang letter-spacing loading marker-end marker-mid "
    "marker-start markerheight markerunits markerwidth open orient overflow paint-order "
    "patterntransform patternunits points preserveaspectratio r refx refy rel role rotate rowspan rx ry "
    "scope src start stroke stroke-dasharray stroke-linecap stroke-linejoin stroke-width tabindex "
    "target text-anchor title transform value vector-effect viewbox width x x1 x2 xmlns y y1 y2".split())


def forbidden(html: str) -> Iterator[str]:
    """What in `html` no page may hold, each in words."""
    if "<" in _KNOWN.sub("", html):  # one pass for pages that hold nothing else; words only for others
        said = [words for found in dict.fromkeys(_TAG.findall(html)) for words in _tag(*found)]
        yield from said
        if not said:  # read otherwise by a browser than here
            yield f"markup that cannot be read, {html[_left(html):][:40]!r}"


def _left(html: str) -> int:
    """Where the first thing stands that is no tag known to hold only what is allowed."""
    at = html.index("<")
    while known := _KNOWN.match(html, at):
        at = html.index("<", known.end())
    return at


def _tag(opening: str, name: str, rest: str) -> Iterator[str]:
    if opening not in ("", "/") or not name:
        yield f"markup <{opening}{name}…>"
    elif name.lower() not in TAGS:
        yield f"element <{name}>"
    else:
        yield from _attributes(name, rest)


def _attributes(element: str, text: str) -> Iterator[str]:
    for name, value in _ATTRIBUTE.findall(text):
        low = name.lower()
        if low not in ATTRIBUTES and not low.startswith(("aria-", "data-")):
            yield f"attribute {name} on <{element}>"
        elif low in ("href", "src"):
            fits = _ADDRESS if low == "href" and element.lower() == "a" else _OURS
            if not fits.match(value.strip("\"'")):
                yield f"address {value} in {name} on <{element}>"


_CAMEL = {"viewBox", "patternUnits", "patternTransform", "preserveAspectRatio"}  # as SVG spells them


def _known() -> re.Pattern[str]:
    """Any tag that holds only what is allowed, its values in double quotes."""
    tags, plain = "|".join(TAGS), "|".join((ATTRIBUTES | _CAMEL) - {"href", "src"})
    value = rf'(?:{plain}|(?:aria|data)-[\w-]+)(?:="[^"]*")?|(?:href|src)="{_LOCAL}[^"]*"'
    link = rf'{value}|href="{_ADDRESS.pattern}[^"]*"'
    return re.compile(rf"<(?:/(?:{tags})|a(?:\s+(?:{link}))*\s*/?|(?:{tags})(?:\s+(?:{value}))*\s*/?)>")


_KNOWN = _known()
