"""What is drawn of a paper's blocks, for Word: as vectors, and as pixels for programs that do not show these."""

from __future__ import annotations

from collections.abc import Mapping

from igreg.dataclass import dataclass
from igreg.report.paper import Block, Table


@dataclass(frozen=True, slots=True)
class Pixels:
    """A picture as PNG, and as SVG where it is given, with its size in points."""

    png: bytes
    width: float
    height: float
    svg: str = ""


@dataclass(frozen=True, slots=True)
class Pictured:
    """A block that is drawn: its pictures, the same as a table, and what is not drawn."""

    pictures: tuple[Pixels, ...]
    table: Table
    table_called: str
    note: str = ""


Pictures = Mapping[Block, Pictured]
