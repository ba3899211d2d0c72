"""What is published as rows and columns: facts, sources, citations and each table.

A sheet is one CSV file, one resource of the data package and, but for citations, one sheet of the workbook.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..records.entries import Entry, Records, Table
from ..records.schema import CitationFields, Claim, Fact, Source, settings
from ..records.schema.periods import parse_period
from ..records.schema.settings import Licence
from ..render.formats import quantity
from .table_schema import ITEMS, PLACES, Field, days, declared, fields, kind_of

__all__ = ["Sheet", "shared", "sheets"]

_SOURCE = ("title", "publisher", "url", "published", "accessed", "kind", "caveat")
_CITED = ("source", "locator", "printed", "read", "copy_url", "cells", "unread")
_ID = {"name": "id", "type": "string", "description": "Name of the record.",
       "constraints": {"required": True, "unique": True}}
_LOCATORS = {"name": "locators", "type": "list", "delimiter": PLACES,
             "description": "The place in each source, in the order of sources; empty where none is named."}


@dataclass(frozen=True)
class Sheet:
    """Rows under columns.

    fields: the columns, in the words of a Table Schema.
    rows: cells that are text, numbers, booleans, days or None.
    keys: the columns that name a row, and others whose values together stand once.
    foreign: columns, each with the sheet whose ids it holds.
    """

    name: str
    title: str
    licence: Licence
    fields: list[Field]
    rows: list[list[object]]
    keys: tuple[tuple[str, ...], ...] = (("id",),)
    foreign: tuple[tuple[str, str], ...] = ()


def shared(records: Records) -> list[tuple[str, Table]]:
    """The tables, by name, that may be passed on as files."""
    return [(name, table) for name, table in records.tables.items() if table.head.record.download]


def sheets(records: Records) -> list[Sheet]:
    """Everything that is published as rows and columns."""
    return [_facts(records), _sources(records), _citations(records),
            *(_of_table(records, table) for _, table in shared(records))]


def _facts(records: Records) -> Sheet:
    number = {"name": "number", "type": "number", "description": "The value, if it is a number."}
    shown = {"name": "shown", "type": "string", "description": "The value as pages show it, with its unit."}
    columns = [_ID, *fields(Fact, ("label", "value")), number, *days("value", "if it is a date"),
               *fields(Fact, ("unit",)), shown,
               *fields(Fact, ("as_of", "checked", "check_by", "note", "caution")), *_cited_fields()]
    rows = [_fact(key, entry.record) for key, entry in records.facts.items()]
    return Sheet("facts", "All facts", settings().own[1], columns, rows)


def _fact(key: str, fact: Fact) -> list[object]:
    is_number = not isinstance(fact.value, str)
    ends = _cells(parse_period(fact.value), True)[1:] if fact.unit == "date" else [None, None]
    return [key, fact.label, fact.value, fact.value if is_number else None, *ends, fact.unit,
            quantity(fact.value, fact.unit), *_cells(fact.as_of, True), fact.checked, fact.check_by, fact.note,
            fact.caution, *_cited(fact.sources)]


def _sources(records: Records) -> Sheet:
    rows = [[key, *(cell for name in _SOURCE for cell in _cells(getattr(entry.record, name), name == "published"))]
            for key, entry in records.sources.items()]
    return Sheet("sources", "All sources", settings().own[1], [_ID, *fields(Source, _SOURCE)], rows)


def _citations(records: Records) -> Sheet:
    """Which record rests on which source: a row for each, by which facts and tables join with sources."""
    told = {"file": "Name of the file that has the record: facts, or that of a table.", "record": "Its id there."}
    number = {"name": "number", "type": "integer", "description": "Place in the list of the record's citations.",
              "constraints": {"required": True}}
    columns = [*({"name": name, "type": "string", "description": words, "constraints": {"required": True}}
                for name, words in told.items()), number, *fields(Claim, ("who",), may_lack=True),
              *fields(CitationFields, _CITED)]
    rows = [row for file, entry in _cite(records) for row in _citation_rows(file, entry)]
    return Sheet("citations", "Every citation: which record rests on which source, where and in which words",
                 settings().own[1], columns, rows, (("file", "record", "number"),), (("source", "sources"),))


def _cite(records: Records) -> Iterator[tuple[str, Entry]]:
    yield from (("facts", entry) for entry in records.facts.values())
    yield from ((name, entry) for name, table in shared(records) for entry in table.rows)


def _citation_rows(file: str, entry: Entry) -> Iterator[list[object]]:
    whose = [(None, citation) for citation in entry.record.sources]
    whose += [(claim.who, citation) for claim in getattr(entry.record, "claims", ()) for citation in claim.sources]
    for number, (who, cited) in enumerate(whose, 1):
        yield [file, entry.key, number, who, cited.source, cited.locator, PLACES.join(cited.printed or ()) or None,
               cited.read, cited.copy_url, cited.cells, cited.unread]


def _of_table(records: Records, table: Table) -> Sheet:
    head, model = table.head.record, table.model
    shown = [name for name, field in model.model_fields.items() if field.title]
    licence = {"name": "licence", "type": "string", "description": "What may be done with the figures of the row."}
    columns = [_ID, *declared(table, shown), *fields(model, ("as_of", "checked", "note", "caution")),
              *_cited_fields(), licence]
    wide = [(name, kind_of(model.model_fields[name].annotation) == "period") for name in shown]
    rows = [[entry.key, *(cell for name, is_wide in wide for cell in _cells(getattr(entry.record, name), is_wide)),
             *_cells(entry.record.as_of or head.as_of, True), records.checked(entry), entry.record.note,
             entry.record.caution, *_cited(entry.record.sources), head.rights[0]] for entry in table.rows]
    unique = (names for names in head.uniqueKeys if set(names) <= {field["name"] for field in columns})
    return Sheet(head.table, head.title, head.rights[1], columns, rows, (("id",), *unique),
                 tuple(_foreign(records, table, shown)))


def _foreign(records: Records, table: Table, shown: list[str]) -> Iterator[tuple[str, str]]:
    """Columns whose cells are ids of rows in another file; a cell with several of them is no key."""
    for key in table.head.record.foreignKeys:
        for name in [name for name in key.columns if name in shown]:
            if kind_of(table.model.model_fields[name].annotation) == "string" and records.tables[
                    key.table].head.record.download:
                yield name, key.table


def _cells(value: object, is_period: bool) -> list[object]:
    if is_period:
        return [value.text, value.start, value.end] if value else [None] * 3
    return [ITEMS.join(value) or None] if isinstance(value, tuple) else [value]


def _cited_fields() -> list[Field]:
    words = "Ids of the sources, as in sources.csv."
    return [{"name": "sources", "type": "list", "delimiter": ITEMS, "description": words}, _LOCATORS]


def _cited(citations: Iterable[CitationFields]) -> list[str | None]:
    """Ids of sources, and the places in them in the same order."""
    places = [(citation.locator or "").replace(PLACES, "/") for citation in citations]  # whole in citations.csv
    return [ITEMS.join(citation.source for citation in citations) or None, PLACES.join(places) if any(places) else None]
