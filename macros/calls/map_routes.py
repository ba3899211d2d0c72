"""The macro that draws routes between places: rows of legs and places as lines on a map, and the same in words."""

from __future__ import annotations

from collections.abc import Iterable

from ..drawing.geometry import Point
from ..drawing.scene import Mark, Scene, Way
from ..drawing.viewport import reachable
from ..records.entries import Entry, Table
from ..records.problems import allowed
from ..records.schema import Row, settings
from ..records.schema.kinds import Leg, Place
from ..render import formats
from ..render.context import Broken, Mistake, PageContext
from ..render.templates import render
from .inline import columns_of, unit_of
from .map_figure import Figure, drawable, held
from .registry import call
from .tables import choose

__all__ = ["in_words", "route_map", "spot", "table_of", "ways"]

_KILOMETERS = "kilometers"


@call
def route_map(page: PageContext, name: str, places: str, *, title: str,
              routes: list[str] | dict[str, str] | None = None,
              where: dict[str, object] | None = None, extent: list[str] | None = None, main: str = "",
              named: list[str] | None = None, length: str | None = None, inset: list[str] | None = None,
              turned: bool = False, changes: bool = True, note: str | None = None) -> str:
    """Legs of a table between the places of another, route by route, with a list of the legs.

    `routes` chooses routes and their order; a mapping also names them: {"key": "Name"}. Beside a `main` one the others
    are branches; the `named` ones have their name on the map. `length` is the column of kilometers to write on legs.
    `extent` lists countries or places that the map must hold, `inset` those that are enlarged beside it. `turned`: on a
    phone east is upward. `changes`: are places marked where cargo changes vehicle?
    """
    known, nodes = table_of(page, name, Leg), table_of(page, places, Place)
    legs = choose(known, where)
    names = _routes(legs, routes, known)
    for key in (*([main] if main else []), *(named or ())):
        _route(key, names, known)
    legs = [entry for key in names for entry in legs if entry.record.route == key]
    drawn, stops = ways(page, known, nodes, legs, length)
    scene = Scene(_held(nodes, extent, "extent") or tuple(point for way in drawn for point in way.points),
                  marks=tuple(_mark(entry, changes) for entry in stops), water=settings().water, ways=drawn,
                  focus=frozenset(entry.record.country for entry in stops), main=main,
                  named={key: names[key] for key in named or ()}, inset=_held(nodes, inset, "inset"), turned=turned)
    letters = [(key, text, "" if main else chr(65 + number)) for number, (key, text) in enumerate(names.items())]
    figure = Figure(page.id(f"map-{name}"), title, "The legs are listed below the map.", scene,
                    routes=tuple(letters))
    return figure.render(page, known, note=note, twin=in_words(page, known, nodes, legs, letters, title),
                         refs=[page.chart_ref(known, legs), page.chart_ref(nodes, stops)], folded="Leg by leg")


def _held(nodes: Table, names: Iterable[str] | None, argument: str) -> tuple[Point, ...]:
    """Points of countries by their names, and of places by their keys."""
    rows = {entry.key: entry for entry in nodes.rows}
    for name in names or ():
        if name not in rows and name not in drawable():
            raise Mistake(f"{argument}: no place and no country {name!r}; {allowed(name, [*rows, *drawable()])}", name)
    return tuple(point for name in names or () for point in (
        [spot(rows[name])] if name in rows else held([name], ())))


def _mark(entry: Entry, changes: bool) -> Mark:
    place = entry.record
    return Mark(entry.key, place.name, spot(entry), "stop", rank=place.rank, change=changes and place.change or "")


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


def table_of(page: PageContext, name: str, model: type[Row]) -> Table:
    """The table of that name; Mistake if its rows are of another kind."""
    known = page.table(name)
    if not issubclass(known.model, model):
        fitting = [key for key, table in page.records.tables.items() if issubclass(table.model, model)]
        raise Mistake(f"the rows of table {name!r} are no {model.__name__.lower()}s; {allowed(name, fitting)}", name)
    return known


def ways(page: PageContext, known: Table, nodes: Table, legs: list[Entry],
         length: str | None) -> tuple[tuple[Way, ...], list[Entry]]:
    """The legs as lines in degrees, and the places at their ends, each once; `length` is a column of kilometers."""
    drawn, stops = [], {}
    for entry in legs:
        leg = entry.record
        through = _through(page, known, nodes, entry)
        try:
            points = tuple(spot(place) for place in through)
        except Mistake as mistake:
            raise Mistake(f"leg {entry.key!r}: {mistake}") from None
        first, last = through[0], through[-1]
        stops |= {first.key: first, last.key: last}
        drawn.append(Way(leg.route, leg.mode, leg.state, points, _length(known, entry, length) if length else "",
                         first.record.name, last.record.name))
    return tuple(drawn), list(stops.values())


def _through(page: PageContext, known: Table, nodes: Table, entry: Entry) -> list[Entry]:
    """The places of a leg; Broken if its table promises them, so that the row is told, and else Mistake."""
    leg = entry.record
    try:
        return [page.row(nodes, key) for key in (leg.start, *leg.via, leg.end)]
    except Mistake as mistake:
        if any(rule.table == nodes.head.key for rule in known.head.record.foreignKeys):
            raise Broken from None
        raise Mistake(f"leg {entry.key!r}: {mistake}") from None


def _length(known: Table, entry: Entry, field: str) -> str:
    """The published length of a leg in three digits, or ""; Mistake if the column is of another unit."""
    lengths = [name for name in columns_of(known) if unit_of(known.model, name) == _KILOMETERS]
    if field not in lengths:
        raise Mistake(f"length: table {known.head.key!r} has no column {field!r} of kilometers; "
                      f"{allowed(field, lengths)}", field)
    value = getattr(entry.record, field)
    return "" if value is None else f"{formats.number(float(f'{value:.3g}'))}\u00a0km"


def spot(place: Entry) -> Point:
    """Longitude and latitude of a place; Mistake if no map here can show it."""
    at = place.record.lon, place.record.lat
    if None in at:
        raise Mistake(f"place {place.key!r} has no coordinates")
    if not reachable(at):
        raise Mistake(f"the outlines do not reach {place.record.name!r} at {at[1]}, {at[0]}")
    return at


def in_words(page: PageContext, known: Table, nodes: Table, legs: list[Entry],
             routes: list[tuple[str, str, str]], title: str) -> str:
    """The legs route by route: places in order, joined where mode and state stay the same."""
    view = [(key, name, letter, _chains(page, known, nodes,
                                        [leg for leg in legs if leg.record.route == key]))
            for key, name, letter in routes]
    return render("route-list.md.jinja", routes=view, title=title)


def _chains(page: PageContext, known: Table, nodes: Table, legs: list[Entry]) -> list[tuple]:
    """How goods move, the places passed, and notes where a row says more than that."""
    chains: list[tuple[str, list[str], list[str]]] = []
    end = None
    for entry in legs:
        leg = entry.record
        how = leg.mode.capitalize() + ("" if leg.state == "operating" else f", {leg.state}")
        if end != leg.start or chains[-1][0] != how:
            chains.append((how, [page.row(nodes, leg.start).record.name], []))
        chains[-1][1].append(page.row(nodes, leg.end).record.name)
        if leg.note or leg.caution:
            chains[-1][2].append(page.row_ref(known, entry))
        end = leg.end
    return chains
