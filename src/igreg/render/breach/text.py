"""The desk as text, for whoever is on call at two in the morning: short lines, the most pressing first."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.breach.desk import Desk
from igreg.render.breach.phrases import MISSING, NOTHING_SENT, OUTSIDE, RING, SHEET, WAITS, Words, worded
from igreg.render.escape.colour import Style
from igreg.render.escape.terminal import folded, plain

_COLOURS = {"overdue": "red", "open": "yellow", "undecided": "blue"}
_NARROWEST = 40


def breach_text(desk: Desk, *, width: int, style: Style) -> str:
    """The whole desk, so many characters wide."""
    return "\n".join(_lines(worded(desk), max(width, _NARROWEST), style)).rstrip() + "\n"


def _lines(desk: Words, width: int, style: Style) -> Iterator[str]:
    yield from _bold(desk.title, width, style)
    for text in (desk.now, desk.known):
        yield from _wrapped(text, width)
    for remark in desk.remarks:
        yield from (style.paint(line, "red") for line in _wrapped(f"! {remark}", width, then="  "))
    yield from _heading(f"1. {RING}", width, style)
    for post, lines in desk.ring:
        yield from _wrapped(post, width, "   ")
        for label, text in lines:
            yield from _wrapped(f"{label}: {text}" if label else text, width, "     ", "       ")
    yield from _heading(f"2. {OUTSIDE}", width, style)
    for number, row in enumerate(desk.told):
        if number:
            yield ""
        colour = _COLOURS.get(row.state)
        head = _wrapped(row.headline, width, "   ", "     ")
        yield from (style.paint(line, colour) if colour else line for line in head)
        for label, text in row.lines:
            yield from _wrapped(f"{label}: {text}", width, "     ", "       ")
    yield from _missing(desk, width, style)
    yield from _sheet(desk, width, style)
    yield ""
    yield from _wrapped(NOTHING_SENT, width)


def _missing(desk: Words, width: int, style: Style) -> Iterator[str]:
    yield from _heading(f"3. {MISSING}", width, style)
    if not desk.steps:
        yield "   Nothing that anybody asks for tonight."
    for due_by, wanted in desk.steps:
        yield from _wrapped(due_by, width, "   ", "     ")
        for paths, asks in wanted:
            yield from _wrapped(f"{paths}: {asks}", width, "     ", "       ")
    yield from _heading(f"4. {WAITS}", width, style)
    for text in desk.may_wait or ("Nothing.",):
        yield from _wrapped(f"- {text}", width, "   ", "     ")


def _sheet(desk: Words, width: int, style: Style) -> Iterator[str]:
    yield from _heading(f"5. {SHEET}", width, style)
    yield from _wrapped(desk.sheet_note, width, "   ")
    for number, answer in enumerate(desk.sheet, 1):
        yield ""
        yield from _wrapped(f"{number}. {answer.asks}", width, "   ", "      ")
        for text in answer.said:
            yield from _wrapped(text, width, "      ", "        ")


def _heading(text: str, width: int, style: Style) -> Iterator[str]:
    yield ""
    yield from _bold(text.upper(), width, style)


def _bold(text: str, width: int, style: Style) -> Iterator[str]:
    return (style.bold(line) for line in _wrapped(text, width))


def _wrapped(text: str, width: int, first: str = "", then: str | None = None) -> list[str]:
    return folded(plain(text), width, first, then)
