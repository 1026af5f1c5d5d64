"""Is a function held, or an area led, today; with a formal assignment, and with a deputy (ruling E25)?"""

from __future__ import annotations

from igreg.analysis.as_of import AsOf
from igreg.analysis.evidence.shown import Evidence, Outcome
from igreg.analysis.tenure import Appointment
from igreg.model.kinds.roles import Role
from igreg.model.packs.proofs import Held

KINDS = ("roles",)


def held(as_of: AsOf, proof: Held) -> Outcome:
    """Whether one role has all that is asked; of several, one is enough."""
    tenure = as_of.tenure
    roles = tenure.roles_with.get(proof.function, []) if proof.function else tenure.leads.get(proof.area or "", [])
    if not roles:
        return Outcome(False, missing=f"no role {_has(as_of, proof)}")
    filled = [role for role in roles if tenure.is_held(role)]
    if not filled:
        return Outcome(False, missing=f"{roles[0].called} is vacant: nobody holds it", opposite=True)
    lacking = {id(role): _lacking(as_of, proof, role) for role in filled}
    good = [role for role in filled if not lacking[id(role)]]
    if not good:
        role = min(filled, key=lambda role: len(lacking[id(role)]))
        return Outcome(False, missing=f"{role.called}: {', and '.join(lacking[id(role)])}")
    return Outcome(True, tuple(Evidence(role.id or "", _why(as_of, proof, role)) for role in good))


def _has(as_of: AsOf, proof: Held) -> str:
    if proof.function:
        return f"has the function {proof.function}"
    return f"leads the area {as_of.register.areas.get(proof.area or '', proof.area)}"


def _lacking(as_of: AsOf, proof: Held, role: Role) -> list[str]:
    out = []
    if proof.assigned and not all(_assigned(one) for one in as_of.tenure.filling(role)):
        out.append("no minute, letter or job description is named that assigns it (`assigned_by`)")
    if proof.deputy and not as_of.tenure.deputies(role):
        out.append("it has no deputy")
    return out


def _assigned(one: Appointment) -> bool:
    return bool(one.holder.assigned_by or one.holder.document)


def _why(as_of: AsOf, proof: Held, role: Role) -> str:
    holders = as_of.tenure.filling(role)
    since = min((one.holder.from_ for one in holders if one.holder.from_), default=None)
    words = f"held since {since}" if since else "held"
    by = next((one.holder.assigned_by for one in holders if one.holder.assigned_by), None)
    if by is not None:
        words += f", assigned by {by}"
    elif any(one.holder.document for one in holders):
        words += ", with the paper that assigns it"
    return words + (", with a deputy" if proof.deputy else "")
