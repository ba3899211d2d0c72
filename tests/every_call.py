"""A small project whose home page makes every call, built with the real theme and settings."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.conftest import FACTS, NUMBERED, PAGE, SETTINGS, SOURCES, TABLE
from tests.copies import with_theme
from tests.map_project import COUNTRY_MAP, LEGS, PLACE_MAP, PLACES, ROUTE_MAP, STATUS

__all__ = ["CALLS", "build", "copied", "files", "write"]

_HEAD = "title: T\ncaption: What it shows.\nas_of: 2026-11\nchecked: 2026-11-24\nrows:\n"
_ROWS = {
    "event": "{id: a, date: 1974-12-20, event: An act passed., topic: congress, countries: [Cuba], sources: [law]}",
    "step": "{id: a, title: Ask, happens: Somebody asks., decider: President, law: sec. 402, sources: [law]}",
    "question": "{id: a, question: Who is covered?, answer: Eight., page: index.md#figures, sources: [law]}",
    "term": "{id: a, term: MFN, short: the normal tariff, meaning: The normal tariff., tooltip: true, sources: [law]}",
    "open-question": "{id: a, page: index.md, question: Who knows?, found: Nobody., decide_at: The record., "
                     "sources: [law]}",
    "site-change": "{id: a, date: 2026-11-24, kind: correction, what: A word., page: index.md}",
    "decision": "{id: a, 'on': 2027-01-03, what: A report, decider: The President, otherwise: Nothing., "
                "sources: [law]}",
    "article-claim": "{id: a, part: First, claim: It is so., verdict: changed since, why: It was so., "
                     "judged: 2026-11-24, page: index.md, sources: [law]}",
}
CALLS = ['fact("covered")', 'note("covered")', 'cite("law", "sec. 402")', 'cell("departures", "y73", "persons")',
         'number("s-1")', 'key_facts("covered")', 'table("departures")', 'table("bills", caption="Bills.")',
         'comparison(["Cuba"], {"says": "Covered", "facts": ["covered"]}, title="Side by side")',
         'doors({"page": "index.md", "fact": "covered", "says": "More"})', 'decisions("decision")',
         'doors({"page": "index.md", "says": "More", "picture": {"draws": "lines", "table": "departures", "x": "year", '
         '"y": ["persons"], "unit": "persons", "title": "It fell"} })', 'flow("step")',
         'questions("question")', 'columns("departures", x="year", y="persons", unit="persons", title="Columns")',
         'bars("departures", label="year", values=["persons"], unit="persons", title="Bars")',
         'lines("departures", x="year", y=["persons"], unit="persons", title="Lines")',
         'panels("departures", x="year", y=["persons"], unit="persons", title="Panels")',
         COUNTRY_MAP, PLACE_MAP, ROUTE_MAP, "source_list()", "source_index()", 'glossary("term")', "open_questions()",
         'site_changes("site-change")', 'article_claims("article-claim")',
         'verdict_counts("article-claim")', "calendar_link()", 'table("decision")', "downloads()", "data_dictionary()",
         "proof_tables()", 'timeline("event")', 'all_events(title="All events")', "event_index()",
         'claim_index("article-claim")', "dictionary_index()"]
_INLINE = 5  # the first calls stand in a sentence


def files() -> dict[str, str]:
    """The files of the project by path."""
    tables = {f"data/{kind}.yml": f"table: {kind}\nkind: {kind}\n{_HEAD}- {row}\n" for kind, row in _ROWS.items()}
    bills = ("table: bills\ncolumns: [{name: number, type: string, title: Number, description: D.}]\n" + _HEAD
             + "- {id: s-1, number: S. 1, sources: [law]}\n")
    maps = {"data/status.yml": STATUS.replace("What it shows", "Status"),
            "data/places.yml": PLACES.replace("What it shows", "Places"),
            "data/legs.yml": LEGS.replace("What it shows", "Legs").replace("start: baku", "start: batumi")}
    words = " ".join(f"It says{{{{ {call} }}}}." if "note" in call or "cite" in call else f"It is {{{{ {call} }}}}."
                     for call in CALLS[:_INLINE])
    blocks = "\n\n".join(f"## Part {number} {{#part-{number}}}\n\n{{{{ {call} }}}}"
                         for number, call in enumerate(CALLS[_INLINE:]))
    page = PAGE.replace('It covers {{ fact("covered") }}.', words).replace(
        '{{ table("departures", columns=["year", "persons"]) }}', blocks)
    return {**SETTINGS, **tables, "data/site.yml": SETTINGS["data/site.yml"] + NUMBERED, "data/sources.yml": SOURCES,
            "data/facts.yml": FACTS, "data/table.yml": TABLE, "data/bills.yml": bills, **maps, "docs/index.md": page}


def write(root: Path) -> None:
    """Writes the project into `root`."""
    with_theme(root, files())


def copied(root: Path, to: Path) -> Path:
    """A copy of the project."""
    shutil.copytree(root, to)
    return to


def build(root: Path) -> Path:
    """Writes and builds the project in `root`; answers the folder of the site."""
    write(root)
    environment = {**os.environ, "REPO_URL": "https://git.invalid/owner/name", "NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run([sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict", "-d", str(root / "built")],
                          cwd=root, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr + done.stdout
    return root / "built"
