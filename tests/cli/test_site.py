"""igreg site: pages for people, in a folder that is made whole or not at all."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from igreg.store import folder as folders
from tests.conftest import Ran, Write

Igreg = Callable[..., Ran]
DAY = ("--today", "2026-11-24")
FILES = {
    "organisation.yaml": "name: Willow Court\ntype: care-provider\n",
    "staff.yaml": "- {id: ana, name: Ana Reid}\n- {id: bo, name: Bo Marsh}\n",
    "roles.yaml": (
        "- {id: ig-lead, title: IG lead, function: ig-lead, areas: [governance], public_contact: ig@willow.example,\n"
        "   duties: ['Helps Bo Marsh'], holders: [{staff: ana, from: 2025-01-01}, {staff: bo, from: 2025-01-01, as: deputy}]}\n"
        "- {id: owner, title: Owner, function: siro, areas: [risk], holders: [{staff: bo, from: 2025-01-01}]}\n"
    ),
    "policies.yaml": (
        "- {id: P1, title: Privacy, owner: ig-lead, in_force_from: 2026-01-01, document: {path: docs/p1.pdf, public: true}}\n"
        "- {id: P2, title: Passwords, owner: owner, in_force_from: 2026-01-01, document: {path: docs/p2.pdf}}\n"
        "- {id: P3, title: Pages, owner: owner, in_force_from: 2026-01-01, document: {path: docs/p3.html, public: true}}\n"
        "- {id: P4, title: Paper, owner: owner, in_force_from: 2026-01-01, document: {path: docs/gone.pdf, public: true}}\n"
    ),
}


@pytest.fixture
def home(write: Write, tmp_path: Path) -> Path:
    """The register of a care home, with documents beside it."""
    docs = tmp_path / "docs"
    docs.mkdir()
    for name in ("p1.pdf", "p2.pdf", "p3.html"):
        (docs / name).write_text(name, encoding="utf-8")
    return write(FILES)


def test_a_site_for_the_public(igreg: Igreg, home: Path, tmp_path: Path) -> None:
    out = tmp_path / "site"
    ran = igreg("site", home, *DAY, "--audience", "public", "--out", out)
    assert ran.code == 0
    assert ran.err.endswith(f"wrote {out.as_posix()}: 10 pages for the public; begin with index.html\n")
    assert "docs/p3.html is not among the pages: a page of its own kind could run a script" in ran.err
    assert "docs/gone.pdf is not among the pages: it is not there" in ran.err
    start = (out / "index.html").read_text(encoding="utf-8")
    assert "Something has gone wrong?" in start
    mail = '<a href="mailto:ig@willow.example" rel="noreferrer">ig@<wbr>willow.example</a>'
    assert f'Ana Reid, <a href="roles/ig-lead.html">IG lead</a>: {mail}' in start
    assert [one.name for one in (out / "documents").iterdir()] == ["p1.pdf"]
    text = "".join(path.read_text(encoding="utf-8") for path in out.rglob("*.*"))
    assert "Bo Marsh" not in text
    assert "Helps a member of staff" in text


def test_staff_see_names_and_every_document(igreg: Igreg, home: Path, tmp_path: Path) -> None:
    out = tmp_path / "site"
    assert igreg("site", home, *DAY, "--audience", "STAFF", "--out", out).code == 0
    assert sorted(one.name for one in (out / "documents").iterdir()) == ["p1.pdf", "p2.pdf"]
    page = (out / "roles/ig-lead.html").read_text(encoding="utf-8")
    assert "<dt>Deputy</dt><dd>Bo Marsh</dd>" in page
    assert "<li>Helps Bo Marsh</li>" in page
    assert '<a href="../policies/p1.html">Privacy</a> (as its owner)' in page


def test_a_site_is_replaced_whole(igreg: Igreg, home: Path, tmp_path: Path) -> None:
    out = tmp_path / "site"
    assert igreg("site", home, *DAY, "--audience", "board", "--out", out).code == 0
    assert (out / "policies/p2.html").exists()
    assert igreg("site", home, *DAY, "--audience", "public", "--out", out).code == 0
    assert not (out / "policies").exists()
    told = json.loads((out / "igreg-site.json").read_text(encoding="utf-8"))
    assert (told["made_by"], told["audience"], told["today"]) == ("igreg site", "public", "2026-11-24")


def test_the_old_site_stays_where_the_new_one_cannot_be_written(
    igreg: Igreg, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "site"
    assert igreg("site", home, *DAY, "--audience", "public", "--out", out).code == 0
    before = {path: path.read_bytes() for path in out.rglob("*.*")}

    def full(place: str, data: bytes) -> None:
        raise OSError(28, "No space left on device", place)

    monkeypatch.setattr(folders, "_write", full)
    ran = igreg("site", home, *DAY, "--audience", "staff", "--out", out)
    assert ran.code == 2
    assert "site cannot be written: No space left on device" in ran.err
    assert {path: path.read_bytes() for path in out.rglob("*.*")} == before
    assert [one.name for one in tmp_path.iterdir() if "igreg" in one.name] == []


KILLED = """
import os, pathlib, sys
from igreg.store import folder
left, write, rename = [int(sys.argv[1])], folder._write, pathlib.Path.rename
def count(): left[0] -= 1; left[0] or os._exit(9)
def counted_write(path, data): count(); write(path, data)
def counted_rename(self, to): count(); return rename(self, to)
folder._write, pathlib.Path.rename = counted_write, counted_rename
sys.argv[1:] = sys.argv[2:]
from igreg.__main__ import run
run()
"""
"""Igreg that stops dead, as if it were killed, before a file is written or a folder renamed; nothing is cleared away."""


@pytest.mark.thorough
@pytest.mark.parametrize("before", [1, 7, "taking the old away", "putting the new in its place"])
def test_killed_half_way_the_old_site_is_there_or_put_back(
    igreg: Igreg, home: Path, tmp_path: Path, before: int | str
) -> None:
    out = tmp_path / "site"
    words = ("site", str(home), *DAY, "--audience", "public", "--out", str(out))
    assert igreg(*words).code == 0
    old = {path: path.read_bytes() for path in out.rglob("*.*")}
    writes = len(old)
    at = before if isinstance(before, int) else writes + (1 if before.startswith("taking") else 2)
    (home / "organisation.yaml").write_text("name: Another name\ntype: care-provider\n", encoding="utf-8")
    killed = subprocess.run([sys.executable, "-c", KILLED, str(at), *words], check=False, capture_output=True)
    assert killed.returncode == 9
    if out.exists():
        assert {path: path.read_bytes() for path in out.rglob("*.*")} == old
    else:
        assert before == "putting the new in its place"
    assert igreg(*words).code == 0
    assert "Another name" in (out / "index.html").read_text(encoding="utf-8")
    assert [one.name for one in tmp_path.iterdir() if one.name.startswith(".site")] == []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--out", "site"), "for whom the pages are is not said\nhelp: add --audience public"),
        (("--audience", "public"), "igreg site needs --out"),
        (("--audience", "everybody", "--out", "x"), "there is no audience 'everybody'"),
    ],
)
def test_what_is_asked_must_be_said(igreg: Igreg, home: Path, words: tuple[str, ...], said: str) -> None:
    ran = igreg("site", home, *DAY, *words)
    assert ran.code == 2
    assert said in ran.err


def test_a_folder_that_igreg_did_not_make_stays(igreg: Igreg, home: Path, tmp_path: Path) -> None:
    out = tmp_path / "mine"
    out.mkdir()
    ran = igreg("site", home, *DAY, "--audience", "public", "--out", out)
    assert ran.code == 2
    assert "is there already, and igreg did not make it" in ran.err
    (out / "igreg-site.json").write_text("{}", encoding="utf-8")
    assert "igreg did not make it" in igreg("site", home, *DAY, "--audience", "public", "--out", out).err


def test_what_somebody_put_into_the_folder_is_not_lost(igreg: Igreg, home: Path, tmp_path: Path) -> None:
    out = tmp_path / "site"
    assert igreg("site", home, *DAY, "--audience", "public", "--out", out).code == 0
    (out / "roles/mine.txt").write_text("mine", encoding="utf-8")
    (out / ".DS_Store").write_text("", encoding="utf-8")
    ran = igreg("site", home, *DAY, "--audience", "public", "--out", out)
    assert ran.code == 2
    assert "site/roles/mine.txt would be lost: igreg did not write it" in ran.err


@pytest.mark.parametrize("where", ["register", "register/site", "."])
def test_no_site_in_the_register_or_around_it(igreg: Igreg, home: Path, tmp_path: Path, where: str) -> None:
    ran = igreg("site", home, *DAY, "--audience", "public", "--out", tmp_path / where)
    assert ran.code == 2
    assert "a site cannot stand in the register or around it" in ran.err


def test_a_link_is_not_followed(igreg: Igreg, home: Path, tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "site").symlink_to(tmp_path / "real")
    ran = igreg("site", home, *DAY, "--audience", "public", "--out", tmp_path / "site")
    assert ran.code == 2
    assert "igreg did not make it" in ran.err


def test_a_register_in_part_makes_no_site_unless_it_may(igreg: Igreg, home: Path, tmp_path: Path) -> None:
    (home / "units.yaml").write_text("- {id: [\n", encoding="utf-8")
    out = tmp_path / "site"
    ran = igreg("site", home, *DAY, "--audience", "public", "--out", out)
    assert ran.code == 2
    assert "no site is made while units.yaml cannot be read" in ran.err.replace("register/", "")
    assert not out.exists()
    ran = igreg("site", home, *DAY, "--audience", "public", "--out", out, "--incomplete-ok")
    assert ran.code == 0
    assert "units.yaml could not be read in full, so what it holds may be missing here" in ran.err
    for page in out.rglob("*.html"):
        assert "Not everything could be read when these pages were made" in page.read_text(encoding="utf-8")


def test_markup_is_text(igreg: Igreg, write: Write, tmp_path: Path) -> None:
    nasty = "</script><img src=x onerror=alert(1)>{{ 7*7 }} & \\u2028"
    folder = write(
        {
            "organisation.yaml": f'name: "{nasty}"\ntype: other\n',
            "roles.yaml": f'- {{id: a, title: "{nasty}", duties: ["{nasty}"]}}\n',
            "policies.yaml": '- {id: p, title: x, owner: a, document: {url: "javascript:alert(1)"}}\n',
        }
    )
    out = tmp_path / "site"
    assert igreg("site", folder, *DAY, "--audience", "board", "--out", out).code == 0
    for path in out.rglob("*.*"):
        text = path.read_text(encoding="utf-8")
        assert "<img" not in text
        assert "javascript:" not in text
        assert "49" not in text or path.suffix != ".html" or "{{" in text
