"""The call that sets countries side by side: a column for each, a row for each thing compared."""

from __future__ import annotations

from collections.abc import Mapping

from markupsafe import Markup

from ..records.entries import Entry, Table
from ..records.problems import allowed
from ..records.schema import known as names
from ..render import formats
from ..render.context import Mistake, PageContext
from ..render.templates import render
from .cards import shown
from .inline import unit_of
from .registry import call
from .tables import cell_of

__all__ = ["comparison"]

Cell = tuple[Markup, Markup]  # a value, and the reference to its note
_SHAPES = ("field", "row", "facts")
_NOTHING: Cell = (Markup(formats.MISSING), Markup())


@call
def comparison(page: PageContext, countries: list[str], *rows: dict[str, object], title: str) -> str:
    """Countries side by side, each value with its note; a reader chooses two of them.

    A row's heading is what it `says`. Its values stand in a `table`: in a `field` of the rows of the countries, or in
    one `row` that has a column for each country. Or they are `facts`, ids in the order of the countries, or "none".
    """
    _check_countries(countries)
    view = [_row(page, countries, row) for row in rows]
    for number, country in enumerate(countries):
        if all(cells[number] == _NOTHING for *_, cells in view):
            raise Mistake(f"comparison() has no value of {country!r} in any row", country)
    return render("comparison.md.jinja", id=page.id("comparison"), title=title, countries=countries, rows=view)


def _check_countries(countries: list[str]) -> None:
    """Mistake for a name that is none: facts stand under it by their place only."""
    known = names("countries")
    for country in countries:
        if country not in known:
            raise Mistake(f"comparison(): no country {country!r}; {allowed(country, known)}", country)


def _row(page: PageContext, countries: list[str], row: Mapping[str, object]) -> tuple[object, Markup, list[Cell]]:
    """Heading, the note that all cells share if they do, and the cells."""
    cells = _cells(page, countries, row)
    refs = {ref for _, ref in cells if ref}
    shared = refs.pop() if len(refs) == 1 else Markup()
    return row["says"], shared, [(value, Markup() if shared else ref) for value, ref in cells]


def _cells(page: PageContext, countries: list[str], row: Mapping[str, object]) -> list[Cell]:
    shape = next((name for name in _SHAPES if name in row), "field")
    if wrong := {"says", shape, *(["table"] if shape != "facts" else [])} ^ row.keys():
        raise Mistake(f"comparison(): {', '.join(sorted(wrong))}; wanted in each row: says, and table with field, "
                      f"table with row, or facts")
    _check_words(row, len(countries))
    if shape == "facts":
        return [_fact(page, id) for id in row["facts"]]
    known = page.table(row["table"])
    if shape == "row":
        return _of_row(page, known, page.row(known, row["row"]), countries)
    return [_of_field(page, known, row["field"], country) for country in countries]


def _check_words(row: Mapping[str, object], count: int) -> None:
    """Mistake unless a row names what it shows in words, and a fact for each country."""
    for name, word in row.items():
        words = word if name == "facts" and isinstance(word, list) else [word]
        if not all(isinstance(one, str) for one in words):
            raise Mistake(f"comparison(): {name}: {word!r}; wanted: a word")
        if name == "facts" and len(words) != count:
            raise Mistake(f"comparison(): facts: {len(words)} for {count} countries; wanted: one for each, or 'none'")


def _fact(page: PageContext, id: str) -> Cell:
    if id == "none":
        return _NOTHING
    entry = page.fact(id)
    return shown(entry), page.fact_ref(entry)


def _of_row(page: PageContext, known: Table, entry: Entry, countries: list[str]) -> list[Cell]:
    columns = [formats.slug(country).replace("-", "_") for country in countries]
    return [_cell(page, known, entry, column) if column in known.model.model_fields else _NOTHING
            for column in columns]


def _of_field(page: PageContext, known: Table, field: str, country: str) -> Cell:
    if "country" not in known.model.model_fields:
        raise Mistake(f"table {known.head.key!r} has no column 'country', so that its rows are of no country",
                      known.head.key)
    found = [entry for entry in known.rows if entry.record.country == country]
    if len(found) > 1:
        raise Mistake(f"table {known.head.key!r} has {len(found)} rows of {country!r}; wanted: one", known.head.key)
    if field not in known.model.model_fields:
        raise Mistake(f"table {known.head.key!r} has no column {field!r}; "
                      f"{allowed(field, known.model.model_fields)}", field)
    return _cell(page, known, found[0], field) if found else _NOTHING


def _cell(page: PageContext, known: Table, entry: Entry, field: str) -> Cell:
    value, unit = getattr(entry.record, field), unit_of(known.model, field)
    told = formats.markdown(formats.rounded(value, unit)) if unit and value is not None else cell_of(
        known, entry, field)
    return (told, page.row_ref(known, entry)) if told != formats.MISSING else _NOTHING
