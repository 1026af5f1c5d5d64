"""What is said of a return before its items, to the day on which its edition opens and closes."""

from __future__ import annotations

import pytest

from igreg.assess.remarks import remarks
from tests.assess.returns import ANSWERED, FILES, OLD, PACK
from tests.assess.values import context, states

NOT_YET = ["The edition 2026-27 is not open yet: it opens on 1 July 2026."]
CLOSED = [
    "The edition 2026-27 is closed: its last day was 30 June 2027. The items of the edition after it are not known to "
    "igreg; to go on from these: igreg frameworks ours --format yaml, as the beginning of a pack of your own in "
    "frameworks/."
]


@pytest.mark.parametrize(
    ("today", "said"),
    [
        ("2026-06-30", NOT_YET),
        ("2026-07-01", []),
        ("2026-11-22", []),
        ("2027-06-30", []),
        ("2027-07-01", CLOSED),
    ],
)
def test_an_edition_opens_on_its_first_day_and_closes_after_its_last(today: str, said: list[str]) -> None:
    of = context(FILES, today)
    assert list(remarks(of, states(of, None))) == said


@pytest.mark.parametrize("today", ["2020-01-01", "2030-01-01"])
def test_of_an_edition_without_days_nothing_is_said(today: str) -> None:
    of = context(FILES, today)
    assert OLD.count("opens") == 0
    assert list(remarks(of, states(of, None, "olds"))) == []


def test_a_return_that_was_published_is_not_told_that_its_edition_is_closed() -> None:
    published = ANSWERED["assessments.yaml"].replace("  owner: lead\n", "  owner: lead\n  status: published\n")
    of = context(ANSWERED | {"assessments.yaml": published}, "2027-07-01")
    assert list(remarks(of, states(of))) == []
    of = context(ANSWERED, "2027-07-01")
    assert list(remarks(of, states(of))) == CLOSED


def test_a_pack_of_ones_own_that_is_called_as_one_that_is_shipped_is_told() -> None:
    own = PACK.replace("id: ours", "id: dspt-v8")
    of = context(FILES | {"../frameworks/dspt-v8.yaml": own})
    assert list(remarks(of, states(of, None, "dspt-v8"))) == [
        "The pack dspt-v8 is your own, frameworks/dspt-v8.yaml, and not the one of this name that igreg brings."
    ]
