"""The changes between two states as Markdown for a pull request."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ...export.plain_values import plain
from ...records.entries import Entry
from ...records.schema import Fact
from ...render import formats
from .changes import Change, Changes, PageChange

__all__ = ["report"]

# what readers call fields that have no title of their own
_WORDS = {"as_of": "period", "checked": "day checked", "check_by": "due again", "url": "address",
          "archive_url": "archived copy", "accessed": "day of the last look", "computed": "worked out from",
          "dataset": "data set", "rows": "what a row is", "download": "may be passed on"}


def report(changes: Changes) -> str:
    """Markdown: a summary, what to look at twice, records, pages, sources out of use."""
    parts = [_summary(changes), _unbacked(changes), _unused(changes.unused), _records(changes), _pages(changes)]
    return "\n".join(line for part in parts for line in part) + "\n"


def _summary(changes: Changes) -> Iterator[str]:
    counts = [_count(sum(_is(change, what) for change in changes.records), f"record {what}", f"records {what}")
              for what in ("changed", "added", "removed")]
    counts += [_count(len(changes.renamed), "renamed", "renamed"),
               _count(len(changes.pages), "page reads differently", "pages read differently"),
               _count(len(changes.added_pages), "new page", "new pages"),
               _count(len(changes.removed_pages), "page removed", "pages removed")]
    said = ", ".join(filter(None, counts)) or "Nothing that a reader sees"
    yield from ("# What changes", "", f"{said}.")
    if changes.problems:
        problems = _count(changes.problems, "problem", "problems")
        yield from ("", f"The check reports {problems}; what is at fault is left out here.")


def _count(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}" if number else ""


def _is(change: Change, what: str) -> bool:
    return what == ("added" if change.before is None else "removed" if change.after is None else "changed")


def _section(title: str, lines: Iterable[str]) -> Iterator[str]:
    lines = list(lines)
    if lines:
        yield from ("", f"## {title}", "", *lines)


def _unbacked(changes: Changes) -> Iterator[str]:
    yield from _section("Changed without a new source or day checked",
                        (f"- {_name(change, changes)}" for change in changes.records if change.is_unbacked))


def _unused(entries: list[Entry]) -> Iterator[str]:
    yield from _section("Sources that nothing cites any more",
                        (f"- {_text(entry.record.title)} ({_place(entry)})" for entry in entries))


def _records(changes: Changes) -> Iterator[str]:
    yield from _section("Renamed", (f"- {kind} `{old}` → `{new}`" for (kind, old), new in changes.renamed.items()))
    for what in ("changed", "added", "removed"):
        yield from _section(f"Records {what}", (line for change in changes.records if _is(change, what)
                                                for line in _record(change, changes)))


def _record(change: Change, changes: Changes) -> Iterator[str]:
    yield f"- {_name(change, changes)}"
    if change.before and change.after:
        for key, (old, new) in change.fields.items():
            if key == "sources":
                old, new = (_cited(entry, changes) for entry in (change.before, change.after))
            yield f"  - {_field(change, key)}: {_value(old)} → {_value(new)}"
    else:
        yield f"  - {_text(_what(change.after or change.before))}"
    if change.kind in ("fact", "row") and change.after:
        yield from _backing(change.after, changes)


def _what(entry: Entry) -> str:
    """What a record says, in a line."""
    record = entry.record
    if isinstance(record, Fact):
        return f"{record.label}: {formats.quantity(record.value, record.unit)}"
    columns = {field.title: plain(getattr(record, name)) for name, field in type(record).model_fields.items()
               if field.title}
    return "; ".join(f"{name}: {value}" for name, value in columns.items() if value not in (None, [])) or record.title


def _backing(entry: Entry, changes: Changes) -> Iterator[str]:
    """Why, and where from."""
    record = entry.record
    if record.note:
        yield f"  - why: {_text(record.note)}"
    yield f"  - source: {_text(_cited(entry, changes))}" + (f"; checked {record.checked}" if record.checked else "")


def _cited(entry: Entry, changes: Changes) -> str:
    return "; ".join(_citation(citation, changes) for citation in entry.record.sources)


def _citation(citation: object, changes: Changes) -> str:
    known = changes.sources.get(citation.source)
    title = known.record.title if known else citation.source
    return title + (f", {citation.locator}" if citation.locator else "")


def _pages(changes: Changes) -> Iterator[str]:
    yield from _section("New pages", (f"- {_title(path, changes)}" for path in changes.added_pages))
    yield from _section("Pages removed", (f"- {_title(path, changes)}" for path in changes.removed_pages))
    yield from _section("Pages that read differently",
                        (line for page in changes.pages for line in _page(page, changes)))


def _page(page: PageChange, changes: Changes) -> Iterator[str]:
    yield f"- {_title(page.path, changes)}" + (f", moved from docs/{page.moved}" if page.moved else "")
    for old, new in page.edits:
        yield f"  - {_text(old) or '(nothing)'} → {_text(new) or '(nothing)'}"
    if page.notes:
        yield f"  - {_count(len(page.notes), 'note reads', 'notes read')} differently"


def _title(path: str, changes: Changes) -> str:
    return f"{_text(changes.titles[path])} (docs/{path})" if path in changes.titles else f"docs/{path}"


def _name(change: Change, changes: Changes) -> str:
    """What a record is called by its words, and where it stands."""
    entry = change.after or change.before
    record = entry.record
    if change.kind == "row":
        first = next((name for name, field in type(record).model_fields.items() if field.title), "id")
        said = f"“{changes.titles.get(entry.path, change.name)}”, {_value(plain(getattr(record, first)))}"
    else:
        said = record.label if isinstance(record, Fact) else f"{change.kind} “{record.title}”"
    return f"{_text(said[:1].upper() + said[1:])} ({_place(entry)})"


def _field(change: Change, key: str) -> str:
    """A field in a reader's words."""
    known = type((change.after or change.before).record).model_fields.get(key)
    return (known.title if known and known.title else _WORDS.get(key, key.replace("_", " "))).lower()


def _place(entry: Entry) -> str:
    return f"`{entry.path}:{entry.line}`"


def _value(value: object) -> str:
    if isinstance(value, list):
        return "; ".join(map(_value, value)) or "nothing"
    if isinstance(value, dict):
        return ", ".join(map(_value, value.values()))
    return "nothing" if value in (None, "") else _text(value)


def _text(text: object) -> str:
    """Text that Markdown shows as it stands, and that calls nobody by an @."""
    return str(formats.markdown(text)).replace("@", "@\u200b")
