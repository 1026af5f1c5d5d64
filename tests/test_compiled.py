"""`make setup` leaves nothing to be compiled at each start."""

from __future__ import annotations

import compileall
from pathlib import Path

import pytest

from tools.compiled import main, needed
from tools.covering import ROOT


def test_what_igreg_stands_on_is_found_by_its_own_list_and_by_theirs() -> None:
    found = list(needed("igreg", set()))
    assert found[0] == "igreg"
    assert {"typer", "pydantic", "pydantic-core", "typing-extensions", "yaml-rs", "lxml"} <= set(found)
    assert not {"pytest", "mypy", "ruff"} & set(found), "only a developer needs these"
    assert len(set(found)) == len(found)


def test_a_package_of_another_system_is_left_out() -> None:
    assert list(needed("igreg-of-another-system", set())) == []


def test_each_file_of_them_is_compiled(monkeypatch: pytest.MonkeyPatch) -> None:
    folders: list[Path] = []
    files: list[str] = []
    monkeypatch.setattr(compileall, "compile_dir", lambda path, quiet: folders.append(path))
    monkeypatch.setattr(compileall, "compile_file", lambda path, quiet: files.append(Path(path).as_posix()))
    main()
    assert folders == [ROOT / "src" / "igreg"]
    for end in ("/pydantic/main.py", "/typer/core.py", "/typing_extensions.py"):
        assert any(file.endswith(end) for file in files), end
    assert not any(file.endswith("/_pytest/main.py") for file in files)


def test_setup_compiles() -> None:
    assert "-m tools.compiled" in (ROOT / "Makefile").read_text(encoding="utf-8")
