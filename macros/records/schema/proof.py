"""What a record says of its proof: where it was read and in which words, or how else it is known."""

from typing import Annotated, Literal, Self

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from .settings import UnitName
from .types import EACH_ONCE, Day, Key, Text, Url, Words, ready

__all__ = ["Citation", "CitationFields", "Citations", "Dataset", "Derived", "Record", "Searched"]

_MOST_WORDS = 8
_MOST_LETTERS = 120


class Record(BaseModel):
    """Base of every record: no unknown key, nothing changed after reading."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


def _fragment(text: str) -> str:
    if len(text.split()) > _MOST_WORDS or len(text) > _MOST_LETTERS:
        raise ValueError(f"{len(text.split())} words, {len(text)} characters; allowed: {_MOST_WORDS} words, "
                         f"{_MOST_LETTERS} characters: the figure with its unit or date, not a sentence")
    return text


Fragment = Annotated[Words, AfterValidator(_fragment)]


def _listed(value: object) -> object:
    return [value] if isinstance(value, str) else value


Fragments = ready(Annotated[tuple[Fragment, ...], BeforeValidator(_listed), EACH_ONCE,
                            Field(min_length=1, strict=False)],
                  written=(Text, Annotated[list[Text], Field(min_length=1)]))


class CitationFields(Record):
    """A source, the place in it, and what is printed there."""

    source: Key = Field(description="Key of the source.", examples=["usc-19-2432"])
    locator: Text | None = Field(None, description="Section, page or table in the source.",
                                 examples=["sec. 402(a)", "p. 12, table 3"])
    printed: Fragments | None = Field(None, description="The figure as the source prints it, in its own language, with "
                                      "unit or date: at most eight words. Several in a list.",
                                      examples=["993,000 tons", ["4.48 million tons in 2024", "4.12 million"]])
    read: Day | None = Field(None, description="Day on which somebody opened the source and saw these words.",
                             examples=["2026-11-29"])
    copy_url: Url | None = Field(None, alias="copy", description="Address of the copy that was read, if it was not "
                                 "the source's own.",
                                 examples=["https://www.govinfo.gov/app/details/PLAW-106publ200"])
    cells: Text | None = Field(None, examples=["Kazakhstan, 2024, columns IYR and EYR"], description="Where the "
                               "figures stand in the source's data set: rows, columns, sums.")
    unread: Text | None = Field(None, description="Why nobody could open the source. Shown to the reader.",
                                examples=["The ministry's site does not answer from abroad."])

    @property
    def is_seen(self) -> bool:
        """Has somebody seen the figure there, in words or in cells of a data set?"""
        return bool(self.read or self.cells)

    @model_validator(mode="after")
    def _whole(self) -> Self:
        if (self.printed is None) != (self.read is None):
            raise ValueError("one of printed and read without the other; give both, or neither")
        if self.copy_url and not self.read:
            raise ValueError("copy without printed and read; say what was read there, and when")
        if self.unread and self.read:
            raise ValueError("unread beside read; keep the one that is true")
        return self


def _citation(value: object) -> object:
    return {"source": value} if isinstance(value, str) else value


Citation = ready(Annotated[CitationFields, BeforeValidator(_citation)], written=(Key, CitationFields))
Citations = ready(Annotated[tuple[Citation, ...], Field(min_length=1, strict=False)])


class Searched(Record):
    """A search that failed, behind a statement that something was not found."""

    day: Day = Field(description="Day of the search.", examples=["2026-11-29"])
    sought: Text = Field(alias="for", description="What was searched for, as it was typed, in which languages.",
                         examples=["Jizzakh nuclear first concrete, in English and Russian"])


class Dataset(Record):
    """A publisher's file of figures, so that those taken from it can be taken again."""

    file: Text = Field(description="Name of the publisher's file.", examples=["country.xlsx"])
    edition: Text = Field(description="Its edition, version or day of retrieval.", examples=["March 2026"])
    sha256: Annotated[str, Field(pattern="^[0-9a-f]{64}$")] = Field(
        description="Checksum of the file.",
        examples=["9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"])
    next: Day | None = Field(None, description="Day by which the next edition should be out.", examples=["2027-02-05"])
    fetch: Url | None = Field(None, description="Address at which the publisher gives the newest edition to programs.",
                              examples=["https://www.census.gov/foreign-trade/balance/country.xlsx"])


class Derived(Record):
    """A value that follows from others."""

    function: Literal["count", "difference", "growth", "mean", "product", "ratio", "share", "sum"] = Field(
        description="count: how many of; share: the first in percent of the second; growth: from the first to the "
        "second in percent; ratio: the first by the second; difference: the first less the others.", examples=["share"])
    of: Annotated[tuple[int | float | Text, ...], Field(min_length=1, strict=False)] = Field(
        description="Facts by id, cells as table/row/column, or numbers that a source of the record prints; for count, "
        "words that it prints, or tables by name.",
        examples=[["kz-exports", "kz-imports"], ["us-trade/kz-2025/imports", 4484000]])
    where: dict[str, int | float | str | bool] = Field(
        default_factory=dict, description="For count, the cells that the counted rows have.",
        examples=[{"status": "Normal rates, renewed each year"}])
    unit: UnitName | None = Field(None, description="Unit of the numbers in it, if not the record's own.",
                                 examples=["million-tonnes"])


