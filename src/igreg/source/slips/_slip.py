"""What a slip is: a place, what is wrong in a user's words, and the lines as they should be."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from igreg.dataclass import dataclass
from igreg.pattern import pattern

_SHOWN = 100
_DIGITS = pattern(r"\d(?:[ -]?\d){8,}")
_DATE = pattern(r"\b\d{4}-\d\d-\d\d(?:T[\d:]+)?")


@dataclass(frozen=True, slots=True)
class Slip:
    """One mistake that may explain why a text is no YAML; it does if the text reads further with it put right."""

    line: int
    """Counted from 0, in the lines that were looked at."""
    column: int
    """Counted from 0."""
    message: str
    """What is wrong, in the words of somebody who does not know YAML."""
    help: str
    """What to do."""
    edits: tuple[tuple[int, str], ...]
    """The lines as they should be, with their numbers; the one that is shown comes first."""
    certain: bool = True
    """Whether there is but one thing that can have been meant, so that a machine may put it right."""

    def moved(self, lines: int) -> Slip:
        """The same, counted from so many lines above."""
        edits = tuple((number + lines, line) for number, line in self.edits)
        return replace(self, line=self.line + lines, edits=edits)

    def put_right(self, lines: Sequence[str]) -> list[str]:
        """All lines, this slip put right."""
        out = list(lines)
        for number, line in self.edits:
            out[number] = line
        return out


def one(line: int, column: int, message: str, help: str, becomes: str, certain: bool = True) -> Slip:
    """A slip of one line, whose help ends in the line as it should be."""
    return Slip(line, column, message, help + as_it_should_be(becomes), ((line, becomes),), certain)


@dataclass(frozen=True, slots=True)
class Window:
    """The lines in which the mistake must be, and where the parser stopped; counted from 0."""

    lines: tuple[str, ...]
    began: int
    """Where the parser says that what it could not finish began."""
    stopped: int
    column: int

    def backwards(self) -> Iterator[tuple[int, str]]:
        """The lines from where the parser stopped back to the first, with their numbers."""
        for number in range(min(self.stopped, len(self.lines) - 1), -1, -1):
            yield number, self.lines[number]

    def from_the_beginning(self) -> Iterator[tuple[int, str]]:
        """The line where it began, those below it, and at last those above it."""
        last = min(self.stopped, len(self.lines) - 1)
        order = [*range(self.began, last + 1), *range(self.began - 1, -1, -1)]
        for number in order:
            yield number, self.lines[number]


Finder = Callable[[Window], Iterator[Slip]]


def as_it_should_be(line: str) -> str:
    """The corrected line as part of a help; not where it is long, or holds what may be somebody's number."""
    shown = line.strip()
    if not shown or len(shown) > _SHOWN or _DIGITS.search(_DATE.sub("", shown)):
        return ""
    return f"; the line should read: {shown}"


KEY = r"[A-Za-z][A-Za-z0-9_-]*"
"""What a field's name looks like."""
HEAD = r"[ ]*(?:-[ ]+)*"
"""What may stand before a field: blanks and the dashes of list items."""


FIELDS = frozenset(
    re.findall(
        r"[a-z_]+",
        """
        id name title owner areas status category unit level function functions holders staff course completed
        expires email started left manager job_title from until to by at on as every last next cycle outcome path url
        version approver date group present apologies what due done lead planned closed target reason rule record
        summary notes tags type number document review personal_data special_category supplier location likelihood
        impact aware occurred about within trigger audience published formats lesson assigned_by approved_by
        approved_on reports_to accountable_to
        """,
    )
)
"""Fields that stand in braces often: before one of these a comma or a line end is missing, and no quotes are."""


def comment_begins(text: str) -> int:
    """Where a comment begins in a text without quotes; the text's length if there is none."""
    found = re.search(r"(?:^|[ \t])#", text)
    return found.start() if found else len(text)


def quoted(text: str) -> str:
    """A text in quotes that YAML reads back as it is."""
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    return "'" + text.replace("'", "''") + "'"
