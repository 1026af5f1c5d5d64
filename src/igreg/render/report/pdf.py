"""A paper as PDF: tagged, with bookmarks, its drawings as vectors; the same paper is always the same bytes.

typst sets it. It is given one file of its own language, which comes with igreg, and the paper as JSON beside it: no
text of a register is ever read as markup.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from importlib import resources
from itertools import pairwise
from pathlib import Path
from typing import Any, Literal

from igreg.drawing.metrics import drawable
from igreg.drawing.scene import Scene
from igreg.errors import IgregError
from igreg.language.english import long_day
from igreg.render.chart.svg import picture_svg
from igreg.render.report.cells import BY_HAND, aligned, dated, is_wide, said
from igreg.render.report.drawn import Chart, drawn
from igreg.render.report.widths import WHOLE, Type, widths
from igreg.report.paper import (
    Block,
    Facts,
    Figures,
    Lines,
    Matrix,
    NewPage,
    Paper,
    Part,
    Picture,
    Plot,
    Points,
    Said,
    Table,
)

MANY = 7
"""A table of more columns is set small."""
LARGE = 560.0
"""A drawing wider than this, in points, does too."""
LISTED = 4
"""A paper of more parts has a list of them."""
SHORT, KEPT = 14, 1200
"""A table of no more rows and letters stands on one sheet, and a row of no more letters does."""
TEXT, NUMBERS, SMALL, BRIEF, LEAST = 9.5, 8.5, 7.5, 8.5, 7.0
"""The size of type in a table, in one that stands beside a drawing, in a wide one, in a brief paper and below a low
plot, in points."""
TIGHT = 10
"""In a table of more columns a word may be broken with a hyphen: they may be narrower than their longest."""
UPRIGHT, ACROSS, APART = 493.0, 740.0, 11.0
"""How wide the text of a sheet is upright and across, and what is free between two columns."""
_STANDARDS: tuple[tuple[Literal["ua-1"], ...], ...] = (("ua-1",), ())
"""What a paper is to follow; the second is tried where the first cannot be had."""
_BOXED = re.compile(r'the text `"(.+)"` could not be displayed')
"""How typst says that no font has a letter."""
_ENDS = re.compile(r"(?<=[@./_:,;-])(?=[^\s@./_:,;-])")
_LONGEST = 24
"""A word of more letters may be broken anywhere: a column may be narrower."""
Piece = str | dict[str, str]


def report_pdf(
    paper: Paper,
    charts: Mapping[str, Chart],
    fonts: Sequence[Path],
    covered: Callable[[str], bool],
    lacks: Callable[[str], None] = lambda letter: None,
) -> bytes:
    """The PDF. `charts` are those that it shows; `covered` says whether the fonts given have every letter of a text.

    Fonts of the machine are looked at only where they have not. It says of itself that it follows PDF/UA-1, but where
    a letter stands in it that no font has: that is a box on paper, and `lacks` is told the first such letter.
    """
    import typst

    source = resources.files("igreg.render.report").joinpath("page", "report.typ").read_bytes()
    data = json.dumps(_paper(paper, charts), ensure_ascii=False)
    moment = dt.datetime(paper.day.year, paper.day.month, paper.day.day, tzinfo=dt.UTC)
    folders = sorted({str(path.parent) for path in fonts})
    known = typst.Fonts(not covered(data), False, folders)
    told = ""
    for standards in _STANDARDS:
        compiler = typst.Compiler(source, font_paths=known, sys_inputs={"paper": data})
        try:
            found = compiler.compile(format="pdf", pdf_standards=list(standards), timestamp=moment)
            if (letter := _BOXED.search(told)) is not None:
                lacks(letter[1])
            return found if isinstance(found, bytes) else b""
        except typst.TypstError as error:
            told = drawable(str(error))
    raise IgregError(f"the PDF cannot be set: {told}", "try --format html, and print it")


def _paper(paper: Paper, charts: Mapping[str, Chart]) -> dict[str, Any]:
    named = [one for one in (paper.title, paper.organisation) if one]
    return {
        "full": drawable(" – ".join(named)),
        "author": drawable(paper.organisation),
        "title": pieces(paper.title),
        "organisation": pieces(paper.organisation or "Information governance"),
        "day": long_day(paper.day),
        "about": pieces(paper.about),
        "unread": pieces(paper.unread),
        "brief": paper.brief,
        "listed": len(paper.parts) > LISTED and not paper.brief,
        "sheets": _sheets(
            [_part(part, number, charts, BRIEF if paper.brief else TEXT) for number, part in enumerate(paper.parts, 1)]
        ),
    }


def _sheets(parts: Sequence[dict[str, Any]]) -> list[list[dict[str, Any]]]:
    """The parts that follow on the same sheets: those that lie across go on where the last of them ends."""
    found: list[list[dict[str, Any]]] = []
    for part in parts:
        if found and part["wide"] and found[-1][-1]["wide"] and not part["breaks"]:
            found[-1].append(part)
        else:
            found.append([part])
    return found


def _part(part: Part, number: int, charts: Mapping[str, Chart], size: float) -> dict[str, Any]:
    blocks = [_block(block, f"drawing-{number}-{at}", charts, size) for at, block in enumerate(part.blocks, 1)]
    before = 0
    while before < len(blocks) and blocks[before]["kind"] == "newpage":
        before += 1
    for one, after in pairwise(blocks):
        one["keeps"] = one["kind"] == "said" and after["kind"] in ("table", "drawn")
    return {
        "title": pieces(part.title),
        "breaks": before > 0,
        "wide": any(one.get("wide") for one in blocks),
        "blocks": blocks[before:],
    }


def _block(block: Block, name: str, charts: Mapping[str, Chart], size: float) -> dict[str, Any]:
    match block:
        case Said(text, leads):
            return {"kind": "said", "text": pieces(text), "leads": leads}
        case Points(items, numbered):
            return {"kind": "points", "items": [pieces(one) for one in items], "numbered": numbered}
        case Figures(items):
            fields = ("label", "value", "note", "attention")
            return {
                "kind": "figures",
                "items": [{field: pieces(getattr(one, field)) for field in fields} for one in items],
            }
        case Facts(items):
            said = [{"label": pieces(one.label), "text": pieces(one.text)} for one in items]
            return {"kind": "facts", "items": said}
        case Table():
            return {"kind": "table", **_table(block, SMALL if len(block.columns) > MANY else size)}
        case Plot() | Matrix() | Picture():
            return {"kind": "drawn", **_drawn(block, name, charts)}
        case Lines(labels):
            return {"kind": "lines", "labels": [pieces(label) for label in labels]}
        case NewPage():
            return {"kind": "newpage"}


def _table(table: Table, size: float, *, low: bool = False) -> dict[str, Any]:
    """A table with the width of each column, as a part of the sheet; `low` is one that never lies across."""
    wide = is_wide(table.columns) and bool(table.rows) and not low
    heads = [drawable(one.title) for one in table.columns]
    rows = [
        [drawable(said(cell, column)) for cell, column in zip(row, table.columns, strict=True)] for row in table.rows
    ]
    firm = [one.sort not in ("text", "moment") or day for one, day in zip(table.columns, dated(table), strict=True)]
    by_hand = [BY_HAND if one.by_hand else "" for one in table.columns]
    letters = [sum(map(len, row)) for row in rows]
    return {
        "caption": pieces(table.caption),
        "heads": [{"title": pieces(one.title), "right": aligned(one) == "right"} for one in table.columns],
        "rows": [[pieces(text) for text in row] for row in rows],
        "columns": widths(heads, [*rows, by_hand], firm, Type(size, ACROSS if wide else UPRIGHT, APART)),
        "size": size,
        "low": low,
        "tight": len(table.columns) > TIGHT,
        "empty": pieces(table.empty),
        "wide": wide,
        "short": len(rows) <= SHORT and sum(letters) <= KEPT,
        "kept": max(letters, default=0) <= KEPT,
    }


def _drawn(block: Plot | Matrix | Picture, name: str, charts: Mapping[str, Chart]) -> dict[str, Any]:
    found = drawn(block, charts, name, sheets=True)
    low = isinstance(block, Plot) and block.low
    return {
        "title": pieces(found.title),
        "description": pieces(found.description),
        "pictures": [_picture(scene, f"{name}-{at}-") for at, scene in enumerate(found.scenes, 1)],
        "note": pieces(found.note),
        "table": _table(found.table, LEAST if low else NUMBERS, low=low),
        "wide": any(scene.width > LARGE for scene in found.scenes),
    }


def _picture(scene: Scene, prefix: str) -> dict[str, Any]:
    alt = ". ".join(one for one in (scene.title, scene.description) if one)
    return {"svg": picture_svg(scene, prefix), "alt": alt, "width": scene.width, "height": scene.height}


def pieces(text: str) -> list[Piece]:
    """A text on one line, cut where a line may end beyond its blanks: after signs in an address, and in a long word.

    A word that may be broken anywhere is one piece of a sort of its own: a piece for each letter takes seconds to set.
    """
    text = drawable(text)
    if not text or max(map(len, text.split(" "))) <= WHOLE:
        return [text] if text else []
    return list(_cut(text))


def _cut(text: str) -> Iterator[Piece]:
    for part in re.split(r"(\s+)", text):
        for piece in _ENDS.split(part):
            yield piece if len(piece) <= _LONGEST else {"anywhere": piece}
