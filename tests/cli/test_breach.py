"""`igreg breach`: what it prints, where it writes, and what it says of a mistake (ruling E62)."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Ran, Write

Igreg = Callable[..., Ran]
FILES = {
    "organisation.yaml": "name: Ash House\ntype: care-provider\n",
    "roles.yaml": "- {id: dpo, title: DPO, function: dpo}\n",
    "incidents.yaml": "- {id: INC-1, title: Letter astray, aware: 2026-11-01T09:30, actions: [{id: ACT-1, what: Ask}]}\n",
}
NOW = ("--now", "2026-11-22T09:30")


def test_text_goes_to_standard_output_and_overdue_is_no_fault(igreg: Igreg, write: Write) -> None:
    ran = igreg("breach", "INC-1", write(FILES), *NOW, columns=80)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith(
        "INC-1: Letter astray\nNow Sun 22 Nov 2026, 09:30 (Europe/London). The incident is open.\n"
    )
    assert "OVERDUE, 432 hours past Wed 4 Nov 2026, 09:30: Information" in ran.out
    assert ran.out.endswith("igreg has sent nothing to anybody: this page says what to do, and people do it.\n")


@pytest.mark.parametrize("format", ["text", "markdown", "html", "json"])
def test_each_format_of_text(igreg: Igreg, write: Write, tmp_path: Path, format: str) -> None:
    register = write(FILES)
    shown = igreg("breach", "INC-1", register, *NOW, "--format", format, columns=80)
    file = tmp_path / "desk.txt"
    ran = igreg("breach", "INC-1", register, *NOW, "--format", format, "--out", file, columns=200)
    assert (shown.code, ran.code, ran.out, ran.err) == (0, 0, "", f"wrote {file.as_posix()}\n")
    assert file.read_text(encoding="utf-8") == shown.out


def test_word_goes_into_a_file(igreg: Igreg, write: Write, tmp_path: Path) -> None:
    file = tmp_path / "desk.docx"
    ran = igreg("breach", "INC-1", write(FILES), *NOW, "--format", "docx", "--out", file, "-q")
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    assert "word/document.xml" in zipfile.ZipFile(file).namelist()


def test_the_own_template_wins(igreg: Igreg, write: Write) -> None:
    register = write(FILES)
    (register.parent / "templates").mkdir()
    (register.parent / "templates" / "breach.html.j2").write_text("<p>{{ incident }}</p>")
    assert igreg("breach", "INC-1", register, *NOW, "--format", "html").out == "<p>INC-1</p>"


WRONG = [
    pytest.param(("INC-2",), "INCIDENT: there is no incident 'INC-2'", "did you mean 'INC-1'?", id="unknown"),
    pytest.param(("dpo",), "INCIDENT: 'dpo' is a role, not an incident", "name an incident", id="a role"),
    pytest.param(("ACT-1",), "INCIDENT: 'ACT-1' is one of the actions, not an incident", None, id="an action"),
    pytest.param(("INC-1", "--format", "docx"), "--format docx needs --out", None, id="Word without a file"),
    pytest.param(("INC-1", "--format", "pdf"), "--format: there is no format 'pdf'", None, id="no such format"),
]


@pytest.mark.parametrize(("words", "sentence", "hint"), WRONG)
def test_a_mistake_is_2(igreg: Igreg, write: Write, words: tuple[str, ...], sentence: str, hint: str | None) -> None:
    ran = igreg("breach", words[0], write(FILES), *words[1:], *NOW)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"igreg: {sentence}\n")
    assert hint is None or f"help: {hint}\n" in ran.err


def test_the_desk_never_goes_into_the_register_nor_over_a_folder(igreg: Igreg, write: Write, tmp_path: Path) -> None:
    register = write(FILES)
    inside = igreg("breach", "INC-1", register, *NOW, "--out", register / "desk.txt")
    folder = igreg("breach", "INC-1", register, *NOW, "--out", tmp_path)
    assert (inside.code, folder.code) == (2, 2)
    assert not (register / "desk.txt").exists()


def test_an_incident_in_a_file_that_cannot_be_read_is_not_called_unknown(igreg: Igreg, write: Write) -> None:
    ran = igreg("breach", "INC-9", write(FILES | {"incidents.yaml": "- id: INC-9\n  title: [\n"}), *NOW)
    assert ran.code == 2
    assert "could not be read in full and may hold it" in ran.err


@pytest.mark.parametrize(
    "fields",
    [
        "aware: soon",
        "aware: 2026-11-20, decision: {report: perhaps}",
        "aware: [1], notifications: [{to: 7}], people_told: {}",
        "contained: now, processor: x, high_risk: true, timeline: [{}], decisions: [{to: }]",
        "likelihood: 9, impact: -1, people_affected: many, lead: {a: b}",
    ],
)
def test_what_is_wrong_in_a_record_hides_nothing_else(igreg: Igreg, write: Write, fields: str) -> None:
    ran = igreg(
        "breach",
        "INC-1",
        write(FILES | {"incidents.yaml": f"- {{id: INC-1, title: T, {fields}}}\n"}),
        *NOW,
        "--format",
        "json",
    )
    assert ran.code == 0
    assert json.loads(ran.out)["recipients"][0]["to"] == "ico"
