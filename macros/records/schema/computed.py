"""Functions that fill a column from others of its row. Each is given the cells in the order of `of`."""

from collections.abc import Callable, Iterable

from . import conversions
from .settings import known
from .units import unit

__all__ = ["FUNCTIONS", "fill"]

Cell = str | int | float | bool | None

# rule: unit before, unit after, and the conversion
_CONVERSIONS: dict[str, tuple[str, str, Callable[..., float]]] = {
    "U3O8 to U": ("million-pounds-u3o8e", "tonnes-uranium", conversions.tonnes_of_uranium),
    "WO3 to W": ("tonnes-wo3", "tonnes-tungsten", conversions.tungsten),
    "rock to metal": ("tonnes-rock", "tonnes-metal", conversions.metal_in_rock),
    "metal to rock": ("tonnes-metal", "tonnes-rock", conversions.rock_for_metal),
}


def _standing(output: Cell, world: Cell, rank: Cell) -> Cell:
    """Share of world output and rank, as in `12%, rank 3`; nothing where either output is unknown."""
    if not _numbers(output, world) or not world:
        return None
    return f"{conversions.share(output, world):g}%" + (f", rank {rank}" if rank else "")


def _rate(text: Cell) -> Cell:
    """A rate of duty in percent of value; nothing where the duty is by weight or volume."""
    if text == "Free":
        return 0.0
    number = str(text).removesuffix("%")
    return float(number) if number != text and number.replace(".", "", 1).isdecimal() else None


def _converted(rule: Cell, given: Cell, before: Cell, after: Cell, grade: Cell) -> Cell:
    """`given` in another unit, to three digits; ValueError where the units do not fit the rule."""
    if rule not in _CONVERSIONS or not _numbers(given):
        return None
    units, convert = _CONVERSIONS[rule][:2], _CONVERSIONS[rule][2]
    if (before, after) != units:
        raise ValueError(f"{rule} turns {units[0]} into {units[1]}; give these two units")
    return int(float(f"{convert(given, *([grade] if grade else [])):.3g}"))


def _with_unit(value: Cell, name: Cell) -> Cell:
    """A number with its unit in words."""
    return f"{value:,}{unit(name).around(value)[1]}" if _numbers(value) and name in known("units") else None


def _numbers(*cells: Cell) -> bool:
    return all(isinstance(cell, (int, float)) and not isinstance(cell, bool) for cell in cells)


# what a head may say under `function`
FUNCTIONS: dict[str, Callable[..., Cell]] = {
    "standing": _standing, "rate-percent": _rate, "conversion": _converted, "with-unit": _with_unit}


def fill(rules: Iterable[tuple[str, str, tuple[str, ...]]], row: dict) -> tuple[dict, list[tuple[str, str]]]:
    """`row` with the columns that follow from it; and, by column, what is wrong.

    A rule is the column to fill, the name of a function, and the columns that it is given.
    """
    filled, wrong = dict(row), []
    for column, function, of in rules:
        if column in row:
            wrong.append((column, f"{column}: computed from {', '.join(of)}; leave it out"))
            continue
        try:
            value = FUNCTIONS[function](*(filled.get(name) for name in of))
        except ValueError as error:
            wrong.append((of[0], str(error)))
        except (TypeError, ArithmeticError):  # another number of columns, or cells that nothing can be made of
            wrong.append((of[0], f"{column}: {function} makes nothing of {', '.join(of)}"))
        else:
            filled |= {column: value} if value is not None else {}
    return filled, wrong
