"""igreg init: a starter for every type of organisation passes the check, says what is open, and overwrites nothing."""

from __future__ import annotations

import json
import re
import shutil
import tomllib
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest

from igreg.facts.in_force import Facts
from igreg.facts.skills import Competence
from igreg.model.kinds import in_order
from igreg.model.kinds.organisation import Organisation
from igreg.source.reading.document import parse
from tests.conftest import Ran

DAY = ("--today", "2026-11-25")
TYPES = Organisation.model_json_schema()["properties"]["type"]


def types() -> list[str]:
    """Every type of the format."""
    found = TYPES.get("enum") or next(each["enum"] for each in TYPES["anyOf"] if "enum" in each)
    return list(found)


def begun(igreg: Callable[..., Ran], folder: Path, type: str, name: str = "Willow Court") -> Ran:
    return igreg("init", folder, "--type", type, "--name", name, *DAY)


@pytest.fixture(scope="module")
def starters(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for what each type begins with, made once."""
    return tmp_path_factory.mktemp("starters")


@pytest.fixture
def home(igreg: Callable[..., Ran], starters: Path, tmp_path: Path, type: str) -> Path:
    """A folder of its own with what a type begins with."""
    if not (starters / type).is_dir():
        assert begun(igreg, starters / type, type).code == 0
    return shutil.copytree(starters / type, tmp_path / "home")


@pytest.mark.no_cover
@pytest.mark.parametrize("type", types())
def test_a_starter_for_every_type_has_no_error_and_hides_none(igreg: Callable[..., Ran], home: Path) -> None:
    ran = igreg("check", home / "register", *DAY, "--format", "json")
    assert ran.code == 0
    found = json.loads(ran.out)
    assert found["summary"]["error"] == 0
    written = parse("e.yaml", (home / "register" / "exceptions.yaml").read_text(encoding="utf-8")).value or ()
    assert sorted(one["exception"] for one in found["silenced"]) == [one["id"] for one in written]
    open = {(one["rule"], one["record"]) for one in written}
    assert ("area-without-lead", "risk") in open
    assert "area-without-policy" in {one["rule"] for one in found["findings"]}, "a warning needs no exception"
    assert "unused-exception" not in {one["rule"] for one in found["findings"]}
    later = json.loads(igreg("check", home / "register", "--today", "2027-02-26", "--format", "json").out)
    assert {"expired-exception", "area-without-lead"} <= {one["rule"] for one in later["findings"]}


@pytest.mark.thorough
@pytest.mark.no_cover
@pytest.mark.parametrize("type", types())
def test_a_starter_is_drawn_and_listed(igreg: Callable[..., Ran], home: Path, type: str) -> None:
    drawn = igreg("chart", "structure", home / "register", *DAY, "--format", "text", "--out", "-")
    assert drawn.out.count("Vacant") > 3
    drill = igreg("chart", "--drill", "incident", home / "register", *DAY, "--format", "text", "--out", "-")
    hours = "40" if type == "other" else "52"  # where there is no DPO, the IG lead tells the regulator
    assert f"Information Commission | {hours} hours | in time" in " ".join(drill.out.split())
    assert igreg("chart", "all", home / "register", *DAY, "--out", home / "charts").code == 0
    due = json.loads(igreg("due", home / "register", *DAY, "--within", "4 months", "--format", "json").out)
    assert {"exception-ends", "meeting", "audit"} <= {item["what"] for item in due["items"]}
    assert due["summary"]["overdue"] == 0


@pytest.mark.no_cover
@pytest.mark.parametrize("type", types())
def test_what_is_written_fits_the_schemas_that_are_written(igreg: Callable[..., Ran], home: Path) -> None:
    for path in (home / "register").glob("*.yaml"):
        schema = json.loads((home / ".schemas" / f"{path.stem}.schema.json").read_text(encoding="utf-8"))
        read = parse(path.name, path.read_text(encoding="utf-8"))
        written = (read.value or [])[0] if read.single else read.value
        if written:
            jsonschema.Draft202012Validator(schema).validate(written)


def test_nobody_and_nothing_is_invented(igreg: Callable[..., Ran], tmp_path: Path) -> None:
    begun(igreg, tmp_path, "nhs-trust")
    texts = {path.name: path.read_text(encoding="utf-8") for path in (tmp_path / "register").iterdir()}
    assert parse("staff.yaml", texts["staff.yaml"]).value == []
    assert all("holders" not in record for record in parse("roles.yaml", texts["roles.yaml"]).value or ())
    assert {record["status"] for record in parse("policies.yaml", texts["policies.yaml"]).value or ()} == {"draft"}
    assert {record["notes"] for record in parse("e.yaml", texts["exceptions.yaml"]).value or ()} == {
        "still to be approved"
    }
    assert not any("performed" in record for record in parse("audits.yaml", texts["audits.yaml"]).value or ())


@pytest.mark.parametrize(
    "name", ["Care: \"A\" & 'B' #1", "- {x: *y}", "{{ day }} {% if %}", "Tŷ Bryn 😀", "one\ntwo", "`rm` | **b** <i>"]
)
def test_any_name_comes_back_as_it_is(igreg: Callable[..., Ran], tmp_path: Path, name: str) -> None:
    assert begun(igreg, tmp_path, "mutual", name).code == 0
    text = (tmp_path / "register" / "organisation.yaml").read_text(encoding="utf-8")
    ((organisation),) = parse("organisation.yaml", text).value or ()
    assert organisation["name"] == name
    assert igreg("check", tmp_path / "register", *DAY, "--select", "IG0,IG1").code == 0
    assert "<i>" not in (tmp_path / "register" / "README.md").read_text(encoding="utf-8")


def test_what_stands_around_the_register_is_right(igreg: Callable[..., Ran], tmp_path: Path) -> None:
    begun(igreg, tmp_path, "gp-practice")
    bound = json.loads((tmp_path / ".vscode" / "settings.json").read_text(encoding="utf-8"))["yaml.schemas"]
    assert [Path(schema).name for schema in bound] == [f"{kind}.schema.json" for kind in (*in_order(), "frameworks")]
    assert all((tmp_path / schema).is_file() for schema in bound)
    assert tomllib.loads((tmp_path / "igreg.toml").read_text(encoding="utf-8")) == {"fail-on": "error"}
    read = parse("pre-commit", (tmp_path / ".pre-commit-config.yaml").read_text(encoding="utf-8"))
    assert (read.faults, read.single) == ((), True)
    assert not any(b"\r" in path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())


@pytest.mark.parametrize("there", ["register/roles.yaml", ".gitlab-ci.yml", "register/mine.txt"])
def test_nothing_is_overwritten(igreg: Callable[..., Ran], tmp_path: Path, there: str) -> None:
    (tmp_path / there).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / there).write_text("mine", encoding="utf-8")
    before = sorted(tmp_path.rglob("*"))
    ran = igreg("init", tmp_path, "--type", "other", "--name", "Willow Court", "--ci", "gitlab")
    assert ran.code == 2
    assert "nothing was written" in ran.err
    assert sorted(tmp_path.rglob("*")) == before
    assert (tmp_path / there).read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        pytest.param(["--name", "X"], "--type is missing", id="no type"),
        pytest.param(["--name", "X", "--type", "gp-practise"], "did you mean 'gp-practice'?", id="a slip"),
        pytest.param(["--type", "other"], "--name is missing", id="no name"),
        pytest.param(["--type", "other", "--name", "  "], "--name is missing", id="blanks"),
        pytest.param(["--type", "other", "--name", "X", "--ci", "gitlb"], "did you mean 'gitlab'?", id="a slip of CI"),
        pytest.param(["--ci", "none"], "--type is missing", id="an option asks nothing"),
    ],
)
def test_what_is_missing_is_told(igreg: Callable[..., Ran], tmp_path: Path, words: list[str], said: str) -> None:
    ran = igreg("init", tmp_path, *words)
    assert (ran.code, said in ran.err) == (2, True)
    assert list(tmp_path.iterdir()) == []


def test_the_checklist_is_printed_and_stands_in_the_readme(igreg: Callable[..., Ran], tmp_path: Path) -> None:
    ran = begun(igreg, tmp_path, "hospice")
    first, *lines, last = ran.out.splitlines()
    assert first.startswith("What to fill in")
    assert last == "Then type: igreg check"
    steps = [line.partition(". ")[2] for line in lines]
    readme = (tmp_path / "register" / "README.md").read_text(encoding="utf-8")
    assert len(steps) == 12
    assert all(f"{number}. {step}\n" in readme for number, step in enumerate(steps, 1))


FILES = {
    "none": set(),
    "github": {".github/workflows/register.yml", ".github/CODEOWNERS"},
    "gitlab": {".gitlab-ci.yml", ".gitlab/CODEOWNERS"},
    "azure": {"azure-pipelines.yml"},
}


def of_ci(folder: Path) -> set[str]:
    """The files of CI in a folder."""
    found = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    return found & {name for names in FILES.values() for name in names}


@pytest.mark.parametrize("ci", FILES)
def test_the_files_of_one_ci_are_written(igreg: Callable[..., Ran], tmp_path: Path, ci: str) -> None:
    ran = igreg("init", tmp_path, "--type", "other", "--name", "Willow Court", "--ci", ci)
    assert ran.code == 0
    assert of_ci(tmp_path) == FILES[ci]
    assert ("copy it to the top" in ran.out) == (ci != "none")
    for name in of_ci(tmp_path):
        if name.endswith(".yml"):
            read = parse(name, (tmp_path / name).read_text(encoding="utf-8"))
            assert (read.faults, read.single) == ((), True)


@pytest.mark.no_cover
@pytest.mark.parametrize(
    ("config", "there", "ci"),
    [
        pytest.param(None, ".github/x", "none", id="no repository"),
        pytest.param("", "", "none", id="nothing there"),
        pytest.param('[remote "origin"]\n\turl = git@github.com:a/gitlab-notes.git\n', "", "github", id="by its host"),
        pytest.param("\turl = https://gitlab.example.org/a/b.git\n", ".github/x", "gitlab", id="host before files"),
        pytest.param("\turl = https://me@dev.azure.com/a/b\n", "", "azure", id="Azure"),
        pytest.param("\turl = ../elsewhere.git\n", ".github/x", "github", id="by files"),
        pytest.param("", ".gitlab-ci.yml", "none", id="its file is kept"),
        pytest.param("", "azure-pipelines.yml", "none", id="so is another"),
    ],
)
def test_without_a_word_the_ci_is_that_of_the_repository(
    igreg: Callable[..., Ran], tmp_path: Path, config: str | None, there: str, ci: str
) -> None:
    if config is not None:
        (tmp_path / ".git").mkdir()
        (tmp_path / ".git" / "config").write_text(config, encoding="utf-8")
    if there:
        (tmp_path / there).parent.mkdir(exist_ok=True)
        (tmp_path / there).write_text("mine", encoding="utf-8")
    ran = begun(igreg, tmp_path, "other")
    assert ran.code == 0
    assert of_ci(tmp_path) - {there} == FILES[ci]
    assert (f"{there} is there already and is kept" in ran.err) == there.endswith(".yml")
    assert not there or (tmp_path / there).read_text(encoding="utf-8") == "mine"


def uncommented(text: str) -> str:
    """A file as it is when its examples are taken out of their comments."""
    out, inside = [], False
    for line in text.splitlines():
        inside = line.startswith("# - ") or (inside and line.startswith("#   "))
        named = re.match(
            r"# (ods_code|ico_registration|nhs_contract|publicly_funded|public_authority|staff_count|large_scale):",
            line,
        )
        out.append(line[2:] if inside or named else line)
    return "\n".join(out) + "\n"


OFFERED = ("nhs-trust", "icb", "local-authority", "health-board", "third-sector", "mutual", "hospice")
"""The types to which a framework of skills is offered."""
EXAMPLES = ("roles", "staff", "incidents", "training-records", "communications", "assets", "processing", "organisation")


@pytest.mark.no_cover
@pytest.mark.parametrize("type", types())
def test_the_examples_are_valid_when_they_are_taken_out_of_their_comments(
    igreg: Callable[..., Ran], home: Path, type: str
) -> None:
    before = json.loads(igreg("check", home / "register", *DAY, "--format", "json").out)
    offered = home / "register" / "skills.yaml"
    more = ("skills",) if offered.exists() else ()
    assert bool(more) == (type in OFFERED)
    for name in (*EXAMPLES, *more):
        path = home / "register" / f"{name}.yaml"
        text = path.read_text(encoding="utf-8")
        out = uncommented(text)
        assert out != text, name
        path.write_text(out, encoding="utf-8", newline="\n")
    after = json.loads(igreg("check", home / "register", *DAY, "--format", "json").out)
    follows = {"missing-function"}  # from what the organisation says of itself: money from the public brings duties
    errors = [one for one in after["findings"] if one["severity"] == "error"]
    assert [one["message"] for one in errors if one["rule"] not in follows] == []
    assert after["summary"]["records"] == before["summary"]["records"] + 7 + len(more) * len(Facts().table(Competence))
    told = {one["record"] for one in after["findings"]} & {
        "practice-development",
        "COM-001",
        "j-smith/data-security-awareness/2026-11-25",
    }
    assert told == set()
    roles = parse("r.yaml", (home / "register" / "roles.yaml").read_text(encoding="utf-8")).value or ()
    assert [(len(one["functions"]), one["start"], one["end"]) for one in roles if "functions" in one] == [
        (2, "2026-11-25", "2027-11-25")
    ]
