"""What differs between two states of the site: records, pages, sentences, and what to look at twice."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from ...export.plain_values import plain
from ...records.entries import Entry, Records
from ...render.sentences import sentences, words
from ...site.rules.checks import cited_sources
from ...site.site import Site

__all__ = ["Change", "Changes", "PageChange", "compare"]

_ASIDE = {"label", "checked", "check_by", "sources", "note", "caution", "id", "table"}  # not the figure itself
_NAMES = {"id", "table"}  # what a row and a table are called, which is no part of what they say
_ALIKE = 0.6  # share of text from which a page under another name counts as moved


@dataclass(frozen=True)
class Change:
    """A record in both states, or in one of them; `fields` are those that differ."""

    kind: str
    name: str
    before: Entry | None
    after: Entry | None

    @property
    def fields(self) -> dict[str, tuple[object, object]]:
        """Old and new value of each field that differs."""
        old, new = (_plain(entry) for entry in (self.before, self.after))
        return {key: (old.get(key), new.get(key)) for key in {**old, **new}
                if old.get(key) != new.get(key) and key not in _NAMES}

    @property
    def is_unbacked(self) -> bool:
        """Whether the figure changed while its sources and the day checked did not."""
        return bool(self.kind in ("fact", "row") and self.before and self.after and set(self.fields) - _ASIDE
                    and not {"sources", "checked"} & set(self.fields))


@dataclass(frozen=True)
class PageChange:
    """A page that reads differently; `moved` is its old path if it has another."""

    path: str
    moved: str = ""
    edits: tuple[tuple[str, str], ...] = ()  # sentences as they were and as they will be
    notes: tuple[str, ...] = ()


@dataclass
class Changes:
    """All that differs.

    renamed: the new name by kind and old name. titles: of tables by the path of their file, and of pages by theirs.
    """

    records: list[Change] = field(default_factory=list)
    renamed: dict[tuple[str, str], str] = field(default_factory=dict)
    pages: list[PageChange] = field(default_factory=list)
    added_pages: list[str] = field(default_factory=list)
    removed_pages: list[str] = field(default_factory=list)
    unused: list[Entry] = field(default_factory=list)
    sources: Mapping[str, Entry] = field(default_factory=dict)
    titles: Mapping[str, str] = field(default_factory=dict)
    problems: int = 0


def compare(before: Site, after: Site) -> Changes:
    """What differs from `before` to `after`."""
    changes = Changes(sources=after.records.sources, problems=len(set(after.problems)),
                      titles=_titles(before) | _titles(after))
    for kind, read, key in _KINDS:
        old, new = read(before.records), read(after.records)
        names = _renames(old, new, key)
        changes.renamed |= {(kind, name): other for name, other in names.items()}
        changes.records += _differing(kind, {names.get(name, name): entry for name, entry in old.items()}, new)
    changes.records += _rows(changes, before.records, after.records)
    _compare_pages(changes, before, after)
    gone = cited_sources(before.records, before.contexts) - cited_sources(after.records, after.contexts)
    changes.unused = [entry for key, entry in after.records.sources.items() if key in gone]
    return changes


def _titles(site: Site) -> dict[str, str]:
    return {**{path: head.title for path, head in site.records.heads.items()},
            **{path: page.head.title for path, page in site.pages.items() if page.head}}


def _plain(entry: Entry | None) -> dict[str, object]:
    if entry is None:
        return {}
    return {name: plain(getattr(entry.record, name)) for name in type(entry.record).model_fields}


def _tables(records: Records) -> dict[str, Entry]:
    return {name: table.head for name, table in records.tables.items()}


def _same(entry: Entry) -> object:
    return tuple(sorted((name, str(value)) for name, value in _plain(entry).items() if name not in _NAMES))


# kind, its records, what makes two of different names the same
_KINDS = (("fact", lambda records: records.facts, _same), ("source", lambda records: records.sources, _same),
          ("table", _tables, _same))


def _renames(old: Mapping[str, object], new: Mapping[str, object], key: Callable) -> dict[str, str]:
    """Names of `old` that are gone, each with the new name of the same thing."""
    fresh = {key(thing): name for name, thing in new.items() if name not in old}
    return {name: fresh[key(thing)] for name, thing in old.items() if name not in new and key(thing) in fresh}


def _differing(kind: str, old: Mapping[str, Entry], new: Mapping[str, Entry]) -> Iterator[Change]:
    for name in sorted({*old, *new}):
        change = Change(kind, name, old.get(name), new.get(name))
        if change.fields:
            yield change


def _rows(changes: Changes, before: Records, after: Records) -> Iterator[Change]:
    names = {changes.renamed.get(("table", name), name): table for name, table in before.tables.items()}
    for name in sorted({*names, *after.tables}):
        old, new = ({f"{name}/{entry.key}": entry for entry in table.rows} if table else {}
                    for table in (names.get(name), after.tables.get(name)))
        others = _renames(old, new, _same)
        changes.renamed |= {("row", key): other for key, other in others.items()}
        yield from _differing("row", {others.get(key, key): entry for key, entry in old.items()}, new)


def _compare_pages(changes: Changes, before: Site, after: Site) -> None:
    moved = _moves(before, after)
    changes.added_pages = sorted(set(after.pages) - set(before.pages) - set(moved.values()))
    changes.removed_pages = sorted(set(before.pages) - set(after.pages) - set(moved))
    for path in sorted(before.pages):
        if path in after.pages or path in moved:
            page = _page(before, path, after, moved.get(path, path))
            changes.pages += [page] if page.moved or page.edits or page.notes else []


def _moves(before: Site, after: Site) -> dict[str, str]:
    """Pages that are gone, each with the new page that is most like it, if one is."""
    fresh, moves = sorted(set(after.pages) - set(before.pages)), {}
    for path in sorted(set(before.pages) - set(after.pages)):
        alike = [(SequenceMatcher(None, before.pages[path].text, after.pages[new].text).ratio(), new) for new in fresh]
        if alike and max(alike)[0] >= _ALIKE:
            moves[path] = max(alike)[1]
            fresh.remove(moves[path])
    return moves


def _page(before: Site, path: str, after: Site, new: str) -> PageChange:
    edits = tuple(_edits(_says(before, path), _says(after, new)))
    known, notes = set(_notes(before, path).values()), _notes(after, new)
    fresh = tuple(name for name, note in notes.items() if note not in known)
    return PageChange(new, path if path != new else "", edits, fresh)


def _notes(site: Site, path: str) -> dict[str, str]:
    return {name: words(note()) for name, note in site.contexts[path].notes.items()}


def _says(site: Site, path: str) -> list[str]:
    head = site.pages[path].head
    return [*([head.title, head.description] if head else []), *sentences(site.markdown[path])]


def _edits(old: list[str], new: list[str]) -> Iterator[tuple[str, str]]:
    """Sentences that differ, as they were and as they will be; "" where there is none."""
    for what, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if what != "equal":
            for number in range(max(b - a, d - c)):
                yield (old[a + number] if a + number < b else "", new[c + number] if c + number < d else "")
