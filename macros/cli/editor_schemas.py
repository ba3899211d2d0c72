"""Help in the editor: a JSON Schema for each kind of file, and the line in a file that leads to its schema."""

from __future__ import annotations

import json
import posixpath
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, create_model

from ..records.schema import ROWS, Fact, PageHead, Row, Source, TableHead
from ..records.schema.types import Key

__all__ = ["FOLDER", "MARK", "modeline", "schema_name", "schemas", "texts", "write"]

FOLDER = "data/schema"
MARK = "# yaml-language-server: $schema="
_CLOSED = {"additionalProperties": False}  # ids of another form are unknown keys
_DIALECT = "http://json-schema.org/draft-07/schema#"  # the one that every editor knows


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


def schemas() -> dict[str, dict]:
    """Every schema by the name of its file."""
    models = {"facts": FactsFile, "sources": SourcesFile, "page-head": PageHead}
    models |= {f"table-{name}": _table(name, rows) for name, rows in ROWS.items()}
    return {f"{name}.json": {"$schema": _DIALECT, **_lean(model.model_json_schema())}
            for name, model in models.items()}


def _table(name: str, rows: type[Row]) -> type[BaseModel]:
    """The model of a whole table file whose rows are `rows`."""
    return create_model(f"{rows.__name__}Table", __base__=TableHead, __doc__=f"A table. Its rows: {rows.__doc__}",
                        rows_are=(Literal[name], Field(description="Model of the rows.")),
                        rows=(Annotated[tuple[rows, ...], Field(min_length=1)], Field(description="The rows.")))


def _lean(node: object, key: str = "") -> object:
    """A schema without titles that only repeat the key, and without the choice of nothing."""
    if isinstance(node, list):
        return [_lean(item) for item in node]
    if not isinstance(node, dict):
        return node
    lean = {name: _lean(value, name) for name, value in node.items()
            if not _is_noise(name, value, key)}
    choices = [choice for choice in lean.pop("anyOf", []) if choice != {"type": "null"}]
    return {**choices[0], **lean} if len(choices) == 1 else {**lean, **({"anyOf": choices} if choices else {})}


def _is_noise(name: str, value: object, key: str) -> bool:
    if name == "default":
        return value is None or value == []
    return name == "title" and isinstance(value, str) and value.lower() == key.replace("_", " ")


def write(root: Path) -> None:
    """Writes every schema under `root`, and takes away those of models that are gone."""
    folder, wanted = root / FOLDER, texts()
    folder.mkdir(parents=True, exist_ok=True)
    for file in folder.glob("*.json"):
        if file.name not in wanted:
            file.unlink()
    for name, text in wanted.items():
        (folder / name).write_text(text, "utf-8")


def texts() -> dict[str, str]:
    """The text of every schema by the name of its file."""
    return {name: json.dumps(schema, ensure_ascii=False, indent=1) + "\n" for name, schema in schemas().items()}


def schema_name(value: object) -> str | None:
    """The schema of a data file whose content is `value`, if it is of a known kind."""
    if not isinstance(value, Mapping):
        return None
    name = f"table-{value.get('rows_are')}" if "table" in value else next(
        (kind for kind in ("facts", "sources") if kind in value), "")
    return f"{name}.json" if name in ("facts", "sources") or value.get("rows_are") in ROWS else None


def modeline(path: str, value: object) -> str | None:
    """The first line of the data file at `path`, from the root of the project, if its kind is known."""
    name = schema_name(value)
    return MARK + posixpath.relpath(f"{FOLDER}/{name}", posixpath.dirname(path)) if name else None
