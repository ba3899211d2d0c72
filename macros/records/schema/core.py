"""The three kinds of record: sources, facts, and tables of rows.

The docstrings and field descriptions are also the editor's help and the data dictionary.
"""

from collections.abc import Callable
from datetime import date
from typing import Annotated, Literal

from pydantic import Field, ValidationInfo, field_validator

from ..problems import shown
from ..scalars import IN_WORDS, YEARS, is_number_in_words
from .periods import day_meant, parse_period
from .proof import CitationFields, Citations, Dataset, Derived, Record, Searched
from .settings import UnitName
from .types import EACH_ONCE, UNMARKED, Day, Key, LanguageTag, Names, PeriodField, Text, Url

__all__ = ["Claim", "Fact", "KINDS", "PageHead", "Row", "Source"]

Kind = Literal["law", "official", "bill", "statistics", "international", "research",
               "press", "company", "advocacy", "state-media", "compilation"]
KINDS: tuple[str, ...] = Kind.__args__  # in order of rank, strongest first


class Source(Record):
    """A text that a fact rests on."""

    title: Text = Field(description="Title as published; our English for other languages.",
                        examples=["19 U.S.C. 2432, Freedom of emigration in East-West trade"])
    publisher: Text = Field(description="Who published it, not who copied it.",
                            examples=["US Congress", "World Bank"])
    url: Url | None = Field(None, description="The publisher's own address.",
                            examples=["https://www.congress.gov/bill/119th-congress/house-bill/1024"])
    archive_url: Url | None = Field(None, description="An archived copy, if known.")
    published: PeriodField | None = Field(None, description="Date of publication.",
                                          examples=["2025-02-05", "2025-02", 2025])
    accessed: Day = Field(description="Day on which somebody last looked at it.", examples=["2026-11-24"])
    kind: Kind = Field(description="Rank of the source, strongest first.", examples=["law", "statistics"])
    dataset: Dataset | None = Field(
        None, description="The file that holds its figures, for a source that is a data set.",
        examples=[{"file": "country.xlsx", "edition": "March 2026",
                   "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"}])
    caveat: Text | None = Field(None, description="What to know before relying on it, such as "
                                "an older edition or a text seen only in part.",
                                examples=["Seen only in the copy that the sender published."])


class Claim(Record):
    """What one side says, where good sources differ."""

    value: int | float | Text = Field(description="The value that this side gives.", examples=[8])
    who: Text = Field(description="Who gives it.", examples=["Kazakhstan's statistics bureau"])
    sources: Citations = Field(description="Where they say so.")


class Sourced(Record):
    """What every fact and every row carries: where from, as of when, and how sure."""

    sources: Citations = Field(description="Source keys, or {source: key, locator: place}.",
                               examples=[["crs-if12556", {"source": "usc-19-2432", "locator": "subsec. (a)"}]])
    note: Text | None = Field(None, description="What a reader must know to read it rightly.",
                              examples=["CRS counts Belarus, Cuba and North Korea among them."])
    caution: Text | None = Field(None, description="Why it is not certain: one weak source, "
                                 "doubt, or sources that differ. Shown to the reader.",
                                 examples=["Only the ministry's own count was found."])
    searched: Searched | None = Field(
        None, description="The search behind a statement that something was not found.",
        examples=[{"day": "2026-11-29", "for": "Jizzakh nuclear first concrete, in English and Russian"}])

    @property
    def citations(self) -> tuple[CitationFields, ...]:
        """Where it is from."""
        return self.sources


class _ValueFault(ValueError):
    """A fault of the value, found where its unit is known."""

    at = "value"


def _of_value(parse: Callable[[object], object], value: object) -> None:
    try:
        parse(value)
    except ValueError as error:
        raise _ValueFault(str(error)) from None


class Fact(Sourced):
    """One datum."""

    label: Text = Field(description="What the value is, with its denominator.",
                        examples=["Former Soviet republics still covered, of fifteen"])
    value: int | float | Text = Field(description="The datum: a number, a date or a few words.",
                                      examples=[8, 12.5, "1974-12-20", "not known"])
    unit: UnitName | None = Field(None, validate_default=True,
                              description="Unit of a number; date for dates; none for words.",
                              examples=["countries", "percent", "usd-million", "date"])
    as_of: PeriodField = Field(description="The period that the value describes.",
                               examples=[2024, "2023-12", "2023-12-20", "1973/1986"])
    checked: Day = Field(description="Day on which somebody last checked it.", examples=["2026-11-24"])
    check_by: Day | None = Field(None, description="Day on which it is due again.", examples=["2027-05-24"])
    claims: Annotated[tuple[Claim, ...], Field(strict=False)] = Field(
        (), description="Each side's value, where good sources differ.",
        examples=[[{"value": 8, "who": "CRS", "sources": ["crs-if12556"]}]])
    preferred: Text | None = Field(None, description="Which claim the value follows, and why.",
                                   examples=["The value follows CRS, which names its countries."])
    computed: Derived | None = Field(None, description="How the value follows from others, where no source prints it.",
                                     examples=[{"function": "share", "of": ["kz-imports", "ca-imports"]}])
    differs: dict[Key, Text] = Field(
        default_factory=dict, description="Facts on the same thing that differ, each by its id with the reason.",
        examples=[{"kz-imports-census": "The Census Bureau counts by origin, Kazakhstan by destination."}])

    @field_validator("unit")
    @classmethod
    def _unit_fits(cls, unit: str | None, info: ValidationInfo) -> str | None:
        value = info.data.get("value")
        if value is None:
            return unit
        if unit == "date":
            _of_value(parse_period, value)
        elif unit == "year" and isinstance(value, (int, float)) and value not in YEARS:
            raise _ValueFault(f"the year {value} is none of {YEARS[0]} to {YEARS[-1]}; is it right?")
        elif unit is None and isinstance(value, str) and (day := day_meant(value)):
            raise _ValueFault(f"{value!r} without a unit; a day or a month has unit: date, as in value: {day}")
        elif is_number_in_words(value):
            raise _ValueFault(f"{shown(value)} {IN_WORDS}")
        elif isinstance(value, str) == bool(unit):
            raise _ValueFault(f"{value!r} with unit {unit!r}; numbers have a unit, words have none")
        return unit

    @property
    def citations(self) -> tuple[CitationFields, ...]:
        """Where the value and each side's value are from."""
        return self.sources + tuple(citation for claim in self.claims for citation in claim.sources)


class Row(Sourced):
    """Base of every table row; `as_of` and `checked` default to the table's."""

    id: Key = Field(description="Name of the row, unique in its table.", examples=["hr-1024-119"])
    as_of: PeriodField | None = Field(None, description="Period, if not the table's.", examples=["2026-02"])
    checked: Day | None = Field(None, description="Day last checked, if not the table's.", examples=["2026-11-24"])


class PageHead(Record):
    """The lines between `---` at the top of a page."""

    title: Annotated[str, Field(min_length=1, max_length=600), UNMARKED] = Field(
        description="Title in menus, in results of a search and in tabs.", examples=["Who is covered"])
    description: Annotated[str, Field(min_length=50, max_length=170), UNMARKED] = Field(
        description="The page's answer in one sentence of 50 to 170 characters.",
        examples=["Eight countries are still covered by Title IV, and five of them trade at normal rates."])
    published: Day | None = Field(None, description="Day on which the page first stood on the site; it stays.",
                                  examples=["2026-11-24"])
    edited: Day = Field(description="Day of the last change that matters to a reader.", examples=["2026-11-24"])
    lang: LanguageTag = Field("en", description="Language of the page, by which its numbers, dates and units are "
                              "printed.", examples=["ru"])
    next: Names = Field(
        (), description="Pages to read next, as paths from docs/.", examples=[["amendment/bills.md"]])
    hide: Annotated[tuple[Literal["navigation", "toc", "path"], ...], Field(strict=False), EACH_ONCE] = Field(
        (), description="Parts of the theme that the page does without.")

    @field_validator("edited")
    @classmethod
    def _edited_since(cls, edited: date, info: ValidationInfo) -> date:
        published = info.data.get("published")
        if published and edited < published:
            raise ValueError(f"{edited} is before the day of publication, {published}; wanted: that day or a later one")
        return edited
