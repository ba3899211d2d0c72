"""A small whole project to break, and the real site to look at."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from macros.site.site import Site  # noqa: E402

SOURCES = """\
sources:
  law:
    title: Trade Act of 1974
    publisher: U.S. Congress
    url: https://www.govinfo.gov/app/details/STATUTE-88
    published: 1975-01-03
    accessed: 2026-11-24
    kind: law
"""
FACTS = """\
facts:
  covered:
    label: Countries covered
    value: 8
    unit: countries
    as_of: 2023-12
    checked: 2026-11-24
    sources: [law]
"""
COLUMNS = ("columns: [{name: year, type: integer, title: Year, description: Calendar year., unit: year}, "
           "{name: persons, type: integer, title: Persons, description: Absent if not found., required: false}, "
           "{name: other_count, type: integer, title: Other count, description: A second count., required: false}, "
           "{name: series, type: string, title: Counted by, description: Body and what it counted.}]")
TABLE = f"""\
table: departures
{COLUMNS}
title: Departures
caption: Departures fell and rose.
as_of: 1973/1975
checked: 2026-11-24
rows:
- {{id: y73, year: 1973, persons: 34933, series: Conference, sources: [law]}}
- {{id: y75, year: 1975, persons: 13221, series: Conference, sources: [law]}}
"""
PAGE = """\
---
title: Home
description: What the law is, whom it covers and what would change if Congress ended it for them.
edited: 2026-11-24
---

# What is the law?

It covers {{ fact("covered") }}.

## In figures {#figures}

{{ table("departures", columns=["year", "persons"]) }}
"""
OTHER = PAGE.replace("# What is the law?", "# What was it?").replace("title: Home", "title: Old")
NAV = "site_name: x\nnav:\n  - index.md\n"
HEAD = "title: T\ncaption: C.\nas_of: 2025\nchecked: 2026-11-24\nrows:\n"  # of a table, behind its columns

# those of the real site, without what they name of it
SETTINGS = {name: re.sub("(?m)^  (?:article|about_itself|numbered): .*\n", "", (ROOT / name).read_text("utf-8"))
            for name in ("data/site.yml", "data/units.yml")}
NUMBERED = "  numbered: {table: bills, column: number, pattern: '(?:H\\.R\\.|S\\.) \\d+'}\n"  # what may be added


EXTENSIONS = "attr_list, footnotes, md_in_html"  # on which ours rests


@pytest.fixture
def project(tmp_path: Path) -> Callable[..., Path]:
    """Writes a small project, with files added or replaced by path; answers its folder."""

    def write(files: dict[str, str] | None = None) -> Path:
        base = {"data/sources.yml": SOURCES, "data/facts.yml": FACTS, "data/table.yml": TABLE,
                "docs/index.md": PAGE, "mkdocs.yml": "site_name: Small\n", **SETTINGS}
        for name, text in {**base, **(files or {})}.items():
            file = tmp_path / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, "utf-8")
        return tmp_path

    return write


@pytest.fixture
def problems(project: Callable[..., Path]) -> Callable[..., list[str]]:
    """The messages of a project with some files added or replaced."""

    def said(files: dict[str, str]) -> list[str]:
        return [str(problem) for problem in sorted(set(Site.read(project(files)).problems))]

    return said


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Marks what needs the built site or a browser, so that `make quick` can leave it out."""
    for item in items:
        if {"built", "browser"} & set(getattr(item, "fixturenames", ())):
            item.add_marker("site")


@pytest.fixture(scope="session")
def real() -> Site:
    """The site of this repository, read once."""
    return Site.read(ROOT)


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site of this repository, built once for all the processes that test side by side."""
    folder = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        folder = folder.parent  # that of the run, above those of the processes
    return _once(folder / "built", lambda: _build(folder / "built" / "site"))


def _once(folder: Path, work: Callable[[], None]) -> Path:
    """`folder / "site"` after `work`, which one process does while the others wait for its word."""
    word = folder / "word"
    try:
        folder.mkdir()
    except FileExistsError:
        end = time.monotonic() + 300
        while not word.exists() and time.monotonic() < end:
            time.sleep(0.2)
    else:
        try:
            work()
        except BaseException as error:
            _say(word, f"the build failed: {error}")
            raise
        _say(word, "done")
    assert word.read_text() == "done", word.read_text()
    return folder / "site"


def _say(word: Path, text: str) -> None:
    """Puts the whole word in its place at once: those who wait read it as soon as it is there."""
    whole = word.with_suffix(".whole")
    whole.write_text(text)
    whole.rename(word)


def _build(folder: Path) -> None:
    environment = {**os.environ, "REPO_URL": "https://git.invalid/owner/name",
                   "SITE_URL": "https://site.invalid/", "SOURCE_DATE_EPOCH": "1790000000"}
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "-d", str(folder)]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


@pytest.fixture(scope="session")
def browser() -> Iterator[object]:
    """A real Chromium."""
    from playwright.sync_api import sync_playwright

    from scripts.browser import ARGUMENTS, find

    with sync_playwright() as playwright:
        yield playwright.chromium.launch(executable_path=find(), args=ARGUMENTS)


@pytest.fixture(scope="module")
def small(tmp_path_factory):
    """A bench with the small project that fuzzing spoils."""
    from tests.bench import SMALL, on_bench

    yield from on_bench(tmp_path_factory, SMALL)


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    """A bench with a project that has every call."""
    from tests.bench import WHOLE, on_bench

    yield from on_bench(tmp_path_factory, WHOLE)
