"""Where what the register now says of a day differs from what had been written down by then, and when that changed.

Two sources of time, never mixed: dated appointments say who is held to have been, commits what was written when.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from dataclasses import field, replace
from functools import cached_property

from igreg.analysis.subject import Subject
from igreg.analysis.tenure import Appointment
from igreg.analysis.who_held import DECIDES, hides, who_held
from igreg.dataclass import dataclass
from igreg.git.appointed import Appointed, Pair
from igreg.git.commits import Commit, Line
from igreg.git.committed import blobs_here
from igreg.git.former_ids import FormerIds
from igreg.git.run import NoHistory
from igreg.git.state import state_at
from igreg.language.english import long_day
from igreg.register.read import read, read_beside
from igreg.register.register import Register

KINDS = ("roles", "staff", "groups")
"""What is read at a commit, beside the organisation, so that the question costs little more (ruling H09)."""
AS_KNOWN = (*KINDS, "units", "bodies")
"""What is read of a commit that is the answer itself."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A person in a capacity whom one of the two states has on the day and the other has not (ruling H08)."""

    role: str
    staff: str
    capacity: str
    now: bool
    then: bool
    start: dt.date | None
    until: dt.date | None
    written: Commit | None
    """The commit with which it came in or went out; nothing where that is not committed."""


@dataclass
class Written:
    """The answers of a line of commits to one question about one day."""

    line: Line
    root: str
    """The register's folder, counted from the repository's root."""
    register: Register
    subject: Subject
    day: dt.date
    remarks: list[str] = field(default_factory=list)

    def differences(self) -> Sequence[Difference]:
        """Where the two states differ; none before the first commit, for days to come, or where one cannot be read."""
        if self.day > self.line.now.astimezone(self.line.zone).date():
            return ()
        try:
            known = self.line.known_on(self.day)
        except NoHistory:
            return ()
        then = self._pairs(known.rev)
        self.remarks += self.line.remarks
        if then is None:
            self.remarks.append(f"what was known on {long_day(self.day)} could not be read, and is not compared")
            return ()
        now = _pairs_of(self.register, self.subject, self.day)
        return [self._difference(pair, now, then, known) for pair in sorted(now.keys() ^ then.keys())]

    def _difference(
        self, pair: Pair, now: dict[Pair, Appointment], then: dict[Pair, Appointment], known: Commit
    ) -> Difference:
        one = now.get(pair) or then[pair]
        role = one.role.id or ""
        if role not in self.register.by_id:
            role = self._former.now(role, known.rev)
        commit, is_in = self._changed(known, then).get(pair, (None, pair not in now))
        written = commit if is_in is (pair in now) else None
        return Difference(role, *pair, pair in now, pair in then, one.holder.from_, one.holder.until, written)

    def _changed(self, known: Commit, then: dict[Pair, Appointment]) -> Mapping[Pair, tuple[Commit, bool]]:
        """By pair the last commit after the one that was known which brought it in or out, and which of the two."""
        if self._later is None:
            appointed = Appointed(self._former, self.subject, self._by_present_ids)
            commits = self.line.commits
            self._later = appointed.last_changes(then, commits[commits.index(known) + 1 :])
        return self._later

    def _pairs(self, rev: str) -> dict[Pair, Appointment] | None:
        """Who held it on the day, by what was committed; nothing where roles or people could not be read."""
        texts = self.register.sources.texts
        here = blobs_here(texts.values(), len(rev))  # what stands here as well is not asked of Git
        state = state_at(self.line.git, rev, self.root, KINDS, organisation_text(self.register), blobs=here)
        register = read_beside(self.register, state.sources)
        return None if hides(register, DECIDES) else self._by_present_ids(rev, register)

    def _by_present_ids(self, rev: str, register: Register) -> dict[Pair, Appointment]:
        """Who held it by a commit, under the ids that they have now (ruling H08)."""
        subject = self.subject
        if subject.sort in ("role", "person") and subject.id not in register.by_id:
            subject = replace(subject, id=self._former.then(subject.id, rev))
        known = self.register.by_id
        return {
            (staff if staff in known else self._former.now(staff, rev), capacity): one
            for (staff, capacity), one in _pairs_of(register, subject, self.day).items()
        }

    @cached_property
    def _former(self) -> FormerIds:
        return FormerIds(self.line.git, self.register)

    _later: Mapping[Pair, tuple[Commit, bool]] | None = None


def _pairs_of(register: Register, subject: Subject, day: dt.date) -> dict[Pair, Appointment]:
    found = who_held(register, subject, day)
    return {(one.holder.staff or "", one.holder.as_): one for role in found.roles for one in role.people}


def organisation_text(register: Register) -> str:
    """The text of the organisation's file, by which a folder that has moved is known again."""
    root = f"{register.sources.root}/"
    texts = register.sources.texts
    return next((texts[name] for name in (f"{root}organisation.yaml", f"{root}organisation.yml") if name in texts), "")


def as_known(
    line: Line, root: str, register: Register, day: dt.date, kinds: Collection[str] = AS_KNOWN
) -> tuple[Commit, Register, Sequence[str]]:
    """The register of the commit that was known on a day, and what should be said of it (ruling H07).

    It has the records of these kinds. Raises NoHistory where there is none; a day to come takes HEAD.
    """
    remarks = []
    if day > line.now.astimezone(line.zone).date():
        commit = line.commits[-1]
        remarks.append(f"{long_day(day)} is still to come: this is what is known now")
    else:
        commit = line.known_on(day)
    state = state_at(line.git, commit.rev, root, kinds, organisation_text(register))
    return commit, read(state.sources), [*remarks, *line.remarks, *state.remarks]
