"""Posts that are vacant or filled; of those that lead no area who takes over and who deputises (rulings H19, H20)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import partial

from igreg.analysis.consequences.compared import Compared
from igreg.analysis.consequences.consequence import Consequence, People
from igreg.analysis.consequences.lines import KINDS, Line, changed, consequence, deputy
from igreg.analysis.consequences.runs import Run
from igreg.analysis.consequences.words import When
from igreg.analysis.existence import is_there
from igreg.model.kinds.roles import Role


def of_posts(compared: Compared) -> Iterator[Consequence]:
    """What changes for each post, on the days on which it is there in both states."""
    if not compared.touches(*KINDS):
        return
    was, now = (register.areas for register in compared.registers)
    for id, (old, new) in compared.differing(Role).items():
        if old is None or new is None:
            continue
        line = Line(compared, (old,), (new,), when=partial(_is_there, old, new))
        led, leads = any(area in was for area in old.areas), any(area in now for area in new.areas)
        for run in line.runs(deputies=False):
            yield from _held(compared, id, run, takes_over=not (led and leads))
        for run in () if led or leads else line.runs(deputies=True):
            yield from deputy(compared, id, f"the post {compared.title(id)}", run)


def _is_there(old: Role, new: Role, day: dt.date) -> bool:
    return is_there(old, day) and is_there(new, day)


def _held(compared: Compared, id: str, run: Run[People], *, takes_over: bool) -> Iterator[Consequence]:
    """Whether somebody holds a post. Who takes over one that leads an area is told of the area."""
    when, called = When(run.on, run.until, compared.today), compared.title(id)
    if not run.after:
        said = f"nobody {when.verb('hold')} the post {called}; it was {compared.names(run.before)}"
        yield consequence("role-vacant", id, run, when, said)
    elif not run.before:
        verb = when.verb("hold", len(run.after))
        said = f"{compared.names(run.after)} {verb} the post {called}, which was vacant"
        yield consequence("role-filled", id, run, when, said)
    elif takes_over:
        yield consequence("role-changed", id, run, when, changed(compared, when, "hold", f"the post {called}", run))
