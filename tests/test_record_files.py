"""An address for each record: what its file holds, as openapi.json describes it, and what is known of its history."""

from __future__ import annotations

import json
import re

import jsonschema
import pytest

from macros.export.files import files
from macros.site.site import Site
from tests.conftest import PAGE, ROOT
from tests.test_data_files import MORE, PLACED, SHOWN

LAW = {"id": "law", "title": "Trade Act of 1974", "publisher": "U.S. Congress",
       "url": "https://www.govinfo.gov/app/details/STATUTE-88", "published": "1975-01-03", "accessed": "2026-11-24",
       "kind": "law"}
THERE = {"link": LAW["url"]}
CORRECTIONS = """\
table: corrections
kind: correction
title: Corrections
caption: What was wrong.
as_of: 2026-11
checked: 2026-11-24
rows:
- id: count
  date: 2026-11-24
  group: figure
  weight: major
  subject: The count
  was: Nine countries.
  now: Eight countries.
  why: The law lists eight.
  page: index.md
  records: [facts/covered, tables/departures/y75]
"""
CHANGES = """\
table: changes
kind: site-change
title: Changes
caption: What changed.
as_of: 2026-11
checked: 2026-11-24
rows:
- {id: new, date: 2026-11-25, kind: update, what: The count is newer., page: index.md, records: [facts/covered]}
"""
TOLD = SHOWN + '\n{{ table("corrections", columns=["was", "now"]) }}\n\n{{ site_changes("changes") }}\n'
ALL = {"data/facts.yml": MORE, "data/table.yml": PLACED, "data/corrections.yml": CORRECTIONS,
       "data/changes.yml": CHANGES, "docs/index.md": TOLD}
MENDED = {"date": "2026-11-24", "kind": "correction", "was": "Nine countries.", "now": "Eight countries.",
          "why": "The law lists eight."}


@pytest.fixture
def made(project, monkeypatch):
    monkeypatch.delenv("SITE_URL", raising=False)
    site = Site.read(project(ALL))
    assert [str(problem) for problem in site.problems] == []
    return lambda name: json.loads(files(site)[f"data/{name}.json"])


def test_the_file_of_a_fact_tells_all_that_stands_behind_it(made):
    assert made("facts/covered") == {
        "$schema": "../openapi.json#/components/schemas/Fact", "id": "covered", "label": "Countries covered",
        "value": 8, "unit": "countries", "shown": "8 countries", "checked": "2026-11-24",
        "period": {"text": "2023-12", "start": "2023-12-01", "end": "2023-12-31"}, "sources": [{**LAW, **THERE}],
        "licence": {"name": "CC BY 4.0", "url": "https://creativecommons.org/licenses/by/4.0/"},
        "pages": [{"path": "index.md", "title": "Home", "url": "../../"}],
        "history": [{"date": "2026-11-25", "kind": "update", "what": "The count is newer."}, MENDED]}


def test_the_file_of_a_fact_quotes_its_source_and_opens_it_at_the_words(made):
    fact = made("facts/left")
    words = {"locator": "secs. 1|2", "printed": ["July 1999", "one; two"], "read": "2026-11-24"}
    assert fact["sources"] == [{**LAW, **words, "link": f"{LAW['url']}#:~:text=July%201999"}]
    assert fact["claims"] == [
        {"value": "1999-07", "who": "Congress", "sources": [{**LAW, **THERE}]},
        {"value": "1999-08", "who": "The bureau", "sources": [{**LAW, "locator": "p. 3", **THERE}]}]
    assert fact["history"] == []


def test_the_file_of_a_table_tells_its_columns_its_rows_and_its_history(made):
    table = made("tables/departures")
    assert [column["name"] for column in table.pop("columns")][:3] == ["id", "year", "persons"]
    period = {"text": "1973/1975", "start": "1973-01-01", "end": "1975-12-31"}
    row = {"checked": "2026-11-24", "series": "Conference", "period": period}
    assert table == {
        "$schema": "../openapi.json#/components/schemas/Table", "id": "departures", "title": "Departures",
        "caption": "Departures fell and rose.", "checked": "2026-11-24", "period": period, "csv": "../departures.csv",
        "licence": {"name": "CC BY 4.0", "url": "https://creativecommons.org/licenses/by/4.0/"}, "sources": [LAW],
        "pages": [{"path": "index.md", "title": "Home", "url": "../../"}], "history": [{**MENDED, "row": "y75"}],
        "rows": [{"id": "y73", "year": 1973, "persons": 34933, **row,
                  "sources": [{"id": "law", "locator": "p. 1", **THERE}, {"id": "law", **THERE}]},
                 {"id": "y75", "year": 1975, "persons": 13221, **row, "sources": [{"id": "law", **THERE}]}]}


@pytest.mark.parametrize(("site", "urls", "there"), [
    ("", None, "../../x/y/"), ("", "false", "../../x/y.html"), ("https://site.invalid/a/", None,
                                                                "https://site.invalid/a/x/y/")])
def test_the_pages_of_a_record_are_found_wherever_the_site_stands(project, monkeypatch, site, urls, there):
    monkeypatch.setenv("SITE_URL", site)
    monkeypatch.setenv("DIRECTORY_URLS", urls) if urls else monkeypatch.delenv("DIRECTORY_URLS", raising=False)
    made = files(Site.read(project({"docs/x/y.md": PAGE})))
    assert [page["url"] for page in json.loads(made["data/facts/covered.json"])["pages"]][1] == there


@pytest.mark.parametrize(("name", "said"), [
    ("facts/coverd", "no fact 'coverd'; allowed: covered; did you mean 'covered'?"),
    ("facts/departures", "no fact 'departures'; allowed: covered"),
    ("tables/departures/y74", "no row 'y74' in table 'departures'; allowed: y73, y75; did you mean 'y75'?")])
def test_a_correction_of_a_record_that_is_not_there_is_told(problems, name, said):
    wrong = CORRECTIONS.replace("[facts/covered, tables/departures/y75]", f"[{name}]")
    assert problems({"data/corrections.yml": wrong, "docs/index.md": PAGE + '\n{{ table("corrections") }}\n'}) == [
        f"data/corrections.yml:17:13: records: {said}"]


@pytest.mark.parametrize("name", ["covered", "facts/../x", "facts/covered/y75", "page/index", "''", "facts/A"])
def test_a_name_of_no_record_is_refused(problems, name):
    wrong = CORRECTIONS.replace("[facts/covered, tables/departures/y75]", f"[{name}]")
    (said,) = problems({"data/corrections.yml": wrong, "docs/index.md": PAGE + '\n{{ table("corrections") }}\n'})
    assert said.startswith("data/corrections.yml:17:13: records: ") and "facts" in said


@pytest.fixture(scope="module")
def interface(built) -> dict:
    return json.loads((built / "data" / "openapi.json").read_text("utf-8"))


def test_every_record_of_the_site_is_as_the_interface_says(built, interface):
    schemas = {"schemas": interface["components"]["schemas"]}
    for name, kind in (("facts", "Fact"), ("tables", "Table")):
        schema = {"$ref": f"#/components/schemas/{kind}", "components": schemas,
                  "$schema": "https://json-schema.org/draft/2020-12/schema"}
        check = jsonschema.Draft202012Validator(schema)
        for file in (built / "data" / name).iterdir():
            record = json.loads(file.read_text("utf-8"))
            assert [error.message for error in check.iter_errors(record)] == [], file
            assert record["id"] == file.stem and record["pages"], file


def test_every_record_has_an_address(built, real):
    assert {file.stem for file in (built / "data" / "facts").iterdir()} == real.records.facts.keys()
    assert {file.stem for file in (built / "data" / "tables").iterdir()} == {
        name for name, table in real.records.tables.items() if table.head.record.download}


def test_every_address_and_example_of_the_interface_answers(built, interface):
    for path, said in interface["paths"].items():
        names = [one["example"] for one in said["get"].get("parameters", [])]
        assert (built / "data" / re.sub(r"\{id\}", "".join(names), path.lstrip("/"))).is_file(), path
    assert not re.search(r"\{(title|version|licence)\}", json.dumps(interface))


def test_every_file_that_the_page_on_data_names_is_there(built):
    text = (ROOT / "docs" / "data.md").read_text("utf-8")
    named = set(re.findall(r"data/[\w/.-]+\.(?:json|csv|xlsx)", text))
    assert len(named) >= 4 and [name for name in sorted(named) if not (built / name).is_file()] == []
