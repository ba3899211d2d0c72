"""What the HTML of a page may hold: known elements, known attributes, addresses that lead where they seem to.

The reading is by patterns, since a parser takes seconds for the pages of a site. It is sound because of what it
leaves out: every `<` must begin a tag of known name whose values stand in double quotes and hold no `<`. Such a tag
is read alike by every parser and in every state of one, inside `title` too; and no element that would change how
what follows is read (script, style, textarea, template, comments) is known. A test holds the two readings together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

__all__ = ["ATTRIBUTES", "TAGS", "fits", "forbidden"]

_TAG = re.compile(r"<(!--|[!?]|/?)([a-zA-Z][\w:-]*)?([^>]*)>")
_ATTRIBUTE = re.compile(r"""([^\s"'=/]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"']+))?""")

TAGS = frozenset(
    "a abbr article aside b blockquote br caption circle clippath code col colgroup dd defs desc details div "
    "dl dt ellipse em figcaption figure g h1 h2 h3 h4 h5 h6 hr i img li line lineargradient marker ol p path "
    "pattern polygon polyline pre rect section small span strong sub summary sup svg symbol table tbody td "
    "text tfoot th thead title tr tspan ul use".split())

# No colon, no backslash, no entity and no slash at the beginning: it cannot leave the host, however it is resolved.
_LOCAL = r"(?!/)[\w./%~+-]*(?:#[^\"<>\\\s]*)?"
_ABROAD = r"(?:https?://|mailto:)[^\"<>\\\s]+"
_WORDS = r"[^\"<]*"
_DRAWN = r"[\w .,%#+-]*|url\(#[\w-]+\)|(?:scale|translate|rotate|matrix)\([\d., -]*\)"  # no address in a style
_ID = r"(?!__)[\w:.-]*"  # with two underscores they are the theme's own, which its scripts look up

_VALUES = {
    _WORDS: "alt aria-describedby aria-hidden aria-label aria-labelledby class colspan data-due data-label data-route "
            "data-search-exclude datetime dir hidden lang open role rowspan scope start tabindex title",
    _DRAWN: "clip-path clip-rule cx cy d data-at dominant-baseline dx dy fill fill-rule focusable font-size height "
            "letter-spacing marker-end marker-mid marker-start markerheight markerunits markerwidth orient overflow "
            "paint-order patternTransform patternUnits patterntransform patternunits points preserveAspectRatio "
            "preserveaspectratio r refx refy rotate rx ry stroke stroke-dasharray stroke-linecap stroke-linejoin "
            "stroke-width text-anchor transform vector-effect viewBox viewbox width x x1 x2 y y1 y2",
    _ID: "id"}
ATTRIBUTES = {name: value for value, names in _VALUES.items() for name in names.split()}
_ADDRESSES = {("a", "href"): f"{_ABROAD}|{_LOCAL}", ("use", "href"): r"#[\w:.-]+", ("img", "src"): _LOCAL}


def forbidden(html: str) -> Iterator[str]:
    """What in `html` no page may hold, each in words."""
    if "<" in _KNOWN.sub("", html):  # one pass for pages that hold nothing else; words only for others
        said = [words for found in dict.fromkeys(_TAG.findall(html)) for words in _tag(*found)]
        yield from said
        if not said:  # read otherwise by a browser than here
            yield f"markup that cannot be read, {html[_left(html):][:40]!r}"


def fits(element: str, attribute: str, value: str) -> bool:
    """May an element have this attribute with this value?"""
    wanted = _ADDRESSES.get((element, attribute)) or ATTRIBUTES.get(attribute)
    return wanted is not None and re.fullmatch(wanted, value) is not None


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
        low, bare = name.lower(), value.strip("\"'")
        if low not in ATTRIBUTES and low not in ("href", "src"):
            yield f"attribute {name} on <{element}>"
        elif not fits(element.lower(), low, bare):
            kind = "value" if low in ATTRIBUTES else "address"
            yield f"{kind} {value} in {name} on <{element}>"


def _known() -> re.Pattern[str]:
    """Any tag that holds only what is allowed."""
    plain = "|".join(f'(?:{"|".join(names.split())})(?:="(?:{value})")?' for value, names in _VALUES.items())
    linking = (element + _several(plain, f'{name}="(?:{value})"')
               for (element, name), value in _ADDRESSES.items())
    tags = "|".join(TAGS)
    return re.compile(f"<(?:/(?:{tags})|{'|'.join(linking)}|(?:{tags}){_several(plain)})>")


def _several(*attributes: str) -> str:
    return rf"(?:[ \n]+(?:{'|'.join(attributes)}))*[ \n]*/?"


_KNOWN = _known()
