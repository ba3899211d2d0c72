"""Figures that stand in more than one place of the countries agree, and each profile shows what it owes."""

from __future__ import annotations

import re
from datetime import date

import pytest

PREFIXES = {"Kazakhstan": "kz", "Uzbekistan": "uz", "Tajikistan": "tj", "Turkmenistan": "tm", "Azerbaijan": "az",
            "Kyrgyzstan": "kg", "Georgia": "ge", "Armenia": "am"}
FIVE = ("Kazakhstan", "Uzbekistan", "Tajikistan", "Turkmenistan", "Kyrgyzstan")
PAGES = [country.lower() for country in (*FIVE, "Azerbaijan")]
SAME = {"population": "population", "gdp": "gdp", "gdp-per-person": "gdp_per_person", "freedom": "freedom",
        "us-exports-2024": "us_exports", "us-imports-2024": "us_imports"}
SERIES = ("us-goods-exports", "us-goods-imports")
MEMBER = re.compile(r"Member since (.+)")


def rows(site, table):
    return {entry.key: entry.record for entry in site.records.tables[table].rows}


def value(site, fact):
    return site.records.facts[fact].record.value


@pytest.fixture(scope="module")
def profiles(real):
    return {row.country: row for row in rows(real, "country-profiles").values()}


@pytest.fixture(scope="module")
def law(real):
    return {row.country: row for row in rows(real, "title-iv-countries").values()}


@pytest.mark.parametrize("name", SAME)
@pytest.mark.parametrize("country", PREFIXES)
def test_a_fact_of_a_country_agrees_with_the_table_of_all(real, profiles, country, name):
    key = f"{PREFIXES[country]}-{name}"
    assert key in real.records.facts or country.lower() not in PAGES
    assert key not in real.records.facts or value(real, key) == getattr(profiles[country], SAME[name])


@pytest.mark.parametrize("country", PREFIXES)
def test_trade_and_scores_agree_with_their_own_tables(real, profiles, country):
    exports, imports = (getattr(rows(real, table)["y2024"], country.lower()) for table in SERIES)
    score = rows(real, "freedom-ratings")[f"{country.lower()}-2026"]
    profile = profiles[country]
    assert (exports, imports) == (profile.us_exports, profile.us_imports)
    assert (score.country, score.score) == (country, profile.freedom)
    assert score.political + score.civil == score.score


def test_totals_and_balances_are_of_their_own_row(real):
    counts = [row for row in rows(real, "us-trade").values() if row.exports is not None and row.imports is not None]
    for row in counts:
        # A count that is rounded in its source may differ by one in the last place.
        assert row.total is None or row.total == pytest.approx(row.exports + row.imports, abs=1), row
        assert row.balance is None or row.balance == pytest.approx(row.exports - row.imports, abs=1), row


def test_us_counts_beside_national_ones_are_those_of_the_series(real):
    counts = [row for row in rows(real, "us-trade").values() if row.counted_by == "United States"]
    assert len(counts) == 4
    for row in counts:
        of_series = [getattr(rows(real, table)[f"y{row.period.text}"], row.country.lower()) for table in SERIES]
        assert [row.exports, row.imports] == of_series, row.id


FLOW = re.compile(f"({'|'.join(PREFIXES.values())})-us-(exports|imports|balance)-([0-9]+)")


def test_facts_on_us_trade_are_those_of_the_series(real):
    names = {prefix: country.lower() for country, prefix in PREFIXES.items()}
    found = [(key, FLOW.fullmatch(key)) for key in real.records.facts if FLOW.fullmatch(key)]
    assert len(found) >= 17
    for key, part in found:
        record = real.records.facts[key].record
        cell = getattr(rows(real, f"us-goods-{part[2]}")[f"y{part[3]}"], names[part[1]])
        assert record.value == (round(cell / 1000, 1) if record.unit == "usd-billion" else cell), key


def test_sums_of_the_five_follow_from_their_rows(real, profiles):
    exports = sum(profiles[country].us_exports for country in FIVE)
    total = exports + sum(profiles[country].us_imports for country in FIVE)
    of_kazakhstan = profiles["Kazakhstan"].us_exports + profiles["Kazakhstan"].us_imports
    assert value(real, "ca-population") == sum(profiles[country].population for country in FIVE)
    assert value(real, "ca-us-exports-2024") == round(exports)
    assert value(real, "ca-us-trade-2024") == round(total)
    assert value(real, "kz-share-ca-us-trade") == round(100 * of_kazakhstan / total)


@pytest.mark.parametrize("country", PREFIXES)
def test_output_per_person_is_output_over_people(profiles, country):
    profile = profiles[country]
    per_person = 1e9 * profile.gdp / profile.population
    assert profile.gdp_per_person == pytest.approx(per_person, abs=0.05e9 / profile.population + 1)


def test_changes_in_imports_follow_from_their_years(real):
    for row in rows(real, "imports-2004-2024").values():
        then, now = (getattr(rows(real, "us-goods-imports")[year], row.country.lower()) for year in ("y2004", "y2024"))
        level = {key: entry.index for key, entry in rows(real, "us-price-level").items()}
        assert (row.imports_2004, row.imports_2024) == (then, now), row.country
        assert row.change == round(100 * (now / then - 1)), row.country
        assert row.change_real == round(100 * (now / then * level["y2004"] / level["y2024"] - 1)), row.country
        for year in (1994, 1999, 2004):
            real_dollars = getattr(rows(real, "us-imports-2024-dollars")[f"y{year}"], row.country.lower())
            assert getattr(row, f"real_{year}") == real_dollars, (row.country, year)


@pytest.mark.parametrize("country", PREFIXES)
def test_trade_status_agrees_with_the_list_of_the_amendment(real, profiles, law, country):
    profile, listed = profiles[country], law[country]
    assert profile.status == listed.status
    day = MEMBER.fullmatch(profile.wto)
    assert bool(day) == bool(listed.wto)
    if day:
        assert day[1] == listed.wto.start.strftime("%-d %B %Y")
    prefix = PREFIXES[country]
    if listed.covered:
        finding = value(real, "tm-compliance-1997" if prefix == "tm" else f"{prefix}-compliance")
        assert finding == ("1997-06-03" if country == "Azerbaijan" else "1997-12-05")
        assert prefix == "tm" or f"{date.fromisoformat(finding):%-d %B %Y}" in listed.basis
    else:
        left = "coverage-kyrgyzstan-left" if prefix == "kg" else f"{prefix}-pntr"
        assert value(real, left) == listed.proclaimed.text == listed.effective.text


def test_countries_said_to_be_covered_are_those_of_the_list(real, profiles, law):
    assert value(real, "covered-here") == sum(law[country].covered for country in profiles)


@pytest.mark.parametrize("page", PAGES)
def test_a_profile_shows_enough_facts_a_chart_a_timeline_and_a_map(real, page):
    path = f"countries/{page}.md"
    text = real.markdown[path]
    assert len(real.contexts[path].facts) >= 25
    for part in ("chart", "timeline", "map"):
        assert f'class="{part}"' in text


@pytest.mark.parametrize("country", PREFIXES)
def test_the_map_of_the_group_names_and_links_each_country(real, country):
    page = "neighbours" if country in ("Georgia", "Armenia") else country.lower()
    links = re.findall(r'<a class="map__link" href="([^"]+)">(.*?)</a>', real.markdown["countries/index.md"], re.DOTALL)
    to_page = [label for href, label in links if href == f"{page}.md"]
    assert len([label for label in to_page if f">{country}</text>" in label]) == 2  # the wide map and the narrow one
