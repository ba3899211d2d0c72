"""JSON Schema for editors: fresh, said in words, and at one with the models."""

import json

import jsonschema
import pytest

from macros.cli import editor_schemas
from macros.cli.main import main
from macros.records.loading import load
from macros.records.reading import read, read_text
from macros.records.schema import KINDS_OF_ROWS
from tests.conftest import FACTS, ROOT, SOURCES, TABLE

RECORDS = load(ROOT)
TEXTS = editor_schemas.committed() | editor_schemas.of_tables(RECORDS)
SCHEMAS = {name: json.loads(text) for name, text in TEXTS.items()}


def faults(schema: dict, text: str) -> list[str]:
    """What a schema finds wrong in YAML, as an editor would say it."""
    found = jsonschema.Draft7Validator(schema).iter_errors(read_text(text, "x").value)
    return sorted(f"{error.json_path}: {error.message}" for error in found)


def test_those_in_the_repository_are_those_that_the_models_make():
    for name, text in editor_schemas.committed().items():
        assert (ROOT / editor_schemas.FOLDER / name).read_text("utf-8") == text, f"{name}; run: make check"


def test_there_is_one_for_each_kind_of_file_and_each_table_with_columns_of_its_own():
    tables = [name for name, table in load(ROOT).tables.items() if table.head.record.columns]
    assert set(SCHEMAS) == {"facts.json", "sources.json", "page-head.json", "redirects.json", "search.json",
                            "site.json", "table.json", "units.json",
                            *(f"table-{name}.json" for name in (*KINDS_OF_ROWS, *tables))}


def test_each_is_a_schema():
    for schema in SCHEMAS.values():
        jsonschema.Draft7Validator.check_schema(schema)


WORDS = {"$schema", "$defs", "$ref", "additionalProperties", "anyOf", "const", "default", "description", "enum",
         "examples", "items", "maxItems", "maxLength", "maximum", "minItems", "minLength", "minProperties",
         "minimum", "pattern",
         "patternProperties", "properties", "propertyNames", "required", "title", "type", "uniqueItems",
         "exclusiveMinimum", "exclusiveMaximum", "oneOf"}
OF_NAMES = ("properties", "patternProperties", "$defs")


def words(schema: object) -> set[str]:
    """The words of a schema, but for names that the data give and for values."""
    if isinstance(schema, list):
        return set().union(*map(words, schema))
    if not isinstance(schema, dict):
        return set()
    inner = [value for key, value in schema.items() if key not in (*OF_NAMES, "examples", "default", "enum", "const")]
    named = [list(schema[key].values()) for key in OF_NAMES if key in schema]
    return set(schema).union(*map(words, inner + named))


def test_each_keeps_to_the_words_of_its_dialect_as_strict_validators_ask():
    assert {name: words(schema) - WORDS for name, schema in SCHEMAS.items() if words(schema) - WORDS} == {}


def test_a_number_with_bounds_is_one_type():
    km = SCHEMAS["table-corridor-lengths.json"]["$defs"]["Row"]["properties"]["km"]
    assert {key: km.get(key) for key in ("type", "minimum", "anyOf")} == \
        {"type": "number", "minimum": 1, "anyOf": None}


def test_a_check_writes_them_and_takes_away_that_of_a_table_that_is_gone(project):
    folder = project() / editor_schemas.FOLDER
    folder.mkdir(parents=True)
    (folder / "table-gone.json").write_text("{}")
    main(["format", "--root", str(project())])
    assert main(["check", "--root", str(folder.parents[1])]) == 0
    assert not (folder / "table-gone.json").exists()
    assert json.loads((folder / "facts.json").read_text("utf-8")) == SCHEMAS["facts.json"]
    assert faults(json.loads((folder / "table-departures.json").read_text("utf-8")), TABLE) == []


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
              if not key.get("description") and "$ref" not in key]
    assert silent == []


def test_the_common_keys_have_examples_that_are_valid():
    for name in ("facts.json", "sources.json", "page-head.json", "table.json"):
        for where, key in properties(SCHEMAS[name]):
            for example in key.get("examples", ()):
                schema = {"$defs": SCHEMAS[name].get("$defs", {}), **key}
                assert list(jsonschema.Draft7Validator(schema).iter_errors(example)) == [], (name, where, example)
    for where, key in properties(SCHEMAS["facts.json"]):
        assert key.get("examples") or where == "/properties/facts" or "Claim" in where, where


@pytest.mark.parametrize(("name", "text", "said"), [
    ("facts.json", FACTS, []), ("sources.json", SOURCES, []), ("departures", TABLE, []),
    ("facts.json", FACTS.replace("2023-12", "2023"), []),
    ("facts.json", FACTS.replace("2023-12", "1973/1986"), []),
    ("facts.json", FACTS.replace("[law]", "[{source: law, locator: sec. 402}]"), []),
    ("facts.json", FACTS.replace("label:", "lable:"),
     ["$.facts.covered: 'label' is a required property",
      "$.facts.covered: Additional properties are not allowed ('lable' was unexpected)"]),
    ("facts.json", FACTS.replace("2026-11-24", "2026-11"),
     ["$.facts.covered.checked: '2026-11' does not match '^\\\\d{4}-\\\\d{2}-\\\\d{2}$'"]),
    ("facts.json", FACTS.replace("covered:", "Covered:"),
     ["$.facts: 'Covered' does not match any of the regexes: '^[a-z0-9]+(-[a-z0-9]+)*$'"]),
    ("table.json", TABLE.replace("type: string", "type: text"),
     ["$.columns[3].type: 'text' is not one of ['string', 'number', 'integer', 'boolean', 'period', 'list', 'country', "
      "'countries', 'page', 'unit']"]),
    ("departures", TABLE.replace("year: 1975", "year: x"),
     ["$.rows[1].year: 'x' is not of type 'integer'"]),
])
def test_a_schema_and_the_check_agree(project, name, text, said):
    if name == "departures":
        made = json.loads(editor_schemas.of_tables(load(project()))["table-departures.json"])
    assert faults(made if name == "departures" else SCHEMAS[name], text) == said


def test_every_data_file_leads_to_its_schema_and_fits_it():
    for file in sorted((ROOT / "data").rglob("*.yml")):
        path = file.relative_to(ROOT).as_posix()
        value = read(file, path).value
        first = file.read_text("utf-8").split("\n")[0]
        assert first == editor_schemas.modeline(path, value), f"{path}; run: make format"
        schema = SCHEMAS[editor_schemas.schema_name(value)]
        assert list(jsonschema.Draft7Validator(schema).iter_errors(value)) == [], path
