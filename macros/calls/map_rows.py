"""From rows of legs and places to lines on a map, and to the same in words."""

from __future__ import annotations

from ..drawing.geometry import Point
from ..drawing.scene import Way
from ..drawing.viewport import reachable
from ..records.entries import Entry, Table
from ..records.problems import allowed
from ..records.schema import Row
from ..render import formats
from ..render.context import Broken, Mistake, PageContext
from ..render.templates import render
from .inline import columns_of, unit_of

__all__ = ["spot", "table_of", "ways", "words"]

_KILOMETERS = "kilometers"


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


def words(page: PageContext, known: Table, nodes: Table, legs: list[Entry],
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
