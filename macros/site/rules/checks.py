"""Rules that no single record can tell: across records, and from records to pages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import timedelta

from ...records.characters import latin
from ...records.entries import Entry, Records, Table
from ...records.problems import Problem, allowed, shown
from ...records.proof.proving import backing
from ...records.schema import KINDS, CitationFields
from ...records.schema.periods import is_future
from ...records.schema.types import ID, MISSING
from ...render.context import PageContext
from ...render.formats import slug
from .proofs import check_proofs
from .table_rules import check_table

__all__ = ["check_records", "check_use", "cited_sources"]

_LONGEST = timedelta(5 * 366)
_ALONE = set(KINDS[:6])  # kinds that carry a fact without a second source


def check_records(records: Records) -> Iterator[Problem]:
    """Faults in sources named, dates and backing."""
    for entry in records.sourced():
        if not records.shares(entry):
            yield from _sources(records, entry)
        yield from _dates(entry)
    for entry in records.facts.values():
        yield from _claims(entry)
    for entry in records.sources.values():
        yield from _source_dates(entry)
    for entry in (*records.facts.values(), *records.sources.values()):
        yield from _misnamed(records, entry)
    yield from _same_address(records)
    yield from _same_label(records)
    yield from check_proofs(records)
    for table in records.tables.values():
        if table.head.record.sources:
            yield from _sources(records, table.head)
        yield from _dates(table.head)
        yield from check_table(records, table)
        yield from _named(records, table)


def _named(records: Records, table: Table) -> Iterator[Problem]:
    """Names of facts, tables and rows in corrections, of which there are none."""
    for entry in table.rows:
        for number, name in enumerate(getattr(entry.record, "records", ())):
            if said := _unknown(records, *name.split("/")):
                yield entry.problem(f"records: {said}", "records", number)


def _unknown(records: Records, kind: str, key: str, row: str = "") -> str:
    known = records.facts if kind == "facts" else records.tables
    rows = [entry.key for entry in known[key].rows] if row and key in known else [row]
    if records.may_hold(key) or records.may_hold(row or key):
        return ""
    if key not in known:
        return f"no {kind[:-1]} {key!r}; {allowed(key, known)}"
    return "" if row in rows else f"no row {row!r} in table {key!r}; {allowed(row, rows)}"


def _misnamed(records: Records, entry: Entry) -> Iterator[Problem]:
    if entry.key in MISSING:
        yield entry.problem(f"id {shown(entry.key)}, which programs that read the data take for a missing value; "
                            "choose another")
    if not ID.fullmatch(entry.key):
        better = slug(latin(entry.key))[:60].strip("-")
        records.broken |= {entry.key, better}  # by which others call it: nothing more is said of it
        yield entry.problem(f"id {shown(entry.key)}; allowed: small letters, digits and single hyphens, at most 60"
                            + (f"; did you mean {better!r}?" if better else ""))


def check_use(records: Records, contexts: Mapping[str, PageContext]) -> Iterator[Problem]:
    """Facts, tables and sources that reach no page; what stands in a file or a call with faults might reach one."""
    pages = list(contexts.values())
    spared = records.broken.union(*(page.held_back for page in pages))
    shown = spared.union(*(page.facts for page in pages))
    drawn = spared | {name for page in pages for name, _ in page.rows}
    cited = cited_sources(records, contexts) | {key for key in records.sources if records.may_hold(key)}
    yield from _unused(records.sources, cited, "source {!r} is cited by nothing; cite it or delete it")
    yield from _unused(records.facts, shown, "fact {!r} is on no page; show it or delete it")
    heads = {key: table.head for key, table in records.tables.items()}
    yield from _unused(heads, drawn, "table {!r} is on no page; show it or delete it")


def _unused(entries: Mapping[str, Entry], used: set[str], message: str) -> Iterator[Problem]:
    for key, entry in entries.items():
        if key not in used:
            yield entry.problem(message.format(key))


def cited_sources(records: Records, contexts: Mapping[str, PageContext]) -> set[str]:
    """Keys of the sources that a record or a page rests on."""
    shown = set().union(*(page.sources for page in contexts.values()))
    return shown | {citation.source for entry in records.sourced() for citation in entry.record.citations}


def _sources(records: Records, entry: Entry) -> Iterator[Problem]:
    for number, citation in enumerate(entry.record.sources):
        if citation in entry.record.sources[:number]:
            yield entry.problem(f"sources: {citation.source!r} stands here twice; keep one, or say where in it by "
                                "locator:", "sources", number)
    yield from _unknown_sources(records, entry)
    yield from _weak_backing(records, entry)


def _unknown_sources(records: Records, entry: Entry) -> Iterator[Problem]:
    places = [("sources", number) for number in range(len(entry.record.sources))]
    places += [("claims", number, "sources", inner)
               for number, claim in enumerate(getattr(entry.record, "claims", ()))
               for inner in range(len(claim.sources))]
    for place, citation in zip(places, _citations(entry), strict=True):
        if citation.source not in records.sources and not records.may_hold(citation.source):
            message = f"no source {citation.source!r}; {allowed(citation.source, records.sources)}"
            yield entry.problem(message, *place)


def _citations(entry: Entry) -> tuple[CitationFields, ...]:
    return getattr(entry.record, "citations", entry.record.sources)  # the head of a table has no claims


def _weak_backing(records: Records, entry: Entry) -> Iterator[Problem]:
    citations = entry.record.sources
    if getattr(entry.record, "caution", None) or not all(one.source in records.sources for one in citations):
        return  # what is unknown is told as such, and may be a second publisher
    known = [records.sources[one.source].record for one in backing(entry)]
    if known and len({source.publisher for source in known}) < 2 and not _ALONE & {source.kind for source in known}:
        yield entry.problem(_too_weak(known[0].kind, any(one.is_seen for one in citations)), "sources")


def _too_weak(kind: str, has_words: bool) -> str:
    said, second = ("words read at one publisher alone", "those of a second one, of a source") if has_words else (
        "one source", "a second publisher, a source")
    return f"{said}, of kind {kind!r}; wanted: {second} of kind {', '.join(sorted(_ALONE))}, or a caution:"


def _dates(entry: Entry) -> Iterator[Problem]:
    checked, due = entry.record.checked, getattr(entry.record, "check_by", None)
    if checked and is_future(checked):
        yield entry.problem(f"checked: {checked} is in the future", "checked")
    if checked and due and due <= checked:
        yield entry.problem(f"check_by: {due} is not after checked, {checked}", "check_by")
    if checked and due and due > checked + _LONGEST:
        yield entry.problem(f"check_by: {due} is more than five years after checked, {checked}; is the year right?",
                            "check_by")


def _claims(entry: Entry) -> Iterator[Problem]:
    fact = entry.record
    if len(fact.claims) == 1:
        yield entry.problem("claims: one claim is no disagreement; give each side's", "claims")
    for number, claim in enumerate(fact.claims):
        if claim.who in (other.who for other in fact.claims[:number]):
            yield entry.problem(f"who: {claim.who!r} stands here twice; give each side once", "claims", number, "who")
    said = [claim.value for claim in fact.claims]
    is_told = fact.computed or any(isinstance(value, str) for value in (fact.value, *said))  # how it follows from them
    if said and not is_told and fact.value not in said:
        yield entry.problem(f"value: {fact.value} is what no claim says; {allowed('', map(str, said))}", "value")
    if fact.preferred and not fact.claims:
        yield entry.problem("preferred without claims:; give each side's, or leave it out", "preferred")
    if fact.claims and not fact.preferred:
        yield entry.problem("claims without preferred:; say which claim the value follows, and why, "
                            "or that nobody knows", "claims")


def _source_dates(entry: Entry) -> Iterator[Problem]:
    source = entry.record
    if source.published and source.published.start > source.accessed:
        yield entry.problem(f"published: {source.published.text} is after accessed, "
                            f"{source.accessed}", "published")
    if is_future(source.accessed):
        yield entry.problem(f"accessed: {source.accessed} is in the future", "accessed")


def _same_address(records: Records) -> Iterator[Problem]:
    first: dict[str, Entry] = {}
    for entry in records.sources.values():
        if url := entry.record.url:
            other = first.setdefault(url.rstrip("/").split("://")[1].removeprefix("www."), entry)
            if other is not entry:
                yield entry.problem(f"url: source {other.key!r} at {other.path}:{other.line} has this address; "
                                    "cite that one, with locator: for the place", "url")


def _same_label(records: Records) -> Iterator[Problem]:
    """Facts of two units that readers cannot tell apart; of those of one unit the rules of proof tell."""
    first: dict[tuple[str, str], Entry] = {}
    for entry in records.facts.values():
        fact = entry.record
        other = first.setdefault((fact.label, fact.as_of.text), entry)
        if fact.unit != other.record.unit:
            yield entry.problem(f"label: fact {other.key!r} at {other.path}:{other.line} has this label and period; "
                                "keep one, or say what each is of", "label")
