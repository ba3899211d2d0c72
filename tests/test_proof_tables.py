"""How the records are proved, told to readers: each fact and row once, and facts by their strongest source."""

from __future__ import annotations

from macros.site.site import Site
from tests.conftest import FACTS, PAGE, SOURCES

PAPER = """\
  paper:
    title: A report
    publisher: A Paper
    url: https://paper.invalid/
    accessed: 2026-11-24
    kind: press
"""
MORE = """\
  read:
    label: Countries read
    value: 9
    unit: countries
    as_of: 2023-12
    checked: 2026-11-24
    sources: [law, {source: paper, printed: [nine countries], read: 2026-11-24}]
    caution: One report.
  left:
    label: Countries left
    value: 1
    unit: countries
    as_of: 2023-12
    checked: 2026-11-24
    sources: [paper]
    caution: One report.
    computed: {function: difference, of: [read, covered]}
"""


def lines(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.startswith("|")]


def test_facts_and_rows_are_counted_once_by_way_and_by_strongest_source(project):
    site = Site.read(project({"data/sources.yml": SOURCES + PAPER, "data/facts.yml": FACTS + MORE,
                              "docs/index.md": PAGE + '\n{{ note("read", "left") }}\n\n{{ proof_tables() }}\n'}))
    assert site.problems == []
    told = lines(site.markdown["index.md"].partition('id="proofs"')[2])
    assert told == [
        "| Proved by | Facts | Rows |", "| --- | ---: | ---: |", "| Words seen at the source | 1 | 0 |",
        "| Cells of a data set | 0 | 0 |", "| Worked out from other figures | 1 | 0 |",
        "| A search that found nothing | 0 | 0 |", "| In none of these ways yet | 1 | 2 |",
        "| All | 3 | 2 |", "| Strongest source | Facts |", "| --- | ---: |", "| Law | 1 |", "| Press | 2 |"]


def test_a_source_that_is_not_there_is_a_problem_and_counted_nowhere(project):
    root = project({"data/facts.yml": FACTS + MORE.replace("[paper]", "[papr]"), "data/sources.yml": SOURCES + PAPER,
                    "docs/index.md": PAGE + '\n{{ note("read", "left") }}\n\n{{ proof_tables() }}\n'})
    site = Site.read(root)
    assert list(map(str, site.problems)) == [
        "data/facts.yml:23:15: no source 'papr'; allowed: law, paper; did you mean 'paper'?"]
    assert "| Press | 2 |" not in site.markdown["index.md"]
