"""Style sheets without the rules that nothing on the site can need, and apart from those that only a script shows.

The theme's sheet styles everything a site could have. A rule stays if each class, element and direction
in its selector is in a built page or can be put there by a script, and if our own sheet does not style
the same anew; when in doubt it stays.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from .scripts import bare

__all__ = ["MADE", "Needs", "needs", "parted", "tight", "trim", "trimmed"]

MADE = ("assets/script.css", "assets/stylesheets/")  # sheets that are made with the theme's when pages are

_STRING = r'"(?:\\.|[^"\\])*"|\'(?:\\.|[^\'\\])*\''
_COMMENT = re.compile(rf"({_STRING})|/\*.*?\*/\s*", re.S)
_BLANK = re.compile(rf"({_STRING})|\s*([{{}};,])\s*|\s+")
_NAMED = re.compile(rf"({_STRING})|(?<=[{{;])([\w-]+:) ")
_MARK = re.compile(rf"{_STRING}|[{{}};]")
_VARIABLE = re.compile(rf"(--[\w-]+):((?:{_STRING}|\([^()]*\)|[^;{{}}\"'])*)(?:;|(?=}}))")
_USE = re.compile(r"--[\w-]+(?!\s*:|[\w-])")
_WORD = re.compile(r"[\w-]+")
_TAG = re.compile(r"<(\w+)")
_CLASS = re.compile(r' class="([^"]*)"')
_DIRECTION = re.compile(r' dir="(\w+)"')
_INSIDE = re.compile(r"\([^()]*\)")
_PARTS = re.compile(r"\[dir=(\w+)\]|\[[^\]]*\]|\.([\w-]+)|::?[\w-]+|#[\w-]+|([a-zA-Z][\w-]*)")
_EMPTY = re.compile(r"(?:^|(?<=[{}]))[^{}@]+\{\}")
_NESTING = ("@media", "@supports")
_KEYFRAMES = re.compile(r"@keyframes ([\w-]+)\{(?:[^{}]*\{[^{}]*\})*\}")
_ANIMATION = re.compile(r"animation(?:-name)?:([^;}]*)")
# What site.css styles anew, from what a browser gives (menus and search stay the theme's), and parts of one engine.
_ANEW = re.compile(r"\.md-typeset (?:table|figure|figcaption|details|summary|\.(?:footnote|grid|headerlink|keys|note))"
                   r"|::-webkit-|\.focus-visible")
# Movement, bars of scrolling, and names of properties before they were a standard that all engines share.
_IDLE = re.compile(rf"(?:^|(?<=;))(?:transition[\w-]*|scrollbar-[\w-]+|scroll-snap-[\w-]+|touch-action|color-adjust"
                   rf"|-webkit-(?!text-size|font-smoothing)[\w-]+):(?:{_STRING}|[^;\"'])*(?:;|$)")
# Without a script nothing is searched and no dialog speaks; what hides both until then stays on every page.
_SCRIPTED = re.compile(r"^(?!\.no-js).*(?:search|md-dialog)")
_THEME = "md-"  # how the theme's script names what it adds, unless it is for a feature that is off here:
_OFF = ("md-annotation", "md-code", "md-source", "md-status", "md-tag", "md-tooltip", "md-version")


@dataclass
class Needs:
    """What pages hold and scripts may add: names of classes, of elements, and directions of text."""

    classes: set[str] = field(default_factory=set)
    elements: set[str] = field(default_factory=set)
    directions: set[str] = field(default_factory=set)
    variables: set[str] = field(default_factory=set)


def trim(site: Path) -> None:
    """Trims sheets and scripts in `site`, the folder of a whole built site: the theme's of rules, ours of comments.

    The theme's sheet goes into `page.css`, before ours for every page, and into `script.css`, before ours for script.
    """
    for sheet in site.glob("assets/*.css"):
        sheet.write_text(tight(sheet.read_text("utf-8")), "utf-8")
    for script in site.glob("assets/*.js"):
        script.write_text(bare(script.read_text("utf-8")), "utf-8")
    for sheet in site.glob("assets/stylesheets/main.*.css"):
        wanted = needs(_texts(site, "**/*.html"), _texts(site, "assets/*.js"),
                       _texts(site, "assets/javascripts/bundle.*.js"), _texts(site, "assets/*.css"))
        _join(site / "assets", *parted(trimmed(sheet.read_text("utf-8"), wanted), wanted.variables))
        sheet.unlink()


def _join(assets: Path, plain: str, scripted: str) -> None:
    """Puts the theme's rules before ours: one sheet is smaller than two, and saves every page a request."""
    for name, ours, theirs in (("page.css", "site.css", plain), ("script.css", "script.css", scripted)):
        (assets / name).write_text(theirs + (assets / ours).read_text("utf-8"), "utf-8")


def _texts(site: Path, pattern: str) -> Iterator[str]:
    return (file.read_text("utf-8") for file in sorted(site.glob(pattern)))


def needs(pages: Iterable[str], scripts: Iterable[str], theme_scripts: Iterable[str],
          styles: Iterable[str]) -> Needs:
    """What the HTML of `pages`, our `scripts` and `styles` and the theme's scripts need."""
    found = Needs()
    for page in pages:
        found.elements.update(_TAG.findall(page))
        found.directions.update(_DIRECTION.findall(page))
        found.classes.update(*map(str.split, set(_CLASS.findall(page))))
    ours, theirs = ({word for text in texts for word in _WORD.findall(text)} for texts in (scripts, theme_scripts))
    found.elements |= ours | theirs
    found.classes |= ours | {word for word in theirs if word.startswith(_THEME) and not word.startswith(_OFF)}
    found.variables.update(*map(_USE.findall, styles))
    return found


def trimmed(css: str, wanted: Needs) -> str:
    """`css` without what `wanted` does not name; the order of what stays is kept."""
    css = "".join(_kept(css, lambda selector: not _ANEW.search(selector) and _matches(selector, wanted)))
    moving = {word for values in _ANIMATION.findall(css) for word in _WORD.findall(values)}
    css = _KEYFRAMES.sub(lambda found: found[0] if found[1] in moving else "", css)
    while (fewer := _without_variables(css, wanted.variables)) != css:  # one may have been used by another alone
        css = fewer
    return _EMPTY.sub("", css)


def parted(css: str, used: Iterable[str] = ()) -> tuple[str, str]:
    """The rules of `css` that a page without script needs, and those that only what a script does can fit.

    Variables go with the rules that use them; those in `used` stay on every page.
    """
    plain = "".join(_kept(css, lambda selector: not _SCRIPTED.search(selector)))
    scripted = "".join(_kept(css, _SCRIPTED.search, statements=False))
    fewer = _without_variables(plain, set(used))
    kept = {name for name, _ in _VARIABLE.findall(fewer)}
    own = "".join(f"{name}:{value};" for name, value in _VARIABLE.findall(plain) if name not in kept)
    return _EMPTY.sub("", fewer), (f":root{{{own}}}" if own else "") + scripted


def tight(css: str) -> str:
    """`css` without comments and needless blanks, which weigh on every page; what stands in strings is kept."""
    plain = _COMMENT.sub(lambda found: found[1] or "", css)
    close = _BLANK.sub(lambda found: found[1] or found[2] or " ", plain).strip()
    return _NAMED.sub(lambda found: found[1] or found[2], close)


def _kept(css: str, keeps: Callable[[str], object], statements: bool = True) -> Iterator[str]:
    """The rules of `css` with those of their selectors that it `keeps`; `statements` such as @page are no rules."""
    for head, body in _rules(css):
        if head.startswith(_NESTING):
            inside = "".join(_kept(body, keeps, statements))
            yield f"{head}{{{inside}}}" if inside else ""
        elif body is None or head.startswith("@"):
            yield (head if body is None else f"{head}{{{body}}}") if statements else ""
        elif some := [one for one in _split(head) if keeps(one)]:
            yield f"{','.join(some)}{{{_IDLE.sub('', body)}}}"


def _rules(css: str) -> Iterator[tuple[str, str | None]]:
    """Each rule as what stands before its brace and in it; a statement has nothing in it."""
    depth = start = opening = 0
    for mark in _MARK.finditer(css):
        depth += {"{": 1, "}": -1}.get(mark[0], 0)
        if mark[0] == "{" and depth == 1:
            opening = mark.start()
        elif mark[0] == "}" and depth == 0:
            yield css[start:opening], css[opening + 1:mark.start()]
            start = mark.end()
        elif mark[0] == ";" and depth == 0:
            yield css[start:mark.end()], None
            start = mark.end()


def _split(selectors: str) -> list[str]:
    """The selectors of a list; a comma inside brackets divides none."""
    return re.findall(r"(?:\((?:[^()]|\([^()]*\))*\)|\[[^\]]*\]|[^,(\[])+", selectors)


def _matches(selector: str, wanted: Needs) -> bool:
    """Whether something on the site can fit; what stands in :not(), :is() and the like is not asked."""
    if "\\" in selector:
        return True
    while (bare := _INSIDE.sub("", selector)) != selector:
        selector = bare
    return all((not direction or direction in wanted.directions) and (not name or name in wanted.classes)
               and (not element or element in wanted.elements)
               for direction, name, element in _PARTS.findall(selector))


def _without_variables(css: str, used: set[str]) -> str:
    used = used | set(_USE.findall(css))
    return _VARIABLE.sub(lambda found: found[0] if found[1] in used else "", css)
