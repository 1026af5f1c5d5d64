"""Mistakes that are YAML all the same, of another meaning: the first finding is on the line, and says what to write."""

from __future__ import annotations

import pytest

from igreg.check.config import Config
from igreg.check.engine import check
from igreg.findings import Finding
from igreg.register.read import read
from tests.pages import moment, sources

Row = tuple[str, str, str, int, str, str]

ROLE = "- id: a\n  title: A\n"
WRITTEN: list[Row] = [
    ("a record's first field", "roles", "- id:a\n  title:x\n", 1, "space is missing behind the colon of `id`", "id: a"),
    ("a record with no colon", "roles", "- id a\n", 1, "a colon is missing behind `id`", "id: a"),
    ("one tight record", "roles", "id:a\n", 1, "a space is missing behind the colon of `id`", "id: a"),
    ("a tight dash in text", "roles", "-id\n", 1, "a space is missing behind the dash of `id`", "- id"),
    ("a list in a list", "roles", "- - id: a\n    title: x\n", 1, "a list where a record belongs", "two dashes"),
    ("a tight key in braces", "roles", ROLE + "  holders:\n    - {staff:p, from: 2026-01-01}\n", 4,
     "a space is missing behind the colon of `staff`", "staff: p"),
    ("a key in braces with no colon", "roles", ROLE + "  holders:\n    - {staff p, from: 2026-01-01}\n", 4,
     "a colon is missing behind `staff`", "staff: p"),
    ("a tight part", "policies", "- id: q\n  title: Q\n  owner: r\n  review:\n    every:12 months\n", 5,
     "a space is missing behind the colon of `every`", "every: 12 months"),
    ("a tight holder", "roles", ROLE + "  holders:\n    - staff:p\n", 4, "behind the colon of `staff`", "staff: p"),
    ("a dash as part of a key", "roles", "-id: a\n", 1, "a space is missing behind the dash", "- id: ..."),
    ("bullets", "roles", ROLE + "  duties:\n    \u2022 one\n    \u2022 two\n", 4, "\u2022 stands where the `-`", "`- one`"),
    ("tight dashes", "roles", ROLE + "  duties:\n    -one\n    -two\n", 4, "behind the dash of each item", "`- two`"),
    ("one tight dash", "roles", ROLE + "  duties:\n    -one\n", 4, "a space is missing behind the dash", "`- one`"),
    ("commas and no brackets", "roles", ROLE + "  areas: governance, risk\n", 3, "where a list belongs",
     "areas: [governance, risk]"),
    ("a word where parts belong", "roles", ROLE + "  holders: p\n", 3, "where a list belongs", "- staff: ..."),
    ("a list where a part belongs", "policies",
     "- id: q\n  title: Q\n  owner: r\n  review:\n    - every: 12 months\n", 5, "a list stands where", "take the `-` out"),
    ("no dash before the second", "roles", "- id: a\n  title: A\n\n  id: b\n", 4, "the key 'id' stands here again" , "- id: b"),
    ("records under ids", "roles", "ig-lead:\n  title: X\nsiro:\n  title: Y\n", 1, "under their ids", "- id: ig-lead"),
    ("one record under its id", "roles", "ig-lead:\n  title: X\n", 1, "stand under `ig-lead`", "- id: ig-lead"),
    ("records under their kind", "roles", "roles:\n  - id: a\n    title: X\n", 1, "stand under `roles`", "- id: ..."),
    ("a capital", "roles", "- ID: a\n  title: A\n", 1, "no field is called 'ID'", "'id'"),
    ("words with a blank", "staff", "- id: q\n  name: Q\n  Job Title: Nurse\n", 3, "'Job Title'", "'job_title'"),
    ("yearly", "policies", "- id: q\n  title: Q\n  owner: r\n  review: {every: yearly}\n", 4, "'yearly'", "write: 1 year"),
    ("a day with strokes", "staff", "- id: q\n  name: Q\n  started: 31/03/2026\n", 3, "'31/03/2026'", "write: 2026-03-31"),
    ("a day in words", "staff", "- id: q\n  name: Q\n  started: 31 March 2026\n", 3, "March", "write: 2026-03-31"),
    ("a day of either sort", "staff", "- id: q\n  name: Q\n  started: 01/04/2026\n", 3, "'01/04/2026'",
     "write 2026-04-01, if that"),
    ("yes", "staff", "- id: q\n  name: Q\n  long_absence: yes\n", 3, "'yes' is not true or false", "write true"),
    ("a time with a dot", "incidents", "- id: i\n  title: I\n  aware: 2026-10-12 09.30\n", 3, "09.30", "2026-10-12T09:30"),
    ("no address", "staff", "- id: q\n  name: Q\n  email: zoe at rosewood\n", 3, "is not an e-mail address", "zoe@example"),
    ("a drive", "policies", "- id: q\n  title: Q\n  owner: r\n  document: {path: 'C:\\x\\y.docx'}\n", 4,
     "of one computer", "into the repository"),
    ("several suppliers", "assets", "- id: q\n  name: Q\n  owner: r\n  supplier: [p, r]\n", 4, "a list stands",
     "write: suppliers: [p, r]"),
    ("several bases of an asset", "assets", "- id: q\n  name: Q\n  owner: r\n  lawful_basis: [6(1)(a), 6(1)(e)]\n", 4,
     "a list stands", "a record of processing (processing) takes several"),
    ("a field of another kind", "assets", "- id: q\n  name: Q\n  owner: r\n  joint_controllers: [p]\n", 4,
     "no field is called", "`controllers` is a field of a record of processing (processing)"),
    ("a body by its name", "assets", "- id: q\n  name: Q\n  owner: r\n  supplier: Acme Care Ltd\n", 4,
     "no record has the id", "add {id: acme-care-ltd, name: Acme Care Ltd} to bodies.yaml"),
    ("a person by a name", "roles", ROLE + "  holders:\n    - {staff: Zoe van Ali, from: 2026-01-01}\n", 4, "no record has the id",
     "name: Zoe van Ali} to staff.yaml"),
    ("areas of a flow", "flows", "- id: f\n  title: F\n  from: r\n  to: [r]\n  areas: [risk]\n", 5, "'areas'",
     "did you mean 'about'?"),
    ("backslashes", "policies", "- id: q\n  title: Q\n  owner: r\n  document: {path: docs\\y.docx}\n", 4,
     "the repository has no file", "docs/y.docx"),
]  # fmt: skip


def found(kind: str, text: str) -> list[Finding]:
    files = {
        "organisation.yaml": "name: X\ntype: other\n",
        "roles.yaml": "- {id: r, title: R}\n",
        "staff.yaml": "- {id: p, name: Pat}\n",
    } | {f"{kind}.yaml": text}
    register = read(sources({f"register/{name}": one.encode() for name, one in files.items()}))
    told = check(register, moment("2026-11-22"), Config(select=("IG0", "IG1"))).findings
    return [one for one in told if one.file == f"register/{kind}.yaml"]


@pytest.mark.parametrize(
    ("kind", "text", "line", "says", "write"), [r[1:] for r in WRITTEN], ids=[r[0] for r in WRITTEN]
)
def test_the_first_finding_says_what_to_write(kind: str, text: str, line: int, says: str, write: str) -> None:
    first = found(kind, text)[0]
    assert first.line == line, first
    assert says in first.message
    assert write in first.help


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("staff", "- id: q\n  name: Q\n  email: zoe@rosewood\n"),
        ("staff", "- id: q\n  name: Q\n  email: Zoe Q <zoe@rosewood.example>\n"),
        ("staff", "q: {}\n"),
    ],
)
def test_what_is_none_of_these(kind: str, text: str) -> None:
    assert [one.code for one in found(kind, text) if one.code in ("IG007", "IG103")] == []


def test_a_slip_in_a_key_is_told_once() -> None:
    assert [one.code for one in found("roles", ROLE + "  holders: [{staff:p, from: 2026-01-01}]\n")] == ["IG101"]
