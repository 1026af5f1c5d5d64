"""What looks like a person's details is told and never repeated, not even in a title or the line it stands on."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Ran


@pytest.mark.parametrize("format", ["text", "compact", "json", "markdown", "html", "github", "sarif"])
def test_it_is_never_repeated(format: str, tmp_path: Path, igreg: Callable[..., Ran]) -> None:
    folder = tmp_path / "register"
    folder.mkdir()
    (folder / "organisation.yaml").write_text("{name: O, type: other}\n", encoding="utf-8")
    incident = "- {id: a, title: Call from Mr Quillfeather, aware: 2026-11-20T09:30, summary: lives at 12 Quillfeather Road LS9 9ZZ}\n"
    (folder / "incidents.yaml").write_text(incident, encoding="utf-8")
    ran = igreg("check", folder, "--today", "2026-11-22", "--select", "IG811", "--format", format)
    if ran.code == 2:
        pytest.skip("no such format")
    assert "named-person" in ran.out
    assert "Quillfeather" not in ran.out
    assert "LS9" not in ran.out


def test_a_conflict_is_the_only_finding_of_a_file_but_for_numbers(tmp_path: Path, igreg: Callable[..., Ran]) -> None:
    folder = tmp_path / "register"
    folder.mkdir()
    (folder / "organisation.yaml").write_text(
        "<<<<<<< HEAD\n{name: O, type: other}\n# 999 000 0018\n", encoding="utf-8"
    )
    ran = igreg("check", folder, "--today", "2026-11-22", "--select", "IG0,IG1,IG801", "--format", "json")
    assert [found["code"] for found in json.loads(ran.out)["findings"]] == ["IG112", "IG801"]
