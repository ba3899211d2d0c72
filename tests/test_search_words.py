"""What `data/search.yml` may hold, each fault with its whole message; and what of it is in the index."""

from __future__ import annotations

import json

import pytest

from macros.engine.search_index import complete
from macros.site.site import Site

HEAD = "search:\n  same:\n"
FOLDS = "to search, which folds accents, dashes and plurals; leave it out"


def told(problems, text):
    return problems({"data/search.yml": text})


@pytest.mark.parametrize(("text", "wanted"), [
    (HEAD + "  - [tonne, ton]\n  first: {map: index.md}\n  after: [index.md]\n", []),
    ("search: {}\n", []),
    ("", ["data/search.yml:1:1: key 'search' is missing; it says: What search is told."]),
    (HEAD + "  - [tonne]\n", ["data/search.yml:3:5: same: a list of fewer than two; wanted: words that pages have "
                             "and others for the same"]),
    (HEAD + "  - tonne\n", ["data/search.yml:3:5: same: 'tonne' is the wrong type; wanted: a list"]),
    (HEAD + "  - [1, ton]\n", ["data/search.yml:3:6: same: 1 is the wrong type; wanted: text; put it in quotes if it "
                               "looks like a number"]),
    ("search:\n  sane: []\n",
     ["data/search.yml:2:3: unknown key 'sane'; allowed: after, first, same; did you mean 'same'?"]),
    (HEAD + "  - [Türkiye, Turkiye]\n", [f"data/search.yml:3:15: same: 'Turkiye' is 'Türkiye' {FOLDS}"]),
    (HEAD + "  - [tonne, ton, tonne]\n", [f"data/search.yml:3:18: same: 'tonne' is 'tonne' {FOLDS}"]),
    (HEAD + "  - [IS-K, ISKP]\n  - [Daesh, IS–K]\n",
     ["data/search.yml:4:13: same: 'IS–K' stands in the list at line 3 too, as 'IS-K'; make one list of the two"]),
    ("search:\n  first:\n    map: index.md\n    Maps: index.md\n",
     [f"data/search.yml:4:5: first: 'Maps' is 'map' {FOLDS}"]),
    ("search:\n  first: {map: indx.md}\n  after: [more.md]\n",
     ["data/search.yml:2:16: first: no page 'indx.md'; allowed: index.md; did you mean 'index.md'?",
      "data/search.yml:3:11: after: no page 'more.md'; allowed: index.md"]),
    ("search: [\n", ["data/search.yml:2:1: not YAML: did not find expected node content; put the "
                     "whole value in quotes"]),
])
def test_a_fault_is_told_where_it_is(problems, text, wanted):
    assert told(problems, text) == wanted


def test_a_site_without_the_file_has_no_such_words(project):
    site = Site.read(project())
    assert (site.problems, site.search.same, site.search.first, site.search.after) == ([], [], {}, [])


def test_the_index_has_words_titles_and_less_of_pages_that_come_after(project, tmp_path):
    site = Site.read(project({"data/search.yml": HEAD + "  - [Türkiye, Turkey]\n  first: {map: index.md}\n"
                              "  after: [index.md]\n"}))
    entries = [{"location": "", "title": "What is the law?"}, {"location": "#figures", "title": "In figures"}]
    file = tmp_path / "built" / "search" / "search_index.json"
    file.parent.mkdir(parents=True)
    file.write_text(json.dumps({"config": {"lang": ["en"]}, "docs": entries}), "utf-8")
    complete(tmp_path / "built", site, {"index.md": ""})
    assert json.loads(file.read_text("utf-8")) == {
        "config": {"lang": ["en"], "same": [["Türkiye", "Turkey"]], "first": {"map": ""}},
        "docs": [{**entries[0], "menu": "Home", "boost": 0.01}, {**entries[1], "boost": 0.01}]}
