"""What a schema finds wrong, in words for the person who wrote the file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, get_args

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo

from .problems import Problem, allowed, shown
from .reading import Document, Loc
from .scalars import IN_WORDS, is_number_in_words

__all__ = ["faults"]

_MOST_KEYS = 20  # of a record, so that all are told

_NUMBERS = ("int_type", "float_type")  # both where a number may be either
_BOUNDS = {"greater_than_equal": ("at least", "ge"), "less_than_equal": ("at most", "le")}

# pydantic's error type: what was wanted
_WANTED = {
    "string_type": "text; put it in quotes if it looks like a number",
    "int_type": "a whole number", "float_type": "a number", "bool_type": "true or false",
    "tuple_type": "a list", "list_type": "a list", "model_type": "a mapping of keys to values",
    "model_attributes_type": "a mapping of keys to values", "dict_type": "a mapping",
    "string_too_short": "some text", "too_short": "at least one entry",
}


def faults(error: ValidationError, model: type[BaseModel], document: Document,
           at: Loc) -> Iterator[Problem]:
    """The problems in `error`, one for each place in `document`; `at` is where the record stands."""
    seen: set[Loc] = set()
    told = {(problem.line, problem.column) for problem in document.problems}
    details = error.errors()
    for detail in details:
        if detail["type"] == "too_short" and any(len(other["loc"]) > len(detail["loc"]) for other in details
                                                 if other["loc"][:len(detail["loc"])] == detail["loc"]):
            continue  # short only because an entry is at fault
        inner = _place(detail)
        loc = _known(document, (*at, *inner), len(at))
        if detail["type"] == "missing":
            yield _problem(detail, _model_at(model, inner), document, loc)
        elif loc not in seen and document.place(loc) not in told:
            seen.add(loc)
            told = {**detail, "loc": inner, "wanted": _choice(detail, details)}
            yield _problem(told, _model_at(model, inner), document, loc)


def _choice(detail: dict, details: list[dict]) -> str:
    """What is wanted where a value may be of several types, each of which it is refused for; "" where it may not."""
    kinds = {other["type"] for other in details if other["loc"][:-1] == detail["loc"][:-1]}
    if detail["type"] not in _NUMBERS or not kinds.issuperset(_NUMBERS):
        return ""
    return "a number or text" if "string_type" in kinds else "a number"


def _place(detail: dict) -> Loc:
    """Where the fault is, which may be found at another field."""
    at = getattr(detail.get("ctx", {}).get("error"), "at", None)
    if isinstance(at, int):
        return (*detail["loc"], at)  # an entry of a list
    return (*detail["loc"][:-1], *([at] if isinstance(at, str) else at)) if at else detail["loc"]


def _known(document: Document, loc: Loc, least: int) -> Loc:
    """The longest start of `loc` that stands in the document: drops pydantic's own additions."""
    for end in range(len(loc), least, -1):
        if loc[:end] in document.values_at:
            return loc[:end]
    return loc[:least]


def _model_at(model: type[BaseModel], loc: Loc) -> type[BaseModel]:
    for part in loc[:-1]:
        field = _fields(model).get(str(part))
        model = field and _model_in(field.annotation) or model
    return model


def _model_in(annotation: Any) -> type[BaseModel] | None:
    """The model that a field holds, alone or in a list or mapping."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((model for part in get_args(annotation) if (model := _model_in(part))), None)


def _fields(model: type[BaseModel]) -> dict[str, FieldInfo]:
    """The fields of a model by the names that files have for them."""
    return {field.alias or name: field for name, field in model.model_fields.items()}


def _problem(detail: dict, model: type[BaseModel], document: Document, loc: Loc) -> Problem:
    key, kind = str([*loc[-1:], *detail["loc"]][-1]) if loc or detail["loc"] else "head", detail["type"]
    if kind == "extra_forbidden":
        message = f"unknown key {key!r}; {allowed(key, _fields(model), _MOST_KEYS)}"
        return document.problem(loc, message, key=True)
    if kind == "missing" and key.isdecimal():
        name = next((part for part in reversed(loc) if isinstance(part, str)), key)
        return document.problem(loc, f"{name}: entry {int(key) + 1} is missing here; {_help(model, name)}")
    if kind == "missing":
        return document.problem(loc, f"key {key!r} is missing; {_help(model, key)}", key=True)
    absent = kind == "value_error" and key in _fields(model) and key not in loc
    name = key if absent else next((part for part in reversed(loc) if isinstance(part, str)), key)
    return document.problem(loc, f"{name}: {_what(detail, model, name)}", key=absent)


def _what(detail: dict, model: type[BaseModel], name: str) -> str:
    kind, found = detail["type"], detail["input"]
    if kind == "value_error":
        return str(detail["ctx"]["error"])
    if kind == "literal_error":
        names = [name.strip("' ") for name in detail["ctx"]["expected"].replace(" or ", ",").split(",")]
        return f"{shown(found)} is not one of the values; {allowed(found, names)}"
    if kind == "string_too_short" and found:
        return f"{len(found)} characters; allowed: at least {detail['ctx']['min_length']}"
    if kind in _BOUNDS:
        word, bound = _BOUNDS[kind]
        return f"{shown(found)}; allowed: {word} {detail['ctx'][bound]:g}"
    if kind == "string_too_long":
        return f"{len(found)} characters; allowed: {detail['ctx']['max_length']}"
    if kind == "string_pattern_mismatch":
        return f"{shown(found)} does not have the right form; {_help(model, _field(detail, model, name))}"
    if kind in _NUMBERS and is_number_in_words(found):
        return f"{shown(found)} {IN_WORDS}"
    wanted = detail["wanted"] or _WANTED.get(kind, detail["msg"].lower())
    return f"{_shown(found)} is the wrong type; wanted: {wanted}"


def _field(detail: dict, model: type[BaseModel], name: str) -> str:
    return name if name in _fields(model) else str(detail["loc"][-1])


def _shown(found: object) -> str:
    if isinstance(found, dict):
        return "a mapping"
    if isinstance(found, (list, tuple)):
        return "a list"
    return "an empty value" if found is None else shown(found)


def _help(model: type[BaseModel], key: str) -> str:
    field = _fields(model).get(key)
    return f"it says: {field.description}" if field and field.description else "see the schema"
