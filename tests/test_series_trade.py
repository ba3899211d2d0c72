"""Tables of trade by partner are made from files of the publishers' form, and from no other."""

from __future__ import annotations

import pytest

from scripts.series import eu_exports, partners
from scripts.series.common import EIGHT, Project, Refused
from tests.copies import rows_of, with_data

FLOWS = [f"{name}-{flow}" for name in ("kazakhstan", "uzbekistan", "kyrgyzstan", "armenia")
         for flow in ("exports", "imports", "us-counts")]
FILES = {"countries": [*FLOWS, "us-goods-imports", "us-goods-exports", "sources-trade", "sources-series"],
         "context": ["china-shares", "russia-shares", "eu-exports", "eu-two-counts", "sources-g"]}
SOURCES = [*partners.REPORTERS.values(), "comext-exports", "ecb-reference-rates"]
HEAD = "reporter,flow,partner,year,value_thousand_usd\n"
EURO = "partner,year,eu27_exports_eur,partner_std\n"
AMOUNTS = {"China": 2_000_000, "Russia": 3_000_000, "USA": 500_000, "France": 1_000_000, "Slovakia": 500_000,
           "Other countries": 1_000_000, "India": 2_000_000}
RUSSIAN = {"China": "Китай", "Russia": "Россия", "USA": "Соединенные Штаты Америки", "France": "Франция",
           "Slovakia": "Словакия", "Total": "Всего", "The EU": "Страны ЕС"}


@pytest.fixture
def copy(tmp_path):
    """The tables and their sources, in a folder of their own."""
    return Project(with_data(tmp_path, FILES), dict.fromkeys(SOURCES, "of a test"))


def lines(union=2_000_000, but=()):
    """What four countries tell of 2021 in thousands, imports twice the exports; two print a total."""
    made = []
    for reporter in partners.REPORTERS:
        told = AMOUNTS | ({"Total": 10_000_000, "The EU": union} if reporter not in partners.SUMMED else {})
        names = RUSSIAN if reporter == "Kazakhstan" else {}
        made += [f"{reporter},{flow},{names.get(name, name)},2021,{times * value}"
                 for flow, times in (("export", 1), ("import", 2)) for name, value in told.items()
                 if (reporter, flow, name) not in but]
    return made


def written(folder, name, head, rows):
    file = folder / name
    file.write_text(head + "".join(f"{row}\n" for row in rows), "utf-8")
    return file


def test_partners_are_taken_the_members_of_the_eu_added_up_and_the_rest_told(copy):
    partners.make(copy, written(copy.root, "trade.csv", HEAD, lines()))
    assert rows_of(copy, "kazakhstan-exports") == [
        "- {id: y2021, year: 2021, china: 2.00, russia: 3.00, eu: 1.50, us: 0.50, others: 3.00, total: 10.00}"]
    assert rows_of(copy, "uzbekistan-imports") == ["- {id: y2021, year: 2021, china: 4.00, russia: 6.00, eu: 3.00, "
                                                   "us: 1.00, unnamed: 2.00, others: 4.00, total: 20.00}"]
    assert rows_of(copy, "armenia-exports") == [
        "- {id: y2021, year: 2021, china: 2.000, russia: 3.000, eu: 1.500, us: 0.500, others: 3.000, total: 10.000}"]
    assert rows_of(copy, "russia-shares") == [
        "- {id: y2021, year: 2021, kazakhstan: 30.0, uzbekistan: 30.0, kyrgyzstan: 30.0, armenia: 30.0}"]


def test_the_us_count_stands_beside_the_own_one_but_for_years_on_another_basis(copy):
    partners.make(copy, written(copy.root, "trade.csv", HEAD, lines()))
    assert [row[:30] for row in rows_of(copy, "kyrgyzstan-us-counts")] == [
        "- {id: y2021, year: 2021, us_b", "- {id: y2022, year: 2022, us_b", "- {id: y2023, year: 2023}",
        "- {id: y2024, year: 2024, us_b"]
    first = rows_of(copy, "kyrgyzstan-us-counts")[0]
    assert first.endswith("us_bought: 6.0, sold: 500.0, bought: 1000.0, us_sold: 34.1}")
    assert copy.report.left["year of us-goods-imports on another basis"] == ["y2023", "y2025"]


def test_the_eu_is_left_out_where_its_members_are_more_than_the_publishers_sum(copy):
    partners.make(copy, written(copy.root, "trade.csv", HEAD, lines(union=1_400_000)))
    assert rows_of(copy, "kyrgyzstan-imports") == [
        "- {id: y2021, year: 2021, china: 4.000, russia: 6.000, us: 1.000, total: 20.000}"]
    assert copy.report.left["members add up to more than the publisher’s sum of the EU"] == [
        f"{reporter}, {flow}, 2021: EU" for reporter in ("Kazakhstan", "Kyrgyzstan") for flow in ("export", "import")]


@pytest.mark.parametrize(("but", "more", "said"), [
    ({("Armenia", "import", "China")}, [], "trade.csv: nothing on Armenia, import, 2021: china"),
    ({("Kazakhstan", "export", "Total")}, [], "trade.csv: nothing on Kazakhstan, export, 2021: total"),
    ((), ["Armenia,import,China,2021,5"],
     "trade.csv, line 66: Armenia, import, China, 2021 stands twice, first on line 59"),
    ((), ["Armenia,import,Chad,2021,n/a"],
     "trade.csv, line 66: column value_thousand_usd holds 'n/a'; wanted: a number"),
    ((), ["Georgia,import,Chad,2021,5"],
     "trade.csv, line 66: Georgia, import; wanted: a reporter and a flow that are known here"),
    ((), ["Armenia,transit,Chad,2021,5"],
     "trade.csv, line 66: Armenia, transit; wanted: a reporter and a flow that are known here"),
    ((), ["Armenia,import,Chad,next year,5"],
     "trade.csv, line 66: column year holds 'next year'; wanted: a number"),
])
def test_a_file_of_partners_of_another_form_is_refused(copy, but, more, said):
    with pytest.raises(Refused) as refused:
        partners.make(copy, written(copy.root, "trade.csv", HEAD, [*lines(but=but), *more]))
    assert str(refused.value) == said


def euros(folder, rows=(), but=()):
    """EU exports of 2021: a billion to Kazakhstan, two to Uzbekistan and so on; the French name is not read."""
    made = [f"Le pays {at},2021,{at}000000000,{name}" for at, name in enumerate((*EIGHT, "Russia"), 1)
            if name not in but]
    return written(folder, "exports.csv", EURO, [*made, "Chine,2021,5,China", *rows])


def rates(folder, days=250, rate="1.25"):
    made = [f"2021-{day:03},{rate}" for day in range(1, days + 1)]
    return written(folder, "rates.csv", "Date,USD\n", ["2020-001,9", "2021-000,N/A", *made])


def test_exports_of_the_eu_stand_in_euros_and_beside_the_buyers_count_in_dollars(copy):
    trade = written(copy.root, "trade.csv", HEAD, lines())
    eu_exports.make(copy, euros(copy.root), rates(copy.root), trade)
    assert rows_of(copy, "eu-exports") == [
        "- {id: y2021, year: 2021, kazakhstan: 1.000, uzbekistan: 2.000, tajikistan: 3.000, turkmenistan: 4.000, "
        "azerbaijan: 5.000, kyrgyzstan: 6.000, georgia: 7.000, armenia: 8.000, russia: 9.0}"]
    assert rows_of(copy, "eu-two-counts") == [
        "- {id: y2021, year: 2021, usd_per_eur: 1.2500, kazakhstan: 3.00, kazakhstan_eu: 1.25, uzbekistan: 3.00, "
        "uzbekistan_eu: 2.50, kyrgyzstan: 3.000, kyrgyzstan_eu: 7.500, armenia: 3.000, armenia_eu: 10.000}"]
    assert copy.report.left["not of the eight or Russia"] == ["1 lines of exports.csv"]


@pytest.mark.parametrize(("exports", "rate", "said"), [
    ({"but": {"Georgia"}}, {}, "exports.csv: nothing on 2021, Georgia"),
    ({"rows": ["x,2021,5,Georgia"]}, {}, "exports.csv, line 12: 2021, Georgia stands twice, first on line 8"),
    ({"rows": ["x,2022,,Georgia"]}, {}, "exports.csv: nothing on 2022, Kazakhstan; 2022, Uzbekistan; 2022, Tajikistan; "
     "2022, Turkmenistan; 2022, Azerbaijan; 2022, Kyrgyzstan; 2022, Armenia; 2022, Russia"),
    ({}, {"days": 200}, "rates.csv: 200 rates of 2021; wanted: at least 240"),
    ({}, {"rate": "one"}, "rates.csv, line 4: column USD holds 'one'; wanted: a number"),
])
def test_exports_and_rates_of_another_form_are_refused(copy, exports, rate, said):
    trade = written(copy.root, "trade.csv", HEAD, lines())
    with pytest.raises(Refused) as refused:
        eu_exports.make(copy, euros(copy.root, **exports), rates(copy.root, **rate), trade)
    assert str(refused.value) == said
