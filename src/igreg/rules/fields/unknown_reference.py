"""A record points at an id that no record has."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from igreg.facts import pack_names
from igreg.findings import Fault, Severity
from igreg.model.base import Ref
from igreg.model.messages import nearest
from igreg.model.values import AUDIENCES
from igreg.register.register import Register
from igreg.rules._rule import Context, rule

ENOUGH = 100
"""For how many unknown ids the nearest is looked for; after that nobody reads suggestions."""


@rule("IG106", Severity.ERROR)
def check(ctx: Context) -> Iterator[Fault]:
    register = ctx.register
    known, lost = register.kind_of, register.lost_ids
    near = _Nearest(register)
    for record, reference in register.references:
        target = reference.target
        if target in known or target in AUDIENCES or target in lost or reference.ref.or_text:
            continue
        if _may_be_lost(register, reference.ref.kinds) or _default_regulator(target, reference.path):
            continue
        message = f"no record has the id {target!r}"
        yield record.fault(reference.path, message, near.help(target, reference.ref))
    for field, kind in (("staff", "staff"), ("course", "courses")):
        if kind in register.lost_kinds:
            continue
        for line in register.training:
            named = line.staff if field == "staff" else line.course
            if named is not None and named not in known and named not in lost:
                yield line.fault((field,), f"no record has the id {named!r}", near.help(named, Ref((kind,))))
    for index, pack in enumerate(register.organisation.frameworks):
        if pack not in pack_names():
            found = nearest(pack, pack_names())
            help = f"did you mean '{found}'?" if found else f"the packs are: {', '.join(pack_names())}"
            yield register.organisation.fault(("frameworks", index), f"no framework pack is called {pack!r}", help)


def _may_be_lost(register: Register, kinds: Sequence[str]) -> bool:
    """Whether a file that could hold the id cannot be read at all (fine print A24)."""
    return bool(register.lost_kinds) and (not kinds or bool(register.lost_kinds & set(kinds)))


def _default_regulator(target: str, path: tuple[str | int, ...]) -> bool:
    """The regulator needs no record to be reported to (fine print A114)."""
    return target == "ico" and (path == ("breach_report_to",) or (path[0] == "notifications" and path[-1] == "to"))


class _Nearest:
    """Suggests ids, first among those that may stand there."""

    def __init__(self, register: Register) -> None:
        self.register, self.left = register, ENOUGH
        self.by_kinds: dict[tuple[str, ...], list[str]] = {}

    def help(self, target: str, ref: Ref) -> str:
        self.left -= 1
        if self.left >= 0:
            if ref.kinds not in self.by_kinds:
                allowed = set(ref.kinds)
                ids = [id for id, kind in self.register.kind_of.items() if not allowed or kind in allowed]
                self.by_kinds[ref.kinds] = [*ids, *(AUDIENCES if ref.audiences else ())]
            near = nearest(target, self.by_kinds[ref.kinds])
            if near:
                return f"did you mean '{near}'?"
        kinds = " or ".join(ref.kinds) if ref.kinds else "the register"
        return f"correct the id, or add the record to {kinds}"
