"""The body of an issue that came of a GitHub issue form: heads with an answer below each."""

from __future__ import annotations

import re
from collections.abc import Mapping

from igreg.forms.text import plain

NO_RESPONSE = "_No response_"
_HEAD = re.compile(r"#{2,4}[ \t]+(.+?)[ \t#]*")
_BOX = re.compile(r"[-*][ \t]+\[([ xX])\][ \t]+(.*)")


def found(body: str, heads: Mapping[str, str]) -> list[tuple[str, str]] | None:
    """Fields and their texts; `heads` says which field a head means, by `head_of`. Nothing where no head is known.

    A head that is not known belongs to the answer above it; ticked boxes are a list.
    """
    out: list[tuple[str, list[str]]] = []
    for line in body.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        head = _HEAD.fullmatch(line.strip())
        field = heads.get(head_of(head[1])) if head is not None else None
        if field is not None:
            out.append((field, []))
        elif out:
            out[-1][1].append(line)
    return [(field, _answer(lines)) for field, lines in out] if out else None


def head_of(text: str) -> str:
    """A head as heads are compared: capitals, blanks, hyphens and the sign at its end do not count."""
    return re.sub(r"[\s_-]+", " ", text.strip().strip("*:?.").strip()).casefold()


def _answer(lines: list[str]) -> str:
    text = plain("\n".join(lines))
    if text == NO_RESPONSE:
        return ""
    boxes = [_BOX.fullmatch(line.strip()) for line in text.split("\n") if line.strip()]
    if boxes and all(boxes):
        return "; ".join(box[2].strip() for box in boxes if box is not None and box[1] != " ")
    return text
