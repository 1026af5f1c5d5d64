"""`igreg rules`: the rules as configured, and what applies to a type of organisation."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from igreg.rules._rule import catalogue
from tests.conftest import Ran, Write

Igreg = Callable[..., Ran]


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing here finds the sample register."""
    monkeypatch.chdir(tmp_path)


def severity(ran: Ran, name: str) -> str:
    """What the list says of a rule."""
    assert ran.code == 0, ran.err
    return next(line.split()[1] for line in ran.out.splitlines() if line.split()[2] == name)


def read_text(out: str) -> list[str]:
    return [line.split()[0] for line in out.splitlines()]


def read_json(out: str) -> list[str]:
    return [row["code"] for row in json.loads(out)]


def read_markdown(out: str) -> list[str]:
    head, rule, *rows = out.splitlines()
    assert (head, rule) == ("| Code | Name | Severity | Found when | Rests on |", "| --- | --- | --- | --- | --- |")
    return [row.split(" | ")[0].removeprefix("| ") for row in rows]


@pytest.mark.parametrize("read", [read_text, read_json, read_markdown], ids=["text", "json", "markdown"])
def test_each_format_lists_every_rule(igreg: Igreg, read: Callable[[str], list[str]]) -> None:
    ran = igreg("rules", "--format", read.__name__.removeprefix("read_"))
    assert ran.code == 0
    assert read(ran.out) == [rule.code for rule in catalogue()]


def read_for_text(out: str) -> list[str]:
    return out.splitlines()


def read_for_json(out: str) -> list[str]:
    data = json.loads(out)
    return [f"{data['type']}, DSPT category {data['category']}", f"Training: {data['training']}"]


def read_for_markdown(out: str) -> list[str]:
    head, _, training, *_ = out.splitlines()
    return [head.removeprefix("# "), training]


@pytest.mark.parametrize("read", [read_for_text, read_for_json, read_for_markdown], ids=["text", "json", "markdown"])
def test_each_format_says_what_applies_to_a_type(igreg: Igreg, read: Callable[[str], list[str]]) -> None:
    ran = igreg("rules", "--for", "gp-practice", "--format", read.__name__.removeprefix("read_for_"))
    assert ran.code == 0
    head, training, *_ = read(ran.out)
    assert head == "gp-practice, DSPT category 4"
    assert training.startswith("Training: 95 % of staff within 12 months")
    assert "caldicott-guardian" in ran.out
    assert "breach-notice" in ran.out


@pytest.mark.parametrize(
    ("words", "sentence", "hint"),
    [
        pytest.param(("--format", "jsn"), "--format: there is no format 'jsn'", "did you mean 'json'?", id="format"),
        pytest.param(
            ("--format", "x"), "--format: there is no format 'x'", "one of: text, json, markdown", id="far from any"
        ),
        pytest.param(("--for", "gp"), "--for: there is no type 'gp'", "one of: nhs-trust", id="type"),
        pytest.param(
            ("--for", "gp-practise"), "--for: there is no type 'gp-practise'", "did you mean 'gp-practice'?", id="near"
        ),
        pytest.param(("--config", "none.toml"), "none.toml", "", id="a file that is not there"),
    ],
)
def test_mistakes_end_in_2(igreg: Igreg, words: tuple[str, ...], sentence: str, hint: str) -> None:
    ran = igreg("rules", *words)
    assert (ran.code, ran.out) == (2, "")
    assert sentence in ran.err
    assert f"help: {hint}" in ran.err


def test_the_settings_are_those_beside_the_register(write: Write, igreg: Igreg, tmp_path: Path) -> None:
    folder = write({"organisation.yaml": "name: X\ntype: other\n"})
    assert severity(igreg("rules"), "no-deputy") == "warning"
    (tmp_path / "igreg.toml").write_text('[severity]\nno-deputy = "info"\n')
    (tmp_path / "own.toml").write_text('ignore = ["IG2"]\n')
    assert severity(igreg("rules"), "no-deputy") == "info"
    assert severity(igreg("rules", folder), "no-deputy") == "info"
    assert severity(igreg("rules", folder, "--config", tmp_path / "own.toml"), "no-deputy") == "off"


def test_without_a_register_a_file_of_settings_counts_where_it_is_given(igreg: Igreg, tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_text('ignore = ["IG2"]\n')
    assert severity(igreg("rules", "--config", "own.toml"), "no-deputy") == "off"
    assert igreg("rules", "nowhere").code == 3


def test_a_broken_file_of_settings_is_told(write: Write, igreg: Igreg, tmp_path: Path) -> None:
    write({"organisation.yaml": "name: X\ntype: other\n"})
    (tmp_path / "igreg.toml").write_bytes(b"\xff\xfe")
    assert igreg("rules").code == 2
