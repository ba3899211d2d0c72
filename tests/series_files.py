"""Tables and publishers' files of a test, for scripts that make series of the world's bodies."""

from __future__ import annotations

import csv
import shutil

import pytest

from scripts.series import economy
from scripts.series.common import EIGHT, Project, Refused
from tests.conftest import ROOT

__all__ = ["book", "copied", "eight", "file_of", "given", "left", "refused", "rows_of"]

TABLES = {"countries": ["income-per-head", "population", "gdp", "sources-series", "sources-general"],
          "context": ["external-debt", "external-debt-share", "remittances", "us-aid", "chinese-finance",
                      "chinese-finance-world", "sources-f", "sources-g"],
          "counterterrorism": ["conflict-deaths", "conflict-kinds", "attacks-recorded", "democracy-index",
                               "freedom-decade", "sources-s-t", "sources-d-g"]}
SOURCES = [*economy.SOURCES, "wb-gdp-series", "wb-remit-series", "us-foreign-aid", "ctx-aiddata-gcdf3",
           "ctx-aiddata-flows", "ct-ucdp", "ct-gtd", "ct-vdem", "ct-fh-all-data"]


def copied(tmp_path):
    """The tables and their sources, in a folder of their own."""
    for folder, names in TABLES.items():
        for name in [*names, "sources-series"]:
            (tmp_path / "data" / folder).mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / f"data/{folder}/{name}.yml", tmp_path / "data" / folder)
    return Project(tmp_path, dict.fromkeys(SOURCES, "of a test"))


def file_of(folder, name, head, rows):
    """A publisher's file of these rows."""
    with (folder / name).open("w", encoding="utf-8", newline="") as opened:
        csv.writer(opened).writerows([head, *rows])
    return folder / name


def rows_of(project, table):
    """The rows that a project would write, each as its text."""
    [text] = [text for text in project.texts.values() if f"\ntable: {table}\n" in f"\n{text}"]
    return [line for line in text.split("\n") if line.startswith("- {id")]


def left(project):
    """What of the file was left out."""
    return {why: what for why, what in project.report.left.items() if not why.startswith("rows of")}


def refused(make, *told):
    with pytest.raises(Refused) as fault:
        make(*told)
    return str(fault.value)


def eight(*values):
    return ", ".join(f"{name.lower()}: {value}" for name, value in zip(EIGHT, values, strict=True))


@pytest.fixture
def given(tmp_path):
    """Writes a publisher's file."""
    def write(text, name="given.csv"):
        file = tmp_path / name
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
        return file
    return write


def book(file, rows, sheet="country"):
    """An XLSX file of one sheet."""
    import openpyxl
    made = openpyxl.Workbook()
    made.active.title = sheet
    for row in rows:
        made.active.append(row)
    made.save(file)
    return file
