"""What was committed since the last return, file by file (ruling E54)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence

from igreg.analysis.as_of import AsOf
from igreg.analysis.returns.framework_return import pack_of
from igreg.git.commits import Line
from igreg.git.run import Git, NoHistory
from igreg.git.since import changes_since
from igreg.model.kinds.assessments import Assessment
from igreg.model.packs.pack import Pack

History = Callable[[Iterable[str]], Mapping[str, Sequence[str]]]
"""For each file that was changed, a sentence a commit."""


def history(as_of: AsOf, assessment: Assessment, git: Git, *, names: bool) -> History:
    """Ask Git for what changed since the last return; without names neither authors nor messages (ruling E50)."""
    line = Line(git, as_of.now, as_of.register.clock.zone)
    day = _last_return(as_of, assessment)

    def of(paths: Iterable[str]) -> Mapping[str, Sequence[str]]:
        try:
            found = changes_since(line, day, paths)
        except NoHistory:
            return {}
        return {
            path: [
                f"{path}: {one.date}, commit {one.rev[:12]}{f', {one.author}: {one.message}' if names else ''}"
                for one in changes
            ]
            for path, changes in found.items()
        }

    return of


def _last_return(as_of: AsOf, assessment: Assessment) -> dt.date | None:
    """The day the last return of the same line of packs was published, else the one on which this edition opened."""
    pack = pack_of(as_of, assessment)
    if pack is None:
        return None
    days = [
        one.published
        for one in as_of.register.of(Assessment)
        if one is not assessment and one.published is not None and one.published <= as_of.today
        if (other := pack_of(as_of, one)) is not None and _line_of(other) == _line_of(pack)
    ]
    return max(days, default=pack.opens)


def _line_of(pack: Pack) -> str:
    """What editions of one framework have in common: the alias, else the id without its number."""
    return pack.alias or (pack.id or "").rstrip("0123456789.-").removesuffix("-v")
