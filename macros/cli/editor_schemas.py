"""Help in the editor: a JSON Schema for each kind of file, and the line in a file that leads to its schema."""

from __future__ import annotations

import json
import posixpath
from collections.abc import Mapping
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, create_model

from ..records.cache import cached, fingerprint, store
from ..records.entries import Records
from ..records.schema import (
    KINDS_OF_ROWS,
    Fact,
    PageHead,
    RedirectsFile,
    Row,
    SearchFile,
    SiteFile,
    Source,
    TableHead,
    UnitsFile,
    known,
)
from ..records.schema.proof import Citation
from ..records.schema.types import Key

__all__ = ["FOLDER", "MARK", "committed", "modeline", "of_tables", "schema_name", "write"]

FOLDER = "data/schema"
MARK = "# yaml-language-server: $schema="
# what schemas follow from, besides heads of tables
_MADE_BY = ("records/schema/*.py", "cli/editor_schemas.py", "../data/site.yml", "../data/units.yml")
_CLOSED = {"additionalProperties": False}  # ids of another form are unknown keys
_KINDS = ("facts", "redirects", "search", "sources", "site", "units")  # of files that are no tables
_DIALECT = "http://json-schema.org/draft-07/schema#"  # the one that every editor knows
_DRAFT_07 = {"prefixItems": "items", "ge": "minimum", "le": "maximum"}  # by what pydantic writes
_NUMBER = {"type": "number"}  # integers are numbers
_OURS = {"unit", "unit_in_title", "unprinted"}  # for cells and charts; validators refuse words that no dialect has


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid")


class FactsFile(_File):
    """Facts by id."""

    facts: Annotated[dict[Key, Fact], Field(
        min_length=1, description="Facts by id; pages call them by it.", json_schema_extra=_CLOSED)]


class SourcesFile(_File):
    """Sources by key."""

    sources: Annotated[dict[Key, Source], Field(
        min_length=1, description="Sources by key; records cite them by it.", json_schema_extra=_CLOSED)]


def committed() -> dict[str, str]:
    """The schemas that an editor needs before any command has run, by the name of their file."""
    models = {"facts": FactsFile, "sources": SourcesFile, "page-head": PageHead, "redirects": RedirectsFile,
              "search": SearchFile, "site": SiteFile, "table": _table("any", Row), "units": UnitsFile}
    return {f"{name}.json": _text(model) for name, model in models.items()}


def of_tables(records: Records) -> dict[str, str]:
    """The schema of each table with columns of its own, and of each kind of table without."""
    made = cached(fingerprint(["kinds", known("topics"), known("countries")], _MADE_BY), _of_kinds)
    for name, table in records.tables.items():
        if columns := table.head.record.columns:
            is_shared = bool(table.head.record.sources)
            shape = table.head.record.kind, is_shared, [column.model_dump() for column in columns]
            made[f"table-{name}.json"] = cached(fingerprint(shape, _MADE_BY),
                                                partial(_schema_of, name, table.model, is_shared))
    return made


def _of_kinds() -> dict[str, str]:
    return {f"table-{name}.json": _text(_table(name, model)) for name, model in KINDS_OF_ROWS.items()}


def _schema_of(name: str, rows: type[Row], is_shared: bool) -> str:
    """The schema of a table; `is_shared`: its head gives the sources of rows that name none."""
    says = Field((), strict=False, description=rows.model_fields["sources"].description)
    may_lack = {"sources": (tuple[Citation, ...], says)} if is_shared else {}
    return _text(_table(name, create_model(rows.__name__, __base__=rows, __doc__=rows.__doc__, **may_lack)))


def _text(model: type[BaseModel]) -> str:
    schema = {"$schema": _DIALECT, **_lean(model.model_json_schema())}
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"


def _table(name: str, rows: type[Row]) -> type[BaseModel]:
    """The model of a whole table file whose rows are `rows`."""
    rows_of = rows if rows is not Row else dict[str, Any]
    return create_model(f"{name.title()}Table", __base__=TableHead, __doc__=f"A table. Its rows: {rows.__doc__}",
                        rows=(Annotated[tuple[rows_of, ...], Field(min_length=1)], Field(description="The rows.")))


def _lean(node: object, key: str = "") -> object:
    """A schema in draft 07, without titles that only repeat the key, and without the choice of nothing."""
    if isinstance(node, list):
        return [_lean(item) for item in node]
    if not isinstance(node, dict):
        return node
    lean = {_DRAFT_07.get(name, name): _lean(value, name) for name, value in node.items()
            if not _is_noise(name, value, key)}
    needless = [{"type": "null"}, {"type": "integer"}] if _NUMBER in lean.get("anyOf", []) else [{"type": "null"}]
    choices = [choice for choice in lean.pop("anyOf", []) if choice not in needless]
    return {**choices[0], **lean} if len(choices) == 1 else {**lean, **({"anyOf": choices} if choices else {})}


def _is_noise(name: str, value: object, key: str) -> bool:
    if name == "default":
        return value is None or value == []
    if name in _OURS:
        return not isinstance(value, dict)  # a schema stands under a key of that name
    return name == "title" and isinstance(value, str) and value.lower() == key.replace("_", " ")


def write(root: Path, records: Records) -> None:
    """Writes each schema that is not under `root` as it should be; takes away those of tables that are gone.

    Where nothing can be written there is less help in the editor, and no more.
    """
    folder, wanted = root / FOLDER, cached(fingerprint(known("units"), _MADE_BY), committed) | of_tables(records)
    for file in folder.glob("*.json"):
        if file.name not in wanted:
            with suppress(OSError):
                file.unlink()
    for name, text in wanted.items():
        content = text.encode("utf-8")
        if _content(folder / name) != content:
            store(folder / name, content)


def _content(file: Path) -> bytes | None:
    try:
        return file.read_bytes()
    except OSError:
        return None


def schema_name(value: object) -> str | None:
    """The schema of a data file whose content is `value`, if it is of a known form."""
    if not isinstance(value, Mapping):
        return None
    if "table" in value:
        return f"table-{value['table'] if value.get('columns') else value.get('kind')}.json"
    return next((f"{kind}.json" for kind in _KINDS if kind in value), None)


def modeline(path: str, value: object) -> str | None:
    """The first line of the data file at `path`, from the root of the project, if its form is known."""
    name = schema_name(value)
    return MARK + posixpath.relpath(f"{FOLDER}/{name}", posixpath.dirname(path)) if name else None
