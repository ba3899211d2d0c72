"""Macros of the reference shelf: lists made from all records at once, and how these are proved."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from itertools import groupby

from markupsafe import Markup

from ..records.entries import Entry, Records, Table
from ..records.proof.proving import backing, is_needless, proof_of
from ..records.schema import KINDS, Fact, Row, settings
from ..render import formats
from ..render.cited_sources import kind_words
from ..render.context import Mistake, PageContext
from ..render.templates import render
from .registry import call
from .tables import choose, rows_of

__all__ = ["article_claims", "calendar_link", "claim_index", "glossary", "open_questions", "proof_tables",
           "site_changes", "verdict_counts"]

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
    """All that could not be established, section by section.

    A question that the table of another page tells leads there; any other is told here, with its note.
    """
    tables = [table for table in page.records.tables.values() if table.head.record.kind == "open-question"]
    return render("open-questions.md.jinja", groups=[_open(page, table) for table in tables])


def _open(page: PageContext, table: Table) -> dict[str, object]:
    """The questions of a table: those of each page whose table tells them, and those that none tells."""
    elsewhere: dict[str, list[Row]] = {}
    here: list[tuple[Row, Markup]] = []
    for entry in table.rows:
        if there := _told_by(page, table.head.key, entry.key):
            elsewhere.setdefault(there, []).append(entry.record)
        else:
            here.append((entry.record, page.row_ref(table, entry)))
    pages = [(page.head(path).title, f"{page.link(path)}#table-{table.head.key}", asked)
             for path, asked in elsewhere.items()]
    return {"subject": _subject(table), "count": len(table.rows), "pages": pages, "here": here}


def _told_by(page: PageContext, table: str, key: str) -> str | None:
    """The first other page whose table tells a question."""
    return next((path for path, other in page.pages.items() if path != page.path
                 and (table, key) in other.rows and f"table-{table}" in other.ids), None)


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
    numbers = {entry.key: number for number, entry in enumerate(known.rows, 1)}
    view = [(numbers[entry.key], page.id(f"claim-{entry.key}"), entry.record, page.link(entry.record.page),
             page.row_ref(known, entry)) for entry in choose(known, where)]
    groups = [(told, [claim for claim in view if claim[2].verdict == told["verdict"]]) for told in _verdicts(
        [claim[2].verdict for claim in view])]
    for told, _ in groups:
        page.id(f"verdict-{told['slug']}")
    return render("article-claims.md.jinja", groups=groups)


@call
def claim_index(page: PageContext, name: str, *, where: dict[str, object] | None = None) -> str:
    """Claims of an article under their verdicts, each with a link to the page, or the place above, that tells it."""
    known = rows_of(page, name, "article-claim")
    told = [(entry.record, _told_at(page, name, entry.key), page.id(f"claim-{entry.key}"))
            for entry in choose(known, where)]
    groups = [(verdict, page.id(f"verdict-{verdict['slug']}"), [one for one in told
               if one[0].verdict == verdict["verdict"]]) for verdict in _verdicts([one[0].verdict for one in told])]
    return render("claim-index.md.jinja", groups=groups)


def _told_at(page: PageContext, table: str, key: str) -> Markup:
    """The address at which a claim is told."""
    for path, other in page.so_far.items():
        if f"claim-{key}" in other.ids and (table, key) in other.rows:
            return Markup(f"{page.link(path)}#claim-{key}")
    raise Mistake(f"no page tells the claim {key!r}; a page of its own, or a call above, is article_claims({table!r}, "
                  f"where={{'id': {key!r}}})")


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
def calendar_link(page: PageContext, *, words: str = "These days as a calendar") -> str:
    """A link, in a sentence or a line of its own, to the days to come as a calendar that programs subscribe to."""
    return Markup(f"[{formats.markdown(words)}]({page.link('decisions.ics')})")


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
    """Each kind of source with the number of facts that rest on it and on none stronger, the strongest kind first."""
    kinds = [[records.sources[citation.source].record.kind for citation in backing(entry)
              if citation.source in records.sources] for entry in facts]
    count = Counter(min(of_one, key=KINDS.index) for of_one in kinds if of_one)
    return [(kind, count[kind]) for kind in KINDS if count[kind]]
