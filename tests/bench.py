"""A project on a bench: one of its files after the other is spoiled, and all that is made of it is looked at."""

from __future__ import annotations

import time
from collections.abc import Iterator
from math import inf
from pathlib import Path

import markdown

from macros.cli import formatting
from macros.cli.reports import due
from macros.cli.reports.changes import compare
from macros.cli.reports.changes_report import report as report_changes
from macros.export.files import files_of
from macros.export.linked_data import script
from macros.records import cache
from macros.records.problems import report
from macros.site import site as sites
from macros.site.site import Site
from tests.every_call import files as every_file
from tests.test_payloads import OURS

__all__ = ["DATA", "MENU", "SMALL", "WHOLE", "Bench", "on_bench"]

SECONDS = 10  # of work for the smallest change of a small project, on a machine that has much else to do
MENU = "site_name: x\ndocs_dir: docs\nnav:\n  - Home: index.md\n"
WHOLE = {**every_file(), "mkdocs.yml": MENU}
MAPS = ("country_map", "place_map", "route_map")
SMALL = {**WHOLE, "docs/index.md": "\n".join(
    line for line in WHOLE["docs/index.md"].split("\n") if not any(name in line for name in MAPS))}
SMALL = {name: text for name, text in SMALL.items()
         if name not in ("data/places.yml", "data/legs.yml", "data/status.yml")}
DATA = sorted(name for name in SMALL if name.startswith("data/"))


class Bench:
    """A project on disk, of which one file after the other is spoiled and mended again."""

    def __init__(self, root: Path, files: dict[str, str]) -> None:
        self.root, self.files = root, files
        for name, text in files.items():
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_text(text, "utf-8")
        self.before = Site.read(root, "compare")

    def tell(self, name: str, content: str | bytes) -> list[str]:
        """What is said of the project where the file `name` holds `content`; nothing of a page that is published."""
        data = content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass")
        (self.root / name).write_bytes(data)
        began = time.process_time()
        try:
            return list(self._told())
        finally:
            (self.root / name).write_text(self.files[name], "utf-8")
            assert time.process_time() - began < SECONDS

    def _told(self) -> Iterator[str]:
        for purpose in ("check", "publish"):
            site = Site.read(self.root, purpose)
            for problem in site.problems:
                assert problem.path and problem.line >= 1 and problem.column >= 1, problem
                assert len(str(problem).splitlines()) == 1 and str(problem).isprintable(), problem
                yield str(problem)
        list(formatting.out_of_style(self.root))
        report(site.problems).encode("utf-8")
        if not site.problems:
            self._publish(site)

    def _publish(self, site: Site) -> None:
        """All that is made of a site without a problem."""
        sites._seen[self.root.resolve()] = inf, site
        assert all(isinstance(content, bytes) for content in files_of(site).values())
        for path, page in site.pages.items():
            site.reading = path
            html = markdown.markdown(
                page.text[page.body:], extensions=["macros.engine.extension", *OURS], extension_configs={
                    "macros.engine.extension": {"root": str(self.root)}, "tables": {"use_align_attribute": True}})
            (html + script(site.contexts[path])).encode("utf-8")
        due.report(due.due(site), site.pages["index.md"].head.edited)
        report_changes(compare(self.before, Site.read(self.root, "compare"))).encode("utf-8")


def on_bench(tmp_path_factory, files: dict[str, str]) -> Iterator[Bench]:
    """A bench with these files, and a cache of its own."""
    folder = cache._FOLDER
    root = tmp_path_factory.mktemp("bench")
    cache._FOLDER = root / "cache"  # what is read here once is not kept among what is read each day
    yield Bench(root / "project", files)
    cache._FOLDER = folder
