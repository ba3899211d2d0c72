"""All tables as one workbook (Office Open XML, ECMA-376), for those who open data by a double click.

Cells are text, numbers, booleans and days; none is a formula, whatever it begins with.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Iterator
from datetime import date
from html import escape

from ..records.schema.units import OWN_UNITS, unit
from .sheets import Sheet
from .table_schema import Field

__all__ = ["workbook"]

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_KIN = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_FIRST, _MADE = date(1899, 12, 30), (1980, 1, 1, 0, 0, 0)
_LONGEST = 31  # characters of the name of a sheet
_HEAD, _DAY = 1, 2  # styles
_STYLES = (f'<styleSheet xmlns="{_MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/>'
           '</numFmts><fonts count="2"><font/><font><b/></font></fonts><fills count="2"><fill>'
           '<patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>'
           '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf/>'
           '<xf fontId="1" applyFont="1"/><xf numFmtId="164" applyNumberFormat="1"/></cellXfs>'
           '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>')
_PANE = ('<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" '
         'state="frozen"/></sheetView></sheetViews>')


def workbook(sheets: Iterable[Sheet]) -> bytes:
    """A list of the sheets, then each sheet under a line of headings with units; the same bytes for the same sheets."""
    sheets = list(sheets)
    names = _names(sheet.name for sheet in sheets)
    listed = [["Sheet", "What it holds", "License"], *([name, sheet.title, sheet.licence.says]
                                                      for name, sheet in zip(names, sheets, strict=True))]
    bodies = [_body(listed), *(_body([map(_heading, sheet.fields), *sheet.rows]) for sheet in sheets)]
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as zipped:
        for name, text in _parts(["Contents", *names], bodies):
            entry = zipfile.ZipInfo(name, _MADE)
            entry.create_system = 3  # the same on every machine
            zipped.writestr(entry, _XML + text, zipfile.ZIP_DEFLATED, 1)
    return made.getvalue()


def _names(wanted: Iterable[str]) -> list[str]:
    """Names of sheets: short, and each once."""
    names: list[str] = []
    for name in wanted:
        number = 2
        short = name[:_LONGEST]
        while short in names:
            short, number = f"{name[:_LONGEST - 4]}-{number}", number + 1
        names.append(short)
    return names


def _parts(names: list[str], bodies: list[str]) -> Iterator[tuple[str, str]]:
    numbers = range(1, len(names) + 1)
    yield "[Content_Types].xml", (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        + _override("workbook.xml", "sheet.main") + _override("styles.xml", "styles")
        + "".join(_override(f"worksheets/s{number}.xml", "worksheet") for number in numbers) + "</Types>")
    yield "_rels/.rels", _kin([("officeDocument", "xl/workbook.xml")])
    yield "xl/_rels/workbook.xml.rels", _kin([*(("worksheet", f"worksheets/s{number}.xml") for number in numbers),
                                              ("styles", "styles.xml")])
    told = "".join(f'<sheet name="{escape(name)}" sheetId="{number}" r:id="r{number}"/>'
                   for number, name in zip(numbers, names, strict=True))
    yield "xl/workbook.xml", f'<workbook xmlns="{_MAIN}" xmlns:r="{_KIN}"><sheets>{told}</sheets></workbook>'
    yield "xl/styles.xml", _STYLES
    yield from ((f"xl/worksheets/s{number}.xml", body) for number, body in zip(numbers, bodies, strict=True))


def _override(part: str, kind: str) -> str:
    return f'<Override PartName="/xl/{part}" ContentType="{_TYPE}.{kind}+xml"/>'


def _kin(targets: Iterable[tuple[str, str]]) -> str:
    told = "".join(f'<Relationship Id="r{number}" Type="{_KIN}/{kind}" Target="{target}"/>'
                   for number, (kind, target) in enumerate(targets, 1))
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{told}</Relationships>'


def _body(rows: list[Iterable[object]]) -> str:
    head, *others = rows
    lines = ["".join(_text(value, f' s="{_HEAD}"') for value in head), *("".join(map(_cell, row)) for row in others)]
    return (f'<worksheet xmlns="{_MAIN}">{_PANE}<sheetData>' + "".join(f"<row>{line}</row>" for line in lines)
            + "</sheetData></worksheet>")


def _heading(field: Field) -> str:
    """The title of a column with its unit."""
    title, named = field.get("title") or field["name"], field.get("unit")
    if not named or named in ("date", "year"):
        return title
    words = named if named in OWN_UNITS else "".join(unit(named).forms["other"]).strip()
    return f"{title} ({words})"


def _cell(value: object) -> str:
    if value is None or value == "":
        return "<c/>"
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, bool):
        return f'<c t="b"><v>{value:d}</v></c>'
    if isinstance(value, date):
        days = (value - _FIRST).days
        return f'<c s="{_DAY}"><v>{days}</v></c>' if value.year >= 1901 else _text(value.isoformat())
    return f"<c><v>{value!r}</v></c>"


def _text(value: str, style: str = "") -> str:
    return f'<c t="inlineStr"{style}><is><t xml:space="preserve">{escape(value, quote=False)}</t></is></c>'
