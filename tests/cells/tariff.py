"""Cells of the tables of the two columns of the tariff, worked out from the publishers' files by plain means."""

from __future__ import annotations

import re
from functools import cache

from .files import CHARGES, CIF, DUTY, FILES, lines

TARIFF = FILES / "us-hts-column1-column2/hts_2024_basic_edition.csv"
CHAPTERS = FILES / "us-imports-by-hts2-2023-2025/us_imports_for_consumption_hts2_2023_2025-08.csv"
FIVE = ("Kazakhstan", "Uzbekistan", "Tajikistan", "Turkmenistan", "Azerbaijan")


def lines_of(code):
    """The lines of the tariff under a code that have a rate in both columns: code and both rates."""
    return [(line["HTS Number"], *rates) for line in lines(TARIFF) if line["HTS Number"].startswith(code)
            if all(rates := [re.sub("<.*?>", "", line[name]).strip()
                             for name in ("General Rate of Duty", "Column 2 Rate of Duty")])]


def _share(rate):
    """A rate in percent as a number; None where it is anything else."""
    if rate == "Free":
        return 0.0
    found = re.fullmatch(r"(\d+)(?: (\d)/(\d)|(\.\d+))? ?%", rate)
    return found and float(found[1]) + (float(found[4] or 0) if not found[2] else int(found[2]) / int(found[3]))


@cache
def _pairs(chapter):
    """Both rates of the lines in percent of a chapter; of chapters 1 to 97 where it is None."""
    lines = [line for line in lines_of(chapter or "") if line[0][:2] < "98"]
    pairs = [(_share(general), _share(other)) for _, general, other in lines]
    return lines, [pair for pair in pairs if None not in pair]


def _mean(pairs, at):
    return sum(pair[at] for pair in pairs) / len(pairs) if pairs else None


def chapter_cell(row, column):
    """A cell of the table of chapters."""
    lines, pairs = _pairs(row.chapter)
    free, paying = [pair for pair in pairs if not pair[0]], [pair for pair in pairs if pair[0]]
    return {"lines": len(lines), "in_percent": len(pairs), "free_in_both": sum(not any(pair) for pair in pairs),
            "column_1": _mean(pairs, 0), "column_2": _mean(pairs, 1), "free_column_2": _mean(free, 1),
            "paying_column_1": _mean(paying, 0), "paying_column_2": _mean(paying, 1),
            "value_2024": sum(_bought(name, row.chapter) for name in FIVE)}[column.name]


def _bought(country, chapter):
    """US imports of 2024 from a country, in millions, of a chapter or of all."""
    return sum(float(line["value_usd"]) * {CIF: 1, CHARGES: -1}.get(line["measure"], 0) / 1e6
               for line in lines(CHAPTERS)
               if line["country"] == country and line["period"] == "2024"
               and (chapter is None or float(line["hts2"]) == int(chapter)))


def cost_cell(row, column):
    """A cell of the table of what column 2 would cost, worked out once more from the files."""
    named = {("Kazakhstan", 72): (1.9, 7.5), ("Kazakhstan", 78): (2.5, 10), ("Kazakhstan", 81): (15, 25),
             ("Azerbaijan", 76): (3, 13.5)}
    parts = {}
    for line in lines(CHAPTERS):
        if line["country"] == row.country and line["period"] == "2024":
            parts.setdefault(int(float(line["hts2"])), {})[line["measure"]] = float(line["value_usd"]) / 1e6
    total = special = rest = first = second = low = plain = duty = 0.0
    for chapter, part in parts.items():
        value, paying = part[CIF] - part[CHARGES], part["Dutiable Value"]
        total += value
        if chapter > 97:
            special += value
            continue
        pairs = _pairs(f"{chapter:02d}")[1]
        plain += value * _mean(pairs, 1)
        duty += part[DUTY] if chapter != 27 else 0
        told_apart = {27: (True, True), 28: (True, False), 71: (True, False)}.get(chapter, (False, False))
        for is_free, amount in ((True, value - paying), (False, paying)):
            if not told_apart[not is_free]:
                like = [pair for pair in pairs if (pair[0] == 0) == is_free] or pairs
                rates = _mean(like, 0), _mean(like, 1)
                rest, first, second = rest + amount, first + amount * rates[0], second + amount * rates[1]
                own = named.get((row.country, chapter), rates) if not is_free else rates
                low += amount * (own[1] - own[0]) / 100
    if column.name.startswith("extra_named") and row.country not in {country for country, _ in named}:
        return None
    return {"value_2024": total, "apart": 100 * (total - special - rest) / total, "special": 100 * special / total,
            "rest": 100 * rest / total, "column_1": first / rest, "column_2": second / rest, "paid": 100 * duty / rest,
            "extra": (second - first) / 100, "extra_share": (second - first) / total, "extra_named": low,
            "extra_named_share": 100 * low / total, "plain_column_2": plain / (total - special)}[column.name]
