"""`igreg capacity`: what it prints in each format, what it refuses, and that levelled days are written whole or not at all."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from tests.conftest import Ran, Write
from tests.power import cut_off

Igreg = Callable[..., Ran]
DAY = ("--today", "2026-03-16")
POLICY = "- id: {id}\n  title: {title}\n  owner: lead\n  status: in-force  # kept\n  in_force_from: 2020-01-01\n  effort: 20 hours\n  review: {{every: 12 months, last: 2025-06-15}}\n"
FILES = {
    "organisation.yaml": "name: E\ntype: other\nnation: scotland\n",
    "units.yaml": "- {id: north, name: North}\n",
    "roles.yaml": "- {id: lead, title: Lead <b>|*, unit: north, function: ig-lead, hours_per_week: 10, holders: [{staff: ann, from: 2020-01-01}]}\n",
    "staff.yaml": "- {id: ann, name: Ann, hours_per_week: 37.5}\n",
    "policies.yaml": POLICY.format(id="P1", title='"=1+1"') + POLICY.format(id="P2", title="Two"),
}


def read(igreg: Igreg, folder: Path, *words: object) -> Any:
    ran = igreg("capacity", folder, *DAY, "--format", "json", *words)
    assert ran.code == 0, ran.err
    return json.loads(ran.out)


def test_the_json(igreg: Igreg, write: Write) -> None:
    found = read(igreg, write(FILES), "--months", "4")
    assert [month["month"] for month in found["months"]] == ["2026-03", "2026-04", "2026-05", "2026-06"]
    assert found["months"][0]["from"] == "2026-03-16"
    (role,) = found["roles"]
    assert role["months"][3] == {
        "month": "2026-06",
        "due": 40,
        "overdue": 0,
        "fixed": 0,
        "demand": 40,
        "supply": 42,
        "load": 95.2,
        "state": "fits",
    }
    assert [(item["record"], item["day"], item["effort"]) for item in found["items"]] == [
        ("P1", "2026-06-15", "record"),
        ("P2", "2026-06-15", "record"),
    ]
    assert (found["cannot_hold"], found["incomplete"], found["version"]) == ([], [], 1)


def test_the_table_wide_and_narrow(igreg: Igreg, write: Write) -> None:
    folder = write(FILES | {"roles.yaml": FILES["roles.yaml"].replace("hours_per_week: 10", "hours_per_week: 5")})
    wide = igreg("capacity", folder, *DAY, "--months", "4", columns=120)
    assert (wide.code, wide.err) == (0, "")
    assert wide.out == (
        "March 2026 to June 2026: 40 hours of work, 73 hours of those who hold the roles.\n"
        "\n"
        "                       2026-03    2026-04    2026-05    2026-06\n"
        "Lead <b>|*                   -          -          -  OVER 190%\n"
        "All, of hours known          -          -          -  OVER 190%\n"
        "\n"
        "Months that cannot hold it:\n"
        "  June 2026: Lead <b>|*, 40 of 21 hours\n"
    )
    narrow = igreg("capacity", folder, *DAY, "--months", "4", columns=40).out
    assert "Lead <b>|*\n  2026-06  OVER 190%, 40 of 21 hours\n" in narrow
    assert max(map(len, narrow.splitlines())) <= 40


def test_one_role_with_everything_behind_it(igreg: Igreg, write: Write) -> None:
    out = igreg("capacity", write(FILES), *DAY, "--owner", "ig-lead", "-q").out
    assert "What falls due:\n  2026-06-15  review: P1 =1+1, 20 h\n" in out
    assert igreg("capacity", write(FILES), *DAY, "--unit", "North").code == 0


def test_csv_holds_no_formula_and_markdown_no_markup(igreg: Igreg, write: Write) -> None:
    folder = write(FILES | {"roles.yaml": FILES["roles.yaml"].replace("Lead <b>|*", "=cmd|x")})
    rows = list(
        csv.DictReader(io.StringIO(igreg("capacity", folder, *DAY, "--format", "csv").out.removeprefix("\ufeff")))
    )
    assert len(rows) == 12
    assert {row["title"] for row in rows} == {"'=cmd|x"}
    shown = igreg("capacity", write(FILES), *DAY, "--format", "markdown", "--level").out
    assert "<b>" not in shown
    assert len({line.count("|") - line.count("\\|") for line in shown.splitlines() if line.startswith("|")}) <= 3


def test_the_picture_is_a_table_and_says_what_is_over_in_words(igreg: Igreg, write: Write) -> None:
    folder = write(FILES | {"roles.yaml": FILES["roles.yaml"].replace("hours_per_week: 10", "hours_per_week: 5")})
    ran = igreg("capacity", folder, *DAY, "--format", "svg", "--months", "4")
    root = ElementTree.fromstring(ran.out)
    space = "{http://www.w3.org/2000/svg}"
    assert root.find(f"{space}title") is not None
    desc = root.find(f"{space}desc")
    assert desc is not None
    assert "June 2026: Lead <b>|*, 40 of 21 hours." in (desc.text or "")
    table = next(one for one in root.iter() if one.get("role") == "table")
    rows = [one for one in table if one.get("role") == "row"]
    assert [len(list(row)) - (number > 0) for number, row in enumerate(rows)] == [5, 5, 5]
    assert any(one.get("aria-label") == "OVER 190%: 40 of 21 hours" for one in table.iter())
    assert any(one.get("fill") == "url(#over)" for one in table.iter())


def test_the_workbook(igreg: Igreg, write: Write, tmp_path: Path) -> None:
    out = tmp_path / "capacity.xlsx"
    ran = igreg("capacity", write(FILES), *DAY, "--format", "xlsx", "--out", out, "--level")
    assert (ran.code, ran.out) == (0, "")
    assert out.read_bytes()[:2] == b"PK"
    assert "wrote" in ran.err


def test_levelling_and_writing(igreg: Igreg, write: Write) -> None:
    folder = write(FILES)
    before = (folder / "policies.yaml").read_text()
    level = read(igreg, folder, "--months", "4", "--level")["level"]
    assert level["best"] is True
    assert [(move["record"], move["latest"]) for move in level["moves"]] == [("P1", "2026-06-15")]
    assert (folder / "policies.yaml").read_text() == before

    dry = igreg("capacity", "--level", "--write", "--dry-run", folder, *DAY, "--months", "4")
    assert dry.code == 0
    assert f"+  review: {{every: 12 months, last: 2025-06-15, next: {level['moves'][0]['day']}}}" in dry.out
    assert (folder / "policies.yaml").read_text() == before

    ran = igreg("capacity", "--level", "--write", folder, *DAY, "--months", "4")
    assert (ran.code, ran.out.splitlines()[-1]) == (0, "Level reviews: 1 record on another day")
    after = (folder / "policies.yaml").read_text()
    assert re.findall(r"next: ([0-9-]+)", after) == [level["moves"][0]["day"]]
    assert after.count("# kept") == 2
    again = read(igreg, folder, "--months", "4", "--level")
    assert again["level"]["moves"] == []
    assert [month["demand"] for month in again["months"]] == [month["demand"] for month in level["after"]["months"]]
    nothing = igreg("capacity", "--level", "--write", folder, *DAY, "--months", "4")
    assert "nothing to write" in nothing.err


def test_killed_at_whatever_it_writes_no_review_moves_alone(igreg: Igreg, write: Write) -> None:
    """Each file is whole at any time; all reviews stand where they did, or all where they should as the next writer begins."""
    risk = "- {{id: {id}, title: {id}, areas: [risk], owner: lead, effort: 20 hours, review: {{every: 12 months, last: 2025-06-15}}}}\n"
    risks = "".join(risk.format(id=id) for id in ("R1", "R2"))
    folder = write(FILES | {"policies.yaml": POLICY.format(id="P1", title="One"), "risks.yaml": risks})

    def run() -> Ran:
        return igreg("capacity", "--level", "--write", folder, *DAY, "--months", "5")

    def content() -> dict[str, str]:
        return {path.name: path.read_text(encoding="utf-8") for path in folder.iterdir()}

    before = content()
    assert run().code == 0
    wanted = content()
    assert sorted(name for name in wanted if wanted[name] != before[name]) == ["policies.yaml", "risks.yaml"]
    put_back(folder, before)
    for _ in cut_off(run):
        there = content()
        assert all(there[name] in (before[name], wanted[name]) for name in before)
        run()
        assert content() == wanted
        put_back(folder, before)


def put_back(folder: Path, files: dict[str, str]) -> None:
    """Make a folder hold these files and no others."""
    for path in folder.iterdir():
        path.unlink()
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")


def test_a_broken_file_is_no_all_clear(igreg: Igreg, write: Write) -> None:
    folder = write(FILES | {"audits.yaml": "- {id: A\n"})
    ran = igreg("capacity", folder, *DAY, "--format", "json", "--months", "4")
    assert (ran.code, json.loads(ran.out)["incomplete"]) == (1, ["register/audits.yaml"])
    assert igreg("capacity", folder, *DAY, "--incomplete-ok").code == 0
    before = (folder / "policies.yaml").read_text()
    refused = igreg("capacity", folder, *DAY, "--level", "--write", "--months", "4")
    assert refused.code == 2
    assert "how much falls due cannot be said for certain" in refused.err
    assert (folder / "policies.yaml").read_text() == before


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--format", "exel"), "there is no format 'exel'"),
        (("--format", "xlsx"), "--format xlsx needs --out"),
        (("--write",), "--write goes with --level"),
        (("--dry-run",), "--dry-run goes with --write"),
        (("--level", "--write", "--without", "ann"), "--write does not go with"),
        (("--months", "0"), "0 is not between 1 and 60"),
        (("--months", "61"), "61 is not between 1 and 60"),
        (("--owner", "nobody"), "no role or person 'nobody'"),
        (("--unit", "south"), "no unit 'south'"),
        (("--without", "zed"), "no person 'zed'"),
        (("--with", "lead"), "'lead' is not a role"),
        (("--with", "lead="), "'lead=' is not a role"),
        (("--with", "lead=nan"), "'lead=nan' is not a role"),
        (("--with", "lead=0"), "'lead=0' is not a role"),
        (("--with", "lead=168.5"), "'lead=168.5' is not a role"),
        (("--with", "lead=1e999"), "'lead=1e999' is not a role"),
        (("--with", "=5"), "'=5' is not a role"),
        (("--with", "zed=5"), "no role 'zed'"),
    ],
)
def test_what_is_refused(igreg: Igreg, write: Write, words: tuple[str, ...], said: str) -> None:
    ran = igreg("capacity", write(FILES), *DAY, *words)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err


def test_where_a_plan_cannot_go(igreg: Igreg, write: Write, tmp_path: Path) -> None:
    folder = write(FILES)
    assert "cannot go into the register" in igreg("capacity", folder, *DAY, "--out", folder / "x.txt").err
    assert "is a folder" in igreg("capacity", folder, *DAY, "--out", tmp_path).err


def test_what_if_is_told(igreg: Igreg, write: Write) -> None:
    found = read(igreg, write(FILES), "--without", "Ann", "--with", "lead=5", "--with", "lead=2.5", "--months", "4")
    assert found["what_if"] == {"without": ["ann"], "with": {"lead": 7.5}}
    assert found["roles"][0]["months"][3]["supply"] == 31.5
    out = igreg("capacity", write(FILES), *DAY, "--without", "ann", columns=200).out
    assert "What if: without Ann from 2026-03-16 on." in out
    assert "NOBODY 40h" in out


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ('[effort]\npolicys = "4 hours"\n', "igreg.toml:2:1: effort: nothing that falls due is called 'policys'; did you mean 'policies'?"),
        ('[effort]\npolicies = "4 weeks"\n', "effort: policies: '4 weeks' is not a time in hours or days"),
        ("[effort]\npolicies = -1\n", "effort: policies: the number is not between 0 and 10000 hours"),
        ("[effort]\npolicies = nan\n", "the number is not between"),
        ("[effort]\npolicies = true\n", "true is not a time"),
        ("[effort]\npolicies = [1]\n", "this is not a time"),
        ('[effort]\npolicies = "99999 hours"\n', "is more than 10000 hours"),
        ("effort = 3\n", "a table belongs here, [effort]"),
    ],
)  # fmt: skip
def test_mistakes_in_the_settings(igreg: Igreg, write: Write, settings: str, said: str) -> None:
    folder = write(FILES)
    (folder.parent / "igreg.toml").write_text(settings)
    ran = igreg("capacity", folder, *DAY)
    assert ran.code == 2
    assert said in ran.err


@pytest.mark.parametrize("key", ["audits", "audit", '"training record"', "starter_training", "starter-training"])
def test_words_of_the_settings(igreg: Igreg, write: Write, key: str) -> None:
    folder = write(FILES)
    (folder.parent / "igreg.toml").write_text(f"[effort]\n{key} = 0\n")
    assert igreg("capacity", folder, *DAY).code == 0
