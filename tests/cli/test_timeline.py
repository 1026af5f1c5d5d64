"""`igreg timeline`: who held what over time, in every format; what is refused, and what is not said."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from tests.conftest import Ran, Write

Igreg = Callable[..., Ran]
DAY = ("--today", "2026-11-24")
FILES = {
    "organisation.yaml": "name: Example\ntype: nhs-trust\nareas: [{id: access, title: Access to records}]\n",
    "groups.yaml": "- {id: board, title: Board, chair: chief}\n",
    "units.yaml": "- {id: desk, name: Desk}\n",
    "roles.yaml": """\
- id: chief
  title: Chief Executive
  accountable_to: board
  holders: [{staff: hollis, from: 2015-01-01}]
- id: archive
  title: Head of records
  areas: [access]
  start: 2018-01-01
  end: 2020-03-31
  holders: [{staff: rourke, from: 2017-01-01}]
- id: siro
  title: Senior Information Risk Owner
  function: siro
  areas: [risk]
  holders:
    - {staff: rourke, from: 2021-05-04, until: 2025-06-30, assigned_by: minute 2021/14}
    - {staff: amadi, from: 2021-05-04, as: deputy, assigned_by: "=cmd"}
    - {staff: amadi, from: 2025-09-01, until: 2026-03-31, as: acting}
    - {staff: hollis, from: 2026-03-31, document: {path: docs/a.pdf, title: Letter}}
- {id: risk, title: Head of risk, holders: [{staff: amadi, from: 2024-01-01, until: 2024-01-01}]}
- {id: dpo, title: Officer, function: dpo, areas: [data-protection]}
""",
    "staff.yaml": """\
- {id: rourke, name: Peter Rourke, left: 2024-12-31}
- {id: amadi, name: Ada Amadi, absences: [{from: 2026-01-01, until: 2026-04-27, cover: hollis}]}
- {id: hollis, name: Hana Hollis}
""",
}


def asked(igreg: Igreg, write: Write, *words: str, files: dict[str, str] | None = None) -> tuple[int, Any]:
    folder = write(FILES | (files or {}))
    ran = igreg("timeline", *words, folder, *DAY, "--format", "json", "-q")
    return ran.code, json.loads(ran.out) if ran.out else ran.err


def rows(found: Any) -> list[str]:
    return [row["role"] for row in found["rows"]]


def test_everything_that_is_known_of_a_role(igreg: Igreg, write: Write) -> None:
    code, found = asked(igreg, write, "role:siro")
    assert code == 0
    row = found["rows"].pop()
    assert found == {
        "version": 1,
        "today": "2026-11-24",
        "from": "2021-05-04",
        "to": "2026-11-24",
        "rows": [],
        "incomplete": [],
    }
    bars = row.pop("bars")
    assert row == {
        "role": "siro",
        "title": "Senior Information Risk Owner",
        "areas": ["risk"],
        "start": None,
        "end": None,
        "gaps": [{"from": "2025-07-01", "until": "2025-08-31", "days": 62}],
        "overlaps": [{"from": "2026-03-31", "until": "2026-03-31", "days": 1, "staff": ["amadi", "hollis"]}],
        "absences": [
            {"staff": "amadi", "from": "2026-01-01", "until": "2026-04-27", "days": 117, "cover": "hollis", "covered": True}
        ],
        "changes": ["2021-05-04", "2025-07-01", "2025-09-01", "2026-03-31", "2026-04-01"],
    }  # fmt: skip
    assert bars[0] == {
        "staff": "rourke",
        "name": "Peter Rourke",
        "as": "substantive",
        "from": "2021-05-04",
        "until": "2025-06-30",
        "assigned_by": "minute 2021/14",
    }
    assert [(bar["staff"], bar["as"], bar["from"], bar["until"]) for bar in bars[1:]] == [
        ("amadi", "deputy", "2021-05-04", None),
        ("amadi", "acting", "2025-09-01", "2026-03-31"),
        ("hollis", "substantive", "2026-03-31", None),
    ]


@pytest.mark.parametrize(
    ("words", "named", "begins"),
    [
        pytest.param([], ["siro", "dpo", "archive"], "2018-01-01", id="leads, in the order of the areas"),
        pytest.param(["--from", "2020-03-31"], ["siro", "dpo", "archive"], "2020-03-31", id="the last day of a post"),
        pytest.param(["--from", "2020-04-01"], ["siro", "dpo"], "2020-04-01", id="the day after"),
        pytest.param(["--to", "2017-12-31"], ["siro", "dpo"], "2017-12-31", id="before there is a day"),
        pytest.param(["--to", "2018-01-01"], ["siro", "dpo", "archive"], "2018-01-01", id="its first day"),
        pytest.param(["risk"], ["siro"], "2021-05-04", id="an area before a role of that id"),
        pytest.param(["role:risk"], ["risk"], "2024-01-01", id="a role"),
        pytest.param(["siro"], ["siro"], "2021-05-04", id="a function"),
        pytest.param(["chief", "dpo"], ["dpo", "chief"], "2015-01-01", id="several, those without an area last"),
        pytest.param(["ada amadi"], ["siro", "risk"], "2021-05-04", id="a person by name"),
        pytest.param(["rourke"], ["siro", "archive"], "2018-01-01", id="a person: not before the post"),
        pytest.param(["rourke", "--from", "2025-07-01"], [], "2025-07-01", id="a person who held nothing then"),
        pytest.param(["caldicott-guardian"], [], "2026-11-24", id="a function that nobody has"),
    ],
)
def test_which_rows(igreg: Igreg, write: Write, words: list[str], named: list[str], begins: str) -> None:
    code, found = asked(igreg, write, *words)
    assert (code, rows(found), found["from"]) == (0, named, begins)


def test_of_a_person_only_their_own(igreg: Igreg, write: Write) -> None:
    _, found = asked(igreg, write, "amadi", "--from", "2025-01-01")
    (row,) = found["rows"]
    assert [bar["as"] for bar in row["bars"]] == ["deputy", "acting"]
    assert (row["gaps"], row["overlaps"], row["changes"]) == ([], [], ["2025-09-01", "2026-04-01"])


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["nobody-known"], "no area, function, role or person is called 'nobody-known'"),
        (["board"], "'board' is the id of a record of another kind (group)"),
        (["desk"], "'desk' is the id of a record of another kind (unit)"),
        (["--from", "2026-11-25"], "--from 2026-11-25 is after today, 2026-11-24"),
        (["--from", "2026-02-01", "--to", "2026-01-31"], "--from 2026-02-01 is after --to 2026-01-31"),
        (["--from", "yesterday"], "--from: 'yesterday' is not a day"),
        (["--to", "2026-13-01"], "--to: '2026-13-01' is not a day"),
        (["--paper", "a5"], "--paper: there is no size 'a5'"),
    ],
)
def test_what_is_refused(igreg: Igreg, write: Write, words: list[str], said: str) -> None:
    ran = igreg("timeline", *words, write(FILES), *DAY)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err


def test_one_day_is_a_window(igreg: Igreg, write: Write) -> None:
    code, found = asked(igreg, write, "--from", "2025-07-01", "--to", "2025-07-01", "siro")
    assert (code, found["rows"][0]["gaps"]) == (0, [{"from": "2025-07-01", "until": "2025-07-01", "days": 1}])
    assert found["rows"][0]["changes"] == ["2025-07-01"]


def test_as_csv(igreg: Igreg, write: Write) -> None:
    ran = igreg("timeline", write(FILES), *DAY, "--format", "csv")
    assert ran.code == 0
    assert ran.out.startswith("\ufeffrole,title,what,staff,name,from,until,days,assigned_by\n")
    lines = list(csv.reader(io.StringIO(ran.out.removeprefix("\ufeff"))))[1:]
    siro = ["siro", "Senior Information Risk Owner"]
    assert lines == [
        [*siro, "substantive", "rourke", "Peter Rourke", "2021-05-04", "2025-06-30", "1519", "minute 2021/14"],
        [*siro, "deputy", "amadi", "Ada Amadi", "2021-05-04", "", "", "'=cmd"],
        [*siro, "vacant", "", "", "2025-07-01", "2025-08-31", "62", ""],
        [*siro, "acting", "amadi", "Ada Amadi", "2025-09-01", "2026-03-31", "212", ""],
        [*siro, "substantive", "hollis", "Hana Hollis", "2026-03-31", "", "", ""],
        [*siro, "absent", "amadi", "Ada Amadi", "2026-01-01", "2026-04-27", "117", ""],
        ["archive", "Head of records", "substantive", "rourke", "Peter Rourke", "2017-01-01", "", "", ""],
    ]


def test_as_text(igreg: Igreg, write: Write) -> None:
    ran = igreg("timeline", write(FILES), *DAY, columns=110)
    assert (
        ran.out
        == """\
Who held what: Example, 1 January 2018 to 24 November 2026

Senior Information Risk Owner (siro); leads risk
  4 May 2021 to 30 June 2025         Peter Rourke, substantive; by minute 2021/14; left on 31 December 2024
  since 4 May 2021                   Ada Amadi, deputy; by =cmd
  1 July 2025 to 31 August 2025      VACANT, 62 days
  1 September 2025 to 31 March 2026  Ada Amadi, acting
  since 31 March 2026                Hana Hollis, substantive; by Letter
  on 31 March 2026                   Ada Amadi and Hana Hollis at once, 1 day
  1 January 2026 to 27 April 2026    Ada Amadi away, 117 days; Hana Hollis covers

Officer (dpo); leads data protection; nobody is written down who ever held it

Head of records (archive); leads Access to records; post from 1 January 2018 until 31 March 2020
  since 1 January 2017  Peter Rourke, substantive
"""
    )


def test_as_text_on_a_narrow_terminal(igreg: Igreg, write: Write) -> None:
    ran = igreg("timeline", "siro", "--from", "2026-01-01", write(FILES), *DAY, columns=60)
    assert (
        ran.out
        == """\
Who held what: Example, 1 January 2026 to 24 November 2026

Senior Information Risk Owner (siro); leads risk
  since 4 May 2021: Ada Amadi, deputy; by =cmd
  1 September 2025 to 31 March 2026: Ada Amadi, acting
  since 31 March 2026: Hana Hollis, substantive; by Letter
  on 31 March 2026: Ada Amadi and Hana Hollis at once, 1 day
  1 January 2026 to 27 April 2026: Ada Amadi away, 117 days;
      Hana Hollis covers
"""
    )


def test_what_is_not_there_is_said(igreg: Igreg, write: Write) -> None:
    over = igreg("timeline", "archive", "--from", "2021-01-01", write(FILES), *DAY)
    assert (over.code, "no such post in these days: it existed until 31 March 2020" in over.out) == (0, True)
    coming = igreg("timeline", "archive", "--to", "2017-12-31", write(FILES), *DAY)
    assert "no such post in these days: it exists from 1 January 2018" in coming.out
    none = igreg("timeline", write({"organisation.yaml": "name: E\ntype: other\n", "roles.yaml": "[]\n", "staff.yaml": "[]\n"}), *DAY)  # fmt: skip
    assert (none.code, "No role leads an area" in none.out) == (0, True)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["caldicott-guardian"], "No role has the function caldicott-guardian"),
        (["confidentiality"], "No role leads confidentiality"),
        (["rourke", "--from", "2025-07-01"], "Peter Rourke had no part in a role in these days"),
        (["siro", "ig-lead"], "No role has the function ig-lead"),
    ],
)
def test_what_has_no_row_is_said(igreg: Igreg, write: Write, words: list[str], said: str) -> None:
    ran = igreg("timeline", *words, write(FILES), *DAY)
    assert (ran.code, said in ran.out, "No role leads an area" in ran.out) == (0, True, False)
    one_day = igreg("timeline", "ig-lead", write(FILES), *DAY)
    assert one_day.out.startswith("Who held what: Example, on 24 November 2026\n")


BROKEN = [
    ("roles.yaml", FILES["roles.yaml"].replace("as: acting", "as: [acting")),
    ("staff.yaml", "- {id: rourke\n"),
]


@pytest.mark.parametrize(("file", "text"), BROKEN)
def test_a_file_that_cannot_be_read_is_no_vacancy(igreg: Igreg, write: Write, file: str, text: str) -> None:
    folder = write(FILES | {file: text})
    ran = igreg("timeline", folder, *DAY, "--format", "json")
    found = json.loads(ran.out)
    assert found["incomplete"] == [f"register/{file}"]
    assert [row["gaps"] for row in found["rows"]] == [[] for _ in found["rows"]]
    assert ran.code == (1 if found["rows"] else 3)
    shown = igreg("timeline", folder, *DAY)
    assert "VACANT" not in shown.out
    assert "nobody" not in shown.out.lower().replace("nobody is known", "")
    assert f"register/{file} could not be read in full" in shown.err
    assert "cannot be told" in shown.out
    assert igreg("timeline", folder, *DAY, "--incomplete-ok").code == (0 if found["rows"] else 3)
    assert igreg("timeline", "somebody-else", folder, *DAY).code == 3


def test_other_files_do_not_matter(igreg: Igreg, write: Write) -> None:
    assert asked(igreg, write, files={"policies.yaml": "- {id: P\n"})[0] == 0


@pytest.mark.parametrize("name", ["timeline.svg", "timeline.html", "t.csv", "t.json", "t.txt", "t.png"])
def test_into_a_file(igreg: Igreg, write: Write, tmp_path: Path, name: str) -> None:
    format = {"txt": "text"}.get(name.partition(".")[2], name.partition(".")[2])
    out = tmp_path / "out" / name
    ran = igreg("timeline", write(FILES), *DAY, "--format", format, "--out", out, "--dpi", "40")
    assert (ran.code, ran.out) == (0, "")
    assert f"wrote {out.as_posix()}" in ran.err
    data = out.read_bytes()
    start = {"png": b"\x89PNG", "svg": b"<?xml", "html": b"<!DOCTYPE", "csv": b"\xef\xbb\xbfrole", "json": b"{", "text": b"Who"}  # fmt: skip
    assert data.startswith(start[format])
    assert format != "png" or int.from_bytes(data[16:20], "big") < 700  # the width of an A3 page at 40 dots an inch
    assert [path.name for path in out.parent.iterdir()] == [name]


@pytest.mark.parametrize("format", ["svg", "html", "csv", "json", "text"])
def test_to_standard_output(igreg: Igreg, write: Write, format: str) -> None:
    folder = write(FILES)
    ran = igreg("timeline", folder, *DAY, "--format", format)
    assert (ran.code, bool(ran.out)) == (0, True)
    assert igreg("timeline", folder, *DAY, "--format", format, "--out", "-").out == ran.out


def test_a_png_needs_to_be_told_where_to(igreg: Igreg, write: Write, tmp_path: Path) -> None:
    folder = write(FILES)
    ran = igreg("timeline", folder, *DAY, "--format", "png")
    assert (ran.code, ran.out) == (2, "")
    assert "--format png needs --out" in ran.err
    assert igreg("timeline", folder, *DAY, "--format", "png", "--out", folder / "t.png").code == 2
    assert igreg("timeline", folder, *DAY, "--format", "svg", "--out", tmp_path).code == 2
    assert igreg("timeline", folder, *DAY, "--format", "gif").code == 2


def many(count: int) -> str:
    return "".join(
        f"- {{id: r{number:03}, title: Head of service {number}, areas: [risk], holders: [{{staff: hollis, from: 2020-01-01, "
        f"until: 2021-01-01}}, {{staff: amadi, from: 2020-06-01}}, {{staff: rourke, from: 2020-06-01, as: deputy}}]}}\n"
        for number in range(count)
    )


def test_what_does_not_fit_on_a_sheet_has_several(igreg: Igreg, write: Write, tmp_path: Path) -> None:
    folder = write(FILES | {"roles.yaml": many(30)})
    out = tmp_path / "out" / "held.svg"
    ran = igreg("timeline", folder, *DAY, "--format", "svg", "--out", out)
    names = sorted(path.name for path in out.parent.iterdir())
    assert names[:2] == ["held-2.svg", "held-3.svg"]
    assert all(f"wrote {(out.parent / name).as_posix()}" in ran.err for name in names)
    every = "".join(path.read_text(encoding="utf-8") for path in sorted(out.parent.iterdir()))
    assert all(f">Head of service {number}</text>" in every for number in range(30))
    links = re.findall(r'<a href="([^"]+)"', out.read_text(encoding="utf-8"))
    assert links
    assert {*links} <= {*names}
    first = igreg("timeline", folder, *DAY, "--format", "svg")
    assert "pages, and this is the first: --out FILE writes them all" in first.err
    page = igreg("timeline", folder, *DAY, "--format", "html").out
    assert all(f'aria-label="Head of service {number}"' in page for number in range(30))


HOSTILE = "=1+1</text><script>alert(1)</script>&amp;\\u202e\\u0007\\n--> {{ 7*7 }} | `x` @team \\U0001F600"


def test_hostile_words_are_words_in_every_format(igreg: Igreg, write: Write, tmp_path: Path) -> None:
    roles = f'- {{id: r, title: "{HOSTILE}", areas: [risk], holders: [{{staff: s, from: 2020-01-01, assigned_by: "{HOSTILE}"}}]}}\n'
    staff = f'- {{id: s, name: "{HOSTILE}", absences: [{{from: 2021-01-01, until: 2021-01-02}}]}}\n'
    folder = write({"organisation.yaml": f'name: "{HOSTILE}"\ntype: other\n', "roles.yaml": roles, "staff.yaml": staff})
    for format in ("text", "svg", "html", "csv", "json"):
        ran = igreg("timeline", folder, *DAY, "--format", format)
        assert ran.code == 0, ran.err
        assert "\a" not in ran.out
        if format != "json":
            assert "\u202e" not in ran.out
        if format in ("svg", "html"):
            assert "<script>alert" not in ran.out
        if format == "svg":
            ElementTree.fromstring(ran.out)
        if format == "csv":
            cells = [cell for line in csv.reader(io.StringIO(ran.out[1:])) for cell in line]
            assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
        if format == "json":
            assert json.loads(ran.out)["rows"][0]["title"].startswith("=1+1<")
    assert igreg("timeline", folder, *DAY, "--format", "png", "--out", tmp_path / "t.png").code == 0


def test_the_picture_says_what_it_shows(igreg: Igreg, write: Write) -> None:
    svg = igreg("timeline", write(FILES), *DAY, "--format", "svg").out
    tree = ElementTree.fromstring(svg)
    space = {"s": "http://www.w3.org/2000/svg"}
    assert tree.findtext("s:title", namespaces=space) == "Who held what: Example, 1 January 2018 to 24 November 2026"
    told = tree.findtext("s:desc", namespaces=space) or ""
    assert "Senior Information Risk Owner: Peter Rourke, substantive (4 May 2021 to 30 June 2025)" in told
    assert "VACANT, 62 days (1 July 2025 to 31 August 2025)" in told
    words = [text.text for text in tree.iterfind(".//s:text", space)]
    for one in ("VACANT, 62 days", "Ada Amadi, acting", "Nobody is written down who", "Senior Information Risk"):
        assert any(one in (word or "") for word in words), one
    labels = [one.get("aria-label") for one in tree.iterfind(".//s:g[@role='graphics-symbol']", space)]
    assert "Senior Information Risk Owner: VACANT, 62 days; 1 July 2025 to 31 August 2025" in labels


def test_without_git_and_a_register_by_its_folder(igreg: Igreg, write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = write(FILES)
    monkeypatch.setenv("PATH", "")
    assert igreg("timeline", "siro", folder, *DAY).code == 0
    monkeypatch.chdir(folder.parent)
    assert igreg("timeline", "siro", *DAY).code == 0
    assert igreg("timeline", "siro", "register", *DAY).code == 0
    assert igreg("timeline", "siro", "no/such/register", *DAY).code == 3
    assert igreg("timeline", "", *DAY).code == 2
    assert igreg("timeline", "siro", "Head of this / that", *DAY).code == 2
