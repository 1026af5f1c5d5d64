"""Who leads an area, and who deputises for its leads: lost, changed and gained, day by day (rulings H18, H19)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from igreg.analysis.consequences.compared import Compared
from igreg.analysis.consequences.consequence import Consequence, People
from igreg.analysis.consequences.lines import KINDS, Line, changed, consequence, deputy
from igreg.analysis.consequences.runs import Run
from igreg.analysis.consequences.words import When
from igreg.model.kinds.roles import Role
from igreg.register.register import Register


def of_leads(compared: Compared) -> Iterator[Consequence]:
    """What changes for the leads of areas that there are in both states, and for their deputies."""
    if not compared.touches(*KINDS, "organisation"):
        return
    touched = {
        area for pair in compared.differing(Role).values() for role in pair if role is not None for area in role.areas
    }
    was, now = (_leading(register) for register in compared.registers)
    for area in compared.after.register.areas:
        if area not in touched or area not in compared.before.register.areas:
            continue
        line = Line(compared, was.get(area, ()), now.get(area, ()))
        for run in line.runs(deputies=False):
            yield _lead(compared, area, run)
        for run in line.runs(deputies=True):
            yield from deputy(compared, area, compared.area(area), run)


def _leading(register: Register) -> Mapping[str, list[Role]]:
    out: dict[str, list[Role]] = {}
    for role in register.of(Role):
        for area in dict.fromkeys(role.areas):
            out.setdefault(area, []).append(role)
    return out


def _lead(compared: Compared, area: str, run: Run[People]) -> Consequence:
    was, now = run.before, run.after
    what = "lead-lost" if not now else "lead-changed" if was else "lead-gained"
    when = When(run.on, run.until, compared.today)
    called = compared.area(area)
    if what == "lead-lost":
        said = f"nobody {when.verb('lead')} {called}; it was {compared.names(was)}"
    elif what == "lead-gained":
        said = f"{compared.names(now)} {when.verb('lead', len(now))} {called}, which had no lead"
    else:
        said = changed(compared, when, "lead", called, run)
    return consequence(what, area, run, when, said)
