"""`igreg schema`: printed, written, and held against what is there."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from igreg.model.kinds import KINDS, in_order
from igreg.model.schema import PACKS, schema_files
from tests.conftest import Ran

Igreg = Callable[..., Ran]


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is written into the repository."""
    monkeypatch.chdir(tmp_path)


def test_every_kind_in_one_object(igreg: Igreg) -> None:
    ran = igreg("schema")
    assert ran.code == 0
    assert list(json.loads(ran.out)) == [name.removesuffix(".schema.json") for name in schema_files()]
    assert set(json.loads(ran.out)) >= set(KINDS)


def test_one_kind_as_it_is_written(igreg: Igreg) -> None:
    assert igreg("schema", "policies").out == schema_files()["policies.schema.json"]


@pytest.mark.parametrize(
    ("kind", "hint"),
    [
        pytest.param("policy", "did you mean 'policies'?", id="near"),
        pytest.param("x", f"one of: {', '.join((*in_order(), PACKS))}", id="far from any"),
    ],
)
def test_an_unknown_kind_suggests_the_nearest(igreg: Igreg, kind: str, hint: str) -> None:
    ran = igreg("schema", kind)
    assert (ran.code, ran.out, ran.err) == (2, "", f"igreg: no kind is called {kind!r}\nhelp: {hint}\n")


def test_written_into_a_folder_and_held_against_it(igreg: Igreg) -> None:
    missing = igreg("schema", "--check", "--out", "made")
    assert missing.code == 1
    assert missing.out.splitlines() == [f"made/{name} is not current" for name in schema_files()]
    assert not Path("made").exists()
    assert igreg("schema", "--out", "made").code == 0
    assert {path.name: path.read_bytes() for path in Path("made").iterdir()} == {
        name: text.encode() for name, text in schema_files().items()
    }
    assert igreg("schema", "--check", "--out", "made") == Ran(0, "", "")
    (Path("made") / "roles.schema.json").write_text("{}\n")
    assert igreg("schema", "--check", "--out", "made") == Ran(1, "made/roles.schema.json is not current\n", "")
    assert igreg("schema", "policies", "--check", "--out", "made").code == 0


def test_the_folder_that_is_looked_at_is_schemas(igreg: Igreg) -> None:
    assert igreg("schema", "roles", "--check") == Ran(1, "schemas/roles.schema.json is not current\n", "")
