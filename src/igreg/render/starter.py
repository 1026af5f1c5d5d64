"""A register to begin with: the files of a starter for one type of organisation, from templates and facts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from igreg.facts import needs
from igreg.findings import Finding
from igreg.model.kinds import KINDS
from igreg.model.schema import schema_files
from igreg.model.span import Span
from igreg.render.fill import fill
from igreg.source.document import parse

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
_TITLES = {
    "ig-lead": "Information governance lead",
    "siro": "Senior Information Risk Owner (SIRO)",
    "caldicott-guardian": "Caldicott Guardian",
    "dpo": "Data Protection Officer",
    "ciso": "Head of Cyber Security (CISO)",
    "records-manager": "Records Manager",
    "foi-lead": "Freedom of information lead",
    "ra-manager": "Registration Authority Manager",
    "clinical-safety-officer": "Clinical Safety Officer",
    "information-asset-owner": "Information Asset Owner",
    "registered-manager": "Registered manager",
}
_DUTIES = {
    "ig-lead": ["Leads information governance as a whole", "Sees that staff are trained", "Keeps this register"],
    "siro": ["Answers for information risk", "Chairs the information governance group"],
    "caldicott-guardian": ["Speaks for people's confidentiality", "Advises on uses and disclosures of their records"],
    "dpo": ["Advises on and watches over data protection", "Speaks to the regulator"],
    "ciso": ["Leads on cyber security"],
}
_LEADS = {
    "governance": ("ig-lead",),
    "caldicott": ("caldicott-guardian", "ig-lead"),
    "risk": ("siro",),
    "security": ("ciso", "ig-lead"),
    "data-protection": ("dpo", "ig-lead"),
    "confidentiality": ("caldicott-guardian", "ig-lead"),
}
"""Who leads each area: the first of these that there is, else the top."""
_POLICIES = (
    ("POL-001", "Information governance policy", ("governance", "risk"), "ig-lead"),
    ("POL-002", "Confidentiality and Caldicott policy", ("caldicott", "confidentiality"), "caldicott-guardian"),
    ("POL-003", "Data protection policy", ("data-protection",), "ig-lead"),
    ("POL-004", "Information security and acceptable use policy", ("security",), "ciso"),
    ("POL-005", "Records management and retention policy", ("governance",), "records-manager"),
    ("PRO-001", "Reporting and investigating incidents", ("risk", "security", "data-protection"), "ig-lead"),
    ("PRO-002", "Requests from people about their information", ("data-protection",), "ig-lead"),
)
_AUDITS = (
    ("AUD-001", "Spot check of desks, screens and doors", "spot-check", ("confidentiality", "security"), 3),
    ("AUD-002", "Who has looked at which records", "audit", ("caldicott", "confidentiality"), 5),
    ("AUD-003", "Record of processing and notices", "audit", ("data-protection",), 7),
    ("AUD-004", "Self-assessment for the DSPT", "self-assessment", ("governance", "risk"), 9),
)
_REASONS = {
    "area-without-lead": "nobody has been named yet",
    "missing-function": "nobody has been named yet",
    "area-without-policy": "the policy is a draft that nobody has approved yet",
    "no-notice-for-service-users": "the notice is not published yet",
}


@dataclass(frozen=True)
class Starter:
    """What is asked for: the type and name of the organisation, and the day on which it begins."""

    type: str
    name: str
    day: dt.date


def template_names() -> tuple[str, ...]:
    """Every template that a starter is made from, as it is called below `templates/`."""
    return tuple(f"starter/{name}" for name in ("types.yaml", "steps.txt.j2", *TEMPLATES.values()))


def starter_types(templates: Mapping[str, str]) -> tuple[str, ...]:
    """The types of organisation that there is a starter for."""
    return tuple(str(row["type"]) for row in _rows(templates))


def starter(asked: Starter, templates: Mapping[str, str], open: Sequence[Finding] = ()) -> dict[str, str]:
    """The text of each file. What `open` findings say of the register without exceptions becomes exceptions."""
    names = _names(asked, templates, open)
    names["steps"] = steps(asked, templates, open)
    files = {path: fill(name, templates[f"starter/{name}"], **names) for path, name in TEMPLATES.items()}
    return files | {f".schemas/{name}": text for name, text in schema_files().items()}


def steps(asked: Starter, templates: Mapping[str, str], open: Sequence[Finding] = ()) -> list[str]:
    """What the organisation must fill in, in the order in which to do it."""
    text = fill("steps.txt.j2", templates["starter/steps.txt.j2"], **_names(asked, templates, open))
    return text.splitlines()


def _rows(templates: Mapping[str, str]) -> list[dict[str, Any]]:
    return list(parse("types.yaml", templates["starter/types.yaml"]).value or ())


def _names(asked: Starter, templates: Mapping[str, str], open: Sequence[Finding]) -> dict[str, Any]:
    """The names that the templates use."""
    row = next(row for row in _rows(templates) if row["type"] == asked.type)
    roles = _roles(asked.type, row)
    ids = [role["id"] for role in roles]
    there = {role["function"]: role["id"] for role in roles}
    top = row["top"]
    graded = [there[f] for f in ("dpo", "siro", "caldicott-guardian") if f in there] or [top["id"]]
    return {
        "type": asked.type,
        "name": asked.name,
        "day": asked.day.isoformat(),
        "year_ahead": Span(12, "month").after(asked.day).isoformat(),
        "first_meeting": Span(1, "month").after(asked.day).isoformat(),
        "until": Span(3, "month").after(asked.day).isoformat(),
        "top": top,
        "roles": roles,
        "leads": [role for role in roles if role["areas"]],
        "group": row["group"],
        "meets": row["meets"],
        "chair": there.get("siro", top["id"]),
        "members": [id for id in ids if id not in (there.get("siro", top["id"]), "ig-lead")],
        "graded_to": graded,
        "notifier": there.get("dpo", "ig-lead"),
        "owner": there.get("information-asset-owner", "ig-lead"),
        "people": row["people"],
        "outside": row["outside"],
        "policies": [
            {"id": id, "title": title, "areas": areas, "owner": owner if owner in ids else "ig-lead"}
            for id, title, areas, owner in _POLICIES
        ],
        "audits": [
            {
                "id": id,
                "title": title,
                "category": category,
                "areas": areas,
                "lead": "ig-lead",
                "planned": Span(months, "month").after(asked.day).isoformat(),
            }
            for id, title, category, areas, months in _AUDITS
        ],
        "exceptions": [
            {
                "id": f"EX-{number:03d}",
                "rule": one.rule,
                "record": one.record or one.subject or "organisation",
                "reason": _REASONS.get(one.rule, "not set up yet"),
            }
            for number, one in enumerate(open, 1)
        ],
        "kinds": KINDS,
    }


def _roles(type: str, row: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The role at the top, and one for each function that this type of organisation needs."""
    top = row["top"]
    functions = [n.function for n in needs(type) if n.need != "optional" and n.function != top.get("function")]
    functions += [function for function in row.get("also", ()) if function not in functions]
    leads: dict[str, list[str]] = {}
    for area, candidates in _LEADS.items():
        leads.setdefault(next((f for f in candidates if f in functions), top["id"]), []).append(area)
    titles = _TITLES | row["titles"]
    found = [_role(top["id"], top["title"], top.get("function", ""), leads.get(top["id"], []), "")]
    for function in functions:
        found.append(
            _role(function, titles[function], function, leads.get(function, []), _above(function, functions, top))
        )
    return found


def _role(id: str, title: str, function: str, areas: list[str], above: str) -> dict[str, Any]:
    level = "executive" if function in ("siro", "caldicott-guardian", "registered-manager") else "senior"
    return {
        "id": id,
        "title": title,
        "function": function,
        "areas": areas,
        "above": above,
        "level": level,
        "duties": _DUTIES.get(function, []),
    }


def _above(function: str, functions: Sequence[str], top: Mapping[str, Any]) -> str:
    """Whom a role answers to: experts to the IG lead, the IG lead and asset owners to the SIRO, others to the top."""
    if function in ("foi-lead", "records-manager", "ra-manager"):
        return "ig-lead"
    if function in ("ig-lead", "ciso", "information-asset-owner") and "siro" in functions:
        return "siro"
    return str(top["id"])
