"""What is published beside the pages: CSV for each table and for the facts, with what their columns hold, one JSON
of everything, citations of each page, and the feed of changes.

Values are those of the pages: the same records, formatted by the same functions.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable

from pydantic import BaseModel

from ..records.entries import Entry, Records, Table
from ..records.schema import Period
from ..render import formats
from ..render.citations import bibtex, csl, file_name
from ..render.context import PageContext
from ..render.footnotes import site_link
from ..site.site import Site
from .data_package import FACT_COLUMNS, SOURCE_COLUMNS, columns, package, shared
from .feed import PATH, atom
from .moved import moved_pages

__all__ = ["csv_of_facts", "csv_of_sources", "csv_of_table", "everything", "files"]

Cells = Iterable[object]
_FORMULA = re.compile("[\\s\u00a0\ufeff]*[=+@\uff1d\uff0b\uff20-]|[\t\r\n\uff0d]")  # what a spreadsheet may run
_SIMPLE = {str, int, float, bool, type(None)}


def files(site: Site) -> dict[str, str]:
    """Every file that is published beside the pages, by its path."""
    records = site.records
    made = {"data/facts.csv": csv_of_facts(records), "data/sources.csv": csv_of_sources(records),
            "data/all.json": _json(everything(records)), "data/datapackage.json": package(records),
            PATH: atom(records, {path: page.head for path, page in site.pages.items()})}
    made |= {f"data/{name}.csv": csv_of_table(records, table) for name, table in shared(records)}
    for path, context in site.contexts.items():
        made |= _citations(path, context) | context.drawn | context.embeds
    return made | moved_pages(site)


def _citations(path: str, context: PageContext) -> dict[str, str]:
    head, address, name = context.heads[path], site_link(path), f"cite/{file_name(path)}"
    return {f"{name}.bib": bibtex(head, path, address, context.version),
            f"{name}.json": csl(head, path, address, context.version)}


def csv_of_facts(records: Records) -> str:
    """Every fact on a line: value, unit, and the value as pages print it."""
    return _csv(FACT_COLUMNS, ([key, fact.label, fact.value, fact.unit, formats.quantity(fact.value, fact.unit),
                                fact.as_of.text, fact.checked, fact.check_by, fact.note, fact.caution,
                                _sources(entry)]
                               for key, entry in records.facts.items() for fact in [entry.record]))


def csv_of_sources(records: Records) -> str:
    """Every source on a line."""
    return _csv(SOURCE_COLUMNS, ([key, *(plain(getattr(entry.record, name)) for name in SOURCE_COLUMNS[1:])]
                                 for key, entry in records.sources.items()))


def csv_of_table(records: Records, table: Table) -> str:
    """The rows of a table, each with its own or the table's period and day checked."""
    heads = columns(table)
    return _csv(heads, (_row(records, table, entry, heads[1:-6]) for entry in table.rows))


def _row(records: Records, table: Table, entry: Entry, fields: list[str]) -> list[object]:
    row = entry.record
    return [row.id, *(plain(getattr(row, name)) for name in fields),
            (row.as_of or table.head.record.as_of).text, records.checked(entry), row.note, row.caution,
            _sources(entry), table.head.record.rights[0]]


def everything(records: Records) -> dict[str, object]:
    """All records as plain values for JSON, each under its id."""
    return {
        "facts": {key: {**as_plain(entry.record), "shown": formats.quantity(
            entry.record.value, entry.record.unit)} for key, entry in records.facts.items()},
        "tables": {name: {**as_plain(table.head.record), "licence": table.head.record.rights[0],
                          "rows": [as_plain(entry.record) for entry in table.rows]}
                   for name, table in shared(records)},
        "sources": {key: as_plain(entry.record) for key, entry in records.sources.items()},
    }


def _json(groups: dict[str, dict[str, object]]) -> str:
    """JSON with one record on a line, so that two editions can be compared."""
    lines = {name: ",\n".join(f"{json.dumps(key)}: {json.dumps(record, ensure_ascii=False)}"
                              for key, record in records.items()) for name, records in groups.items()}
    return "{" + ",\n".join(f'"{name}": {{\n{text}\n}}' for name, text in lines.items()) + "}\n"


def as_plain(record: BaseModel) -> dict[str, object]:
    """A record as a mapping of what JSON can hold, without what is empty."""
    values = {field.alias or name: plain(getattr(record, name)) for name, field in type(record).model_fields.items()}
    return {name: value for name, value in values.items() if value not in (None, [], {}, "")}


def plain(value: object) -> object:
    """A value as JSON and CSV write it: dates in ISO form, periods as the editor wrote them."""
    if type(value) in _SIMPLE:
        return value
    if isinstance(value, Period):
        return value.text
    if isinstance(value, BaseModel):
        return as_plain(value)
    if isinstance(value, tuple):
        return [plain(item) for item in value]
    if isinstance(value, dict):
        return {name: plain(item) for name, item in value.items()}
    return value.isoformat()


def _sources(entry: Entry) -> str:
    return "; ".join(citation.source + (f" ({citation.locator})" if citation.locator else "")
                     for citation in entry.record.sources)


def _csv(heads: Iterable[str], rows: Iterable[Cells]) -> str:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(heads)
    writer.writerows([_cell(cell) for cell in row] for row in rows)
    return text.getvalue()


def _cell(value: object) -> object:
    """A cell that no spreadsheet takes for a formula."""
    if isinstance(value, list):
        value = "; ".join(map(str, value))
    return "'" + value if isinstance(value, str) and _FORMULA.match(value) else value
