"""Maps say what is wrong with a call, and what is allowed."""

from __future__ import annotations

import re
from functools import partial

import pytest

from tests.map_project import COUNTRY, COUNTRY_MAP, LEGS, ROUTE_MAP, STATUS, messages


@pytest.fixture
def said(problems):
    """What is said of a call."""
    return partial(messages, problems)


@pytest.mark.parametrize(("call", "message"), [
    ('country_map("statis", value="status", title="T")',
     "no table 'statis'; allowed: departures, legs, places, status; did you mean 'status'?"),
    ('country_map("status", value="statu", title="T")',
     "table 'status' has no column 'statu'; allowed: basis, country, covered, region, status; did you mean 'status'?"),
    ('country_map("status", value="status", title="T", country="region")',
     "row 'kazakhstan' names 'R', of which there is no outline; there are 239 to choose from"),
    ('country_map("status", value="status", title="T", links={"Kazakhstan": "kazakstan.md"})',
     "links: no page 'kazakstan.md'; allowed: countries/kazakhstan.md, index.md, maps.md; "
     "did you mean 'countries/kazakhstan.md'?"),
    ('country_map("status", value="status", title="T", links={"Kazakhstan": "index.md#figurs"})',
     "no heading 'figurs' in index.md; allowed: figures, table-departures, what-is-the-law; did you mean 'figures'?"),
    ('country_map("status", value="status", title="T", links={"Kazakstan": "index.md"})',
     "links: no country 'Kazakstan' on this map; allowed: Armenia, Azerbaijan, Georgia, Kazakhstan, "
     "Kyrgyzstan, Tajikistan, Turkmenistan, Uzbekistan; did you mean 'Kazakhstan'?"),
    ('country_map("status", value="status", title="T", extent=["Kazakstan"])',
     "extent: no outline of 'Kazakstan'; there are 128 to choose from; did you mean 'Kazakhstan'?"),
    ('country_map("status", value="country", title="T")',
     "8 values to tell apart on a map; it can show 6"),
    ('country_map("status", value="status", title="T", where={"status": "lapsed"})',
     "where: no row of table 'status' has status 'lapsed'; allowed: column 2, compliance, permanent, waiver"),
    ('country_map("status", value="status", title="T", subject="Kazakstan")',
     "subject: no country 'Kazakstan' on this map; allowed: Armenia, Azerbaijan, Georgia, Kazakhstan, "
     "Kyrgyzstan, Tajikistan, Turkmenistan, Uzbekistan; did you mean 'Kazakhstan'?"),
    ('country_map("status", title="T")', "country_map(): argument 'value' is missing; allowed: country, "
     "extent, links, name, note, subject, title, value, where; did you mean 'value'?"),
    ('place_map("status", title="T")', "the rows of table 'status' are no places; allowed: places"),
    ('place_map("places", title="T", kind="kind")', "table 'places' has no column 'kind'; "
     "allowed: country, lat, lon, name, what"),
    ('place_map("places", title="T", where={"what": "mine"})',
     "no row chosen of table 'places' has coordinates"),
    ('place_map("places", title="T")', "the outlines do not reach 'Cape' at -34.0, 18.0"),
    ('route_map("places", "places", title="T")',
     "the rows of table 'places' are no legs; allowed: legs; did you mean 'legs'?"),
    ('route_map("legs", "places", title="T", routes=["midle"])',
     "table 'legs' has no leg of route 'midle'; allowed: branch, middle; did you mean 'middle'?"),
    ('route_map("legs", "places", title="T", routes=["middle"], main="branch")',
     "table 'legs' has no leg of route 'branch'; allowed: middle"),
    ('route_map("legs", "places", title="T", named=["brunch"])',
     "table 'legs' has no leg of route 'brunch'; allowed: branch, middle; did you mean 'branch'?"),
    ('route_map("legs", "places", title="T", length="state")',
     "length: table 'legs' has no column 'state' of kilometers; allowed: km"),
    ('route_map("legs", "places", title="T", inset=["pot"])',
     "inset: no place and no country 'pot'; there are 136 to choose from; did you mean 'poti'?"),
    ('route_map("legs", "places", title="T", extent=["batum"])',
     "extent: no place and no country 'batum'; there are 136 to choose from; did you mean 'batumi'?"),
])
def test_a_wrong_call_is_told_what_is_allowed(said, call, message):
    assert [re.sub(r"^\d+:\d+: ", "", text) for text in said(call)] == [message]


@pytest.mark.parametrize(("end", "message"), [
    ("batum", "leg 'r3': no row 'batum' in table 'places'; allowed: aktau, alat, baku, batumi, far, "
     "nowhere, poti, tbilisi; did you mean 'batumi'?"),
    ("nowhere", "leg 'r3': place 'nowhere' has no coordinates"),
    ("far", "leg 'r3': the outlines do not reach 'Cape' at -34.0, 18.0"),
])
def test_a_leg_to_a_place_that_cannot_be_drawn_is_named(said, end, message):
    legs = LEGS.replace("end: batumi", f"end: {end}")
    assert said(ROUTE_MAP, **{"data/legs.yml": legs}) == [message]


def test_two_rows_for_one_country_are_refused(said):
    status = STATUS + COUNTRY.format("again", "Georgia", "waiver")
    assert said(COUNTRY_MAP, **{"data/status.yml": status}) == [
        "row 'again' is the second for 'Georgia'; choose rows with where="]
