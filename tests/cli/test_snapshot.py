"""igreg export --snapshot: what it says of a register, and what it does not."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import duckdb
import pytest

from tests.conftest import Ran, Write
from tests.git.repositories import begin, needs_git

ROOT = Path(__file__).parents[2]
REGISTERS = [ROOT / "register", *sorted(path for path in (ROOT / "tests" / "registers").iterdir() if path.is_dir())]
DAY = ("--today", "2026-11-24")
Igreg = Callable[..., Ran]


def stands(igreg: Igreg, folder: Path) -> dict[str, Any]:
    ran = igreg("estate", folder, *DAY, "--format", "json", "--incomplete-ok")
    assert ran.code == 0, ran.out
    [row] = json.loads(ran.out)["registers"]
    return dict(row)


@pytest.mark.thorough
@pytest.mark.parametrize("register", REGISTERS, ids=lambda path: path.name)
def test_a_snapshot_says_what_the_register_does(igreg: Igreg, tmp_path: Path, register: Path) -> None:
    out = tmp_path / "new" / "snapshot"
    ran = igreg("export", "--snapshot", "--out", out, "--register", register, *DAY)
    assert (ran.code, ran.out, ran.err) == (0, "", f"wrote {out.as_posix()}/snapshot.parquet\n")
    assert [path.name for path in out.iterdir()] == ["snapshot.parquet"]
    there, here = stands(igreg, out), stands(igreg, register)
    for row in (there, here):
        del row["register"], row["source"], row["commit"]
        for share in row["training"]:
            if share["audience"] == "<5" or share["audience"] < 5:
                share["audience"] = share["share"] = "<5"
    assert there == here


def test_no_person_is_in_it(igreg: Igreg, tmp_path: Path) -> None:
    register = ROOT / "register"
    igreg("export", "--snapshot", "--out", tmp_path, "--register", register, *DAY)
    rows = duckdb.read_parquet(str(tmp_path / "snapshot.parquet")).fetchall()
    said = "\n".join(str(row) for row in rows)
    from igreg.model.kinds.staff import StaffMember
    from igreg.register.read import read
    from igreg.store.read import read_sources

    people = read(read_sources(register)).of(StaffMember)
    assert len(people) > 20
    assert [one.id for one in people if one.id in said or one.name in said] == []


def test_nobody_is_in_it_who_is_named_in_a_title(igreg: Igreg, write: Write, tmp_path: Path) -> None:
    register = write(
        {
            "organisation.yaml": "name: Ash House\ntype: gp-practice\n",
            "staff.yaml": "- {id: w-xylo, name: Wren Xylo}\n",
            "courses.yaml": "- {id: start, title: Induction with Wren Xylo}\n",
            "training-plans.yaml": "- {id: p, title: P, audience: [all-staff], courses: [{course: start}]}\n",
        }
    )
    assert igreg("export", "--snapshot", "--out", tmp_path / "out", "--register", register, *DAY).code == 0
    said = str(duckdb.read_parquet(str(tmp_path / "out" / "snapshot.parquet")).fetchall())
    assert "Induction with person-1" in said and "Xylo" not in said
    assert "Induction with Wren Xylo" in igreg("estate", register, *DAY, "--format", "json").out


def test_it_has_the_same_bytes_each_time(igreg: Igreg, tmp_path: Path) -> None:
    for name in ("a", "b"):
        igreg("export", "--snapshot", "--out", tmp_path / name, "--register", ROOT / "register", *DAY)
    one, two = ((tmp_path / name / "snapshot.parquet").read_bytes() for name in ("a", "b"))
    assert one == two


def test_an_export_of_all_tables_has_the_same_beside_them(igreg: Igreg, write: Write, tmp_path: Path) -> None:
    register = write({"organisation.yaml": "name: Ash House\ntype: gp-practice\n"})
    here = ("--register", register, *DAY)
    igreg("export", "--snapshot", "--out", tmp_path / "one", *here)
    igreg("export", "--format", "parquet", "--no-names", "--out", tmp_path / "all", *here)
    one, beside = ((tmp_path / name / "snapshot.parquet").read_bytes() for name in ("one", "all"))
    assert one == beside
    assert stands(igreg, tmp_path / "all")["name"] == "Ash House"


@needs_git
def test_the_commit_is_told_where_all_stands_as_committed(igreg: Igreg, tmp_path: Path) -> None:
    repository = begin(tmp_path / "repo")
    rev = repository.commit("2026-01-01", organisation="name: Ash House\ntype: gp-practice\n")

    def commit() -> str | None:
        out = ("--out", tmp_path / "out", "--register", repository.register)
        assert igreg("export", "--snapshot", *out, *DAY).code == 0
        found = stands(igreg, tmp_path / "out")["commit"]
        return None if found is None else str(found)

    assert commit() == rev
    settings = repository.root / "igreg.toml"
    settings.write_text('ignore = ["no-assets"]\n', encoding="utf-8")
    assert commit() is None, "the findings hang on it"
    rev = repository.commit("2026-01-02")
    assert commit() == rev
    repository.write(risks="[]\n")
    assert commit() is None
    assert stands(igreg, repository.register)["commit"] is None


def test_a_register_in_part_says_so(igreg: Igreg, write: Write, tmp_path: Path) -> None:
    register = write({"organisation.yaml": "name: Ash House\ntype: gp-practice\n", "risks.yaml": "- ["})
    ran = igreg("export", "--snapshot", "--out", tmp_path / "out", "--register", register, *DAY)
    assert ran.code == 1
    assert "risks.yaml could not be read in full" in ran.err or "could not be read in full" in ran.err
    assert stands(igreg, tmp_path / "out")["message"].startswith("incomplete: 1 file could not be read in full")


def test_a_share_of_fewer_than_five_is_given_as_few(igreg: Igreg, write: Write, tmp_path: Path) -> None:
    def training(people: int) -> Any:
        register = write(
            {
                "organisation.yaml": "name: Ash House\ntype: gp-practice\n",
                "staff.yaml": "".join(f"- {{id: s-{n}, name: S {n}, started: 2020-01-01}}\n" for n in range(people)),
                "courses.yaml": "- {id: DSA, title: Awareness, valid_for: 12 months}\n",
                "training-plans.yaml": "- {id: P, title: Plan, audience: [all-staff], courses: [{course: DSA}]}\n",
                "training-records.yaml": "- {staff: s-0, course: DSA, completed: 2026-06-01}\n",
            }
        )
        igreg("export", "--snapshot", "--out", tmp_path / "out", "--register", register, *DAY)
        return stands(igreg, tmp_path / "out")["training"]

    assert training(4) == [{"course": "DSA", "title": "Awareness", "audience": "<5", "share": "<5"}]
    assert training(5) == [{"course": "DSA", "title": "Awareness", "audience": 5, "share": 20.0}]
