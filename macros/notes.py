"""Footnotes: what stands behind a figure, in one line of Markdown."""

from __future__ import annotations

import os
from collections.abc import Iterable

from markupsafe import Markup

from .formats import markdown, period, quantity
from .records import Entry, Records, Table
from .repository import edit_link, form_link
from .schema import CitationFields, Fact, Source
from .templates import render

__all__ = ["chart_note", "fact_note", "kind_words", "row_note", "site_link", "source_link",
           "source_note"]

_KIND_WORDS = {"law": "law", "official": "official record", "statistics": "statistics",
               "international": "international body", "research": "research", "press": "press",
               "company": "company", "advocacy": "advocacy group", "state-media": "state media"}


def kind_words(kind: str) -> str:
    """A kind of source in the reader's words."""
    return _KIND_WORDS[kind]


def site_link(path: str) -> Markup | None:
    """Address of a page on the published site, if `SITE_URL` names one."""
    site = os.environ.get("SITE_URL", "").rstrip("/")
    page = path.removesuffix(".md").removesuffix("index").rstrip("/")
    return Markup(f"{site}/{page}/" if page else f"{site}/") if site else None


def fact_note(records: Records, page: str, entry: Entry[Fact]) -> str:
    """The note of a fact: label, value, period, sources, day checked."""
    fact = entry.record
    claims = [(claim.who, quantity(claim.value, fact.unit), _sources(records, claim.sources))
              for claim in fact.claims]
    what = f"{fact.label}: {quantity(fact.value, fact.unit)}"
    return _note(records, entry, what=what, as_of=fact.as_of, checked=fact.checked, claims=claims,
                 preferred=fact.preferred, check_by=fact.check_by, form=_form(page, entry.key, what, fact.sources))


def row_note(records: Records, page: str, table: Table, entry: Entry) -> str:
    """The note of a row: period, sources, day checked."""
    head, row = table.head.record, entry.record
    form = _form(page, f"{table.head.key} / {entry.key}", head.title, row.sources)
    return _note(records, entry, what="", form=form, as_of=row.as_of or head.as_of,
                 checked=row.checked or head.checked, check_by=head.check_by)


def _form(page: str, record: str, value: str, sources: Iterable[CitationFields]) -> Markup | None:
    """Address of the form on a wrong or outdated fact, with what the reader saw filled in."""
    return form_link("wrong-fact", title=f"Wrong or outdated: {record}", record=record, value=value,
                     source=", ".join(citation.source for citation in sources), page=page)


def _note(records: Records, entry: Entry, **view: object) -> str:
    record = entry.record
    return render("note.md.jinja", sources=_sources(records, record.sources), note=record.note,
                  caution=record.caution, edit=edit_link(entry.path, entry.line),
                  **{"claims": (), "preferred": None, **view})


def chart_note(records: Records, page: str, table: Table, entries: Iterable[Entry]) -> str:
    """The note of a chart: every source of the rows it draws, each once."""
    head = table.head
    citations = {citation.source: citation for entry in entries
                 for citation in entry.record.sources}
    merged = [CitationFields(source=source) for source in citations]
    return render("note.md.jinja", what=head.record.title, as_of=head.record.as_of,
                  checked=head.record.checked, check_by=head.record.check_by, claims=(),
                  preferred=None, sources=_sources(records, merged), note=head.record.note,
                  caution=None, edit=edit_link(head.path, head.line),
                  form=_form(page, head.key, head.record.title, merged))


def source_note(records: Records, page: str, entry: Entry[Source], at: str) -> str:
    """The note of a source that supports a statement."""
    citation = CitationFields(source=entry.key, at=at or None)
    return render("note.md.jinja", what="", as_of=None, checked=entry.record.consulted,
                  check_by=None, claims=(), preferred=None, note=None, caution=None,
                  sources=_sources(records, [citation]), edit=edit_link(entry.path, entry.line),
                  form=_form(page, entry.key, entry.record.title, [citation]))


def source_link(source: Source) -> Markup:
    """The title of a source as a link to it, or alone where it has no address."""
    title = markdown(source.title)
    return Markup("[{}](<{}>)").format(title, source.url) if source.url else title


def _sources(records: Records, citations: Iterable[CitationFields]) -> list[Markup]:
    return [_source(records.sources[citation.source].record, citation.at)
            for citation in citations if citation.source in records.sources]


def _source(source: Source, at: str | None) -> Markup:
    details = [kind_words(source.kind), *([period(source.published)] if source.published else [])]
    place = Markup(", {}").format(markdown(at)) if at else ""
    return Markup("{}, {}{} ({})").format(markdown(source.publisher), source_link(source), place,
                                          markdown(", ".join(details)))

