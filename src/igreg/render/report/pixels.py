"""What is drawn of a paper's blocks, for formats that take pictures of pixels."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from igreg.report.paper import Block, Table


@dataclass(frozen=True, slots=True)
class Pixels:
    """A picture as PNG, with its size in points."""

    png: bytes
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Pictured:
    """A block that is drawn: its pictures, the same as a table, and what is not drawn."""

    pictures: tuple[Pixels, ...]
    table: Table
    table_called: str
    note: str = ""


Pictures = Mapping[Block, Pictured]
