"""The tables of economies, aid, conflicts and ratings are made from files of the publishers' form and from no other."""

from __future__ import annotations

import csv
import shutil

import pytest

from scripts.series import aid, attacks, conflicts, economy, freedom, remittances, wide
from scripts.series.common import EIGHT, Project, Refused
from tests.conftest import ROOT

TABLES = {"countries": ["income-per-head", "population", "gdp", "sources-series", "sources-general"],
          "context": ["external-debt", "external-debt-share", "remittances", "us-aid", "chinese-finance",
                      "chinese-finance-world", "sources-f", "sources-g"],
          "counterterrorism": ["conflict-deaths", "conflict-kinds", "attacks-recorded", "democracy-index",
                               "freedom-decade", "sources-s-t", "sources-d-g"]}
SOURCES = [*economy.SOURCES, "wb-gdp-series", "wb-remit-series", "us-foreign-aid", "ctx-aiddata-gcdf3",
           "ctx-aiddata-flows", "ct-ucdp", "ct-gtd", "ct-vdem", "ct-fh-all-data"]


@pytest.fixture
def copy(tmp_path):
    """The tables and their sources, in a folder of their own."""
    for folder, names in TABLES.items():
        for name in [*names, "sources-series"]:
            (tmp_path / "data" / folder).mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / f"data/{folder}/{name}.yml", tmp_path / "data" / folder)
    return Project(tmp_path, dict.fromkeys(SOURCES, "of a test"))


def file_of(folder, name, head, rows):
    """A publisher's file of these rows."""
    with (folder / name).open("w", encoding="utf-8", newline="") as opened:
        csv.writer(opened).writerows([head, *rows])
    return folder / name


def rows_of(project, table):
    """The rows that a project would write, each as its text."""
    [text] = [text for text in project.texts.values() if f"\ntable: {table}\n" in f"\n{text}"]
    return [line for line in text.split("\n") if line.startswith("- {id")]


def left(project):
    """What of the file was left out."""
    return {why: what for why, what in project.report.left.items() if not why.startswith("rows of")}


def refused(make, *told):
    with pytest.raises(Refused) as fault:
        make(*told)
    return str(fault.value)


def eight(*values):
    return ", ".join(f"{name.lower()}: {value}" for name, value in zip(EIGHT, values, strict=True))


NUMBERS = {economy.PER_HEAD: 10, economy.GDP: 250, economy.DEBT: 3 * 10 ** 9, economy.DEBT_SHARE: 12.34}
INDICATORS = ["indicator", "geo", "year", "value", "label"]


def economies(folder, but=(), more=()):
    """Gapminder's file for 1992 and 1993: the numbers above, times the number of the country."""
    rows = [[name, country, year, number * value, ""] for name, value in NUMBERS.items() if name not in but
            for year in (1992, 1993) for number, country in enumerate(EIGHT, 1)]
    return file_of(folder, "economy.csv", INDICATORS, [*rows, *more])


def outputs(folder, value="2500000000"):
    rows = [[name, "X", 1990, value] for name in EIGHT]
    return file_of(folder, "gdp.csv", ["Country Name", "Country Code", "Year", "Value"], rows)


def test_economies_are_taken_from_two_files_and_people_are_a_division(copy):
    more = [["oil", "kaz", 1992, 1, ""], [economy.GDP, "mng", 1992, 1, ""]]
    economy.make(copy, economies(copy.root, more=more), outputs(copy.root))
    assert rows_of(copy, "income-per-head") == [
        "- {id: y1990, year: 1990}", "- {id: y1991, year: 1991}",
        *(f"- {{id: y{year}, year: {year}, {eight(*range(10, 90, 10))}}}" for year in (1992, 1993))]
    assert rows_of(copy, "population")[2] == f"- {{id: y1992, year: 1992, {eight(*[25] * 8)}}}"
    assert rows_of(copy, "external-debt") == [
        "- {id: y1993, year: 1993, " + eight(*(f"{3 * number}.00" for number in range(1, 9))) + "}"]
    assert rows_of(copy, "external-debt-share")[0].startswith("- {id: y1993, year: 1993, kazakhstan: 12.3, uzb")
    assert rows_of(copy, "country-gdp") == [f"- {{id: y1990, year: 1990, {eight(*['2.50'] * 8)}}}"]
    assert left(copy) == {"indicator that no table is made of": ["oil"],
                                "not one of the eight countries": ["mng"]}


@pytest.mark.parametrize(("but", "more", "said"), [
    ([economy.DEBT], [], f"economy.csv: no indicator {economy.DEBT}"),
    ([], [[economy.GDP, "kaz", 1992, 7, ""]], "economy.csv, line 66: 1992, Kazakhstan stands twice, first on line 18"),
    ([], [[economy.GDP, "kaz", 1994, "n/a", ""]],
     "economy.csv, line 66: column value holds 'n/a'; wanted: a number"),
    ([], [[economy.PER_HEAD, "geo", 1994, 0, ""]], "economy.csv: GDP per head is not above 0: Georgia, 1994"),
    ([economy.DEBT_SHARE], [[economy.DEBT_SHARE, "kaz", 1993, 1, ""]],
     "economy.csv: nothing on Uzbekistan, Tajikistan, Turkmenistan, Azerbaijan, Kyrgyzstan, Georgia, Armenia"),
])
def test_economies_of_another_form_are_refused(copy, but, more, said):
    assert refused(economy.make, copy, economies(copy.root, but, more), outputs(copy.root)) == said


def test_a_year_that_nobody_counts_is_an_empty_row_and_no_year_at_all_is_refused():
    assert wide.year_rows({(1990, "Georgia"): 1, (1992, "Georgia"): 2}, 1991, ["Georgia"]) == [
        {"id": "y1991", "year": 1991, "georgia": None}, {"id": "y1992", "year": 1992, "georgia": 2}]
    assert refused(wide.year_rows, {(1990, "Georgia"): 1}, 1991) == "no figure from 1991 on"


def test_remittances_leave_out_turkmenistan_and_early_years(copy):
    rows = [[name, year, 1.25] for name in EIGHT for year in (1994, 1995)]
    remittances.make(copy, file_of(copy.root, "r.csv", ["geo", "time", remittances.VALUE], rows))
    assert rows_of(copy, "remittances") == [
        "- {id: y1995, year: 1995, kazakhstan: 1.3, uzbekistan: 1.3, tajikistan: 1.3, azerbaijan: 1.3, "
        "kyrgyzstan: 1.3, georgia: 1.3, armenia: 1.3}"]
    [why] = left(copy)
    assert why == "before the first year, or of a country without a column"
    assert left(copy)[why][-1] == "Armenia, 1994" and "Turkmenistan, 1995" in left(copy)[why]


AID = ["Country Name", "Transaction Type Name", "Fiscal Year", "current_amount", "constant_amount"]
CHINA = ["country_name", "total_commitments_bn", "weighted_interest_rate", "gdp_usd_bn"]
FLOWS = ["commitment_year", "flow_class", "commitments_bn"]


def us_aid(folder, but=(), more=()):
    """Twenty million in 2021, worth forty of 2024; three in 2024 and one in 2025; half of each is paid."""
    rows = [[name, kind, year, current * part, constant * part] for name in EIGHT if name not in but
            for kind, part in (("Obligations", 2), ("Disbursements", 1))
            for year, current, constant in ((2021, 10 ** 7, 2 * 10 ** 7), (2024, 15 * 10 ** 5, 15 * 10 ** 5),
                                            (2025, 5 * 10 ** 5, 5 * 10 ** 5))]
    return file_of(folder, "aid.csv", AID, [*rows, ["Aruba", "Obligations", "1976tq", 1, 1], *more])


def chinese(folder, but=()):
    rows = [[name, number, "" if name == "Armenia" else 2.5, 4] for number, name in enumerate(EIGHT, 1)
            if name not in but]
    return file_of(folder, "china.csv", CHINA, rows)


def flows(folder, more=()):
    rows = [[year, name, 1.25] for year in range(2000, 2022) for name in ("ODA-like", "OOF-like")]
    return file_of(folder, "flows.csv", FLOWS, [*rows, *more])


def test_aid_is_in_dollars_of_one_year_and_the_last_year_is_in_part(copy):
    unclear = [[2021, "Vague (Official Finance)", 0.5]]
    aid.make(copy, chinese(copy.root), flows(copy.root, unclear), us_aid(copy.root))
    rows = rows_of(copy, "us-aid")
    assert [row[7:12] for row in rows] == [f"y{year}" for year in range(1992, 2026)]
    assert rows[0] == "- {id: y1992, year: 1992}"
    assert rows[-2] == f"- {{id: y2024, year: 2024, {eight(*['3.00'] * 8)}, five_obligated: 15.00, five_paid: 7.50}}"
    assert rows[-1] == (f"- {{id: y2025, year: 2025, {eight(*['1.00'] * 8)}, five_obligated: 5.00, five_paid: 2.50, "
                        "basis: reported in part}")
    rows = rows_of(copy, "chinese-finance")
    assert rows[0] == ("- {id: armenia, country: Armenia, china: 8.0, united_states: 0.0, output: 4.0, "
                       "of_output: 200.0}")
    assert rows[-1].startswith("- {id: kazakhstan, country: Kazakhstan, china: 1.0, united_states: 0.0, rate: 2.50,")
    rows = rows_of(copy, "chinese-finance-world")
    assert rows[0] == "- {id: y2000, year: 2000, aid_like: 1.25, on_credit: 1.25, total: 2.50}"
    assert rows[-1] == "- {id: y2021, year: 2021, aid_like: 1.25, on_credit: 1.25, unclear: 0.50, total: 3.00}"


@pytest.mark.parametrize(("files", "said"), [
    ({"more": [["Georgia", "Obligations", "1976tq", 1, 1]]},
     "aid.csv, line 51: column Fiscal Year holds '1976tq'; wanted: a number"),
    ({"more": [["Georgia", "Obligations", 2024, 1, 1]]},
     "aid.csv, line 51: 2024, Georgia stands twice, first on line 39"),
    ({"but": ["Georgia"]}, "aid.csv: nothing on Obligations of Georgia"),
    ({"but": ["Georgia"], "more": [["Georgia", kind, 2024, 1, 2] for kind in ("Obligations", "Disbursements")]},
     "aid.csv, line 45: amounts of 2024 differ, so that constant dollars are not those of 2024"),
])
def test_aid_of_another_form_is_refused(copy, files, said):
    assert refused(aid.make, copy, chinese(copy.root), flows(copy.root), us_aid(copy.root, **files)) == said


def test_chinese_finance_of_another_form_is_refused(copy):
    given = us_aid(copy.root)
    assert refused(aid.make, copy, chinese(copy.root, ["Armenia"]), flows(copy.root), given) == \
        "china.csv: nothing on Armenia"
    assert refused(aid.make, copy, chinese(copy.root), flows(copy.root, [[2021, "Gifts", 1]]), given) == \
        "flows.csv: no such class as Gifts; wanted: ODA-like, OOF-like, Vague (Official Finance)"
    few = file_of(copy.root, "few.csv", FLOWS, [[2000, "ODA-like", 1]])
    assert refused(aid.make, copy, chinese(copy.root), few, given).startswith("few.csv: nothing on 2000, OOF-like; 20")


DEATHS = ["country_cy", "year_cy", conflicts.ALL, *conflicts.KINDS.values()]


def deaths(folder, but=(), more=(), total=10):
    rows = [[name, year, total, 1, 2, 3, 4] for name in EIGHT for year in range(1991, 2003) if (name, year) not in but]
    return file_of(folder, "ucdp.csv", DEATHS, [*rows, *more])


def test_deaths_are_told_by_year_and_by_kind_since_2001(copy):
    conflicts.make(copy, deaths(copy.root, more=[["Albania", 1991, "x", "", "", "", ""]]))
    assert rows_of(copy, "conflict-deaths")[0] == f"- {{id: y1991, year: 1991, {eight(*[10] * 8)}}}"
    assert len(rows_of(copy, "conflict-deaths")) == 12
    assert rows_of(copy, "conflict-kinds")[0] == (
        "- {id: kazakhstan, country: Kazakhstan, between_states: 2, state_and_groups: 4, between_groups: 6, "
        "civilians: 8, total: 20}")
    assert left(copy) == {"not one of the eight countries": ["Albania"]}


@pytest.mark.parametrize(("files", "said"), [
    ({"total": 11}, "ucdp.csv, line 2: the kinds add up to 10, and all deaths are 11"),
    ({"but": [("Georgia", 1993)]}, "ucdp.csv: nothing on 1993, Georgia"),
    ({"more": [["Georgia", 1993, 0, 0, 0, 0, 0]]}, "ucdp.csv, line 98: 1993, Georgia stands twice, first on line 76"),
    ({"more": [["Georgia", "x", 0, 0, 0, 0, 0]]}, "ucdp.csv, line 98: column year_cy holds 'x'; wanted: a number"),
])
def test_deaths_of_another_form_are_refused(copy, files, said):
    assert refused(conflicts.make, copy, deaths(copy.root, **files)) == said


def recorded(folder, but=(), more=()):
    rows = [[name, year, 2, 3] for name in EIGHT for year in range(1992, 2022) if year != 1993 and year not in but]
    return file_of(folder, "gtd.csv", ["Entity", "Year", attacks.ATTACKS, attacks.DEATHS], [*rows, *more])


def test_attacks_have_an_empty_year_and_stop_where_the_count_is_whole(copy):
    attacks.make(copy, recorded(copy.root))
    rows = rows_of(copy, "attacks-recorded")
    assert rows[0] == f"- {{id: y1992, year: 1992, {eight(*[2] * 8)}, five: 10, five_deaths: 15}}"
    assert rows[1] == "- {id: y1993, year: 1993}" and rows[-1].startswith("- {id: y2020,") and len(rows) == 29
    assert left(copy) == {"year of which the file has not all months": ["2021"]}


@pytest.mark.parametrize(("files", "said"), [
    ({"more": [["Georgia", 1993, 1, 1]]},
     "gtd.csv, line 234: a count of 1993, a year that the database does not have"),
    ({"but": [2004]}, "gtd.csv: nothing on 2004, Kazakhstan; 2004, Uzbekistan; 2004, Tajikistan; 2004, Turkmenistan; "
                      "2004, Azerbaijan; 2004, Kyrgyzstan; 2004, Georgia; 2004, Armenia"),
    ({"more": [["Georgia", 2004, 1, 1]]}, "gtd.csv, line 234: 2004, Georgia stands twice, first on line 187"),
])
def test_attacks_of_another_form_are_refused(copy, files, said):
    assert refused(attacks.make, copy, recorded(copy.root, **files)) == said


def ratings(folder, score="7.0", more=()):
    index = [[name, f"{year}.0", 0.1234] for name in EIGHT for year in (1990, 1991)]
    scores = [[name, "c", f"{year}.0", score] for name in EIGHT for year in (2015, 2016, 2025)]
    return (file_of(folder, "vdem.csv", ["vdem_country_name", "year", freedom.INDEX], index),
            file_of(folder, "fh.csv", ["fh_full_country", "country_or_territory", "edition", "total"],
                    [*scores, ["Abkhazia", "t", "2025.0", "1.0"], *more]))


def test_ratings_are_an_index_by_year_and_scores_of_two_editions(copy):
    freedom.make(copy, *ratings(copy.root))
    assert rows_of(copy, "democracy-index") == [f"- {{id: y1991, year: 1991, {eight(*['0.123'] * 8)}}}"]
    assert rows_of(copy, "freedom-decade")[-1] == \
        "- {id: armenia, country: Armenia, edition_2015: 7, edition_2025: 7}"
    assert left(copy) == {}


def test_ratings_of_another_form_are_refused(copy):
    assert refused(freedom.make, copy, *ratings(copy.root, "N/A")) == \
        "fh.csv, line 2: column total holds 'N/A'; wanted: a number"
    assert refused(freedom.make, copy, *ratings(copy.root, more=[["Georgia", "c", "2025.0", "9"]])) == \
        "fh.csv, line 27: 2025, Georgia stands twice, first on line 22"
    vdem, few = ratings(copy.root)[0], file_of(copy.root, "few.csv", ["fh_full_country", "edition"], [["Georgia", 1]])
    assert refused(freedom.make, copy, vdem, few) == \
        "few.csv, line 1: no column country_or_territory, total; there are: fh_full_country, edition"
