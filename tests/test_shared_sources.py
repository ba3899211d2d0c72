"""Sources that the head of a table gives to rows which name none, and tables that may not be passed on as files."""

from __future__ import annotations

import json

import pytest

from macros.export.files import files
from macros.site.site import Site
from tests.conftest import PAGE, TABLE

LACKING = TABLE.replace(", sources: [law]}", "}")
SHARED = LACKING.replace("checked: 2026-11-24\n", "checked: 2026-11-24\nsources: [law]\n")
SHOWN = PAGE + '\n{{ table("departures") }}\n\nIn 1975 {{ cell("departures", "y75", "persons") }} left.\n'


@pytest.fixture
def read(project):
    """Reads the small project with these files in place of its own."""
    return lambda files: Site.read(project(files), "publish")


def text_of(site, page="index.md"):
    return "\n".join(f"[^{name}]: {note}" for name, note in site.contexts[page].definitions().items())


def test_rows_without_sources_take_those_of_their_head(read):
    site = read({"data/table.yml": SHARED, "docs/index.md": SHOWN})
    assert site.problems == []
    assert {row.record.sources[0].source for row in site.records.tables["departures"].rows} == {"law"}


def test_one_note_serves_the_table_and_its_cells(read):
    notes = text_of(read({"data/table.yml": SHARED, "docs/index.md": SHOWN})).splitlines()
    assert [note.partition(":")[0] for note in notes if "departures" in note] == ["[^t-departures]"]


def test_a_row_with_a_note_of_its_own_keeps_it(read):
    own = SHARED.replace("persons: 13221,", "persons: 13221, note: Counted in Vienna.,")
    notes = text_of(read({"data/table.yml": own, "docs/index.md": SHOWN}))
    assert "[^r-departures-y75]: " in notes
    assert "Counted in Vienna." in notes


def test_an_unknown_source_is_told_once_at_the_head(read):
    wrong = SHARED.replace("sources: [law]", "sources: [lww]")
    assert [str(problem) for problem in read({"data/table.yml": wrong, "docs/index.md": SHOWN}).problems] == [
        "data/table.yml:7:11: no source 'lww'; allowed: law; did you mean 'law'?"]


def test_a_table_that_may_not_be_passed_on_is_in_no_file(read):
    site = read({"data/table.yml": SHARED.replace("sources: [law]", "sources: [law]\ndownload: false"),
                 "docs/index.md": SHOWN})
    made = files(site)
    assert "data/departures.csv" not in made
    assert "departures" not in json.loads(made["data/all.json"])["tables"]
    assert "departures" not in {one["name"] for one in json.loads(made["data/datapackage.json"])["resources"]}
