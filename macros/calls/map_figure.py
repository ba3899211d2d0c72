"""The figure around a map: caption, both renderings, key, and the words beside it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from ..drawing import strokes
from ..drawing.line_labels import LENGTH
from ..drawing.map_layout import Plate, enlarged, plate
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
from ..render.embeds import embed, file_name
from ..render.templates import render
from .map_file import map_file
from .map_key import HATCHES, Fill, capital, route_key

__all__ = ["Figure", "drawable", "held"]

# the files that a drawing follows from, besides its figure
_MADE_BY = ("drawing/*.py", "calls/map_*.py", "render/templates/map*", "../data/geo/*.json")


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

    def plates(self) -> list[Plate]:
        """The map, and what is enlarged of it."""
        inset = enlarged(self.scene)
        return [plate(self.id, self.scene), *([plate(f"{self.id}-inset", inset)] if inset else [])]

    def render(self, page: PageContext, known: Table, *, note: str | None, refs: Iterable[str], twin: str = "",
               absent: Iterable[str] = (), folded: str = "The same as a table",
               beside: Iterable[tuple[str, list[tuple[str, str]]]] = ()) -> str:
        """The whole figure as Markdown; its twin is folded under a line with those words.

        beside: what it shows in words, where it has no twin: a value, and places that have it, each with its page.
        """
        drawn = Markup("" if page.purpose != "publish" else cached(fingerprint(self, _MADE_BY), self.drawn))
        file = f"charts/{file_name(page, self.id)}.svg"
        framed = self._published(page, known, drawn, note or settings().map_note, file) if drawn else None
        linked = known.head.key if not (twin or beside) and known.head.key in page.tables_called else ""
        return render("map.md.jinja", id=self.id, title=self.title, head=known.head.record, drawn=drawn,
                      note=note or settings().map_note, twin=twin, refs=list(refs),
                      absent=", ".join(absent), linked=linked, folded=folded, embed=framed, beside=list(beside),
                      svg=page.link(file), checked=page.checked(known.rows))

    def _published(self, page: PageContext, known: Table, drawn: Markup, note: str, file: str) -> Markup:
        """Keeps the map as a file; answers the address of its page for frames elsewhere."""
        head = known.head.record
        body = Markup('<div class="map__frame">{}</div>').format(drawn)
        said = f"{formats.as_of(head.as_of)}; checked {formats.period(page.checked(known.rows))}."
        foot = f"{publishers(page.records, known.rows)}. {head.rights[1].says}. {note}"
        page.drawn[file] = map_file(self.title, said, f"{foot} {settings().title}", drawn, self.plates())
        return embed(page, self.id, self.title, said, foot, body, ["maps.css"])

    def drawn(self) -> str:
        """Ground, renderings and key, as SVG and HTML."""
        plates = self.plates()
        ground = render("map-ground.svg.jinja", id=self.id, grid=GRID, hatches=HATCHES, areas=self._areas(),
                        plates=plates)
        letters = {key: letter for key, _, letter in self.routes}
        sheets = [render("map.svg.jinja", sheet=sheet, scene=one.scene, id=one.id, is_inset=one.id != self.id,
                         title=self.title, described=self.described, letters=letters, looks=self._looks(),
                         shapes=strokes.MARKS) for one in plates for sheet in one.sheets]
        every = [sheet for one in plates for sheet in one.sheets]
        lengths = sorted({sheet.layout.name for sheet in every
                          if any(label.wish.look == LENGTH for label in sheet.labels)})
        key = render("map-key.svg.jinja", id=self.id, lengths=lengths, grid=GRID, subject=self.scene.subject,
                     areas=self._areas(), sheets=every, shapes=strokes.MARKS,
                     marks=[(look, shape, capital(text)) for look, shape, text in self.marks],
                     **route_key(self.scene, self.routes))
        return "".join([ground, *sheets, key])

    def _areas(self) -> list[tuple[str, str, int, bool]]:
        return [(fill.name, capital(fill.text), fill.number, fill.is_strong) for fill in self.fills]

    def _looks(self) -> dict[str, str]:
        """Class of each route: its own color, or else the main line's and its branches'."""
        main = self.scene.main
        return {key: f"map__route--{number if not main else 'main' if key == main else 'branch'}"
                for number, (key, _, _) in enumerate(self.routes, 1)}


def held(extent: list[str] | None, points: Iterable[tuple[float, float]]) -> tuple:
    """What the viewport must hold: the countries of `extent`, or else the points."""
    for name in extent or ():
        if name not in drawable():
            raise Mistake(f"extent: no outline of {name!r}; {allowed(name, drawable())}", name)
    return tuple(point for name in extent for point in outlines()[name].points) if extent else \
        tuple(points)


def drawable() -> list[str]:
    """Countries that a map can show."""
    return [name for name, outline in outlines().items() if outline.polygons]
