"""What is printed, and values that fit it or do not."""

from __future__ import annotations

import pytest

from macros.records.loading import load
from macros.records.proof.comparison import Printed, fits
from macros.records.proof.dates import EVERY_YEAR
from tests.conftest import ROOT

# value, unit, printed words
FIT = [
    (993000, "persons", "993,000 tons"), (993000, "persons", "993 000 тонн"), (993000, "persons", "993\u00a0000"),
    (993000, "persons", "993 тыс. тонн"), (993000, "persons", "993 thousand"), (993000, "persons", "993k"),
    (1234567, "persons", "1,234,567"), (1234567, "persons", "1.234.567"), (1234567, "persons", "1 234 567"),
    (1234567, "persons", "1’234’567"), (1234567, "persons", "1234567"), (1234.5, "persons", "1,234.5"),
    (1234.5, "persons", "1 234,5"), (1234.5, "persons", "1.234,5"), (12.8, "usd-billion", "12,8 млрд долларов"),
    (12.8, "usd-billion", "$12.8bn"), (12.8, "usd-billion", "$12.8 billion"), (12.8, "usd-billion", "$12.8B"),
    (12.8, "usd-billion", "12,800 million dollars"), (12800, "usd-million", "$12.8 billion"),
    (12.8, "usd-billion", "USD 12.8 bln"), (1.1, "usd-billion", "$1.1bn"), (1100, "usd-million", "$1.1 billion"),
    (1.1, "usd-billion", "1 097,4 млн долларов"), (1100, "usd-million", "$1,097 million"),
    (20, "usd-million", "$20m"), (20, "usd-million", "20M dollars"), (20, "usd-million", "20 миллионов долларов"),
    (0.5, "usd-million", "500 тысяч долларов"), (4.1, "million-tonnes", "4,1 млн тонн"),
    (4.1, "million-tonnes", "4.12 million tons"), (4.1, "million-tonnes", "4,119 thousand tons"),
    (4.12, "million-tonnes", "4 119 тыс. тонн"), (3.5, "million-tonnes", "3.5 Mt"),
    (1.234, "million-tonnes", "1,234 млн т"), (10, "bcm", "10 bcm"), (10, "bcm", "10 млрд кубометров"),
    (10, "bcm", "10 billion cubic meters"), (17, "trillion-cubic-feet", "17 Tcf"),
    (1234.5, "usd-million", "1,234.5 (millions of US dollars)"), (82.3, "usd-million", "82.3, in millions"),
    (5200, "teu", "5.2 thousand TEU"), (76900, "teu", "76,9 тыс. ДФЭ"), (2.5, "trillion-cubic-meters", "2.5 tcm"),
    (9.9, "bcm", "9,9 mlrd. m3"), (64.8, "million-tonnes", "64,8 millones de toneladas"),
    (1084000, "persons", "1 million 84 thousand tons"), (1084, "usd-million", "1 миллиард 84 миллиона"),
    (3.4, "usd-billion", "3,4 Milliarden Dollar"), (2, "usd-million", "2 milyon"), (2, "usd-billion", "2 milyar"),
    (2, "usd-million", "2 мільйони"), (12.9, "bcm", "12,9 мільярда кубометрів"),
    # percent, and falls
    (12.5, "percent", "12.5%"), (12.5, "percent", "12,5 процента"), (12.5, "percent", "12.5 per cent"),
    (13, "percent", "12.5%"), (12, "percent", "12.5%"), (43, "percent", "43,3 %"), (-5.2, "percent", "fell 5.2%"),
    (-5.2, "percent", "снизился на 5,2%"), (-5.2, "percent", "\u22125.2%"),
    (-1253.6, "usd-million", "-1,253.6 million"),
    (-1253.6, "usd-million", "deficit of $1,253.6 million"), (35, "percent", "35 percent ad valorem"),
    # words
    (3, "countries", "three countries"), (3, "countries", "Three"), (3, "countries", "три страны"),
    (2, "countries", "both countries"), (0, "countries", "none of them"), (0, "countries", "нет"),
    (12, "bills", "a dozen bills"), (15, "countries", "пятнадцать республик"), (21, "deaths", "twenty-one people"),
    (21, "deaths", "двадцать один человек"), (155, "persons", "one hundred and fifty-five"),
    (155, "persons", "сто пятьдесят пять"), (2000000, "persons", "two million people"), (40, "days", "forty days"),
    (500000, "persons", "пятьсот тысяч"), (10, "members", "десяти членов"), (5, "members", "the five members"),
    # dates
    ("2000-06-29", "date", "29 June 2000"), ("2000-06-29", "date", "June 29, 2000"),
    ("2000-06-29", "date", "29th of June 2000"), ("2000-06-29", "date", "29 июня 2000 года"),
    ("2000-06-29", "date", "2000-06-29"), ("2000-06-29", "date", "29.06.2000"), ("2000-06-29", "date", "06/29/2000"),
    ("2000-06-29", "date", "Thursday, Jun. 29, 2000"), ("2000-06", "date", "29 June 2000"),
    ("2000-06", "date", "June 2000"), ("2000-06", "date", "июнь 2000 г."), (2000, "date", "in 2000"),
    ("2012-12-14", "date", "12/14/12 signed by president"), ("2025-05-04/2025-05-05", "date", "4-5 May 2025"),
    ("2025-05-04/2025-05-05", "date", "May 4\u20135, 2025"), ("2025-05-04", "date", "4 and 5 May 2025"),
    ("2026-01/2026-03", "date", "first quarter of 2026"), ("2026-01/2026-03", "date", "Q1 2026"),
    ("2026-01/2026-06", "date", "в первом полугодии 2026 года"), ("2026-01/2026-09", "date", "January-September 2026"),
    ("1973/1986", "date", "1973 to 1986"), ("1998-09-03", "date", "3 Sept 1998"), (2024, "year", "in 2024"),
    (2024, "year", "2023/24"), ("2025-11-06", "date", "On November 6, 2025"), ("2026-03-12", "date", "12 марта 2026"),
    ("2020-01-15", "date", "15 de enero de 2020"), ("2014-09-24", "date", "24 septembre 2014"),
    ("2021-03-03", "date", "3. März 2021"), ("2015-08-01", "date", "1 août 2015"),
    ("2005-06-01", "date", "1er juin 2005"), ("2026-04-23", "date", "2026 年 4 月 23 日"),
    ("2026-04", "date", "2026年4月"),
    # other units, by rule
    (966, "kilometers", "600 miles"), (1609, "kilometers", "1,000 miles"),
    (2.59, "square-kilometers", "one square mile"),
    (453.6, "tonnes-metal", "1 million pounds"), (907, "tonnes-metal", "1,000 short tons"),
    (30, "meters", "100 feet"), (14, "days", "two weeks"), (24, "months", "two years"), (48, "hours", "2 days"),
    (447000, "square-kilometers", "44,700,000 hectares"), (5, "nautical-miles", "9.26 km"),
    # texts
    ("424 to 8", None, "424 - 8"), ("12 to 15 days", None, "12-15 суток"), ("not in force", None, "pending"),
    ("33 of 34 talks", None, "33 of the 34"), ("signed on 6 November 2025", None, "November 6, 2025"),
]
MISFIT = [
    (18, "deaths", "21"), (18, "deaths", "21 killed by 18 July"), (18, "deaths", "18 июля: 21 погибший"),
    (21, "deaths", "18 dead"), (18, "deaths", "1.8 million"), (18, "deaths", "180"), (18, "deaths", "eighty"),
    (18, "deaths", "18,000"), (18, "deaths", "0.18"), (18, "deaths", "-18"), (18, "deaths", "18.6"),
    (2024, "year", "2023"), (2024, "year", "2023/25"), (2024, "year", "in 2025"), (2024, "year", "24"),
    (12.5, "usd-million", "$12.5 billion"), (12.5, "usd-billion", "$12.5 million"),
    (12.5, "usd-billion", "$125 billion"),
    (12.5, "usd-billion", "12,5 млн долларов"), (12.5, "usd-million", "12,5 млрд"),
    (12.5, "usd-billion", "$12.5 trillion"),
    (12.5, "usd-million", "$12.5 thousand"), (1097, "usd-million", "$1.1 billion"),
    (1.097, "usd-billion", "$1.1 billion"),
    (1100, "usd-million", "$1,151 million"), (1.1, "usd-billion", "$1.16 billion"), (1.1, "usd-billion", "$11 billion"),
    (993, "persons", "993,000"), (993000, "persons", "993"), (993000, "persons", "993 million"),
    (993000, "persons", "939,000"), (1234, "persons", "1.234"), (1.234, "persons", "1,234"),
    (4.1, "million-tonnes", "4,1 тыс. тонн"), (4.1, "million-tonnes", "4.2 million tons"),
    (4.1, "million-tonnes", "41 million tons"), (4.119, "million-tonnes", "4.12 million tons"),
    (10, "bcm", "10 million cubic meters"), (10, "bcm", "100 bcm"), (10, "bcm", "10 tcm"),
    (5200, "teu", "5.2 million TEU"), (76900, "teu", "76.9 TEU"), (20, "usd-million", "$20bn"),
    (20, "usd-million", "$200m"),
    (1000000, "persons", "84 thousand"), (1084000, "persons", "1 million and 84"),
    (84, "persons", "1 million 84 thousand"),
    # plan for outturn, share for share
    (4.1, "million-tonnes", "plan of 5.2 million tons"), (5.2, "million-tonnes", "4.1 million tons carried"),
    (12.5, "percent", "15%"), (12.5, "percent", "12.6%"), (12.5, "percent", "1.25%"), (12.5, "percent", "125%"),
    (13, "percent", "12.4%"), (12, "percent", "12.6%"), (43, "percent", "43.6%"), (43, "percent", "34%"),
    (5.2, "percent", "\u22125.2%"), (-5.2, "percent", "rose 5.2%"), (-5.2, "percent", "fell 2.5%"),
    (-1253.6, "usd-million", "surplus of $1,253.6 million"), (35, "percent", "70 percent"),
    # words
    (3, "countries", "four countries"), (3, "countries", "thirteen"), (3, "countries", "thirty"),
    (3, "countries", "тринадцать"), (2, "countries", "twenty"), (5, "countries", "fifteen"), (6, "countries", "sixty"),
    (12, "bills", "twenty bills"), (21, "deaths", "twenty people"), (21, "deaths", "двадцать"),
    (155, "persons", "one hundred and fifty"), (155, "persons", "сто пятьдесят"), (2000000, "persons", "two thousand"),
    (2000000, "persons", "two billion"), (0, "countries", "one of them"), (1, "countries", "none"),
    (8, "members", "the states"),
    # dates
    ("2000-06-29", "date", "June 2000"), ("2000-06-29", "date", "2000"), ("2000-06-29", "date", "June 29, 2001"),
    ("2000-06-29", "date", "July 29, 2000"), ("2000-06-29", "date", "28 June 2000"),
    ("2000-06-29", "date", "29 июля 2000"),
    ("2000-06-29", "date", "2000-06-28"), ("2000-06-29", "date", "29.07.2000"), ("2000-06", "date", "May 2000"),
    ("2000-06", "date", "in 2000"), (2000, "date", "in 1999"), ("2025-05-03", "date", "3 May 2024 to 5 June 2025"),
    ("2025-06-05", "date", "3 May 2025 to 5 June 2026"), ("2025-05-04/2025-05-05", "date", "4 May 2025"),
    ("2026-01/2026-03", "date", "second quarter of 2026"), ("2026-01/2026-06", "date", "second half of 2026"),
    ("1973/1986", "date", "1973 to 1985"), ("2025-11-06", "date", "November 16, 2025"),
    ("2026-03-12", "date", "21 марта 2026"), ("2026-04-23", "date", "2026 年 4 月 22 日"),
    ("1998-09-03", "date", "3 December 1998"), ("2012-12-14", "date", "12/13/12"), ("2025-11-06", "date", "November 6"),
    ("2020-01-15", "date", "15 de junio de 2020"), ("2014-09-24", "date", "24 octobre 2014"),
    # other units
    (800, "kilometers", "600 miles"), (600, "kilometers", "600 miles"), (1000, "tonnes-metal", "1,000 pounds"),
    (1000, "tonnes-metal", "1,000 short tons"), (100, "meters", "100 feet"), (2, "days", "two weeks"),
    (447000, "square-kilometers", "447,000 hectares"), (2, "months", "two years"),
    # texts
    ("424 to 8", None, "420 to 3"), ("12 to 15 days", None, "12-18 days"), ("33 of 34 talks", None, "33 of the 35"),
    ("signed on 6 November 2025", None, "November 7, 2025"), ("424 to 8", None, "a large majority"),
]


@pytest.fixture(scope="module", autouse=True)
def _units():
    load(ROOT)


def test_there_are_a_hundred_of_each():
    assert len(FIT) >= 100
    assert len(MISFIT) >= 100


@pytest.mark.parametrize(("value", "unit", "words"), FIT)
def test_a_value_fits_what_is_printed(value, unit, words):
    assert fits(value, unit, [Printed(words)])


@pytest.mark.parametrize(("value", "unit", "words"), MISFIT)
def test_a_value_does_not_fit_what_is_printed(value, unit, words):
    assert not fits(value, unit, [Printed(words)])


def test_a_day_without_a_year_is_of_the_year_of_publication():
    assert fits("2014-08-22", "date", [Printed("at an Aug. 22 event", 2014)])
    assert not fits("2015-08-22", "date", [Printed("at an Aug. 22 event", 2014)])


def test_a_day_without_a_year_in_a_law_is_of_every_year():
    assert fits("2027-01-03", "date", [Printed("at noon on the 3d day of January", EVERY_YEAR)])
    assert fits("2026-12-31", "date", [Printed("each June 30 and December 31", EVERY_YEAR)])
    assert not fits("2027-01-03", "date", [Printed("on the 4th day of January", EVERY_YEAR)])
    assert not fits("2027-01-03", "date", [Printed("January", EVERY_YEAR)])


def test_day_and_year_may_stand_in_two_fragments():
    assert fits("2014-08-22", "date", [Printed("on Aug. 22"), Printed("2014")])
