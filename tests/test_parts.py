"""Lists that are too long for one page: their parts stand in a folder of the name of their first page."""

from __future__ import annotations

import re
from urllib.parse import urljoin

import pytest

from macros.export.linked_data import graph
from macros.site.site import Site
from scripts.book import parts
from tests.conftest import PAGE, ROOT

PARTS = {"corrections/": ["context", "countries", "critical-minerals", "law", "middle-corridor", "security"],
         "data/": ["dictionary"], "reference/timeline/": ["2010-2023", "2024-2025", "before-2010"]}


def test_a_part_stands_under_the_page_of_its_folders_name(project):
    first, part = (PAGE.replace("title: Home", f"title: {title}") for title in ("Whole", "Part"))
    site = Site.read(project({"docs/list.md": first, "docs/list/part.md": part}))
    assert site.problems == []
    crumbs = [thing for thing in graph(site.contexts["list/part.md"])["@graph"] if thing["@type"] == "BreadcrumbList"]
    assert [item["name"] for item in crumbs[0]["itemListElement"]] == ["Home", "Whole", "Part"]


@pytest.mark.parametrize("first", PARTS)
def test_the_menu_is_open_where_a_part_stands_and_does_not_list_it(built, first):
    for name in PARTS[first]:
        html = (built / first / name / "index.html").read_text("utf-8")
        tab = re.search(r'md-tabs__item--active">\s*<a[^>]* href="([^"]*)"', html)
        assert tab and urljoin(f"/{first}{name}/", tab[1]) == "/reference/"
        assert f'"{first}{name}/"' not in (built / "index.html").read_text("utf-8")


def test_books_have_the_parts_behind_their_first_page():
    pages = parts(ROOT / "mkdocs.yml")["Reference"]
    for first, names in PARTS.items():
        at = pages.index(first)
        assert pages[at + 1:at + 1 + len(names)] == [f"{first}{name}/" for name in names]
    assert "sources/" in pages and not any(page.startswith("sources/p") for page in pages)


@pytest.mark.parametrize("name", ["congress", "context", "corridor", "countries", "law", "minerals", "security"])
def test_the_first_page_of_corrections_keeps_the_addresses_of_its_tables(built, name):
    html = (built / "corrections" / "index.html").read_text("utf-8")
    assert f'<h2 id="corrections-{name}"><span id="table-corrections-{name}"></span>' in html


def test_every_correction_is_on_one_page(real):
    tables = {name: table for name, table in real.records.tables.items() if table.head.record.kind == "correction"}
    told = [row for path, context in real.contexts.items() for row in context.rows if row[0] in tables]
    assert sorted(told) == sorted((name, entry.key) for name, table in tables.items() for entry in table.rows)
