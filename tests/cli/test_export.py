"""igreg export: what it refuses. What a snapshot says: `test_snapshot.py`."""

from __future__ import annotations

import contextlib
import csv
import datetime as dt
import io
import json
import sqlite3
from collections.abc import Callable
from pathlib import Path

import duckdb
import openpyxl
import pytest

from tests.conftest import Ran, Write
from tests.power import cut_off

Igreg = Callable[..., Ran]


def test_a_snapshot_goes_into_a_folder_outside_the_register(igreg: Igreg, write: Write, tmp_path: Path) -> None:
    register = write({"organisation.yaml": "name: Ash House\ntype: gp-practice\n"})
    here = ("--register", register)
    assert igreg("export", "--snapshot", *here).code == 2
    assert igreg("export", "--snapshot", "--out", register / "x", *here).code == 2
    assert igreg("export", "--snapshot", "--out", register / "organisation.yaml", *here).code == 2
    file = tmp_path / "file"
    file.write_text("", encoding="utf-8")
    assert "is a file" in igreg("export", "--snapshot", "--out", file, *here).err
    assert igreg("export", "--snapshot", "--out", tmp_path / "out", "--register", tmp_path / "none").code == 3


FILES = {
    "organisation.yaml": "name: Ash House\ntype: gp-practice\n",
    "staff.yaml": "- {id: j-osei, name: Jane Osei, email: jane.osei@example.org, started: 2026-11-02}\n",
    "roles/siro.yaml": "id: siro\ntitle: SIRO\nareas: [risk, security]\nholders:\n- {staff: j-osei, from: 2026-11-02}\n"
    "review: {every: 12 months, last: 2026-11-02}\n",
    "policies.yaml": "- id: POL-1\n  title: '=1+1'\n  owner: siro\n  notes: \"'tis\\n+ two\"\n",
    "incidents.yaml": "- {id: I-1, title: Lost, aware: 2026-11-02, timeline: [{at: '2026-11-02T09:30:00+01:00', what: Seen}]}\n",
}
FORMATS = ("csv", "xlsx", "json", "jsonl", "parquet", "sqlite")
FOLDERS = ("csv", "jsonl", "parquet")


def exported(igreg: Igreg, register: Path, out: Path, format: str, *more: object) -> dict[str, bytes]:
    """An export, file by file."""
    ran = igreg("export", "--format", format, "--out", out, "--register", register, "--today", "2026-11-24", *more)
    assert ran.code == 0, ran.err
    return {one.name: one.read_bytes() for one in out.iterdir()} if out.is_dir() else {format: out.read_bytes()}


def test_csv_has_a_file_a_table_with_a_mark_and_crlf(igreg: Igreg, write: Write, tmp_path: Path) -> None:
    files = exported(igreg, write(FILES), tmp_path / "out", "csv")
    assert files["roles_areas.csv"] == "\ufeffrecord,position,value\r\nsiro,1,risk\r\nsiro,2,security\r\n".encode()
    head, line, rest = files["roles_holders.csv"].decode("utf-8-sig").split("\r\n")
    assert head == (
        "record,position,staff,from,until,as,assigned_by,"
        "document_path,document_url,document_title,document_public,hours_per_week"
    )
    assert (line, rest) == ("siro,1,j-osei,2026-11-02,,substantive,,,,,,", "")
    assert "\r\nsiro,SIRO,,,,,,,,,,12 months,2026-11-02,,,,rolling,,,\r\n" in files["roles.csv"].decode()
    assert files["bodies.csv"].decode().count("\r\n") == 1  # of each kind there is a table, be it empty
    policy = next(csv.DictReader(io.StringIO(files["policies.csv"].decode("utf-8-sig"), newline="")))
    assert (policy["title"], policy["notes"]) == ("'=1+1", "''tis\n+ two")
    assert len(list(csv.reader(io.StringIO(files["organisation.csv"].decode())))) == 2
    entry = files["incidents_timeline.csv"].decode().split("\r\n")[1]
    assert entry == "I-1,1,2026-11-02T08:30:00,Seen,"  # by the organisation's clock


def test_every_format_says_the_same(igreg: Igreg, write: Write, tmp_path: Path) -> None:
    register = write(FILES)
    lines = exported(igreg, register, tmp_path / "lines", "jsonl")
    assert lines["roles_areas.jsonl"].splitlines()[0] == b'{"record":"siro","position":1,"value":"risk"}'
    row = json.loads(lines["staff.jsonl"])
    assert row["started"] == "2026-11-02" and row["no_personal_data"] is False and row["manager"] is None
    exported(igreg, register, tmp_path / "parquet", "parquet")
    found = duckdb.sql(f"SELECT started, no_personal_data FROM '{tmp_path}/parquet/staff.parquet'").fetchall()
    assert found == [(dt.date(2026, 11, 2), False)]
    assert (tmp_path / "parquet" / "snapshot.parquet").exists()
    exported(igreg, register, tmp_path / "x.sqlite", "sqlite")
    with contextlib.closing(sqlite3.connect(tmp_path / "x.sqlite")) as base:
        assert base.execute('SELECT title, "from" FROM roles JOIN roles_holders ON record = id').fetchall() == [
            ("SIRO", "2026-11-02")
        ]
        assert base.execute("PRAGMA foreign_key_check").fetchall() == []
        assert [row[5] for row in base.execute("PRAGMA table_info(roles_holders)").fetchall()][:3] == [1, 2, 0]
    exported(igreg, register, tmp_path / "x.xlsx", "xlsx")
    book = openpyxl.load_workbook(tmp_path / "x.xlsx")
    assert book["policies"]["B2"].value == "=1+1" and book["policies"]["B2"].data_type == "s"
    assert book["staff"]["G2"].value == dt.datetime(2026, 11, 2)
    assert book["policies"]["B2"].quotePrefix is False
    document = json.loads(exported(igreg, register, tmp_path / "x.json", "json")["json"])
    assert list(document) == ["version", "today", "organisation", "records", "incomplete"]
    assert document["organisation"] == {"name": "Ash House", "type": "gp-practice"}
    assert document["records"]["roles"] == [
        {
            "id": "siro",
            "title": "SIRO",
            "areas": ["risk", "security"],
            "holders": [{"staff": "j-osei", "from": "2026-11-02"}],
            "review": {"every": "12 months", "last": "2026-11-02"},
        }
    ]
    assert document["records"]["bodies"] == []


@pytest.mark.thorough
@pytest.mark.parametrize("format", FORMATS)
def test_the_same_register_gives_the_same_bytes(igreg: Igreg, write: Write, tmp_path: Path, format: str) -> None:
    register = write(FILES)
    first = exported(igreg, register, tmp_path / "one", format)
    assert first == exported(igreg, register, tmp_path / "two", format)
    assert first == exported(igreg, register, tmp_path / "one", format)  # over its own, without --force


def test_kinds_are_named_in_the_singular_or_plural(igreg: Igreg, write: Write, tmp_path: Path) -> None:
    register = write(FILES)
    files = exported(igreg, register, tmp_path / "out", "csv", "training_record", "Risks")
    assert {"training_records.csv", "risks.csv"} <= set(files) and "staff.csv" not in files
    ran = igreg("export", "--format", "json", "--out", "-", "--register", register, "rolse")
    assert ran.code == 2 and "roles" in ran.err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--format", "csv"), "needs --out"),
        (("--format", "pdf", "--out", "x"), "there is no format"),
        (("--format", "csv", "--out", "-"), "standard output"),
        (("--out", "x"), "not said"),
        (("--format", "csv", "--out", "register/out"), "in the register"),
        (("--format", "json", "--out", "register/x.json"), "in the register"),
        (("--format", "csv", "--out", "."), "around it"),
        (("--format", "json", "--out", "docs"), "is a folder"),
        (("--format", "csv", "--out", "mine.txt"), "is no folder"),
        (("--format", "json", "--out", "mine.txt"), "igreg did not make it"),
        (("--format", "sqlite", "--out", "mine.txt"), "igreg did not make it"),
        (("--format", "csv", "--out", "docs"), "docs/a.md would be lost"),
        (("--format", "csv", "--out", "esr"), "esr/staff.csv is there already"),
        (("--snapshot", "--format", "csv", "--out", "x"), "in parquet"),
    ],
)
def test_what_is_not_igregs_is_left_alone(
    igreg: Igreg, write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], said: str
) -> None:
    write(FILES)
    others = {"docs/a.md": "a", "mine.txt": "mine", "esr/staff.csv": "Employee Number\n"}
    for name, text in others.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    ran = igreg("export", *words)
    assert ran.code == 2 and said in ran.err, ran.err
    assert {name: (tmp_path / name).read_text(encoding="utf-8") for name in others} == others


def test_force_writes_over_what_is_of_the_same_names(igreg: Igreg, write: Write, tmp_path: Path) -> None:
    register, out = write(FILES), tmp_path / "esr"
    out.mkdir()
    (out / "staff.csv").write_text("Employee Number\n", encoding="utf-8")
    assert len(exported(igreg, register, out, "csv", "--force")) > 100
    (tmp_path / "x.json").write_text("{}", encoding="utf-8")
    exported(igreg, register, tmp_path / "x.json", "json", "--force")


def test_a_file_that_cannot_be_read_is_said_and_the_exit_code_is_1(igreg: Igreg, write: Write, tmp_path: Path) -> None:
    register = write(FILES | {"bodies.yaml": "- {id: b1, name: [\n"})
    for format in FORMATS:
        ran = igreg("export", "--format", format, "--out", tmp_path / format, "--register", register)
        assert ran.code == 1 and "bodies.yaml could not be read in full" in ran.err
        assert (tmp_path / format).exists()
    where = ("--format", "csv", "--out", tmp_path / "csv", "--register", register)
    assert igreg("export", *where, "--incomplete-ok").code == 0
    assert igreg("export", *where, "staff").code == 0  # bodies are not in it


def test_values_that_are_wrong_are_left_out_and_said(igreg: Igreg, write: Write, tmp_path: Path) -> None:
    register = write(FILES | {"units.yaml": "- {id: u1, name: U, start: soon}\n"})
    ran = igreg("export", "--format", "csv", "--out", tmp_path / "out", "--register", register)
    assert ran.code == 0 and "1 record has" not in ran.err and "a record has values that are wrong" in ran.err


def test_an_empty_register_has_every_table(igreg: Igreg, write: Write, tmp_path: Path) -> None:
    register = write({"organisation.yaml": "name: X\ntype: other\n"})
    for format in FORMATS:
        exported(igreg, register, tmp_path / format, format)
    with contextlib.closing(sqlite3.connect(tmp_path / "sqlite")) as base:
        assert base.execute("SELECT name, type FROM organisation").fetchall() == [("X", "other")]
        assert base.execute("SELECT * FROM staff").fetchall() == []


def test_ids_that_are_twice_or_missing_leave_the_table_without_a_key(
    igreg: Igreg, write: Write, tmp_path: Path
) -> None:
    register = write(
        FILES | {"units.yaml": "- {id: u1, name: U}\n- {id: u1, name: V}\n", "risks.yaml": "- {title: R}\n"}
    )
    exported(igreg, register, tmp_path / "x.sqlite", "sqlite")
    with contextlib.closing(sqlite3.connect(tmp_path / "x.sqlite")) as base:
        assert base.execute("SELECT name FROM units").fetchall() == [("U",), ("V",)]
        assert base.execute("SELECT id, title FROM risks").fetchall() == [(None, "R")]
        assert not any(row[5] for row in base.execute("PRAGMA table_info(units)"))


def test_an_export_that_is_killed_is_whole_or_not_at_all(igreg: Igreg, write: Write, tmp_path: Path) -> None:
    """The writers are tested to be killed in `tests/store`; this one is that an export uses them."""
    register, out = write(FILES), tmp_path / "out"
    kinds = ("units", "roles")
    first = exported(igreg, register, out, "csv", *kinds)
    (register / "units.yaml").write_text("- {id: u1, name: U}\n", encoding="utf-8")
    second: dict[str, bytes] = {}

    def run() -> None:
        second.update(exported(igreg, register, out, "csv", *kinds))

    for _ in cut_off(run):
        if out.exists():
            assert {one.name: one.read_bytes() for one in out.iterdir()} in (first, second or first)
        run()
        assert {one.name: one.read_bytes() for one in out.iterdir()} == second != first


def test_yes_and_no_of_an_answer_are_no_texts_in_a_document(igreg: Igreg, write: Write) -> None:
    """Records as the register has them: a level and a text beside them stay texts, and the table has texts alone."""
    register = write(
        {
            "organisation.yaml": "name: Ash House\ntype: gp-practice\n",
            "assessments.yaml": "- id: a\n  framework: dspt-v8\n  owner: siro\n  answers:\n"
            "  - {item: 1.1.1, answer: true}\n  - {item: 1.1.2, answer: false}\n"
            "  - {item: 1.1.3, answer: achieved}\n  - {item: 1.1.4, answer: It is true.}\n",
        }
    )
    ran = igreg("export", "--format", "json", "--out", "-", "--register", register)
    answers = json.loads(ran.out)["records"]["assessments"][0]["answers"]
    assert [one["answer"] for one in answers] == [True, False, "achieved", "It is true."]
