"""Income, debt, aid, finance, conflict and rights."""

from __future__ import annotations

from .files import FILES, lines, one

ECONOMY, UCDP = FILES / "gapminder-systema-globalis", FILES / "ucdp-organized-violence"
AIDDATA, RATINGS = FILES / "aiddata-gcdf3-country", FILES / "democracy-freedomhouse-vdem"
US_AID = FILES / "us-foreign-aid/us_foreign_aid_country_2025-12_copy.csv"
CODES = dict(zip(("Kazakhstan", "Uzbekistan", "Tajikistan", "Turkmenistan", "Azerbaijan", "Kyrgyzstan", "Georgia",
                  "Armenia"), "kaz uzb tjk tkm aze kgz geo arm".split(), strict=True))
FIVE = ("Kazakhstan", "Uzbekistan", "Tajikistan", "Turkmenistan", "Kyrgyzstan")


def _found(path, column, **cells):
    """The number in the one line that has these cells; None where there is no such line, or no number."""
    found = [line for line in lines(path) if all(line[name] in (value, f"{value}.0") for name, value in cells.items())]
    assert len(found) < 2
    return float(found[0][column]) if found and found[0][column] else None


def _indicator(name, per=1):
    def look(row, column):
        value = _found(ECONOMY / "economy_region_1985_2026.csv", "value", indicator=name, geo=CODES[column.title],
                       year=str(row.year))
        return None if value is None else value / per
    return look


def _people(row, column):
    per_head = _indicator("gdppercapita_us_inflation_adjusted")(row, column)
    return _indicator("total_gdp_us_inflation_adjusted")(row, column) / per_head


def _output(row, column):
    [value] = [line["Value"] for line in lines(ECONOMY / "gdp_current_usd_wdi_datahub.csv")
               if line["Country Code"] == CODES[column.title].upper() and line["Year"] == str(row.year)]
    return float(value) / 1e9


def _remittances(row, column):
    return _found(FILES / "wdi-remittances-pct-gdp/remittances_pct_gdp.csv", "bx_trf_pwkr_dt_gd_zs",
                  geo=CODES[column.title], time=str(row.year))


def _aid(country, kind, year):
    value = _found(US_AID, "constant_amount", **{"Country Name": country, "Transaction Type Name": kind,
                                                 "Fiscal Year": str(year)})
    return None if value is None else value / 1e6


def _us_aid(row, column):
    if column.title in CODES:
        return _aid(column.title, "Obligations", row.year)
    kind = {"five_obligated": "Obligations", "five_paid": "Disbursements"}[column.name]
    values = [_aid(country, kind, row.year) for country in FIVE]
    return None if None in values else sum(values)


def _chinese(row, column):
    line = one(AIDDATA / "gcdf3_country_commitments_2000_2021.csv", country_name=row.country)
    if column.name == "united_states":
        old = _found(US_AID, "current_amount", **{"Country Name": "Georgia", "Fiscal Year": "2021",
                                                  "Transaction Type Name": "Obligations"})
        level = old / 1e6 / _aid("Georgia", "Obligations", 2021)
        return sum(_aid(row.country, "Obligations", year) for year in range(2000, 2022)) * level / 1000
    china, output = float(line["total_commitments_bn"]), float(line["gdp_usd_bn"])
    rate = float(line["weighted_interest_rate"]) if line["weighted_interest_rate"] else None
    return {"china": china, "output": output, "of_output": 100 * china / output, "rate": rate}[column.name]


def _chinese_world(row, column):
    classes = {"aid_like": "ODA-like", "on_credit": "OOF-like", "unclear": "Vague (Official Finance)"}
    values = [float(line["commitments_bn"]) for line in lines(AIDDATA / "gcdf3_world_yearly_flows.csv")
              if line["commitment_year"] == str(row.year) and line["flow_class"] in (
                  classes.values() if column.name == "total" else [classes[column.name]])]
    return sum(values) if values else None


def _deaths(row, column):
    return _found(UCDP / "organizedviolencecy_v25_1.csv", "cumulative_total_deaths_in_orgvio_best_cy",
                  country_cy=column.title, year_cy=str(row.year))


def _kinds(row, column):
    name = {"between_states": "sb_interstate_deaths_best_cy", "state_and_groups": "sb_intrastate_deaths_best_cy",
            "between_groups": "ns_total_deaths_best_cy", "civilians": "os_total_deaths_best_cy",
            "total": "cumulative_total_deaths_in_orgvio_best_cy"}[column.name]
    return sum(int(line[name]) for line in lines(UCDP / "organizedviolencecy_v25_1.csv")
               if line["country_cy"] == row.country and int(line["year_cy"]) > 2000)


def _attacks(row, column):
    countries = FIVE if column.name.startswith("five") else [column.title]
    name = "Terrorism deaths" if column.name == "five_deaths" else "Terrorist attacks"
    values = [_found(FILES / "gtd-terrorism/gtd_region_1970_2021.csv", name, Entity=country, Year=str(row.year))
              for country in countries]
    return None if None in values else sum(values)


def _index(row, column):
    return _found(RATINGS / "vdem_v15_indices_1985_2024.csv", "v2x_libdem", vdem_country_name=column.title,
                  year=str(row.year))


def _freedom(row, column):
    return _found(RATINGS / "freedomhouse_aggregate_0_100_2012_2024.csv", "total", fh_full_country=row.country,
                  country_or_territory="c", edition=column.name.removeprefix("edition_"))


TABLES = {  # how a cell is looked up, and how many decimal places it has
    "income-per-head": (_indicator("gdppercapita_us_inflation_adjusted"), 0),
    "population": (_people, 0),
    "external-debt": (_indicator("external_debt_total_us_not_inflation_adjusted", per=1e9), 2),
    "external-debt-share": (_indicator("debt_to_foreigners_by_public_and_private_percent_of_gni"), 1),
    "country-gdp": (_output, 2),
    "remittances": (_remittances, 1),
    "us-aid": (_us_aid, 2),
    "chinese-finance": (_chinese, {"china": 1, "united": 1, "rate": 2, "output": 1, "of": 1}),
    "chinese-finance-world": (_chinese_world, 2),
    "conflict-deaths": (_deaths, 0),
    "conflict-kinds": (_kinds, 0),
    "attacks-recorded": (_attacks, 0),
    "democracy-index": (_index, 3),
    "freedom-decade": (_freedom, 0),
}
