"""The configuration file: found beside the register or as given, and told when it cannot be read."""

from __future__ import annotations

from pathlib import Path

import pytest

from igreg.errors import IgregError
from igreg.store.config import read_config


def test_beside_the_register_as_given_or_none(tmp_path: Path) -> None:
    register = tmp_path / "register"
    assert read_config(register, None) == ("", "")
    (tmp_path / "igreg.toml").write_bytes(b"\xef\xbb\xbfselect = []\n")
    assert read_config(register, None) == ("igreg.toml", "select = []\n")
    (tmp_path / "other.toml").write_text("x")
    assert read_config(register, tmp_path / "other.toml") == ("other.toml", "x")


@pytest.mark.parametrize("name", ["none.toml", "."])
def test_one_that_is_not_there(tmp_path: Path, name: str) -> None:
    with pytest.raises(IgregError, match="there is no configuration file"):
        read_config(tmp_path / "register", tmp_path / name)


def test_one_that_is_not_utf_8(tmp_path: Path) -> None:
    (tmp_path / "igreg.toml").write_bytes(b"\xff")
    with pytest.raises(IgregError, match=r"igreg\.toml cannot be read") as refused:
        read_config(tmp_path / "register", None)
    assert refused.value.hint == "it is a TOML file in UTF-8"
