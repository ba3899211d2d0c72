"""What changed on the site, as Atom feeds (RFC 4287): one of everything, and one for each section."""

from __future__ import annotations

import textwrap
import zlib
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple
from xml.etree import ElementTree as Xml

from markupsafe import escape

from ..records.entries import Entry, Records
from ..records.schema import PageHead, settings
from ..render.addresses import site_link
from ..render.formats import slug
from ..render.surroundings import feed_path, section_of, sections

__all__ = ["feeds"]

_ATOM = "http://www.w3.org/2005/Atom"
_NEVER = date(2026, 11, 24)  # the day the site began
_MOST = 100  # entries of one feed, the newest
_TITLE = 100  # letters of a title
_PARTS = 1_000_000  # of a second


class _Change(NamedTuple):
    """A change: its day, the order among those of a day, a name that stays, title, paragraphs, and the page."""

    day: date
    rank: int
    key: str
    title: str
    words: tuple[str, ...]
    page: str

    @property
    def moment(self) -> str:
        """The day at midnight, and a part of a second made from the name: validators ask for moments that differ."""
        return f"{self.day.isoformat()}T00:00:00.{zlib.crc32(self.key.encode()) % _PARTS:06}Z"


def feeds(records: Records, heads: Mapping[str, PageHead]) -> dict[str, str]:
    """Every feed by its path; addresses are those of `SITE_URL`, where it is set."""
    Xml.register_namespace("", _ATOM)
    changes = sorted(_changes(records), key=lambda one: (one.day, one.rank, one.key), reverse=True)
    made = {feed_path(""): _atom("index.md", "", changes, heads)}
    for section in sections(heads):
        own = [change for change in changes if section_of(change.page) == section]
        made[feed_path(section)] = _atom(f"{section}/index.md", section, own, heads)
    return made


def _changes(records: Records) -> Iterator[_Change]:
    for name, table in records.tables.items():
        kind = table.head.record.kind
        for entry in table.rows if kind in ("site-change", "correction") else ():
            yield _told(entry) if kind == "site-change" else _corrected(name, entry)


def _told(entry: Entry) -> _Change:
    change = entry.record
    title = textwrap.shorten(change.what, _TITLE, placeholder=" …")
    return _Change(change.date, 1, entry.key, f"{change.kind.capitalize()}: {title}", (change.what,), change.page)


def _corrected(table: str, entry: Entry) -> _Change:
    row = entry.record
    words = (f"We said: {row.was}", f"Now: {row.now}", f"Why: {row.why}")
    return _Change(row.date, 0, f"{table}:{entry.key}", f"Correction: {row.subject}", words, row.page)


def _atom(home: str, section: str, changes: list[_Change], heads: Mapping[str, PageHead]) -> str:
    name, feed = settings().title, Xml.Element(f"{{{_ATOM}}}feed", {"xml:lang": "en-US"})
    on = f" ({heads[home].title})" if section else ""
    _text(feed, "title", f"{name}: what changed{on}")
    _text(feed, "id", site_link(home) or f"urn:x-site:{slug(name)}{section and ':'}{section}")
    _text(feed, "updated", max((change.moment for change in changes), default=f"{_NEVER}T00:00:00Z"))
    _text(feed, "rights", settings().own[1].says)
    _text(Xml.SubElement(feed, f"{{{_ATOM}}}author"), "name", name)
    if site := site_link("index.md"):
        _link(feed, rel="self", type="application/atom+xml", href=f"{site}{feed_path(section)}")
        _link(feed, rel="alternate", type="text/html", href=str(site_link(home)))
    _entries(feed, changes[:_MOST], heads)
    Xml.indent(feed)
    return Xml.tostring(feed, encoding="unicode", xml_declaration=True) + "\n"


def _entries(feed: Xml.Element, changes: Iterable[_Change], heads: Mapping[str, PageHead]) -> None:
    for change in changes:
        item, (path, mark, part) = Xml.SubElement(feed, f"{{{_ATOM}}}entry"), change.page.partition("#")
        _text(item, "title", change.title)
        _text(item, "id", f"urn:x-change:{change.key}")
        _text(item, "updated", change.moment)
        _text(item, "published", change.moment)
        address = site_link(path)
        if address:
            _link(item, rel="alternate", type="text/html", href=f"{address}{mark}{part}")
        _text(item, "content", _html(change, heads[path].title, address), type="html")


def _html(change: _Change, title: str, address: str | None) -> str:
    """The words of a change, whole, and the page that it is on."""
    page = f'<a href="{escape(address)}">{escape(title)}</a>' if address else escape(title)
    return "".join(f"<p>{escape(words)}</p>" for words in change.words) + f"<p>On the page: {page}</p>"


def _link(parent: Xml.Element, **attributes: str) -> None:
    Xml.SubElement(parent, f"{{{_ATOM}}}link", attributes)


def _text(parent: Xml.Element, name: str, text: str, **attributes: str) -> None:
    Xml.SubElement(parent, f"{{{_ATOM}}}{name}", attributes).text = text
