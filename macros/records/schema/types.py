"""Field types that YAML has no word for: keys, texts, addresses, words of a list, days and periods."""

import re
from collections.abc import Callable, Sequence
from datetime import date
from typing import Annotated, Any

from babel import Locale, UnknownLocaleError
from pydantic import AfterValidator, BeforeValidator, Field, GetCoreSchemaHandler, GetJsonSchemaHandler, TypeAdapter
from pydantic_core import CoreSchema, SchemaError, core_schema

from ..characters import odd
from ..problems import allowed, shown
from .periods import Period, parse_day, parse_period

__all__ = ["EACH_ONCE", "ID", "MISSING", "UNMARKED", "Day", "Headword", "Key", "LanguageTag", "Listed", "Name", "Names",
           "Page", "Pattern", "PeriodField", "Text", "Url", "Words", "argument"]

_NOT_PLAIN = re.compile(r"\{\{|\{%|\{#|[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
_LONGEST = 600  # characters of a text

# what pandas and R take for a missing value, where it is all that a cell holds (pandas.read_csv, na_values)
MISSING = frozenset("#N/A #NA <NA> N/A NA NULL NaN None n/a nan null".split())


def _plain(text: str) -> str:
    if not text.strip():
        raise ValueError("nothing but blanks; write some text, or leave it out")
    if found := _NOT_PLAIN.search(text):
        raise ValueError(f"{found[0]!r} in text; records hold words, pages hold calls")
    if said := next(odd(text), None):
        raise ValueError(said[1])
    return text


def _present(text: str) -> str:
    if text in MISSING:
        raise ValueError(f"{text!r} alone, which programs that read the data take for a missing value; say what there "
                         "is none of, as in 'No money', or leave the key out")
    return _plain(text)


def _unmarked(text: str) -> str:
    if found := re.search('[<>"]', text):
        raise ValueError(f"{found[0]!r} in a head, which themes would take for markup; quotes are “ and ”")
    return _plain(text)


UNMARKED = AfterValidator(_unmarked)  # themes print the heads of pages as they stand


class _Twice(ValueError):
    """An entry of a list that stands there already; `at` is its number."""

    def __init__(self, entry: object, at: int) -> None:
        super().__init__(f"{shown(entry)} stands here twice; keep one")
        self.at = at


def _each_once(entries: Sequence[Any]) -> Sequence[Any]:
    for number, entry in enumerate(entries):
        if entry in entries[:number]:
            raise _Twice(entry, number)
    return entries


EACH_ONCE = AfterValidator(_each_once)


def _pattern(text: str) -> str:
    """Of those that pydantic and Python both read, since either may try it."""
    try:
        re.compile(text)
        TypeAdapter(Annotated[str, Field(pattern=f"^(?:{text})$")])
    except (re.error, SchemaError, OverflowError, RecursionError):
        raise ValueError(f"{shown(text)} is not a regular expression that can be used here") from None
    return text


def _language(tag: str) -> str:
    try:
        Locale.parse(tag, sep="-")
    except (UnknownLocaleError, ValueError):
        raise ValueError(f"{shown(tag)} is not a language; wanted: its tag, as in ru, kk or zh-Hans") from None
    return tag


def argument(text: str) -> str:
    """`text` as an argument of a call, which may hold what a record's text may; ValueError otherwise."""
    if len(text) > _LONGEST:
        raise ValueError(f"{len(text)} characters; allowed: {_LONGEST}")
    return _plain(text)


class _Ready:
    """Hands pydantic a schema that is made already."""

    def __init__(self, schema: CoreSchema, written: tuple) -> None:
        self.schema = schema
        self.written = written

    def __get_pydantic_core_schema__(self, _: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return {**self.schema, "metadata": {}}  # pydantic adds to it, field by field

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        choices = [TypeAdapter(kind).json_schema() for kind in self.written]
        return {"anyOf": choices} if choices[1:] else choices[0] if choices else handler(schema)


def ready(kind: Any, written: tuple = ()) -> Any:
    """The type `kind`, its schema made once: pydantic would make it anew for each of a thousand fields.

    `written` are the types of what a file may say for it, for JSON Schema, where they are others.
    """
    return Annotated[kind, _Ready(TypeAdapter(kind).core_schema, written)]


class Listed:
    """A word that must be one of those that `names` gives at the time."""

    def __init__(self, names: Callable[[], list[str]]) -> None:
        self.names = names

    def __get_pydantic_core_schema__(self, _: Any, __: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_after_validator_function(self._check, core_schema.str_schema(strict=True))

    def __get_pydantic_json_schema__(self, _: CoreSchema, __: GetJsonSchemaHandler) -> dict[str, Any]:
        return {"type": "string", "enum": self.names()}

    def _check(self, word: str) -> str:
        names = self.names()
        if word not in names:
            raise ValueError(f"{shown(word)} is not one of the values; {allowed(word, names)}")
        return word


Pattern = Annotated[str, Field(min_length=1, max_length=200), AfterValidator(_pattern)]
Text = ready(Annotated[str, Field(min_length=1, max_length=_LONGEST), AfterValidator(_present)])
_INITIAL = r"[0-9A-Za-z\u00c0-\u1fff]"  # a figure or a letter, in words that the patterns of all who read schemas know
Headword = ready(Annotated[str, Field(pattern=f"^{_INITIAL}", max_length=_LONGEST), AfterValidator(_present)])
Names = Annotated[tuple[Text, ...], Field(strict=False), EACH_ONCE]
Words = ready(Annotated[str, Field(min_length=1, max_length=_LONGEST), AfterValidator(_plain)])
_KEY = r"[a-z0-9]+(-[a-z0-9]+)*"
Key = ready(Annotated[str, Field(pattern=f"^{_KEY}$", max_length=60)])
Name = ready(Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$", max_length=40)])
ID = re.compile(rf"(?=.{{1,60}}\Z){_KEY}")  # the same, for ids that are keys of a mapping
Page = ready(Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9/_-]*\.md(#[\w-]+)?$", max_length=200)])
LanguageTag = ready(Annotated[str, Field(min_length=2, max_length=20), AfterValidator(_language)])
_HOST = r"""[^\s<>"'`\\/?#@:]+\.[^\s<>"'`\\/?#@:.]{2,}\.?(:\d+)?"""  # one that others reach, without name and password
Url = ready(Annotated[str, Field(pattern=rf"""^https?://{_HOST}([/?#][^\s<>"'`\\]*)?$""", max_length=400)])

_DayText = Annotated[str, Field(pattern=r"^\d{4}-\d{2}-\d{2}$")]
_PeriodText = Annotated[str, Field(pattern=r"^\d{4}(-\d{2}){0,2}(/\d{4}(-\d{2}){0,2})?$")]

Day = ready(Annotated[date, BeforeValidator(parse_day)], written=(_DayText,))
PeriodField = ready(Annotated[Period, BeforeValidator(parse_period)],
                    written=(int, _PeriodText))  # YAML reads a bare year as a whole number
