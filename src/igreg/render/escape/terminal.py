"""Text that a terminal shows and never obeys, and how wide it is."""

from __future__ import annotations

from igreg.language.characters import cells, plain

__all__ = ["cells", "folded", "plain"]


def folded(text: str, width: int | None, first: str = "", then: str | None = None) -> list[str]:
    """One line of text as lines that fit a terminal, broken between words only; as it is where there is no width.

    `first` stands before the first line, `then` before the others.
    """
    if width is None or cells(first) + cells(text) <= width:
        return [first + text]
    then = first if then is None else then
    out, line, used = list[str](), first, cells(first)
    empty = True
    for word in text.split(" "):
        length = cells(word)
        if not empty and used + 1 + length > width:
            out.append(line)
            line, used, empty = then, cells(then), True
        line, used = (line + word, used + length) if empty else (f"{line} {word}", used + 1 + length)
        empty = False
    return [*out, line]
