"""Calls that make a table, and the choice of rows that every call of a table shares."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, partial

from markupsafe import Markup

from ..records.entries import Entry, Table
from ..records.problems import allowed, shown
from ..records.schema import Period, Row, TableHead, choices
from ..render import formats
from ..render.context import Mistake, PageContext
from ..render.footnotes import is_told_by_head
from ..render.templates import render
from .column_heads import heads_of
from .decimals import padded, places_of
from .inline import unit_of
from .registry import call

__all__ = ["as_of", "cell_of", "choose", "rows_of", "spanned", "table", "twin"]

_CARD_COLUMNS = 9  # columns that site.css can tell apart

Where = Mapping[str, object]


@call
def table(page: PageContext, name: str, *, columns: list[str] | None = None,
          where: dict[str, object] | None = None, caption: str | None = None, note: bool | None = None,
          card: list[str] | None = None) -> str:
    """A table, each row with its note; `columns` are fields, the first heads the row.

    The table's own note is printed under it if `note` says so, and else under the first one of the page. `card` are
    the columns that a row shows under its head on a phone before it is asked for more: else the second and third.
    """
    known = page.table(name)
    fields = _default_columns(known) if columns is None else columns
    if not fields:
        raise Mistake(f"table {name!r} has no column of its own to show" if columns is None else
                      "columns: names no column; leave it out, and the table shows its first five", name)
    chosen, head, id = choose(known, where), known.head.record, page.id(f"table-{name}")
    heads = heads_of(known, [_field(known, field) for field in fields])
    places = {field: places_of(_texts(known, chosen, field, field in heads.told))
              for field in fields[1:] if page.purpose != "check"}
    rows = [_row(page, known, entry, fields, heads.told, places) for entry in chosen] if page.purpose != "check" else [
        page.row_ref(known, entry) for entry in chosen]
    return render("table.md.jinja", id=id, caption_id=f"caption-{sum(page.ids.values())}",
                  head=head, card=_card(name, fields, card), as_of=as_of(head, chosen), caption=caption,
                  checked=page.checked(chosen),
                  heads=heads.titles, unit=heads.shared, rows=rows,
                  ref=page.table_ref(known) if head.sources else "", download=page.link(f"data/{name}.csv"),
                  note=head.note if note or (note is None and id == f"table-{name}") else None,
                  numeric=[False, *(_is_numeric(known, field) for field in fields[1:])])


def twin(page: PageContext, known: Table, entries: list[Entry], fields: list[str], title: str) -> str:
    """The rows that a drawing of that title is made of, as a table; nothing where the page has that table anyway."""
    if known.head.key in page.tables_called:
        return ""
    columns = list(dict.fromkeys(field.removesuffix("_percent") for field in fields))
    return table(page, known.head.key, columns=columns, where={"id": [row.key for row in entries]},
                 caption=title)


def as_of(head: TableHead, rows: list[Entry]) -> str:
    """The period that these rows describe: their own if each has one, else the table's."""
    spans = [entry.record.as_of for entry in rows if entry.record.as_of]
    if len(spans) < len(rows):
        return head.as_of.text
    return spanned(spans)


def spanned(spans: list[Period]) -> str:
    """The period from the first of these to the last."""
    first = min(spans, key=lambda span: span.start).text.partition("/")[0]
    last = max(spans, key=lambda span: span.end).text.rpartition("/")[2]
    return first if first == last else f"{first}/{last}"


def _card(table: str, fields: list[str], wanted: list[str] | None) -> Markup:
    """Classes that tell the style sheet which columns a card shows."""
    if wanted == []:
        raise Mistake("card: names no column; leave it out, and a card shows the second and the third")
    for name in wanted or ():
        if name not in fields[1:_CARD_COLUMNS]:
            raise Mistake(f"card: the table {table!r} has no column {name!r} here after its first; "
                          f"{allowed(name, fields[1:_CARD_COLUMNS])}", name)
    return Markup("").join(Markup(f" card-{fields.index(name) + 1}") for name in wanted or ())


def _default_columns(known: Table) -> list[str]:
    return [name for name, field in known.model.model_fields.items() if field.title][:5]


def _field(known: Table, name: str) -> str:
    titled = [key for key, field in known.model.model_fields.items() if field.title]
    if name not in titled:
        raise Mistake(f"table {known.head.key!r} has no column {name!r}; {allowed(name, titled)}", name)
    return name


def _is_numeric(known: Table, field: str) -> bool:
    values = [getattr(entry.record, field) for entry in known.rows]
    return all(isinstance(value, (int, float, type(None))) and not isinstance(value, bool)
               for value in values)


def _texts(known: Table, entries: list[Entry], field: str, bare: bool) -> list[str]:
    """The cells of a column of numbers; none of another column."""
    return [cell_of(known, entry, field, bare) for entry in entries] if _is_numeric(known, field) else []


def _row(page: PageContext, known: Table, entry: Entry, fields: list[str], told: set[str],
         places: Mapping[str, int]) -> Markup:
    """A row in Markdown, bare where the unit is `told`: of thousands, which a template would join slowly."""
    first, *rest = (cell_of(known, entry, field, field in told, places.get(field, 0))
                    for field in map(partial(_field, known), fields))
    ref = page.row_ref(known, entry)
    return Markup(" | ").join([first if is_told_by_head(known, entry) else first + ref, *rest])


def cell_of(known: Table, entry: Entry, field: str, bare: bool = False, places: int = 0) -> Markup:
    """A value as a cell of a table shows it, `bare` without its unit; a word from a list begins large.

    places: decimals that the figures of the column have.
    """
    unit = None if bare else unit_of(known.model, field, in_table=True)
    text = padded(formats.cell_text(getattr(entry.record, field), unit), places)
    return formats.markdown(text[:1].upper() + text[1:] if _is_choice(known.model, field) else text)


@cache
def _is_choice(model: type[Row], field: str) -> bool:
    """Whether a field holds one of a list of words, which begin small in the files."""
    return bool(choices(model, field))


def choose(known: Table, where: Where | None) -> list[Entry]:
    """The rows whose fields equal the values in `where`, or are among them if it gives a list."""
    tests = [(_filter(known, name), value if isinstance(value, list) else [value])
             for name, value in (where or {}).items()]
    for name, values in tests:
        _refuse_absent(known, name, values)
    rows = [entry for entry in known.rows
            if all(getattr(entry.record, name) in values for name, values in tests)]
    if not rows:
        raise Mistake(f"no row of table {known.head.key!r} fits where={dict(where or {})!r}")
    return rows


def _refuse_absent(known: Table, name: str, values: list[object]) -> None:
    """Mistake for a value that no row has or may have: it would choose nothing, and nobody would know."""
    there = [*(getattr(entry.record, name) for entry in known.rows), *choices(known.model, name)]
    for value in values:
        if value not in there:
            raise Mistake(f"where: no row of table {known.head.key!r} has {name} {shown(value)}; "
                          f"{allowed(value, map(_written, there))}", value)


def _written(cell: object) -> str:
    """A cell as a call would say it."""
    return cell.text if isinstance(cell, Period) else str(cell)


def _filter(known: Table, name: str) -> str:
    if name not in known.model.model_fields:
        raise Mistake(f"table {known.head.key!r} has no field {name!r}; "
                      f"{allowed(name, known.model.model_fields)}", name)
    return name


def rows_of(page: PageContext, name: str, kind: str) -> Table:
    """The table called `name`, if its rows are of that kind; Mistake otherwise."""
    known = page.table(name)
    if known.head.record.kind != kind:
        fitting = [key for key, table in page.records.tables.items()
                   if table.head.record.kind == kind]
        raise Mistake(f"table {name!r} is of {_kind(known)}; wanted: a table of kind {kind!r}; "
                      f"{allowed(name, fitting)}", name)
    return known


def _kind(known: Table) -> str:
    kind = known.head.record.kind
    return f"kind {kind!r}" if kind else "no kind"
