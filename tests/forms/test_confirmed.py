"""An asset that its owner confirmed: the review that comes of it, and what is refused."""

from __future__ import annotations

import datetime as dt

import pytest

from igreg.exchange.brought import Brought
from igreg.forms.confirmed import confirmed
from igreg.register.read import read
from igreg.register.sources import Sources

NOW = dt.datetime(2026, 11, 24, 9, 30)
REGISTER = read(
    Sources(
        {
            "register/roles.yaml": "- {id: owner, title: Owner}\n",
            "register/assets.yaml": (
                "- {id: rota, name: Rota, owner: owner, review: {every: 1 year, last: 2025-11-01, next: 2026-11-01}}\n"
                "- {id: ahead, name: Ahead, owner: owner, review: {every: 1 year, last: 2026-12-01}}\n"
                "- {id: scan-a, name: Scanner}\n- {id: scan-b, name: Scanner}\n"
            ),
        }
    )
)
SAID = [("asset", "rota"), ("by", "Owner"), ("outcome", "unchanged")]


def said(*pairs: tuple[str, str]) -> list[tuple[str | None, str]]:
    """The fields that are refused, and why."""
    found = confirmed(REGISTER, pairs, Brought("add", "assets"), NOW)
    return [(one.field, one.message) for one in found.brought.refused]


def test_it_is_a_review_of_today_and_the_day_that_was_due_goes() -> None:
    found = confirmed(REGISTER, SAID, Brought("add", "assets"), NOW)
    assert not found.brought.refused
    assert found.plan.message == "Review rota: unchanged, on 2026-11-24"
    changes = found.plan.changes["register/assets.yaml"]
    assert {".".join(map(str, one.path[1:])): getattr(one, "value", None) for one in changes} == {
        "review.last": "2026-11-24",
        "review.by": "owner",
        "review.outcome": "unchanged",
        "review.next": None,
    }


@pytest.mark.parametrize(
    ("pairs", "refused"),
    [
        pytest.param(SAID[:2], [("outcome", "this is missing")], id="missing"),
        pytest.param([*SAID, SAID[1]], [("by", "`by` is given twice")], id="twice"),
        pytest.param([*SAID, ("notes", "x")], [("notes", "there is no field 'notes'")], id="no such field"),
        pytest.param([("asset", "Scanner"), *SAID[1:]], [("asset", "'Scanner' may mean several assets")], id="several"),
        pytest.param([("asset", "x"), *SAID[1:]], [("asset", "'x' is not an asset of this register")], id="none"),
        pytest.param(
            [("asset", "ahead"), *SAID[1:]],
            [("asset", "ahead was reviewed on 2026-12-01, after 2026-11-24")],
            id="later",
        ),
    ],
)
def test_what_is_refused(pairs: list[tuple[str, str]], refused: list[tuple[str, str]]) -> None:
    assert said(*pairs) == refused


def test_the_number_of_a_person_is_not_shown_again() -> None:
    found = confirmed(REGISTER, [("asset", "943 476 5919"), *SAID[1:]], Brought("add", "assets"), NOW)
    assert "943" not in repr(found.brought.refused)
