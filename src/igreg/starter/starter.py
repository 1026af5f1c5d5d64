"""A register to begin with: every template filled in, and an exception for whatever is not there yet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from igreg.check.config import Config
from igreg.check.engine import check
from igreg.dataclass import dataclass
from igreg.findings import Finding, Severity
from igreg.model.schema import schema_files
from igreg.register.read import read
from igreg.register.sources import Sources
from igreg.render.escape.template import fill
from igreg.starter.names import Asked, names
from igreg.starter.templates import CI, OF_SKILLS, TEMPLATES


@dataclass(frozen=True)
class Starter:
    """What is to be written: the text of each file, and what to fill in, in the order in which to do it."""

    files: Mapping[str, str]
    steps: Sequence[str]


def starter(asked: Asked, templates: Mapping[str, str]) -> Starter:
    """A starter without an error: what is not there yet becomes an exception for its rule and record (decision 50)."""
    return _filled(asked, templates, _missing(asked, _filled(asked, templates, ())))


def _missing(asked: Asked, bare: Starter) -> list[Finding]:
    """The errors that a register just begun would have."""
    texts = {path: text for path, text in bare.files.items() if path.startswith("register/")}
    found = check(read(Sources(texts)), asked.now, Config()).findings
    return [one for one in found if one.severity is Severity.ERROR]


def _filled(asked: Asked, templates: Mapping[str, str], missing: Sequence[Finding]) -> Starter:
    """Every template filled in; what is `missing` is excepted."""
    known = names(asked, templates, missing)
    steps = fill("steps.txt.j2", templates["starter/steps.txt.j2"], **known).splitlines()
    files = {
        path: fill(name, templates[f"starter/{name}"], steps=steps, **known)
        for path, name in {**TEMPLATES, **(OF_SKILLS if known["skills"] else {}), **CI[asked.ci]}.items()
    }
    return Starter(files | {f".schemas/{name}": text for name, text in schema_files().items()}, steps)
