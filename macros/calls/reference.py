"""Macros of the reference shelf: lists made from all records at once, and how these are proved."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from itertools import groupby

from markupsafe import Markup

from ..records.entries import Entry, Records, Table
from ..records.proof.proving import is_needless, proof_of
from ..records.schema import KINDS, KINDS_OF_ROWS, CitationFields, Claim, Fact, Row, Source, settings
from ..render import formats
from ..render.cited_sources import kind_words
from ..render.context import PageContext
from ..render.templates import render
from .inline import unit_of
from .registry import call
from .tables import choose, rows_of

__all__ = ["article_claims", "calendar_link", "data_dictionary", "downloads", "glossary", "open_questions",
           "proof_tables", "site_changes", "verdict_counts"]

_OPENING = re.compile("What could not be (?:established|confirmed),? (?:on|about|of)? ?(?:the )?")
WAYS = {"words": "Words seen at the source", "dataset": "Cells of a data set",
        "computed": "Worked out from other figures", "searched": "A search that found nothing",
        "open": "In none of these ways yet"}


@call
def glossary(page: PageContext, name: str) -> str:
    """Terms in the order of the alphabet, under their letters, each with its meaning."""
    known = rows_of(page, name, "term")
    terms = sorted(known.rows, key=lambda entry: entry.record.term.lower())
    view = [(page.id(f"term-{entry.key}"), entry.record, page.row_ref(known, entry)) for entry in terms]
    letters = [(letter, list(few)) for letter, few in groupby(view, key=lambda told: told[1].term[0].upper())]
    for letter, _ in letters:
        page.id(f"letter-{letter.lower()}")
    return render("glossary.md.jinja", letters=letters)


@call
def open_questions(page: PageContext) -> str:
    """All that could not be established, section by section."""
    tables = [table for table in page.records.tables.values() if table.head.record.kind == "open-question"]
    view = [(_subject(table), [(entry.record, page.row_ref(table, entry)) for entry in table.rows])
            for table in tables]
    return render("open-questions.md.jinja", groups=view)


def _subject(table: Table) -> str:
    """What a table of open questions is about, without the words that all their titles begin with."""
    subject = _OPENING.sub("", table.head.record.title)
    return subject[:1].upper() + subject[1:]


@call
def site_changes(page: PageContext, name: str, *, where: dict[str, object] | None = None) -> str:
    """What changed on the site, the newest first."""
    known = rows_of(page, name, "site-change")
    chosen = choose(known, where)
    page.rows |= {(name, entry.key) for entry in chosen}
    newest = sorted(chosen, key=lambda entry: entry.record.date, reverse=True)
    view = [(entry.record, page.head(entry.record.page.partition("#")[0]).title, page.link(entry.record.page),
             page.row_ref(known, entry) if entry.record.sources else "") for entry in newest]
    return render("site-changes.md.jinja", changes=view)


@call
def article_claims(page: PageContext, name: str, *, where: dict[str, object] | None = None) -> str:
    """The article's claims under their verdicts, what is wrong first; some verdicts begin folded."""
    known = rows_of(page, name, "article-claim")
    view = [(number, page.id(f"claim-{entry.key}"), entry.record, page.link(entry.record.page),
             page.row_ref(known, entry)) for number, entry in enumerate(choose(known, where), 1)]
    groups = [(told, [claim for claim in view if claim[2].verdict == told["verdict"]]) for told in _verdicts(
        [claim[2].verdict for claim in view])]
    for told, _ in groups:
        page.id(f"verdict-{told['slug']}")
    return render("article-claims.md.jinja", groups=groups)


@call
def verdict_counts(page: PageContext, name: str, *, where: dict[str, object] | None = None) -> str:
    """How many claims of an article have each verdict, as a bar and as links to them."""
    known = rows_of(page, name, "article-claim")
    verdicts = [entry.record.verdict for entry in choose(known, where)]
    return render("verdict-counts.md.jinja", verdicts=_verdicts(verdicts), total=len(verdicts),
                  title=known.head.record.caption, id=page.id(f"verdicts-{name}"))


def _verdicts(given: list[str]) -> list[dict[str, object]]:
    """The verdicts given, in their order: how many claims have it, and how many came before in it."""
    counts, before, view = Counter(given), 0, []
    for verdict, told in settings().verdicts.items():
        if count := counts[verdict]:
            view.append({"verdict": verdict, "words": told.several if count != 1 else verdict, "count": count,
                         "before": before, "slug": formats.slug(verdict), "is_folded": told.folded})
            before += count
    return view


@call
def downloads(page: PageContext) -> str:
    """Every file of data that the site publishes."""
    tables = sorted((table for table in page.records.tables.values() if table.head.record.download),
                    key=lambda table: table.head.path)
    view = [(table.head.record, len(table.rows), page.link(f"data/{table.head.key}.csv")) for table in tables]
    cited = [*page.records.facts.values(), *(entry for table in tables for entry in table.rows)]
    counts = {"facts": len(page.records.facts), "sources": len(page.records.sources),
              "citations": sum(len(entry.record.citations) for entry in cited)}
    return render("downloads.md.jinja", tables=view, counts=counts, file=page.link,
                  own=settings().own[0])


@call
def calendar_link(page: PageContext, *, words: str = "These days as a calendar") -> str:
    """A link, in a sentence or a line of its own, to the days to come as a calendar that programs subscribe to."""
    return Markup(f"[{formats.markdown(words)}]({page.link('decisions.ics')})")


@call
def data_dictionary(page: PageContext) -> str:
    """Every field of every kind of record, from the models themselves, and every column that a table declares."""
    tables = page.records.tables.values()
    used = {table.head.record.kind for table in tables}
    kinds = {"fact": Fact, "claim": Claim, "source": Source, "citation": CitationFields,
             **{name: model for name, model in sorted(KINDS_OF_ROWS.items()) if name in used}}
    view = [(name, (model.__doc__ or "").split("\n")[0], _files(page, name), _fields(model))
            for name, model in kinds.items()]
    declared = [(table.head.key, table.head.record.row or "", [_file(page, table.head.key)],
                 [(column.name, column.description, column.unit) for column in table.head.record.columns])
                for table in tables if table.head.record.columns and table.head.record.download]
    return render("dictionary.md.jinja", kinds=view, tables=declared, shared=_fields(Row))


def _files(page: PageContext, kind: str) -> list[tuple[str, Markup]]:
    """The published files whose rows are of that kind, each with its address."""
    return [_file(page, name) for name, table in page.records.tables.items()
            if table.head.record.kind == kind and table.head.record.download]


def _file(page: PageContext, table: str) -> tuple[str, Markup]:
    return f"{table}.csv", page.link(f"data/{table}.csv")


def _fields(model: type) -> list[tuple[str, str | None, str | None]]:
    """Name, description and unit of the fields that a model does not share with every row."""
    shared = Row.model_fields if issubclass(model, Row) and model is not Row else ()
    return [(key, (field.description or "").replace("'", "’"), unit_of(model, key))
            for key, field in model.model_fields.items() if key not in shared]


@call
def proof_tables(page: PageContext) -> str:
    """How many facts and rows are proved in which way, and what kind the strongest source of each fact is."""
    page.id("proofs")
    page.id("strongest")
    if page.purpose == "check":
        return ""
    entries = [entry for entry in page.records.sourced() if not is_needless(entry)]
    facts = [entry for entry in entries if isinstance(entry.record, Fact)]
    rows = [entry for entry in entries if not isinstance(entry.record, Fact)]
    ways = _ways(page.records, facts), _ways(page.records, rows)
    return render("proof-tables.md.jinja", ways=WAYS, facts=ways[0], rows=ways[1], words=kind_words,
                  strongest=_strongest(page.records, facts), total=len(facts))


def _ways(records: Records, entries: Iterable[Entry]) -> Counter:
    """How many of the entries are proved in each way."""
    found = (proof_of(records, entry) for entry in entries)
    return Counter(way if way in WAYS else "open" for way in found)


def _strongest(records: Records, facts: Iterable[Entry[Fact]]) -> list[tuple[str, int]]:
    """Each kind of source with the number of facts of which it is the strongest, the strongest kind first."""
    kinds = [[records.sources[citation.source].record.kind for citation in entry.record.citations
              if citation.source in records.sources] for entry in facts]
    count = Counter(min(of_one, key=KINDS.index) for of_one in kinds if of_one)
    return [(kind, count[kind]) for kind in KINDS if count[kind]]
