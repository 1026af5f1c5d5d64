"""Which findings appear with a change, and which go (ruling H24)."""

from __future__ import annotations

from collections.abc import Sequence

from igreg.check.compare import more
from igreg.diff.difference import Side
from igreg.findings import CheckResult, Finding

LEFT_OUT = ("IG310", "IG311")
"""They speak of the history themselves."""


def finding_changes(
    before: Side, after: Side, was: CheckResult, now: CheckResult
) -> tuple[Sequence[Finding], Sequence[Finding]]:
    """The findings of the second state that the first has not, and the other way round, each as often as it is new."""
    first, second = ([one for one in found.findings if one.code not in LEFT_OUT] for found in (was, now))
    return more(first, second), more(second, first)
