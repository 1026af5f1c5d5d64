"""igreg who."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from igreg.cli import console
from igreg.cli._subjects import KINDS, cannot_tell, former_ids, meant
from igreg.cli.complete import among, days, ids
from igreg.cli.options import GitTimeout, reads
from igreg.cli.session import Session, typed_day
from igreg.dataclass import dataclass
from igreg.errors import IgregError, unknown

if TYPE_CHECKING:
    import datetime as dt
    from decimal import Decimal

    from igreg.analysis.as_of import AsOf
    from igreg.analysis.who_held import WhoHeld
    from igreg.git.commits import Line
    from igreg.render.leading.who_written import Known, OtherwiseWritten

FORMATS = ("text", "json")
MAY = "may"


@reads
def who(
    at: Session,
    what: Annotated[
        str,
        typer.Argument(
            metavar="WHAT",
            help="An area, a function, a role or a person, by id or name; `role:risk` says which. Or the word may.",
            autocompletion=ids("roles", "staff"),
        ),
    ],
    task: Annotated[
        str | None,
        typer.Argument(metavar="TASK", help="After `may`: what is to be decided, in the register's words, or an area."),
    ] = None,
    on: Annotated[
        str | None, typer.Option(metavar="DATE", help="The day that is meant; default: today.", autocompletion=days)
    ] = None,
    value: Annotated[
        str | None, typer.Option(metavar="N", help="After `may`: the sum that it is about, such as 2500.")
    ] = None,
    currency: Annotated[
        str | None,
        typer.Option(metavar="CODE", help="After `may`: the currency of the sum; default: that of each limit."),
    ] = None,
    as_known: Annotated[
        bool, typer.Option("--as-known", help="Answer from the register as it was committed on that day.")
    ] = False,
    no_history: Annotated[
        bool, typer.Option("--no-history", help="Do not compare with what was committed on that day.")
    ] = False,
    git_timeout: GitTimeout = 60.0,
    format: Annotated[
        str, typer.Option(metavar="FORMAT", help="text or json.", autocompletion=among(*FORMATS))
    ] = "text",
) -> None:
    """Say who held an area, function or role on a day, what a person held, or who may decide something.

    The answer is that of the dated appointments as the register has them now; where what was committed by that day
    says otherwise, both are told. Exit code 1 where nobody held it, or nobody may decide it.
    """
    if format not in FORMATS:
        raise unknown("--format", "format", format, FORMATS)
    if what != MAY or task is None or (at.register is None and _is_register(task)):
        if at.register is not None:
            raise IgregError(f"{task!r} is a word too many", "igreg who WHAT [REGISTER], or igreg who may TASK")
        _only_after_may(value, currency)
        at = replace(at, register=Path(task) if task is not None else None)
        if as_known and no_history:
            raise IgregError("--as-known answers from the history, and --no-history leaves it out", "take one out")
        history = None if no_history else _History(git_timeout, as_known)
        return _held(at, what, on, format, history)
    if as_known:
        raise IgregError("--as-known: not after `may`", "igreg who may answers from the register as it is now")
    sum = _sum(value)
    if currency is not None and sum is None:
        raise IgregError("--currency: a currency of no sum", "add --value, or leave it out")
    return _may(at, task, on, sum, currency, format)


def _is_register(word: str) -> bool:
    """Whether a word is a folder with a register in it, so that `may` before it is no command (ruling H02)."""
    from igreg.store.find import holds_register

    return holds_register(Path(word))


@dataclass(frozen=True)
class _History:
    """How the history is asked: how long a call of Git may take, and whether it is the answer or held against it."""

    seconds: float
    is_answer: bool

    def line(self, at: Session, as_of: AsOf) -> Line:
        """The line of commits of the repository in which the register is."""
        from igreg.git.commits import Line

        return Line(at.repository(self.seconds), as_of.now, as_of.register.clock.zone)


def _held(at: Session, what: str, on: str | None, format: str, history: _History | None) -> None:
    from igreg.analysis.who_held import DECIDES, hides, who_held

    as_of = at.open(KINDS)
    register, day = as_of.register, _day(as_of, on)
    known = None
    former = former_ids(at, register, history.seconds) if history is not None else None
    if history is not None and history.is_answer:
        from igreg.git.written import as_known
        from igreg.render.leading.who_written import Known

        commit, register, remarks = as_known(history.line(at, as_of), register.sources.root, register, day)
        known = Known(commit.rev, commit.date)
        former = former_ids(at, as_of.register, history.seconds, commit.rev)
        for remark in remarks:
            at.remark(remark)
    found = who_held(register, meant(at, register, what, former), day)
    otherwise = _otherwise(at, as_of, found, history) if history is not None and known is None else []
    if found.held or found.is_certain or format == "json":
        _print(found, format, known, otherwise)
    if not found.held:
        if not found.is_certain:
            raise cannot_tell(f"nobody is known to have held {what!r}", hides(register, DECIDES))
        raise typer.Exit(1)


def _otherwise(at: Session, as_of: AsOf, found: WhoHeld, history: _History) -> list[OtherwiseWritten]:
    """Where what had been committed by the day says otherwise; without a history nothing does."""
    from igreg.git.run import NoHistory
    from igreg.git.written import Written
    from igreg.render.leading.who_written import Known, OtherwiseWritten

    register = as_of.register
    written = Written(history.line(at, as_of), register.sources.root, register, found.subject, found.tenure.day)
    try:
        differences = written.differences()
    except NoHistory as error:
        at.remark(f"the history is not compared: {error.sentence}")
        return []
    for remark in written.remarks:
        at.remark(remark)
    return [
        OtherwiseWritten(
            *(one.role, one.staff, one.capacity, one.now, one.start, one.until),
            Known(one.written.rev, one.written.date) if one.written is not None else None,
        )
        for one in differences
    ]


def _print(found: WhoHeld, format: str, known: Known | None, otherwise: list[OtherwiseWritten]) -> None:
    from igreg.render.leading.who import who_text
    from igreg.render.leading.who_json import who_json

    text = who_json(found, known, otherwise) if format == "json" else None
    console.write(text or who_text(found, console.width(), known, otherwise))


def _may(at: Session, task: str, on: str | None, sum: Decimal | None, currency: str | None, format: str) -> None:
    from igreg.analysis.who_held import hides
    from igreg.analysis.who_may import DECIDES, who_may
    from igreg.language.suggest import did_you_mean
    from igreg.render.leading.may import may_json, may_text

    as_of = at.open()
    found = who_may(as_of.register, task, sum, _day(as_of, on), currency)
    files = hides(as_of.register, DECIDES)
    if found.may or not files or format == "json":
        text = may_json(found, as_of.register) if format == "json" else None
        console.write(text or may_text(found, as_of.register, console.width()))
    if not found.may:
        if files:
            raise cannot_tell(f"nobody is known to be allowed to decide {task!r}", files)
        if not found.may_not:
            otherwise = "write it as it stands in `decides` of a role or `tasks` of a delegation"
            console.say(f"help: {did_you_mean(found.near, otherwise)}")
        raise typer.Exit(1)


def _day(as_of: AsOf, on: str | None) -> dt.date:
    return as_of.today if on is None else typed_day("--on", on)


def _only_after_may(value: str | None, currency: str | None) -> None:
    for option, text in (("--value", value), ("--currency", currency)):
        if text is not None:
            raise IgregError(f"{option}: only after `may`", "igreg who may TASK --value 2500")


def _sum(text: str | None) -> Decimal | None:
    """The sum that was typed. Raises IgregError for what is none."""
    from decimal import Decimal, InvalidOperation

    if text is None:
        return None
    plain = text.strip().removeprefix("£").replace(",", "")
    try:
        sum = Decimal(plain) if len(plain) <= 32 and plain.isascii() else Decimal(-1)
    except InvalidOperation:
        sum = Decimal(-1)
    if not sum.is_finite() or sum < 0 or sum >= Decimal(10) ** 24:
        raise IgregError(f"--value: {text!r} is no sum of 0 or more", "for example: --value 2500 or --value 2500.50")
    return sum
