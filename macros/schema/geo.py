"""Rows that maps draw: places, and the legs of routes between them."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from .core import Row
from .types import Key, Text

__all__ = ["Leg", "Place"]

Latitude = Annotated[float, Field(ge=-90, le=90)]
Longitude = Annotated[float, Field(ge=-180, le=180)]


class Place(Row):
    """A point on a map."""

    name: Text = Field(title="Place", description="Usual English name.")
    country: Text = Field(title="Country", description="Usual English name.")
    lat: Latitude = Field(title="Latitude", description="Degrees north, decimal.")
    lon: Longitude = Field(title="Longitude", description="Degrees east, decimal.")
    what: Text = Field(title="What", description="What it is: port, border crossing, deposit …")


class Leg(Row):
    """One leg of a route, from place to place."""

    route: Key = Field(title="Route", description="Key of the route that the leg belongs to.")
    start: Key = Field(title="From", description="Id of a place.")
    end: Key = Field(title="To", description="Id of a place.")
    mode: Literal["rail", "sea", "road", "pipeline"] = Field(
        title="Mode", description="How goods move.")
    state: Literal["operating", "building", "planned", "proposed", "suspended"] = Field(
        title="State", description="Planned and existing lines are drawn differently.")
