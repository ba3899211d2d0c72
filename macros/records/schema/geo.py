"""Rows that maps draw: places, and the legs of routes between them."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from .core import Row
from .types import Key, Text

__all__ = ["Leg", "Place"]

Latitude = Annotated[float, Field(ge=-90, le=90)]
Longitude = Annotated[float, Field(ge=-180, le=180)]
Keys = Annotated[tuple[Key, ...], Field(strict=False)]


class Place(Row):
    """A point on a map; without coordinates it is listed, not drawn."""

    name: Text = Field(title="Place", description="Usual English name.")
    country: Text = Field(title="Country", description="Usual English name.")
    lat: Latitude | None = Field(None, title="Latitude", description="Degrees north, decimal.",
                                json_schema_extra={"unit": "degrees"})
    lon: Longitude | None = Field(None, title="Longitude", description="Degrees east, decimal.",
                                 json_schema_extra={"unit": "degrees"})
    what: Text = Field(title="What", description="What it is: port, border crossing, deposit …")
    approximate: bool = Field(False, description="True where the coordinates are those of a town "
                              "nearby; its mark is then drawn hollow.")
    rank: Literal[1, 2, 3] = Field(2, description="Where names crowd, 1 is named before 2; 3 only "
                                   "bends a line and has neither mark nor name.")

    @model_validator(mode="after")
    def _both_or_neither(self) -> Self:
        if (self.lat is None) != (self.lon is None):
            raise ValueError("one of lat and lon without the other; give both or neither")
        return self


class Leg(Row):
    """One leg of a route, from place to place."""

    route: Key = Field(title="Route", description="Key of the route that the leg belongs to.")
    start: Key = Field(title="From", description="Id of a place.")
    end: Key = Field(title="To", description="Id of a place.")
    mode: Literal["rail", "sea", "road", "pipeline"] = Field(
        title="Mode", description="How goods move.")
    state: Literal["operating", "under construction", "planned", "proposed", "suspended"] = Field(
        title="State", description="Planned and existing lines are drawn differently.")
    via: Keys = Field((), description="Ids of places through which the line is drawn, in order, "
                      "such as points that carry it around a cape.")
