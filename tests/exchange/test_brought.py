"""A cell that both sides changed says all three of its values; a note on several rows has no place of its own."""

from __future__ import annotations

import datetime as dt
import json

from igreg.exchange.brought import Brought, Note, Refused
from igreg.render.plan.json import plan_json


def test_a_collision_says_before_ours_and_theirs() -> None:
    refused = Refused("name", "C", "both sides changed it", "choose one", collision=("A", "B", "C"))
    (one,) = json.loads(plan_json(Brought("sheet", None, refused=[refused]), dt.date(2026, 11, 29)))["refused"]
    assert (one["before"], one["ours"], one["theirs"]) == ("A", "B", "C")


def test_a_note_on_several_rows_names_them() -> None:
    notes = [Note("other-course", "no such course", value="Fire", rows=(3, 4)), Note("by-name", "found", row=5)]
    several, one = json.loads(plan_json(Brought("import", "staff", notes=notes), dt.date(2026, 11, 29)))["notes"]
    assert (several["rows"], "row" in several) == ([3, 4], False)
    assert (one["row"], "rows" in one) == (5, False)
