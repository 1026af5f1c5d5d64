"""A reference names a record of a kind that cannot stand there."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.findings import Fault, Severity
from igreg.model.values import AUDIENCES
from igreg.rules._rule import Context, rule
from igreg.rules._words import listed

_ONE = {
    "staff": "a person (staff)",
    "bodies": "a body",
    "policies": "a policy",
    "dpias": "a DPIA",
    "guidance": "guidance",
    "findings": "an audit finding",
}


@rule("IG107", Severity.ERROR)
def check(ctx: Context) -> Iterator[Fault]:
    kinds = ctx.register.kind_of
    for record, reference in ctx.register.references:
        ref, target = reference.ref, reference.target
        if target in AUDIENCES and target not in kinds:
            if not ref.audiences and not ref.or_text:
                message = f"{target!r} is an audience, and here belongs {_wanted(ref.kinds)}"
                yield record.fault(reference.path, message, f"name the id of {_wanted(ref.kinds)}")
            continue
        kind = kinds.get(target)
        if kind is None or not ref.kinds or ref.or_text or kind in ref.kinds:
            continue
        message = f"{target!r} is {_one(kind)}, and here belongs {_wanted(ref.kinds)}"
        yield record.fault(reference.path, message, f"name the id of {_wanted(ref.kinds)}")
    yield from _training(ctx)


def _training(ctx: Context) -> Iterator[Fault]:
    """Training records: lines are walked only where a name is of another kind."""
    kinds = ctx.register.kind_of
    people, courses = ctx.register.training_names
    wrong = {id for id in people if kinds.get(id, "staff") != "staff"}
    wrong |= {id for id in courses if kinds.get(id, "courses") != "courses"}
    for line in ctx.register.training if wrong else ():
        for field, named, wanted in (("staff", line.staff, "staff"), ("course", line.course, "courses")):
            if named in wrong and kinds.get(named or "", wanted) != wanted:
                message = f"{named!r} is {_one(kinds[named or ''])}, and here belongs {_one(wanted)}"
                yield line.fault((field,), message, f"name the id of {_one(wanted)}")


def _one(kind: str) -> str:
    """One record of a kind, in words."""
    if kind in _ONE:
        return _ONE[kind]
    name = kind.removesuffix("s").replace("-", " ")
    return f"an {name}" if name[0] in "aeiou" and not name.startswith("u") else f"a {name}"


def _wanted(kinds: tuple[str, ...]) -> str:
    return listed((_one(kind) for kind in kinds), "or") if kinds else "a record"
