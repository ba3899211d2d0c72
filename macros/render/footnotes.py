"""Footnotes: what stands behind a figure, in one line of Markdown."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable
from datetime import date

from markupsafe import Markup

from ..records.entries import Entry, Records, Table
from ..records.schema import CitationFields, Claim, Fact, Period, Row, Source
from .formats import as_of, day, markdown, period, quantity
from .repository_links import edit_link, form_link
from .source_links import at_words

__all__ = ["chart_note", "counted", "fact_note", "is_told_by_head", "kind_words", "row_note", "site_link",
           "source_link", "source_note", "table_note"]

_KIND_WORDS = {"law": "law", "official": "official record", "bill": "bill (not law)",
               "statistics": "statistics",
               "international": "international body", "research": "research", "press": "press",
               "company": "company", "advocacy": "advocacy group", "state-media": "state media"}
_COUNTED = {"law": ("law", "laws"), "official": ("official record", "official records"),
            "bill": ("bill (not law)", "bills (not law)"),
            "statistics": ("set of statistics", "sets of statistics"),
            "international": ("text of an international body", "texts of international bodies"),
            "research": ("piece of research", "pieces of research"), "press": ("press report", "press reports"),
            "company": ("company statement", "company statements"),
            "advocacy": ("text of an advocacy group", "texts of advocacy groups"),
            "state-media": ("report of state media", "reports of state media")}


def kind_words(kind: str) -> str:
    """A kind of source in the reader's words."""
    return _KIND_WORDS[kind]


def counted(kind: str, count: int) -> str:
    """So many sources of a kind, as in `2 laws`."""
    return f"{count} {_COUNTED[kind][count != 1]}"


def site_link(path: str) -> Markup | None:
    """Address of a page on the published site, if `SITE_URL` names one."""
    site = os.environ.get("SITE_URL", "").rstrip("/")
    page = path.removesuffix(".md").removesuffix("index").rstrip("/")
    return Markup(f"{site}/{page}/" if page else f"{site}/") if site else None


def fact_note(records: Records, page: str, entry: Entry[Fact]) -> str:
    """The note of a fact: label, value, period, sources, day checked."""
    fact = entry.record
    what = f"{fact.label}: {quantity(fact.value, fact.unit)}"
    return _line(markdown(f"{what}."), _as_of(fact.as_of), _backing(records, fact.sources),
                 *(_claim(records, fact, claim) for claim in fact.claims), _words(fact.preferred),
                 *_cautions(fact), _checked(fact.checked, fact.check_by),
                 _mending(page, entry, entry.key))


def row_note(records: Records, page: str, table: Table, entry: Entry) -> str:
    """The note of a row: period, sources, day checked."""
    head, row = table.head.record, entry.record
    is_said = hasattr(row, "date") or head.as_of.is_range  # by the row itself, or by the table for all its rows
    of = row.as_of or (None if is_said else head.as_of)
    return _line(_as_of(of) if of else "", _backing(records, row.sources), *_cautions(row),
                 _checked(row.checked or head.checked, head.check_by),
                 _mending(page, entry, f"{table.head.key} / {entry.key}"))


def is_told_by_head(table: Table, entry: Entry[Row]) -> bool:
    """Does a row say nothing of its sources, period and limits that the head of its table does not say for it?"""
    head, row = table.head.record, entry.record
    return bool(head.sources) and row.sources == head.sources and not any((row.note, row.caution, row.as_of,
                                                                          row.checked))


def table_note(records: Records, page: str, table: Table) -> str:
    """The note of a table whose rows rest on the same: period, sources, how they were taken, day checked."""
    head = table.head.record
    return _line(markdown(f"{head.title}."), _as_of(head.as_of), _backing(records, head.sources), _words(head.note),
                 _checked(head.checked, head.check_by), _mending(page, table.head, table.head.key))


def chart_note(records: Records, page: str, table: Table, entries: Iterable[Entry]) -> str:
    """The note of a chart: every source of the rows it draws, each once."""
    head = table.head.record
    keys = dict.fromkeys(citation.source for entry in entries for citation in entry.record.sources)
    merged = [CitationFields(source=key) for key in keys]
    return _line(markdown(f"{head.title}."), _as_of(head.as_of), _backing(records, merged), _words(head.note),
                 _checked(head.checked, head.check_by),
                 _mending(page, table.head, table.head.key))


def source_note(records: Records, page: str, entry: Entry[Source], at: str) -> str:
    """The note of a source that supports a statement."""
    citations = [CitationFields(source=entry.key, locator=at or None)]
    return _line(_backing(records, citations), _checked(entry.record.accessed, None),
                 _mending(page, entry, entry.key))


def _line(*parts: str) -> str:
    return " ".join(part for part in parts if part)


def _as_of(of: Period) -> str:
    return f"{as_of(of)}."


def _backing(records: Records, citations: Collection[CitationFields]) -> str:
    found = _sources(records, citations)
    return f"{'Source' if len(found) == 1 else 'Sources'}: {'; '.join(found)}." if found else ""


def _claim(records: Records, fact: Fact, claim: Claim) -> str:
    who, value = markdown(claim.who), markdown(quantity(claim.value, fact.unit))
    return f"{who}: {value} ({'; '.join(_sources(records, claim.sources))})."


def _words(text: str | None) -> str:
    return markdown(text) if text else ""


def _cautions(record: Fact | Row) -> tuple[str, str]:
    return _words(record.note), f"**Caution:** {markdown(record.caution)}" if record.caution else ""


def _checked(checked: date, due: date | None) -> str:
    return f"Checked {day(checked)}{f'; due again {day(due)}' if due else ''}."


def _mending(page: str, entry: Entry, record: str) -> str:
    """Links to the line behind the figure, and to a form for what is wrong.

    The form's address names record and page. What the note says besides, value and sources, is filled in
    from its own text as the reader follows the link (assets/notes.js): in each address it was a tenth of a page.
    """
    edit = edit_link(entry.path, entry.line)
    form = form_link("wrong-fact", record=record, page=page)
    return f'<span class="mend">[Correct this]({edit}) or [report it]({form})</span>' if edit else ""


def source_link(source: Source, citation: CitationFields | None = None) -> Markup:
    """The title of a source as a link to it, at the words if they were read there; alone where it has no address."""
    title, is_read = markdown(source.title), citation and not citation.copy_url
    url = at_words(source.url, citation) if source.url and is_read else source.url
    return Markup("[{}](<{}>)").format(title, url) if url else title


def _sources(records: Records, citations: Iterable[CitationFields]) -> list[Markup]:
    return [_source(records, citation) for citation in citations if citation.source in records.sources]


def _source(records: Records, citation: CitationFields) -> Markup:
    """A citation in words, worked out once for each source, place and printed words."""
    known = records.cited.get(citation)
    if known is None:
        known = records.cited[citation] = _words_of(records.sources[citation.source].record, citation)
    return known


def _words_of(source: Source, citation: CitationFields) -> Markup:
    details = [kind_words(source.kind), *([period(source.published)] if source.published else [])]
    place = Markup(", {}").format(markdown(citation.locator)) if citation.locator else ""
    return Markup("{}, {}{}{} ({})").format(markdown(source.publisher), source_link(source, citation), place,
                                            _printed(citation), _reading(citation, details))


def _printed(citation: CitationFields) -> Markup:
    """The words that the source prints, in quotes."""
    quoted = Markup(", ").join(Markup("“{}”").format(markdown(words)) for words in citation.printed or ())
    return Markup(": {}").format(quoted) if quoted else quoted


def _reading(citation: CitationFields, details: list[str]) -> Markup:
    """Kind and date of the source, and how it was read: on a day, in a copy, or not at all."""
    parts = [markdown(", ".join(details))]
    if citation.read:
        there = at_words(citation.copy_url, citation) if citation.copy_url else ""
        where = Markup(" in [a copy](<{}>)").format(there) if there else ""
        parts.append(Markup("read {}{}").format(day(citation.read), where))
    if citation.unread:
        parts.append(Markup("not read: {}").format(markdown(citation.unread)))
    return Markup("; ").join(parts)
