"""`python -m macros changes BASE`: recorded edits, and the whole report that each gives."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from macros.cli.main import main
from tests.conftest import FACTS, PAGE, SOURCES, TABLE

EXTRA = SOURCES.split("\n", 1)[1].replace("law:", "crs:").replace("Trade Act of 1974", "A survey").replace(
    "STATUTE-88", "CRS").replace("kind: law", "kind: research")
PAGES = {f"docs/p{number}.md": PAGE.replace("Home", f"Page {number}").split("## In figures")[0]
         for number in range(2, 6)}
BEFORE = {"data/sources.yml": SOURCES + EXTRA, "data/facts.yml": FACTS, "docs/index.md": PAGE, **PAGES,
          "data/table.yml": TABLE.replace("series: Conference, sources: [law]}\n- ",
                                          "series: Conference, sources: [law, crs]}\n- ")}


def edited(**pieces: tuple[str, str]) -> dict[str, str]:
    """The files with pieces of text exchanged: facts=(old, new), table=…, sources=…, index=…."""
    files = dict(BEFORE)
    for name, (old, new) in pieces.items():
        path = "docs/index.md" if name == "index" else f"data/{name}.yml"
        assert old in files[path]
        files[path] = files[path].replace(old, new)
    return files


def write(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    return folder


@pytest.fixture
def report(tmp_path, capsys):
    """The lines of the report on files that take the place of those before."""

    def lines(after: dict[str, str]) -> list[str]:
        old, new = write(tmp_path / "before", BEFORE), write(tmp_path / "after", after)
        assert main(["changes", str(old), "--root", str(new)]) == 0
        return capsys.readouterr().out.splitlines()[2:]

    return lines


def renamed(files: dict[str, str], old: str, new: str) -> dict[str, str]:
    return {(new if path == old else path): text for path, text in files.items()}


SECOND = """\
  left:
    label: Countries that left
    value: 20
    unit: countries
    as_of: 2026
    checked: 2026-11-24
    sources: [crs]
"""
EDITS = {
    "a-fact-of-five-pages": edited(facts=("value: 8", "value: 9\n    note: One more was added.")),
    "a-fact-with-a-new-source": edited(facts=("checked: 2026-11-24\n    sources: [law]",
                                              "checked: 2026-11-25\n    sources: [law, {source: crs, locator: p. 2}]"),
                                       table=("[law, crs]", "[law]"), index=("It covers", "It now covers")),
    "a-fact-checked-again": edited(facts=("checked: 2026-11-24", "checked: 2026-11-25")),
    "a-fact-added": edited(facts=("    sources: [law]\n", "    sources: [law]\n" + SECOND),
                           index=("\n\n## In", '\n\nThere left {{ fact("left") }}. They trade freely.\n\n## In')),
    "a-fact-renamed": {path: text.replace('"covered"', '"in-force"')
                       for path, text in edited(facts=("  covered:", "  in-force:")).items()},
    "a-fact-at-fault": edited(facts=("value: 8", "value: [8]")),
    "a-row-added": edited(table=("- {id: y75", "- {id: y74, year: 1974, persons: 20695, series: Conference, "
                                 "sources: [crs]}\n- {id: y75")),
    "a-row-changed": edited(table=("persons: 13221", "persons: 13222")),
    "a-row-renamed": edited(table=("id: y75", "id: year-1975")),
    "a-row-removed-and-its-source-unused": edited(
        table=("- {id: y73, year: 1973, persons: 34933, series: Conference, sources: [law, crs]}\n", "")),
    "a-table-renamed": edited(table=("table: departures", "table: leaving"), index=('"departures"', '"leaving"')),
    "a-page-moved": renamed(BEFORE, "docs/p5.md", "docs/law/five.md"),
    "a-page-added-and-one-removed": {**renamed(BEFORE, "docs/p5.md", "docs/new.md"),
                                     "docs/new.md": "---\ntitle: X\ndescription: " + "y" * 60
                                     + "\nedited: 2026-11-24\n---\n\n# Else\n\nQuite another text.\n"},
    "a-sentence-reworded": edited(index=("It covers", "Today it covers")),
    "a-source-retitled": edited(sources=("A survey", '"A *second* survey by @crs"')),
    "only-a-comment": edited(facts=("facts:", "# A comment.\nfacts:")),
}
RECORDED = Path(__file__).parent / "recorded"


@pytest.mark.parametrize("name", EDITS)
def test_an_edit_is_reported_as_recorded(report, name):
    assert report(EDITS[name]) == (RECORDED / f"{name}.md").read_text("utf-8").splitlines()


def test_every_recorded_report_is_of_an_edit():
    assert sorted(file.stem for file in RECORDED.glob("*.md")) == sorted(EDITS)


def git(root: Path, *arguments: str) -> None:
    who = ("-c", "user.name=T", "-c", "user.email=t@example.invalid")
    subprocess.run(["git", "-C", str(root), *who, *arguments], check=True, capture_output=True)


def test_a_revision_of_git_is_read_without_touching_the_files(tmp_path, capsys):
    root = write(tmp_path / "project", BEFORE)
    git(root, "init", "--quiet")
    git(root, "add", ".")
    git(root, "commit", "--quiet", "--message", "Start")
    write(root, EDITS["a-sentence-reworded"])
    wanted = (RECORDED / "a-sentence-reworded.md").read_text("utf-8")
    assert main(["changes", "HEAD", "--root", str(root)]) == 0
    assert capsys.readouterr().out == "# What changes\n\n" + wanted
    assert "Today it covers" in (root / "docs" / "index.md").read_text("utf-8")
    git(root, "commit", "--quiet", "--all", "--message", "Reword")
    assert main(["changes", "HEAD^", "HEAD", "--root", str(root)]) == 0
    assert capsys.readouterr().out == "# What changes\n\n" + wanted


@pytest.mark.parametrize("state", ["no-such-branch", "--output=x", "HEAD; id"])
def test_what_is_no_state_is_refused(tmp_path, capsys, state):
    assert main(["changes", "--root", str(write(tmp_path / "project", BEFORE)), "--", state]) == 2
    assert capsys.readouterr().err == f"{state!r} is neither a folder nor a git revision\n"
