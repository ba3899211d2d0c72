"""What a browser makes of a page's HTML, by html5lib: the second opinion on macros/engine/html/allow_list.py."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator

import html5lib
from html5lib.constants import DataLossWarning

from macros.engine.html.allow_list import ATTRIBUTES, TAGS

__all__ = ["alive", "faults", "leads_to"]

_IMPLIED = {"html", "head", "body", "tbody", "colgroup", "tr"}
_NAMES = {name.lower() for name in ATTRIBUTES}
_STRIPPED = "".join(map(chr, range(33)))
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.I)
_CALLED = re.compile(r"([\w\\-]+)\s*\(\s*([^)]*)")
_WORDED = {"alt", "aria-label", "class", "data-label", "title"}  # shown or compared, and asked of nobody


def leads_to(address: str) -> str:
    """Where an address leads as browsers resolve it: a scheme, "another host", or "" for a place on this one."""
    text = re.sub("[\t\n\r]", "", address.strip(_STRIPPED))
    if scheme := _SCHEME.match(text):
        return scheme[1].lower()
    return "another host" if re.match(r"[/\\]{2}", text) else ""


def faults(html: str) -> list[str]:
    """What no page may hold, in the tree that a browser would have."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DataLossWarning)
        tree = html5lib.parse(f"<!DOCTYPE html><body>{html}", namespaceHTMLElements=False)
    return [fault for element in tree.iter() for fault in _of(element)]


def _of(element: object) -> Iterator[str]:
    tag = element.tag.rpartition("}")[2].lower() if isinstance(element.tag, str) else "comment"
    if tag not in TAGS | _IMPLIED:
        yield f"<{tag}>"
    for name, value in element.attrib.items() if tag != "comment" else ():
        yield from _of_attribute(tag, name.lower(), value)


def _of_attribute(tag: str, name: str, value: str) -> Iterator[str]:
    if (tag, name) in {("a", "href"), ("img", "src"), ("use", "href")}:
        schemes = {"", "http", "https", "mailto"} if tag == "a" else {""}
        if leads_to(value) not in schemes:
            yield f"<{tag} {name}={value!r}>"
    elif name not in _NAMES:
        yield f"<{tag} {name}>"
    elif name == "id" and value.startswith("__"):
        yield f"<{tag} id={value!r}>"
    elif name not in _WORDED and any(_is_address(*call) for call in _CALLED.findall(value)):
        yield f"<{tag} {name}={value!r}>"


def _is_address(function: str, argument: str) -> bool:
    """Is it url(), or what may be it when escapes are read, with anything but a part of this page?"""
    return ("\\" in function or function.lower() in ("url", "src", "image")) and not argument.startswith("#")


_LIVE = set("script style iframe frame frameset object embed applet base meta link form button textarea select "
            "template noscript math image foreignobject animate set audio video source track xmp plaintext".split())


def alive(html: str) -> list[str]:
    """The worst of it, for engines that add harmless markup of their own: what runs, styles, asks or leads astray."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DataLossWarning)
        tree = html5lib.parse(f"<!DOCTYPE html><body>{html}", namespaceHTMLElements=False)
    return [f"<{tag} {name}={value!r}>" for element in tree.iter() if isinstance(element.tag, str)
            for tag in [element.tag.rpartition("}")[2].lower()]
            for name, value in [("", ""), *element.attrib.items()] if _lives(tag, name.lower(), value)]


def _lives(tag: str, name: str, value: str) -> bool:
    if (name, value) in _ALIGNED:
        return False
    if tag in _LIVE or name.startswith("on") or "xlink" in name or name in _ASKING or value.startswith("__"):
        return True
    schemes = {"", "http", "https", "mailto"} if tag == "a" else {""}
    return name in ("href", "src") and leads_to(value) not in schemes


_ALIGNED = {("style", f"text-align:{space}{side}") for space in ("", " ") for side in ("left", "right")}
_ASKING = {"style", "srcset", "srcdoc", "action", "formaction", "background", "poster", "data", "ping", "http-equiv"}
