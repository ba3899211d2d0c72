"""What a table's head declares besides its columns: where its rows are from, and rules that they keep.

The words are those of the Frictionless Table Schema (frictionlessdata.io/specs/table-schema) where it has one.
"""

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field

from .columns import Column, Number
from .computed import FUNCTIONS
from .proof import Citation, Record
from .settings import Licence, LicenceName, settings
from .types import EACH_ONCE, Day, Key, Name, PeriodField, Text

__all__ = ["Equal", "TableHead", "named"]

Columns = Annotated[tuple[Name, ...], Field(strict=False, min_length=1), EACH_ONCE]
Pair = Annotated[tuple[Name, Name], Field(strict=False), EACH_ONCE]


class Series(Record):
    """Rows that follow each other in time."""

    column: Name = Field(description="The column of years.")
    gaps: bool = Field(False, description="May years be left out?")


class ForeignKey(Record):
    """Cells that name rows of another table."""

    columns: Columns = Field(description="Columns whose cells, or their entries, are ids of rows.")
    table: Key = Field(description="The table that has these rows.")


class Total(Record):
    """The sum of a column of another table, over the rows that name this row."""

    table: Key = Field(description="The other table.")
    column: Name = Field(description="Its column to add up.")
    key: Name = Field(description="Its column that holds the id of a row here.")


class Equal(Record):
    """A number that the source gives and that must follow from others."""

    column: Name = Field(description="The column whose number is verified.")
    sum: Annotated[tuple[Name, ...], Field(strict=False), EACH_ONCE] = Field(
        (), description="Columns that add up to it.")
    less: Name | None = Field(None, description="A column to take from that sum.")
    total: Total | None = Field(None, description="Rows of another table that add up to it.")
    partial: bool = Field(False, description="Are parts without a number left out of the sum?")
    within: Number = Field(0, description="How far they may differ.")
    within_percent: Name | None = Field(None, description="Column that says how far, in percent of the number.")
    unless: Name | None = Field(None, description="Column that says why they differ, where they do.")


class Computed(Record):
    """A column that no file holds: it is worked out from others of the row."""

    column: Name = Field(description="The column to fill.")
    function: Literal[tuple(FUNCTIONS)] = Field(description="How.")
    of: Columns = Field(description="The columns that the function is given, in its order.")


class TableHead(Record):
    """The head of a table file."""

    table: Key = Field(description="Name of the table, as pages call it.", examples=["us-bills"])
    kind: Key | None = Field(None, description="Kind of the rows, where code gives it a meaning.", examples=["event"])
    row: Text | None = Field(None, description="What a row is.", examples=["A bill in Congress."])
    columns: Annotated[tuple[Column, ...], Field(strict=False)] = Field(
        (), description="Columns of its own, after those of its kind.")
    order: Annotated[tuple[Pair, ...], Field(strict=False)] = Field(
        (), description="Pairs of columns of periods, of which the second is never before the first.",
        examples=[[["introduced", "last_action_on"]]])
    series: Series | None = Field(None, description="Rows that follow each other year by year.")
    uniqueKeys: Annotated[tuple[Columns, ...], Field(strict=False), EACH_ONCE] = Field(
        (), description="Columns whose values together stand once.", examples=[[["country", "period"]]])
    foreignKeys: Annotated[tuple[ForeignKey, ...], Field(strict=False)] = Field(
        (), description="Columns that name rows of another table.")
    equals: Annotated[tuple[Equal, ...], Field(strict=False)] = Field(
        (), description="Numbers of the source that are verified from others.")
    computed: Annotated[tuple[Computed, ...], Field(strict=False)] = Field(
        (), description="Columns that are worked out and stand in no row.")
    title: Text = Field(description="What the table holds.", examples=["Bills in Congress on Title IV status"])
    caption: Text = Field(description="What it shows, in one sentence.",
                          examples=["No bill for the five states still covered has left committee."])
    as_of: PeriodField = Field(description="Period that the rows describe.", examples=["1973/1986", "2026-02"])
    checked: Day = Field(description="Day on which somebody last checked the rows.", examples=["2026-11-24"])
    check_by: Day | None = Field(None, description="Day on which it is due again.", examples=["2027-05-24"])
    sources: Annotated[tuple[Citation, ...], Field(strict=False)] = Field(
        (), description="Where rows are from that name no source of their own; one note then serves them all.",
        examples=[["census-country-file"]])
    download: bool = Field(True, description="False where the publisher lets figures be shown and cited, but not "
                           "passed on as a file.")
    licence: LicenceName | None = Field(
        None, description="Licence of the figures, where it is not that of the site; without it those of a table "
        "that is no download stay their publisher's.", examples=["CC BY-SA 4.0"])
    cells: Text | None = Field(None, description="For rows from a data set, how they are taken from it.",
                               examples=["Columns IYR and EYR by country and year, in millions of dollars."])
    note: Text | None = Field(None, description="Limits of the table.",
                              examples=["Bills before 2001 are left out."])

    @property
    def rights(self) -> tuple[str, Licence]:
        """The licence of the figures and what it says: the one named, or the first that fits `download`."""
        known = settings().licences
        return next((name, licence) for name, licence in known.items()
                    if (licence.shared == self.download if self.licence is None else name == self.licence))


def named(head: TableHead) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Every name of a column of this table in the head's rules, with its place in the head."""
    for number, pair in enumerate(head.order):
        yield from (((("order", number, at), name)) for at, name in enumerate(pair))
    if head.series:
        yield ("series", "column"), head.series.column
    for number, names in enumerate(head.uniqueKeys):
        yield from ((("uniqueKeys", number, at), name) for at, name in enumerate(names))
    for number, key in enumerate(head.foreignKeys):
        yield from ((("foreignKeys", number, "columns", at), name) for at, name in enumerate(key.columns))
    for number, rule in enumerate(head.equals):
        given = {"column": rule.column, "less": rule.less, "within_percent": rule.within_percent,
                 "unless": rule.unless}
        yield from ((("equals", number, key), name) for key, name in given.items() if name)
        yield from ((("equals", number, "sum", at), name) for at, name in enumerate(rule.sum))
    for number, rule in enumerate(head.computed):
        yield ("computed", number, "column"), rule.column
        yield from ((("computed", number, "of", at), name) for at, name in enumerate(rule.of))
