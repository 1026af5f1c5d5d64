"""igreg init on a terminal: each question, each answer that is none, and what a person's answers become."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from igreg.cli import app as cli
from igreg.cli import console, interview
from igreg.errors import IgregError
from igreg.source.reading.document import parse
from tests.terminal import typed

DAY = ("--today", "2026-11-25")
CARE = ["Rosewood House", "care-provider"]


def answered(monkeypatch: pytest.MonkeyPatch, folder: Path, *lines: str, words: tuple[str, ...] = ()) -> str:
    """What `igreg init` says on standard error to somebody who answers so."""
    monkeypatch.setattr(console, "can_ask", lambda: True)
    answers = "".join(f"{line}\n" for line in lines)
    ran = CliRunner().invoke(cli.app, ["init", str(folder), *DAY, *words], input=answers)
    if ran.exception is not None and not isinstance(ran.exception, SystemExit):
        raise ran.exception
    assert ran.exit_code == 0
    return ran.stderr


def records(folder: Path, kind: str) -> list[dict[str, object]]:
    text = (folder / "register" / f"{kind}.yaml").read_text(encoding="utf-8")
    return list(parse(f"{kind}.yaml", text).value or ())


def test_a_home_is_asked_and_its_people_hold_their_posts(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    lines = ["Nadia Rahman nadia@rosewood.example", "Grace Mensah", "grace mensah", "2", "", "none"]
    err = answered(monkeypatch, tmp_path, *CARE, *lines)
    assert "Owner and nominated individual (risk): " in err
    assert "1 Nadia Rahman, 2 Grace Mensah" in err
    assert records(tmp_path, "staff") == [
        {"id": "n-rahman", "name": "Nadia Rahman", "email": "nadia@rosewood.example"},
        {"id": "g-mensah", "name": "Grace Mensah"},
    ]
    held = {role["id"]: role.get("holders") for role in records(tmp_path, "roles")}
    mensah = [{"staff": "g-mensah", "from": "2026-11-25"}]
    assert held == {
        "owner": [{"staff": "n-rahman", "from": "2026-11-25"}],
        "ig-lead": mensah,
        "caldicott-guardian": mensah,
        "dpo": mensah,
        "registered-manager": None,
    }
    ran = CliRunner().invoke(cli.app, ["check", str(tmp_path / "register"), *DAY, "--format", "json"])
    found = json.loads(ran.stdout)
    assert found["summary"]["error"] == 0
    assert {one["rule"] for one in found["silenced"]} == {"no-notice-for-service-users", "training-below-target"}
    vacant = [one["record"] for one in found["findings"] if one["rule"] == "vacant-role"]
    assert vacant == ["registered-manager"]


def test_with_nobody_named_yet_it_is_the_starter_as_it_was(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    answered(monkeypatch, tmp_path / "a", *CARE, "", "", "", "", "", "")
    CliRunner().invoke(
        cli.app, ["init", str(tmp_path / "b"), *DAY, "--type", "care-provider", "--name", "Rosewood House"]
    )
    files = [path.relative_to(tmp_path / "a") for path in (tmp_path / "a").rglob("*") if path.is_file()]
    assert files
    assert all((tmp_path / "a" / one).read_bytes() == (tmp_path / "b" / one).read_bytes() for one in files)


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        pytest.param("tbc", "where nobody has been found yet, just press Enter", id="to be confirmed"),
        pytest.param("12", "'12' is not a name", id="a number that nobody has"),
        pytest.param("Jo Smith and Al Jones", "one person", id="two people"),
        pytest.param("Smith, Jo", "as the name is spoken", id="turned round"),
        pytest.param("jo.smith@example.org", "please type the name first", id="an address alone"),
        pytest.param("Jo Smith jo@", "'jo@' is not an e-mail address", id="an address that is none"),
        pytest.param("DPO", "is a post", id="an id"),
        pytest.param("Registered Manager", "is a post", id="a title"),
        pytest.param("x" * 101, "longer than a name", id="too long"),
        pytest.param("Jo\u202eSmith", "cannot be shown", id="a sign that turns text round"),
    ],
)
def test_an_answer_that_is_none_is_asked_again(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, answer: str, said: str
) -> None:
    err = answered(monkeypatch, tmp_path, *CARE, answer, "Jo Smith", "", "", "", "", "")
    assert said in err
    assert [one["name"] for one in records(tmp_path, "staff")] == ["Jo Smith"]


def test_name_and_type_are_asked_until_they_are_there(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    lines = ["", "--", "n" * 201, "Rosewood", "", "99", "gp-practise", "care", "", "", "", "", "", "5", "az"]
    err = answered(monkeypatch, tmp_path, *lines)
    assert err.count("What is your organisation called?") == 4
    assert "please type a number from 1 to 15" in err
    assert "did you mean 'gp-practice'?" in err
    assert "please type a number from 1 to 4" in err
    assert (tmp_path / "azure-pipelines.yml").is_file()


def test_what_speaks_against_somebody_is_said_at_once_and_stands_as_an_exception(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    err = answered(monkeypatch, tmp_path, *CARE, "Nadia Rahman", "", "", "1", "", "")
    assert "note: Nadia Rahman would be Owner and nominated individual and Data Protection Officer: the chief" in err
    assert "conflicting-functions" in {one["rule"] for one in records(tmp_path, "exceptions")}


def test_people_of_one_name_or_of_names_alike_are_told_apart(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    lines = ["Zoë Ó Brien <zoe@example.org>", "Zara O'Brien", "Zoë Ó Brien other@example.org", "李小龙", "", "", ""]
    err = answered(monkeypatch, tmp_path, *CARE, *lines)
    assert "two people of one name need two names" in err
    assert [one["id"] for one in records(tmp_path, "staff")] == ["z-brien", "z-obrien", "person"]


def test_an_address_may_come_later(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    answered(monkeypatch, tmp_path, *CARE, "Jo Smith", "Jo Smith jo@example.org", "", "", "", "")
    assert records(tmp_path, "staff") == [{"id": "j-smith", "name": "Jo Smith", "email": "jo@example.org"}]
    assert "id: a-jones" in (tmp_path / "register" / "staff.yaml").read_text(encoding="utf-8"), "the example is another"


def test_answers_that_end_too_soon_write_nothing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    with pytest.raises(IgregError, match="nothing was written"):
        answered(monkeypatch, tmp_path, *CARE, "Jo Smith")
    assert list(tmp_path.iterdir()) == []


def test_what_cannot_be_read_is_asked_again(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    lines = iter([UnicodeDecodeError("utf-8", b"\xff", 0, 1, "x"), "yes\n"])

    class Typed:
        def isatty(self) -> bool:
            return False

        def readline(self) -> str:
            line = next(lines)
            if isinstance(line, UnicodeDecodeError):
                raise line
            return line

    monkeypatch.setattr(sys, "stdin", Typed())
    assert interview.ask("Well?", str) == "yes"


def test_a_register_that_is_there_is_told_before_anything_is_asked(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "register").mkdir()
    with pytest.raises(IgregError, match=r"nothing was written: .*register would be overwritten"):
        answered(monkeypatch, tmp_path)


@pytest.mark.skipif(sys.platform == "win32", reason="a terminal of Linux and macOS")
@pytest.mark.parametrize("answers", [[], ["Rosewood\n", "4\n", "Jo Smith\n"]])
def test_on_a_terminal_ctrl_c_leaves_nothing(tmp_path: Path, answers: list[str]) -> None:
    asked = ["called? ", "word: ", "(risk): ", "security): "]
    code, screen = typed(("init",), zip(asked, [*answers, "\x03"], strict=False), tmp_path)
    assert code == 130
    assert "nothing was written" in screen
    assert list(tmp_path.iterdir()) == []
