"""What changed on the site, as an Atom feed (RFC 4287)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from xml.etree import ElementTree as Xml

from ..records.entries import Entry, Records
from ..records.schema import PageHead, settings
from ..render.footnotes import site_link
from ..render.formats import slug

__all__ = ["PATH", "atom"]

PATH = "changes.xml"
_ATOM = "http://www.w3.org/2005/Atom"
_NEVER = date(2026, 11, 24)  # the day the site began


def atom(records: Records, heads: Mapping[str, PageHead]) -> str:
    """The feed of every site change, titled by its page; addresses are those of `SITE_URL`, where it is set."""
    Xml.register_namespace("", _ATOM)
    changes = [entry for table in records.tables.values() if table.head.record.kind == "site-change"
               for entry in table.rows]
    newest = sorted(changes, key=lambda entry: (entry.record.date, entry.key), reverse=True)
    feed = Xml.Element(f"{{{_ATOM}}}feed")
    _text(feed, "title", f"{settings().title}: what changed")
    _text(feed, "id", site_link("index.md") or f"urn:x-site:{slug(settings().title)}")
    _text(feed, "updated", _moment(max((entry.record.date for entry in changes), default=_NEVER)))
    _text(Xml.SubElement(feed, f"{{{_ATOM}}}author"), "name", settings().title)
    _links(feed)
    for entry in newest:
        _entry(feed, entry, heads)
    Xml.indent(feed)
    return Xml.tostring(feed, encoding="unicode", xml_declaration=True) + "\n"


def _entry(feed: Xml.Element, entry: Entry, heads: Mapping[str, PageHead]) -> None:
    item, change = Xml.SubElement(feed, f"{{{_ATOM}}}entry"), entry.record
    path = change.page.partition("#")[0]
    _text(item, "title", f"{change.kind.capitalize()}: {heads[path].title}")
    _text(item, "id", f"urn:x-change:{entry.key}")
    _text(item, "updated", _moment(change.date))
    _text(item, "content", change.what)  # a summary alone would need a link (RFC 4287, section 4.1.2)
    if address := site_link(path):
        Xml.SubElement(item, f"{{{_ATOM}}}link", href=address)


def _links(feed: Xml.Element) -> None:
    """Where the feed itself and the site are found, which RFC 4287, section 4.1.1, asks for."""
    if site := site_link("index.md"):
        Xml.SubElement(feed, f"{{{_ATOM}}}link", rel="self", type="application/atom+xml", href=f"{site}{PATH}")
        Xml.SubElement(feed, f"{{{_ATOM}}}link", rel="alternate", type="text/html", href=site)


def _text(parent: Xml.Element, name: str, text: str) -> None:
    Xml.SubElement(parent, f"{{{_ATOM}}}{name}").text = text


def _moment(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"
