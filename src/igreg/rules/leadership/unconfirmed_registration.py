"""A registration past its confirmation, or a Guardian or data protection officer who is not on the register."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from igreg.deadlines import registration
from igreg.facts.registers import guardian_register, regulator_register
from igreg.findings import Fault, Severity
from igreg.model.kinds.roles import Registration
from igreg.rules._rule import Context, good_practice, rule
from igreg.rules._words import every, long_day


@rule(
    "IG213", Severity.WARNING, "law", "uk-gdpr", "ndg-guidance", "lists.guardian-registers", "lists.regulator-registers"
)
def check(ctx: Context) -> Iterator[Fault]:
    guardians, regulators = guardian_register(ctx.standing), regulator_register(ctx.standing)
    for role in ctx.tenure.there.roles:
        places = [text for one in role.registrations for text in _said(ctx, one)]
        if "caldicott-guardian" in role.all_functions and not any(map(guardians, places)):
            called = "Personal Data Guardian" if ctx.standing.nation == "northern-ireland" else "Caldicott Guardian"
            message = f"{role.called} has no registration with the national register, where Guardians belong"
            fault = role.fault((), message, f"add `registrations:` with the {called} Register")
            fault = replace(fault, rests_on=("lists.guardian-registers",))
            yield fault if ctx.standing.in_england else good_practice(fault, ctx.standing.country)
        regulator = ctx.register.organisation.breach_report_to
        if "dpo" in role.all_functions and regulator not in places and not any(map(regulators, places)):
            message = f"{role.called} has no registration with {_named(ctx, regulator)}, who must know the contact"
            help = "add `registrations:` with the regulator; where a DPO is lent, the lender's entry may stand there"
            yield replace(role.fault((), message, help), rests_on=("lists.regulator-registers",))
    for due in registration.due.until(ctx, ctx.today):
        if due.last is None or due.is_past(ctx.today):
            seen = f"was last confirmed on {long_day(due.last)}" if due.last else "was never confirmed"
            place, often = ctx.register.title(due.registration.with_), every(due.registration.confirm_every)
            message = f"the registration with {place} {seen}; it is due {often}"
            fault = due.record.fault(due.path, message, "look there, and write the day under `confirmed:`")
            yield replace(fault, rests_on=())


def _named(ctx: Context, regulator: str | None) -> str:
    """The regulator by its name in the register; else in a word."""
    return ctx.register.title(regulator) if regulator in ctx.register.by_id else "the regulator (the ICO)"


def _said(ctx: Context, one: Registration) -> tuple[str, ...]:
    """What a registration says it is with: the text, or the id and the name of the body."""
    return (one.with_, ctx.register.plain_title(one.with_)) if one.with_ else ()
