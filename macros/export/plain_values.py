"""Records as plain values, for JSON."""

from __future__ import annotations

import json
from functools import cache

from pydantic import BaseModel

from ..records.schema import Period

__all__ = ["as_plain", "lines", "plain", "text", "whole"]

_EMPTY = ((), {}, "")
_JSON = json.JSONEncoder(ensure_ascii=False)
_SIMPLE = {str, int, float, bool, type(None)}


def as_plain(record: BaseModel) -> dict[str, object]:
    """A record as a mapping of what JSON can hold, without what is empty."""
    names = _names(type(record))
    return {names[name]: plain(value) for name, value in vars(record).items()
            if value is not None and value not in _EMPTY}


@cache
def _names(model: type[BaseModel]) -> dict[str, str]:
    """The fields of a model as files call them."""
    return {name: field.alias or name for name, field in model.model_fields.items()}


def whole(values: dict[str, object]) -> dict[str, object]:
    """A mapping without what is empty."""
    return {name: value for name, value in values.items() if value not in (None, [], {}, "")}


def plain(value: object) -> object:
    """A value as JSON writes it: dates in ISO form, periods as the editor wrote them."""
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


def text(value: object) -> str:
    """JSON on one line."""
    return _JSON.encode(value)


def lines(values: dict[str, object]) -> str:
    """A mapping as JSON with a line for each key and each record in a list, so that two editions can be compared."""
    return "{\n" + ",\n".join(f'"{key}": {_lined(value)}' for key, value in values.items()) + "\n}"


def _lined(value: object) -> str:
    if isinstance(value, list) and value and isinstance(value[0], dict):
        return "[\n" + ",\n".join(map(text, value)) + "\n]"
    return text(value)
