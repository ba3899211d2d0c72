"""The sources of one page: each is listed once at its end, and notes name it by its number there.

Addresses open a source where the figure stands: web pages by a text fragment, which browsers scroll to and mark
(wicg.github.io/scroll-to-text-fragment), PDF files at the page (RFC 8118, section 3). A repository or a package is
opened as it stands: its page shows no words of a file.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from urllib.parse import quote, urlsplit

from markupsafe import Markup

from ..records.entries import Entry, Records
from ..records.schema import KINDS, CitationFields, Source
from .formats import day, markdown, period

__all__ = ["CitedSources", "at_words", "counted", "kind_words", "publishers", "source_link"]

_AGAIN = {"printed": ("…",), "locator": None, "copy_url": None}  # of a citation whose words a note has quoted
_NAMED = 3  # publishers that stand under a figure
_QUOTED = 4  # passages of a source that a note quotes; the record has all

_KIND_WORDS = {"law": "law", "official": "official record", "bill": "bill (not law)",
               "statistics": "statistics",
               "international": "international body", "research": "research", "press": "press",
               "company": "company", "advocacy": "advocacy group", "state-media": "state media",
               "compilation": "compilation without a publisher who answers for it"}
_COUNTED = {"law": ("law", "laws"), "official": ("official record", "official records"),
            "bill": ("bill (not law)", "bills (not law)"),
            "statistics": ("set of statistics", "sets of statistics"),
            "international": ("text of an international body", "texts of international bodies"),
            "research": ("piece of research", "pieces of research"), "press": ("press report", "press reports"),
            "company": ("company statement", "company statements"),
            "advocacy": ("text of an advocacy group", "texts of advocacy groups"),
            "state-media": ("report of state media", "reports of state media"),
            "compilation": ("compilation without a publisher", "compilations without a publisher")}
_OF_FILES = re.compile(r"https?://(?:github\.com/[^/]+/[^/]+|pypi\.org/project/.+)/?")
_PAGE = re.compile(r"\bp(?:p|age)?\.? ?(\d+)", re.I)


def kind_words(kind: str) -> str:
    """A kind of source in the reader's words."""
    return _KIND_WORDS[kind]


def counted(kind: str, count: int) -> str:
    """So many sources of a kind, as in `2 laws`."""
    return f"{count} {_COUNTED[kind][count != 1]}"


def publishers(records: Records, entries: Iterable[Entry]) -> str:
    """Who published what is drawn, the first few by name."""
    names = list(dict.fromkeys(records.sources[citation.source].record.publisher for entry in entries
                               for citation in entry.record.sources if citation.source in records.sources))
    more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
    return f"{'Source' if len(names) == 1 else 'Sources'}: {'; '.join(names[:_NAMED])}{more}"


def source_link(source: Source) -> Markup:
    """The title of a source as a link to it; alone where it has no address."""
    return _title(source, source.url)


def _title(source: Source, url: str | None) -> Markup:
    title = markdown(source.title)
    return Markup("[{}](<{}>)").format(title, url) if url else title


class CitedSources:
    """Numbers the sources of a page: by kind, strongest first, and within it in the order in which notes name them.

    A source that is cited for one place is listed with a link that opens it there; for a further place the note has
    a link of its own. Words that a note has quoted are not quoted again.

    records: all records of the site; it keeps each citation in words, since pages share them.
    by_name: name sources in the notes by publisher and title, so that notes of two states can be compared.
    """

    def __init__(self, records: Records, *, by_name: bool = False) -> None:
        self._records = records
        self._by_name = by_name
        self._numbers: dict[str, int] = {}
        self._opened: dict[str, str] = {}  # the address at which the list opens a source
        self._quoted: set[CitationFields] = set()
        self.has_repeats = False  # does a note stand without words that another one quotes?

    def settle(self) -> None:
        """Numbers anew all that was named so far; the notes are then written again."""
        known = self._records.sources
        self._numbers = {key: number for number, key in enumerate(
            sorted(self._numbers, key=lambda key: KINDS.index(known[key].record.kind)), 1)}
        self._opened.clear()
        self._quoted.clear()

    def named(self, citations: Iterable[CitationFields], checked: date | None = None) -> str:
        """Citations as a note has them: number, place, printed words, the day of reading if before `checked`."""
        return "; ".join(self._one(citation, checked) for citation in citations
                         if citation.source in self._records.sources)

    def listed(self) -> dict[str, list[tuple[int, str]]]:
        """Every source named so far under its kind in words: its number; publisher, title as a link, and year."""
        kinds: dict[str, list[tuple[int, str]]] = {}
        for key, number in self._numbers.items():
            source = self._records.sources[key].record
            kinds.setdefault(kind_words(source.kind), []).append((number, _entry(source, self._opened.get(key))))
        return kinds

    def _one(self, citation: CitationFields, checked: date | None) -> str:
        number = self._numbers.setdefault(citation.source, len(self._numbers) + 1)
        source = self._records.sources[citation.source].record
        name = _named(source) if self._by_name else f"[[{number}]](#source-{number})"
        if citation.printed and citation in self._quoted and not self._by_name:
            self.has_repeats = True
            return name + self._told(citation.model_copy(update=_AGAIN), checked, None)
        self._quoted.add(citation)
        return name + self._told(citation, checked, self._link(citation, source))

    def _link(self, citation: CitationFields, source: Source) -> str | None:
        """The address at which the note itself opens the source: none where that in the list will do."""
        there = at_words(citation.copy_url or source.url or "", citation)
        if not there or there == source.url:
            return None
        listed = self._opened.setdefault(citation.source, there) if not citation.copy_url else None
        return None if there == listed else there

    def _told(self, citation: CitationFields, checked: date | None, link: str | None) -> str:
        known = self._records.cited.get(key := (citation, checked, link))
        if known is None:
            known = self._records.cited[key] = _found(citation, checked, link)
        return known


def _entry(source: Source, there: str | None) -> str:
    year = f" ({source.published.text[:4]})" if source.published else ""
    return Markup("{}, {}{}").format(markdown(source.publisher), _title(source, there or source.url), year)


def _named(source: Source) -> str:
    details = [kind_words(source.kind), *([period(source.published)] if source.published else [])]
    return Markup("{}, {} ({})").format(markdown(source.publisher), source_link(source), markdown(", ".join(details)))


def _found(citation: CitationFields, checked: date | None, link: str | None) -> str:
    """Where the figure stands in the source, in which words, and how they were read."""
    parts = [_linked(citation, link), *_reading(citation, checked)]
    told = Markup(", ").join(part for part in parts if part)
    return Markup(", {}").format(told) if told else ""


def _linked(citation: CitationFields, link: str | None) -> Markup:
    """The place and the printed words in quotes, with the link on the words if there are any."""
    place = markdown(citation.locator or "")
    printed = citation.printed or ()
    quoted = Markup(", ").join(Markup("“{}”").format(markdown(words)) for words in printed[:_QUOTED])
    if len(printed) > _QUOTED:
        quoted = Markup("{} and {} more").format(quoted, len(printed) - _QUOTED)
    shown = quoted or place
    shown = Markup("[{}](<{}>)").format(shown, link) if link and shown else shown
    shown = Markup("{} (copy)").format(shown) if citation.copy_url and shown else shown
    return Markup("{}: {}").format(place, shown) if quoted and place else shown


def _reading(citation: CitationFields, checked: date | None) -> list[Markup]:
    """What a reader must know of how the source was read: before the record was checked, or not at all."""
    parts = []
    if citation.read and checked and citation.read < checked:
        parts.append(markdown(f"read {day(citation.read)}"))
    if citation.unread:
        parts.append(markdown(f"not read: {citation.unread.rstrip('.')}"))
    return parts


def at_words(url: str, citation: CitationFields) -> str:
    """`url` with what leads to the printed words; as it stands where nothing is known of them, or it is empty."""
    if not url:
        return ""
    page = _PAGE.search(citation.locator or "")
    if urlsplit(url).path.lower().endswith(".pdf"):
        return f"{url}#page={page[1]}" if page and "#" not in url else url
    if not citation.printed or _OF_FILES.fullmatch(url):
        return url
    return f"{url}{'' if '#' in url else '#'}:~:text={_encoded(citation.printed[0])}"


def _encoded(words: str) -> str:
    """Words for a text fragment, in which a hyphen, a comma and an ampersand mean something else.

    Letters stay as they are in every script: browsers encode them, and encoded they are three times as long.
    """
    return "".join(letter if letter.isalnum() else quote(letter, safe="").replace("-", "%2D") for letter in words)
