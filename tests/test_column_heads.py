"""Heads of tables: a unit stands once, in the head of its column or in the caption, and in no cell."""

from __future__ import annotations

import re

import pytest

from macros.site.site import Site
from tests.conftest import PAGE

TOLD = """\
table: told
columns:
- {name: place, type: string, title: Place, description: Where.}
- {name: dead, type: integer, title: Toll, description: Dead., unit: deaths, required: false}
- {name: people, type: integer, title: People, description: People., unit: persons}
- {name: money, type: number, title: Amount, description: Money., unit: usd-million}
- {name: more, type: integer, title: Wounded, description: D., unit: deaths, default: 0, required: false}
- {name: most, type: integer, title: Missing, description: D., unit: deaths, default: 0, required: false}
- {name: share, type: number, title: Share, description: Share., unit: percent}
title: Told
caption: What is told.
as_of: 2025
checked: 2026-11-24
sources: [law]
rows:
- {id: a, place: A, dead: 0, people: 1200000, money: 1600, share: 3.5}
- {id: b, place: B, people: 12, money: 0.5, share: 4}
"""


@pytest.fixture
def table_of(project):
    """The table with these columns as Markdown: its caption, heads and rows."""

    def made(columns):
        call = f'{{{{ table("told", columns={columns!r}) }}}}'
        site = Site.read(project({"data/told.yml": TOLD, "docs/index.md": f"{PAGE}\n{call}\n"}), "publish")
        assert site.problems == []
        text = site.markdown["index.md"].split("What is told")[1]
        rows = [line.strip("| ") for line in text.splitlines() if line.startswith("|") and "--" not in line]
        return re.search(r" Unit: [^.]*\.", text), [re.sub(r"\[\^[^]]*\]", "", row) for row in rows]

    return made


def test_a_unit_stands_in_the_head_and_not_in_cells(table_of):
    said, (heads, *rows) = table_of(["place", "dead", "people", "money", "share"])
    assert said is None
    assert heads == "Place | Toll, deaths | People | Amount, $\u00a0million | Share"
    assert rows == ["A | 0 | 1,200,000 | 1,600 | 3.5%", "B | — | 12 | 0.5 | 4%"]


def test_a_unit_of_all_columns_stands_in_the_caption(table_of):
    said, (heads, *rows) = table_of(["place", "dead", "more", "most"])
    assert said[0] == " Unit: deaths."
    assert heads == "Place | Toll | Wounded | Missing" and rows == ["A | 0 | 0 | 0", "B | — | 0 | 0"]
