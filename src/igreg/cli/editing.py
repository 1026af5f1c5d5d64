"""What all commands that write share: show the difference, refuse what makes the register worse, write whole."""

from __future__ import annotations

import contextlib
import datetime as dt
import difflib
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from igreg.cli import console
from igreg.cli.session import Session, typed_day
from igreg.dataclass import dataclass
from igreg.errors import FINDINGS, INTERRUPTED, IgregError

if TYPE_CHECKING:
    from igreg.analysis.as_of import AsOf
    from igreg.changes.plan import Plan
    from igreg.check.config import Config
    from igreg.findings import Finding
    from igreg.register.register import Register


MOST_TOLD = 10
"""So many new findings of one rule are told one by one: a return that is begun has dozens of open items."""


@dataclass
class Editing:
    """A register that is about to be changed: how it was asked for, what is in it, and how it is judged.

    It keeps what the plan that was looked at last comes to, since that is worked out and proved for each who asks.
    """

    at: Session
    register: Register
    now: dt.datetime
    settings: Config
    _proved: tuple[Plan, Mapping[str, tuple[str | None, str]]] | None = None

    @property
    def as_of(self) -> AsOf:
        """The register as at the moment asked for, with the figures in force."""
        from igreg.analysis.as_of import AsOf

        nation = self.register.organisation.nation
        return AsOf(self.register, self.now, self.settings.figures.in_nation(nation, self.now.date()))

    def day(self, option: str, text: str | None) -> dt.date:
        """A day as typed after an option, else today."""
        return self.now.date() if text is None else typed_day(option, text)

    def meant(self, place: str, word: str, *kinds: str) -> str:
        """The id that a word means (see `Session.meant`); a name is not taken where a file that was not read may hold
        another record of that name."""
        if self.register.unread and self.register.lookup.matches(word, kinds) != (word,):
            from igreg.analysis.unread import refuse_to_call_unknown

            refuse_to_call_unknown(self.register, word)
        return self.at.meant(self.register, place, word, *kinds)

    def carry_out(
        self,
        plan: Plan,
        *,
        facts: bool = False,
        after: dt.date | None = None,
        agreed: Callable[[], None] | None = None,
        unfinished: bool = False,
    ) -> None:
        """Make a plan's changes: prove them on the texts, compare what check finds before and after, then write.

        New errors end in a refusal. With `facts` (somebody leaves, or something has happened, whether it suits or not)
        only faults of the fields do; the other new findings are told. `after` is the day on which the outcome is
        judged, if it is not today. `agreed` is asked when all is shown, and raises where the answer is no. With
        `unfinished` the record is to be filled in: what it lacks is told, and refused only what cannot be read.
        """
        from igreg.store.change import change_files

        touched = plan.texts(self.register.sources.texts)
        if not touched:
            console.say(plan.nothing)
            return
        self._show(touched)
        if not plan.reveals:
            self._judge(plan, facts, after, unfinished=unfinished)
        for remark in () if self.at.quiet else plan.remarks:
            console.say(f"note: {remark}")
        if not self.at.dry_run:
            if agreed is not None:
                agreed()
            change_files(self.at.folder, touched)
            console.write(f"{plan.message}\n")

    def found(self, plan: Plan, after: dt.date | None = None) -> list[Finding]:
        """What check would find once the plan is carried out and does not find now, on the day that counts."""
        from igreg.check.compare import new_findings

        now = self.now
        if after is not None and after > now.date():
            now = dt.datetime.combine(after, dt.time(23, 59, 59, 999999), self.register.clock.zone)
        texts = {**self.register.sources.texts, **{file: text for file, (_, text) in self.texts(plan).items()}}
        return new_findings(self.register, texts, now, self.settings)

    def texts(self, plan: Plan) -> Mapping[str, tuple[str | None, str]]:
        """What each file that a plan changes holds and will hold, proved once; a plan is not changed after that."""
        if self._proved is None or self._proved[0] is not plan:
            self._proved = plan, plan.texts(self.register.sources.texts)
        return self._proved[1]

    def write(self, plan: Plan) -> None:
        """Write what a plan changes, and say nothing."""
        from igreg.store.change import change_files

        change_files(self.at.folder, plan.texts(self.register.sources.texts))

    def _show(self, files: Mapping[str, tuple[str | None, str]]) -> None:
        """The difference: the result of a dry run, else beside the message for the commit."""
        from igreg.render.escape.terminal import plain

        for file, (before, after) in files.items():
            old, new = ([] if text is None else text.removesuffix("\n").split("\n") for text in (before, after))
            lines = difflib.unified_diff(old, new, file, file, lineterm="", n=1)
            text = "".join(f"{plain(line.removesuffix(chr(13)))}\n" for line in lines)
            if self.at.dry_run:
                console.write(text)
            elif not self.at.quiet:
                console.say(text)

    def _judge(self, plan: Plan, facts: bool, after: dt.date | None, *, unfinished: bool) -> None:
        """Refuse what makes the register worse, and tell what else would be found on the day that counts."""
        new = self.found(plan, after)
        if unfinished:
            lacks = [finding for finding in new if finding.code == "IG102"]
            for finding in () if self.at.quiet else lacks:
                console.say(f"to fill in: {finding.file}:{finding.place.line}: {finding.message}")
            new = [finding for finding in new if finding.code.startswith("IG0")]
        bad = [f for f in new if f.severity.word == "error" and (not facts or is_of_fields(f))]
        told: Counter[str] = Counter()
        for finding in new:
            told[finding.code] += finding not in bad
            if finding in bad or (not self.at.quiet and told[finding.code] <= MOST_TOLD):
                where = finding.record or finding.subject or finding.file
                word = "refused" if finding in bad else "now"
                console.say(f"{word}: {finding.rule} ({finding.code}) {where}: {finding.message}")
        for code, number in told.items():
            if number > MOST_TOLD and not self.at.quiet:
                console.say(f"now: {number - MOST_TOLD} more of {code}: igreg check --select {code}")
        if bad:
            raise IgregError("the register would be worse than before", "nothing was written", FINDINGS)


def is_of_fields(finding: Finding) -> bool:
    """Whether a finding speaks of how something is written, or of a number that may stand nowhere; not of facts."""
    return finding.code.startswith(("IG0", "IG1")) or finding.code == "IG801"


def shown_first(at: Session, *, diff: bool, yes: bool) -> tuple[Session, Callable[[], None] | None]:
    """How a command works that writes what nobody typed: the difference first, then the question, unless `yes`.

    Gives the session, in which nothing is written where `diff` only asks to see it, and the question to be asked if
    there is one. Raises IgregError where it would have to be asked and nobody can be.
    """
    asking = not (diff or yes or at.dry_run)
    if asking and not console.can_ask():
        raise IgregError(
            "nothing was written: nobody can be asked here", "see it with --diff, then write it with --yes"
        )
    at = replace(at, dry_run=at.dry_run or diff, quiet=at.quiet and not asking)
    return at, agreed if asking else None


def agreed() -> None:
    """Ask whether what was shown is to be written. Raises IgregError where it is not, or nobody can be asked."""
    if not console.can_ask():
        raise IgregError(
            "nothing was written: nobody can be asked here", "look at it with --dry-run, then write it with --yes"
        )
    try:
        answer = console.ask("write this? [y/N] ")
    except KeyboardInterrupt:
        console.say("\n")
        raise IgregError("nothing was written", "you ended it", INTERRUPTED) from None
    if (answer or "").strip().lower() not in ("y", "yes"):
        raise IgregError("nothing was written" + (", as you said" if answer is not None else ": the input ended"))


@contextlib.contextmanager
def editing(at: Session) -> Iterator[Editing]:
    """The register to change. Nobody else writes to it meanwhile, and what a killed writer left behind is put right."""
    from igreg.store.journal import recover
    from igreg.store.lock import locked

    settings = at.configured
    settings = replace(settings, extend_select=(*settings.extend_select, "IG0", "IG1"))
    with contextlib.ExitStack() as stack:
        if not at.dry_run:
            stack.enter_context(locked(at.folder))
            for name in recover(at.folder):
                console.say(f"brought to its end, since an earlier command was cut off: {name}")
        found = at.open()
        yield Editing(at, found.register, found.now, settings)
