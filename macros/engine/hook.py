"""What MkDocs is told: check before anything is written, what stands in a page's head, what to publish."""

from __future__ import annotations

import json
import logging
import sys
import traceback
from collections.abc import Callable
from pathlib import Path, PurePosixPath

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import CombinedEvent, event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import write_file

ROOT = Path(__file__).resolve().parents[2]
_WATCHED = ("data", "macros", "overrides")

if sys.stdout:
    sys.stdout.reconfigure(errors="backslashreplace")  # an output that lacks a letter shows its number
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
    """A copy to be opened from disk has no address of its own; warnings count where the engine is quiet too."""
    if logging.getLogger("mkdocs").level > logging.WARNING:
        logging.getLogger("mkdocs").setLevel(logging.WARNING)
    if not config.use_directory_urls:
        config.site_url = None
    return config


def on_pre_build(config: MkDocsConfig) -> None:
    """Stops with every problem before anything is written; then has the site made aside."""
    from macros.engine import aside
    from macros.records.problems import report
    from macros.site.site import current

    if problems := current(ROOT, again=True).problems:
        raise Abort(report(problems))
    if not hasattr(sys, "_macros_serve"):  # a server's folder may not go away while it is read
        aside.begin(config)


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Adds what is published beside the pages, so that links to it are checked and made to fit; drops spare copies."""
    from macros.engine.scripts import join
    from macros.export.files import files as published
    from macros.records.characters import is_left_alone
    from macros.site.site import current

    for file in [file for file in files if is_left_alone(PurePosixPath(file.src_uri))]:
        files.remove(file)
    for name, content in published(current(ROOT)).items():
        files.append(File.generated(config, name, content=content))
    join(files, config)
    return files


def on_page_markdown(markdown: str, page: Page, **_: object) -> str:
    """Says which page is read, since two may have the same text."""
    from macros.site.site import current

    current(ROOT).reading = page.file.src_uri
    return markdown


def on_page_content(html: str, page: Page, files: Files, **_: object) -> str:
    """Makes links in drawings fit, and keeps headings that have another name now reachable by their old one."""
    from macros.engine.html.links import fitted, kept
    from macros.site.site import current

    return kept(fitted(html, page.file, files), current(ROOT).redirects.on(page.file.src_uri))


@event_priority(50)
def _set_aside(context: dict, page: Page, **_: object) -> dict:
    """Keeps from search what it need not read."""
    from macros.engine.search_index import set_aside

    page.content, context["aside"] = set_aside(page.content)
    return context


@event_priority(-50)
def _put_back(context: dict, page: Page, **_: object) -> dict:
    """Puts it back, frees ids for reader views, and hands the theme the page's JSON-LD and feeds."""
    from macros.engine.html.theme_html import spared
    from macros.engine.search_index import put_back
    from macros.export.linked_data import script
    from macros.render.surroundings import feeds
    from macros.site.site import current

    page.content = spared(put_back(page.content, context["aside"]))
    written = current(ROOT).contexts[page.file.src_uri]
    context.update(linked_data=script(written), feeds=feeds(written), plain=page.file.src_uri)
    return context


on_page_context = CombinedEvent(_set_aside, _put_back)


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Mends the theme's HTML, puts the page under its security policy, and its notes' links in a file beside it."""
    language = page.meta.get("lang", "en")
    html = _finished(output.replace('<html lang="en"', f'<html lang="{language}"', 1), config, page.content)
    return _with_links_apart(html, page, config) if config.use_directory_urls else html


def _with_links_apart(html: str, page: Page, config: MkDocsConfig) -> str:
    from macros.engine.html.note_links import NAME, taken

    html, links = taken(html)
    if links:
        write_file(json.dumps(links).encode(), str(Path(config.site_dir, page.file.dest_uri).with_name(NAME)))
    return html


def on_post_template(output: str, template_name: str, config: MkDocsConfig) -> str:
    """The same for pages that come from a template, such as the one for an unknown address."""
    return _finished(output, config) if template_name.endswith(".html") else output


def _finished(output: str, config: MkDocsConfig, article: str = "") -> str:
    from macros.engine.html.policy import with_policy
    from macros.engine.html.theme_html import mended

    return with_policy(mended(output), article, from_disk=not config.use_directory_urls)


@event_priority(-100)  # after all who write
def on_post_build(config: MkDocsConfig) -> None:
    """Completes what the theme wrote, its style and its search, and puts the site in its place."""
    from macros.engine import aside, search_index, serving
    from macros.engine.style_sheet import trim
    from macros.export.for_machines import write_pages

    trim(Path(config.site_dir))
    build = serving.last[0]
    addresses = {file.src_uri: file.page.url for file in build.files.documentation_pages()}
    write_pages(build.site, Path(config.site_dir))
    search_index.complete(Path(config.site_dir), build.site, addresses)
    aside.end(config, build.files)


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Places pages outside the menu; notes what a build is made of, so that serving can build a part of it again."""
    from macros.engine import menu, serving
    from macros.site.site import current

    menu.place(nav, files)
    serving.last[:] = [serving.Build(config, files, nav, current(ROOT))]
    return nav


def on_env(env: Environment, **_: object) -> Environment:
    """Notes the theme's templates for the same purpose."""
    from macros.engine import serving

    serving.last[0].env = env
    return env


def on_serve(server: LiveReloadServer, builder: Callable[[], None], **_: object) -> LiveReloadServer:
    """Watches what pages are made of. A mistake is told here and in the browser; the last good pages stay."""
    from macros.engine.serving import stamps, with_banner

    seen = stamps(ROOT)
    sys._macros_serve = True

    def build() -> None:
        nonlocal seen
        from macros.engine import serving

        try:
            if not serving.build_changed(ROOT, seen, now := serving.stamps(ROOT)):
                _forget_changed_code()
                builder()
            seen = now
            serving.say()
        except (Exception, SystemExit) as fault:
            if not isinstance(fault, Abort):  # changed code that fails: where it does so is wanted
                traceback.print_exc()
            print(f"{fault}\nThe pages are as before; mend the file and save it again.", file=sys.stderr)
            serving.say(f"{fault}\n\nThis page is as it was before; mend the file and save it again.")

    server.builder = build
    server.set_app(with_banner(server.serve_request))
    for folder in _WATCHED:
        server.watch(str(ROOT / folder))
    return server
