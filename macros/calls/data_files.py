"""Macros on the files of data: what there is to download, and what each field of it holds."""

from __future__ import annotations

from markupsafe import Markup

from ..records.entries import Table
from ..records.schema import KINDS_OF_ROWS, CitationFields, Claim, Fact, Row, Source, settings
from ..render.context import Mistake, PageContext
from ..render.templates import render
from .inline import unit_of
from .registry import call

__all__ = ["data_dictionary", "dictionary_index", "downloads"]

_EVERY_ROW = "What every row of a table has, whatever its kind."


@call
def downloads(page: PageContext) -> str:
    """Every file of data that the site publishes."""
    tables = sorted((table for table in page.records.tables.values() if table.head.record.download),
                    key=lambda table: table.head.path)
    view = [(table.head.record, len(table.rows), page.link(f"data/{table.head.key}.csv")) for table in tables]
    cited = [*page.records.facts.values(), *(entry for table in tables for entry in table.rows)]
    counts = {"facts": len(page.records.facts), "sources": len(page.records.sources),
              "citations": sum(len(entry.record.citations) for entry in cited)}
    return render("downloads.md.jinja", tables=view, counts=counts, file=page.link,
                  own=next(iter(settings().licences)))


@call
def data_dictionary(page: PageContext) -> str:
    """Every field of every kind of record, from the models themselves, and every column that a table declares."""
    for name in _names(page):
        page.id(f"record-{name}")
    view = [(name, _says(model), _files(page, name), _fields(model)) for name, model in _kinds(page).items()]
    declared = [(table.head.key, table.head.record.row or "", [_file(page, table.head.key)],
                 [(column.name, column.description, column.unit) for column in table.head.record.columns])
                for table in _declared(page)]
    return render("dictionary.md.jinja", kinds=view, tables=declared, shared=_fields(Row))


@call
def dictionary_index(page: PageContext) -> str:
    """Every kind of record, and every table with columns of its own, with links to the page that tells their fields."""
    there = next((path for path, other in page.so_far.items() if "record-row" in other.ids), None)
    if there is None:
        raise Mistake("no page calls data_dictionary(), to which this would lead")
    ids = {name: page.id(f"record-{name}") for name in _names(page)}
    kinds = [("row", _EVERY_ROW), *((name, _says(model)) for name, model in _kinds(page).items())]
    return render("dictionary-index.md.jinja", kinds=kinds, link=page.link(there), ids=ids,
                  tables=[table.head.key for table in _declared(page)])


def _names(page: PageContext) -> list[str]:
    """What the dictionary has an entry for: kinds of records, then tables."""
    return ["row", *_kinds(page), "columns", *(table.head.key for table in _declared(page))]


def _kinds(page: PageContext) -> dict[str, type]:
    """The kinds of records that there are, each with its model."""
    used = {table.head.record.kind for table in page.records.tables.values()}
    return {"fact": Fact, "claim": Claim, "source": Source, "citation": CitationFields,
            **{name: model for name, model in sorted(KINDS_OF_ROWS.items()) if name in used}}


def _declared(page: PageContext) -> list[Table]:
    """The published tables that declare columns of their own."""
    return [table for table in page.records.tables.values()
            if table.head.record.columns and table.head.record.download]


def _says(model: type) -> str:
    return (model.__doc__ or "").split("\n")[0]


def _files(page: PageContext, kind: str) -> list[tuple[str, Markup]]:
    """The published files whose rows are of that kind, each with its address."""
    return [_file(page, name) for name, table in page.records.tables.items()
            if table.head.record.kind == kind and table.head.record.download]


def _file(page: PageContext, table: str) -> tuple[str, Markup]:
    return f"{table}.csv", page.link(f"data/{table}.csv")


def _fields(model: type) -> list[tuple[str, str | None, str | None]]:
    """Name, description and unit of the fields that a model does not share with every row."""
    shared = Row.model_fields if issubclass(model, Row) and model is not Row else ()
    return [(key, (field.description or "").replace("'", "’"), unit_of(model, key))
            for key, field in model.model_fields.items() if key not in shared]
