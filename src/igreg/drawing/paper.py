"""The paper that charts are made for, and whether words on it can be read. All lengths are points."""

from __future__ import annotations

from typing import Literal

from igreg.drawing.label import SMALL

Paper = tuple[float, float]
"""The length and the breadth of a sheet."""
Choice = Literal["auto", "a4", "a3"]
A4: Paper = (841.89, 595.28)
A3: Paper = (1190.55, 841.89)
PAPERS: dict[Choice, tuple[Paper, ...]] = {"auto": (A4, A3), "a4": (A4,), "a3": (A3,)}
"""The sheets that may be used, the smallest first, by what is asked for."""
EDGE = 14.0
"""What a printer leaves white at each edge: 5 mm."""
PRINTED = (A3[0] - 2 * EDGE, A3[1] - 2 * EDGE)
"""The length and the breadth of what is printed on a sheet of A3, within the edges."""
SMALLEST = 8.0
"""The smallest words that may stand on a printed page."""


def within(paper: Paper) -> tuple[float, float]:
    """The length and the breadth of what is printed on a sheet, within the edges."""
    return paper[0] - 2 * EDGE, paper[1] - 2 * EDGE


def printed(width: float, height: float, paper: Paper = A3) -> float:
    """The size of the smallest words of a drawing of this size when it fills a sheet, either way up."""
    long, short = within(paper)
    return SMALL * max(min(long / width, short / height), min(short / width, long / height))


def sheet_for(width: float, height: float, choice: Choice) -> Paper:
    """The smallest sheet that may be used on which the words of a drawing can be read, else the largest."""
    papers = PAPERS[choice]
    return next((paper for paper in papers if printed(width, height, paper) >= SMALLEST), papers[-1])
