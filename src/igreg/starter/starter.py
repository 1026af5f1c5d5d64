"""A register to begin with: the files of a starter for one type of organisation, from templates and facts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from igreg.check.config import Config
from igreg.check.engine import check
from igreg.facts import needs
from igreg.findings import Finding, Severity
from igreg.model.kinds import in_order
from igreg.model.schema import schema_files
from igreg.model.span import Span
from igreg.register.read import read
from igreg.register.sources import Sources
from igreg.render.escape.template import fill
from igreg.source.reading.document import parse

TEMPLATES: Mapping[str, str] = {
    **{
        f"register/{kind}.yaml": f"{kind}.yaml.j2"
        for kind in (
            "organisation",
            "roles",
            "staff",
            "groups",
            "meetings",
            "bodies",
            "flows",
            "policies",
            "courses",
            "training-plans",
            "audits",
            "notices",
            "assets",
            "exceptions",
        )
    },
    "register/README.md": "README.md.j2",
    "igreg.toml": "igreg.toml.j2",
    ".github/workflows/register.yml": "github.yml.j2",
    ".github/CODEOWNERS": "CODEOWNERS.j2",
    ".gitlab-ci.yml": "gitlab.yml.j2",
    "azure-pipelines.yml": "azure.yml.j2",
    ".pre-commit-config.yaml": "pre-commit.yaml.j2",
    ".vscode/settings.json": "settings.json.j2",
}
"""Each file that is written and the template it is made from."""


@dataclass(frozen=True)
class Asked:
    """What is asked for: the type and name of the organisation, and the moment at which its register begins."""

    type: str
    name: str
    now: dt.datetime


@dataclass(frozen=True)
class Starter:
    """What is to be written: the text of each file, and what to fill in, in the order in which to do it."""

    files: dict[str, str]
    steps: list[str]


def template_names() -> tuple[str, ...]:
    """Every template that a starter is made from, as it is called below `templates/`."""
    return tuple(f"starter/{name}" for name in ("types.yaml", "parts.yaml", "steps.txt.j2", *TEMPLATES.values()))


def starter_types(templates: Mapping[str, str]) -> tuple[str, ...]:
    """The types of organisation that there is a starter for."""
    return tuple(str(row["type"]) for row in _rows(templates))


def starter(asked: Asked, templates: Mapping[str, str]) -> Starter:
    """A starter without an error: what is not there yet becomes an exception for its rule and record (decision 50)."""
    bare = _filled(asked, templates, ())
    texts = {path: text for path, text in bare.files.items() if path.startswith("register/")}
    found = check(read(Sources(texts)), asked.now, Config()).findings
    return _filled(asked, templates, [one for one in found if one.severity is Severity.ERROR])


def _filled(asked: Asked, templates: Mapping[str, str], open: Sequence[Finding]) -> Starter:
    """Every template filled in; what `open` findings say is excepted."""
    names = _names(asked, templates, open)
    steps = fill("steps.txt.j2", templates["starter/steps.txt.j2"], **names).splitlines()
    files = {path: fill(name, templates[f"starter/{name}"], steps=steps, **names) for path, name in TEMPLATES.items()}
    return Starter(files | {f".schemas/{name}": text for name, text in schema_files().items()}, steps)


def _rows(templates: Mapping[str, str]) -> list[dict[str, Any]]:
    return list(parse("types.yaml", templates["starter/types.yaml"]).value or ())


def _names(asked: Asked, templates: Mapping[str, str], open: Sequence[Finding]) -> dict[str, Any]:
    """The names that the templates use."""
    row = next(row for row in _rows(templates) if row["type"] == asked.type)
    ((parts),) = parse("parts.yaml", templates["starter/parts.yaml"]).value or ({},)
    common: dict[str, Any] = dict(parts)
    roles = _roles(asked.type, row, common)
    ids = [role["id"] for role in roles]
    top = row["top"]["id"]
    chair = "siro" if "siro" in ids else top

    def later(months: int) -> str:
        return Span(months, "month").after(asked.now.date()).isoformat()

    return {
        "type": asked.type,
        "name": asked.name,
        "day": asked.now.date().isoformat(),
        "year_ahead": later(12),
        "first_meeting": later(1),
        "until": later(3),
        "top": row["top"],
        "roles": roles,
        "leads": [role for role in roles if role["areas"]],
        "group": row["group"],
        "meets": row["meets"],
        "chair": chair,
        "members": [id for id in ids if id not in (chair, "ig-lead")],
        "graded_to": [id for id in ("dpo", "siro", "caldicott-guardian") if id in ids] or [top],
        "notifier": "dpo" if "dpo" in ids else "ig-lead",
        "owner": "information-asset-owner" if "information-asset-owner" in ids else "ig-lead",
        "people": row["people"],
        "outside": row["outside"],
        "policies": [one | {"owner": one["owner"] if one["owner"] in ids else "ig-lead"} for one in common["policies"]],
        "audits": [one | {"lead": "ig-lead", "planned": later(one["months"])} for one in common["audits"]],
        "exceptions": [
            {
                "id": f"EX-{number:03d}",
                "rule": one.rule,
                "record": one.record or one.subject or "organisation",
                "reason": common["reasons"].get(one.rule, "not set up yet"),
            }
            for number, one in enumerate(open, 1)
        ],
        "kinds": in_order(),
    }


def _roles(type: str, row: Mapping[str, Any], common: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The role at the top, and one for each function that this type of organisation needs; its id is the function."""
    top = row["top"]
    functions = [n.function for n in needs(type) if n.need != "optional" and n.function != top["function"]]
    functions += [function for function in row.get("also", ()) if function not in functions]
    leads: dict[str, list[str]] = {}
    for area, candidates in common["leads"].items():
        leads.setdefault(next((f for f in candidates if f in functions), top["id"]), []).append(area)
    found = [top | {"areas": leads.get(top["id"], []), "above": "", "duties": []}]
    for function in functions:
        said = {"level": "senior"} | common["functions"][function]
        said["title"] = row["titles"].get(function, said["title"])
        above = next((f for f in common["above"].get(function, ()) if f in functions), top["id"])
        found.append(said | {"id": function, "function": function, "areas": leads.get(function, []), "above": above})
    return found
