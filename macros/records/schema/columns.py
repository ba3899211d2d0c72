"""What a table's head declares: columns, and rules that its rows keep.

The words are those of the Frictionless Table Schema (frictionlessdata.io/specs/table-schema) where it has one.
"""

from collections.abc import Iterator
from functools import cache
from typing import Annotated, Any, Literal, Self, get_args, get_origin

from pydantic import Field, create_model, model_validator

from ..problems import shown
from .computed import FUNCTIONS
from .core import Row
from .proof import Record
from .settings import Country, UnitName
from .types import Day, Key, Listed, Name, Page, Pattern, PeriodField, Text

__all__ = ["Column", "Equal", "TableHead", "choices", "named", "row_model"]

Names = Annotated[tuple[Text, ...], Field(strict=False)]
Columns = Annotated[tuple[Name, ...], Field(strict=False, min_length=1)]
Number = int | float


_DEFAULTS = {"number": (int, float), "integer": (int,), "boolean": (bool,), "period": (), "list": (), "countries": ()}


class Column(Record):
    """A column of a table."""

    name: Name = Field(description="Name of the column, as rows and calls use it.", examples=["million_tonnes"])
    type: Literal["string", "number", "integer", "boolean", "period", "list", "country", "countries",
                  "page", "unit"] = Field(
        description="What its cells hold: a period is a year, month, day or range of them; a list holds texts; a "
        "country is named as in data/site.yml; a page is a path from docs/, with a heading if wanted; a "
        "unit is one of data/units.yml.")
    title: Text | None = Field(None, description="Head of the column; a column without one is not shown.",
                               examples=["Cargo"])
    description: Text = Field(description="What a cell says, and when it is left out.")
    unit: UnitName | None = Field(None, description="Unit of its numbers.", examples=["million-tonnes"])
    unit_in_title: bool = Field(False, description="Does the title name the unit, so that cells need not?")
    enum: Names = Field((), description="The values that a cell may have; in the order of keys to maps and charts.")
    required: bool = Field(True, description="False where a cell may be left out.")
    default: str | int | float | bool | None = Field(None, description="What a cell holds that is left out.")
    minimum: Number | None = Field(None, description="The least number allowed.")
    maximum: Number | None = Field(None, description="The greatest number allowed.")
    pattern: Pattern | None = Field(None, description="A regular expression that a text must match whole.")
    printed: bool = Field(True, description="False for numbers that no source prints, such as ids of a register.")

    @model_validator(mode="after")
    def _fits_its_type(self) -> Self:
        """What is said of numbers is said of a column of numbers, and of texts of one of texts."""
        is_number = self.type in ("number", "integer")
        for name in ("minimum", "maximum", "unit"):
            if getattr(self, name) is not None and not is_number:
                raise ValueError(f"{name} with type {self.type!r}; wanted: type number or integer")
        if self.type != "string" and (self.pattern is not None or self.enum):
            raise ValueError(f"pattern or enum with type {self.type!r}; wanted: type string")
        if self.default is not None and type(self.default) not in _DEFAULTS.get(self.type, (str,)):
            raise ValueError(f"default: {shown(self.default)} with type {self.type!r}; wanted: a value of that type")
        return self


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
    sum: Annotated[tuple[Name, ...], Field(strict=False)] = Field((), description="Columns that add up to it.")
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
    order: Annotated[tuple[Annotated[tuple[Name, Name], Field(strict=False)], ...], Field(strict=False)] = Field(
        (), description="Pairs of columns of periods, of which the second is never before the first.",
        examples=[[["introduced", "last_action_on"]]])
    series: Series | None = Field(None, description="Rows that follow each other year by year.")
    uniqueKeys: Annotated[tuple[Columns, ...], Field(strict=False)] = Field(
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
    cells: Text | None = Field(None, description="For rows from a data set, how they are taken from it.",
                               examples=["Columns IYR and EYR by country and year, in millions of dollars."])
    note: Text | None = Field(None, description="Limits of the table.",
                              examples=["Bills before 2001 are left out."])


_MANY = ("list", "countries")  # an empty one is nothing left out
_TYPES: dict[str, Any] = {"string": Text, "number": Number, "integer": int, "boolean": bool, "period": PeriodField,
                          "list": Names, "country": Country,
                          "countries": Annotated[tuple[Country, ...], Field(strict=False)],
                          "page": Page, "unit": UnitName}


@cache
def row_model(kind: type[Row], columns: tuple[Column, ...], says: str | None) -> type[Row]:
    """The model of rows of a kind with these columns after its own; `says` is what a row is."""
    if not columns:
        return kind
    fields = {column.name: (_annotation(column), _field(column)) for column in columns}
    return create_model(kind.__name__, __base__=kind, __doc__=says or kind.__doc__, **fields)


def _annotation(column: Column) -> Any:
    plain = Literal[column.enum] if column.enum else _TYPES[column.type]
    if column.pattern is not None:
        plain = Annotated[str, Field(pattern=f"^(?:{column.pattern})$", max_length=600)]
    if column.minimum is not None or column.maximum is not None:
        plain = Annotated[plain, Field(ge=column.minimum, le=column.maximum)]
    return plain if column.required or column.type in _MANY or column.default is not None else plain | None


def _field(column: Column) -> Any:
    absent = () if column.type in _MANY else column.default
    extra = {"unit": column.unit, "unit_in_title": column.unit_in_title, "unprinted": not column.printed}
    return Field(... if column.required else absent, title=column.title, description=column.description,
                 json_schema_extra={name: value for name, value in extra.items() if value} or None)


def choices(model: type[Row], field: str) -> tuple[str, ...]:
    """The words that a field of a row may hold, in their order; none where it is free."""
    described = model.model_fields.get(field)
    if described is None:
        return ()
    for listed in described.metadata:
        if isinstance(listed, Listed):
            return tuple(listed.names())
    kinds = (described.annotation, *get_args(described.annotation))
    return next((get_args(kind) for kind in kinds if get_origin(kind) is Literal), ())


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
