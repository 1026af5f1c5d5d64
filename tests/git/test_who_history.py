"""`igreg who` on a history: what had been written down by a day, and where it differs from what is written now."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Ran
from tests.git.repositories import Repository, begin, needs_git

Igreg = Callable[..., Ran]
pytestmark = needs_git
ORGANISATION = "name: E\ntype: other\n"
STAFF = "- {id: ann, name: Ann}\n- {id: ben, name: Ben}\n"


def roles(*holders: str, id: str = "siro") -> str:
    return f"- {{id: {id}, title: SIRO, function: siro, areas: [risk], holders: [{', '.join(holders)}]}}\n"


ANN = "{staff: ann, from: 2020-01-01}"
ANN_LEFT = "{staff: ann, from: 2020-01-01, until: 2026-03-31}"
BEN = "{staff: ben, from: 2026-04-01}"


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """Ann, and from 1 April Ben, which was written down on 14 April."""
    made = begin(tmp_path / "r")
    made.commit("2026-01-05", organisation=ORGANISATION, staff=STAFF, roles=roles(ANN))
    made.commit("2026-02-01", policies="[]\n")
    made.commit("2026-04-14", roles=roles(ANN_LEFT, BEN))
    made.commit("2026-05-01", policies="# none\n")
    return made


def who(igreg: Igreg, repository: Repository, *words: str) -> tuple[int, Any, str]:
    ran = igreg("who", *words, repository.register, "--today", "2026-11-24", "--format", "json")
    return ran.code, json.loads(ran.out) if ran.out else None, ran.err


def differences(found: Any) -> list[tuple[Any, ...]]:
    return [(one["staff"], one["as"], one["now"], one["then"], one["written"]) for one in found["differences"]]


def test_what_was_written_down_later(igreg: Igreg, repository: Repository) -> None:
    code, found, err = who(igreg, repository, "risk", "--on", "2026-04-05")
    assert (code, err, found["known"]) == (0, "", None)
    assert differences(found) == [
        ("ann", "substantive", False, True, "2026-04-14"),
        ("ben", "substantive", True, False, "2026-04-14"),
    ]
    rev = repository.git("rev-parse", "HEAD~1")
    assert found["differences"][1] == {
        "role": "siro",
        "staff": "ben",
        "as": "substantive",
        "now": True,
        "then": False,
        "from": "2026-04-01",
        "until": None,
        "written": "2026-04-14",
        "rev": rev,
    }
    ran = igreg("who", "risk", repository.register, "--on", "2026-04-05", "--today", "2026-11-24", columns=200)
    assert f"Ben (ben), substantive, of siro, from 1 April 2026: written down on 14 April 2026 ({rev[:7]})" in ran.out


@pytest.mark.parametrize(
    ("on", "staff", "known"),
    [
        ("2026-01-05", ["ann"], "2026-01-05"),
        ("2026-04-13", ["ann"], "2026-02-01"),
        ("2026-04-14", ["ben"], "2026-04-14"),
        ("2026-11-24", ["ben"], "2026-05-01"),
    ],
)
def test_as_known(igreg: Igreg, repository: Repository, on: str, staff: list[str], known: str) -> None:
    code, found, _ = who(igreg, repository, "siro", "--on", on, "--as-known")
    assert (code, found["known"]["date"], found["differences"]) == (0, known, [])
    assert len(found["known"]["rev"]) == 40
    assert [one["staff"] for one in found["roles"][0]["people"]] == staff


@pytest.mark.parametrize("on", ["2026-04-14", "2026-11-24", "2026-01-04", "2027-01-01"])
def test_no_difference(igreg: Igreg, repository: Repository, on: str) -> None:
    """Where they agree, before the first commit, and for days to come."""
    assert differences(who(igreg, repository, "risk", "--on", on)[1]) == []


def test_the_history_can_be_left_out(igreg: Igreg, repository: Repository) -> None:
    assert differences(who(igreg, repository, "risk", "--on", "2026-04-05", "--no-history")[1]) == []
    assert who(igreg, repository, "risk", "--no-history", "--as-known")[0] == 2


def test_what_is_not_committed(igreg: Igreg, repository: Repository) -> None:
    repository.write(roles=roles(ANN_LEFT, BEN, "{staff: ann, from: 2026-04-02, as: deputy}"))
    found = who(igreg, repository, "siro", "--on", "2026-05-01")[1]
    assert differences(found) == [("ann", "deputy", True, False, None)]
    assert found["differences"][0]["rev"] is None


def test_in_and_out_and_in_again(igreg: Igreg, repository: Repository) -> None:
    """What counts is the commit from which it has been as it is now."""
    repository.commit("2026-06-01", roles=roles(ANN))
    repository.commit("2026-06-10", roles=roles(ANN_LEFT, BEN))
    found = who(igreg, repository, "risk", "--on", "2026-04-05")[1]
    assert {row[-1] for row in differences(found)} == {"2026-06-10"}


def test_another_id_of_the_role_is_no_difference(igreg: Igreg, repository: Repository) -> None:
    repository.commit("2026-06-01", roles=roles(ANN_LEFT, BEN, id="risk-owner"))
    assert differences(who(igreg, repository, "risk", "--on", "2026-05-01")[1]) == []


def test_the_day_ends_in_the_zone_of_the_organisation(igreg: Igreg, tmp_path: Path) -> None:
    made = begin(tmp_path / "r")
    made.commit("2026-07-01 12:00 +0000", organisation=ORGANISATION, staff=STAFF, roles=roles(ANN))
    made.commit("2026-07-10 23:30 +0000", roles=roles(BEN.replace("2026-04-01", "2020-01-01")))
    for on, staff in {"2026-07-10": "ann", "2026-07-11": "ben"}.items():
        found = who(igreg, made, "risk", "--on", on, "--as-known")[1]
        assert [one["staff"] for one in found["roles"][0]["people"]] == [staff]


def test_dates_that_run_backwards_and_lie_ahead(igreg: Igreg, repository: Repository) -> None:
    repository.commit("2026-03-01", roles=roles(ANN))
    repository.commit("2030-01-01", roles=roles(BEN.replace("2026-04-01", "2020-01-01")))
    code, found, err = who(igreg, repository, "risk", "--on", "2026-05-01", "--as-known")
    assert (code, found["known"]["date"]) == (0, "2026-05-01")
    assert [one["staff"] for one in found["roles"][0]["people"]] == ["ben"]
    assert "1 commit dated after now" in err
    assert "1 commit dated before the one before it" in err


def test_a_branch_is_known_when_it_is_merged(igreg: Igreg, repository: Repository) -> None:
    repository.git("checkout", "--quiet", "-b", "side")
    repository.commit("2026-06-01", roles=roles(ANN))
    repository.git("checkout", "--quiet", "main")
    repository.git("merge", "--quiet", "--no-ff", "side", "-m", "m", day="2026-07-01")
    for on, staff in {"2026-06-30": "ben", "2026-07-01": "ann"}.items():
        found = who(igreg, repository, "risk", "--on", on, "--as-known")[1]
        assert [one["staff"] for one in found["roles"][0]["people"]] == [staff]


def test_where_it_ends(igreg: Igreg, repository: Repository, tmp_path: Path) -> None:
    code, _, err = who(igreg, repository, "risk", "--on", "2026-01-04", "--as-known")
    assert (code, err) == (
        2,
        "igreg: nothing had been committed on 4 January 2026\nhelp: the first day known is 2026-01-05\n",
    )
    code, found, err = who(igreg, repository, "risk", "--on", "2027-01-01", "--as-known")
    assert (code, found["known"]["date"]) == (0, "2026-05-01")
    assert "still to come" in err
    shallow = Repository(tmp_path / "s")
    repository.git("clone", "--quiet", "--depth", "1", f"file://{repository.root}", str(shallow.root))
    code, _, err = who(igreg, shallow, "risk", "--on", "2026-02-01", "--as-known")
    assert code == 2
    assert "shallow" in err
    assert differences(who(igreg, shallow, "risk", "--on", "2026-04-05")[1]) == []
    assert who(igreg, shallow, "risk", "--on", "2026-05-01", "--as-known")[0] == 0


def test_no_commit_no_repository_no_git(igreg: Igreg, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = begin(tmp_path / "r")
    made.write(organisation=ORGANISATION, staff=STAFF, roles=roles(ANN))
    for word in ("nothing has been committed", "no Git repository", "no git here"):
        if word == "no Git repository":
            (made.root / ".git").rename(tmp_path / "elsewhere")
        if word == "no git here":
            (tmp_path / "elsewhere").rename(made.root / ".git")
            monkeypatch.setenv("PATH", str(tmp_path))
        code, _, err = who(igreg, made, "risk", "--as-known")
        assert (code, word in err) == (2, True), err
        code, found, err = who(igreg, made, "risk")
        assert (code, found["held"], err) == (0, True, "")


def test_a_commit_that_cannot_be_read(igreg: Igreg, repository: Repository) -> None:
    repository.commit("2026-06-01", roles="- {id: siro\n")
    repository.commit("2026-07-01", roles=roles(ANN_LEFT, BEN))
    code, found, err = who(igreg, repository, "risk", "--on", "2026-06-15", "--as-known")
    assert (code, found["held"], found["incomplete"]) == (3, None, ["register/roles.yaml"])
    code, found, err = who(igreg, repository, "risk", "--on", "2026-06-15")
    assert (code, found["differences"]) == (0, [])
    assert "could not be read, and is not compared" in err


def test_a_register_that_has_moved(igreg: Igreg, tmp_path: Path) -> None:
    moved = begin(tmp_path / "m")
    (moved.root / "old").mkdir()
    for name, text in {"organisation": ORGANISATION, "staff": STAFF, "roles": roles(ANN)}.items():
        (moved.root / "old" / f"{name}.yaml").write_text(text, encoding="utf-8")
    moved.commit("2026-01-01")
    moved.git("mv", "old", "register")
    moved.commit("2026-02-01")
    code, found, err = who(igreg, moved, "risk", "--on", "2026-01-15", "--as-known")
    assert (code, [one["staff"] for one in found["roles"][0]["people"]]) == (0, ["ann"])
    assert "the register was in old then" in err
    assert found["roles"][0]["people"][0]["file"] == "register/roles.yaml"


def test_after_may_there_is_no_history(igreg: Igreg, repository: Repository) -> None:
    assert igreg("who", "may", "risk", repository.register, "--as-known").code == 2


def test_ids_that_were_changed_are_followed(igreg: Igreg, tmp_path: Path) -> None:
    """Neither the role's id nor a person's is a difference, and the day on which it was written down stays (ruling H08)."""
    made = begin(tmp_path / "n")
    made.commit("2026-01-05", organisation=ORGANISATION, staff=STAFF, roles=roles(ANN))
    made.commit("2026-02-01", roles=roles(ANN, id="risk-owner"))
    renamed = ANN.replace("ann", "a-ash")
    made.commit("2026-03-01", staff=STAFF.replace("ann", "a-ash"), roles=roles(renamed, id="risk-owner"))
    for word in ("role:risk-owner", "risk", "siro", "a-ash"):
        code, found, err = who(igreg, made, word, "--on", "2026-01-06")
        assert (code, err, differences(found)) == (0, "", []), word
    later = renamed.replace("}", ", until: 2026-03-31}")
    made.commit("2026-04-14", roles=roles(later, BEN, id="risk-owner"))
    code, found, err = who(igreg, made, "role:risk-owner", "--on", "2026-04-05")
    assert differences(found) == [
        ("a-ash", "substantive", False, True, "2026-04-14"),
        ("ben", "substantive", True, False, "2026-04-14"),
    ]
    made.commit("2026-05-01", roles=roles(later, BEN, id="siro-of-the-trust"))
    code, found, err = who(igreg, made, "role:siro-of-the-trust", "--on", "2026-04-05")
    assert [
        (one["role"], *one_told) for one, one_told in zip(found["differences"], differences(found), strict=True)
    ] == [
        ("siro-of-the-trust", "a-ash", "substantive", False, True, "2026-04-14"),
        ("siro-of-the-trust", "ben", "substantive", True, False, "2026-04-14"),
    ]


def test_a_former_id_is_answered_with_the_present_one(igreg: Igreg, tmp_path: Path) -> None:
    made = begin(tmp_path / "n")
    made.commit("2026-01-05", organisation=ORGANISATION, staff=STAFF, roles=roles(ANN, id="siro-1"))
    made.commit("2026-02-01", roles=roles(ANN, id="siro-2"))
    code, _, err = who(igreg, made, "siro-1")
    assert (code, err) == (2, "igreg: no area, function, role or person is called 'siro-1'\nhelp: it was renamed: igreg who siro-2\n")  # fmt: skip
    assert "igreg who role:siro-2" in who(igreg, made, "role:siro-1")[2]
    assert "did you mean 'siro-2'?" in who(igreg, made, "siro-1", "--no-history")[2]
    code, _, err = who(igreg, made, "siro-2", "--as-known", "--on", "2026-01-06")
    assert (code, "igreg who siro-1" in err) == (2, True)
    assert "renamed" not in who(igreg, made, "siro-7")[2]
    over = igreg("timeline", "role:siro-1", made.register)
    assert (over.code, "it was renamed: igreg timeline role:siro-2" in over.err) == (2, True)
