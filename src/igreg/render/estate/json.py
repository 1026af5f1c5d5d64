"""Many registers for machines: the JSON of version 1 (ruling X42)."""

from __future__ import annotations

import json
from typing import Any

from igreg.estate.figures import FEW, Figures, TrainingShare
from igreg.estate.view import Entry, Estate


def estate_json(found: Estate) -> str:
    """The whole view as one JSON object; what cannot be told of a register that cannot be read is null."""
    value: dict[str, Any] = {
        "version": 1,
        "today": str(found.today),
        "registers": [_register(one.entry) for one in found.registers],
        "outliers": [
            {
                "register": row["register"],
                "measure": row["measure"],
                "value": number(row["value"]),
                "median": number(row["median"]),
            }
            for row in _in_order(found, "outliers")
        ],
        "late": [
            {"register": row["register"], "what": row["what"], "overdue": int(row["overdue"])}
            for row in _in_order(found, "late")
        ],
        "trend": [
            {
                "name": row["name"],
                "as_of": row["as_of"],
                "error": int(row["error"]),
                "overdue": int(row["overdue"]),
            }
            for row in found.answers["trend"]
        ],
        "summary": found.summary,
    }
    return "{\n" + ",\n".join(f" {_json(name)}: {_value(of)}" for name, of in value.items()) + "\n}\n"


def _value(value: object) -> str:
    """A list with an entry a line: of a thousand registers each is found, and the quick encoder writes it."""
    if not isinstance(value, list) or not value:
        return _json(value)
    return "[\n" + ",\n".join(f"  {_json(one)}" for one in value) + "\n ]"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _in_order(found: Estate, view: str) -> list[dict[str, Any]]:
    """The rows of a view by the register's name, then by its path (ruling X42)."""
    place = {one.entry.register: number for number, one in enumerate(found.registers)}
    return sorted(found.answers[view], key=lambda row: place[row["register"]])


def number(value: float) -> int | float:
    """A figure without a fraction where it has none."""
    return int(value) if value == int(value) else value


def _register(entry: Entry) -> dict[str, Any]:
    value: dict[str, Any] = {
        "register": entry.register,
        "source": entry.source,
        "readable": entry.figures is not None,
        "message": entry.message,
    }
    return value | (_figures(entry.figures) if entry.figures is not None else dict.fromkeys(_FIGURES))


_FIGURES = (
    *("name", "type", "ods_code", "as_of", "commit"),
    *("leads", "findings", "rules", "due", "training", "assessment", "breaches"),
)


def _figures(found: Figures) -> dict[str, Any]:
    ours, state, breaches = found.organisation, found.assessment, found.breaches
    return {
        "name": ours.name,
        "type": ours.type,
        "ods_code": ours.ods_code,
        "as_of": ours.as_of,
        "commit": ours.commit,
        "leads": dict(found.leads),
        "findings": dict(found.findings),
        "rules": dict(found.rules),
        "due": {"overdue": sum(found.overdue.values()), "due": sum(found.due.values()), "kinds": found.kinds},
        "training": [_share(one) for one in found.training],
        "assessment": None
        if state is None
        else {"framework": state.framework, "status": state.status, "missing": state.missing},
        "breaches": {"clocks": breaches.clocks, "late": breaches.late, "longest_hours": breaches.longest_hours},
    }


def _share(one: TrainingShare) -> dict[str, Any]:
    """A share of fewer than five people is not told by a snapshot, and `<5` stands in its place (ruling X43)."""
    few = one.audience is None
    return {
        "course": one.course,
        "title": one.title,
        "audience": FEW if few else one.audience,
        "share": FEW if few else one.share,
    }
