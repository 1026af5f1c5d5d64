"""Which template is taken: the organisation's own, the one that was installed, or the checkout's."""

from __future__ import annotations

import importlib.resources
from pathlib import Path

import pytest

from igreg.store.templates import read_template

NAME = "due.txt.j2"


def test_ones_own_comes_first_then_what_was_installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    of_checkout = read_template(tmp_path / "register", NAME)
    assert of_checkout == (Path(__file__).parents[2] / "templates" / NAME).read_text(encoding="utf-8")
    installed = tmp_path / "igreg"
    monkeypatch.setattr(importlib.resources, "files", lambda package: tmp_path / package)
    assert read_template(tmp_path / "register", NAME) == of_checkout
    for folder, text in ((installed, "installed é"), (tmp_path, "own")):
        (folder / "templates").mkdir(parents=True)
        (folder / "templates" / NAME).write_text(text, encoding="utf-8")
        assert read_template(tmp_path / "register", NAME) == text
