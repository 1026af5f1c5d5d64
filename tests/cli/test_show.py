"""`igreg show`: one record, action or finding by its id."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Ran, Write

Igreg = Callable[..., Ran]
COUNCIL = Path(__file__).parents[1] / "registers" / "council"


@pytest.mark.parametrize(
    ("id", "has"),
    [
        pytest.param("dpo", "roles", id="a record"),
        pytest.param("IGB-2026-09-1", "IGB-2026-09", id="an action of a meeting"),
    ],
)
def test_what_has_the_id_is_shown(igreg: Igreg, id: str, has: str) -> None:
    ran = igreg("show", id, COUNCIL)
    assert (ran.code, ran.err) == (0, "")
    assert id in ran.out
    assert has in ran.out


@pytest.mark.parametrize(
    ("id", "hint"), [("dop", "did you mean 'dpo'?"), ("nothing-like-it", "check the id")], ids=["near", "far"]
)
def test_an_unknown_id_suggests_the_nearest(igreg: Igreg, id: str, hint: str) -> None:
    ran = igreg("show", id, COUNCIL)
    assert (ran.code, ran.out, ran.err) == (2, "", f"igreg: no record has the id {id!r}\nhelp: {hint}\n")


def test_no_register_is_3(igreg: Igreg, tmp_path: Path) -> None:
    assert igreg("show", "dpo", tmp_path / "none").code == 3


def test_the_organisation_is_shown_by_its_kind(igreg: Igreg) -> None:
    ran = igreg("show", "organisation", COUNCIL)
    assert (ran.code, ran.err) == (0, "")
    assert "/organisation.yaml:" in ran.out.splitlines()[0]
    assert "  name: " in ran.out


def test_an_organisation_that_is_not_there_is_not_shown(igreg: Igreg, write: Write) -> None:
    folder = write({"organisation.yaml": "", "roles.yaml": "- {id: r, title: R}\n"})
    assert igreg("show", "organisation", folder).code == 2
