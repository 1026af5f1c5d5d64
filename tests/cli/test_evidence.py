"""`igreg evidence`: the pack as it is written, refused, and held against its manifest."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import zipfile
from pathlib import Path
from typing import Any

import pytest

from tests.assess.returns import ANSWERED, DAY, Igreg, Write
from tests.git.repositories import Repository, needs_git

MEETINGS = (
    "- {id: M1, group: g, date: 2026-10-01, status: held, minutes: {path: docs/m1.md},\n"
    "   agenda: [{title: The return, records: [ret]}]}\n"
    "- {id: M2, group: g, date: 2026-10-08, status: held, agenda: [{title: Tea}]}\n"
    "- {id: M3, group: g, date: 2026-10-15, status: held, agenda: [{title: An action, records: [RET-A]}]}\n"
)
PUBLISHED = "- {id: before, framework: ours, owner: lead, status: published, published: 2026-08-02}\n"
MORE = {
    **ANSWERED,
    "assessments.yaml": ANSWERED["assessments.yaml"]
    + "  actions: [{id: RET-A, what: Ask them, owner: lead, due: 2026-12-01}]\n",
    "meetings.yaml": MEETINGS,
    "incidents.yaml": "".join(f"- {{id: INC-{n}, title: Lost {n}, aware: 2026-10-0{n}T10:00}}\n" for n in range(1, 8)),
}


@pytest.fixture
def register(write: Write) -> Path:
    folder = write(MORE)
    (folder.parent / "docs").mkdir()
    (folder.parent / "docs" / "p1.pdf").write_bytes(b"%PDF policy")
    (folder.parent / "docs" / "m1.md").write_text("minutes", encoding="utf-8")
    return folder


def told(pack: Path) -> dict[str, Any]:
    value: dict[str, Any] = json.loads((pack / "manifest.json").read_bytes())
    return value


def test_the_pack_has_what_its_manifest_says(igreg: Igreg, register: Path, tmp_path: Path) -> None:
    pack = tmp_path / "pack"
    ran = igreg("evidence", "ret", register, *DAY, "--out", pack)
    assert ran.code == 0, ran.err
    found = told(pack)
    assert [one["path"] for one in found["files"]] == [
        *("answers.xlsx", "documents/docs/m1.md", "documents/docs/p1.pdf", "index.html", "register.json")
    ]
    for one in found["files"]:
        data = (pack / one["path"]).read_bytes()
        assert (len(data), hashlib.sha256(data).hexdigest()) == (one["size"], one["sha256"])
    assert (found["assessment"], found["framework"], found["edition"]) == ("ret", "ours", "2026-27")
    own = (register.parent / "frameworks" / "ours.yaml").read_bytes()
    assert found["pack_sha256"] == hashlib.sha256(own).hexdigest()
    assert (found["version"], found["today"], found["commit"], found["clean"]) == (1, "2026-11-22", None, None)
    page = (pack / "index.html").read_text(encoding="utf-8")
    assert "M1 of 2026-10-01: docs/m1.md" in page
    assert "M3 of 2026-10-15: no minutes" in page, "an action of the return was on its agenda"
    assert "M2" not in page
    assert 'href="documents/docs/p1.pdf"' in page
    assert "http" not in page.replace("http://www.w3.org", "")
    records = json.loads((pack / "register.json").read_bytes())["records"]
    assert records[0]["kind"] == "assessments"
    assert {"siro", "P1"} <= {one["id"] for one in records}
    assert "INC-1" not in {one["id"] for one in records}
    verified = igreg("evidence", "--verify", pack)
    assert verified.code == 0
    assert hashlib.sha256((pack / "manifest.json").read_bytes()).hexdigest() in verified.out
    assert verified.out.split()[-1] in ran.err


def test_twice_is_the_same_bytes_as_folder_and_zip(igreg: Igreg, register: Path, tmp_path: Path) -> None:
    for name in ("a.zip", "b.zip", "pack"):
        assert igreg("evidence", "ret", register, *DAY, "--out", tmp_path / name, "--sample", "incidents=3").code == 0
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()
    assert igreg("evidence", "ret", register, *DAY, "--out", tmp_path / "pack", "--sample", "incidents=3").code == 0
    with zipfile.ZipFile(tmp_path / "a.zip") as archive:
        assert archive.read("manifest.json") == (tmp_path / "pack" / "manifest.json").read_bytes()
    assert igreg("evidence", "--verify", tmp_path / "a.zip").code == 0


def test_a_sample_by_a_seed(igreg: Igreg, register: Path, tmp_path: Path) -> None:
    pack = tmp_path / "pack"
    words = ("evidence", "ret", register, *DAY, "--out", pack, "--sample", "incidents=3")
    assert igreg(*words, "--seed", "audit 7").code == 0
    sample = told(pack)["sample"]
    wanted = sorted(
        (f"INC-{n}" for n in range(1, 8)),
        key=lambda id: hashlib.sha256(f"audit 7\nincidents\n{id}".encode()).hexdigest(),
    )[:3]
    assert sample == {"kind": "incidents", "seed": "audit 7", "records": wanted}
    ids = {one["id"] for one in json.loads((pack / "register.json").read_bytes())["records"]}
    assert set(wanted) <= ids
    assert igreg(*words).code == 0
    assert told(pack)["sample"]["seed"] == "ret 2026-11-22"
    for word in ("incidents", "incidents=0", "incidents=x", "fish=3"):
        assert igreg("evidence", "ret", register, *DAY, "--out", pack, "--sample", word).code == 2


def test_without_names(igreg: Igreg, register: Path, tmp_path: Path) -> None:
    pack = tmp_path / "pack"
    assert igreg("evidence", "ret", register, *DAY, "--out", pack, "--no-names", "--sample", "staff=2").code == 0
    found = told(pack)
    assert found["left_out"] == [
        {"path": path, "why": "it may name people: it is not marked `public: true`"}
        for path in ("docs/m1.md", "docs/p1.pdf")
    ]
    texts = [path.read_bytes() for path in pack.rglob("*") if path.is_file() and path.suffix != ".xlsx"]
    with zipfile.ZipFile(pack / "answers.xlsx") as book:
        texts += [book.read(name) for name in book.namelist()]
    for text in texts:
        assert b"Ann Ash" not in text
        assert b">ann<" not in text
        assert b'"ann"' not in text
    assert "People of the register are named by their role." in (pack / "index.html").read_text(encoding="utf-8")
    policies = (register / "policies.yaml").read_text(encoding="utf-8")
    shown = policies.replace("{path: docs/p1.pdf}", "{path: docs/p1.pdf, public: true}")
    (register / "policies.yaml").write_text(shown, encoding="utf-8")
    assert igreg("evidence", "ret", register, *DAY, "--out", pack, "--no-names").code == 0
    assert (pack / "documents" / "docs" / "p1.pdf").is_file()


def test_only_some_items(igreg: Igreg, register: Path, tmp_path: Path) -> None:
    pack = tmp_path / "pack"
    assert igreg("evidence", "ret", register, *DAY, "--out", pack, "--item", "1.1").code == 0
    page = (pack / "index.html").read_text(encoding="utf-8")
    assert "Who answers for information" in page
    assert "Only a person" not in page
    assert igreg("evidence", "ret", register, *DAY, "--out", pack, "--item", "9.9").code == 2


@pytest.mark.parametrize("target", ["register/pack", "register", "..", "mine", "mine.zip"])
def test_a_target_that_is_not_ours_is_refused(igreg: Igreg, register: Path, target: str) -> None:
    mine = register.parent / "mine"
    mine.mkdir()
    (mine / "thesis.txt").write_text("years of work", encoding="utf-8")
    with zipfile.ZipFile(register.parent / "mine.zip", "w") as archive:
        archive.writestr("thesis.txt", "years of work")
    before = (register.parent / "mine.zip").read_bytes()
    ran = igreg("evidence", "ret", register, *DAY, "--out", register.parent / target)
    assert ran.code == 2, ran.out
    assert (mine / "thesis.txt").read_text(encoding="utf-8") == "years of work"
    assert (register.parent / "mine.zip").read_bytes() == before
    assert not (register / "pack").exists()


def test_what_is_no_pack_or_no_assessment(igreg: Igreg, register: Path, tmp_path: Path) -> None:
    assert igreg("evidence", "--verify", tmp_path / "nothing").code == 2
    assert igreg("evidence", "--verify", register).code == 2
    assert igreg("evidence", "ours", register, *DAY, "--out", tmp_path / "pack").code == 2
    assert igreg("evidence", "retz", register, *DAY, "--out", tmp_path / "pack").code == 2
    ran = igreg("evidence", "ret", register, *DAY)
    assert (ran.code, "needs --out" in ran.err) == (2, True)
    (register / "risks.yaml").write_text("- {id: [\n", encoding="utf-8")
    ran = igreg("evidence", "ret", register, *DAY, "--out", tmp_path / "pack")
    assert ran.code == 2
    assert "risks.yaml" in ran.err
    assert not (tmp_path / "pack").exists()


def test_verify_tells_what_differs(igreg: Igreg, register: Path, tmp_path: Path) -> None:
    pack = tmp_path / "pack"
    igreg("evidence", "ret", register, *DAY, "--out", pack)
    (pack / "index.html").write_text("other", encoding="utf-8")
    (pack / "documents" / "docs" / "m1.md").unlink()
    (pack / "more.txt").write_text("more", encoding="utf-8")
    ran = igreg("evidence", "--verify", pack)
    assert ran.code == 1
    assert ran.out.splitlines() == [
        "documents/docs/m1.md: missing",
        "index.html: changed",
        "more.txt: put in beside, it is not in the manifest",
    ]
    # what was a pack and was changed is igreg's still, and is made anew whole; somebody's own file in it is not lost
    (pack / ".DS_Store").write_bytes(b"of a viewer")
    again = igreg("evidence", "ret", register, *DAY, "--out", pack)
    assert again.code == 2
    assert f"{pack.as_posix()}/more.txt would be lost: igreg did not write it" in again.err
    assert (pack / "more.txt").read_text(encoding="utf-8") == "more"
    (pack / "more.txt").unlink()
    assert igreg("evidence", "ret", register, *DAY, "--out", pack).code == 0
    assert igreg("evidence", "--verify", pack).code == 0


def test_a_zip_with_somebodys_file_is_not_replaced(igreg: Igreg, register: Path, tmp_path: Path) -> None:
    whole = tmp_path / "a.zip"
    igreg("evidence", "ret", register, *DAY, "--out", whole)
    with zipfile.ZipFile(whole, "a") as archive:
        archive.writestr("letter.txt", "x")
    before = whole.read_bytes()
    assert igreg("evidence", "ret", register, *DAY, "--out", whole).code == 2
    assert whole.read_bytes() == before


def test_verify_reads_nothing_outside_a_zip(igreg: Igreg, register: Path, tmp_path: Path) -> None:
    whole = tmp_path / "a.zip"
    igreg("evidence", "ret", register, *DAY, "--out", whole)
    with zipfile.ZipFile(whole, "a") as archive:
        archive.writestr("../outside.txt", "x")
    ran = igreg("evidence", "--verify", whole)
    assert (ran.code, ran.out) == (1, "../outside.txt: leads out of the pack, and was not read\n")


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_documents_behind_links_are_listed(igreg: Igreg, register: Path, tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    paper = register.parent / "docs" / "p1.pdf"
    paper.unlink()
    paper.symlink_to(tmp_path / "secret.txt")
    assert igreg("evidence", "ret", register, *DAY, "--out", tmp_path / "pack").code == 0
    assert told(tmp_path / "pack")["left_out"] == [{"path": "docs/p1.pdf", "why": "it is a link, or lies behind one"}]
    assert not (tmp_path / "pack" / "documents" / "docs" / "p1.pdf").exists()


@needs_git
def test_the_commit_and_whether_all_is_committed(igreg: Igreg, register: Path, tmp_path: Path) -> None:
    there = Repository(register.parent)
    there.git("init", "-q")
    there.git("add", "-A")
    there.git("commit", "-q", "-m", "x")
    rev = there.git("rev-parse", "HEAD").strip()
    words = ("evidence", "ret", register, *DAY, "--out", tmp_path / "pack", "--sample", "incidents=1")
    assert igreg(*words).code == 0
    found = told(tmp_path / "pack")
    assert (found["commit"], found["clean"], found["sample"]["seed"]) == (rev, True, rev)
    assert rev in (tmp_path / "pack" / "index.html").read_text(encoding="utf-8")
    (register.parent / "docs" / "m1.md").write_text("other minutes", encoding="utf-8")
    assert igreg(*words).code == 0
    assert told(tmp_path / "pack")["clean"] is False
    there.git("add", "-A")
    there.git("commit", "-q", "-m", "y")
    (register / "incidents.yaml").unlink()
    assert igreg(*words[:-2]).code == 0
    assert told(tmp_path / "pack")["clean"] is False


@needs_git
def test_what_changed_since_the_last_return(igreg: Igreg, register: Path, tmp_path: Path) -> None:
    """From the day on which the last return of the same framework was published; without names no authors (ruling E54)."""
    there = Repository(register.parent)
    there.git("init", "-q", "-b", "main")
    there.write(assessments=ANSWERED["assessments.yaml"] + PUBLISHED)
    there.commit("2026-08-01")
    policies = ANSWERED["policies.yaml"]
    second = there.commit("2026-08-02", policies=policies.replace("title: Data", "title: Our data"))
    assert igreg("evidence", "ret", register, *DAY, "--out", tmp_path / "pack").code == 0
    page = (tmp_path / "pack/index.html").read_text(encoding="utf-8")
    assert f"register/policies.yaml: 2026-08-02, commit {second[:12]}, x@y: x" in page
    assert "2026-08-01, commit" not in page
    assert igreg("evidence", "ret", register, *DAY, "--out", tmp_path / "pack", "--no-names").code == 0
    page = (tmp_path / "pack/index.html").read_text(encoding="utf-8")
    assert f"<dd>register/policies.yaml: 2026-08-02, commit {second[:12]}</dd>" in page


def test_without_an_earlier_return_it_counts_from_the_opening(igreg: Igreg, register: Path, tmp_path: Path) -> None:
    """Nothing without Git; what was committed on the day of the opening is in it."""
    assert igreg("evidence", "ret", register, *DAY, "--out", tmp_path / "pack").code == 0
    assert "Changed since" not in (tmp_path / "pack/index.html").read_text(encoding="utf-8")


def test_a_meeting_to_come_has_discussed_nothing(igreg: Igreg, register: Path, tmp_path: Path) -> None:
    """Neither one that is planned, nor one whose day lies ahead."""
    (register / "meetings.yaml").write_text(
        "- {id: M1, group: g, date: 2026-11-23, status: held, minutes: {path: docs/m1.md},\n"
        "   agenda: [{title: The return, records: [ret]}]}\n"
        "- {id: M3, group: g, date: 2026-11-01, status: planned, minutes: {path: docs/m1.md},\n"
        "   agenda: [{title: The return, records: [ret]}]}\n"
    )
    pack = tmp_path / "pack"
    assert igreg("evidence", "ret", register, *DAY, "--out", pack).code == 0
    assert not (pack / "documents/docs/m1.md").exists()
    assert "M1 of" not in (pack / "index.html").read_text(encoding="utf-8")
    assert igreg("evidence", "ret", register, "--today", "2026-11-23", "--out", pack).code == 0
    assert (pack / "documents/docs/m1.md").exists()


@pytest.mark.skipif(shutil.which("sha256sum") is None, reason="there is no sha256sum here")
def test_other_tools_can_verify_it(igreg: Igreg, register: Path, tmp_path: Path) -> None:
    pack = tmp_path / "pack"
    igreg("evidence", "ret", register, *DAY, "--out", pack)
    sums = "".join(f"{one['sha256']}  {one['path']}\n" for one in told(pack)["files"])
    words = ["sha256sum", "--check", "--quiet"]
    ran = subprocess.run(words, cwd=pack, input=sums, capture_output=True, encoding="utf-8", check=False)
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "", "")


@pytest.mark.skipif(os.name == "nt", reason="no such names on Windows")
def test_papers_with_hostile_names_leave_a_pack_that_verifies(igreg: Igreg, write: Write, tmp_path: Path) -> None:
    """What not every system can unpack, or list a line a file, is listed and not copied."""
    names = ("<b>.pdf", "--help.pdf", "%2e%2e.pdf", "q\"'.pdf", "C:.pdf", "a\\b.pdf", "line\nbreak.pdf", "\u202e.pdf")
    papers = "".join(f"    - {{path: {json.dumps(f'docs/{name}')}}}\n" for name in (*names, "../out.pdf"))
    answers = '- id: ret\n  title: R\n  framework: ours\n  owner: lead\n  answers:\n  - item: "1.1"\n    documents:\n'
    folder = write(MORE | {"assessments.yaml": answers + papers})
    (folder.parent / "docs").mkdir(exist_ok=True)
    for name in names:
        (folder.parent / "docs" / name).write_text("x", encoding="utf-8")
    assert igreg("evidence", "ret", folder, *DAY, "--out", tmp_path / "pack", "--item", "1.1").code == 0
    found = told(tmp_path / "pack")
    copied = {one["path"].removeprefix("documents/docs/") for one in found["files"] if "documents/" in one["path"]}
    assert copied == {"<b>.pdf", "--help.pdf", "%2e%2e.pdf", "q\"'.pdf"}
    hostile = {f"docs/{name}" for name in names[4:]} | {"docs/../out.pdf"}
    assert {one["path"] for one in found["left_out"]} & hostile == hostile
    why = {one["path"]: one["why"] for one in found["left_out"]}
    assert why["docs/C:.pdf"] == "its name has a colon, a backslash or characters that cannot be printed"
    assert "" not in why
    assert igreg("evidence", "--verify", tmp_path / "pack").code == 0


@pytest.mark.parametrize("answer", ["../out.md", "/etc/hosts", r"C:\out.md"])
def test_a_paper_outside_the_repository_is_listed_however_it_is_named(
    igreg: Igreg, write: Write, tmp_path: Path, answer: str
) -> None:
    """As text, or as a path that the register cannot use: it is no fault of igreg's own, and not passed over."""
    answers = "- id: ret\n  title: R\n  framework: ours\n  owner: lead\n  answers:\n  - item: "
    for number, said in enumerate((f"answer: {json.dumps(answer)}", f"documents: [{{path: {json.dumps(answer)}}}]")):
        folder = write(MORE | {"assessments.yaml": f'{answers}"1.1"\n    {said}\n'})
        pack = tmp_path / f"pack{number}"
        ran = igreg("evidence", "ret", folder, *DAY, "--out", pack, "--item", "1.1")
        assert ran.code == 0, ran.err
        assert {"path": answer, "why": "its path leads out of the repository"} in told(pack)["left_out"]
