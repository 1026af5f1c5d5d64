"""igreg report through templates of one's own, its names, and what stands on disk."""

from __future__ import annotations

import io
import json
import pickle
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document

from igreg.errors import IgregError
from igreg.publish.own_template import Task, begun
from igreg.publish.stale import stale_file
from igreg.store.apart import Stopped, apart
from igreg.store.report_templates import Own
from tests.conftest import Ran, Write

Igreg = Callable[..., Ran]

DAY = ("--today", "2026-11-24")
SMALL = {
    "organisation.yaml": "name: Ash & Elm Surgery\ntype: practice\nnation: england\n",
    "roles.yaml": "- id: ig\n  title: IG Lead\n  areas: [risk]\n  holders: [{staff: a-ash, from: 2020-01-01}]\n",
    "staff.yaml": "- id: a-ash\n  name: Ann <b>Ash</b>\n",
}


@pytest.fixture
def register(write: Write) -> Path:
    return write(SMALL)


def template(register: Path, name: str, text: str | bytes) -> Path:
    path = register.parent / "templates" / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def word(*texts: str) -> bytes:
    page = Document()
    for text in texts:
        page.add_paragraph(text)
    out = io.BytesIO()
    page.save(out)
    return out.getvalue()


def leads(igreg: Igreg, register: Path, *more: object) -> Ran:
    return igreg("report", "leads", register, *DAY, "--out", "-", *more)


def test_a_template_for_one_report_wins_over_one_for_all(igreg: Igreg, register: Path) -> None:
    template(register, "report.md.j2", "All: {{ paper.title }}\n\n{{ body }}")
    ran = leads(igreg, register, "--format", "markdown")
    assert ran.out.startswith("All: Who leads on what\n\n## The leads\n")
    template(
        register,
        "leads.md.j2",
        "{% for area in areas %}{% for one in area.leads %}{{ one.holders | join }}{% endfor %}{% endfor %}",
    )
    ran = leads(igreg, register, "--format", "markdown")
    assert ran.out == "Ann \\<b\\>Ash\\</b\\>"


def test_a_page_of_ones_own(igreg: Igreg, register: Path) -> None:
    template(register, "foot.html.j2", "<footer>{{ head.organisation }}</footer>")
    template(
        register,
        "report.html.j2",
        "<html><style>{{ style }}</style><main>{{ body }}</main>{% include 'foot.html.j2' %}</html>",
    )
    ran = leads(igreg, register, "--format", "html")
    assert ran.out.startswith("<html><style>") and ran.out.endswith("<footer>Ash &amp; Elm Surgery</footer></html>")
    assert "<h2" in ran.out and "<b>Ash" not in ran.out and ran.out.count("<html") == 1


BLOCK = "{% macro table(block) %}<p>{{ block.caption }}, our way</p>{% endmacro %}"


def test_one_block_of_ones_own_for_all_reports(igreg: Igreg, register: Path) -> None:
    before = leads(igreg, register, "--format", "html").out
    own = template(register, "blocks.html.j2", BLOCK)
    page = leads(igreg, register, "--format", "html").out
    assert "<table" in before and "<table" not in page and ", our way</p>" in page
    assert page[: page.index("<section")] == before[: before.index("<section")]
    template(register, "leads.html.j2", "<main>{{ body }}</main>")
    assert "our way" in leads(igreg, register, "--format", "html").out
    moved = register.parent / "elsewhere" / "blocks.html.j2"
    moved.parent.mkdir()
    own.rename(moved)
    assert "our way" not in leads(igreg, register, "--format", "html").out
    assert leads(igreg, register, "--format", "html", "--template", moved).out == page


def test_blocks_that_cannot_be_read_are_not_passed_over(igreg: Igreg, register: Path, tmp_path: Path) -> None:
    template(register, "leads.html.j2", "{{ body }}")
    own = template(register, "blocks.html.j2", b"\xff")
    ran = leads(igreg, register)
    assert ran.code == 2 and "the template blocks.html.j2 is no text in UTF-8" in ran.err
    own.unlink()
    (tmp_path / "away.j2").write_text(BLOCK)
    own.symlink_to(tmp_path / "away.j2")
    ran = leads(igreg, register)
    assert ran.code == 2 and "blocks.html.j2 is a link that leads out of its folder" in ran.err


def test_a_mistake_in_a_part_leaves_the_file_as_it_was(igreg: Igreg, register: Path, tmp_path: Path) -> None:
    out = tmp_path / "leads.html"
    assert igreg("report", "leads", register, *DAY, "--out", out).code == 0
    before = out.read_bytes()
    template(register, "blocks.html.j2", "{% macro table(block) %}\n{{ block.captoin }}{% endmacro %}")
    ran = igreg("report", "leads", register, *DAY, "--out", out)
    assert ran.code == 2 and "the template blocks.html.j2, line 2: there is no 'captoin' here" in ran.err
    assert (
        "it has block, caption, heads, rows, empty, short, wide, small, across and whole" in ran.err
        and "--names" in ran.err
    )
    assert out.read_bytes() == before


def test_a_word_document_of_ones_own(igreg: Igreg, register: Path, tmp_path: Path) -> None:
    own = template(register, "house.docx", word("Dear {{ head.organisation }}", "{{p body }}"))
    out = tmp_path / "leads.docx"
    assert igreg("report", "leads", register, *DAY, "--template", own, "--out", out).code == 0
    texts = [one.text for one in Document(str(out)).paragraphs if one.text]
    assert texts[:2] == ["Dear Ash & Elm Surgery", "The leads"]


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        ("a.md.j2", "\n{{ heed }}", "the template a.md.j2, line 2: 'heed' is undefined"),
        ("a.md.j2", b"\xff\xfe", "the template a.md.j2 is no text in UTF-8"),
        ("a.md.j2", "x" * ((1 << 20) + 1), "the template a.md.j2 has more than 1 MiB"),
        (
            "a.html.j2",
            "{% set x %}" + "a" * 900_000 + "{% endset %}" + "{% set x %}{{ x }}{{ x }}{% endset %}" * 60,
            "the template a.html.j2, line 1: too much text comes of the template",
        ),
        ("a.docx", "Dear board,", "the template a.docx is no Word document"),
        ("a.docx", word("{{ heed }}"), "the template a.docx near '{{ heed }}': 'heed' is undefined"),
        ("a.txt", "", "--template: a.txt is no template for html, whose name ends in .html.j2"),
    ],
    ids=lambda one: one[:40] if isinstance(one, str) else "bytes",  # a name of a megabyte goes into no environment
)
def test_a_mistake_is_told_and_nothing_is_written(
    igreg: Igreg, register: Path, tmp_path: Path, name: str, text: str | bytes, says: str
) -> None:
    own = template(register, name, text)
    ran = igreg("report", "leads", register, *DAY, "--template", own, "--out", tmp_path / "out")
    assert ran.code == 2 and says in ran.err and "help: " in ran.err and "Traceback" not in ran.err
    assert not (tmp_path / "out").exists()


def test_what_is_no_template(igreg: Igreg, register: Path, tmp_path: Path) -> None:
    ran = leads(igreg, register, "--template", tmp_path / "none.docx")
    assert ran.code == 2 and "there is no template" in ran.err
    ran = leads(igreg, register, "--template", tmp_path / "none.docx", "--format", "json")
    assert ran.code == 2 and "--template: a report in json has none" in ran.err


def test_a_template_reads_no_file_beside_its_folder(igreg: Igreg, register: Path) -> None:
    (register.parent / "secret.j2").write_text("secret")
    folder = template(register, "a.md.j2", "{% include 'secret.j2' %}").parent
    (folder / "link.j2").symlink_to(register.parent / "secret.j2")
    (folder / "garbled.j2").write_bytes(b"\xff")
    ran = leads(igreg, register, "--template", folder / "a.md.j2")
    assert ran.code == 2 and "there is no template 'secret.j2' to include; there are a.md.j2" in ran.err
    template(register, "a.md.j2", "{% include 'link.j2' %}")
    assert "to include; there are a.md.j2" in leads(igreg, register, "--template", folder / "a.md.j2").err


def test_names_for_a_template(igreg: Igreg) -> None:
    ran = igreg("report", "leads", "--names")
    assert ran.code == 0
    lines = [line.split(maxsplit=1) for line in ran.out.splitlines() if line]
    assert ["organisation", "text"] in lines and ["holders", "list of: text"] in lines and ["day", "day"] in lines
    assert "      where block is 'table':" in [line.rstrip() for line in ran.out.splitlines()]


TAKEN = {"body", "paper", "style", "block", "page", "parts", "blocks", "igreg"}


def test_names_of_every_report_are_told_and_none_is_taken(igreg: Igreg) -> None:
    from dataclasses import fields

    from igreg.report.catalogue import reports

    for name, one in reports().items():
        assert {field.name for field in fields(one.type)}.isdisjoint(TAKEN), name
        ran = igreg("report", name, "--names")
        assert ran.code == 0 and "value\n" not in ran.out, f"{name}: a type without words"


@pytest.mark.parametrize("format", ["html", "docx", "xlsx", "markdown", "json"])
def test_check_holds_the_file_against_the_report(igreg: Igreg, register: Path, tmp_path: Path, format: str) -> None:
    out = tmp_path / "leads"
    words = ("report", "leads", register, *DAY, "--format", format, "--out", out)
    ran = igreg(*words, "--check")
    assert (ran.code, ran.out) == (1, f"{out.as_posix()} is missing\n") and not out.exists()
    assert igreg(*words).code == 0
    ran = igreg(*words, "--check")
    assert ran.code == 0 and "is current" in ran.err
    before = out.read_bytes()
    (register / "staff.yaml").write_text("- id: a-ash\n  name: Bo Birch\n")
    ran = igreg(*words, "--check")
    assert (ran.code, ran.out) == (1, f"{out.as_posix()} is not what the register says\n")
    assert "without --check" in ran.err and out.read_bytes() == before


def test_check_wants_a_file(igreg: Igreg, register: Path) -> None:
    ran = leads(igreg, register, "--check")
    assert ran.code == 2 and "--out - is none" in ran.err


def test_how_tightly_a_file_is_packed_does_not_count(tmp_path: Path) -> None:
    import zipfile

    def packed(sort: int, text: str = "a" * 100) -> bytes:
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", sort) as made:
            made.writestr(zipfile.ZipInfo("a"), text, sort)
        return out.getvalue()

    file = tmp_path / "a.docx"
    file.write_bytes(packed(zipfile.ZIP_STORED))
    assert stale_file(file, packed(zipfile.ZIP_DEFLATED)) is None
    assert stale_file(file, packed(zipfile.ZIP_DEFLATED, "b")) is not None
    file.write_bytes(b"PK, and no zip")
    assert stale_file(file, packed(zipfile.ZIP_DEFLATED)) is not None
    file.write_bytes(b"a\r\nb")
    assert stale_file(file, b"a\nb") is None


def test_a_folder_that_is_a_file_and_a_full_disk_leave_what_was_there(
    igreg: Igreg, register: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "leads.docx"
    out.write_bytes(b"before")
    ran = igreg("report", "leads", register, *DAY, "--format", "docx", "--out", out / "below.docx")
    assert ran.code == 2 and "cannot be written" in ran.err

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device", str(out))

    monkeypatch.setattr("os.fsync", full)
    ran = igreg("report", "leads", register, *DAY, "--format", "docx", "--out", out)
    assert ran.code == 2 and "leads.docx cannot be written: No space left on device" in ran.err
    assert out.read_bytes() == b"before" and [one.name for one in tmp_path.iterdir() if one.suffix == ".part"] == []


@pytest.mark.parametrize(
    ("work", "says"),
    [
        ("while True: pass", "took longer than 0.5 seconds"),
        ("x = [b'x' * (1 << 20) for _ in range(10 ** 6)]", "it took too much memory"),
        ("raise ValueError('no')", "ValueError: no"),
        ("raise SystemExit(3)", "it ended without an answer"),
        ("import os; os.abort()", "it took too much memory"),
    ],
)
def test_work_apart_is_stopped(work: str, says: str) -> None:
    with pytest.raises(Stopped, match=says):
        apart(work, b"", seconds=0.5 if "while" in work else 20, memory=200 << 20)


def test_work_apart_that_cannot_begin(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    with pytest.raises(Stopped, match="it could not be begun"):
        apart("pass", b"")


@pytest.mark.parametrize(("text", "answer"), [("{{ a }}", b"+1"), ("{{ b }}", b"-")])
def test_what_the_other_process_answers(text: str, answer: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    task = Task("leads", "markdown", Own("a.md.j2", b"", {"a.md.j2": text}), {"a": 1})
    given, given_back = io.TextIOWrapper(io.BytesIO(pickle.dumps(task))), io.TextIOWrapper(io.BytesIO())
    monkeypatch.setattr(sys, "stdin", given)
    monkeypatch.setattr(sys, "stdout", given_back)
    begun()
    told = given_back.buffer.getvalue()  # type: ignore[attr-defined]
    assert told[:2] == answer or "'b' is undefined" in json.loads(told[1:])[0]


def test_a_template_that_outlasts_its_process_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    from igreg.publish import own_template

    def stopped(*_: object) -> bytes:
        raise Stopped("it took longer than 20 seconds, and was stopped")

    monkeypatch.setattr(own_template, "apart", stopped)
    task = Task("leads", "markdown", Own("a.md.j2", b"", {}), {})
    with pytest.raises(IgregError, match=r"the template a\.md\.j2: it took longer than 20 seconds"):
        own_template.through_own(task)
