"""The command line: `python -m macros check`, and what else an editor needs."""

from __future__ import annotations

import argparse
import os
import sys
from datetime import date
from pathlib import Path

from ..export import files
from ..records.problems import Problem, report
from ..records.schema.periods import parse_day
from ..site.site import Site
from . import editor_schemas, formatting, link_check, moving
from .reports import changes, changes_report, due, proof, revisions

__all__ = ["main"]

ROOT = Path(__file__).resolve().parents[2]


def main(arguments: list[str] | None = None) -> int:
    """Runs one command; the answer is the exit status."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")  # an output that lacks a letter shows its number
    options = _parser().parse_args(arguments)
    try:
        status = options.run(options)
        sys.stdout and sys.stdout.flush()
    except BrokenPipeError:  # whoever read has seen enough; nothing more is to be written at the end either
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        status = 1
    except KeyboardInterrupt:
        print("interrupted", file=sys.stderr)
        status = 130
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m macros", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    for name, (run, words) in _COMMANDS.items():
        command = commands.add_parser(name, help=words)
        command.add_argument("--root", type=Path, default=ROOT, help="the project's folder")
        command.set_defaults(run=run)
    commands.choices["due"].add_argument("--on", type=_day, default=date.today(), help="a day, YYYY-MM-DD")
    commands.choices["due"].add_argument("--spread", action="store_true",
                                         help="move what a later day asks for beyond twenty to days before")
    commands.choices["changes"].add_argument("base", metavar="BASE", help="a git revision or a folder")
    commands.choices["changes"].add_argument("head", metavar="HEAD", nargs="?",
                                             help="likewise; else the files as they are")
    commands.choices["render"].add_argument("out", metavar="OUT", type=Path, help="a folder, new or empty")
    commands.choices["move"].add_argument("old", metavar="OLD", help="the page, as docs/section/page.md")
    commands.choices["move"].add_argument("new", metavar="NEW", help="where it is to be, likewise")
    commands.choices["format"].add_argument("--check", action="store_true", help="change nothing")
    return parser


def _day(text: str) -> date:
    try:
        return parse_day(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from None


def _check(options: argparse.Namespace) -> int:
    site = Site.read(options.root, "check")
    editor_schemas.write(options.root, site.records)
    faulty = {problem.path for problem in site.problems}
    if problems := [*site.problems, *formatting.out_of_style(options.root, faulty)]:
        return _fail(problems)
    print(f"{len(site.pages)} pages, {len(site.records.facts)} facts, "
          f"{sum(len(table.rows) for table in site.records.tables.values())} rows, "
          f"{len(site.records.sources)} sources: no problem")
    return 0


def _due(options: argparse.Namespace) -> int:
    site = Site.read(options.root, "check")
    if options.spread and site.problems:
        return _fail(site.problems)
    if options.spread:
        moved = due.write(options.root, due.spread(site.records, options.on))
        print(f"{moved} facts and tables have an earlier day")
    else:
        print(due.report(due.due(site), options.on), end="")
    return 0


def _proof(options: argparse.Namespace) -> int:
    print(proof.report(Site.read(options.root, "check")), end="")
    return 0


def _changes(options: argparse.Namespace) -> int:
    head = options.head or str(options.root)
    try:
        with revisions.files_of(options.root, options.base) as before, revisions.files_of(options.root, head) as after:
            found = changes.compare(Site.read(before, "compare"), Site.read(after, "compare"))
    except revisions.Unknown as error:
        print(error, file=sys.stderr)
        return 2
    print(changes_report.report(found), end="")
    return 0


def _link_check(options: argparse.Namespace) -> int:
    print(link_check.report(link_check.ask(link_check.addresses(Site.read(options.root, "check")))), end="")
    return 0


def _render(options: argparse.Namespace) -> int:
    if options.out.exists() and any(options.out.iterdir()):
        print(f"{options.out} is not empty; name a folder that is new or empty", file=sys.stderr)
        return 2
    site = Site.read(options.root)
    if site.problems:
        return _fail(site.problems)
    print(f"{files.write_plain(site, options.out)} pages in plain Markdown: {options.out}")
    return 0


def _move(options: argparse.Namespace) -> int:
    try:
        print("\n".join(moving.move(options.root, options.old, options.new)))
    except moving.Refused as error:
        print(error, file=sys.stderr)
        return 2
    return 0


def _format(options: argparse.Namespace) -> int:
    if options.check:
        problems = list(formatting.out_of_style(options.root))
        return _fail(problems) if problems else 0
    print("\n".join(formatting.restyle(options.root)) or "every data file is in style")
    if (options.root / formatting.GUIDE).exists():
        (options.root / formatting.GUIDE).write_text(formatting.with_table(options.root), "utf-8")
    return 0


def _fail(problems: list[Problem]) -> int:
    print(report(problems), file=sys.stderr)
    if os.environ.get("GITHUB_ACTIONS") == "true":
        _annotate(problems)
    return 1


def _annotate(problems: list[Problem]) -> None:
    """In GitHub Actions, puts each problem on its line of the diff."""
    for problem in sorted(set(problems)):
        text = problem.message.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
        print(f"::error file={problem.path},line={problem.line},col={problem.column}::{text}")


# name: what runs it, what it does
_COMMANDS = {
    "check": (_check, "report every problem in data and pages; write the schemas of editors"),
    "changes": (_changes, "report, as Markdown, what differs from another state"),
    "due": (_due, "list facts and tables that are due for a new look"),
    "format": (_format, "rewrite data files in their one style"),
    "link-check": (_link_check, "ask every outside address and list those that do not answer"),
    "move": (_move, "move a page, mend what leads to it, and leave a redirect"),
    "proof": (_proof, "count how facts and rows are proved, section by section"),
    "render": (_render, "write pages as plain Markdown, with all that belongs to them, for any engine"),
}

