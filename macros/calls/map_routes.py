"""The macro that draws routes between places."""

from __future__ import annotations

from collections.abc import Iterable

from ..drawing.geometry import Point
from ..drawing.scene import Mark, Scene
from ..records.entries import Entry, Table
from ..records.problems import allowed
from ..records.schema import settings
from ..records.schema.kinds import Leg, Place
from ..render.context import Mistake, PageContext
from .map_figure import Figure, drawable, held
from .map_rows import spot, table_of, ways, words
from .registry import call
from .tables import choose

__all__ = ["route_map"]


@call
def route_map(page: PageContext, name: str, places: str, *, title: str,
              routes: list[str] | dict[str, str] | None = None,
              where: dict[str, object] | None = None, extent: list[str] | None = None, main: str = "",
              named: list[str] | None = None, length: str | None = None, inset: list[str] | None = None,
              turned: bool = False, note: str | None = None) -> str:
    """Legs of a table between the places of another, route by route, with a list of the legs.

    `routes` chooses routes and their order; a mapping also names them: {"key": "Name"}. Beside a `main` one the others
    are branches; the `named` ones have their name on the map. `length` is the column of kilometers to write on legs.
    `extent` lists countries or places that the map must hold, `inset` those that are enlarged beside it. `turned`: on a
    phone east is upward.
    """
    known, nodes = table_of(page, name, Leg), table_of(page, places, Place)
    legs = choose(known, where)
    names = _routes(legs, routes, known)
    for key in (*([main] if main else []), *(named or ())):
        _route(key, names, known)
    legs = [entry for key in names for entry in legs if entry.record.route == key]
    drawn, stops = ways(page, known, nodes, legs, length)
    scene = Scene(_held(nodes, extent, "extent") or tuple(point for way in drawn for point in way.points),
                  marks=tuple(map(_mark, stops)), water=settings().water, ways=drawn,
                  focus=frozenset(entry.record.country for entry in stops), main=main,
                  named={key: names[key] for key in named or ()}, inset=_held(nodes, inset, "inset"), turned=turned)
    letters = [(key, text, "" if main else chr(65 + number)) for number, (key, text) in enumerate(names.items())]
    figure = Figure(page.id(f"map-{name}"), title, "The legs are listed below the map.", scene,
                    routes=tuple(letters))
    return figure.render(page, known, note=note, twin=words(page, known, nodes, legs, letters, title),
                         refs=[page.chart_ref(known, legs), page.chart_ref(nodes, stops)], folded="Leg by leg")


def _held(nodes: Table, names: Iterable[str] | None, argument: str) -> tuple[Point, ...]:
    """Points of countries by their names, and of places by their keys."""
    rows = {entry.key: entry for entry in nodes.rows}
    for name in names or ():
        if name not in rows and name not in drawable():
            raise Mistake(f"{argument}: no place and no country {name!r}; {allowed(name, [*rows, *drawable()])}", name)
    return tuple(point for name in names or () for point in (
        [spot(rows[name])] if name in rows else held([name], ())))


def _mark(entry: Entry) -> Mark:
    place = entry.record
    return Mark(entry.key, place.name, spot(entry), "stop", rank=place.rank, change=place.change or "")


def _routes(legs: list[Entry], routes: list[str] | dict[str, str] | None,
            known: Table) -> dict[str, str]:
    """Name of each route shown, in order."""
    there = list(dict.fromkeys(entry.record.route for entry in legs))
    wanted = there if routes is None else list(routes)
    for key in wanted:
        _route(key, there, known)
    named = routes if isinstance(routes, dict) else {}
    return {key: named.get(key, key.replace("-", " ").capitalize()) for key in wanted}


def _route(key: str, there: Iterable[str], known: Table) -> None:
    if key not in there:
        raise Mistake(f"table {known.head.key!r} has no leg of route {key!r}; {allowed(key, there)}", key)
