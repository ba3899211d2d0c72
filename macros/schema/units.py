"""The units that a number may have, and how each is printed."""

from __future__ import annotations

from typing import Literal

__all__ = ["UNITS", "Unit"]

# unit: (before the number, after one, after many)
UNITS: dict[str, tuple[str, str, str]] = {
    "date": ("", "", ""),
    "year": ("", "", ""),
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
    "kilometers": ("", " kilometer", " kilometers"),
    "deaths": ("", " death", " deaths"),
    "points": ("", " point", " points"),
    "fighters": ("", " fighter", " fighters"),
    "aircraft": ("", " aircraft", " aircraft"),
    "convictions": ("", " conviction", " convictions"),
    "prisoners": ("", " prisoner", " prisoners"),
    "groups": ("", " group", " groups"),
    "attacks": ("", " attack", " attacks"),
    "contracts": ("", " contract", " contracts"),
    "arrests": ("", " arrest", " arrests"),
    "contacts": ("", " contact", " contacts"),
    "names": ("", " name", " names"),
    "passengers": ("", " passenger", " passengers"),
}

Unit = Literal[tuple(UNITS)]  # one list serves the check, the editor's help and the page
