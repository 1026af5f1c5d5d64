"""The names that the templates of a starter use: who leads what, what is planned when, what is excepted."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import field
from typing import Any

from igreg import __version__
from igreg.dataclass import dataclass
from igreg.facts.in_force import Facts
from igreg.facts.needs import needs_of
from igreg.facts.organisation import of_type as standing_of
from igreg.facts.skills import Competence
from igreg.findings import Finding
from igreg.model.kinds import in_order
from igreg.model.span import Span
from igreg.starter.people import Person, Post, ids_of
from igreg.starter.templates import in_common, of_type


@dataclass(frozen=True)
class Asked:
    """What is asked for: the type and name of the organisation, and the moment at which its register begins.

    `holders` are the people who hold a post, by the post's id; `ci` is which CI checks the register, or none.
    """

    type: str
    name: str
    now: dt.datetime
    holders: Mapping[str, Person] = field(default_factory=dict)
    ci: str = "none"

    def months_on(self, months: int) -> str:
        """The day so many months later, as it is written."""
        return Span(months, "month").after(self.now.date()).isoformat()


EXAMPLES = (("j-smith", "Jo Smith"), ("a-jones", "Al Jones"), ("k-brown", "Kit Brown"))
"""Who stands in the comments of a starter: the first whose id nobody has."""


def posts_of(type: str, templates: Mapping[str, str]) -> tuple[Post, ...]:
    """The posts of a starter, each with the areas that it leads; the one at the top comes first."""
    roles = _roles(type, of_type(templates, type), in_common(templates))
    return tuple(Post(one["id"], one["title"], tuple(one["areas"]), one["function"]) for one in roles)


def names(asked: Asked, templates: Mapping[str, str], missing: Sequence[Finding]) -> dict[str, Any]:
    """Every name that a template may use."""
    row, common = of_type(templates, asked.type), in_common(templates)
    roles = _roles(asked.type, row, common)
    ids = [role["id"] for role in roles]
    staff = _staff(asked, ids)
    known = {one["name"]: one["id"] for one in staff}
    holders = {post: known[person.name] for post, person in asked.holders.items()}
    later = asked.months_on
    return {
        "type": asked.type,
        "nation": row.get("nation", "england"),
        "name": asked.name,
        "wheel": f"igreg-{__version__}-py3-none-any.whl",
        "day": asked.now.date().isoformat(),
        "year_ahead": later(12),
        "first_meeting": later(1),
        "until": later(3),
        "top": row["top"],
        "roles": [role | {"holder": holders.get(role["id"], "")} for role in roles],
        "vacant": [role["title"] for role in roles if role["id"] not in holders],
        "staff": staff,
        "example": next({"id": id, "name": name} for id, name in EXAMPLES if id not in known.values()),
        "ci": asked.ci,
        "leads": [role for role in roles if role["areas"]],
        "group": row["group"],
        "meets": row["meets"],
        "people": row["people"],
        "first_words": row["first_words"],
        "outside": row["outside"],
        "policies": [one | {"owner": _held(ids, one["owner"], "ig-lead")} for one in common["policies"]],
        "audits": [one | {"lead": "ig-lead", "planned": later(one["months"])} for one in common["audits"]],
        "skills": _skills(row),
        "exceptions": _exceptions(missing, common["reasons"]),
        "kinds": in_order(),
        **_parties(ids, row["top"]["id"]),
    }


def _staff(asked: Asked, taken: Sequence[str]) -> list[dict[str, str]]:
    """Everybody who holds a post, once, with an id."""
    people = {person.name: person for person in asked.holders.values()}
    ids = ids_of(people.values(), taken)
    return [{"id": ids[name], "name": name, "email": person.email} for name, person in people.items()]


def _parties(ids: Sequence[str], top: str) -> dict[str, Any]:
    """Who chairs the group, who sits in it, who is told of an incident's grade, who notifies, who owns information."""
    chair = _held(ids, "siro", top)
    return {
        "chair": chair,
        "members": [id for id in ids if id not in (chair, "ig-lead")],
        "graded_to": [id for id in ("dpo", "siro", "caldicott-guardian") if id in ids] or [top],
        "notifier": _held(ids, "dpo", "ig-lead"),
        "owner": _held(ids, "information-asset-owner", "ig-lead"),
    }


def _held(ids: Sequence[str], role: str, otherwise: str) -> str:
    """A role where the organisation has it, else another."""
    return role if role in ids else otherwise


def _exceptions(missing: Sequence[Finding], reasons: Mapping[str, str]) -> list[dict[str, str]]:
    """An exception for each thing that is not there yet, with the reason that its rule gives."""
    return [
        {
            "id": f"EX-{number:03d}",
            "rule": one.rule,
            "record": one.record or one.subject or "organisation",
            "reason": reasons.get(one.rule, reasons["otherwise"]),
        }
        for number, one in enumerate(missing, 1)
    ]


def _skills(row: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The framework of skills to begin with, where it fits the type; each says where it comes from and who is asked."""
    out = []
    for one in Facts().table(Competence).values() if row.get("skills") else ():
        asked = ", ".join(f"{function} at {level}" for function, level in one.asked_of.items())
        said = f"igreg's words, {one.confidence} confidence; {one.source}"
        said += f"; usually asked of {asked}" if asked else ""
        parts = {"title": one.title, "group": one.group, "areas": one.areas, "levels": one.levels}
        out.append({"key": one.key, "said": said, **parts})
    return out


def _roles(type: str, row: Mapping[str, Any], common: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The role at the top, and one for each function that this type of organisation needs; its id is the function."""
    top = row["top"]
    needs = needs_of(standing_of(type))
    functions = [n.function for n in needs if (n.need != "optional" or n.asks) and n.function != top["function"]]
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
