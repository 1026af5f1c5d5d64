"""The secret of keys: made once, kept for its owner alone, and out of what is committed before it stands there."""

from __future__ import annotations

import re
import stat
import sys
from pathlib import Path

import pytest

from igreg.errors import IgregError
from igreg.store.import_key import VARIABLE, ImportKey, import_key


@pytest.fixture(autouse=True)
def no_key_in_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(VARIABLE, raising=False)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param(None, "imports/.key\n", id="no .gitignore yet"),
        pytest.param("", "imports/.key\n", id="an empty one"),
        pytest.param("charts/\n", "charts/\nimports/.key\n", id="below what stands there"),
        pytest.param("charts/", "charts/\nimports/.key\n", id="a last line without an end"),
        pytest.param("imports/.key\ncharts/\n", "imports/.key\ncharts/\n", id="it stands there already"),
        pytest.param("old-imports/.key\n", "old-imports/.key\nimports/.key\n", id="another line that ends alike"),
    ],
)
def test_it_is_kept_out_of_what_is_committed(before: str | None, after: str, tmp_path: Path) -> None:
    if before is not None:
        (tmp_path / ".gitignore").write_text(before, newline="\n")
    made = import_key(tmp_path)
    assert made.fresh and re.fullmatch(b"[0-9a-f]{64}", made.secret)
    made.keep()
    assert (tmp_path / ".gitignore").read_bytes() == after.encode()
    again = import_key(tmp_path)
    assert again == ImportKey(made.secret, tmp_path / "imports" / ".key")


@pytest.mark.skipif(sys.platform == "win32", reason="no such modes")
def test_nobody_else_may_read_it(tmp_path: Path) -> None:
    made = import_key(tmp_path)
    made.keep()
    assert stat.S_IMODE(made.path.stat().st_mode) == 0o600


def test_one_that_was_there_is_not_written_again(tmp_path: Path) -> None:
    import_key(tmp_path).keep()
    (tmp_path / ".gitignore").unlink()
    import_key(tmp_path).keep()
    assert not (tmp_path / ".gitignore").exists()


def test_of_two_that_are_made_at_once_the_first_stays(tmp_path: Path) -> None:
    first, second = import_key(tmp_path), import_key(tmp_path)
    first.keep()
    with pytest.raises(IgregError, match="written by somebody else meanwhile"):
        second.keep()
    assert import_key(tmp_path).secret == first.secret


@pytest.mark.parametrize(("given", "is_enough"), [("k" * 31, False), ("k" * 32, True), (f"  {'k' * 32}\n", True)])
def test_one_of_the_environment(given: str, is_enough: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, given)
    if is_enough:
        found = import_key(tmp_path)
        found.keep()
        assert (found.secret, found.fresh, list(tmp_path.iterdir())) == (b"k" * 32, False, [])
    else:
        with pytest.raises(IgregError, match="too short"):
            import_key(tmp_path)


@pytest.mark.parametrize("text", ["", "f" * 63, "f" * 65, "g" * 64, "F" * 64])
def test_what_is_no_key_is_told(text: str, tmp_path: Path) -> None:
    (tmp_path / "imports").mkdir()
    (tmp_path / "imports" / ".key").write_text(text)
    with pytest.raises(IgregError, match="is no key"):
        import_key(tmp_path)
