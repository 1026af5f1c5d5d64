"""Has a field of the organisation something that has not expired (ruling E34)?"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from igreg.analysis.as_of import AsOf
from igreg.analysis.evidence.shown import Evidence, Outcome
from igreg.analysis.partners import letters
from igreg.model.anatomy import fields_of
from igreg.model.base import Part
from igreg.model.packs.proofs import FieldThere

ORGANISATION = "organisation"


def field(as_of: AsOf, proof: FieldThere) -> Outcome:
    """Whether the field holds on the day; of a list one entry that is meant is enough."""
    name = proof.field.replace("_", " ").replace(".", " ")
    what = proof.why or " ".join([name, *(str(value) for _, value in proof.chosen)])
    value = _reached(as_of.register.organisation, proof.field.split("."))
    entries = [one for one in value if _is_meant(one, proof)] if isinstance(value, list) else [value]
    entries = [one for one in entries if one is not None and one != ""]
    if not entries:
        return Outcome(False, missing=f"{what}: organisation.yaml says nothing of it")
    good = [one for one in entries if (end := _end(one)) is None or end >= as_of.today]
    if good:
        end = max((day for one in good if (day := _end(one)) is not None), default=None)
        return Outcome(True, (Evidence(ORGANISATION, what + (f", until {end}" if end else "")),))
    end = max(day for one in entries if (day := _end(one)) is not None)
    return Outcome(False, missing=f"{what}: it ended on {end}", opposite=True)


def _reached(value: Any, steps: Sequence[str]) -> Any:
    for step in steps:
        if value is None:
            return None
        if isinstance(value, list):
            return [found for one in value if (found := _reached(one, [step])) is not None]
        found = fields_of(type(value)).get(step) if isinstance(value, Part) else None
        value = getattr(value, found.attribute) if found is not None else None
    return value


def _is_meant(entry: Any, proof: FieldThere) -> bool:
    return all(letters(str(getattr(entry, key, ""))) == letters(str(value)) for key, value in proof.chosen)


def _end(value: Any) -> dt.date | None:
    end = getattr(value, "expires", None)
    return end if isinstance(end, dt.date) else None
