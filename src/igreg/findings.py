"""What a rule gives back, and what a reader is told: values only, standard library only."""

from __future__ import annotations

import datetime as dt
import enum
from typing import NamedTuple

from igreg.dataclass import dataclass

KeyPath = tuple[str | int, ...]
"""The way to a value inside a record: `("review", "every")`."""


class Severity(enum.IntEnum):
    """How much a finding matters; a rule has a default that `igreg.toml` may change."""

    INFO = 1
    WARNING = 2
    ERROR = 3

    @property
    def word(self) -> str:
        """The word that people and machines read."""
        return self.name.lower()


class Origin(NamedTuple):
    """Where a record stands: its file, and its index when the file holds a list."""

    file: str
    item: int | None = None

    def path(self, path: KeyPath) -> KeyPath:
        """The key path counted from the top of the file."""
        return path if self.item is None else (self.item, *path)


class Place(NamedTuple):
    """A stretch of one line of a file; lines and columns are counted from 1, columns in characters."""

    line: int
    column: int
    end_column: int


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that a rule found. It says where by key path; lines are worked out later, for files with findings.

    `on_key` marks faults whose trouble is the key itself. `place` is given only by rules that read the text of a file.
    `severity` is given only where a rule has several (rulings A44, A45); it replaces the rule's default.
    """

    origin: Origin
    path: KeyPath
    message: str
    help: str = ""
    record: str | None = None
    title: str | None = None
    subject: str | None = None
    on_key: bool = False
    severity: Severity | None = None
    place: Place | None = None
    secret: bool = False
    """Whether its line holds what no output may repeat, such as a patient's number."""
    becomes: str | bool | None = None
    """The value as it should be, where nothing else can be meant; `igreg fix` writes it."""
    rests_on: tuple[str, ...] | None = None
    """The ids of the rows of the facts that decide this one, where they are not all of those that its rule rests on."""


class Told(NamedTuple):
    """A fault, and the name of the rule that speaks of it: what the floors below the rules hand up."""

    rule: str
    fault: Fault

    @classmethod
    def at(cls, rule: str, file: str, line: int, column: int, message: str, help: str) -> Told:
        """A fault in a file's own text, at a place of one character."""
        return cls(rule, Fault(Origin(file), (), message, help, place=Place(line, column, column + 1)))


# The rules that speak for the floors below them, by name. A test holds that each is one.
ANCHOR_OR_TAG = "anchor-or-tag"
CONFLICT_MARKER = "conflict-marker"
INVALID_FRAMEWORK = "invalid-framework"
INVALID_ID = "invalid-id"
INVALID_VALUE = "invalid-value"
INVALID_YAML = "invalid-yaml"
MISSING_FIELD = "missing-field"
NO_ORGANISATION = "no-organisation"
NOT_UTF8 = "not-utf8"
REPEATED_KEY = "repeated-key"
SEVERAL_DOCUMENTS = "several-documents"
TOO_MUCH = "too-much"
UNKNOWN_FIELD = "unknown-field"
UNKNOWN_KIND = "unknown-kind"
WRONG_SHAPE = "wrong-shape"
TOLD_BELOW = (
    *(
        ANCHOR_OR_TAG,
        CONFLICT_MARKER,
        INVALID_FRAMEWORK,
        INVALID_ID,
        INVALID_VALUE,
        INVALID_YAML,
        MISSING_FIELD,
        NO_ORGANISATION,
        NOT_UTF8,
    ),
    *(REPEATED_KEY, SEVERAL_DOCUMENTS, TOO_MUCH, UNKNOWN_FIELD, UNKNOWN_KIND, WRONG_SHAPE),
)

UNREAD = (CONFLICT_MARKER, INVALID_YAML, NOT_UTF8, SEVERAL_DOCUMENTS, TOO_MUCH, UNKNOWN_KIND, WRONG_SHAPE)
"""The rules that speak of a file from which nothing, or not everything, could be taken."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A fault with everything a reader needs: which rule, how bad, which line."""

    rule: str
    code: str
    severity: Severity
    file: str
    place: Place
    record: str | None
    title: str | None
    subject: str | None
    path: KeyPath
    message: str
    help: str
    secret: bool = False

    @property
    def line(self) -> int:
        """The line, counted from 1."""
        return self.place.line

    @property
    def column(self) -> int:
        """The column in characters, counted from 1."""
        return self.place.column


@dataclass(frozen=True, slots=True)
class Silenced:
    """A finding that an exception in force explains away; listed in every summary."""

    finding: Finding
    exception: str
    until: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class CheckResult:
    """The outcome of one check: what was found, what was silenced, and how much was read."""

    today: dt.date
    findings: tuple[Finding, ...]
    silenced: tuple[Silenced, ...] = ()
    records: int = 0
    files: int = 0
    exceptions: int = 0
    baselined: int = 0
    incomplete: tuple[str, ...] = ()
    """The files of which something could not be read, so that what they hold was not checked."""
    follow: tuple[tuple[Finding, tuple[Finding, ...]], ...] = ()
    """Findings of broken files, each with those that are but its consequence; for people, who are told them once."""

    def count(self, severity: Severity) -> int:
        """How many findings have this severity."""
        return sum(1 for finding in self.findings if finding.severity is severity)

    def worst(self) -> Severity | None:
        """The highest severity found, or nothing."""
        return max((finding.severity for finding in self.findings), default=None)
