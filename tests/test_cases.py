"""Inputs that went wrong with people who keep sites and data of this kind: each is told where it is, in plain words."""

from __future__ import annotations

import pytest

from macros.export.data_package import cell
from macros.render.citations import Cited, bibtex
from macros.site.site import Site
from tests.conftest import FACTS, NAV, OTHER, PAGE, SOURCES, TABLE

CUT = ("# begins a comment here, and what follows is not read; put the value in quotes, or write a comment as two "
       "spaces, # and a space")
FIELDS = "allowed: as_of, id, other_count, persons, series, year"
OPEN = "a comma is missing here, or the bracket is not closed; a value with a comma, colon, bracket or # wants quotes"
KEEP = "a conflict of a merge; keep one side"
CALL = '{{ fact("covered") }}'


@pytest.mark.parametrize(("files", "wanted"), [
    # text that YAML cuts off
    ({"data/facts.yml": FACTS + "    note: It ranks #1 by value.\n"},
     [f"data/facts.yml:9:20: {CUT}"]),
    ({"data/facts.yml": FACTS.replace("2023-12\n", "2023-12  # the period\n")}, []),
    ({"data/facts.yml": FACTS + '    note: "It ranks #1 by value."\n'}, []),
    ({"data/sources.yml": SOURCES.replace("Act of 1974", "Act #93")},
     [f"data/sources.yml:3:22: {CUT}"]),
    # conflicts of a merge
    ({"docs/index.md": PAGE + "\n<<<<<<< HEAD\nOne.\n=======\nTwo.\n>>>>>>> other\n"},
     [f"docs/index.md:15:1: {KEEP}", f"docs/index.md:19:1: {KEEP}"]),
    ({"data/facts.yml": FACTS + "<<<<<<< HEAD\n"}, ["data/facts.yml:9:1: a conflict of a merge; keep one side"]),
    # what cannot be seen, and letters in two parts
    ({"data/facts.yml": FACTS.replace("Countries covered", "Coun\u200btries covered")},
     ["data/facts.yml:3:12: label: an invisible character, U+200B (zero width space); delete it"]),
    ({"data/facts.yml": FACTS.replace("Countries covered", "Tu\u0308rkiye")},
     ["data/facts.yml:3:12: label: 'Tu\u0308': a letter in two parts; write it as one, '\u00fc'"]),
    ({"docs/index.md": PAGE + "\nIt \u202eis.\n"},
     ["docs/index.md:15:4: an invisible character, U+202E (right-to-left override); delete it"]),
    ({"data/facts.yml": FACTS.replace("2023-12\n", "2023\u201312\n")},
     ["data/facts.yml:6:12: as_of: '2023\u201312' is not a date written as YYYY, YYYY-MM or YYYY-MM-DD; use a plain "
      "hyphen"]),
    # quotes of a word processor
    ({"docs/index.md": PAGE + "\n{{ fact(\u201ccovered\u201d) }}\n"},
     ['docs/index.md:15:1: not a call that can be read: use straight quotes, as in fact("id")']),
    # files
    ({"docs/extra.markdown": PAGE}, ["docs/extra.markdown:1:1: a page that ends with .markdown; pages end with .md"]),
    ({"docs/sub/README.md": PAGE},
     ["docs/sub/README.md:1:1: README.md, which the engine takes for index.md; name it index.md"]),
    ({"docs/.index.md.swp": "x", "docs/.#index.md": "x", "data/.facts.yml": "x"}, []),
    ({"docs/home.md": OTHER}, ["docs/index.md:1:1: its files of citation would have the name of those of docs/home.md; "
                              "rename one of the two"]),
    ({"docs/a-b.md": PAGE, "docs/a/b.md": OTHER},
     ["docs/a-b.md:1:1: its files of citation would have the name of those of docs/a/b.md; rename one of the two"]),
    ({"mkdocs.yml": NAV, "docs/more.md": OTHER},
     ["mkdocs.yml:2:1: page 'more.md' is not under nav:; add a line - more.md"]),
    ({"mkdocs.yml": NAV + "validation:\n  nav: {omitted_files: ignore}\n", "docs/more.md": OTHER}, []),
    ({"mkdocs.yml": NAV + "  - mor.md\n  - more.md\n", "docs/more.md": OTHER},
     ["mkdocs.yml:4:5: nav: names no page 'mor.md'; allowed: index.md, more.md; did you mean 'more.md'?"]),
    # the unreadable file first, and nothing that follows from it
    ({"data/sources.yml": SOURCES.replace("title: Trade", "title: Trade:  x: y")},
     ["data/sources.yml:3:17: not YAML: mapping values are not allowed in this context; a colon inside of a value; put "
      "the whole value in quotes"]),
    ({"data/facts.yml": FACTS + "\t\n"}, ["data/facts.yml:9:1: a tab; indent with spaces"]),
    ({"data/table.yml": TABLE.replace("table: departures", "table: [departures")},
     [f"data/table.yml:2:8: not YAML: did not find expected ',' or ']'; {OPEN}"]),
    ({"data/site.yml": "site: {}\n"}, [f"data/site.yml:1:1: key {key!r} is missing; it says: {says}" for key, says in (
        ("countries", "Names that a column of countries may hold."),
        ("kept_whole", "Words that stay on one line with the number after them."),
        ("licences", "Licences of tables, first that of what is ours."),
        ("map_note", "What stands under every map."))]),
    ({"data/units.yml": "units:\n  countries: country\n"},
     ["data/units.yml:2:14: countries: 'country'; wanted: one # for the number, or two patterns, for one and for "
      "more, as in '# country | # countries'"]),
    # calls where they cannot stand
    ({"docs/index.md": PAGE + f"\nAs `{CALL}` has it.\n"},
     ["docs/index.md:15:5: a call in code, where readers would see markup; take it out of the code"]),
    ({"docs/index.md": PAGE + f"\n```\n{CALL}\n```\n"},
     ["docs/index.md:16:1: a call in code, where readers would see markup; take it out of the code"]),
    ({"docs/index.md": PAGE + f"\n[All {CALL}](#figures)\n"},
     ["docs/index.md:15:6: a call in the words of a link, where its note would be a link in a link; put it beside "
      "the link"]),
    ({"docs/index.md": PAGE + '\n{{ cell("departures", "y73", "sources") }}\n'},
     [f"docs/index.md:15:31: no field 'sources' in table 'departures'; {FIELDS}; did you mean 'series'?"]),
    ({"docs/index.md": PAGE + '\n{{ columns("departures", x="copy", y="persons", unit="persons", title="T") }}\n'},
     [f"docs/index.md:15:29: table 'departures' has no field 'copy'; {FIELDS}"]),
    ({"docs/index.md": PAGE + '\n{{ bars("departures", label="year", values=[], unit="persons", title="T") }}\n'},
     ["docs/index.md:15:1: bars() wants at least one field in values"]),
    ({"docs/index.md": PAGE + '\n{{ table(["a"]) }}\n'},
     ["docs/index.md:15:1: table(): value 1: ['a'] does not fit; wanted: a string"]),
    # anchors of the built page
    ({"docs/index.md": PAGE + f"\n## Ten {CALL} names\n\n## Overview\n\n## Overview\n\n## C & D\n\n"
      "## What **bold** and [a link](#figures)?\n\n[a](#ten-eight-countries-names) [b](#overview_1) [c](#c-d) "
      "[d](#what-bold-and-a-link)\n"}, []),
])
def test_it_is_told_where_it_is_and_alone(problems, files, wanted):
    found = problems(files)
    assert found[:len(wanted)] == wanted if "data/site.yml" in files else found == wanted


@pytest.mark.parametrize("data", [
    b"\xef\xbb\xbf" + PAGE.encode(), PAGE.replace("\n", "\r\n").encode(),
    PAGE.replace("---\ntitle", "--- \ntitle").encode()])
def test_a_page_with_a_mark_of_byte_order_other_line_ends_or_a_blank_is_read(project, data):
    root = project()
    (root / "docs" / "index.md").write_bytes(data)
    assert Site.read(root).problems == []


def test_a_page_that_is_not_utf_8_is_one_problem_at_its_line(project):
    root = project({"docs/other.md": OTHER + "\n[home](index.md#figures)\n"})
    (root / "docs" / "index.md").write_bytes((PAGE + "\nÜber\n").encode("latin-1"))
    said = [str(problem) for problem in Site.read(root).problems]
    assert said == ["docs/index.md:15:1: a byte that is not UTF-8; save the file as UTF-8"]


def test_two_pages_with_the_same_words_keep_their_own_heads(project):
    other = PAGE.replace("edited: 2026-11-24", "edited: 2026-11-20").replace("title: Home", "title: Old")
    site = Site.read(project({"docs/old.md": other}))
    assert site.problems == []
    text = PAGE.split("---\n", 2)[2]
    assert site.rendered(text) is None  # an engine that does not say which page it reads is told so
    for path, day in (("index.md", "24 November 2026"), ("old.md", "20 November 2026")):
        site.reading = path
        assert f"Edited {day}" in site.rendered(text)


@pytest.mark.parametrize(("value", "written"), [
    ("=1+1", "'=1+1"), ("none", "(none)"), ("None", "(None)"), ("n/a", "(n/a)"), (".", "(.)"),
    ("none found", "none found"),
    ("\t=1+1", "'\t=1+1"), ("\n=1+1", "'\n=1+1"), ("@SUM(A1)", "'@SUM(A1)"),
    ("\uff1d1+1", "'\uff1d1+1"),
    (" =1+1", "' =1+1"), ("\u00a0=1+1", "'\u00a0=1+1"), ("-x", "'-x"), ("a = b", "a = b"), (-5, -5),
    ("Қазақстан", "Қазақстан")])
def test_a_cell_that_a_spreadsheet_might_run_is_guarded(value, written):
    assert cell(value) == written


def test_a_title_is_printed_by_bibtex_as_it_stands(project):
    page = PAGE.replace("title: Home", "title: 'Oil & gas, 50% _x_ {a} \\ ~ ^ #1'")
    site = Site.read(project({"docs/index.md": page}))
    entry = bibtex(Cited(site.pages["index.md"].head, "index.md", None, ""))
    words = r"Oil \& gas, 50\% \_x\_ \textbraceleft{}a\textbraceright{} " \
            r"\textbackslash{} \textasciitilde{} \textasciicircum{} \#1"
    assert f"title = {{{{{words}}}}}" in entry
    assert "  day = {24}" in entry
