"""The files of data as programs read them: CSV with its package, and the workbook."""

from __future__ import annotations

import csv
import io
import json
import re
from datetime import date

import openpyxl
import pytest

from macros.export.files import files
from macros.export.sheets import sheets
from macros.site.site import Site
from tests.conftest import FACTS, PAGE, TABLE

MORE = FACTS + """\
  left:
    label: Day on which Mongolia left
    value: 1999-07
    unit: date
    as_of: 1999/2000
    checked: 2026-11-24
    sources: [{source: law, locator: secs. 1|2, printed: [July 1999, one; two], read: 2026-11-24}]
    claims:
    - {value: 1999-07, who: Congress, sources: [law]}
    - {value: 1999-08, who: The bureau, sources: [{source: law, locator: p. 3}]}
    preferred: Congress acted.
  aid:
    label: Aid
    value: none
    as_of: 2023
    checked: 2026-11-24
    note: =1+1
    sources: [law, {source: law, locator: p. 9}]
"""
SHOWN = PAGE + '\n{{ fact("left") }} {{ fact("aid") }}\n'
PLACED = TABLE.replace("sources: [law]", "sources: [{source: law, locator: p. 1}, law]", 1)
WRITTEN = {
    "facts.csv": """\
id,label,value,number,value_start,value_end,unit,shown,as_of,as_of_start,as_of_end,checked,check_by,note,caution,\
sources,locators
covered,Countries covered,8,8,,,countries,8 countries,2023-12,2023-12-01,2023-12-31,2026-11-24,,,,law,
left,Day on which Mongolia left,1999-07,,1999-07-01,1999-07-31,date,July 1999,1999/2000,1999-01-01,2000-12-31,\
2026-11-24,,,,law,secs. 1/2
aid,Aid,(none),,,,,(none),2023,2023-01-01,2023-12-31,2026-11-24,,'=1+1,,law;law,|p. 9
""",
    "sources.csv": """\
id,title,publisher,url,published,published_start,published_end,accessed,kind,caveat
law,Trade Act of 1974,U.S. Congress,https://www.govinfo.gov/app/details/STATUTE-88,1975-01-03,1975-01-03,1975-01-03,2026-11-24,law,
""",
    "citations.csv": """\
file,record,number,who,source,locator,printed,read,copy,cells,unread
facts,covered,1,,law,,,,,,
facts,left,1,,law,secs. 1|2,July 1999|one; two,2026-11-24,,,
facts,left,2,Congress,law,,,,,,
facts,left,3,The bureau,law,p. 3,,,,,
facts,aid,1,,law,,,,,,
facts,aid,2,,law,p. 9,,,,,
departures,y73,1,,law,p. 1,,,,,
departures,y73,2,,law,,,,,,
departures,y75,1,,law,,,,,,
""",
    "departures.csv": """\
id,year,persons,other_count,series,as_of,as_of_start,as_of_end,checked,note,caution,sources,locators,licence
y73,1973,34933,,Conference,1973/1975,1973-01-01,1975-12-31,2026-11-24,,,law;law,p. 1|,CC BY 4.0
y75,1975,13221,,Conference,1973/1975,1973-01-01,1975-12-31,2026-11-24,,,law,,CC BY 4.0
"""}


@pytest.fixture
def small(project):
    site = Site.read(project({"data/facts.yml": MORE, "data/table.yml": PLACED, "docs/index.md": SHOWN}))
    assert [str(problem) for problem in site.problems] == []
    return site


@pytest.mark.parametrize("name", WRITTEN)
def test_a_file_is_written_whole(small, name):
    assert files(small)[f"data/{name}"] == WRITTEN[name]


def test_the_package_tells_types_keys_and_what_is_missing(small):
    package = json.loads(files(small)["data/datapackage.json"])
    assert {key: package[key] for key in ("$schema", "name", "created")} == {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json", "name": "jackson-vanik-explained",
        "created": "2026-11-24T00:00:00Z"}
    schemas = {one["name"]: one["schema"] for one in package["resources"]}
    assert {name: [f"{field['name']}:{field['type']}" for field in schema["fields"]][:4]
            for name, schema in schemas.items()} == {
        "facts": ["id:string", "label:string", "value:string", "number:number"],
        "sources": ["id:string", "title:string", "publisher:string", "url:string"],
        "citations": ["file:string", "record:string", "number:integer", "who:string"],
        "departures": ["id:string", "year:integer", "persons:integer", "other_count:integer"]}
    assert {name: (schema["primaryKey"], schema.get("foreignKeys"), schema["missingValues"])
            for name, schema in schemas.items()} == {
        "facts": (["id"], None, [""]), "sources": (["id"], None, [""]), "departures": (["id"], None, [""]),
        "citations": (["file", "record", "number"],
                      [{"fields": ["source"], "reference": {"resource": "sources", "fields": ["id"]}}], [""])}


READ = {"string": str, "integer": int, "number": float, "date": date.fromisoformat,
        "boolean": {"TRUE": True, "FALSE": False}.__getitem__}


def read(text: str, schema: dict) -> list[dict]:
    """The rows of a CSV file as its schema has them; whatever does not fit raises."""
    head, *rows = csv.reader(io.StringIO(text))
    assert head == [field["name"] for field in schema["fields"]]
    assert all(len(row) == len(head) for row in rows)
    fields = schema["fields"]
    return [{field["name"]: value(field, cell) for field, cell in zip(fields, row, strict=True)} for row in rows]


def value(field: dict, cell: str) -> object:
    rules = field.get("constraints", {})
    if cell == "":
        assert not rules.get("required"), field
        return None
    if field["type"] == "list":
        return cell.split(field["delimiter"])
    found = READ[field["type"]](cell)
    assert "enum" not in rules or found in rules["enum"], (field, cell)
    assert rules.get("minimum", found) <= found <= rules.get("maximum", found), (field, cell)
    assert "pattern" not in rules or re.fullmatch(rules["pattern"], cell), (field, cell)
    return found


def test_every_file_of_the_site_is_what_its_package_says_and_every_key_leads_somewhere(real):
    made = files(real)
    package = json.loads(made["data/datapackage.json"])
    rows = {one["name"]: read(made[f"data/{one['path']}"], one["schema"]) for one in package["resources"]}
    for one in package["resources"]:
        schema, here = one["schema"], rows[one["name"]]
        for key in [schema["primaryKey"], *schema.get("uniqueKeys", [])]:
            assert len({tuple(str(row[name]) for name in key) for row in here}) == len(here), (one["name"], key)
        for key in schema.get("foreignKeys", []):
            (column,), there = key["fields"], {row["id"] for row in rows[key["reference"]["resource"]]}
            assert {row[column] for row in here if row[column]} <= there, (one["name"], key)
    named = {row["id"] for row in rows["sources"]}
    tables = [table for name, table in rows.items() if name not in ("sources", "citations")]
    assert all(set(row["sources"] or ()) <= named for table in tables for row in table)
    assert all(len(row["locators"]) == len(row["sources"]) for row in rows["facts"] if row["locators"])
    cited = {(row["file"], row["record"]) for row in rows["citations"]}
    assert {("facts", row["id"]) for row in rows["facts"]} <= cited


@pytest.mark.parametrize("name", ["locators", "as_of_start", "year_end"])
def test_a_column_that_files_have_already_is_refused(problems, name):
    assert problems({"data/table.yml": TABLE.replace("name: other_count", f"name: {name}")}) == [
        f"data/table.yml:2:201: name: column {name!r} has a name that code uses; choose another"]


def test_a_table_cannot_be_called_like_the_file_of_citations(problems):
    assert "the name 'citations' is taken" in problems({"data/table.yml": TABLE.replace("departures", "citations")})[0]


def test_a_workbook_has_a_sheet_for_each_table_with_units_in_its_head(small):
    book = openpyxl.load_workbook(io.BytesIO(files(small)["data/all.xlsx"]))
    assert book.sheetnames == ["Contents", "facts", "sources", "departures"]
    assert [[cell.value for cell in row] for row in book["Contents"]] == [
        ["Sheet", "What it holds", "License"], ["facts", "All facts", "License CC BY 4.0"],
        ["sources", "All sources", "License CC BY 4.0"], ["departures", "Departures", "License CC BY 4.0"]]
    head, first, _ = book["departures"].iter_rows(max_col=9, values_only=True)
    assert head == (
        "id", "Year", "Persons", "Other count", "Counted by", "as_of", "as_of_start", "as_of_end", "checked")
    assert [cell.date() if hasattr(cell, "date") else cell for cell in first] == [
        "y73", 1973, 34933, None, "Conference", "1973/1975", date(1973, 1, 1), date(1975, 12, 31), date(2026, 11, 24)]
    note = next(cell for row in book["facts"].iter_rows() for cell in row if cell.value == "=1+1")
    assert note.data_type in ("s", "inlineStr")  # a text, and no formula


def test_units_stand_in_the_head_of_the_workbook(project):
    site = Site.read(project({"data/table.yml": TABLE.replace("Absent if not found.", "Absent., unit: usd-million")}))
    book = openpyxl.load_workbook(io.BytesIO(files(site)["data/all.xlsx"]))
    assert book["departures"]["C1"].value == "Persons ($ million)"


def test_the_workbook_of_the_site_holds_every_cell(real):
    book = openpyxl.load_workbook(io.BytesIO(files(real)["data/all.xlsx"]), read_only=True)
    made = [sheet for sheet in sheets(real.records) if sheet.name != "citations"]
    assert len(book.sheetnames) == len(set(map(str.lower, book.sheetnames))) == len(made) + 1
    for name, sheet in zip(book.sheetnames[1:], made, strict=True):
        assert len(name) <= 31
        found = [list(row) for row in book[name].iter_rows(min_row=2, values_only=True)]
        assert [[str(_day(cell)) for cell in row] for row in found] == [
            [str(cell) for cell in row] for row in sheet.rows], name


def _day(cell: object) -> object:
    return cell.date() if hasattr(cell, "date") else cell
