"""What is published beside the pages: tables as CSV, package and workbook, a file for each record, one JSON of
everything, citations of each page, the feeds of changes, and the calendar of decisions.

Values are those of the pages: the same records, formatted by the same functions.
"""

from __future__ import annotations

from ..records.entries import Records
from ..render import formats
from ..render.citations import bibtex, csl, file_name, ris
from ..render.context import PageContext
from ..render.surroundings import cited as cited_as
from ..site.site import Site
from .calendar import CALENDAR, calendar
from .csv_text import csv_text
from .data_package import package
from .feed import feeds
from .for_machines import LIST, list_of_pages
from .moved import moved_pages
from .plain_values import as_plain, lines
from .record_files import openapi, record_files
from .sheets import shared, sheets
from .workbook import workbook

__all__ = ["everything", "files"]


def files(site: Site) -> dict[str, str | bytes]:
    """Every file that is published beside the pages, by its path."""
    records, rows = site.records, sheets(site.records)
    version = next((context.version for context in site.contexts.values()), "")
    known = everything(records)
    made: dict[str, str | bytes] = {
        **{f"data/{sheet.name}.csv": csv_text(sheet) for sheet in rows},
        "data/all.json": _json(known), "data/datapackage.json": package(records, rows, version),
        "data/all.xlsx": workbook(sheet for sheet in rows if sheet.name != "citations"),
        "data/openapi.json": openapi(version), CALENDAR: calendar(records, site.contexts),
        **({LIST: list_of_pages(site)} if "index.md" in site.pages else {}),
        **feeds(records, {path: page.head for path, page in site.pages.items()})}
    made |= record_files(site, known, rows)
    for context in site.contexts.values():
        made |= _citations(context) | context.drawn | context.embeds
    return made | moved_pages(site)


def _citations(context: PageContext) -> dict[str, str]:
    name, cited = f"cite/{file_name(context.path)}", cited_as(context)
    return {f"{name}.bib": bibtex(cited), f"{name}.ris": ris(cited), f"{name}.json": csl(cited)}


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
    return "{" + ",\n".join(f'"{name}": {lines(records)}' for name, records in groups.items()) + "}\n"
