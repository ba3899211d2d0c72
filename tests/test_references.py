"""Every field that names something of the project: a name with a slip of the pen is told, with the right one.

The fields are found by going through the schema, so that a new one wants its line here.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from typing import Any, get_args

import pytest
from pydantic import BaseModel

from macros.records.schema import (
    KINDS_OF_ROWS,
    Column,
    Fact,
    PageHead,
    RedirectsFile,
    SearchFile,
    SiteFile,
    Source,
    TableHead,
    UnitsFile,
)
from macros.records.schema.kinds import RecordName
from macros.records.schema.types import Key, Listed, Name, Page
from macros.site.site import Site
from tests.conftest import ROOT
from tests.naming_project import FIELDS, project

# fields that give a name and take none
GIVEN = {"TableHead.table", "Column.name", "Row.id", "Settings.topics", "UnitsFile.units",
         "UnitsFile.translated"}  # whose slips tests/test_language.py has
CALLS = [  # in brackets the right name and the slip
    'fact("<covered|coverd>")',
    'note("<covered|coverd>")',
    'key_facts("<covered|coverd>")',
    'cite("<law|lew>")',
    'cell("<departures|departure>", "y73", "year")',
    'cell("departures", "<y73|y733>", "year")',
    'cell("departures", "y73", "<year|yeer>")',
    'number("<s-1|s-2>")',
    'table("<departures|departure>")',
    'table("departures", columns=["<persons|person>"])',
    'table("departures", where={"<series|serie>": "Conference"})',
    'table("departures", where={"id": ["<y75|y37>", "y73"]})',
    'table("departures", columns=["year", "persons"], card=["<persons|person>"])',
    'comparison(["<Cuba|Cubba>"], {"says": "S", "facts": ["covered"]}, title="T")',
    'comparison(["Cuba"], {"says": "S", "facts": ["<covered|coverd>"]}, title="T")',
    'comparison(["Armenia"], {"says": "S", "table": "<status|statu>", "field": "status"}, title="T")',
    'doors({"page": "<other.md|othr.md>", "fact": "covered", "says": "More"})',
    'doors({"page": "other.md", "fact": "<covered|coverd>", "says": "More"})',
    'flow("<step|stp>")',
    'questions("<question|qestion>")',
    'timeline("<event|evnt>")',
    'glossary("<term|trm>")',
    'site_changes("<site-change|site-chang>")',
    'article_claims("<article-claim|article-clam>")',
    'verdict_counts("<article-claim|article-clam>")',
    'claim_index("<article-claim|article-clam>")',
    'source_list(kinds=["<statistics|statistic>"])',
    'bars("departures", label="<year|yeer>", values=["persons"], unit="persons", title="T")',
    'bars("departures", label="year", values=["<other_count|other_cont>"], unit="persons", title="T")',
    'lines("departures", x="year", y=["persons"], unit="<tonnes|tones>", title="T")',
    'lines("departures", x="year", y=["persons"], unit="usd", title="T", strong=["<persons|persns>"])',
    'lines("departures", x="year", y=["persons"], unit="usd", title="T", events="<event|evnt>")',
    'panels("departures", x="year", y=["persons"], unit="usd", title="T", scales="<both|bth>")',
    'country_map("status", value="<region|regin>", title="T")',
    'country_map("status", value="region", title="T", extent=["<Georgia|Goergia>"])',
    'country_map("status", value="region", title="T", links={"Armenia": "<other.md|othr.md>"})',
    'country_map("status", value="region", title="T", links={"<Armenia|Aremnia>": "other.md"})',
    'place_map("places", kind="<what|wat>", title="T")',
    'place_map("<places|place>", title="T")',
    'route_map("legs", "places", title="T", routes=["<branch|brnch>"])',
]


_SLIP = re.compile(r"<(.+)\|(.+)>")


def _names(annotation: Any, metadata: tuple = ()) -> Iterator[Any]:
    """What a type says of the names in it: the marks of its parts."""
    yield from metadata
    yield from getattr(annotation, "__metadata__", ())
    for part in get_args(annotation):
        yield from _names(part)


def _inside(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from _inside(part)


def _naming(models: list[type[BaseModel]]) -> set[str]:
    """Every field that holds an id, a name of a column, a path of a page or a word of a list, by its model."""
    marks = [mark for kind in (Key, Name, Page, RecordName) for mark in kind.__metadata__]
    found, seen = set(), []
    while models:
        seen.append(model := models.pop())
        for name, field in model.model_fields.items():
            names = _names(field.annotation, tuple(field.metadata))
            if any(mark in marks or isinstance(mark, Listed) for mark in names):
                owner = next(base for base in reversed(model.__mro__) if name in getattr(base, "model_fields", ()))
                found.add(f"{owner.__name__}.{name}")
            models += [inner for inner in _inside(field.annotation) if inner not in (*seen, *models)]
    return found


def test_each_field_that_names_something_has_its_slip_here():
    models = [Fact, Source, TableHead, Column, PageHead, SiteFile, SearchFile, RedirectsFile, UnitsFile,
              *KINDS_OF_ROWS.values()]
    found = _naming(models)
    assert found - GIVEN - FIELDS.keys() == set() and GIVEN <= found


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    """The project on disk; its problems after one file was changed, which is put back."""
    root = tmp_path_factory.mktemp("references")
    files = project()
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, "utf-8")
    shutil.copytree(ROOT / "data/geo", root / "data/geo")

    def told(name: str = "mkdocs.yml", text: str | None = None) -> list[str]:
        (root / name).write_text(files[name] if text is None else text, "utf-8")
        try:
            return [str(problem) for problem in Site.read(root, "check").problems]
        finally:
            (root / name).write_text(files[name], "utf-8")

    return told, files


def test_without_a_slip_nothing_is_told(whole):
    assert whole[0]() == []


@pytest.mark.parametrize("field", FIELDS)
def test_a_slip_in_a_record_is_told_where_it_stands_with_the_right_name(whole, field):
    (told, files), (name, around, right, wrong) = whole, FIELDS[field]
    at = files[name].rindex(around)
    found = told(name, files[name][:at] + around.replace(right, wrong) + files[name][at + len(around):])
    line = files[name].count("\n", 0, at) + 1
    assert [text for text in found if text.startswith(f"{name}:{line}:") and f"did you mean '{right}" in text], found


@pytest.mark.parametrize("call", CALLS)
def test_a_slip_in_a_call_is_told_where_it_stands_with_the_right_name(whole, call):
    (told, files), (right, wrong) = whole, _SLIP.search(call).groups()
    page = files["docs/other.md"] + f"\nA call:\n\n{{{{ {_SLIP.sub(wrong, call)} }}}}\n"
    found, start = told("docs/other.md", page), f"docs/other.md:{page.count(chr(10))}:"
    assert [text for text in found if text.startswith(start) and f"did you mean {right!r}?" in text], found
