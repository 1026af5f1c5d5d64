"""A return of a small register as values, without a command."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from igreg.analysis.returns.states import States
from igreg.assess.look import states_of
from igreg.model.kinds.assessments import Assessment
from igreg.model.packs.pack import Pack
from igreg.register.read import read
from igreg.register.sources import Sources
from igreg.rules._rule import Context


def context(files: Mapping[str, str], today: str = "2026-11-22") -> Context:
    """A register of files, those of packs under `../frameworks/`, at noon of a day."""
    texts = {f"register/{name}": text for name, text in files.items() if not name.startswith("../")}
    packs = {name[3:]: text for name, text in files.items() if name.startswith("../")}
    noon = dt.datetime.fromisoformat(f"{today}T12:00:00+00:00")
    return Context(read(Sources(texts, frameworks=packs)), noon)


def pack(of: Context, name: str) -> Pack:
    """A pack of the register's own."""
    found = of.register.packs.own[name].sound
    assert found is not None
    return found


def states(of: Context, assessment: str | None = "ret", framework: str = "ours") -> States:
    """The states of a return."""
    found = of.register.get(Assessment, assessment) if assessment is not None else None
    return states_of(of, pack(of, framework), found)
