"""A line of records leads back to itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from igreg.analysis.delegations import delegation_rings
from igreg.analysis.loops import loops
from igreg.findings import Fault, Severity
from igreg.model.kinds.groups import Group
from igreg.model.kinds.policies import Policy
from igreg.model.kinds.roles import Role
from igreg.model.kinds.staff import StaffMember
from igreg.model.kinds.units import Unit
from igreg.register.register import Register
from igreg.rules._rule import Context, rule


@rule("IG110", Severity.ERROR, "own", "igreg")
def check(ctx: Context) -> Iterator[Fault]:
    register = ctx.register
    for field, edges in _lines(register):
        for members in loops(edges):
            first = min(members)
            ring = members[members.index(first) :] + members[: members.index(first)]
            record = register.by_id[first]
            message, help = f"`{field}` leads back to where it began: {' > '.join([*ring, first])}", _BREAK
            if len(ring) == 1:
                message, help = f"the `{field}` of {first} is {first}", "name another, or leave the field out"
            yield record.fault((field,), message, help)
    yield from _delegations(ctx)


_BREAK = "break the ring at one place"


def _lines(register: Register) -> Iterator[tuple[str, Mapping[str, list[str]]]]:
    """Each field that must not run in a ring, with who points at whom."""
    above = {r.id: [r.accountable_to] for r in register.of(Role) if r.id and r.accountable_to}
    above |= {g.id: [g.accountable_to] for g in register.of(Group) if g.id and g.accountable_to}
    yield "accountable_to", above
    yield "parent", {u.id: [u.parent] for u in register.of(Unit) if u.id and u.parent}
    managers = {s.manager for s in register.of(StaffMember)}  # nobody else is in a ring, and there are far fewer
    yield "manager", {s.id: [s.manager] for s in register.of(StaffMember) if s.id in managers and s.id and s.manager}
    yield "replaces", {p.id: p.replaces for p in register.of(Policy) if p.id and p.replaces}
    yield "under", {p.id: [p.under] for p in register.of(Policy) if p.id and p.under}


def _delegations(ctx: Context) -> Iterator[Fault]:
    """Delegations that hand a duty back to where it came from."""
    for members in delegation_rings(ctx.register, ctx.today):
        first = min(members)
        ring = " > ".join([*sorted(members), first])
        message, help = f"delegations lead back to where they began: {ring}", "end one of them"
        if len(members) == 1:
            message, help = "the delegation is to the post that gives it", "name whoever takes it over"
        yield ctx.register.by_id[first].fault(("to",), message, help)
