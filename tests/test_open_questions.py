"""What could not be established: told on the page that it concerns, and named on the page of all."""

from __future__ import annotations

import re

from macros.site.site import Site
from tests.conftest import PAGE

QUESTIONS = """\
table: open-things
kind: open-question
title: What could not be established on the law
caption: C.
as_of: 2026-11
checked: 2026-11-24
rows:
- {id: a, page: index.md, question: Who knows?, found: Nobody., decide_at: The record., sources: [law]}
- {id: b, page: index.md, question: Whether it is so., found: It may be., decide_at: The other record., sources: [law]}
"""
TABLE = '\n{{ table("open-things", columns=["question", "found", "decide_at"], where={"id": "a"}) }}\n'


def told(project, home):
    site = Site.read(project({"data/open.yml": QUESTIONS, "docs/index.md": PAGE + home,
                              "docs/all.md": PAGE.split("# What")[0] + "# Open\n\n{{ open_questions() }}\n"}))
    assert site.problems == []
    return site.markdown["all.md"].partition("\n<section")[0]


def test_a_question_that_a_page_tells_leads_there_and_another_is_told_with_its_note(project):
    text = told(project, TABLE)
    assert "## Law\n" in text and "<summary>2 open questions</summary>" in text
    assert "**[Home](index.md#table-open-things)**\n\n- Who knows?\n" in text and "Nobody" not in text
    assert re.search(r"Whether it is so\n\n:   It may be\.\[\^r-open-things-b\] Where it can be settled: "
                     r"The other record\.", text)


def test_where_no_page_tells_a_question_all_are_told_here(project):
    text = told(project, "")
    assert 'class="asked"' not in text and "Nobody.[^r-open-things-a]" in text and "It may be." in text


def test_on_the_site_most_questions_are_told_where_they_belong(real):
    rows = {(name, entry.key): entry.record.page for name, table in real.records.tables.items()
            if table.head.record.kind == "open-question" for entry in table.rows}
    here = real.contexts["reference/not-confirmed.md"].rows & set(rows)
    assert len(here) < 10 < len(rows) and all(row in real.contexts[page].rows for row, page in rows.items()
                                              if row not in here)
