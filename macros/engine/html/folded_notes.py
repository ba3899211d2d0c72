"""The notes and sources of a page folded at its end: open as written, folded by script on a screen."""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement

from markdown.treeprocessors import Treeprocessor

from ...records.problems import counted

__all__ = ["FoldedNotes"]


class FoldedNotes(Treeprocessor):
    """Puts the list of notes and that of sources into one part that folds, under their counts."""

    def run(self, root: Element) -> None:
        notes, cited = (root.find(f"div[@class='{name}']") for name in ("footnote", "cited"))
        if notes is None:
            return
        folded = Element("details", {"class": "notes", "open": "open"})
        SubElement(folded, "summary").text = ", ".join(
            counted(len(part.findall("ol/li")), name)
            for part, name in ((notes, "note"), (cited, "source")) if part is not None)
        root.append(folded)
        for part in (notes, cited):
            if part is not None:
                root.remove(part)
                folded.append(part)
        if (rule := notes.find("hr")) is not None:
            notes.remove(rule)
        for item in notes.iterfind("ol/li"):
            _unwrap(item)
            _back_once(item)
        if cited is not None:
            _count_on(cited.findall("ol"))


def _unwrap(item: Element) -> None:
    """Takes a note out of its paragraph: reader views weigh paragraphs, and would take the notes for the article."""
    if len(item) == 1 and item[0].tag == "p":
        paragraph = item[0]
        item.remove(paragraph)
        item.text = (paragraph.text or "").lstrip()
        item.extend(paragraph)


def _back_once(item: Element) -> None:
    """Leaves a note one link back, to where it is met first: several alike tell nobody which leads where."""
    for back in item.findall("a[@class='footnote-backref']")[1:]:
        item.remove(back)


def _count_on(lists: list[Element]) -> None:
    """Lets each list begin with the number after the one before it: Python-Markdown begins each with 1."""
    number = 1
    for part in lists:
        if number > 1:
            part.set("start", str(number))
        number += len(part)
