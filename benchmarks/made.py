"""Made-up projects of any size: each page has ten facts in sentences and a table of ten rows, all with notes."""

from __future__ import annotations

import shutil
from pathlib import Path

__all__ = ["FACTS", "ROOT", "ROWS", "make"]

ROOT = Path(__file__).resolve().parent.parent
FACTS = ROWS = 10  # on each page
CONFIG = """\
site_name: Made up
theme: {name: material, font: false}
hooks: [macros/engine/hook.py]
nav: [index.md]
validation: {nav: {omitted_files: ignore}}
markdown_extensions:
  - macros.engine.extension
  - attr_list
  - footnotes
  - md_in_html
  - tables: {use_align_attribute: true}
"""
SOURCES = """\
sources:
  law: {title: Trade Act of 1974, publisher: U.S. Congress, url: https://www.govinfo.gov/app/details/STATUTE-88,
        published: 1975-01-03, accessed: 2026-11-24, kind: law}
"""
FACT = "  {key}: {{label: Countries covered, value: {value}, unit: countries, as_of: 2023-12, checked: 2026-11-24, " \
       "sources: [law]}}\n"
TABLE = "table: {key}\ncolumns:\n" \
        "- {{name: year, type: integer, title: Year, description: Calendar year., unit: year}}\n" \
        "- {{name: persons, type: integer, title: Persons, description: People who left.}}\n" \
        "- {{name: series, type: string, title: Counted by, description: Body.}}\n" \
        "title: Departures\ncaption: Departures fell and rose.\n" \
        "as_of: 1973/1975\nchecked: 2026-11-24\nrows:\n"
ROW = "- {{id: y{year}, year: {year}, persons: {persons}, series: Conference, sources: [law]}}\n"
HEAD = """\
---
title: Page {number}
description: What the law is, whom it covers and what would change if Congress ended it, in part {number}.
edited: 2026-11-24
---

# What is the law, part {number}?

"""


def make(folder: Path, pages: int) -> Path:
    """Writes a project of so many pages into `folder`; answers the folder."""
    (folder / "data").mkdir(parents=True)
    (folder / "docs").mkdir()
    (folder / "mkdocs.yml").write_text(CONFIG, "utf-8")
    (folder / "data" / "sources.yml").write_text(SOURCES, "utf-8")
    for name in ("site.yml", "units.yml"):
        shutil.copy(ROOT / "data" / name, folder / "data")
    shutil.copytree(ROOT / "macros", folder / "macros", ignore=shutil.ignore_patterns("__pycache__"))
    for number in range(pages):
        _page(folder, number)
    return folder


def _page(folder: Path, number: int) -> None:
    keys = [f"f{number}-{index}" for index in range(FACTS)]
    facts = "".join(FACT.format(key=key, value=number + index) for index, key in enumerate(keys))
    rows = "".join(ROW.format(year=1970 + index, persons=number * 10 + index) for index in range(ROWS))
    sentences = "\n\n".join(f'In this part the law covers {{{{ fact("{key}") }}}} and no other.' for key in keys)
    text = f'{HEAD.format(number=number)}{sentences}\n\n## In figures\n\n{{{{ table("t{number}") }}}}\n'
    (folder / "data" / f"facts-{number}.yml").write_text("facts:\n" + facts, "utf-8")
    (folder / "data" / f"table-{number}.yml").write_text(TABLE.format(key=f"t{number}") + rows, "utf-8")
    (folder / "docs" / (f"page-{number}.md" if number else "index.md")).write_text(text, "utf-8")
