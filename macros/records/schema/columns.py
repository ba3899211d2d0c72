"""The columns that a table's head declares, and the model of rows that follows from them.

The words are those of the Frictionless Table Schema (frictionlessdata.io/specs/table-schema) where it has one.
"""

from functools import cache
from typing import Annotated, Any, Literal, Self, get_args, get_origin

from pydantic import Field, create_model, model_validator

from ..problems import allowed, shown
from ..scalars import YEARS
from .core import Row
from .proof import Record
from .settings import Countries, Country, UnitName
from .types import Listed, Name, Names, Page, Pattern, PeriodField, Text

__all__ = ["Column", "choices", "row_model"]

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
        if None not in (self.minimum, self.maximum) and self.minimum > self.maximum:
            raise ValueError(f"minimum {self.minimum:g} is more than maximum {self.maximum:g}; turn them round")
        if self.type != "string" and (self.pattern is not None or self.enum):
            raise ValueError(f"pattern or enum with type {self.type!r}; wanted: type string")
        if self.default is not None and type(self.default) not in _DEFAULTS.get(self.type, (str,)):
            raise ValueError(f"default: {shown(self.default)} with type {self.type!r}; wanted: a value of that type")
        return self

    @model_validator(mode="after")
    def _default_may_stand(self) -> Self:
        """What a cell holds that is left out is what it might hold, and it may be left out."""
        if self.default is None:
            return self
        if self.required:
            raise ValueError("default, where each cell is required; write required: false, or take the default out")
        if self.enum and self.default not in self.enum:
            raise ValueError(f"default: {shown(self.default)} is not one of enum; {allowed(self.default, self.enum)}")
        return self


_MANY = ("list", "countries")  # an empty one is nothing left out
_TYPES: dict[str, Any] = {"string": Text, "number": Number, "integer": int, "boolean": bool, "period": PeriodField,
                          "list": Names, "country": Country, "countries": Countries,
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
    least, most = column.minimum, column.maximum
    if column.unit == "year":
        least, most = YEARS[0] if least is None else least, YEARS[-1] if most is None else most
    if least is not None or most is not None:
        plain = Annotated[plain, Field(ge=least, le=most)]
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
