"""Calls that list sources: one part on a page each, and the index of all parts."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from itertools import groupby

from markupsafe import Markup

from ..records.entries import Entry
from ..records.problems import allowed
from ..records.schema import KINDS, Source
from ..render import formats
from ..render.cited_sources import kind_words, source_link
from ..render.context import Mistake, PageContext
from ..render.templates import render
from .registry import call

__all__ = ["source_index", "source_list"]

_LETTERS = re.compile("[0A-Z]-[0A-Z]")

_FIGURES = "0 to 9"
_FULL = 60  # sources of a kind that can be read in one go
_MANY = 120  # sources of a kind whose publishers alone would fill a page
_NAMED = 2  # publishers of a letter that are named in place of all

Listed = Entry[Source]
Telling = tuple[Listed, Markup]
Publisher = tuple[str, list[Telling]]
Part = tuple[str, int, list[Publisher]]


@call
def source_list(page: PageContext, *, kinds: list[str] | None = None, letters: str = "0-Z") -> str:
    """Sources by kind, strongest first, and publisher, with the pages that rest on them.

    `kinds` are those to list, else all; `letters`, such as A-F, those with which the names of publishers begin, where 0
    stands for any figure.
    """
    first, last = _range(letters)
    chosen = [entry for kind in _known(kinds) for entry in _ordered(page, kind) if first <= _initial(entry) <= last]
    for entry in chosen:
        page.id(f"src-{entry.key}")
    if page.purpose == "check":
        return ""
    uses = _uses(page)
    rests = Counter(citation.source for entry in page.records.sourced() for citation in entry.record.citations)
    told = [(entry, _told(entry, rests[entry.key], uses.get(entry.key, []))) for entry in chosen]
    return render("source-list.md.jinja", kinds=_grouped(told), words=kind_words)


@call
def source_index(page: PageContext) -> str:
    """Every publisher by kind, with a link to its sources on the page that lists them.

    Of a kind with very many sources it tells the letters. The id of each source stands here too, before the link.
    """
    lists = _lists(page)
    told = [(entry, _mark(page, entry, lists)) for kind in KINDS for entry in _ordered(page, kind)]
    kinds = [(kind, count, *_indexed(page, count, parts, lists)) for kind, count, parts in _grouped(told)]
    return render("source-index.md.jinja", kinds=kinds, words=kind_words)


def _range(letters: str) -> tuple[str, str]:
    if not _LETTERS.fullmatch(letters) or letters[0] > letters[2]:
        raise Mistake(f"letters: {letters!r}; wanted: the first and the last letter, as in A-F, or 0 for figures",
                      letters)
    return letters[0], letters[2]


def _known(kinds: list[str] | None) -> list[str]:
    for kind in kinds or ():
        if kind not in KINDS:
            raise Mistake(f"no kind of source {kind!r}; {allowed(kind, KINDS)}", kind)
    return [kind for kind in KINDS if kinds is None or kind in kinds]


def _ordered(page: PageContext, kind: str) -> list[Listed]:
    return sorted((entry for entry in page.records.sources.values() if entry.record.kind == kind),
                  key=lambda entry: (_name(entry), entry.record.title.lower()))


def _name(entry: Listed) -> str:
    """The publisher's name as an index has it: without its article and without accents."""
    bare = unicodedata.normalize("NFKD", entry.record.publisher.removeprefix("The "))
    return "".join(letter for letter in bare if not unicodedata.combining(letter)).lower()


def _initial(entry: Listed) -> str:
    """The letter by which a publisher's page is chosen, 0 for any figure; other scripts go with Z, signs with A."""
    first = _name(entry)[:1].upper()
    return "0" if first.isdecimal() else min(max(first, "A"), "Z")


def _heading(entry: Listed) -> str:
    """What a publisher stands under on its page: its letter, or that its name begins with a figure."""
    initial = _initial(entry)
    return _FIGURES if initial == "0" else initial


def _uses(page: PageContext) -> dict[str, list[str]]:
    """The pages that rest on each source, as links."""
    uses: dict[str, list[str]] = {}
    for path, other in sorted(page.pages.items()):
        if not page.heads[path]:
            continue  # a head at fault is told where it stands
        link = Markup("[{}]({})").format(formats.markdown(page.heads[path].title), page.link(path))
        for key in other.sources:
            uses.setdefault(key, []).append(link)
    return uses


def _told(entry: Listed, rests: int, uses: list[str]) -> Markup:
    """A source in words: thousands of links, so they are joined here and not in the template."""
    source = entry.record
    parts = [f"{source_link(source)}{formats.stop(source.title)}",
             f"{formats.period(source.published)}." if source.published else "",
             f"Consulted {formats.day(source.accessed)}.", formats.markdown(source.caveat or ""),
             f"Behind {rests} {'record' if rests == 1 else 'records'}." if rests else "",
             f"Used on: {' · '.join(uses)}" if uses else ""]
    return Markup(f'<span id="src-{entry.key}"></span>' + " ".join(part for part in parts if part))


def _grouped(told: list[Telling]) -> list[tuple[str, int, list[Part]]]:
    """Kinds, each with how many sources it has and with its publishers; a kind too full in parts by letter."""
    view = []
    for kind, of_kind in groupby(told, key=lambda pair: pair[0].record.kind):
        inside = list(of_kind)
        parts = [("", inside)] if len(inside) <= _FULL else [
            (letter, list(few)) for letter, few in groupby(inside, key=lambda pair: _heading(pair[0]))]
        view.append((kind, len(inside), [(letter, len(few), _publishers(few)) for letter, few in parts]))
    return view


def _publishers(told: list[Telling]) -> list[Publisher]:
    return [(name, list(few)) for name, few in groupby(told, key=lambda pair: pair[0].record.publisher)]


def _lists(page: PageContext) -> dict[str, str]:
    """The page that lists each source, by the id that the source has there."""
    lists: dict[str, str] = {}
    for path, context in page.so_far.items():
        lists.update((name, path) for name in context.ids if name.startswith("src-"))
    return lists


def _mark(page: PageContext, entry: Listed, lists: dict[str, str]) -> Markup:
    """The id of a source as an empty element, from which script leads on to the page that lists it."""
    name = f"src-{entry.key}"
    if name not in lists:
        raise Mistake(f"no page lists source {entry.key!r}; a page of its own calls source_list(kinds="
                      f'["{entry.record.kind}"], letters="{_initial(entry)}-{_initial(entry)}")')
    return Markup(f'<span id="{page.id(name)}"></span>')


def _indexed(page: PageContext, count: int, parts: list[Part], lists: dict[str, str]) -> tuple[int, list[Markup]]:
    """Of a kind as the index has it: how many publishers it has, and a line for each of them, or for each letter."""
    publishers = [publisher for _, _, some in parts for publisher in some]
    lines = [_letter_line(page, part, lists) for part in parts] if count > _MANY else [
        _line(page, publisher, lists) for publisher in publishers]
    return len(publishers), lines


def _line(page: PageContext, publisher: Publisher, lists: dict[str, str]) -> Markup:
    name, told = publisher
    return _linked(page, told, lists, formats.markdown(name)) + (f": {len(told)}" if len(told) > 1 else "")


def _letter_line(page: PageContext, part: Part, lists: dict[str, str]) -> Markup:
    letter, count, publishers = part
    told = [one for _, some in publishers for one in some]
    most = sorted(publishers, key=lambda one: -len(one[1]))[:_NAMED]
    named = formats.markdown("; ".join(name for name, _ in most))
    of = named if len(publishers) == 1 else Markup("{} publishers, among them {}").format(len(publishers), named)
    return _linked(page, told, lists, Markup(letter)) + Markup(": {} {} of {}").format(
        count, "source" if count == 1 else "sources", of)


def _linked(page: PageContext, told: list[Telling], lists: dict[str, str], words: Markup) -> Markup:
    """The ids of sources, then a link to the first of them."""
    first = f"src-{told[0][0].key}"
    marks = Markup("").join(mark for _, mark in told)
    return marks + Markup("[{}]({}#{})").format(words, page.link(lists[first]), first)
