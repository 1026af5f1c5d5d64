"""One thing to be told of a difference."""

from __future__ import annotations

from igreg.dataclass import dataclass
from igreg.findings import Severity
from igreg.render.record.changed import Line


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing to be told, with what belongs to it; it is shown whole, or not at all."""

    text: str
    lines: tuple[Line, ...] = ()
    more: str = ""
    """What is told beside it: what to do, or where it stands."""
    severity: Severity | None = None
    group: str | None = None
    """The heading in the section that it stands under; nothing where it stands under none."""
    whole: bool = False
    """Whether it tells of a record that was not there, or is no more, so that its lines have one value each."""
