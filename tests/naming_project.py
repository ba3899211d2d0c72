"""A project in which each field that can name something does, and a slip of the pen for each of them."""

from __future__ import annotations

from tests.every_call import files as every_file

__all__ = ["FIELDS", "project"]

_HEAD = "title: T\ncaption: C.\nas_of: 2025\nchecked: 2026-11-24\nrows:\n"
_RULES = """\
table: sales
columns:
- {name: year, type: integer, title: Year, description: D., unit: year}
- {name: began, type: period, description: D.}
- {name: ended, type: period, description: D.}
- {name: sold, type: integer, description: D., unit: persons}
- {name: bought, type: integer, description: D.}
- {name: total, type: integer, title: Total, description: D.}
- {name: margin, type: number, description: D.}
- {name: reason, type: string, description: D., required: false}
- {name: deal, type: string, description: D.}
- {name: unit, type: unit, description: D.}
- {name: spoken, type: string, title: In words, description: D.}
order: [[began, ended]]
series: {column: year}
uniqueKeys: [[deal]]
foreignKeys: [{columns: [deal], table: departures}]
licence: public domain
equals:
- {column: total, sum: [sold], less: bought, within_percent: margin, unless: reason}
- {column: sold, total: {table: parts, column: people, key: sale}}
computed: [{column: spoken, function: with-unit, of: [sold, unit]}]
""" + _HEAD + """\
- {id: one, year: 2025, began: 2024, ended: 2025, sold: 5, bought: 2, total: 3, margin: 1.0, deal: y73, unit: persons,
   sources: [law]}
"""
_PARTS = """\
table: parts
columns:
- {name: people, type: integer, title: People, description: D.}
- {name: sale, type: string, description: D.}
- {name: place, type: country, description: D.}
- {name: members, type: countries, description: D.}
- {name: read_at, type: page, description: D.}
""" + _HEAD + """\
- {id: p, people: 5, sale: one, place: Kazakhstan, members: [Armenia], read_at: other.md, sources: [law]}
"""
_CORRECTION = "table: corrections\nkind: correction\n" + _HEAD + (
    "- {id: c, date: 2026-11-24, group: figure, weight: minor, subject: S., was: W., now: N., why: Y., page: other.md, "
    "records: [tables/departures/y73]}\n")
_FACTS = """
  counted:
    label: Tables counted
    value: 2
    unit: countries
    as_of: 2025
    checked: 2026-11-24
    computed: {function: count, of: [departures], where: {series: Conference}}
    differs: {covered: Another thing.}
    sources: [law]
  added:
    label: People added
    value: 0.034941
    unit: usd-million
    as_of: 2025
    checked: 2026-11-24
    computed: {function: sum, of: [departures/y73/persons, covered], unit: usd}
    claims:
    - {value: 1, who: One., sources: [law]}
    - {value: 2, who: Two., sources: [law]}
    preferred: Neither.
    sources: [law]
"""
_PAGE = """\
---
title: Other
description: What else the law says, of whom it speaks and what would change if Congress ended it.
edited: 2026-11-24
next: [index.md]
---

# What else?

It counts {{ fact("counted") }} and {{ fact("added") }}.

{{ table("sales") }}

{{ table("parts") }}

{{ table("corrections", columns=["subject"]) }}

{{ table("routes") }}
"""
_SITE = "  article: law\n  about_itself: [other.md]\n"
_ROUTES = "table: routes\ncolumns: [{name: called, type: string, title: Name, description: D.}]\n" + _HEAD + "".join(
    f"- {{id: {key}, called: {key}, sources: [law]}}\n" for key in ("middle", "branch"))
_FOREIGN = ("foreignKeys: [{columns: [start, end, via], table: places}, {columns: [route], table: routes}]\n"
            "title: T\ncaption: Legs")


def project() -> dict[str, str]:
    """A project in which each of these fields names something; of every call, and more."""
    made = every_file()
    made["data/facts.yml"] += _FACTS.lstrip("\n")
    made["data/site.yml"] += _SITE
    made["data/legs.yml"] = made["data/legs.yml"].replace("title: T\ncaption: Legs", _FOREIGN).replace(
        "end: alat,", "end: alat, via: [baku],")
    made["data/site-change.yml"] = made["data/site-change.yml"].replace(
        "page: index.md", "page: index.md, records: [facts/covered]")
    return {**made, "data/sales.yml": _RULES, "data/parts.yml": _PARTS, "data/corrections.yml": _CORRECTION,
            "data/routes.yml": _ROUTES, "docs/other.md": _PAGE,
            "data/search.yml": "search:\n  first: {law: other.md}\n  after: [index.md]\n",
            "data/redirects.yml": "redirects:\n  old.md: other.md\n  other.md#was: other.md#what-else\n",
            "mkdocs.yml": "site_name: x\nnav:\n- index.md\n- other.md\n"}


# field: file, the words around the right name, the right name, the slip
FIELDS = {
    "CitationFields.source": ("data/facts.yml", "sources: [law]", "law", "lew"),
    "Claim.sources": ("data/facts.yml", "One., sources: [law]", "law", "lew"),
    "Fact.unit": ("data/facts.yml", "unit: countries", "countries", "contries"),
    "Fact.differs": ("data/facts.yml", "{covered:", "covered", "coverd"),
    "Derived.unit": ("data/facts.yml", "unit: usd}", "usd", "us"),
    "Derived.of": ("data/facts.yml", "of: [departures]", "departures", "departure"),
    "Derived.of, a cell": ("data/facts.yml", "y73/persons,", "persons", "person"),
    "Derived.of, a fact": ("data/facts.yml", ", covered]", "covered", "coverd"),
    "Derived.where": ("data/facts.yml", "{series:", "series", "serie"),
    "TableHead.kind": ("data/event.yml", "kind: event", "event", "evnt"),
    "TableHead.licence": ("data/sales.yml", "licence: public domain", "public domain", "public domian"),
    "TableHead.order": ("data/sales.yml", "[[began,", "began", "begun"),
    "TableHead.uniqueKeys": ("data/sales.yml", "[[deal]]", "deal", "del"),
    "Column.unit": ("data/sales.yml", "unit: persons}\n", "persons", "person"),
    "Series.column": ("data/sales.yml", "{column: year}", "year", "yeer"),
    "ForeignKey.columns": ("data/sales.yml", "columns: [deal]", "deal", "del"),
    "ForeignKey.table": ("data/sales.yml", "table: departures}", "departures", "departure"),
    "Equal.column": ("data/sales.yml", "{column: total", "total", "totl"),
    "Equal.sum": ("data/sales.yml", "sum: [sold]", "sold", "sld"),
    "Equal.less": ("data/sales.yml", "less: bought", "bought", "bougt"),
    "Equal.within_percent": ("data/sales.yml", "percent: margin", "margin", "margn"),
    "Equal.unless": ("data/sales.yml", "unless: reason", "reason", "raeson"),
    "Total.table": ("data/sales.yml", "{table: parts", "parts", "part"),
    "Total.column": ("data/sales.yml", "column: people", "people", "peple"),
    "Total.key": ("data/sales.yml", "key: sale}", "sale", "sal"),
    "Computed.column": ("data/sales.yml", "{column: spoken", "spoken", "spokn"),
    "Computed.of": ("data/sales.yml", "of: [sold", "sold", "sld"),
    "Column, a unit": ("data/sales.yml", "unit: persons,\n", "persons", "person"),
    "Column, a country": ("data/parts.yml", "place: Kazakhstan", "Kazakhstan", "Kazahkstan"),
    "Column, countries": ("data/parts.yml", "[Armenia]", "Armenia", "Aremnia"),
    "Column, a page": ("data/parts.yml", "read_at: other.md", "other.md", "othr.md"),
    "Event.topic": ("data/event.yml", "topic: congress", "congress", "congres"),
    "Event.countries": ("data/event.yml", "[Cuba]", "Cuba", "Cubba"),
    "OpenQuestion.page": ("data/open-question.yml", "page: index.md", "index.md", "indx.md"),
    "Question.page": ("data/question.yml", "index.md#figures", "figures", "figurs"),
    "Country.country": ("data/status.yml", "country: Kazakhstan", "Kazakhstan", "Kazahkstan"),
    "Country.status": ("data/status.yml", "status: waiver", "waiver", "waver"),
    "Place.country": ("data/places.yml", "country: Georgia", "Georgia", "Goergia"),
    "Leg.route": ("data/legs.yml", "route: branch", "branch", "brnch"),
    "Leg.start": ("data/legs.yml", "start: aktau", "aktau", "aktu"),
    "Leg.end": ("data/legs.yml", "end: poti", "poti", "pot"),
    "Leg.via": ("data/legs.yml", "via: [baku]", "baku", "bakku"),
    "SiteChange.page": ("data/site-change.yml", "page: index.md", "index.md", "indx.md"),
    "SiteChange.records": ("data/site-change.yml", "facts/covered", "covered", "coverd"),
    "Correction.page": ("data/corrections.yml", "page: other.md", "other.md", "othr.md"),
    "Correction.records": ("data/corrections.yml", "departures/y73", "y73", "y733"),
    "ArticleClaim.verdict": ("data/article-claim.yml", "verdict: changed since", "changed since", "changd since"),
    "ArticleClaim.page": ("data/article-claim.yml", "page: index.md", "index.md", "indx.md"),
    "Settings.article": ("data/site.yml", "article: law", "law", "lew"),
    "Settings.about_itself": ("data/site.yml", "[other.md]", "other.md", "othr.md"),
    "Settings.water": ("data/site.yml", "water: Caspian Sea", "Caspian Sea", "Caspain Sea"),
    "Numbered.table": ("data/site.yml", "table: bills", "bills", "bils"),
    "Numbered.column": ("data/site.yml", "column: number", "number", "numbr"),
    "Search.first": ("data/search.yml", "law: other.md", "other.md", "othr.md"),
    "Search.after": ("data/search.yml", "[index.md]", "index.md", "indx.md"),
    "RedirectsFile.redirects": ("data/redirects.yml", "old.md: other.md", "other.md", "othr.md"),
    "RedirectsFile.redirects, a heading": ("data/redirects.yml", "other.md#what-else", "what-else", "what-els"),
    "PageHead.next": ("docs/other.md", "next: [index.md]", "index.md", "indx.md"),
    "menu": ("mkdocs.yml", "- other.md", "other.md", "othr.md"),
}
