"""Functions that fill a column from others of its row. Each is given the cells in the order of `of`.

Uranium is counted as U or as U3O8, tungsten as W or as WO3, and ore by its gross weight. A figure in one of them is
not a figure in another.
"""

from collections.abc import Callable, Iterable

from .settings import known
from .units import unit

__all__ = ["FUNCTIONS", "fill", "metal_in_rock", "rock_for_metal", "share", "tonnes_of_uranium", "tungsten"]

_KG_IN_POUND = 0.45359237  # avoirdupois, by definition
_U_IN_U3O8 = 0.848  # by weight: 3 × 238.03 of 842.09 atomic mass units
_W_IN_WO3 = 0.793  # USGS Minerals Yearbook, tungsten

Cell = str | int | float | bool | None


def tungsten(trioxide: float) -> float:
    """Tungsten in a mass of WO3."""
    return trioxide * _W_IN_WO3


def tonnes_of_uranium(million_pounds_u3o8: float) -> float:
    """Tonnes of uranium in millions of pounds of U3O8 equivalent, the unit of the EIA."""
    return million_pounds_u3o8 * 1000 * _KG_IN_POUND * _U_IN_U3O8


def metal_in_rock(tonnes_of_rock: float, grams_per_tonne: float) -> float:
    """Tonnes of metal in a mass of rock of a grade: a gram in a tonne is a millionth."""
    return tonnes_of_rock * grams_per_tonne / 1_000_000


def rock_for_metal(tonnes_of_metal: float, grams_per_tonne: float) -> float:
    """Tonnes of rock that hold a mass of metal at a grade."""
    return tonnes_of_metal * 1_000_000 / grams_per_tonne


def share(part: float, whole: float) -> float:
    """`part` in percent of `whole`: whole percent, or one decimal below one percent."""
    percent = 100 * part / whole
    return round(percent, 1) if percent < 1 else float(round(percent))


# rule: unit before, unit after, and the conversion
_CONVERSIONS: dict[str, tuple[str, str, Callable[..., float]]] = {
    "U3O8 to U": ("million-pounds-u3o8e", "tonnes-uranium", tonnes_of_uranium),
    "WO3 to W": ("tonnes-wo3", "tonnes-tungsten", tungsten),
    "rock to metal": ("tonnes-rock", "tonnes-metal", metal_in_rock),
    "metal to rock": ("tonnes-metal", "tonnes-rock", rock_for_metal),
}


def _standing(output: Cell, world: Cell, rank: Cell) -> Cell:
    """Share of world output and rank, as in `12%, rank 3`; nothing where either output is unknown."""
    if not _numbers(output, world) or not world:
        return None
    return f"{share(output, world):g}%" + (f", rank {rank}" if rank else "")


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
