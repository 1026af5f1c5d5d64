"""igreg new: a record to fill in, for each kind, where records of its kind stand."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from igreg.model.anatomy import fields_of
from igreg.model.kinds import KINDS, model_of
from igreg.model.skeleton import skeleton
from igreg.source.reading.exact import read
from tests.conftest import Ran, Write

COUNCIL = Path(__file__).parents[1] / "registers" / "council"
Igreg = Callable[..., Ran]
FILLABLE = [kind for kind in KINDS if kind != "organisation"]
WORDED = (
    "assessments",
    "bodies",
    "courses",
    "flows",
    "groups",
    "guidance",
    "meetings",
    "roles",
    "skills",
    "staff",
    "training-plans",
    "units",
)
"""Kinds whose records have ids of words in the council's register, so that no number can be gone on from."""


@pytest.mark.parametrize("kind", FILLABLE)
def test_what_must_be_there_stands_first_and_all_else_is_explained(kind: str) -> None:
    model = model_of(kind)
    lines = skeleton(model, "X-1" if "id" in model.model_fields else None)
    needed = [key for key, field in fields_of(model).items() if field.needed]
    (record,) = read("", "".join(f"{line}\n" for line in lines)).value or [{}]
    assert list(record) == needed
    offered = [match[1] for line in lines if (match := re.fullmatch(r"# (\w+):", line))]
    assert sorted([*needed, *offered]) == sorted(fields_of(model))
    assert all(len(line) <= 110 for line in lines)


@pytest.mark.no_cover
@pytest.mark.parametrize("kind", FILLABLE)
def test_each_kind_gets_its_record(igreg: Igreg, tmp_path: Path, kind: str) -> None:
    folder = shutil.copytree(COUNCIL, tmp_path / "council") / "register"
    before = {path: path.read_text(encoding="utf-8") for path in folder.rglob("*.yaml")}
    id = ("X-1",) if kind in WORDED else ()
    ran = igreg("new", kind, *id, "--register", folder, "--today", "2026-11-24")
    assert ran.code == 0, ran.err
    assert "to fill in: register/" in ran.err
    after = {path: path.read_text(encoding="utf-8") for path in folder.rglob("*.yaml")}
    ((path, text),) = [(path, text) for path, text in after.items() if before.get(path) != text]
    assert text.startswith(before.get(path, ""))
    assert kind in path.relative_to(folder).parts[0]
    found = igreg("check", folder, "--select", "IG0,IG102", "--today", "2026-11-24")
    assert (found.code, "missing-field" in found.out or "IG102" in found.out) == (1, True)


def test_the_next_id_is_taken_and_the_difference_shown(igreg: Igreg, write: Write) -> None:
    folder = write(
        {
            "organisation.yaml": "name: X\n",
            "risks.yaml": "- {id: R-08, title: A, owner: o}\n- id: R-09\n  title: B\n  owner: o\n# the end\n- {id: Z, title: C, owner: o}\n",
        }
    )
    dry = igreg("new", "risks", "--register", folder, "--dry-run")
    assert (dry.code, "+- id: R-10" in dry.out) == (0, True)
    assert "risks.yaml:" not in dry.out.splitlines()[-1]
    assert "R-10" not in (folder / "risks.yaml").read_text(encoding="utf-8")
    ran = igreg("new", "risks", "--register", folder)
    assert ran.out.splitlines()[0] == "New: R-10 in risks"
    assert "+  ## What could happen." in ran.err or "+  title:" in ran.err
    assert "note: fill in register/risks.yaml, then see `igreg check`" in ran.err
    text = (folder / "risks.yaml").read_text(encoding="utf-8")
    assert ran.out.splitlines()[1] == f"register/risks.yaml:{text.split(chr(10)).index('- id: R-10') + 1}"
    assert "  owner: o\n# the end\n- {id: Z, title: C, owner: o}\n- id: R-10\n" in text


def test_the_first_of_a_kind_begins_its_file(igreg: Igreg, write: Write) -> None:
    folder = write({"organisation.yaml": "name: X\n"})
    assert igreg("new", "assets", "--register", folder).out == "New: AST-001 in assets\nregister/assets.yaml:1\n"
    assert (folder / "assets.yaml").read_text(encoding="utf-8").startswith("- id: AST-001\n  ## ")
    first = len((folder / "assets.yaml").read_text(encoding="utf-8").splitlines())
    assert (
        igreg("new", "assets", "payroll", "--register", folder).out
        == f"New: payroll in assets\nregister/assets.yaml:{first + 1}\n"
    )


def test_what_nobody_filled_in_yet_stays_with_its_record(igreg: Igreg, write: Write) -> None:
    folder = write(
        {"organisation.yaml": "name: X\n", "assets.yaml": "# ours\n- id: a\n  name: A\n\n  # owner: o\n# end\n"}
    )
    assert igreg("new", "assets", "b", "--register", folder).code == 0
    text = (folder / "assets.yaml").read_text(encoding="utf-8")
    assert text.startswith("# ours\n- id: a\n  name: A\n\n  # owner: o\n- id: b\n  ## ") and text.endswith("\n# end\n")
    assert igreg("new", "assets", "c", "--register", folder).code == 0
    text = (folder / "assets.yaml").read_text(encoding="utf-8")
    assert text.index("# extra:") < text.index("- id: c\n") < text.rindex("# extra:")


def test_a_file_of_comments_is_gone_on_with(igreg: Igreg, write: Write) -> None:
    folder = write({"organisation.yaml": "name: X\n", "assets.yaml": "# what we hold\n"})
    assert igreg("new", "assets", "a", "--register", folder).code == 0
    assert (folder / "assets.yaml").read_text(encoding="utf-8").startswith("# what we hold\n- id: a\n")


@pytest.mark.parametrize("text", ["[]\n", "[{id: b, title: B}]\n"])
def test_a_list_in_brackets_keeps_no_comments_so_the_record_has_a_file_of_its_own(
    igreg: Igreg, write: Write, text: str
) -> None:
    folder = write({"organisation.yaml": "name: X\n", "assets.yaml": text})
    assert igreg("new", "assets", "a", "--register", folder).code == 0
    assert (folder / "assets.yaml").read_text(encoding="utf-8") == text
    assert (folder / "assets" / "a.yaml").read_text(encoding="utf-8").startswith("id: a\n## ")


def test_where_each_has_a_file_so_has_the_new_one(igreg: Igreg, write: Write) -> None:
    folder = write({"organisation.yaml": "name: X\n", "policies/P-1.yaml": "id: P-1\ntitle: A\nowner: o\n"})
    assert igreg("new", "policies", "--register", folder).code == 0
    assert (folder / "policies" / "P-2.yaml").read_text(encoding="utf-8").startswith("id: P-2\n## ")


def test_windows_line_ends_stay(igreg: Igreg, write: Write) -> None:
    folder = write({"organisation.yaml": "name: X\n", "units.yaml": "- id: a\r\n  name: A\r\n"})
    assert igreg("new", "units", "b", "--register", folder).code == 0
    data = (folder / "units.yaml").read_bytes()
    assert data.count(b"\n") == data.count(b"\r\n") > 3


@pytest.mark.parametrize("word", ["incident", "Incidents", "incidents"])
def test_a_kind_may_be_named_in_the_singular(igreg: Igreg, write: Write, word: str) -> None:
    folder = write({"organisation.yaml": "name: X\n", "incidents.yaml": "- {id: INC-2025-07, title: A}\n"})
    ran = igreg("new", word, "--register", folder, "--today", "2026-11-24")
    assert ran.out.startswith(
        "New: INC-2026-01 in incidents\nregister/incidents.yaml:2\n"
    )  # the year in an id is this year's
    assert igreg("new", word, "--register", folder, "--today", "2026-11-24").out.startswith("New: INC-2026-02 ")


@pytest.mark.parametrize("word", ["training record", "training-record", "training_records"])
def test_a_kind_of_two_words(igreg: Igreg, write: Write, word: str) -> None:
    folder = write({"organisation.yaml": "name: X\n"})
    out = "New: one of the training-records\nregister/training-records.yaml:1\n"
    assert igreg("new", word, "--register", folder).out == out


MISTAKES = [
    (("polici",), "KIND: there is no kind 'polici'", "did you mean 'policies'?"),
    (("role",), "roles have no numbers to go on from", "say its id: igreg new roles ID"),
    (("staff",), "people have no numbers to go on from", "say its id: igreg new staff ID"),
    (("organisation",), "KIND: there is no kind 'organisation'", ""),
    (("units", "a"), "the id 'a' is taken, by A", "see `igreg show a`"),
    (("units", "a b"), "'a b' is not an id", "letters, digits"),
    (("risk", "all-staff"), "'all-staff' cannot be an id", "choose another"),
    (("unit", "organisation"), "'organisation' cannot be an id", "choose another"),
    (("training-records", "x"), "training-records have no ids", "leave it out: igreg new training-records"),
]


@pytest.mark.parametrize(("words", "sentence", "hint"), MISTAKES)
def test_mistakes(igreg: Igreg, write: Write, words: tuple[str, ...], sentence: str, hint: str) -> None:
    folder = write({"organisation.yaml": "name: X\n", "units.yaml": "- {id: a, name: A}\n"})
    ran = igreg("new", *words, "--register", folder)
    assert ran.code == 2
    assert f"igreg: {sentence}" in ran.err
    assert hint in ran.err


def test_a_broken_file_of_the_kind_is_not_added_to(igreg: Igreg, write: Write) -> None:
    folder = write({"organisation.yaml": "name: X\n", "units.yaml": "- id: a\n  name: [\n"})
    ran = igreg("new", "units", "b", "--register", folder)
    assert ran.code == 2
    assert (folder / "units.yaml").read_text(encoding="utf-8") == "- id: a\n  name: [\n"
