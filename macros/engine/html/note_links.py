"""Links from a note to the line behind it and to a form, kept in a file beside the page.

They are for those who correct, were a twentieth of each page, and lead to a host that needs script anyway: a script
puts them in when a note is looked at (docs/assets/notes.js).
"""

from __future__ import annotations

import html
import re

__all__ = ["NAME", "taken"]

NAME = "notes.json"  # beside the page's own file
_NOTES = re.compile(r'<div class="footnote"(.*?)</div>', re.S)
_NOTE = re.compile(r"<li\b.*?</li>", re.S)
_LINKS = re.compile(r' ?<span class="mend">.*?</span>', re.S)
_ADDRESS = re.compile(r'href="([^"]*)"')


def taken(page: str) -> tuple[str, list[list[str]]]:
    """The HTML of a page without these links, and their addresses for each note, both kinds by turns.

    The list is empty where the page has none. The notes then name the file.
    """
    if not (notes := _NOTES.search(page)) or not _LINKS.search(notes[0]):
        return page, []
    found = [[html.unescape(address) for links in _LINKS.findall(note) for address in _ADDRESS.findall(links)]
             for note in _NOTE.findall(notes[0])]
    fewer = f'<div class="footnote" data-links="{NAME}"{_LINKS.sub("", notes[1])}</div>'
    return page[:notes.start()] + fewer + page[notes.end():], found
