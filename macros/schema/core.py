"""The three kinds of record: sources, facts, and tables of rows.

The docstrings and field descriptions are also the editor's help and the data dictionary.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationInfo, field_validator

from .types import Day, Key, PeriodField, Text, Url, parse_period
from .units import Unit

__all__ = ["Citation", "Citations", "Claim", "Fact", "KINDS", "PageHead", "Record", "Row", "Source", "TableHead"]

Kind = Literal["law", "official", "statistics", "international", "research",
               "press", "company", "advocacy", "state-media"]
KINDS: tuple[str, ...] = Kind.__args__  # in order of rank, strongest first


class Record(BaseModel):
    """Base of every record: no unknown key, nothing changed after reading."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class Source(Record):
    """A text that a fact rests on."""

    title: Text = Field(description="Title as published; our English for other languages.")
    publisher: Text = Field(description="Who published it, not who copied it.")
    url: Url | None = Field(None, description="The publisher's own address.")
    archive_url: Url | None = Field(None, description="An archived copy, if known.")
    published: PeriodField | None = Field(None, description="Date of publication.")
    consulted: Day = Field(description="Day on which somebody last looked at it.")
    kind: Kind = Field(description="Rank of the source, strongest first.")
    caveat: Text | None = Field(None, description="What to know before relying on it, such as "
                                "an older edition or a text seen only in part.")


def _citation(value: object) -> object:
    return {"source": value} if isinstance(value, str) else value


class CitationFields(Record):
    """A source and the place in it."""

    source: Key = Field(description="Key of the source.")
    at: Text | None = Field(None, description="Section, page or table in the source.")


Citation = Annotated[CitationFields, BeforeValidator(_citation)]
Citations = Annotated[tuple[Citation, ...], Field(min_length=1, strict=False)]


class Claim(Record):
    """What one side says, where good sources differ."""

    value: int | float | Text = Field(description="The value that this side gives.")
    who: Text = Field(description="Who gives it.")
    sources: Citations = Field(description="Where they say so.")


class Sourced(Record):
    """What every fact and every row carries: where from, as of when, and how sure."""

    sources: Citations = Field(description="Source keys, or {source: key, at: place}.")
    note: Text | None = Field(None, description="What a reader must know to read it rightly.")
    caution: Text | None = Field(None, description="Why it is not certain: one weak source, "
                                 "doubt, or sources that differ. Shown to the reader.")


class Fact(Sourced):
    """One datum."""

    label: Text = Field(description="What the value is, with its denominator.")
    value: int | float | Text = Field(description="The datum: a number, a date or a few words.")
    unit: Unit | None = Field(None, validate_default=True,
                              description="Unit of a number; `date` for dates; none for words.")
    as_of: PeriodField = Field(description="The period that the value describes.")
    checked: Day = Field(description="Day on which somebody last checked it.")
    check_by: Day | None = Field(None, description="Day on which it is due again.")
    claims: Annotated[tuple[Claim, ...], Field(strict=False)] = Field(
        (), description="Each side's value, where good sources differ.")
    preferred: Text | None = Field(None, description="Which claim `value` follows, and why.")


    @field_validator("unit")
    @classmethod
    def _unit_fits(cls, unit: str | None, info: ValidationInfo) -> str | None:
        value = info.data.get("value")
        if unit == "date" and value is not None:
            parse_period(value)
        elif isinstance(value, str) == bool(unit) and value is not None and unit != "date":
            raise ValueError(f"{value!r} with unit {unit!r}; numbers have a unit, words have none")
        return unit


class Row(Sourced):
    """Base of every table row; `as_of` and `checked` default to the table's."""

    id: Key = Field(description="Name of the row, unique in its table.")
    as_of: PeriodField | None = Field(None, description="Period, if not the table's.")
    checked: Day | None = Field(None, description="Day last checked, if not the table's.")


class TableHead(Record):
    """The head of a table file; its rows follow the model that `rows_are` names."""

    table: Key = Field(description="Name of the table, as pages call it.")
    rows_are: str = Field(description="Model of the rows.")
    title: Text = Field(description="What the table holds.")
    finding: Text = Field(description="What it shows, in one sentence: the caption.")
    as_of: PeriodField = Field(description="Period that the rows describe.")
    checked: Day = Field(description="Day on which somebody last checked the rows.")
    check_by: Day | None = Field(None, description="Day on which it is due again.")
    note: Text | None = Field(None, description="Limits of the table.")


class PageHead(Record):
    """The lines between `---` at the top of a page."""

    title: Text = Field(description="Title in menus, in results of a search and in tabs.")
    description: Annotated[str, Field(min_length=50, max_length=170)] = Field(
        description="The page's answer in one sentence of 50 to 170 characters.")
    edited: Day = Field(description="Day of the last change that matters to a reader.")
    next: Annotated[tuple[Text, ...], Field(strict=False)] = Field(
        (), description="Pages to read next, as paths from docs/.")
    hide: Annotated[tuple[Literal["navigation", "toc", "path"], ...], Field(strict=False)] = Field(
        (), description="Parts of the theme that the page does without.")
