"""The body of an issue that came of a GitHub issue form: heads with an answer below each."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from igreg.dataclass import dataclass
from igreg.forms.text import plain

NO_RESPONSE = "_No response_"
_HEAD = re.compile(r"#{2,4}[ \t]+(.+?)[ \t#]*")
_BOX = re.compile(r"[-*][ \t]+\[([ xX])\][ \t]+(.*)")


@dataclass(frozen=True)
class Body:
    """What the body of an issue says: fields with their texts, and what it has besides."""

    pairs: Sequence[tuple[str, str]]
    unknown: Sequence[tuple[str, str | None]] = ()
    """Heads that are no question, each with the field whose answer it stands in; nothing where it stands above all."""


def found(body: str, heads: Mapping[str, str]) -> Body | None:
    """What a body says; `heads` says which field a head means, by `head_of`. Nothing where no head is known.

    A head that is not known belongs to the answer above it, and is told: it may be a question that somebody renamed.
    Ticked boxes are a list.
    """
    out: list[tuple[str, list[str]]] = []
    unknown: list[tuple[str, str | None]] = []
    for line in body.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        head = _HEAD.fullmatch(line.strip())
        field = heads.get(head_of(head[1])) if head is not None else None
        if field is not None:
            out.append((field, []))
            continue
        if head is not None:
            unknown.append((head[1].strip(), out[-1][0] if out else None))
        if out:
            out[-1][1].append(line)
    return Body([(field, _answer(lines)) for field, lines in out], unknown) if out else None


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
