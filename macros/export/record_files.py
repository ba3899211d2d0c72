"""An address for each record: `data/facts/<id>.json` and `data/tables/<id>.json`, as openapi.json describes them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import chain
from pathlib import Path

from ..records.entries import Entry, Records, Table
from ..records.schema import CitationFields, Fact, Period, Row, TableHead, settings
from ..records.schema.settings import Licence
from ..render.addresses import address, site_link
from ..render.cited_sources import at_words
from ..site.site import Site
from .plain_values import as_plain, lines, text, whole
from .sheets import Sheet

__all__ = ["openapi", "record_files"]

_OPENAPI = Path(__file__).with_name("openapi.json")
_SCHEMAS = "../openapi.json#/components/schemas/"
Known = dict[str, dict[str, dict]]
_History = Mapping[str, list[dict[str, object]]]


def openapi(version: str) -> str:
    """What the files of records hold, as OpenAPI 3.1."""
    own = settings().own[1]
    told = _OPENAPI.read_text("utf-8").replace("{title}", text(settings().title)[1:-1]).replace(
        "{version}", version or "unknown")
    return told.replace("{licence}", own.id)


def record_files(site: Site, known: Known, sheets: Iterable[Sheet]) -> Iterator[tuple[str, str]]:
    """Path and text of the file of each fact and of each table that may be passed on; `known` is all.json."""
    told = _Told(site, known)
    for key, entry in site.records.facts.items():
        yield f"data/facts/{key}.json", lines(told.fact(entry)) + "\n"
    for sheet in sheets:
        if sheet.name in known["tables"]:
            yield f"data/tables/{sheet.name}.json", lines(told.table(site.records.tables[sheet.name], sheet)) + "\n"


class _Told:
    """What the files of records tell; what several of them tell is worked out once."""

    def __init__(self, site: Site, known: Known) -> None:
        self._known = known
        self._places: dict[int, dict[str, object]] = {}  # by the citation itself, which rows of a series share
        self._sources = {key: {"id": key, **source} for key, source in known["sources"].items()}
        self._pages, self._history = _pages(site), _history(site.records)

    def fact(self, entry: Entry[Fact]) -> dict[str, object]:
        """A fact with its sources in full."""
        fact, told = entry.record, dict(self._known["facts"][entry.key])
        claims = [{**as_plain(claim), "sources": self._cited(claim.sources)} for claim in fact.claims]
        return {"$schema": f"{_SCHEMAS}Fact", "id": entry.key, **_without(told, "as_of", "claims", "sources"),
                "period": _period(fact.as_of), **({"claims": claims} if claims else {}),
                "sources": self._cited(fact.sources), "licence": _licence(*settings().own),
                **self._around(f"facts/{entry.key}")}

    def table(self, table: Table, sheet: Sheet) -> dict[str, object]:
        """A table with its sources in full, and its rows."""
        head, told = table.head.record, dict(self._known["tables"][sheet.name])
        cited = dict.fromkeys(citation.source for entry in table.rows for citation in entry.record.sources)
        rows = [self._row(head, entry, row) for entry, row in zip(table.rows, told["rows"], strict=True)]
        return {"$schema": f"{_SCHEMAS}Table", "id": sheet.name,
                **_without(told, "table", "columns", "sources", "licence", "download", "as_of", "rows"),
                "period": _period(head.as_of), "licence": _licence(*head.rights), "csv": f"../{sheet.name}.csv",
                "columns": sheet.fields, "sources": [self._sources[key] for key in cited],
                **self._around(f"tables/{sheet.name}"), "rows": rows}

    def _row(self, head: TableHead, entry: Entry[Row], told: dict[str, object]) -> dict[str, object]:
        of, sources = entry.record.as_of or head.as_of, entry.record.sources
        return {"id": entry.key, "checked": head.checked.isoformat(), **told, "period": _period(of),
                "sources": [self._place(citation) for citation in sources]}

    def _around(self, name: str) -> dict[str, object]:
        return {"pages": self._pages.get(name, []), "history": self._history.get(name, [])}

    def _cited(self, citations: Iterable[CitationFields]) -> list[dict[str, object]]:
        return [{**self._sources[citation.source], **self._place(citation)} for citation in citations]

    def _place(self, citation: CitationFields) -> dict[str, object]:
        """Where it stands in a source and in which words, with the link that opens it there."""
        if found := self._places.get(id(citation)):
            return found
        told = as_plain(citation)
        link = at_words(citation.copy_url or self._sources[citation.source].get("url", ""), citation)
        self._places[id(citation)] = told = {"id": told.pop("source"), **told, **({"link": link} if link else {})}
        return told


def _without(told: dict[str, object], *names: str) -> dict[str, object]:
    for name in names:
        told.pop(name, None)
    return told


def _period(period: Period) -> dict[str, str]:
    return {"text": period.text, "start": period.start.isoformat(), "end": period.end.isoformat()}


def _licence(name: str, licence: Licence) -> dict[str, str]:
    return whole({"name": name, "url": licence.url})


def _pages(site: Site) -> dict[str, list[dict[str, str]]]:
    """The pages that show each record, by `facts/<id>` or `tables/<id>`."""
    shown: dict[str, list] = defaultdict(list)
    for path, context in sorted(site.contexts.items()):
        page = {"path": path, "title": site.pages[path].head.title, "url": site_link(path) or f"../../{address(path)}"}
        for name in chain((f"facts/{key}" for key in context.facts),
                          {f"tables/{table}" for table, _ in context.rows}):
            shown[name].append(page)
    return shown


def _history(records: Records) -> _History:
    """What is known of earlier values: the corrections and changes that name a record, the newest first."""
    told: dict[str, list] = defaultdict(list)
    for table in records.tables.values():
        if table.head.record.kind in ("correction", "site-change"):
            for entry in table.rows:
                for name in entry.record.records:
                    told["/".join(name.split("/")[:2])].append(_change(name, entry.record))
    return {name: sorted(changes, key=lambda one: one["date"], reverse=True) for name, changes in told.items()}


def _change(name: str, record: object) -> dict[str, object]:
    day: date = record.date
    row = name.split("/")[2:]
    kind = getattr(record, "kind", "correction")
    return whole({"date": day.isoformat(), "kind": kind, "row": row[0] if row else None,
                  **{field: getattr(record, field, None) for field in ("was", "now", "why", "what")}})
