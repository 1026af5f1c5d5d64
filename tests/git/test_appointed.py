"""With which commit a difference was written, through broken files, other file forms, new ids and merges."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Ran
from tests.git.repositories import Repository, begin, needs_git
from tests.git.test_who_history import ANN, ANN_LEFT, BEN, ORGANISATION, STAFF, differences, roles, who

Igreg = Callable[..., Ran]
pytestmark = needs_git
OUT = ("ann", "substantive", False, True, "2026-04-14")
IN = ("ben", "substantive", True, False, "2026-04-14")
BROKEN = "- {id: siro\n"
LATER = roles(ANN_LEFT, BEN)


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """Ann alone."""
    made = begin(tmp_path / "r")
    made.commit("2026-01-05", organisation=ORGANISATION, staff=STAFF, roles=roles(ANN))
    return made


@pytest.mark.parametrize(
    "commits",
    [
        pytest.param({"2026-04-10": BROKEN, "2026-04-14": LATER}, id="broken before"),
        pytest.param({"2026-04-14": LATER, "2026-04-20": BROKEN, "2026-04-22": LATER}, id="broken after, and mended"),
        pytest.param({"2026-04-10": LATER, "2026-04-12": roles(ANN), "2026-04-14": LATER}, id="in, out, in"),
    ],
)
def test_when_it_was_written(igreg: Igreg, repository: Repository, commits: dict[str, str]) -> None:
    for day, text in commits.items():
        repository.commit(day, roles=text)
    for word in ("risk", "function:siro", "role:siro"):
        assert differences(who(igreg, repository, word, "--on", "2026-04-05")[1]) == [OUT, IN]
    assert differences(who(igreg, repository, "person:ben", "--on", "2026-04-05")[1]) == [IN]


def test_another_file_form_and_other_ids_are_no_writing(igreg: Igreg, repository: Repository) -> None:
    repository.commit("2026-04-14", roles=LATER)
    (repository.register / "roles.yaml").unlink()
    (repository.register / "roles").mkdir()
    moved = roles(ANN_LEFT, BEN.replace("ben", "benn"), id="risk-owner")
    (repository.register / "roles" / "risk-owner.yaml").write_text(moved, encoding="utf-8")
    repository.commit("2026-05-01", staff=STAFF.replace("ben", "benn"))
    for word in ("risk", "role:risk-owner"):
        found = differences(who(igreg, repository, word, "--on", "2026-04-05")[1])
        assert found == [OUT, ("benn", *IN[1:])]


def test_a_merge_writes_what_it_brings(igreg: Igreg, repository: Repository) -> None:
    repository.git("checkout", "--quiet", "-b", "side")
    repository.commit("2026-04-02", roles=LATER)
    repository.git("checkout", "--quiet", "main")
    repository.commit("2026-04-03", policies="[]\n")
    repository.git("merge", "--quiet", "--no-ff", "side", "-m", "m", day="2026-04-14")
    assert differences(who(igreg, repository, "risk", "--on", "2026-04-05")[1]) == [OUT, IN]


def test_an_area_that_goes_from_one_role_to_another(igreg: Igreg, repository: Repository) -> None:
    one = f"- {{id: a, areas: [risk], holders: [{ANN}]}}\n- {{id: b, holders: [{ANN.replace('ann', 'ben')}]}}\n"
    repository.commit("2026-02-01", roles=one)
    repository.commit("2026-04-14", roles=one.replace(" areas: [risk],", "").replace("id: b,", "id: b, areas: [risk],"))
    assert differences(who(igreg, repository, "area:risk", "--on", "2026-04-05")[1]) == [OUT, IN]
