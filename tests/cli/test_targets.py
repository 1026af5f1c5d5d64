"""No command writes what it is asked for into the register, and each says so in the same words."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Ran

HOME = Path(__file__).parents[1] / "registers" / "care-home"
DAY = ("--today", "2026-11-24")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("capacity --out register/x.xlsx", "--out: the plan cannot go into the register"),
        ("report leads --out register/x.html", "--out: a report cannot go into the register"),
        ("timeline risk --out register/x.svg", "--out: a timeline cannot go into the register"),
        ("breach INC-03 --out register/x.docx", "--out: the desk cannot go into the register"),
        ("sheet --out register/x.xlsx", "--out: a workbook cannot go into the register"),
        ("due --format eml --out register/x", "--out: messages cannot go into the register"),
        ("export --snapshot --out register/x", "--out: a snapshot cannot go into the register"),
        ("export --format json --out register/x.json", "--out: an export cannot stand in the register or around it"),
        ("export --format csv --out .", "--out: an export cannot stand in the register or around it"),
        ("evidence --out register/x.zip", "--out: evidence cannot stand in the register or around it"),
        ("evidence --out .", "--out: evidence cannot stand in the register or around it"),
        ("form incident --out register/x.html", "--out: a form cannot go into the register"),
        ("site --audience staff --out .", "--out: a site cannot stand in the register or around it"),
    ],
)
def test_nothing_goes_into_the_register(
    igreg: Callable[..., Ran], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: str, said: str
) -> None:
    shutil.copytree(HOME, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    before = sorted(tmp_path.rglob("*"))
    ran = igreg(*words.split(), *DAY)
    assert (ran.code, said in ran.err) == (2, True), ran.err
    assert sorted(tmp_path.rglob("*")) == before
