"""The first view of each page: what a browser fetches before anyone does anything, compressed with gzip -9.

A kB is 1,000 bytes. Printed when a page is over: every page with its weight, the heaviest first.
"""

from __future__ import annotations

import gzip
import re
from functools import cache
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urljoin, urlsplit

import pytest

from scripts.browser import serving

PLAIN, MAP = (50_000, 35_000), (65_000, 52_500)  # bytes with script and without
EXCEPT = {
    "story/": (90_000, "the story, with a picture to each of its ten steps and the notes of all"),
    "middle-corridor/map/": (75_000, "three maps and an inset, each drawn once for wide and once for narrow screens"),
}
KINDS = ["", "amendment/bills/", "amendment/history/", "article/", "middle-corridor/map/", "reference/glossary/",
         "404.html"]
PAPER = "assets/print.css"  # asked for last, since no view on a screen waits for it
WRITTEN = {"assets/early.js": "assets/script.css"}  # what a script asks for at once
_ASSET = re.compile(r'<link rel="(?:stylesheet|icon)" href="([^"]+)">|<img [^>]*src="([^"]+)"|<script src="([^"]+)"')


class Weight(NamedTuple):
    """Bytes of a page's first view, and whether it has a map."""

    path: str
    with_script: int
    without: int
    has_map: bool

    @property
    def over(self) -> int:
        """Bytes above what the page may weigh, with script or without; below it, less than nothing."""
        if self.path in EXCEPT:
            return self.with_script - EXCEPT[self.path][0]
        budget = MAP if self.has_map else PLAIN
        return max(self.with_script - budget[0], self.without - budget[1])


@cache
def size(file: Path) -> int:
    return len(gzip.compress(file.read_bytes(), 9, mtime=0))


def address(file: Path, built: Path) -> str:
    return file.relative_to(built).as_posix().removesuffix("index.html")


def assets(file: Path, built: Path) -> tuple[set[str], set[str]]:
    """Addresses, from the root of the site, of styles and pictures, and of scripts and what they ask for."""
    found = _ASSET.findall(file.read_text("utf-8"))
    here = f"http://x/{address(file, built)}"
    sheets, scripts = ({urlsplit(urljoin(here, link)).path.lstrip("/") for link in links if link}
                       for links in ([style or picture for style, picture, _ in found], [one[2] for one in found]))
    return sheets, scripts | {WRITTEN[one] for one in scripts if one in WRITTEN}


def weigh(file: Path, built: Path) -> Weight:
    sheets, scripts = assets(file, built)
    without = size(file) + sum(size(built / name) for name in sheets)
    return Weight(address(file, built), without + sum(size(built / name) for name in scripts), without,
                  "assets/maps.css" in sheets)


def table(weights: list[Weight]) -> str:
    lines = [f"{one.with_script / 1000:8.1f} {one.without / 1000:8.1f}  "
             f"{one.path or '(home)'}{f'  OVER by {one.over:,} bytes' if one.over > 0 else ''}"
             for one in sorted(weights, key=lambda one: -one.without)]
    return "\n".join(["", "  script  without  kB, gzip -9", *lines])


def test_each_page_keeps_within_its_weight(built):
    weights = [weigh(file, built) for file in sorted(built.rglob("*.html"))]
    if any(one.over > 0 for one in weights):
        pytest.fail(table(weights), pytrace=False)


def test_no_page_is_excused_that_need_not_be(built):
    for path in EXCEPT:
        one = weigh(built / path / "index.html", built)
        assert one._replace(path="").over > 0, path


def test_a_page_over_its_weight_is_named():
    assert Weight("x/", PLAIN[0] + 1, 9, False).over == 1
    assert Weight("x/", PLAIN[0], PLAIN[1] + 2, False).over == 2
    assert Weight("x/", MAP[0] + 4, PLAIN[1], True).over == 4
    assert Weight("story/", EXCEPT["story/"][0] + 3, 9, False).over == 3
    assert "OVER by 3 bytes" in table([Weight("x/", 5, PLAIN[1] + 3, False)])


def test_what_maps_need_is_fetched_where_there_is_a_map(built):
    found = {(html.count('<figure class="map') > 0, "assets/maps.css" in html, "assets/routes.js" in html)
             for file in sorted(built.rglob("index.html")) for html in [file.read_text("utf-8")]}
    assert found == {(False, False, False), (True, True, False), (True, True, True)}


def classes(built: Path, sheet: str) -> set[str]:
    text = re.sub('"[^"]*"', "", (built / "assets" / sheet).read_text("utf-8"))
    return set(re.findall(r"(?<=\.)[a-z][\w-]*", text))


def test_what_few_pages_are_made_of_is_fetched_by_them_alone(built):
    own = classes(built, "parts.css") - classes(built, "site.css") - {"chart", "map"}
    part = re.compile(rf'id="(?:home|story)"|class="(?:[^"]* )?(?:{"|".join(own)})[ "]')
    for file in sorted(built.rglob("index.html")):
        html = file.read_text("utf-8")
        assert bool(part.search(html)) == ("assets/parts.css" in html), file


@pytest.mark.parametrize("has_script", [True, False])
@pytest.mark.parametrize("path", KINDS)
def test_a_browser_fetches_what_was_weighed(built, browser, path, has_script):
    context = browser.new_context(java_script_enabled=has_script)
    page = context.new_page()
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    with serving(built) as root:
        page.goto(root + path, wait_until="networkidle")
    context.close()
    file = built / path / "index.html" if not path.endswith(".html") else built / path
    sheets, scripts = assets(file, built)
    allowed = {path, PAPER} | sheets | (scripts if has_script else set())
    assert {url.removeprefix(root) for url in asked if not url.startswith("data:")} <= allowed


def test_pictures_have_a_size_and_wait(built):
    for file in sorted(built.rglob("*.html")):
        for tag in re.findall(r"<img [^>]*>", file.read_text("utf-8")):
            if 'alt="logo"' not in tag:  # the theme's, in the masthead, sized by its style sheet
                assert "width=" in tag and "height=" in tag and 'loading="lazy"' in tag, (file, tag)
