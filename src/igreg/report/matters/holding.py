"""What is held and where it goes: assets and their owners, impact assessments, agreements, suppliers, Caldicott.

What the papers of public boards tell beside incidents and training, as far as a register knows it.
"""

from __future__ import annotations

from collections.abc import Iterator

from igreg.analysis.reviews import review_due
from igreg.dataclass import dataclass
from igreg.deadlines import agreement_ends
from igreg.language.english import counted, some_of
from igreg.model.kinds.assets import Asset
from igreg.model.kinds.decisions import RecordedDecision
from igreg.model.kinds.dpias import Dpia
from igreg.model.kinds.sharing_agreements import SharingAgreement
from igreg.report.asked import Asked
from igreg.report.period import Period, months_on
from igreg.rules.information import partner_unchecked

AHEAD = 3
"""So many months are looked ahead for agreements that end."""


@dataclass(frozen=True, slots=True)
class Holding:
    """What is known of what is held and where it goes."""

    assets: int
    assets_overdue: tuple[str, ...]
    """Those that their owners should have looked at again by now."""
    dpias: int
    dpias_open: tuple[str, ...]
    """Impact assessments on which nobody has decided."""
    dpias_high: tuple[str, ...]
    """Those after which the risk that stays is high."""
    dpias_approved: int
    dpias_approved_before: int
    agreements: int
    agreements_ended: tuple[str, ...]
    agreements_ending: tuple[str, ...]
    unchecked: tuple[str, ...] | None
    """Bodies that have personal data of ours and of which rule IG826 says that nobody looked at how safe it is with
    them; nothing where that is not asked of them in this nation."""
    caldicott: int
    """Caldicott questions that were decided in the time that is told of, by whomever."""
    caldicott_before: int
    caldicott_open: int


def holding(asked: Asked) -> Holding:
    """All of it on the day."""
    register, today = asked.register, asked.today
    assets, dpias = register.of(Asset), register.of(Dpia)
    ends = [
        (one.day, asked.called(one.record)) for one in agreement_ends.due.until(asked.as_of, months_on(today, AHEAD))
    ]
    questions = [one for one in register.of(RecordedDecision) if one.category == "caldicott"]
    return Holding(
        assets=len(assets),
        assets_overdue=tuple(
            asked.called(one) for one in assets if (due := review_due(one, today)) is not None and due < today
        ),
        dpias=len(dpias),
        dpias_open=tuple(asked.called(one) for one in dpias if one.decision is None),
        dpias_high=tuple(asked.called(one) for one in dpias if one.residual == "high"),
        dpias_approved=_in(asked.period, dpias),
        dpias_approved_before=_in(asked.period.before, dpias),
        agreements=len(register.of(SharingAgreement)),
        agreements_ended=tuple(title for day, title in ends if day < today),
        agreements_ending=tuple(title for day, title in ends if day >= today),
        unchecked=_unchecked(asked),
        caldicott=sum(asked.period.has(one.decided) for one in questions),
        caldicott_before=sum(asked.period.before.has(one.decided) for one in questions),
        caldicott_open=sum(one.decided is None for one in questions),
    )


def _in(period: Period, dpias: list[Dpia] | tuple[Dpia, ...]) -> int:
    """How many were approved in a time; what nobody has decided is not, whatever day is written (IG805)."""
    return sum(one.decision is not None and period.has(one.approved_on) for one in dpias)


def _unchecked(asked: Asked) -> tuple[str, ...] | None:
    if not asked.context.standing.in_england:
        return None
    return tuple(dict.fromkeys(asked.title(one.record) for one in partner_unchecked.check.check(asked.context)))


def sentences(found: Holding, most: int = 3) -> tuple[str, ...]:
    """What is said of it, so many named of each, or none; what is not recorded is told as that, not as being well."""
    return tuple(said for look in (_assets, _dpias, _agreements, _suppliers) for said in look(found, most)) + tuple(
        _caldicott(found)
    )


def _named(titles: tuple[str, ...], most: int) -> str:
    return f" ({some_of(titles, most)})" if titles and most else ""


def _assets(found: Holding, most: int) -> Iterator[str]:
    if not found.assets:
        yield "No information asset is recorded."
        return
    late = found.assets_overdue
    words = f"{len(late) or 'none'} overdue to be looked at again by their owners{_named(late, most)}"
    yield f"{counted(found.assets, 'information asset')}, {words}."


def _dpias(found: Holding, most: int) -> Iterator[str]:
    if not found.dpias:
        yield "No impact assessment is recorded."
        return
    number, waiting, high = found.dpias_approved, found.dpias_open, found.dpias_high
    done = f"{counted(number, 'impact assessment')} approved" if number else "No impact assessment was approved"
    waits = f"; {len(waiting)} not decided{_named(waiting, most)}" if waiting else ""
    stays = f"; a high risk stays after {len(high)} of {found.dpias}{_named(high, most)}" if high else ""
    yield f"{done} in this time, {found.dpias_approved_before or 'none'} in the time before{waits}{stays}."


def _agreements(found: Holding, most: int) -> Iterator[str]:
    if not found.agreements:
        return
    ended, ending = found.agreements_ended, found.agreements_ending
    words = f"{len(ended) or 'none'} past the end{_named(ended, most)}"
    soon = f", {len(ending)} to end within {AHEAD} months{_named(ending, most)}" if ending else ""
    yield f"{counted(found.agreements, 'sharing agreement')}, {words}{soon}."


def _suppliers(found: Holding, most: int) -> Iterator[str]:
    if found.unchecked:
        number = len(found.unchecked)
        yield (
            f"{counted(number, 'body', 'bodies')}{_named(found.unchecked, most)} {'has' if number == 1 else 'have'} "
            "personal data of ours, and that it is safe there was not looked up within a year, or is not shown."
        )


def _caldicott(found: Holding) -> Iterator[str]:
    if not (found.caldicott or found.caldicott_before or found.caldicott_open):
        return
    number, before = found.caldicott, found.caldicott_before or "none"
    decided = counted(number, "Caldicott question") if number else "No Caldicott question"
    verb = "was" if number <= 1 else "were"
    waits = f", {found.caldicott_open} not decided yet" if found.caldicott_open else ""
    yield f"{decided} {verb} decided in this time, {before} in the time before{waits}."
