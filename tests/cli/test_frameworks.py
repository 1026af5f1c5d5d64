"""`igreg frameworks`: the packs there are, one of them whole, and one to begin an own one with."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from igreg.facts import pack_names
from tests.conftest import Ran, Write

Igreg = Callable[..., Ran]
ORGANISATION = {"organisation.yaml": "name: Home\ntype: care-provider\n"}


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither the sample register nor own packs of the repository are met."""
    monkeypatch.chdir(tmp_path)


def own(folder: Path, name: str, text: str) -> None:
    (folder / "frameworks").mkdir(exist_ok=True)
    (folder / "frameworks" / name).write_text(text, encoding="utf-8")


def test_the_list(igreg: Igreg) -> None:
    ran = igreg("frameworks", "--today", "2026-05-04", columns=120)
    assert ran.code == 0
    assert all(name in ran.out for name in pack_names())
    rows = json.loads(igreg("frameworks", "--format", "json", "--today", "2026-05-04").out)
    assert rows["version"] == 1
    found = {row["id"]: row for row in rows["frameworks"]}
    assert list(found) == list(pack_names())
    assert [found[name]["open"] for name in ("dspt-v8", "caf-dspt-2025-26", "caf-dspt-2026-27")] == [True, True, False]
    assert found["dspt-v7"]["comparison_only"]
    assert found["dspt-v8"]["source"] == ["cs", "inology", "nel", "dch"]


@pytest.mark.parametrize("columns", [40, 60, 80, 120])
def test_no_line_is_longer_than_the_terminal(igreg: Igreg, columns: int) -> None:
    lines = (
        igreg("frameworks", columns=columns).out.splitlines()
        + igreg("frameworks", "dspt-v8", columns=columns).out.splitlines()
    )
    assert max(map(len, lines)) <= max(columns, 46)


def test_one_pack(igreg: Igreg) -> None:
    assert "1.1.5" in igreg("frameworks", "dspt-v8").out
    pack = json.loads(igreg("frameworks", "caf-dspt", "--format", "json", "--today", "2026-07-01").out)
    assert (pack["id"], len(pack["items"])) == ("caf-dspt-2026-27", 49)
    assert all(isinstance(item["source"], list) for item in pack["items"])


def test_a_shipped_pack_becomes_ones_own(igreg: Igreg, write: Write) -> None:
    register = write(ORGANISATION)
    text = igreg("frameworks", "dspt-v8", "--format", "yaml").out
    own(register.parent, "dspt-v9.yaml", text.replace("id: dspt-v8\n", "id: dspt-v9\n"))
    own(register.parent, "dspt-v8.yaml", text)
    assert "IG010" not in igreg("check", "--select", "IG010").out
    rows = json.loads(igreg("frameworks", "--format", "json").out)["frameworks"]
    assert {row["id"]: row["file"] for row in rows if row["own"]} == {
        "dspt-v8": "frameworks/dspt-v8.yaml",
        "dspt-v9": "frameworks/dspt-v9.yaml",
    }
    assert "(yours)" in igreg("frameworks", "dspt-v9").out


def test_a_pack_with_faults_is_told_with_its_lines(igreg: Igreg, write: Write) -> None:
    register = write(ORGANISATION)
    own(register.parent, "ours.yaml", "id: ours\ntitle: Ours\ncolour: red\n")
    own(register.parent, "text.yaml", "id: [\n")
    own(register.parent, "_draft.yaml", "nothing: 1\n")
    ran = igreg("check", "--select", "IG0", "--format", "json")
    found = json.loads(ran.out)["findings"]
    assert [
        (one["code"], one["file"], one["line"], one["record"]) for one in found if one["file"].startswith("frameworks")
    ] == [
        *[("IG010", "frameworks/ours.yaml", 1, None)] * 4,
        ("IG010", "frameworks/ours.yaml", 3, None),
        ("IG001", "frameworks/text.yaml", 1, None),
    ]
    assert "could not be read" not in igreg("due").err
    listed = igreg("frameworks")
    assert listed.code == 0
    assert "5 faults" in listed.out
    assert igreg("frameworks", "ours", "--format", "yaml").out == "id: ours\ntitle: Ours\ncolour: red\n"


def test_own_packs_stand_beside_the_configuration(igreg: Igreg, write: Write, tmp_path: Path) -> None:
    write(ORGANISATION)
    elsewhere = tmp_path / "conf"
    elsewhere.mkdir()
    (elsewhere / "igreg.toml").write_text("", encoding="utf-8")
    own(elsewhere, "ours.yaml", "id: ours\n")
    assert "ours" not in igreg("frameworks").out
    assert "ours" in igreg("frameworks", "--config", str(elsewhere / "igreg.toml")).out
    assert "IG010" in igreg("check", "--config", str(elsewhere / "igreg.toml")).out


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("dspt-v88",), "PACK: there is no pack 'dspt-v88'"),
        (("--format", "csv"), "--format: there is no format 'csv'"),
        (("--format", "yaml"), "--format yaml prints one pack"),
    ],
)
def test_what_is_refused(igreg: Igreg, words: tuple[str, ...], message: str) -> None:
    ran = igreg("frameworks", *words)
    assert (ran.code, ran.out) == (2, "")
    assert message in ran.err


def test_hostile_text_is_data(igreg: Igreg, write: Write) -> None:
    register = write(ORGANISATION)
    own(register.parent, "ours.yaml", 'id: ours\ntitle: "[red]x\\e[31m\\u202e"\nedition: "\\u0007"\n')
    for words in (("frameworks",), ("frameworks", "ours")):
        out = igreg(*words).out
        assert "[red]x" in out
        assert not {"\x1b", "\u202e", "\x07"} & set(out)
