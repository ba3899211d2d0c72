"""The projection gives Snyder's numbers, and returns from where it went."""

from __future__ import annotations

import pytest

from macros.drawing.projection import Albers, albers_for

# Snyder, Professional Paper 1395, p. 291: sphere of radius 1, parallels 29.5 and 45.5 north,
# origin 23 north, 96 west; the point is 35 north, 75 west
SNYDER = Albers(29.5, 45.5, 23, -96)


def test_constants_are_those_of_the_worked_example():
    assert SNYDER.n == pytest.approx(0.6028370, abs=1e-7)
    assert SNYDER.c == pytest.approx(1.3512213, abs=1e-7)
    assert SNYDER.rho(SNYDER.lat0) == pytest.approx(1.5562263, abs=1e-7)
    assert SNYDER.rho(35) == pytest.approx(1.3473026, abs=1e-7)


def test_point_lands_where_the_worked_example_puts_it():
    assert SNYDER.project(-75, 35) == pytest.approx((0.2952720, 0.2416774), abs=1e-7)


def test_worked_example_returns():
    assert SNYDER.unproject(0.2952720, 0.2416774) == pytest.approx((-75, 35), abs=1e-5)


@pytest.mark.parametrize("lon", [20, 51.2, 87, 140])
@pytest.mark.parametrize("lat", [5, 35, 43.65, 70])
def test_round_trip(lon, lat):
    projection = Albers(38, 52, 45, 68)
    assert projection.unproject(*projection.project(lon, lat)) == pytest.approx((lon, lat))


def test_centre_is_the_origin():
    assert Albers(38, 52, 45, 68).project(68, 45) == pytest.approx((0, 0))


def test_scale_is_true_along_a_standard_parallel():
    projection = Albers(38, 52, 45, 68)
    west, east = projection.project(67.9, 52), projection.project(68.1, 52)
    assert east[0] - west[0] == pytest.approx(0.0021490, rel=1e-3)  # 0.2 degrees x cos 52


def test_parallels_lie_a_sixth_of_the_span_from_its_edges():
    assert albers_for([(40, 36), (90, 54)]) == Albers(39, 51, 45, 65)


@pytest.mark.parametrize("points", [[(50, 40)], [(50, 0)], [(10, -30), (90, 30)]])
def test_any_span_has_a_projection(points):
    lon, lat = points[0]
    projection = albers_for(points)
    assert projection.unproject(*projection.project(lon, lat)) == pytest.approx((lon, lat))
