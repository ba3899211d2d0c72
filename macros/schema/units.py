"""The units that a number may have, and how each is printed."""

from __future__ import annotations

from typing import Literal

__all__ = ["UNITS", "Unit"]

Unit = Literal["date", "year", "percent", "percentage-points", "usd", "usd-million", "usd-billion",
               "days", "months", "years", "countries", "members", "bills", "votes", "persons",
               "products", "economies", "tariff-lines", "tests", "senators"]

# unit: (before the number, after one, after many)
UNITS: dict[str, tuple[str, str, str]] = {
    "percent": ("", "%", "%"),
    "percentage-points": ("", " percentage point", " percentage points"),
    "usd": ("$", "", ""),
    "usd-million": ("$", " million", " million"),
    "usd-billion": ("$", " billion", " billion"),
    "days": ("", " day", " days"),
    "months": ("", " month", " months"),
    "years": ("", " year", " years"),
    "countries": ("", " country", " countries"),
    "members": ("", " member", " members"),
    "bills": ("", " bill", " bills"),
    "votes": ("", " vote", " votes"),
    "persons": ("", " person", " people"),
    "products": ("", " product", " products"),
    "economies": ("", " economy", " economies"),
    "tariff-lines": ("", " tariff line", " tariff lines"),
    "tests": ("", " test", " tests"),
    "senators": ("", " senator", " senators"),
}
