"""What MkDocs is told: check before anything is written, what stands in a page's head, what to publish."""

from __future__ import annotations

import posixpath
import re
import sys
from collections.abc import Callable
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import CombinedEvent, event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

ROOT = Path(__file__).resolve().parents[2]
_WATCHED = ("data", "macros", "overrides")
_UNSOUGHT = re.compile(r'<svg\b.*?</svg>|<sup id="fnref.*?</sup>|<div class="footnote".*?</div>', re.S)
_ASIDE = re.compile(r"<!--(\d+)-->")  # no page of ours holds a comment
_DRAWN = re.compile(r'(?<=<a class="map__link" )href="([^"#]+)')

if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))


def _forget_changed_code() -> None:
    """Drops the package if its code changed since it was imported, so that serving picks it up."""
    files = [(str(file), file.stat().st_mtime_ns) for file in sorted((ROOT / "macros").rglob("*.py"))]
    if getattr(sys, "_macros_files", files) != files:
        for name in [name for name in sys.modules if name.split(".")[0] == "macros"]:
            del sys.modules[name]
    sys._macros_files = files


_forget_changed_code()


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """A copy to be opened from disk has no address of its own to name as the page's."""
    if not config.use_directory_urls:
        config.site_url = None
    return config


def on_pre_build(config: MkDocsConfig) -> None:
    """Stops with every problem before the site folder is touched."""
    from macros.records.problems import report
    from macros.site.site import current

    if problems := current(ROOT, again=True).problems:
        raise Abort(report(problems))


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Adds what is published beside the pages, so that links to it are checked and made to fit."""
    from macros.export.files import files as published
    from macros.site.site import current

    for name, content in published(current(ROOT)).items():
        files.append(File.generated(config, name, content=content))
    return files


def on_page_content(html: str, page: Page, files: Files, **_: object) -> str:
    """Makes links in drawings fit; MkDocs does it for those in Markdown only."""
    def fit(match: re.Match[str]) -> str:
        there = posixpath.normpath(posixpath.join(posixpath.dirname(page.file.src_uri), match[1]))
        return f'href="{files.src_uris[there].url_relative_to(page.file)}'

    return _DRAWN.sub(fit, html) if "map__link" in html else html


@event_priority(50)
def _set_aside(context: dict, page: Page, **_: object) -> dict:
    """Keeps notes, their numbers and drawings from search, which need not read them either."""
    context["aside"] = aside = []

    def number(found: re.Match[str]) -> str:
        aside.append(found[0])
        return f"<!--{len(aside) - 1}-->"

    page.content = _UNSOUGHT.sub(number, page.content)
    return context


@event_priority(-50)
def _put_back(context: dict, page: Page, **_: object) -> dict:
    """Puts them back, and hands the theme the page's JSON-LD."""
    from macros.export.linked_data import script
    from macros.site.site import current

    page.content = _ASIDE.sub(lambda found: context["aside"][int(found[1])], page.content)
    context["linked_data"] = script(current(ROOT).contexts[page.file.src_uri])
    return context


on_page_context = CombinedEvent(_set_aside, _put_back)


def on_post_page(output: str, **_: object) -> str:
    """Puts the page under its security policy."""
    from macros.engine.policy import with_policy

    return with_policy(output)


def on_post_template(output: str, template_name: str, **_: object) -> str:
    """The same for pages that come from a template, such as the one for an unknown address."""
    return on_post_page(output) if template_name.endswith(".html") else output


def on_post_build(config: MkDocsConfig) -> None:
    """Leaves out of the theme's style what no page uses."""
    from macros.engine.style_sheet import trim

    trim(Path(config.site_dir))


def on_serve(server: LiveReloadServer, builder: Callable[[], None], **_: object) -> LiveReloadServer:
    """Watches what pages are made of besides docs/; a mistake is told, and the last good pages stay."""

    def build() -> None:
        try:
            builder()
        except Abort as abort:  # raised before the pages are touched
            print(f"{abort}\nThe pages are as before; mend the file and save it again.", file=sys.stderr)

    server.builder = build
    for folder in _WATCHED:
        server.watch(str(ROOT / folder))
    return server
