"""The tables of conflicts, attacks and ratings are made from files of the publishers' form and from no other."""

from __future__ import annotations

import pytest

from scripts.series import attacks, conflicts, freedom
from scripts.series.common import EIGHT
from tests.series_files import copied, eight, file_of, left, refused, rows_of


@pytest.fixture
def copy(tmp_path):
    return copied(tmp_path)


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
