"""Desks for tests: a small register with one incident, looked at from a minute."""

from __future__ import annotations

from igreg.analysis.as_of import AsOf
from igreg.breach.desk import Desk, Recipient
from igreg.breach.set_up import set_up
from igreg.facts.figures import Figures
from igreg.model.kinds.incidents import Incident
from tests.analysis.registers import register
from tests.pages import moment

NOW = "2026-11-22T09:30"
CARE = "{name: Ash House, type: care-provider}\n"
TRUST = "{name: Wendle Trust, type: nhs-trust, essential_service: true}\n"
AWARE = "aware: 2026-11-21T09:30"
YES = "{report: true, by: dpo, at: 2026-11-21T10:00, reason: R}"
NO = "{report: false, by: dpo, at: 2026-11-21T10:00, reason: R}"


def desk(incident: str, organisation: str = CARE, now: str = NOW, figures: Figures | None = None, **files: str) -> Desk:
    """The desk of an incident `I` with these fields."""
    files = {"incidents": f"- {{id: I, title: Letter astray, {incident}}}", **files}
    made = register(organisation=organisation, **files)
    one = next(found for found in made.of(Incident) if found.id == "I")
    return set_up(AsOf(made, moment(now[:10], now), figures or Figures()), one)


def row(found: Desk, to: str) -> Recipient | None:
    """The row of one recipient."""
    rows = [one for one in found.recipients if one.to == to]
    assert len(rows) < 2, f"{to} stands there {len(rows)} times"
    return rows[0] if rows else None
