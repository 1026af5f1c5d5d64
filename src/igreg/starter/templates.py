"""What a starter is made from: its templates, and the tables of what each type of organisation is like."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

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
            "communications",
            "policies",
            "courses",
            "training-plans",
            "training-records",
            "audits",
            "incidents",
            "notices",
            "assets",
            "processing",
            "exceptions",
        )
    },
    "register/README.md": "README.md.j2",
    "igreg.toml": "igreg.toml.j2",
    ".pre-commit-config.yaml": "pre-commit.yaml.j2",
    ".vscode/settings.json": "settings.json.j2",
}
"""Each file that is always written and the template it is made from."""

OF_SKILLS: Mapping[str, str] = {"register/skills.yaml": "skills.yaml.j2"}
"""What is written besides where those who lead are many, and have more to lead than information governance."""

CI: Mapping[str, Mapping[str, str]] = {
    "none": {},
    "github": {".github/workflows/register.yml": "github.yml.j2", ".github/CODEOWNERS": "CODEOWNERS.j2"},
    "gitlab": {".gitlab-ci.yml": "gitlab.yml.j2", ".gitlab/CODEOWNERS": "CODEOWNERS.j2"},
    "azure": {"azure-pipelines.yml": "azure.yml.j2"},
}
"""What is written besides for each CI that checks the register; the first file is the one that it reads."""

TABLES = ("types.yaml", "parts.yaml", "steps.txt.j2")
"""What is read besides: what differs by type, what all have in common, and what there is to fill in."""


def template_names() -> tuple[str, ...]:
    """Every template that a starter is made from, as it is called below `templates/`."""
    of_ci = (name for files in CI.values() for name in files.values())
    return tuple(
        dict.fromkeys(f"starter/{name}" for name in (*TABLES, *TEMPLATES.values(), *OF_SKILLS.values(), *of_ci))
    )


def starter_types(templates: Mapping[str, str]) -> tuple[str, ...]:
    """The types of organisation that there is a starter for."""
    return tuple(str(row["type"]) for row in _rows(templates, "types.yaml"))


def types_called(templates: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """The same, each with what it is called in a list."""
    return tuple((str(row["type"]), str(row["called"])) for row in _rows(templates, "types.yaml"))


def of_type(templates: Mapping[str, str], type: str) -> Mapping[str, Any]:
    """What organisations of a type are like: who is at the top, which group meets, which roles bear other titles."""
    return next(row for row in _rows(templates, "types.yaml") if row["type"] == type)


def in_common(templates: Mapping[str, str]) -> dict[str, Any]:
    """What starters of all types have in common: functions in words, policies, audits, reasons of exceptions."""
    ((parts),) = _rows(templates, "parts.yaml") or ({},)
    return dict(parts)


def _rows(templates: Mapping[str, str], name: str) -> Sequence[Mapping[str, Any]]:
    return parse(name, templates[f"starter/{name}"]).value or ()
