"""igreg export: what it refuses. What a snapshot says: `test_snapshot.py`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.conftest import Ran, Write

Igreg = Callable[..., Ran]


def test_a_snapshot_goes_into_a_folder_outside_the_register(igreg: Igreg, write: Write, tmp_path: Path) -> None:
    register = write({"organisation.yaml": "name: Ash House\ntype: gp-practice\n"})
    here = ("--register", register)
    assert igreg("export", "--snapshot", *here).code == 2
    assert igreg("export", "--snapshot", "--out", register / "x", *here).code == 2
    assert igreg("export", "--snapshot", "--out", register / "organisation.yaml", *here).code == 2
    file = tmp_path / "file"
    file.write_text("", encoding="utf-8")
    assert "is a file" in igreg("export", "--snapshot", "--out", file, *here).err
    assert igreg("export", "--snapshot", "--out", tmp_path / "out", "--register", tmp_path / "none").code == 3
