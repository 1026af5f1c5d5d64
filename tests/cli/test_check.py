"""igreg check over small registers: exit codes, selection, configuration, outputs."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from igreg.render.findings.formats import FORMATS
from tests.conftest import Ran, Write

Igreg = Callable[..., Ran]

FAULTY = {
    "organisation.yaml": "name: Example\ntype: other\n",
    "roles.yaml": "- id: ig-lead\n  title: IG Lead\n  colour: blue\n",
    "policies/POL-001.yaml": "id: POL-001\ntitle: Confidentiality policy\nowner: ig-laed\n",
}
DAY = ("--today", "2026-11-22")


def test_json_of_the_contract(write: Write, igreg: Igreg) -> None:
    ran = igreg("check", write(FAULTY), *DAY, "--select", "unknown-reference", "--format", "json")
    assert ran.code == 1
    assert json.loads(ran.out) == {
        "version": 1,
        "today": "2026-11-22",
        "findings": [
            {
                "rule": "unknown-reference",
                "code": "IG106",
                "severity": "error",
                "file": "register/policies/POL-001.yaml",
                "line": 3,
                "column": 8,
                "record": "POL-001",
                "title": "Confidentiality policy",
                "path": ["owner"],
                "message": "no record has the id 'ig-laed'",
                "help": "did you mean 'ig-lead'?",
            }
        ],
        "silenced": [],
        "summary": {"error": 1, "warning": 0, "info": 0, "records": 3, "files": 3},
    }


def test_text_shows_the_line_and_what_to_do(write: Write, igreg: Igreg) -> None:
    ran = igreg("check", write(FAULTY), *DAY, "--select", "IG106")
    assert ran.out == (
        "register/policies/POL-001.yaml:3:8: error unknown-reference (IG106)\n"
        "    POL-001, Confidentiality policy\n"
        "    no record has the id 'ig-laed'\n"
        "  3 | owner: ig-laed\n"
        "    |        ^^^^^^^ did you mean 'ig-lead'?\n"
        "\n"
        "1 error; 3 records in 3 files read, as on 2026-11-22.\n"
    )


def test_concise_is_one_line_a_finding(write: Write, igreg: Igreg) -> None:
    ran = igreg("check", write(FAULTY), *DAY, "--select", "IG101", "--format", "concise", "-q")
    assert ran.out == ("register/roles.yaml:3:3: error unknown-field (IG101) [ig-lead] no field is called 'colour'\n")


@pytest.mark.parametrize(
    ("words", "rules"),
    [
        pytest.param(["--select", "IG106"], {"unknown-reference"}, id="code"),
        pytest.param(["--select", "unknown-field"], {"unknown-field"}, id="name"),
        pytest.param(["--select", "IG106,IG101"], {"unknown-reference", "unknown-field"}, id="comma"),
        pytest.param(["--select", "IG106", "--select", "IG101"], {"unknown-reference", "unknown-field"}, id="repeated"),
        pytest.param(["--select", "IG1"], {"unknown-reference", "unknown-field"}, id="prefix"),
        pytest.param(["--select", "IG1", "--ignore", "IG106"], {"unknown-field"}, id="ignore"),
        pytest.param(
            ["--select", "IG106", "--extend-select", "IG101"], {"unknown-reference", "unknown-field"}, id="extend"
        ),
    ],
)
def test_selection(write: Write, igreg: Igreg, words: list[str], rules: set[str]) -> None:
    ran = igreg("check", write(FAULTY), *DAY, *words, "--format", "json")
    assert {f["rule"] for f in json.loads(ran.out)["findings"]} == rules


@pytest.mark.parametrize(
    ("words", "code"),
    [
        pytest.param(["--select", "IG106"], 1, id="error"),
        pytest.param(["--select", "IG106", "--fail-on", "never"], 0, id="never"),
        pytest.param(["--select", "vacant-role"], 0, id="a warning is below the threshold"),
        pytest.param(["--select", "vacant-role", "--fail-on", "warning"], 1, id="a warning at the threshold"),
        pytest.param(["--select", "vacant-role", "--fail-on", "info"], 1, id="a warning over the threshold"),
        pytest.param(["--select", "IG110"], 0, id="nothing found"),
        pytest.param(["--select", "no-such-rule"], 2, id="unknown rule"),
        pytest.param(["--fail-on", "sometimes"], 2, id="unknown severity"),
        pytest.param(["--format", "word"], 2, id="unknown format"),
        pytest.param(["--no-such-option"], 2, id="unknown option"),
        pytest.param(["--today", "22/11/2026"], 2, id="no day"),
        pytest.param(["--now", "2026-11-22 9:30"], 2, id="no moment"),
    ],
)
def test_exit_codes(write: Write, igreg: Igreg, words: list[str], code: int) -> None:
    assert igreg("check", write(FAULTY), *DAY, *words).code == code


def test_unknown_rule_names_the_nearest(write: Write, igreg: Igreg) -> None:
    ran = igreg("check", write(FAULTY), "--select", "unknown-referense")
    assert "'unknown-referense'" in ran.err
    assert "did you mean 'unknown-reference'?" in ran.err


@pytest.mark.parametrize("name", ["nothing", "file.yaml"])
def test_no_register(tmp_path: Path, igreg: Igreg, name: str) -> None:
    (tmp_path / "file.yaml").write_text("a: 1\n")
    assert igreg("check", tmp_path / name).code == 3


def test_repository_folder_means_its_register(write: Write, igreg: Igreg) -> None:
    folder = write(FAULTY)
    assert igreg("check", folder.parent, *DAY).out == igreg("check", folder, *DAY).out


def test_found_from_a_folder_below(write: Write, igreg: Igreg, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = write(FAULTY)
    monkeypatch.chdir(folder / "policies")
    assert igreg("check", *DAY).out == igreg("check", folder, *DAY).out


def test_configuration(write: Write, igreg: Igreg, tmp_path: Path) -> None:
    folder = write(FAULTY)
    (tmp_path / "igreg.toml").write_text('select = ["IG106"]\n[severity]\nunknown-reference = "warning"\n')
    assert igreg("check", folder, *DAY).code == 0
    assert igreg("check", folder, *DAY, "--fail-on", "warning").code == 1
    assert igreg("check", folder, *DAY, "--select", "IG101").code == 1


def test_faults_of_the_configuration_are_told_together(write: Write, igreg: Igreg, tmp_path: Path) -> None:
    folder = write(FAULTY)
    (tmp_path / "igreg.toml").write_text('selct = ["IG2"]\nignore = ["IG999"]\n\n[severity]\nno-deputi = "info"\n')
    ran = igreg("check", folder)
    assert ran.code == 2
    assert "igreg.toml:1:1: no setting is called 'selct'; did you mean 'select'?" in ran.err
    assert "igreg.toml:2:1: ignore: no rule is called 'IG999'" in ran.err
    assert "igreg.toml:5:1: severity: no rule is called 'no-deputi'; did you mean 'no-deputy'?" in ran.err


@pytest.mark.parametrize("command", [("check",), ("due",), ("chart", "structure"), ("show", "ig-lead")], ids="/".join)
def test_common_options(write: Write, igreg: Igreg, tmp_path: Path, command: tuple[str, ...]) -> None:
    folder = write(FAULTY)
    right, wrong = tmp_path / "right.toml", tmp_path / "wrong.toml"
    right.write_text('select = ["IG2"]\n')
    wrong.write_text('selct = ["IG2"]\n')
    out = ("--out", tmp_path / "charts") if command[0] == "chart" else ()
    for day in (DAY, ("--now", "2026-11-22T09:30")):
        assert igreg(*command, folder, *day, "-q", "-v", "--no-color", "--config", right, *out).code in (0, 1)
    for words in (("--config", wrong), ("--config", tmp_path / "none.toml"), ("--today", "2026-02-30")):
        assert igreg(*command, folder, *words, *out).code == 2


def test_output_files_beside_the_console(write: Write, igreg: Igreg, tmp_path: Path) -> None:
    folder = write(FAULTY)
    ran = igreg("check", folder, *DAY, "--output", f"json={tmp_path}/a.json", "--output", f"sarif={tmp_path}/a.sarif")
    assert ran.out.endswith("read, as on 2026-11-22.\n")
    assert json.loads((tmp_path / "a.json").read_text())["version"] == 1
    assert json.loads((tmp_path / "a.sarif").read_text())["version"] == "2.1.0"


def test_baseline_only_shrinks(write: Write, igreg: Igreg, tmp_path: Path) -> None:
    folder, baseline = write(FAULTY), tmp_path / "baseline.json"
    few = ("--select", "IG106,IG101")
    assert igreg("check", folder, *DAY, *few, "--write-baseline", baseline).code == 0
    first = baseline.read_text()
    assert igreg("check", folder, *DAY, *few, "--baseline", baseline).code == 0
    # Lines move, keys stay: the faults are still known.
    (folder / "policies/POL-001.yaml").write_text("# moved\n\n" + FAULTY["policies/POL-001.yaml"])
    assert igreg("check", folder, *DAY, *few, "--baseline", baseline).code == 0
    # A new fault is not set aside, and writing again does not add it.
    (folder / "policies/POL-002.yaml").write_text("id: POL-002\ntitle: New\nowner: nobody\n")
    assert igreg("check", folder, *DAY, *few, "--baseline", baseline).code == 1
    assert igreg("check", folder, *DAY, *few, "--write-baseline", baseline).code == 1
    assert baseline.read_text() == first
    # A mended fault goes.
    (folder / "roles.yaml").write_text("- id: ig-lead\n  title: IG Lead\n")
    igreg("check", folder, *DAY, *few, "--write-baseline", baseline)
    assert len(baseline.read_text()) < len(first)


def test_check_never_writes(write: Write, igreg: Igreg, tmp_path: Path) -> None:
    folder = write(FAULTY)
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    igreg("check", folder, *DAY)
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before


def test_statistics_and_files(write: Write, igreg: Igreg) -> None:
    folder = write(FAULTY)
    out = igreg("check", folder, *DAY, "--select", "IG106", "--statistics").out
    assert "By rule\n  IG106 unknown-reference      1\n" in out
    assert "By owner\n  ig-laed      1\n" in out
    assert igreg("check", folder, "--show-files").out == (
        "register/organisation.yaml\nregister/policies/POL-001.yaml\nregister/roles.yaml\n"
    )


EXCEPTION = """id: EX-001
rule: vacant-role
record: ig-lead
reason: The post is out to advert
approved_by: ig-lead
approved_on: 2026-10-01
until: 2026-12-31
"""


def test_exceptions_silence_and_are_listed(write: Write, igreg: Igreg) -> None:
    folder = write({**FAULTY, "exceptions.yaml": EXCEPTION})
    found = json.loads(igreg("check", folder, *DAY, "--select", "IG203", "--format", "json").out)
    assert found["findings"] == []
    assert found["silenced"] == [
        {"rule": "vacant-role", "record": "ig-lead", "exception": "EX-001", "until": "2026-12-31"}
    ]
    text = igreg("check", folder, *DAY, "--select", "IG203").out
    assert "vacant-role (IG203) on ig-lead, until 2026-12-31: The post is out to advert (EX-001)" in text
    every = json.loads(igreg("check", folder, *DAY, "--select", "IG203", "--no-exceptions", "--format", "json").out)
    assert [f["record"] for f in every["findings"]] == ["ig-lead"]
    assert every["silenced"] == []


def test_no_exceptions_does_not_call_a_used_exception_unused(write: Write, igreg: Igreg) -> None:
    folder = write({**FAULTY, "exceptions.yaml": EXCEPTION})
    found = json.loads(
        igreg("check", folder, *DAY, "--select", "IG203,IG902", "--no-exceptions", "--format", "json").out
    )
    assert [f["code"] for f in found["findings"]] == ["IG203"]


def test_same_bytes_every_time(write: Write, igreg: Igreg) -> None:
    folder = write(FAULTY)
    assert len({igreg("check", folder, *DAY, "--format", "sarif").out for _ in range(3)}) == 1


def test_a_person_s_number_is_never_repeated(write: Write, igreg: Igreg) -> None:
    folder = write({"organisation.yaml": "name: Example\ntype: other\nnotes: 999 123 4004\n"})
    for name in FORMATS:
        out = igreg("check", folder, *DAY, "--select", "IG801", "--format", name).out
        assert "IG801" in out
        assert "123 4004" not in out


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no device that is always full")
def test_a_full_disk_is_no_fault_of_igreg(write: Write) -> None:
    folder = write(FAULTY)
    with open("/dev/full", "wb") as full:  # noqa: PTH123
        words = [sys.executable, "-m", "igreg", "check", str(folder), "--today", "2026-11-24"]
        done = subprocess.run(words, stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 2
    assert done.stderr.decode().startswith("igreg: the output cannot be written: ")


@pytest.mark.parametrize("width", [60, 80, 120])
def test_text_is_folded_to_the_terminal_and_stays_whole_elsewhere(
    igreg: Igreg, monkeypatch: pytest.MonkeyPatch, width: int
) -> None:
    words = ("check", Path(__file__).parents[1] / "registers" / "council", "--today", "2027-06-01", "--no-color")
    piped = igreg(*words, columns=width).out
    monkeypatch.setattr("igreg.cli.console.on_terminal", lambda: True)
    shown = igreg(*words, columns=width).out
    assert max(map(len, piped.splitlines())) > 120
    assert max(len(line) for line in shown.splitlines() if " " in line.strip()) <= width
    messages = " ".join(shown.split())
    said = [line.strip() for line in piped.splitlines() if line.startswith("    ") and "^" not in line]
    assert [one for one in said if one not in messages] == []


def test_where_the_time_went_is_told_where_it_is_asked_for(write: Write, igreg: Igreg) -> None:
    folder = write(FAULTY)
    plain, told = (igreg("check", folder, *DAY, "--select", "IG106", *more) for more in ((), ("--profile",)))
    assert (told.code, told.out) == (plain.code, plain.out)
    lines = told.err.removeprefix(plain.err).splitlines()
    assert lines[0] == "3 files, 3 records, 1 finding"
    assert [line.split(" s  ")[1] for line in lines[1:] if " s  " in line] == [
        *("files read", "records built", "rules run", "findings shown", "unknown-reference")
    ]
