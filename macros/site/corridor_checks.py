"""Rules for routes and yearly series: legs join, lengths add up, years have no gaps."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby, pairwise

from ..records.problems import Problem, allowed
from ..records.loading import Entry, Records, Table
from ..records.schema.corridor import CargoYear, ContainerYear, CorridorLeg, CorridorRoute
from ..records.schema.geo import Leg, Place

__all__ = ["check_corridor"]


def check_corridor(records: Records) -> Iterator[Problem]:
    """Faults in legs, in the lengths of routes, and in series by year."""
    for table in _tables(records, Leg):
        yield from _places(records, table)
        yield from _joins(table)
    for table in _tables(records, CorridorRoute):
        yield from _lengths(records, table)
    for model in (CargoYear, ContainerYear):
        for table in _tables(records, model):
            yield from _gaps(table)


def _tables(records: Records, model: type) -> Iterator[Table]:
    return (table for table in records.tables.values() if issubclass(table.model, model))


def _rows(records: Records, model: type) -> list[Entry]:
    return [entry for table in _tables(records, model) for entry in table.rows]


def _places(records: Records, table: Table) -> Iterator[Problem]:
    """Ends and bends of legs that are no place."""
    known = {entry.key for entry in _rows(records, Place)}
    for entry in table.rows:
        leg = entry.record
        named = [(("start",), leg.start), (("end",), leg.end),
                 *((("via", number), key) for number, key in enumerate(leg.via))]
        for loc, key in named:
            if key not in known:
                yield entry.problem(f"no place {key!r}; {allowed(key, known)}", *loc)


def _joins(table: Table) -> Iterator[Problem]:
    """Legs of a route that stand apart, or do not begin where the leg before them ends."""
    seen: set[str] = set()
    for route, group in groupby(table.rows, key=lambda entry: entry.record.route):
        legs = list(group)
        if route in seen:
            yield legs[0].problem(f"route {route!r} goes on here after another; "
                                  "keep the legs of a route together, in order", "route")
        seen.add(route)
        for before, entry in pairwise(legs):
            if entry.record.start != before.record.end:
                yield entry.problem(f"start: {entry.record.start!r} is not {before.record.end!r}, "
                                    f"where leg {before.key!r} ends", "start")


def _lengths(records: Records, table: Table) -> Iterator[Problem]:
    """Sums of legs that differ from the row or from the published total, without a reason."""
    legs = _rows(records, CorridorLeg)
    routes = {entry.key for entry in table.rows}
    for entry in legs:
        if entry.record.route not in routes:
            yield entry.problem(f"no route {entry.record.route!r}; "
                                f"{allowed(entry.record.route, routes)}", "route")
    for entry in table.rows:
        yield from _length(entry, [leg.record.km for leg in legs if leg.record.route == entry.key])


def _length(entry: Entry, lengths: list[float | None]) -> Iterator[Problem]:
    route = entry.record
    known = [km for km in lengths if km is not None]
    total = round(sum(known), 1)
    if not lengths:
        yield entry.problem(f"route {entry.key!r} has no leg")
    elif (route.legs_km or 0) != total:
        yield entry.problem(f"legs_km: the legs with a published length add up to {total:g}",
                            *(["legs_km"] if route.legs_km else []))
    if route.published_km is None or not lengths:
        return
    agree = len(known) == len(lengths) and _within(total, route.published_km, route.margin)
    if not agree and not route.why_not:
        yield entry.problem(f"published_km: {route.published_km:g} is not the sum of the legs, "
                            f"{total:g}, within {route.margin:g}%; say why_not:", "published_km")
    if agree and route.why_not:
        yield entry.problem(f"why_not: the legs add up to {total:g}, within {route.margin:g}% of "
                            "the total; leave it out", "why_not")


def _within(total: float, published: float, margin: float) -> bool:
    return abs(total - published) <= published * margin / 100


def _gaps(table: Table) -> Iterator[Problem]:
    """Years left out; a year without a number stands as a row that says so."""
    for before, entry in pairwise(table.rows):
        first, year = before.record.year, entry.record.year
        if year > first + 1:
            missing = ", ".join(str(number) for number in range(first + 1, year))
            yield entry.problem(f"year: {missing} is left out; give it a row without a number",
                                "year")
