"""Days of a new look, spread so that none asks for too much: what is too much for a day is looked at days before."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path

from ...records.entries import Records
from .due import MOST, Due, dated

__all__ = ["spread", "write"]

_DAY = timedelta(days=1)


def spread(records: Records, after: date) -> list[tuple[Due, date]]:
    """The facts and tables that need another day, each with that day, which is earlier and later than `after`.

    What stands side by side in a file stays on one day or on two that follow.
    """
    days: dict[date, list[Due]] = defaultdict(list)
    for one in dated(records):
        days[one.since].append(one)
    day = max(days, default=after)
    while day > after:
        days[day - _DAY] = days[day - _DAY] + days[day][:-MOST]
        days[day] = days[day][-MOST:]
        day -= _DAY
    return [(one, day) for day in sorted(days) if day > after for one in days[day] if one.since != day
            if day > one.entry.record.checked]


def write(root: Path, moved: Iterable[tuple[Due, date]]) -> int:
    """Writes the days into the files of data under `root`; answers how many were changed."""
    texts: dict[Path, list[str]] = {}
    count = 0
    for one, day in moved:
        lines = texts.setdefault(root / one.entry.path, (root / one.entry.path).read_text("utf-8").split("\n"))
        number = one.entry.problem("", "check_by").line - 1
        lines[number] = re.sub(rf"(check_by: *['\"]?){one.since}", rf"\g<1>{day}", lines[number], count=1)
        count += 1
    for file, lines in texts.items():
        file.write_text("\n".join(lines), "utf-8")
    return count
