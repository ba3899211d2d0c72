"""Macros that draw maps of a table's rows: countries and places."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping

from ..drawing import strokes
from ..drawing.outlines import outlines
from ..drawing.scene import Mark, Scene
from ..records.entries import Entry, Table
from ..records.problems import allowed
from ..records.schema import choices, settings
from ..records.schema.kinds import Place
from ..render import formats
from ..render.context import Mistake, PageContext
from .inline import unit_of
from .map_figure import Figure, held
from .map_key import Fill, fills, shades
from .map_routes import spot, table_of
from .registry import call
from .tables import choose, twin

__all__ = ["country_map", "place_map"]


@call
def country_map(page: PageContext, name: str, *, title: str, value: str, country: str = "country",
                where: dict[str, object] | None = None, links: dict[str, str] | None = None,
                extent: list[str] | None = None, subject: str = "", note: str | None = None) -> str:
    """Countries filled by a field of their rows; `links` are pages, from this one as in Markdown.

    `extent` lists the countries that the map must hold, if not those of the rows; beside its `subject`, whose row
    alone its note names, the rest are pale and told in words.
    """
    known = page.table(name)
    entries = choose(known, where)
    values = _values(known, entries, country, value)
    drawn = {place: text for place, text in values.items() if outlines()[place].polygons}
    if subject and subject not in drawn:
        raise Mistake(f"subject: no country {subject!r} on this map; {allowed(subject, drawn)}", subject)
    looks = fills(drawn.values(), choices(known.model, value))
    key, areas = shades(drawn, looks, subject)
    scene = Scene(held(extent, (point for place in drawn for point in outlines()[place].points)),
                  water=settings().water, areas=areas, links=dict(_links(page, links or {}, drawn)), subject=subject)
    figure = Figure(page.id(f"map-{name}"), title, _listed(values), scene, key)
    if subject:
        own = next(entry for entry in entries if _text(known, entry, country) == subject)
        told = {"refs": [page.row_ref(known, own)], "beside": list(_beside(drawn, looks, scene.links, subject))}
    else:
        told = {"refs": [page.chart_ref(known, entries)], "twin": twin(page, known, entries, [country, value], title)}
    return figure.render(page, known, note=note, absent=sorted(values.keys() - drawn.keys()), **told)


@call
def place_map(page: PageContext, name: str, *, title: str, kind: str = "what",
              where: dict[str, object] | None = None, extent: list[str] | None = None,
              note: str | None = None) -> str:
    """Places of a table, each marked by what kind it is; without coordinates it is named only."""
    known = table_of(page, name, Place)
    entries = choose(known, where)
    placed = _placed(known, entries)
    texts = {entry.key: _text(known, entry, kind) for entry in placed}
    shapes = _shapes(texts.values(), choices(known.model, kind))
    marks = [_mark(entry, shapes[texts[entry.key]], f"map__place--{[*shapes].index(texts[entry.key]) + 1}")
             for entry in placed]
    scene = Scene(held(extent, (mark.at for mark in marks)), marks=tuple(marks), water=settings().water,
                focus=frozenset(entry.record.country for entry in placed))
    key = [(f"map__place--{number}", shape, text) for number, (text, shape)
           in enumerate(shapes.items(), 1)]
    if any(mark.hollow for mark in marks):
        key.append(("map__place--hollow", "circle", "Hollow: position of a town nearby"))
    listed = {f"{entry.record.name}, {entry.record.country}": texts[entry.key] for entry in placed}
    figure = Figure(page.id(f"map-{name}"), title, _listed(listed), scene, marks=tuple(key))
    return figure.render(page, known, note=note, refs=[page.chart_ref(known, entries)],
                         twin=twin(page, known, entries, ["name", "country", kind], title),
                         absent=[entry.record.name for entry in entries if entry not in placed])


def _text(known: Table, entry: Entry, field: str) -> str:
    titled = [name for name, described in known.model.model_fields.items() if described.title]
    if field not in titled:
        raise Mistake(f"table {known.head.key!r} has no column {field!r}; {allowed(field, titled)}",
                      field)
    return formats.cell_text(getattr(entry.record, field), unit_of(known.model, field))


def _values(known: Table, entries: list[Entry], country: str, value: str) -> dict[str, str]:
    """Text of `value` by country; Mistake for a country without outline or with two rows."""
    values: dict[str, str] = {}
    for entry in entries:
        place = _text(known, entry, country)
        if place not in outlines():
            raise Mistake(f"row {entry.key!r} names {place!r}, of which there is no outline; "
                          f"{allowed(place, outlines())}")
        if place in values:
            raise Mistake(f"row {entry.key!r} is the second for {place!r}; choose rows with where=")
        values[place] = _text(known, entry, value)
    return values


def _beside(drawn: Mapping[str, str], looks: Mapping[str, Fill], links: Mapping[str, str],
            subject: str) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """What is drawn pale, in words: each value, and the countries that have it with the page of each, "" for none."""
    for text, look in looks.items():
        places = [(place, links.get(place, "")) for place in drawn if drawn[place] == text and place != subject]
        if places:
            yield look.text[:1].lower() + look.text[1:], places


def _links(page: PageContext, links: dict[str, str], drawn: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Address of each country's page, from this one as in Markdown."""
    here = posixpath.dirname(page.path)
    for place, link in links.items():
        path, mark, heading = posixpath.normpath(posixpath.join(here, link)).partition("#")
        if place not in drawn:
            raise Mistake(f"links: no country {place!r} on this map; {allowed(place, drawn)}", place)
        if path not in page.heads:
            raise Mistake(f"links: no page {path!r}; {allowed(path, page.heads)}", link)
        yield place, f"{page.link(path)}{mark}{heading}"


def _placed(known: Table, entries: list[Entry]) -> list[Entry]:
    placed = [entry for entry in entries if entry.record.lat is not None]
    if not placed:
        raise Mistake(f"no row chosen of table {known.head.key!r} has coordinates")
    return placed


def _shapes(texts: object, order: tuple[str, ...]) -> dict[str, str]:
    found = sorted(dict.fromkeys(texts), key=order.index) if order else list(dict.fromkeys(texts))
    if len(found) > len(strokes.MARKS):
        raise Mistake(f"{len(found)} kinds to tell apart on a map; it has {len(strokes.MARKS)} marks")
    return dict(zip(found, strokes.MARKS, strict=False))


def _mark(entry: Entry, shape: str, look: str) -> Mark:
    place = entry.record
    return Mark(entry.key, place.name, spot(entry), shape, look, place.rank,
                place.approximate)


def _listed(values: dict[str, str]) -> str:
    return " ".join(f"{place}: {text}." for place, text in values.items())
