"""Makes the tables of what the two columns of the US tariff mean by chapter and by country still under Title IV.

    python -m scripts.series.status_cost schedule.csv chapters.csv

The first file is the tariff schedule, the second DataWeb's imports for consumption by country, period, measure and
chapter, in dollars. A mean is that of the lines of a chapter with a rate in percent, or Free, in both columns; lines
with a rate by weight or piece are left out. Goods that entered free count at the mean of the lines of their chapter
that are free in column 1, goods that did not at that of its other lines; where a chapter has no such line, at that of
all. Told apart, and in no mean by country, are fuels (chapter 27), what entered free of chapters 28 and 71, where
uranium and bullion stand, and the special provisions of chapters 98 and 99. Values are customs value.

Where the rate paid on what did not enter free points to one line, such as that of ferrochromium, a second sum counts
those goods at that line and not at a mean.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from .common import Project, Refused, lines_of, once, program, usual, wanted_all
from .tariff import SPECIAL, percent, rated
from .us_purchases import CHARGES, CIF, DUTY, MILLION, NAMES, NONE

BY_CHAPTER, BY_COUNTRY = "tariff-chapters", "column-2-cost"
COVERED = ("Kazakhstan", "Uzbekistan", "Tajikistan", "Turkmenistan", "Azerbaijan")
YEAR, DUTIABLE = "2024", "Dutiable Value"
FUELS, URANIUM, BULLION = 27, 28, 71
SIZE = 4 * MILLION  # chapters of at least so many dollars from the five together stand in the table
TEXTILES = (52, 61, 62, 63)  # and these, however small
NAMED = {("Kazakhstan", 72): "7202.41.00",  # paid 1.9%, the rate of ferrochromium with much carbon
         ("Kazakhstan", 78): "7801.10.00",  # paid 2.6% on lead, whose rate is 2.5% of what is lead in it
         ("Kazakhstan", 81): "8108.20.00",  # paid 13.5%: most of it 15%, the rate of titanium sponge
         ("Azerbaijan", 76): "7606.12.30"}  # paid 12.7% on aluminum, 10 points of it an extra duty; near 3%

Pair = tuple[Decimal, Decimal]


@dataclass(frozen=True)
class Chapter:
    """The lines of a chapter: how many, and the two rates of those that are in percent."""

    lines: int
    free_in_both: int
    pairs: tuple[Pair, ...]

    def mean(self, free: bool | None = None) -> Pair | None:
        """Mean of both columns, of the lines free in column 1 or of the others if told; None without such lines."""
        chosen = [pair for pair in self.pairs if free is None or free == (pair[0] == 0)]
        return tuple(sum(pair[at] for pair in chosen) / len(chosen) for at in (0, 1)) if chosen else None

    def counted(self, free: bool) -> Pair:
        """The mean at which goods count that entered free, or did not."""
        return self.mean(free) or self.mean()


@dataclass(frozen=True)
class Goods:
    """Imports of one chapter from one country, in dollars."""

    value: Decimal
    dutiable: Decimal
    duty: Decimal


def make(project: Project, schedule: Path, chapters: Path) -> None:
    """The rows of both tables."""
    lines, goods = rated(schedule), goods_of(project, chapters)
    rates, named = chapters_of(lines.items()), _named(schedule, lines)
    if unrated := sorted({chapter for _, chapter in goods if chapter < SPECIAL and not rates[chapter].pairs}):
        raise Refused(f"{schedule.name}: no line in percent in chapter {unrated[0]}; {chapters.name} has goods of it")
    rates[None] = _together(rates.values())
    project.write_rows(BY_CHAPTER, _chapter_rows(rates, goods), {"value_2024": 2, **dict.fromkeys(
        ("column_1", "column_2", "free_column_2", "paying_column_1", "paying_column_2"), 1)})
    project.write_rows(BY_COUNTRY, [_country_row(country, rates, named, goods) for country in COVERED],
                       {"value_2024": 2, **dict.fromkeys(("column_1", "column_2", "paid"), 1),
                        **dict.fromkeys(("apart", "special", "rest", "extra", "extra_share", "extra_named",
                                         "extra_named_share", "plain_column_2"), 1)})
    project.renew_source("hts", schedule)
    project.renew_source("usitc-dataweb-2025-chapters", chapters)


def chapters_of(rates: Iterable[tuple[str, tuple[str, str]]]) -> dict[int | None, Chapter]:
    """The lines of the schedule by chapter, those of chapters without any too."""
    found: dict[int, list[tuple[str, str]]] = {chapter: [] for chapter in NAMES}
    for code, pair in rates:
        found.setdefault(int(code[:2]), []).append(pair)
    return {chapter: Chapter(len(pairs), pairs.count(("Free", "Free")), tuple(
        pair for pair in (tuple(map(percent, pair)) for pair in pairs) if None not in pair))
        for chapter, pairs in found.items()}


def _together(chapters: Iterable[Chapter]) -> Chapter:
    """All chapters as one."""
    chapters = list(chapters)
    return Chapter(sum(one.lines for one in chapters), sum(one.free_in_both for one in chapters),
                   tuple(pair for one in chapters for pair in one.pairs))


def _named(schedule: Path, rates: Mapping[str, tuple[str, str]]) -> dict[tuple[str, int], Pair]:
    """Both rates, in percent, of the lines by which goods of a country and chapter count in the second sum."""
    found = {}
    for key, code in NAMED.items():
        pairs = [pair for name, pair in rates.items() if name.startswith(code)]
        found[key] = tuple(percent(rate.partition(" on ")[0]) for rate in pairs[0]) if len(pairs) == 1 else (None,)
        if None in found[key]:
            raise Refused(f"{schedule.name}: wanted: one line of {code} with rates in percent")
    return found


def goods_of(project: Project, file: Path) -> dict[tuple[str, int], Goods]:
    """Imports of a year from each of the five by chapter."""
    lines = lines_of(file, ["country", "period", "measure", "hts2", "value_usd"])
    for line in lines:
        if usual(line["country"]) not in COVERED or line["period"] != YEAR:
            project.report.leave(f"{line['country']} {line['period']}", f"not of the five in {YEAR}")
    mine = [line for line in lines if usual(line["country"]) in COVERED and line["period"] == YEAR]
    found = once(mine, lambda line: (usual(line["country"]), line.whole("hts2"), line["measure"]))
    parts = sorted({key[:2] for key in found})
    wanted_all(file, COVERED, {country for country, _ in parts})
    wanted_all(file, [(*part, measure) for part in parts for measure in (CIF, CHARGES, DUTIABLE, DUTY)], found)
    amount = {key: line.number("value_usd", ()) for key, line in found.items()}
    goods = {part: Goods(amount[*part, CIF] - amount[*part, CHARGES], amount[*part, DUTIABLE], amount[*part, DUTY])
             for part in parts}
    for (country, chapter), one in goods.items():
        if one.dutiable > one.value + 1:
            raise Refused(f"{file.name}: {country}, chapter {chapter}: more is dutiable than was imported")
        if chapter not in NAMES:
            raise Refused(f"{file.name}: chapter {chapter} has no name in chapters.txt")
    return goods


def _chapter_rows(rates: Mapping[int | None, Chapter], goods: Mapping[tuple[str, int], Goods]) -> list[dict]:
    """All chapters together, then those of which the five sell most, and textiles, in the order of the schedule."""
    value = {chapter: sum((one.value for (_, of), one in goods.items() if of == chapter), NONE) for chapter in NAMES}
    chosen = [chapter for chapter in sorted(NAMES) if chapter < SPECIAL and rates[chapter].pairs
              and (value[chapter] >= SIZE or chapter in TEXTILES)]
    value[None] = sum(value.values())
    return [_chapter_row(chapter, rates[chapter], value[chapter]) for chapter in (None, *chosen)]


def _chapter_row(number: int | None, chapter: Chapter, value: Decimal) -> dict:
    free, paying = chapter.mean(True), chapter.mean(False)
    column_1, column_2 = chapter.mean()
    return {"id": f"chapter-{number:02d}" if number else "all", "chapter": f"{number:02d}" if number else None,
            "goods": NAMES[number] if number else "All goods, chapters 1 to 97", "lines": chapter.lines,
            "in_percent": len(chapter.pairs), "free_in_both": chapter.free_in_both, "column_1": column_1,
            "column_2": column_2, "free_column_2": free and free[1], "paying_column_1": paying and paying[0],
            "paying_column_2": paying and paying[1], "value_2024": value / MILLION}


def _country_row(country: str, rates: Mapping[int | None, Chapter], named: Mapping[tuple[str, int], Pair],
                 goods: Mapping[tuple[str, int], Goods]) -> dict:
    """What a country sold, how much of it is told apart, and the rates on the rest."""
    mine = {chapter: one for (of, chapter), one in goods.items() if of == country}
    total, usual_ones = sum(one.value for one in mine.values()), [one for one in mine.items() if one[0] < SPECIAL]
    parts = [part for chapter, one in usual_ones for part in _parts(chapter, one)]
    rest = [(chapter, free, value) for chapter, free, value, apart in parts if not apart]
    size, all_usual = sum(value for _, _, value in rest), sum(one.value for _, one in usual_ones)
    column_1, column_2 = (sum(value * rates[chapter].counted(free)[at] for chapter, free, value in rest) / size
                          for at in (0, 1))
    extra = size * (column_2 - column_1) / 100
    less = sum(_more(rates[chapter].counted(free), value) - _more(named[country, chapter], value)
               for chapter, free, value in rest if not free and (country, chapter) in named)
    is_told_apart = country in {of for of, _ in named}
    plain = sum(one.value * rates[chapter].mean()[1] for chapter, one in usual_ones) / all_usual
    paid = sum(one.duty for chapter, one in usual_ones if chapter != FUELS)
    shares = {"apart": all_usual - size, "special": total - all_usual, "rest": size}
    return {"id": country.lower(), "country": country, "value_2024": total / MILLION,
            **{name: 100 * value / total for name, value in shares.items()},
            "column_1": column_1, "column_2": column_2, "paid": 100 * paid / size, "extra": extra / MILLION,
            "extra_share": 100 * extra / total, "extra_named": (extra - less) / MILLION if is_told_apart else None,
            "extra_named_share": 100 * (extra - less) / total if is_told_apart else None, "plain_column_2": plain}


def _more(pair: Pair, value: Decimal) -> Decimal:
    """What column 2 asks for more than column 1."""
    return value * (pair[1] - pair[0]) / 100


def _parts(chapter: int, goods: Goods) -> list[tuple[int, bool, Decimal, bool]]:
    """Chapter, whether it entered free, value, and whether it is told apart, of what entered free and what did not."""
    free = chapter in (FUELS, URANIUM, BULLION)
    return [(chapter, True, goods.value - goods.dutiable, free), (chapter, False, goods.dutiable, chapter == FUELS)]


if __name__ == "__main__":
    program(make, __doc__, "schedule", "chapters")
