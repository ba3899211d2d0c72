"""The built site, parsed: what a reader gets."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin
from xml.etree.ElementTree import Element

import html5lib
import pytest

OURSELVES = {"data", "method", "sources"}  # pages about this site, which is their only source
PARTS_WITHOUT_NOTES = {"page-dates", "closing", "notes", "chart__frame", "map__frame", "tools", "timeline__strip",
                       "chart__key", "chart__panels", "chart__foot", "map__key", "verdicts",
                       "door__picture", "decision",  # these two have theirs at the finding and at the day
                       "asked", "claims__index"}  # questions and claims where they are told


@cache
def parse(file: Path) -> Element:
    return html5lib.parse(file.read_text("utf-8"), namespaceHTMLElements=False)


def pages(built: Path) -> list[Path]:
    """Those that readers read: not the one for unknown addresses, figures for frames elsewhere, or old addresses."""
    return sorted(file for file in built.rglob("*.html")
                  if file.name != "404.html" and file.parent.name != "embed" and not leads_on(file))


@cache
def leads_on(file: Path) -> bool:
    """Does a page stand at an old address, and lead to the new one at once?"""
    return '<meta http-equiv="refresh"' in file.read_text("utf-8")


def is_about_us(file: Path) -> bool:
    return bool(OURSELVES & set(file.parts[-3:]))


def classes(element: Element) -> set[str]:
    return set(element.get("class", "").split())


def article(file: Path) -> Element:
    return next(element for element in parse(file).iter("article"))


def text(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())


def test_no_page_shows_a_call_a_traceback_or_a_placeholder(built):
    bad = re.compile(r"\{\{|\{%|Traceback|Undefined|\bnan\b|\[\^")
    found = [(file.relative_to(built).as_posix(), match[0]) for file in pages(built)
             if (match := bad.search(text(article(file))))]
    assert found == []


def test_each_page_has_one_h1_a_title_and_a_description_of_its_own(built):
    seen: dict[str, set[str]] = {"title": set(), "description": set()}
    for file in pages(built):
        tree = parse(file)
        assert len(list(tree.iter("h1"))) == 1, file
        description = [meta.get("content", "") for meta in tree.iter("meta") if meta.get("name") == "description"]
        assert len(description) == 1 and 50 <= len(description[0]) <= 170, file
        for kind, value in (("title", text(next(tree.iter("title")))), ("description", description[0])):
            assert value and value not in seen[kind], (file, value)
            seen[kind].add(value)


def target_of(here: str, link: str) -> tuple[str, str]:
    """The file and the anchor that a link on page `here` leads to."""
    address, anchor = urldefrag(urljoin("http://x/" + here, link))
    path = unquote(address.removeprefix("http://x/"))
    return (path + "index.html" if path.endswith("/") or not path else path), unquote(anchor)


def test_every_link_and_anchor_inside_the_site_resolves(built):
    ids = {file.relative_to(built).as_posix(): {element.get("id") for element in parse(file).iter()
                                                if element.get("id")} for file in built.rglob("*.html")}
    broken = []
    for here in (file.relative_to(built).as_posix() for file in pages(built)):
        for element in parse(built / here).iter():
            link = element.get("href") or element.get("src")
            if link and not re.match(r"[a-z]+:", link):
                path, anchor = target_of(here, link)
                whole = path in ids or (built / path).is_file()
                if not whole or (anchor and anchor not in ids.get(path, {anchor})):
                    broken.append((here, link))
    assert broken == []


def test_ids_are_unique_on_each_page(built):
    for file in pages(built):
        ids = [element.get("id") for element in parse(file).iter() if element.get("id")]
        assert sorted({name for name in ids if ids.count(name) > 1}) == [], file


def has_note(element: Element) -> bool:
    return any("footnote-ref" in classes(link) for link in element.iter("a"))


def rests_on_one_note(element: Element) -> bool:
    """Is it the figure of a table whose caption has the note that serves all its rows?"""
    caption = element.find("figcaption") if "data-table" in classes(element) else None
    return caption is not None and any(link.get("href", "").startswith("#fn:t-") for link in caption.iter("a"))


def blocks(element: Element) -> list[Element]:
    """Blocks of running text: paragraphs, items and definitions outside parts that carry no notes."""
    found = []
    for child in element:
        if classes(child) & PARTS_WITHOUT_NOTES or (element.tag == "figure" and child.tag == "p"):
            continue  # a paragraph in a figure says how to read it; its rows carry the notes
        if rests_on_one_note(child):
            continue
        if child.tag in ("p", "li", "dd", "tr", "blockquote") or classes(child) & {"flow__step", "claim"}:
            found.append(child)
        elif child.tag != "thead":
            found += blocks(child)
    return found


def test_every_row_of_every_table_has_its_note_and_no_table_is_empty(built):
    for file in pages(built):
        shared = {id(table) for figure in article(file).iter("figure") if rests_on_one_note(figure)
                  for table in figure.iter("table")}
        for table in article(file).iter("table"):
            rows = table.findall("tbody/tr")
            assert rows, file
            if not is_about_us(file) and id(table) not in shared:
                assert [text(row) for row in rows if not has_note(row)] == [], file


NAMES = (  # numbers that name a thing and are no figures
    r"\b(?:sections?|sec\.|title|part|article|heading|column|chapter|Pub\. L\.|Public Law|Proclamation|Order|"
    r"Document|Resolution|Group|step|route|table|rank|Annex|TCT)\s+[\w().,-]*\d[\w().,-]*",
    r"\b(?:H\.R\.|S\.|S\. Hrg\.|U\.S\.C\.)\s*[\d-]+", r"\d+ U\.S\.C\.", r"[CB]5\+1", r"\bsection 907\b|\b907\b",
    r"\b(?:19|20)\d\d(?:s|[-–]\d\d)?\b", r"\b\d+(?:st|nd|rd|th)\b", r"\b[A-Z]+-\d+\b", r"\b[A-Z]+\d+[A-Z]?\d*\b")
FREE = re.compile("|".join(NAMES), re.I)


def test_no_figure_in_running_text_is_without_a_note(built):
    bare = [(file.relative_to(built).as_posix(), text(block)[:150]) for file in pages(built)
            for block in blocks(article(file))
            if re.search(r"\d", FREE.sub("", text(block))) and not has_note(block)
            and not is_about_us(file)]
    assert bare == []


SENTENCE_ENDS = r"[.?!…][”\")]*\s|<(?!/?(?:a|abbr|em|small|span|strong)\b)"  # or the block that it stands in


def test_every_figure_from_a_record_is_followed_by_its_note_or_by_the_next_in_its_sentence(built):
    for file in pages(built):
        html = file.read_text("utf-8")
        alone = re.findall(rf'<span class="fact"[^>]*>([^<]*)</span>(?!(?:(?!{SENTENCE_ENDS}).)*<sup)', html, re.S)
        assert alone == [], file


def note_id(item: Element) -> str:
    """The id of a note, which may stand at its head (see macros/engine/html/theme_html.py); "" for another item."""
    return next((part.get("id", "") for part in (item, *item[:1]) if part.get("id", "").startswith("fn:")), "")


def test_a_page_tells_the_same_number_of_notes_above_and_below(built):
    for file in pages(built):
        html = file.read_text("utf-8")
        above, below = re.search(r"· (\d+)(?:&nbsp;|\s)notes?", html), re.search(r"<summary>(\d+) notes?", html)
        assert (above and above[1]) == (below and below[1]), file


def test_every_note_says_what_stands_behind_it(built):
    for file in pages(built):
        listed = {part.get("id") for part in article(file).iter("li")}
        for note in article(file).iter("li"):
            if note_id(note):
                named = {link.get("href")[1:] for link in note.iter("a") if link.get("href").startswith("#source-")}
                assert named and named <= listed, text(note)


def test_the_day_of_checking_is_told_once_for_most_notes(built):
    for file in pages(built):
        has_notes = any(note_id(item) for item in article(file).iter("li"))
        told = [text(part) for part in article(file).iter("span") if part.get("class") == "usual"]
        form = re.compile(r"Checked (\d+ (\w+ )?to )?\d+ \w+ \d{4}")
        assert len(told) == has_notes and all(map(form.fullmatch, told)), file


@pytest.mark.parametrize("kind", ["chart", "map"])
def test_every_chart_and_map_has_a_note_a_description_and_a_twin(built, kind):
    for file in pages(built):
        for figure in article(file).iter("figure"):
            if kind in classes(figure):
                assert has_note(figure.find("figcaption")), file
                for svg in figure.iter("svg"):
                    assert svg.find("title") is not None or svg.get("aria-hidden") or svg.get("y"), file


def test_each_note_links_to_its_line_and_the_line_is_right(built):
    root = Path(__file__).resolve().parent.parent
    for file in pages(built):
        for link in article(file).iter("a"):
            match = re.search(r"/blob/main/(data/[^?]+)\?plain=1#L(\d+)", link.get("href", ""))
            if match:
                line = (root / match[1]).read_text("utf-8").splitlines()[int(match[2]) - 1]
                assert re.match(r"\s*(- |[a-z0-9-]+:|table: )", line), (match[0], line)


def test_what_search_need_not_read_is_in_the_page_and_not_in_the_index(built):
    index = json.loads((built / "search" / "search_index.json").read_text("utf-8"))
    said = " ".join(entry["text"] for entry in index["docs"])
    page = (built / "middle-corridor" / "map" / "index.html").read_text("utf-8")
    assert len(index["docs"]) > 500 and "Khorgos" in said
    assert '<div class="footnote"' in page and "<svg" in page.split('<main')[1] and not re.search(r"<!--\d+-->", page)
    assert "Checked 24 November" not in said and "<sup" not in said
