"""No false all-clear: what could not be read is said by every command, first and last, and is never called unknown."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from igreg.cli._unread import UnreadFiles
from igreg.cli.session import Session
from tests.conftest import Ran, Write

Igreg = Callable[..., Ran]
DAY = ("--today", "2026-11-22")
FILES = {
    "organisation.yaml": "name: X\ntype: other\n",
    "roles.yaml": "- {id: r, title: R, holders: [{staff: s, from: 2020-01-01}]}\n",
    "staff.yaml": "- {id: s, name: Sam, email: s@x.example}\n",
    "policies.yaml": "- {id: P, title: T, owner: r, review: {every: 1 year, last: 2025-11-30}}\n",
    "risks.yaml": "- {id: K, title: Risk, owner: r, review: {every: 1 year, last: 2025-11-30}}\n",
}
BROKEN = {
    "no YAML": "- id: P\n  title T\n",
    "not UTF-8": "- id: P\n  title: \udcff\n",
    "two documents": "---\n- id: P\n---\n- id: Q\n",
    "a word": "policies\n",
}
FILE = "register/policies.yaml"
WARNED = f"warning: {FILE} could not be read in full"


@pytest.fixture(params=BROKEN.values(), ids=BROKEN.keys())
def broken(request: pytest.FixtureRequest, write: Write) -> Path:
    """A register of which one file cannot be read."""
    folder = write(FILES)
    text: str = request.param
    (folder / "policies.yaml").write_bytes(text.encode("utf-8", "surrogateescape"))
    return folder


@pytest.mark.parametrize("format", ["table", "markdown", "csv", "json", "ics", "html"])
def test_the_list_says_what_is_missing_first_and_last(broken: Path, igreg: Igreg, format: str) -> None:
    ran = igreg("due", broken, *DAY, "--format", format, "-q")
    assert ran.code == 1
    lines = [line for line in ran.err.splitlines() if line]
    assert lines[0].startswith(WARNED)
    assert lines[-1].startswith(WARNED)


@pytest.mark.parametrize(("more", "code"), [((), 1), (("--incomplete-ok",), 0)])
def test_a_forecast_for_a_spreadsheet_says_it_beside_its_rows(
    broken: Path, igreg: Igreg, more: tuple[str, ...], code: int
) -> None:
    ran = igreg("due", broken, *DAY, "--forecast", "8 weeks", "--format", "csv", *more)
    assert ran.code == code
    assert ran.out.startswith("\ufeffweek,")
    assert ran.err.splitlines()[0].startswith(WARNED)


def test_the_list_for_machines_names_the_files(broken: Path, igreg: Igreg) -> None:
    found = json.loads(igreg("due", broken, *DAY, "--format", "json").out)
    assert found["incomplete"] == [FILE]
    assert [item["record"] for item in found["items"]] == ["K"]


def test_the_check_for_machines_names_the_files(broken: Path, igreg: Igreg) -> None:
    assert json.loads(igreg("check", broken, *DAY, "--format", "json").out)["incomplete"] == [FILE]
    forecast = igreg("due", broken, *DAY, "--forecast", "8 weeks", "--format", "json", "--incomplete-ok")
    assert json.loads(forecast.out)["incomplete"] == [FILE]


def test_the_desk_for_machines_names_the_files(broken: Path, igreg: Igreg) -> None:
    (broken / "incidents.yaml").write_text("- {id: I, title: T, aware: 2026-11-20T10:00}\n", encoding="utf-8")
    assert json.loads(igreg("breach", "I", broken, *DAY, "--format", "json").out)["incomplete"] == [FILE]


def test_the_calendar_says_that_it_is_not_complete(broken: Path, igreg: Igreg) -> None:
    calendar = igreg("due", broken, *DAY, "--format", "ics").out.replace("\r\n", "\n").replace("\n ", "")
    assert f"X-WR-CALDESC:Not complete: {FILE} could not be read in full." in calendar


@pytest.mark.parametrize("name", ["staff.yaml.txt", "Copy of staff.yaml", "staff.csv", "staff.YAML", "staff.yml.bak"])
def test_a_hidden_kind_is_the_one_cause(write: Write, igreg: Igreg, name: str) -> None:
    folder = write(FILES)
    (folder / "staff.yaml").rename(folder / name)
    found = json.loads(igreg("check", folder, *DAY, "--format", "json", "--select", "IG0,IG106").out)
    assert [one["code"] for one in found["findings"]] == ["IG011"]
    assert found["incomplete"] == [f"register/{name}"]
    assert igreg("check", folder, *DAY).out.startswith(f"register/{name}:1:1: error overlooked-file (IG011)")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Staff:\n- {id: s, name: Sam}\n", id="under a heading"),
        pytest.param("id,name\ns,Sam\n", id="a table"),
        pytest.param("Staff of the home\n", id="a text"),
    ],
)
def test_what_a_file_of_another_shape_may_hold_is_not_called_unknown(write: Write, igreg: Igreg, text: str) -> None:
    folder = write({**FILES, "staff.yaml": text})
    found = json.loads(igreg("check", folder, *DAY, "--format", "json", "--select", "IG0,IG106").out)
    assert [one["code"] for one in found["findings"]] == ["IG007"]


def test_where_nothing_is_certain_fix_says_so(broken: Path, igreg: Igreg) -> None:
    assert "`igreg check` lists all there is" in igreg("fix", "--register", broken, *DAY, "--diff").err


@pytest.mark.parametrize("format", ["table", "markdown", "html"])
def test_the_list_for_people_says_that_it_is_not_complete(broken: Path, igreg: Igreg, format: str) -> None:
    assert f"Not complete: {FILE} could not be read in full." in igreg("due", broken, *DAY, "--format", format).out


def test_whoever_knows_may_go_on(broken: Path, igreg: Igreg) -> None:
    assert igreg("due", broken, *DAY, "--incomplete-ok").code == 0


def test_overdue_still_fails_with_it(broken: Path, igreg: Igreg) -> None:
    late = ("--today", "2027-01-22", "--incomplete-ok", "--fail-on-overdue")
    assert igreg("due", broken, *late).code == 1


@pytest.mark.parametrize(
    "words",
    [
        pytest.param(("show", "P"), id="show"),
        pytest.param(("review", "P", "--outcome", "unchanged", "--by", "r"), id="review"),
        pytest.param(("done", "P-A1"), id="done"),
        pytest.param(("hold", "M"), id="hold"),
        pytest.param(("assign", "no-role", "s", "--from", "2026-11-22"), id="assign"),
        pytest.param(("due", "--owner", "somebody"), id="due"),
    ],
)
def test_an_id_that_may_stand_in_the_file_is_not_called_unknown(
    broken: Path, igreg: Igreg, words: tuple[str, ...]
) -> None:
    where = (broken,) if words[0] in ("show", "due") else ("--register", broken)
    ran = igreg(words[0], *words[1:], *where, *DAY)
    assert ran.code == 2
    assert "was not found, but register/policies.yaml could not be read in full and may hold it" in ran.err
    assert "mend the file first" in ran.err


def test_what_somebody_owes_is_not_half_told(broken: Path, igreg: Igreg) -> None:
    before = (broken / "staff.yaml").read_bytes()
    ran = igreg("leave", "s", "--on", "2026-12-31", "--register", broken, *DAY)
    assert ran.code == 2
    assert "what somebody holds and owes cannot be said for certain" in ran.err
    assert ran.out == ""
    assert (broken / "staff.yaml").read_bytes() == before


def test_the_chart_says_so_too(write: Write, igreg: Igreg, tmp_path: Path) -> None:
    folder = write(FILES | {"units.yaml": "- id: u\n  name U\n"})
    ran = igreg("chart", "structure", folder, *DAY, "--format", "text", "--out", "-")
    assert ran.err.startswith("warning: register/units.yaml could not be read in full")


def test_a_sound_register_is_complete(write: Write, igreg: Igreg) -> None:
    ran = igreg("due", write(FILES), *DAY, "--format", "json")
    assert json.loads(ran.out)["incomplete"] == []
    assert (ran.code, ran.err) == (0, "")


@pytest.mark.parametrize("command", ["check", "due", "chart", "show"])
def test_a_folder_that_is_no_register_is_one_line(tmp_path: Path, igreg: Igreg, command: str) -> None:
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "x.yml").write_text("a: 1\n", encoding="utf-8")
    ran = igreg(command, *(["P"] if command == "show" else []), tmp_path / "letters")
    assert ran.code == 3
    assert ran.out == ""
    assert ran.err.startswith(f"igreg: {(tmp_path / 'letters').as_posix()} is not a register: ")
    assert len(ran.err.splitlines()) == 2


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("roles.yaml", id="a kind"),
        pytest.param("Policies.yaml.txt", id="a kind with Notepad's ending"),
        pytest.param("staff", id="a folder of a kind"),
    ],
)
def test_a_folder_that_may_be_meant_is_checked(tmp_path: Path, igreg: Igreg, name: str) -> None:
    folder = tmp_path / "data"
    (folder / name).mkdir(parents=True)
    assert igreg("check", folder, *DAY).code == 1


def test_without_a_register_the_hint_can_be_typed(
    tmp_path: Path, igreg: Igreg, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    ran = igreg("due")
    assert ran.code == 3
    assert "begin one with `igreg init`, or name its folder: igreg due path/to/register" in ran.err


@pytest.mark.parametrize("words", [("report", "handover"), ("show", "nothing")], ids=lambda words: words[0])
def test_a_refusal_comes_right_below_the_warning_and_it_is_said_once(
    broken: Path, igreg: Igreg, words: tuple[str, ...]
) -> None:
    of = ("--of", "s") if words[0] == "report" else ()
    ran = igreg(*words, broken, *of, *DAY)
    assert ran.code == 2 and ran.out == ""
    lines = [line for line in ran.err.splitlines() if line]
    assert lines[0].startswith(WARNED) and ran.err.count("warning: ") == 1
    assert lines[1].startswith("igreg: ") and FILE in lines[1]


@pytest.mark.parametrize(("more", "code"), [((), 1), (("--incomplete-ok",), 0)])
def test_a_snapshot_is_no_all_clear(broken: Path, igreg: Igreg, more: tuple[str, ...], code: int) -> None:
    ran = igreg("export", "--snapshot", "--out", broken.parent / "out", "--register", broken, *DAY, *more)
    assert ran.code == code
    assert ran.err.splitlines()[0].startswith(WARNED)


@pytest.mark.parametrize("format", ["text", "mermaid", "svg", "html"])
def test_a_chart_says_itself_what_is_missing(write: Write, igreg: Igreg, format: str) -> None:
    folder = write(FILES)
    words = ("chart", "structure", folder, *DAY, "--format", format, "--out", "-")
    assert "Not complete" not in igreg(*words).out
    (folder / "roles.yaml").write_text(BROKEN["no YAML"])
    assert "Not complete: register/roles.yaml could not be" in igreg(*words).out


def test_a_file_is_said_once_and_again_only_where_there_is_more(capsys: pytest.CaptureFixture[str]) -> None:
    unread = UnreadFiles()
    unread.say()
    unread.say_more()
    assert capsys.readouterr().err == ""
    unread.add(["a.yaml", "a.yaml"])
    unread.add(["a.yaml"])
    unread.say()
    said = "warning: a.yaml could not be read in full, so what it holds may be missing here: see `igreg check`\n"
    assert capsys.readouterr().err == said
    unread.say_more()
    assert capsys.readouterr().err == ""
    unread.add(["b.yaml"])
    unread.say_more()
    assert capsys.readouterr().err.startswith("warning: a.yaml and b.yaml could not be read in full")
    unread.clear()
    assert not unread and list(unread) == []


def test_a_session_with_other_options_shares_what_could_not_be_read_and_another_run_does_not() -> None:
    one = Session()
    replace(one, quiet=True).unread.add(["a.yaml"])
    assert list(one.unread) == ["a.yaml"] and list(Session().unread) == []
