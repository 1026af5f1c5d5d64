"""A reference names a record of a kind that cannot stand there."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.findings import Fault, Severity
from igreg.model.kinds import KINDS, model_of
from igreg.model.marks import Ref
from igreg.model.values import AUDIENCES
from igreg.model.walk import inner_models
from igreg.register.register import Register
from igreg.rules._no_id import MOST_NAMED
from igreg.rules._rule import Context, rule
from igreg.rules._words import listed


@rule("IG107", Severity.ERROR, "own", "igreg")
def check(ctx: Context) -> Iterator[Fault]:
    kinds, twice = ctx.register.kind_of, ctx.register.kinds_of
    amiss = {
        (ref, target)
        for ref, targets in ctx.register.references.targets.items()
        for target in targets
        if not ref.or_text
        and not _fits(kinds.get(target), ref, target)
        and not any(_fits(kind, ref, target) for kind in twice.get(target, ()))
    }
    for record, reference in ctx.register.references.to_any({target for _, target in amiss}):
        ref, target = reference.ref, reference.target
        if (ref, target) in amiss:
            what = _what(ctx.register, target) if target in kinds else "an audience"
            message = f"{target!r} is {what}, and here belongs {_wanted(*ref.kinds)}"
            yield record.fault(reference.path, message, _instead(ctx, target, ref))
    yield from _training(ctx)


def _instead(ctx: Context, target: str, ref: Ref) -> str:
    """What to write: of a person where a role belongs the roles that they hold."""
    held = [role.id for role in ctx.tenure.roles_of(target)[:MOST_NAMED] if role.id] if "roles" in ref.kinds else []
    also = f", such as {listed(held, 'or')}" if held and ctx.register.kind_of.get(target) == "staff" else ""
    return f"name the id of {_wanted(*ref.kinds)}{also}"


def _fits(kind: str | None, ref: Ref, target: str) -> bool:
    """Whether an id, of this kind or unknown, can stand where the mark says."""
    if kind is None:
        return target not in AUDIENCES or ref.audiences
    return not ref.kinds or kind in ref.kinds


def _training(ctx: Context) -> Iterator[Fault]:
    """Training records: lines are walked only where a name is of another kind."""
    kinds, twice = ctx.register.kind_of, ctx.register.kinds_of
    people, courses = ctx.register.training_index.people, ctx.register.training_index.courses
    wrong = {id for id in people if kinds.get(id, "staff") != "staff"}
    wrong |= {id for id in courses if kinds.get(id, "courses") != "courses"}
    for line in ctx.register.training if wrong else ():
        for field, named, wanted in (("staff", line.staff, "staff"), ("course", line.course, "courses")):
            if named in wrong and kinds.get(named or "", wanted) != wanted and wanted not in twice.get(named or "", ()):
                message = f"{named!r} is {_what(ctx.register, named or '')}, and here belongs {_wanted(wanted)}"
                yield line.fault((field,), message, f"name the id of {_wanted(wanted)}")


def _what(register: Register, id: str) -> str:
    """What an id is, in words: a record, or a part of one such as an action."""
    kind = register.kind_of[id]
    return model_of(kind).one if kind in KINDS else inner_models(type(register.by_id[id]))[kind].one


def _wanted(*kinds: str) -> str:
    """What belongs there, in words."""
    return listed((model_of(kind).one for kind in kinds), "or") if kinds else "a record"
