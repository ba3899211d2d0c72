"""Calls that make boxes and cards: key facts, decisions to come, steps, questions."""

from __future__ import annotations

from itertools import groupby

from markupsafe import Markup

from ..records.entries import Entry
from ..render import formats
from ..render.context import Mistake, PageContext
from ..render.templates import render
from .inline import once, value
from .registry import call
from .tables import choose, rows_of

__all__ = ["decisions", "flow", "key_facts", "questions", "shown"]


@call
def key_facts(page: PageContext, *ids: str, title: str = "Key facts") -> str:
    """A box of facts: label, value and note of each."""
    if not ids:
        raise Mistake("key_facts() wants the ids of four to seven facts")
    entries = [page.fact(id) for id in once("key_facts", ids)]
    view = [(entry.record.label, shown(entry), page.fact_ref(entry)) for entry in entries]
    return render("key-facts.md.jinja", title=title, id=page.id("key-facts"), facts=view)


def shown(entry: Entry) -> Markup:
    """The value of a fact as a box shows it; the browser marks it from the day it is due."""
    record = entry.record
    text = formats.rounded(record.value, record.unit)
    return value(text[:1].upper() + text[1:], record.check_by)


@call
def decisions(page: PageContext, name: str) -> str:
    """What must be decided next, day by day, and what follows if nothing happens."""
    known = rows_of(page, name, "decision")
    view = [(entry.record, page.row_ref(known, entry)) for entry in known.rows]
    return render("decisions.md.jinja", id=page.id(f"decisions-{name}"), head=known.head.record, decisions=view)


@call
def flow(page: PageContext, name: str) -> str:
    """Steps drawn as a flow, stage by stage. It is made of text, so that it needs no table beside it."""
    known = rows_of(page, name, "step")
    stages = groupby(known.rows, key=lambda entry: entry.record.stage)
    view = [[(entry.record, page.row_ref(known, entry)) for entry in group] for _, group in stages]
    return render("flow.md.jinja", id=page.id(f"flow-{name}"), head=known.head.record, stages=view)


@call
def questions(page: PageContext, name: str, *, where: dict[str, object] | None = None) -> str:
    """Questions that readers ask: a short answer to each, and a link to the full one."""
    known = rows_of(page, name, "question")
    view = [(entry.record, page.link(entry.record.page), page.row_ref(known, entry))
            for entry in choose(known, where)]
    return render("questions.md.jinja", questions=view)
