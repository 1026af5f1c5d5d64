"""Who leads on what."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from igreg.analysis.as_of import AsOf
from igreg.check.config import Config
from igreg.report.asked import Asked
from igreg.report.matters.leads import empty_posts
from igreg.report.paper import Table
from igreg.report.papers import leads
from igreg.report.period import Period
from tests.analysis.registers import register

NOW = dt.datetime(2026, 11, 24, 9, tzinfo=dt.UTC)
FILES = {
    "staff": "- {id: ann, name: Ann Archer}\n- {id: ben, name: Ben Bower}\n",
    "roles": (
        "- id: dpo\n  title: Data Protection Officer\n  areas: [data-protection]\n  public_contact: dpo@example.org\n"
        "  holders: [{staff: ann, from: 2025-01-01}, {staff: ben, from: 2025-01-01, as: deputy}]\n"
        "- {id: siro, title: SIRO, areas: [risk], holders: [{staff: ben, from: 2025-01-01, until: 2026-01-31}]}\n"
    ),
}


def asked(files: Mapping[str, str] = FILES, **more: Any) -> Asked:
    """The report as asked of the small register."""
    today = NOW.date()
    return Asked(AsOf(register(**files), NOW), Config(), Period(today, today), **more)


def rows(files: Mapping[str, str] = FILES, **more: Any) -> dict[object, tuple[object, ...]]:
    """The rows of its table by their area."""
    found = leads.paper(leads.values(asked(files, **more)))
    table = next(block for block in found.parts[0].blocks if isinstance(block, Table))
    return {row[0]: row[1:] for row in table.rows}


def test_each_area_has_its_role_with_who_holds_it_and_how_to_reach_it() -> None:
    found = rows()
    assert found["Data protection"] == ("Data Protection Officer", "Ann Archer", "Ben Bower", "dpo@example.org")
    assert found["Risk"] == ("SIRO", "vacant", "", "")
    assert found["Security"] == ("nobody is named", "vacant", "", "")


def test_without_names_nobody_is_named() -> None:
    assert rows(names=False)["Data protection"][1:3] == ("a member of staff", "a member of staff")


def test_one_area_alone() -> None:
    assert list(rows(area="risk")) == ["Risk"]


def test_of_whoever_has_left_and_is_named_still_it_is_said() -> None:
    """The last day itself still counts; a deputy who has left is not said to deputise in an empty post."""
    people = "- {id: ann, name: Ann Archer, left: 2026-11-24}\n- {id: ben, name: Ben Bower, left: 2026-11-23}\n"
    posts = FILES["roles"] + "- {id: cso, title: CSO, holders: [{staff: ben, from: 2025-01-01, as: deputy}]}\n"
    files = {"staff": people, "roles": posts}
    assert rows(files)["Data protection"][1:3] == ("Ann Archer", "Ben Bower (has left)")
    assert [one.deputy for one in empty_posts(asked(files))] == ["", ""]
    later = {"staff": people.replace("left: 2026-11-23", "started: 2026-11-25"), "roles": posts}
    assert rows(later)["Data protection"][2] == "Ben Bower (has not begun)"
    here = {"staff": FILES["staff"], "roles": posts}
    assert [one.deputy for one in empty_posts(asked(here))] == ["", "Ben Bower"]
