"""Partners in trade, and output."""

from __future__ import annotations

from functools import cache

from scripts.series.reading import EIGHT

from .files import FILES, lines, one
from .us_trade import flow_of

TRADE = FILES / "uz-kz-kg-am-trade-by-partner/trade_by_partner_long.csv"
EURO = FILES / "eu27-exports-by-partner/eu27_exports_by_partner_2010_2023.csv"
REVIEW = FILES / "ei-statistical-review-2025/ei2025_kaz_uzb_tkm_aze_rus_world_long.csv"
MINES = FILES / "wna-uranium-production/wna_mine_production_tU_2012_2024.csv"
SUMMARIES = FILES / "usgs-mcs2026-selected/usgs_mcs2026_selected.csv"
INDICATORS = {"oil-output": "oil_production_tonnes", "gas-output": "gas_production_bcm",
              "coal-output": "coal_production_mt"}
MEMBERS = """Austria Belgium Bulgaria Croatia Cyprus Czech Denmark Estonia Finland France Germany Greece Hungary Ireland
Italy Latvia Lithuania Luxembourg Malta Poland Portugal Romania Slovakia Slovenia Spain Sweden Австрия Бельгия Болгария
Хорватия Кипр Чешская Дания Эстония Финляндия Франция Германия Греция Венгрия Ирландия Италия Литва Люксембург Мальта
Нидерланды Польша Португалия Румыния Словакия Словения Испания Швеция""".split()
PARTNERS = {"china": ("China", "Китай"), "russia": ("Russia", "Russian Federation", "Россия"),
            "us": ("USA", "United States", "Соединенные Штаты Америки"), "unnamed": ("Other countries",),
            "total": ("Total", "Всего", "Всего в том числе")}
REPORTERS = ("kazakhstan", "uzbekistan", "kyrgyzstan", "armenia")


def _member(name):
    return name.split()[0] in MEMBERS or name in ("Netherlands", "Республика Латвия", "EU countries not specified")


@cache
def _trade(reporter, flow, year, partner):
    """Trade with a partner in billions; None where the reporter does not tell that year, or contradicts itself."""
    told = {line["partner"]: float(line["value_thousand_usd"]) / 1e6 for line in lines(TRADE)
            if (line["reporter"].lower(), line["flow"], line["year"]) == (reporter, flow, str(year))}
    if not told or (partner == "eu" and sum(told[name] for name in told if _member(name)) >
                    1.01 * told.get("The EU", told.get("Страны ЕС", 1e9))):
        return None
    if partner == "total" and reporter in ("uzbekistan", "armenia"):
        return sum(told.values())
    return sum(told[name] for name in told if (_member(name) if partner == "eu" else name in PARTNERS[partner]))


def _partner(reporter, flow):
    def lookup(row, column):
        if column.name != "others":
            return _trade(reporter, flow, row.year, column.name)
        named = ["china", "russia", "eu", "us", *(["unnamed"] if reporter == "uzbekistan" else [])]
        parts = [_trade(reporter, flow, row.year, name) for name in named]
        return None if None in parts else _trade(reporter, flow, row.year, "total") - sum(parts)
    return lookup


def _part(partner):
    def lookup(row, column):
        both = [[_trade(column.name, flow, row.year, name) for flow in ("export", "import")]
                for name in (partner, "total")]
        return None if None in both[0] else 100 * sum(both[0]) / sum(both[1])
    return lookup


def _us_counts(reporter):
    def lookup(row, column):
        if column.name in ("sold", "bought"):
            value = _trade(reporter, "export" if column.name == "sold" else "import", row.year, "us")
            return value and value * 1000
        return None if row.year == 2023 else flow_of(row.year, reporter.title())[column.name == "us_sold"]
    return lookup


def _euros(country, year):
    return float(one(EURO, partner_std=country, year=str(year))["eu27_exports_eur"]) / 1e9


def _eu_counts(row, column):
    if column.name == "usd_per_eur":
        return row.usd_per_eur  # the European Central Bank's file is not among those of the folder
    country, _, eu = column.name.partition("_")
    return _euros(country.title(), row.year) * row.usd_per_eur if eu else _trade(country, "import", row.year, "eu")


def _output(table):
    def found(name, year):
        name = {"world": "total_world"}.get(name, name)
        return float(one(REVIEW, indicator=INDICATORS[table], geo=name, year=str(year))["value"])

    def lookup(row, column):
        name, _, share = column.name.partition("_")
        return 100 * found(name, row.year) / found("world", row.year) if share else found(name, row.year)
    return lookup


def _uranium(row, column):
    name, _, share = column.name.partition("_")
    mined = {line["country"].split()[0].lower(): float(line[str(row.year)]) for line in lines(MINES)}
    return 100 * mined[name] / mined["world"] if share else mined["usa" if name == "us" else name]


def _mineral(row, column):
    year = column.name.removeprefix("share_").replace("2025", "2025e")
    [line] = [line for line in lines(SUMMARIES) if line["country"] == row.country
              and line["mineral"].split(" (")[0] == row.what.split(", ")[0]]
    return 100 * float(line[f"production_{year}"]) / float(line[f"world_{year}"])


TABLES = {  # how a cell is looked up, and how many decimal places it has
    **{f"{name}-{flow}s": (_partner(name, flow), 2 if name in REPORTERS[:2] else 3)
       for name in REPORTERS for flow in ("export", "import")},
    **{f"{name}-us-counts": (_us_counts(name), 1) for name in REPORTERS},
    **{f"{name}-shares": (_part(name), 1) for name in ("china", "russia")},
    "eu-exports": (lambda row, column: _euros(column.title, row.year),
                   {"russia": 1, **dict.fromkeys((name.lower() for name in EIGHT), 3)}),
    "eu-two-counts": (_eu_counts, {"usd": 4, "kazakhstan": 2, "uzbekistan": 2, "kyrgyzstan": 3, "armenia": 3}),
    **{name: (_output(name), 2) for name in INDICATORS},
    "uranium-output": (_uranium, 1),
    "mineral-shares": (_mineral, 1),
}
