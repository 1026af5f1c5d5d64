"""No output repeats a number that identifies a person, whatever rule found something on its line."""

from __future__ import annotations

import pytest

from igreg.check.config import Config
from igreg.check.engine import check
from igreg.register.private_numbers import MOST_NUMBERS
from igreg.register.read import read
from igreg.register.sources import Sources
from igreg.render.escape.colour import Style
from igreg.render.findings.text import text
from tests.pages import moment

NUMBER = "999 000 0018"


@pytest.mark.parametrize("select", [("IG801", "IG101", "IG602", "IG607"), ("IG101", "IG607"), ()])
def test_number_is_in_no_message_title_or_line(select: tuple[str, ...]) -> None:
    texts = {
        "register/organisation.yaml": "name: E\ntype: other\n",
        "register/incidents.yaml": (
            f"- id: I\n  title: Complaint of {NUMBER}\n  aware: 2026-11-02T09:30\n  colour: {NUMBER}\n"
        ),
    }
    register = read(Sources(texts))
    report = check(register, moment("2026-11-22"), Config(select=select) if select else Config())
    assert {"IG101", "IG607"} <= {finding.code for finding in report.findings}
    told = text(report, texts, Style(False))
    assert NUMBER not in told
    assert "Complaint of 99......" in told


def test_many_numbers_in_one_file_are_found_in_one_pass() -> None:
    lines = "".join(f"- {{id: s{n}, name: {NUMBER}}}\n" for n in range(3000))
    register = read(Sources({"register/organisation.yaml": "name: E\ntype: other\n", "register/staff.yaml": lines}))
    report = check(register, moment("2026-11-22"), Config(select=("IG801",)))
    assert [(f.record, f.line, f.column) for f in report.findings[-1:]] == [("s2999", 3000, 21)]
    assert len(report.findings) == 3000


def test_number_in_a_training_record_names_the_record() -> None:
    lines = f"- {{staff: a, course: c, completed: 2026-01-01}}\n- {{staff: b, course: c, completed: 2026-01-02, notes: {NUMBER}}}\n"
    texts = {"register/organisation.yaml": "name: E\ntype: other\n", "register/training-records.yaml": lines}
    report = check(read(Sources(texts)), moment("2026-11-22"), Config(select=("IG801",)))
    assert [(f.record, f.line) for f in report.findings] == [("b/c/2026-01-02", 2)]


def test_of_very_many_numbers_the_first_are_told_and_no_later_line_is_shown() -> None:
    title = f"{NUMBER} " * (MOST_NUMBERS + 100)
    texts = {
        "register/organisation.yaml": "name: E\ntype: other\n",
        "register/roles.yaml": f"- id: r\n  title: {title}\n- id: q\n  title: {NUMBER}\n  colour: {NUMBER}\n",
    }
    report = check(read(Sources(texts)), moment("2026-11-22"), Config(select=("IG801", "IG101")))
    numbers = [finding for finding in report.findings if finding.code == "IG801"]
    assert len(numbers) == MOST_NUMBERS + 1
    assert "more than 5000 such numbers" in numbers[-1].message
    assert {len(finding.title or "") for finding in numbers} == {200}
    assert {finding.secret for finding in report.findings} == {True}
    assert "999 000" not in text(report, texts, Style(False))
