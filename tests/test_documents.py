"""README, CONTRIBUTING and MAINTAINING: what they tell is carried out on a copy of the project."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from macros.calls import CALLS
from macros.cli.formatting import with_table
from macros.site.site import Site
from tests.conftest import ROOT

DOCUMENTS = {name: (ROOT / name).read_text("utf-8") for name in ("README.md", "CONTRIBUTING.md", "MAINTAINING.md")}
_BLOCK = re.compile(r"^( *)```(?:yaml|markdown) (\S+)\n(.*?)^\1```$", re.S | re.M)
_CALL = re.compile(r"`(\{\{ \w+\([^`]*\) \}\})`")
_MADE = re.compile(r"<!-- calls.*?<!-- end of calls -->", re.S)


def blocks(text: str) -> list[tuple[str, str]]:
    """Every block that names a file, and what is to stand in it."""
    return [(found[2], textwrap.dedent(found[3])) for found in _BLOCK.finditer(text)]


def put(file: Path, text: str) -> None:
    """Writes a new file; in one that is there, changes or adds the record, row or lines."""
    old = file.read_text("utf-8") if file.exists() else ""
    key = re.match(r"([\w-]+):", text)
    there = re.search(rf"^  {key[1]}:\n(?:    .*\n)+", old, re.M) if key else None
    indented = textwrap.indent(text, "  ") if key and old and not key[1].endswith("table") else text
    new = old[:there.start()] + indented + old[there.end():] if there else old + (
        "\n" if file.suffix == ".md" and old else "") + (indented if old else text)
    file.write_text(new, "utf-8")


@pytest.fixture(scope="module")
def contributed(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The site after every example of CONTRIBUTING."""
    root = copied(tmp_path_factory.mktemp("contributed"))
    for name, text in blocks(DOCUMENTS["CONTRIBUTING.md"]):
        put(root / name, text)
    menu = (root / "mkdocs.yml").read_text("utf-8")
    (root / "mkdocs.yml").write_text(menu.replace("- Countries:\n", "- Countries:\n      - countries/mongolia.md\n"))
    return Site.read(root)


def copied(root: Path) -> Path:
    """`root` with what a check reads."""
    for part in ("data", "docs"):
        shutil.copytree(ROOT / part, root / part)
    shutil.copy(ROOT / "mkdocs.yml", root)
    return root


def test_the_examples_leave_a_site_without_a_problem(contributed):
    assert len(blocks(DOCUMENTS["CONTRIBUTING.md"])) == 8
    assert [str(problem) for problem in contributed.problems] == []


def test_a_table_with_a_unit_a_chart_and_a_map_of_its_own_took_no_python(contributed):
    page = contributed.markdown["countries/mongolia.md"]
    assert "28 years in the WTO" in page and 'class="map"' in page and 'class="chart' in page
    assert "1 July 1999" in page


def test_a_changed_fact_changes_every_page_that_shows_it(contributed):
    shown = [path for path, context in contributed.contexts.items() if "tj-population" in context.facts]
    assert shown and all("10,786,734" in contributed.markdown[path] for path in shown)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_each_call_that_is_told_can_be_made(name, tmp_path):
    told = [call for call in _CALL.findall(_MADE.sub("", DOCUMENTS[name])) if "…" not in call]
    page = copied(tmp_path) / "docs" / "method.md"
    page.write_text(page.read_text("utf-8") + "\n" + "\n\n".join(told) + "\n", "utf-8")
    assert [str(problem) for problem in Site.read(tmp_path, "check").problems] == []


def test_the_table_of_calls_names_every_call():
    assert with_table(ROOT) == DOCUMENTS["CONTRIBUTING.md"], "run: make format"
    assert all(f"| `{{{{ {name}(" in DOCUMENTS["CONTRIBUTING.md"] for name in CALLS)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_each_command_that_is_told_is_there(name):
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.M))
    told = re.findall(r"(?:`|^)make ([a-z -]+?)(?:`|  )", DOCUMENTS[name], re.M)
    assert {word for words in told for word in words.split()} <= targets
    commands = set(re.findall(r"python -m macros ([a-z]+)", DOCUMENTS[name]))
    offered = subprocess.run([sys.executable, "-m", "macros", "--help"], cwd=ROOT, capture_output=True, text=True)
    assert commands <= set(re.findall(r"^    ([a-z]+) ", offered.stdout, re.M))


@pytest.mark.parametrize("words", re.findall(r'`grep -rn "([^"]+)" data`', DOCUMENTS["CONTRIBUTING.md"]))
def test_each_search_that_is_told_finds_one_place(words):
    found = [file for file in (ROOT / "data").rglob("*.yml") if words in file.read_text("utf-8")]
    assert len(found) == 1
