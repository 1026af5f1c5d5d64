"""Completion of ids: what begins so, with titles; silence where there is no register."""

from __future__ import annotations

from pathlib import Path

import pytest

from igreg.cli.complete import ids


def test_ids_of_a_kind(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(Path(__file__).parents[2])
    assert ("siro", "Senior Information Risk Owner (SIRO)") in ids("roles")("si")
    assert all(id.startswith("IGG-") for id, _ in ids("meetings", "actions")("IGG-"))
    assert ids("roles")("no-such") == []


def test_no_register_is_silence(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    assert ids()("") == []
