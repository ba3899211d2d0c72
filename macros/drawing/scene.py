"""What a map shows, whatever its size: countries, places and legs, in degrees."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from .geometry import Point

__all__ = ["Mark", "Scene", "Way"]


@dataclass(frozen=True)
class Mark:
    """A place to mark."""

    key: str
    name: str
    at: Point  # longitude, latitude
    shape: str = "circle"
    look: str = ""  # class
    rank: int = 2
    hollow: bool = False
    change: str = ""  # what cargo changes there


@dataclass(frozen=True)
class Way:
    """A leg: its route, how goods move, whether it is there, and the points it runs through."""

    route: str
    mode: str
    state: str
    points: tuple[Point, ...]  # longitude, latitude
    length: str = ""  # as published, with its unit
    start: str = ""  # names of the places at its ends
    end: str = ""


@dataclass(frozen=True)
class Scene:
    """What a map shows, whatever its size."""

    held: tuple[Point, ...]  # what the viewport must hold
    areas: Mapping[str, str] = field(default_factory=dict)  # country: fill
    links: Mapping[str, str] = field(default_factory=dict)  # country: address
    focus: frozenset[str] = frozenset()  # countries that stand out without a fill
    marks: tuple[Mark, ...] = ()
    ways: tuple[Way, ...] = ()
    water: str = ""  # the sea that readers find their way by, named before all else
    subject: str = ""  # the country that the page is about
    main: str = ""  # the route that is drawn strong; then the others are branches of it
    named: Mapping[str, str] = field(default_factory=dict)  # route: its name on the line
    inset: tuple[Point, ...] = ()  # what is enlarged beside the map
    turned: bool = False  # on a phone with east upward

    def __hash__(self) -> int:
        return hash((self.held, self.water, *self.areas.items(), *self.links, self.focus, self.marks, self.ways,
                     self.subject, self.main, *self.named.items(), self.inset, self.turned))
