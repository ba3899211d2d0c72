"""Albers equal-area conic projection of the sphere.

Formulas: J. P. Snyder, Map Projections: A Working Manual, US Geological Survey Professional Paper
1395 (1987), chapter 14. Angles are in degrees, lengths in radii of the globe; y grows northward.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from math import asin, atan2, cos, degrees, radians, sin, sqrt

__all__ = ["Albers", "albers_for"]

Point = tuple[float, float]


@dataclass(frozen=True)
class Albers:
    """The projection with two standard parallels, centred on `lon0`, `lat0`."""

    lat1: float
    lat2: float
    lat0: float
    lon0: float

    @cached_property
    def n(self) -> float:
        """Cone constant (Snyder 14-6)."""
        return (sin(radians(self.lat1)) + sin(radians(self.lat2))) / 2

    @cached_property
    def c(self) -> float:
        """Constant of area (Snyder 14-5)."""
        return cos(radians(self.lat1)) ** 2 + 2 * self.n * sin(radians(self.lat1))

    def rho(self, lat: float) -> float:
        """Radius of a parallel on the cone (Snyder 14-3)."""
        return sqrt(self.c - 2 * self.n * sin(radians(lat))) / self.n

    def project(self, lon: float, lat: float) -> Point:
        """Longitude and latitude to x and y (Snyder 14-1, 14-2, 14-4)."""
        theta = self.n * radians(lon - self.lon0)
        rho = self.rho(lat)
        return rho * sin(theta), self.rho(self.lat0) - rho * cos(theta)

    def unproject(self, x: float, y: float) -> Point:
        """x and y to longitude and latitude (Snyder 14-8 to 14-11)."""
        sign = 1 if self.n > 0 else -1
        down = self.rho(self.lat0) - y
        rho, theta = sqrt(x * x + down * down), atan2(sign * x, sign * down)
        lat = asin(max(-1.0, min(1.0, (self.c - (rho * self.n) ** 2) / (2 * self.n))))  # no farther than a pole
        return self.lon0 + degrees(theta) / self.n, degrees(lat)


def albers_for(points: Iterable[Point]) -> Albers:
    """The projection that suits these longitudes and latitudes: standard parallels one sixth of
    the span from its edges (Snyder, p. 99), centre in the middle.
    """
    lons, lats = zip(*points, strict=True)
    south, north = min(lats), max(lats)
    sixth = (north - south) / 6
    tilt = 1 if abs(south + north) < 1 else 0  # parallels that mirror would make no cone
    return Albers(south + sixth, north - sixth + tilt, (south + north) / 2,
                  (min(lons) + max(lons)) / 2)
