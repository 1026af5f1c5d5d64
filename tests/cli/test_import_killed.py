"""An import that is killed at any step leaves the old or the new behind, the map last; the next one brings it to its end."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.test_import import Igreg, Place
from tests.conftest import Write
from tests.power import cut_off

FILES = {
    "organisation.yaml": "name: X\ntype: other\n",
    "staff/a.yaml": "id: p-hollis\nname: Pat Hollis\n",
    "staff/b.yaml": "id: p-lunn\nname: Petra Lunn\njob_title: Clerk\n",
}
TABLE = "Name,Job Title\nPat Hollis,Porter\nPetra Lunn,Head of IT\nJane Osei,Nurse\n"
CHANGED = ("staff/a.yaml", "staff/b.yaml", "staff/j-osei.yaml")


def content(folder: Path) -> dict[str, str]:
    """What each file of a register holds; temporary ones are not counted."""
    found = (path for path in folder.rglob("*") if path.is_file() and not path.name.startswith("."))
    return {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in sorted(found)}


@pytest.mark.thorough
def test_an_import_that_is_killed_is_whole_or_not_at_all(igreg: Igreg, write: Write) -> None:
    place = Place(igreg, write, FILES)
    folder, imports = place.register, place.root / "imports"
    before = content(folder)

    def run() -> None:
        ran = place.run("--yes", table=TABLE)
        assert ran.code == 0, ran.err

    run()
    wanted, map_after = content(folder), content(imports)
    assert tuple(name for name in wanted if wanted[name] != before.get(name)) == CHANGED
    reset(folder, imports, before)
    cuts, maps = 0, set[bool]()
    for _ in cut_off(run):
        cuts += 1
        there = content(folder)
        assert all(text in (before.get(name), wanted[name]) for name, text in there.items())
        if imports.exists() and content(imports):
            assert (there, content(imports)) == (wanted, map_after)
        maps.add(imports.exists() and bool(content(imports)))
        run()
        assert content(folder) == wanted
        reset(folder, imports, before)
    assert cuts > 4 * len(CHANGED) and maps == {False, True}


def reset(folder: Path, imports: Path, files: dict[str, str]) -> None:
    """Make a register hold these files and no others, and have no map."""
    for path in [*folder.rglob("*"), *imports.rglob("*")]:
        if path.is_file():
            path.unlink()
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
