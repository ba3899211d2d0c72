"""The figure around a map: caption, both renderings, key, and the words beside it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from ..drawing import strokes
from ..drawing.map_layout import LAYOUTS, Sheet, draw
from ..drawing.outlines import outlines
from ..drawing.scene import Scene
from ..drawing.viewport import GRID
from ..records.cache import cached, fingerprint
from ..records.entries import Table
from ..records.problems import allowed
from ..records.schema import settings
from ..render import formats
from ..render.cited_sources import publishers
from ..render.context import Mistake, PageContext
from ..render.embeds import embed
from ..render.formats import slug
from ..render.templates import render

__all__ = ["HATCHES", "Fill", "Figure", "fills", "held"]

# what is drawn over each fill, on a tile of 8 by 8, so that colour is not the only sign
HATCHES = ("", "M-1 9L9-1M-1 1L1-1M7 9L9 7", "M2 2h1.6v1.6h-1.6zM6 6h1.6v1.6h-1.6z", "M0 4h8M4 0v8",
           "M-1-1L9 9M7-1L9 1M-1 7L1 9", "M0 2h8M0 6h8")

# the files that a drawing follows from, besides its figure
_MADE_BY = ("drawing/*.py", "calls/map_figure.py", "render/templates/map*", "../data/geo/*.json")


@dataclass(frozen=True)
class Fill:
    """How countries with one value are filled."""

    name: str  # as part of an id
    text: str
    number: int  # of its colour and hatch, from 1


@dataclass(frozen=True)
class Figure:
    """All that a map's template needs, besides the scene."""

    id: str
    title: str
    described: str
    scene: Scene
    fills: tuple[Fill, ...] = ()
    marks: tuple[tuple[str, str, str], ...] = ()  # class, shape, text
    routes: tuple[tuple[str, str, str], ...] = ()  # key, name, letter

    def sheets(self) -> list[Sheet]:
        """Both renderings."""
        return [draw(self.scene, layout) for layout in LAYOUTS]

    def render(self, page: PageContext, known: Table, *, note: str | None, twin: str, refs: Iterable[str],
               absent: Iterable[str] = (), folded: str = "The same as a table") -> str:
        """The whole figure as Markdown; its twin is folded under a line with those words."""
        drawn = {"sheets": [], "key": ""} if page.purpose != "publish" else cached(
            fingerprint(self, _MADE_BY), self._drawn)
        framed = self._embed(page, known, drawn, note or settings().map_note) if page.purpose == "publish" else None
        linked = known.head.key if not twin and known.head.key in page.tables_called else ""
        return render("map.md.jinja", id=self.id, title=self.title, head=known.head.record,
                      sheets=map(Markup, drawn["sheets"]), key=Markup(drawn["key"]),
                      note=note or settings().map_note, twin=twin, refs=list(refs),
                      absent=", ".join(absent), linked=linked, folded=folded, embed=framed)

    def _embed(self, page: PageContext, known: Table, drawn: dict[str, object], note: str) -> Markup:
        """The map's page for frames elsewhere."""
        head = known.head.record
        body = Markup('<div class="map__frame">{}{}</div>').format(
            Markup("".join(drawn["sheets"])), Markup(drawn["key"]))
        said = f"{formats.as_of(head.as_of)}; checked {formats.day(head.checked)}."
        foot = f"{publishers(page.records, known.rows)}. {head.rights[1].says}. {note}"
        return embed(page, self.id, self.title, said, foot, body, ["maps.css"])

    def _drawn(self) -> dict[str, object]:
        """Both renderings and the key, as SVG and HTML."""
        sheets = self.sheets()
        letters = {key: letter for key, _, letter in self.routes}
        drawn = [str(render("map.svg.jinja", sheet=sheet, scene=self.scene, id=self.id, grid=GRID,
                            title=self.title, described=self.described, letters=letters,
                            shapes=strokes.MARKS)) for sheet in sheets]
        return {"sheets": drawn, "key": str(self._key(sheets))}

    def _key(self, sheets: list[Sheet]) -> str:
        routes = [(key, name, letter, number) for number, (key, name, letter)
                  in enumerate(self.routes, 1)]
        return render("map-key.svg.jinja", id=self.id, grid=GRID, hatches=HATCHES, sheets=sheets,
                      areas=[(fill.name, _capital(fill.text), fill.number) for fill in self.fills],
                      marks=[(look, shape, _capital(text)) for look, shape, text in self.marks],
                      routes=routes, shapes=strokes.MARKS,
                      strands=list(_strands(self.scene)))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _strands(scene: Scene) -> Iterable[tuple[str, str, str, str]]:
    """A sample of each mode, then of each state that is not simply there."""
    sample = [(1.0, 6.0), (33.0, 6.0)]
    for mode in (mode for mode in strokes.MODES if mode in {way.mode for way in scene.ways}):
        yield mode, "operating", mode.capitalize(), strokes.line(sample, mode)
    for state in sorted({way.state for way in scene.ways} - {"operating"}):
        yield "road", state, state.capitalize(), strokes.line(sample)


def fills(values: Iterable[str], order: tuple[str, ...] = ()) -> dict[str, Fill]:
    """A fill for each value, numbered by `order` or else as they come."""
    found = list(dict.fromkeys(values))
    listed = order if set(found) <= set(order) and len(order) <= len(HATCHES) else found
    if len(listed) > len(HATCHES):
        raise Mistake(f"{len(listed)} values to tell apart on a map; it can show {len(HATCHES)}")
    numbers = {text: number for number, text in enumerate(listed, 1)}
    return {text: Fill(f"{slug(text) or 'value'}-{numbers[text]}", text, numbers[text])
            for text in sorted(found, key=numbers.get)}


def held(extent: list[str] | None, points: Iterable[tuple[float, float]]) -> tuple:
    """What the viewport must hold: the countries of `extent`, or else the points."""
    for name in extent or ():
        if not (name in outlines() and outlines()[name].polygons):
            raise Mistake(f"extent: no outline of {name!r}; {allowed(name, _drawable())}", name)
    return tuple(point for name in extent for point in outlines()[name].points) if extent else \
        tuple(points)


def _drawable() -> list[str]:
    return [name for name, outline in outlines().items() if outline.polygons]
