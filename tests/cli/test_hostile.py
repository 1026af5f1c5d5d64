"""Files that are meant to do harm, in every command: a finding or a message each time, never a traceback."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from igreg.render.findings.formats import FORMATS
from tests.conftest import Ran

CASES: dict[str, dict[str, str | bytes]] = {
    "long key": {"roles.yaml": "- id: a\n  " + "k" * 100000 + ": 1\n"},
    "nul": {"roles.yaml": "- id: a\x00\n"},
    "utf16": {"roles.yaml": "- id: a\n".encode("utf-16")},
    "bomb": {
        "roles.yaml": "a: &a [x,x]\n"
        + "".join(f"{c}: &{c} [*{p},*{p}]\n" for p, c in zip("abcdefgh", "bcdefghi", strict=True))
    },
    "deep": {"roles.yaml": "- extra: " + "{a: " * 60 + "1" + "}" * 60 + "\n"},
    "brackets": {"roles.yaml": "[" * 100000},
    "empty": {"roles.yaml": ""},
    "scalar": {"roles.yaml": "hello"},
    "nested list": {"roles.yaml": "- - - - a\n"},
    "ints": {"roles.yaml": "- id: 12345678901234567890123\n  title: 1e400\n  hours_per_week: .nan\n"},
    "bigint": {"roles.yaml": "- id: a\n  title: t\n  hours_per_week: " + "9" * 5000 + "\n"},
    "digits everywhere": {
        "policies.yaml": (
            "- {id: p, title: T, owner: r, status: NNN, areas: NNN, applies_to: [NNN]}\n"
            "- {id: q, title: [NNN], owner: r, review: {every: NNN, last: NNN}}\n"
        ).replace("NNN", "9" * 4301),
        "roles.yaml": (
            "- {id: r, title: R, areas: [NNN], extra: {k: NNN}, holders: [{staff: NNN, from: NNN, until: NNN}]}\n"
        ).replace("NNN", "9" * 4301),
        "groups.yaml": "- {id: g, title: NNN, meets_every: NNN, quorum: NNN, members: [r]}\n".replace(
            "NNN", "9" * 4301
        ),
        "incidents.yaml": "- {id: i, title: T, aware: NNN, people_affected: NNN}\n".replace("NNN", "0x" + "f" * 9000),
    },
    "the last day": {"incidents.yaml": "- {id: i, title: T, aware: 9999-12-31, occurred: 9999-12-31}\n"},
    "letters without end": {"incidents.yaml": "- {id: i, title: T, summary: " + "1" + "_0" * 10_000 + "}\n"},
    "weird": {
        "staff.yaml": '- {id: a, name: "<b>]\\\\N[red]\u202e\\U0001F600\\x07"}\n',
        "roles.yaml": '- {id: r, title: "\\N \\\\l <TABLE> &amp; \\"q\\" ]]> [/red]", areas: [risk], holders: [{staff: a, from: 2020-01-01}]}\n',
        "flows.yaml": '- {id: f, title: "<x>|{y}\\\\n", from: r, to: [all-staff, r]}\n',
    },
    "dates": {
        "policies.yaml": "- {id: p, title: T, owner: r, in_force_from: 0000-00-00, review: {every: 99999999999 years, last: 9999-12-31}}\n"
    },
    "dates2": {
        "policies.yaml": "- {id: p, title: T, owner: r, review: {every: 9999 years, last: 2020-01-01}}\n- {id: q, title: T, owner: r, review: {every: 1 day, cycle: fixed, anchor: 0001-01-01, last: 2026-01-01}}\n"
    },
    "tz": {"organisation.yaml": "name: x\ntype: other\ntimezone: ../../etc/passwd\n"},
    "tz2": {"organisation.yaml": 'name: x\ntype: other\ntimezone: ""\n'},
    "orglist": {"organisation.yaml": "- name: x\n  type: other\n"},
    "orgbroken": {"organisation.yaml": "name: [\n"},
    "loop": {
        "roles.yaml": "- {id: a, title: A, accountable_to: b}\n- {id: b, title: B, accountable_to: a}\n",
        "units.yaml": "- {id: u, name: U, parent: u}\n",
        "groups.yaml": "- {id: g, title: G, members: [g], accountable_to: g, meets_every: 1 hour}\n",
    },
    "moment": {
        "incidents.yaml": "- {id: i, title: T, aware: 0001-01-01T00:00, occurred: 9999-12-31T23:59}\n- {id: j, title: T, aware: 9999-12-31T23:59:59-12:00}\n- {id: k, title: T, aware: 0001-01-01T00:00+14:00}\n"
    },
    "badutf": {"roles.yaml": b"- id: \xff\xfe\n"},
    "cr": {"roles.yaml": "- id: a\r  title: b\r"},
    "keys": {"roles.yaml": "- {1: 2, null: 3, true: 4, [a]: 5, id: r, title: t}\n"},
    "nulls": {
        "roles.yaml": "- id:\n  title:\n  holders:\n    - \n    - staff:\n- \n-\n",
        "training-records.yaml": "- {staff: , course: }\n- \n- {staff: a, course: b, completed: x, expires: 5}\n- {staff: [a], course: {b: c}, completed: 2026-01-01}\n",
    },
    "wide": {"roles.yaml": '- {id: r, title: "\u05d0\u05d1 \u4e2d\u6587 \u0301\u0301"}\n'},
}

COMMANDS = {
    "check": ("check",),
    "json": ("check", "--format", "json"),
    "sarif": ("check", "--format", "sarif"),
    "junit": ("check", "--format", "junit"),
    "markdown": ("check", "--format", "markdown"),
    "due": ("due", "--within", "100 years"),
    "calendar": ("due", "--format", "ics"),
    "page": ("due", "--format", "html"),
    "structure": ("chart", "structure", "--format", "dot", "--out", "-"),
    "communication": ("chart", "communication", "--format", "text", "--out", "-"),
}


@pytest.mark.no_cover
@pytest.mark.parametrize("command", COMMANDS.values(), ids=COMMANDS)
@pytest.mark.parametrize("files", CASES.values(), ids=CASES)
def test_nothing_ends_in_a_traceback(
    files: dict[str, str | bytes], command: tuple[str, ...], tmp_path: Path, igreg: Callable[..., Ran]
) -> None:
    register = tmp_path / "register"
    register.mkdir()
    (register / "organisation.yaml").write_text("name: X\ntype: other\n")
    for name, content in files.items():
        (register / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    words = list(command)
    at = 2 if words[0] == "chart" else 1
    assert igreg(*words[:at], register, *words[at:], "--today", "2026-11-24").code in (0, 1)


@pytest.mark.parametrize("files", CASES.values(), ids=CASES)
def test_no_other_file_is_hidden(files: dict[str, str | bytes], tmp_path: Path, igreg: Callable[..., Ran]) -> None:
    register = tmp_path / "register"
    register.mkdir()
    for name, content in files.items():
        (register / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    (register / "courses.yaml").write_text("- {id: c, title: C, colour: blue}\n")
    out = igreg("check", register, "--today", "2026-11-24", "--select", "IG101", "--format", "concise").out
    assert "register/courses.yaml:1:21: error unknown-field (IG101) [c] no field is called 'colour'" in out


@pytest.mark.parametrize("form", FORMATS)
def test_a_file_name_that_is_no_text(form: str, tmp_path: Path, igreg: Callable[..., Ran]) -> None:
    folder = tmp_path / "register" / "policies"
    folder.mkdir(parents=True)
    try:
        with open(os.fsencode(folder) + b"/caf\xe9.yaml", "wb") as file:  # noqa: PTH123 - a name of bytes
            file.write(b"id: [\n")
    except OSError:
        pytest.skip("a file system that allows no such name")
    assert igreg("check", folder.parent, "--today", "2026-11-24", "--format", form).code == 1
