"""`igreg diff --charts DIR`: what is drawn and marked, what is told, and which folders are left alone."""

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
ROLES = """\
- {id: top, title: Chief, level: board, holders: [{staff: ann, from: 2020-01-01}]}
- {id: siro, title: SIRO, areas: [risk], accountable_to: top, holders: [{staff: ben, from: 2020-01-01}]}
- {id: dpo, title: DPO, accountable_to: top, holders: [{staff: dan, from: 2020-01-01}]}
"""
STAFF = "".join(f"- {{id: {id}, name: {id.title()}}}\n" for id in ("ann", "ben", "cat", "dan", "eve"))
DAY = ("--today", "2026-11-24", "--format", "json")


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """A register in which somebody else becomes SIRO, the DPO goes and another post comes."""
    made = begin(tmp_path / "r")
    made.commit("2026-01-05", organisation="{name: E, type: other, top: top}\n", roles=ROLES, staff=STAFF)
    new = "- {id: ciso, title: CISO, accountable_to: siro, holders: [{staff: eve, from: 2020-01-01}]}\n"
    made.write(roles=ROLES.replace("{staff: ben", "{staff: cat").replace(ROLES.splitlines()[2] + "\n", new))
    return made


def run(igreg: Igreg, repository: Repository, out: Path, *words: str) -> tuple[int, list[Any], str]:
    ran = igreg("diff", *words, repository.register, "--charts", out, *DAY)
    found = json.loads(ran.out)["consequences"] if ran.out else []
    return ran.code, [one for one in found if one["what"] == "chart-changed"], ran.err


def files(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_before_and_after(igreg: Igreg, repository: Repository, tmp_path: Path) -> None:
    out = tmp_path / "charts"
    code, found, err = run(igreg, repository, out)
    assert (code, err) == (0, f"wrote {out.as_posix()}: 4 charts\n")
    assert files(out) == [
        f"{word}/{name}.svg" for word in ("after", "before") for name in ("communication", "structure")
    ]
    assert [(one["subject"], one["before"], one["after"], one["on"], one["until"]) for one in found] == [
        ("structure", ["before/structure.svg"], ["after/structure.svg"], "2026-11-24", None)
    ]
    assert found[0]["text"] == "the chart of who answers to whom changes: 1 box changed, 1 box new and 1 box gone"
    before, after = ((out / word / "structure.svg").read_text("utf-8") for word in ("before", "after"))
    assert [word in before for word in ("CHANGED: SIRO", "GONE: DPO", "NEW:", "CHANGED: Chief")] == [
        True,
        True,
        False,
        False,
    ]
    assert [word in after for word in ("CHANGED: SIRO", "NEW: CISO", "GONE:", "CHANGED: Chief")] == [
        True,
        True,
        False,
        False,
    ]
    assert "before the change (commit " in before and "after the change (as the register stands here)" in after


def test_nothing_changes(igreg: Igreg, repository: Repository, tmp_path: Path) -> None:
    code, found, _ = run(igreg, repository, tmp_path / "charts", "HEAD", "HEAD")
    assert (code, found) == (0, [])
    assert "CHANGED" not in (tmp_path / "charts/after/structure.svg").read_text("utf-8")


def test_without_the_option_no_chart_is_told(igreg: Igreg, repository: Repository) -> None:
    ran = igreg("diff", repository.register, *DAY)
    assert "chart-changed" not in ran.out


def test_a_folder_of_its_own_is_replaced_as_a_whole(igreg: Igreg, repository: Repository, tmp_path: Path) -> None:
    out = tmp_path / "charts"
    run(igreg, repository, out)
    (out / "before/older.svg").write_bytes((out / "before/structure.svg").read_bytes())
    assert run(igreg, repository, out)[0] == 0
    assert "before/older.svg" not in files(out)


@pytest.mark.parametrize(
    "name", ["notes.txt", "before/notes.txt", "before/mine.svg", "before/deep/structure.svg", "structure.svg"]
)
def test_what_is_somebody_elses_is_left_alone(igreg: Igreg, repository: Repository, tmp_path: Path, name: str) -> None:
    path = tmp_path / "charts" / name
    path.parent.mkdir(parents=True)
    path.write_text("mine", encoding="utf-8")
    code, _, err = run(igreg, repository, tmp_path / "charts")
    assert code == 2
    assert "is there already, and holds something else" in err
    assert files(tmp_path / "charts") == [name]


@pytest.mark.parametrize("place", ["register", "register/charts", ".", "../charts.txt"])
def test_other_places(igreg: Igreg, repository: Repository, place: str) -> None:
    (repository.root.parent / "charts.txt").write_text("mine", encoding="utf-8")
    code, _, err = run(igreg, repository, repository.root / place)
    assert (code, "--charts" in err) == (2, True)
    assert (repository.root.parent / "charts.txt").read_text("utf-8") == "mine"


def test_a_link_is_not_followed(igreg: Igreg, repository: Repository, tmp_path: Path) -> None:
    (tmp_path / "theirs").mkdir()
    (tmp_path / "charts").symlink_to(tmp_path / "theirs", target_is_directory=True)
    assert run(igreg, repository, tmp_path / "charts")[0] == 2
    assert files(tmp_path / "theirs") == []


def test_of_a_broken_state_no_box_is_marked(igreg: Igreg, repository: Repository, tmp_path: Path) -> None:
    repository.write(staff="- {id: x\n")
    code, found, err = run(igreg, repository, tmp_path / "charts")
    assert (code, found) == (0, [])
    assert "no box of the chart structure is marked: some of what it is drawn from cannot be read" in err
    assert "GONE" not in (tmp_path / "charts/before/structure.svg").read_text("utf-8")


def test_a_commit_without_a_register_has_no_charts(igreg: Igreg, tmp_path: Path) -> None:
    made = begin(tmp_path / "r")
    (made.root / "README").write_text("x", encoding="utf-8")
    made.commit("2026-01-05")
    made.write(organisation="{name: E, type: other}\n", roles=ROLES, staff=STAFF)
    code, found, _ = run(igreg, made, tmp_path / "charts")
    assert (code, found) == (0, [])
    assert files(tmp_path / "charts") == ["after/communication.svg", "after/structure.svg"]
