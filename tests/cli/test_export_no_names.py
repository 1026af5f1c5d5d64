"""igreg export --no-names: nobody of staff is in any byte of any format (ruling X36)."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import duckdb
import pytest

from igreg.model.kinds.staff import StaffMember
from igreg.register.read import read
from igreg.store.read import read_sources
from tests.conftest import Ran, Write

Igreg = Callable[..., Ran]
ROOT = Path(__file__).parents[2]
REGISTERS = [ROOT / "register", *sorted(path for path in (ROOT / "tests" / "registers").iterdir() if path.is_dir())]
FORMATS = ("csv", "xlsx", "json", "jsonl", "parquet", "sqlite")


def contents(out: Path) -> Iterator[str]:
    """All that an export holds, unpacked, and the names of its files."""
    for file in sorted(out.iterdir()) if out.is_dir() else [out]:
        yield file.name
        if file.suffix == ".parquet" and (rows := duckdb.sql(f"SELECT * FROM '{file}'").fetchall()):
            yield str(rows)
        yield file.read_bytes().decode(errors="replace")
        if zipfile.is_zipfile(file):
            with zipfile.ZipFile(file) as book:
                yield from (book.read(name).decode() for name in book.namelist())


def exported(igreg: Igreg, register: Path, out: Path, format: str) -> str:
    ran = igreg("export", "--format", format, "--out", out, "--register", register, "--no-names", "--incomplete-ok")
    assert ran.code == 0, ran.err
    return "\n".join((*contents(out), ran.out, ran.err)).casefold()


@pytest.mark.thorough
@pytest.mark.parametrize("register", REGISTERS, ids=lambda path: path.name)
def test_nobody_of_the_samples_is_in_any_byte(igreg: Igreg, tmp_path: Path, register: Path) -> None:
    if not list(register.glob("*.yaml")):
        register = register / "register"
    people = read(read_sources(register)).of(StaffMember)
    words = {word.casefold() for one in people for word in (one.id, one.name, one.email) if word}
    assert words
    for format in FORMATS:
        said = exported(igreg, register, tmp_path / f"out.{format}", format)
        assert not [word for word in words if word in said], format
        assert "person-1" in said


FILES = {
    "organisation.yaml": "name: Ash House\ntype: gp-practice\n",
    "staff.yaml": """
- {id: z-adams, name: Zoë Adams}
- {id: j-osei, name: Dr Jane Osei, email: j.osei@example.org, manager: z-adams, job_title: Nurse, notes: Is away}
- {id: ann, name: Ann, skills: [{skill: SQL, evidence: seen by JANE  OSEI}]}
""",
    "roles.yaml": """
- id: siro
  title: SIRO
  public_contact: J.Osei@example.org
  decides: [whatever annual plans need]
  holders:
  - {staff: j-osei, from: 2026-01-01, as: deputy, assigned_by: letter to Mrs Osei, document: {path: docs/jane_osei.pdf}}
  - {staff: g-one, from: 2025-01-01, until: 2025-12-31}
""",
    "groups.yaml": "- {id: igg, title: IGG, members: [siro, ann]}\n",
    "meetings.yaml": """
- {id: M-1, group: igg, date: 2026-02-02, status: held, minutes: {path: minutes/secret.pdf}, present: [j-osei],
   decisions: ['Osei, Jane reports', 'asked g-one', 'the plan of Annabel'], extra: {who: J Osei}}
""",
    "incidents.yaml": """
- {id: I-1, title: free one, aware: 2026-02-02T10:00, summary: free two, lead: j-osei, tags: [free three],
   timeline: [{at: 2026-02-02T10:00, what: free four, by: ann}], data_categories: [free five],
   actions: [{id: I-1-A1, what: free six, owner: z-adams, due: 2026-03-01}], extra: {a: free seven}}
""",
    "requests.yaml": """
- {id: R-1, title: free eight, category: subject-access, received: 2026-02-02, channel: free nine, handler: j-osei}
""",
    "policies.yaml": """
- {id: POL-j-osei, title: Policy, owner: siro, notes: 'by jane osei, dr jane osei, j-osei, JaneOsei and Jane%20Osei'}
""",
    "training-records.yaml": "- {staff: gone-away, course: c1, completed: 2026-01-01}\n",
}


def test_what_becomes_of_people(igreg: Igreg, write: Write, tmp_path: Path) -> None:
    register = write(FILES)
    said = exported(igreg, register, tmp_path / "x.json", "json")
    for word in ("jane", "osei", "zoë", "adams", "g-one", "gone-away", "free", "secret", "away", "letter to"):
        assert word not in said, word
    records = json.loads((tmp_path / "x.json").read_text(encoding="utf-8"))["records"]
    assert records["staff"] == [
        {"id": "person-3"},
        {"id": "person-2", "job_title": "Nurse", "manager": "person-3"},
        {"id": "person-1", "skills": [{"skill": "SQL", "evidence": "seen by person-2"}]},
    ]
    [role] = records["roles"]
    assert role["public_contact"] == "person-2"
    assert role["decides"] == ["whatever annual plans need"]
    assert role["holders"] == [
        {"staff": "person-2", "from": "2026-01-01", "as": "deputy", "document": {"path": "docs/person-2.pdf"}},
        {"staff": "person-4", "from": "2025-01-01", "until": "2025-12-31"},
    ]
    [meeting] = records["meetings"]
    assert meeting["present"] == ["person-2"]
    assert meeting["decisions"] == ["person-2 reports", "asked person-4", "the plan of Annabel"]
    assert records["incidents"] == [
        {
            "id": "I-1",
            "aware": "2026-02-02T10:00",
            "timeline": [{"at": "2026-02-02T10:00", "by": "person-1"}],
            "lead": "person-2",
            "actions": [{"id": "I-1-A1", "owner": "person-3", "due": "2026-03-01"}],
        }
    ]
    assert records["requests"] == [
        {"id": "R-1", "category": "subject-access", "received": "2026-02-02", "handler": "person-2"}
    ]
    [policy] = records["policies"]
    assert policy["id"] == "POL-person-2"
    assert policy["notes"] == "by person-2, person-2, person-2, person-2 and person-2"
    assert records["training-records"] == [{"staff": "person-5", "course": "c1", "completed": "2026-01-01"}]


@pytest.mark.parametrize("format", FORMATS)
def test_what_is_withheld_is_in_no_format(igreg: Igreg, write: Write, tmp_path: Path, format: str) -> None:
    said = exported(igreg, write(FILES), tmp_path / "out", format)
    for word in ("osei", "zoë", "adams", "g-one", "gone-away", "free one", "free s", "secret.pdf", "letter to"):
        assert word not in said, word
    if format == "csv":
        head = (tmp_path / "out" / "staff.csv").read_text(encoding="utf-8-sig").split("\n")[0]
        assert "name" not in head and "email" not in head and "notes" not in head


def test_a_question_without_names(igreg: Igreg, write: Write) -> None:
    ran = igreg("query", "SELECT * FROM staff ORDER BY id", "--no-names", "--register", write(FILES), "--format", "csv")
    assert ran.code == 0 and "person-3" in ran.out and "Adams" not in ran.out


@pytest.mark.parametrize("name", ["staff.yaml", "staff/b.yaml"])
def test_where_staff_cannot_be_read_nothing_is_written(igreg: Igreg, write: Write, tmp_path: Path, name: str) -> None:
    register = write({"organisation.yaml": "name: X\ntype: other\n", name: "- {id: j-osei, name: [\n"})
    for format in FORMATS:
        out = tmp_path / f"x.{format}"
        ran = igreg("export", "--format", format, "--out", out, "--register", register, "--no-names")
        assert ran.code == 2 and "--no-names" in ran.err and not out.exists()
    assert igreg("query", "SELECT 1", "--no-names", "--register", register).code == 2
