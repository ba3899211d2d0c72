"""JSON Schema for editors: fresh, said in words, and at one with the models."""

import json

import jsonschema
import pytest

from macros.cli import editor_schemas
from macros.cli.main import main
from macros.records.reading import read, read_text
from macros.records.schema import ROWS
from tests.conftest import FACTS, ROOT, SOURCES, TABLE

SCHEMAS = editor_schemas.schemas()


def faults(name: str, text: str) -> list[str]:
    """What a schema finds wrong in YAML, as an editor would say it."""
    found = jsonschema.Draft7Validator(SCHEMAS[name]).iter_errors(read_text(text, "x").value)
    return sorted(f"{error.json_path}: {error.message}" for error in found)


def test_the_files_are_those_that_the_models_make():
    folder = ROOT / editor_schemas.FOLDER
    kept = {file.name: file.read_text("utf-8") for file in folder.glob("*")}
    assert sorted(kept) == sorted(editor_schemas.texts()), "run: make format"
    assert [name for name, text in editor_schemas.texts().items() if kept[name] != text] == [], "run: make format"


def test_there_is_one_for_each_kind_of_file():
    assert set(SCHEMAS) == {"facts.json", "sources.json", "page-head.json", *(f"table-{name}.json" for name in ROWS)}


def test_each_is_a_schema():
    for schema in SCHEMAS.values():
        jsonschema.Draft7Validator.check_schema(schema)


def test_writing_takes_away_the_schema_of_a_model_that_is_gone(tmp_path):
    old = tmp_path / editor_schemas.FOLDER / "table-gone.json"
    old.parent.mkdir(parents=True)
    old.write_text("{}")
    assert main(["schema", "--root", str(tmp_path)]) == 0
    assert not old.exists()
    assert json.loads((old.parent / "facts.json").read_text("utf-8")) == SCHEMAS["facts.json"]


def properties(node: object, where: str = "") -> list[tuple[str, dict]]:
    """Every key that a schema knows, by the path of its place."""
    found = []
    for key, value in node.items() if isinstance(node, dict) else ():
        here = f"{where}/{key}"
        found += [(f"{here}/{name}", one) for name, one in value.items()] if key == "properties" else []
        found += properties(value, here)
    return found


def test_every_key_is_explained():
    silent = [name + where for name, schema in SCHEMAS.items() for where, key in properties(schema)
              if not key.get("description")]
    assert silent == []


def test_the_common_keys_have_examples_that_are_valid():
    for name in ("facts.json", "sources.json", "page-head.json", "table-bill.json"):
        for where, key in properties(SCHEMAS[name]):
            for example in key.get("examples", ()):
                schema = {"$defs": SCHEMAS[name].get("$defs", {}), **key}
                assert list(jsonschema.Draft7Validator(schema).iter_errors(example)) == [], (name, where, example)
    for where, key in properties(SCHEMAS["facts.json"]):
        assert key.get("examples") or where == "/properties/facts" or "Claim" in where, where


@pytest.mark.parametrize(("name", "text", "said"), [
    ("facts.json", FACTS, []), ("sources.json", SOURCES, []), ("table-emigration.json", TABLE, []),
    ("facts.json", FACTS.replace("2023-12", "2023"), []),
    ("facts.json", FACTS.replace("2023-12", "1973/1986"), []),
    ("facts.json", FACTS.replace("[law]", "[{source: law, at: sec. 402}]"), []),
    ("facts.json", FACTS.replace("label:", "lable:"),
     ["$.facts.covered: 'label' is a required property",
      "$.facts.covered: Additional properties are not allowed ('lable' was unexpected)"]),
    ("facts.json", FACTS.replace("2026-11-24", "2026-11"),
     ["$.facts.covered.checked: '2026-11' does not match '^\\\\d{4}-\\\\d{2}-\\\\d{2}$'"]),
    ("facts.json", FACTS.replace("covered:", "Covered:"),
     ["$.facts: 'Covered' does not match any of the regexes: '^[a-z0-9]+(-[a-z0-9]+)*$'"]),
    ("table-emigration.json", TABLE.replace("emigration", "bill"), ["$.rows_are: 'emigration' was expected"]),
    ("table-emigration.json", TABLE.replace("year: 1975", "year: x"),
     ["$.rows[1].year: 'x' is not of type 'integer'"]),
])
def test_a_schema_and_the_check_agree(name, text, said):
    assert faults(name, text) == said


def test_every_data_file_leads_to_its_schema_and_fits_it():
    for file in sorted((ROOT / "data").rglob("*.yml")):
        path = file.relative_to(ROOT).as_posix()
        value = read(file, path).value
        first = file.read_text("utf-8").split("\n")[0]
        assert first == editor_schemas.modeline(path, value), f"{path}; run: make format"
        schema = SCHEMAS[editor_schemas.schema_name(value)]
        assert list(jsonschema.Draft7Validator(schema).iter_errors(value)) == [], path
