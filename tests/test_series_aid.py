"""The tables of aid and Chinese finance are made from files of the publishers' form and from no other."""

from __future__ import annotations

import pytest

from scripts.series import aid
from scripts.series.common import EIGHT
from tests.series_files import copied, eight, file_of, refused, rows_of


@pytest.fixture
def copy(tmp_path):
    return copied(tmp_path)


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
