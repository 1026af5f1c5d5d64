"""`igreg restructure`: each step, what a plan may not say, what is refused as a whole, and that nothing is half written."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Ran, Write
from tests.power import cut_off

Igreg = Callable[..., Ran]
DAY = ("--today", "2026-11-24")
ON = "on: 2027-04-01\nchanges:\n"
FILES = {
    "organisation.yaml": "name: E\ntype: other\ntop: board\n",
    "units.yaml": "- {id: north, name: North, lead: n-lead}\n- id: south   # by the river\n  name: South\n",
    "roles.yaml": """\
# The posts.
- id: chief
  title: Chief
  level: board
  accountable_to: board
  areas: [governance, caldicott]
  function: ig-lead
  holders: [{staff: ann, from: 2020-01-01}]
- id: siro            # since the merger
  title: SIRO
  function: siro
  areas: [risk]
  accountable_to: chief
  holders:
    # by the board
    - {staff: ben, from: 2021-01-01, assigned_by: minute 3}
    - {staff: ann, from: 2021-01-01, as: deputy}
- id: cyber
  title: Cyber lead
  function: ciso
  areas: [security, confidentiality]
  accountable_to: siro
  reports_to: [siro, chief]
  holders: [{staff: cat, from: 2022-01-01}]
- id: n-lead
  title: Lead of the north
  unit: north
  areas: [data-protection]
  accountable_to: siro
  holders: [{staff: dan, from: 2022-01-01}]
""",
    "staff.yaml": "".join(f"- {{id: {id}, name: {id.title()}, unit: north}}\n" for id in ("ann", "ben", "cat", "dan", "eve")),
    "groups.yaml": "- id: board\n  title: Board\n  chair: chief\n  members:\n    - chief\n    # who else\n    - siro\n    - cyber\n",
    "policies.yaml": "- {id: P-1, title: Cyber policy, owner: cyber, areas: [security], in_force_from: 2026-01-01, applies_to: [south]}\n",
    "flows.yaml": "- {id: F-1, title: Tell, from: cyber, to: [siro], every: 1 month}\n- {id: F-2, title: Tell all, from: siro, to: [north, south]}\n",
    "meetings.yaml": "- {id: M-1, group: board, date: 2026-10-01, status: held, present: [cyber, siro]}\n",
    "audits.yaml": (
        "- {id: A-1, title: Done, areas: [security], lead: cyber, performed: 2026-02-01, units: [south]}\n"
        "- {id: A-2, title: Ahead, areas: [security], lead: cyber, planned: 2027-06-01, units: [south]}\n"
    ),
    "incidents.yaml": (
        "- {id: I-1, title: Closed, aware: 2026-02-01T10:00, status: closed, closed: 2026-03-01, lead: cyber}\n"
        "- {id: I-2, title: Open, aware: 2026-11-20T10:00, lead: cyber}\n"
    ),
}  # fmt: skip


def plan(write: Write, text: str, files: dict[str, str] | None = None) -> tuple[Path, Path]:
    folder = write(FILES | (files or {}))
    path = folder.parent / "plan.yaml"
    path.write_text(text, encoding="utf-8")
    return path, folder


def run(igreg: Igreg, write: Write, steps: str, *words: str) -> tuple[Ran, dict[str, str], dict[str, str]]:
    path, folder = plan(write, ON + steps)
    before = content(folder)
    ran = igreg("restructure", path, "--register", folder, *DAY, *words)
    return ran, before, content(folder)


def content(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text(encoding="utf-8") for path in folder.iterdir()}


def lines(before: dict[str, str], after: dict[str, str]) -> dict[str, list[str]]:
    """The lines that are new and stood nowhere in the file before, by file."""
    return {
        name: [line.strip() for line in text.split("\n") if line not in before.get(name, "").split("\n")]
        for name, text in after.items()
        if text != before.get(name)
    }


@pytest.mark.parametrize(
    ("steps", "new"),
    [
        pytest.param(
            "  - make: {role: {id: ra, title: RA, accountable_to: chief}}\n",
            {"roles.yaml": ["- id: ra", "title: RA", "start: 2027-04-01"]},
            id="made, from the day of the plan",
        ),
        pytest.param(
            "  - make: {roles: {id: ra, title: RA, accountable_to: chief, start: 2027-05-01}}\n",
            {"roles.yaml": ["- id: ra", "title: RA", "start: 2027-05-01"]},
            id="made, from its own day",
        ),
        pytest.param(
            "  - move: {role: cyber, accountable_to: chief, unit: south, areas: [confidentiality, security]}\n",
            {"roles.yaml": ["areas: [confidentiality, security]", "unit: south"]},
            id="moved",
        ),
        pytest.param(
            "  - move: {staff: eve, unit: south}\n",
            {"staff.yaml": ["- {id: eve, name: Eve, unit: south}"]},
            id="somebody moves",
        ),
        pytest.param(
            "  - place: {role: siro, staff: eve, assigned_by: minute 9}\n",
            {
                "roles.yaml": [
                    "- {staff: ben, from: 2021-01-01, assigned_by: minute 3, until: 2027-03-31}",
                    "- {staff: eve, from: 2027-04-01, assigned_by: minute 9}",
                ]
            },
            id="placed, and who was there ends",
        ),
        pytest.param(
            "  - place: {role: siro, staff: eve, beside: true}\n",
            {"roles.yaml": ["- {staff: eve, from: 2027-04-01}"]},
            id="placed beside",
        ),
        pytest.param(
            "  - hand_over: {from: cyber, to: siro, kinds: [policies, audit]}\n",
            {
                "policies.yaml": [FILES["policies.yaml"].strip().replace("owner: cyber", "owner: siro")],
                "audits.yaml": [FILES["audits.yaml"].split("\n")[1].replace("cyber", "siro")],
            },
            id="handed over, of some kinds, and only what still runs",
        ),
        pytest.param(
            "  - end: {unit: south, until: 2027-06-30}\n",
            {"units.yaml": ["end: 2027-06-30"]},
            id="ended on a day of its own",
        ),
    ],
)
def test_a_step(igreg: Igreg, write: Write, steps: str, new: dict[str, list[str]]) -> None:
    ran, before, after = run(igreg, write, steps)
    assert ran.code == 0, ran.err
    assert ran.out == "Restructure: 1 change on 2027-04-01\n"
    assert lines(before, after) == new
    assert "# since the merger" in after["roles.yaml"]
    assert "# by the board" in after["roles.yaml"]


def test_posts_merge(igreg: Igreg, write: Write) -> None:
    """What still runs names the other one; minutes, what was audited and what is closed stay."""
    ran, before, after = run(igreg, write, "  - merge: {roles: [cyber], into: siro}\n")
    assert ran.code == 0, ran.err
    new = lines(before, after)
    assert new.pop("roles.yaml") == [
        "areas: [risk, security, confidentiality]",
        "functions: [ciso]",
        "holders: [{staff: cat, from: 2022-01-01, until: 2027-03-31}]",
        "end: 2027-03-31",
    ]
    assert new.pop("groups.yaml") == []
    assert after["groups.yaml"].endswith("    - chief\n    # who else\n    - siro\n")
    assert new.pop("flows.yaml") == [
        "- {id: F-1, title: Tell, from: cyber, to: [siro], every: 1 month, end: 2027-03-31}"
    ]
    assert {name: [line.split(", ")[0] for line in found] for name, found in new.items()} == {
        "policies.yaml": ["- {id: P-1"],
        "audits.yaml": ["- {id: A-2"],
        "incidents.yaml": ["- {id: I-2"],
    }
    assert "cat held cyber: a `place` says where they go" in ran.err
    assert "from 1 April 2027: Ben leads security in place of Cat" in ran.err


def test_several_units_merge(igreg: Igreg, write: Write) -> None:
    steps = "  - make: {unit: {id: all, name: All, lead: n-lead}}\n  - merge: {units: [north, south], into: all}\n"
    ran, before, after = run(igreg, write, steps)
    assert ran.code == 0, ran.err
    assert "unit: all" in after["roles.yaml"]
    assert after["staff.yaml"].count("unit: all") == 5
    assert lines(before, after)["flows.yaml"] == ["- {id: F-2, title: Tell all, from: siro, to: [all]}"]
    assert "units: [south]" in after["audits.yaml"].split("\n")[0]
    assert after["units.yaml"].count("end: 2027-03-31") == 2
    assert "# by the river" in after["units.yaml"]


def test_a_unit_is_split(igreg: Igreg, write: Write) -> None:
    steps = "  - split: {unit: north, into: [{id: n-1, name: North 1}, south]}\n  - hand_over: {from: north, to: n-1, kinds: [staff]}\n"
    ran, _, after = run(igreg, write, steps)
    assert ran.code == 0, ran.err
    assert "- {id: n-1, name: North 1, start: 2027-04-01}" in after["units.yaml"] or "- id: n-1" in after["units.yaml"]
    assert after["staff.yaml"].count("unit: n-1") == 5
    assert "unit: north" in after["roles.yaml"]


WRONG = [
    pytest.param("  - end: nobody\n", "3:10", "'nobody' is none of the roles or groups or units", id="unknown"),
    pytest.param("  - emd: siro\n", "3:10", "there is no step 'emd'", id="unknown step"),
    pytest.param("  - {end: siro, move: {role: siro}}\n", "3:23", "a step has one key", id="two keys"),
    pytest.param("  - move: {role: siro}\n", "3:11", "says nothing of where siro goes", id="moved nowhere"),
    pytest.param("  - move: {role: siro, unit: nowhere}\n", "3:30", "'nowhere' is none of the units", id="unknown unit"),
    pytest.param("  - move: {role: siro, areas: [risk, rsik]}\n", "3:38", "there is no area 'rsik'", id="unknown area"),
    pytest.param("  - move: {role: siro, title: x}\n", "3:31", "`move` has no 'title'", id="unknown field"),
    pytest.param("  - move: {role: [siro], unit: south}\n", "3:18", "`role` is an id", id="a list for an id"),
    pytest.param("  - merge: {roles: [cyber, cyber], into: siro}\n", "3:28", "cyber is named twice", id="a post twice"),
    pytest.param("  - merge: {roles: [siro], into: siro}\n", "3:21", "siro is merged into itself", id="into itself"),
    pytest.param("  - merge: {roles: [cyber]}\n", "3:12", "does not say into which", id="into nothing"),
    pytest.param("  - merge: {roles: [], into: siro}\n", "3:20", "`roles` is a list with something in it", id="none"),
    pytest.param("  - merge: {roles: [cyber], into: north}\n", "3:35", "'north' is none of the roles", id="another kind"),
    pytest.param("  - end: cyber\n  - end: cyber\n", "4:10", "cyber ends already, on 2027-03-31", id="ended twice"),
    pytest.param("  - end: cyber\n  - place: {role: cyber, staff: eve}\n", "4:19", "is not there on 2027-04-01", id="placed in what ended"),
    pytest.param("  - move: {role: siro, unit: south}\n  - move: {role: siro, unit: north}\n", "4:11", "siro is named twice", id="moved twice"),
    pytest.param("  - place: {role: siro, staff: eve}\n  - place: {role: siro, staff: ann}\n", "4:19", "siro is named twice", id="given to two"),
    pytest.param("  - place: {role: siro, staff: ben}\n", "3:12", "ben holds siro already", id="held already"),
    pytest.param("  - place: {role: siro}\n", "3:12", "does not say who", id="nobody placed"),
    pytest.param("  - place: {role: siro, staff: eve, as: king}\n", "3:41", "no capacity 'king'", id="no capacity"),
    pytest.param("  - place: {role: siro, staff: eve, beside: 3}\n", "3:45", "`beside` is true or false", id="beside"),
    pytest.param("  - make: {role: {id: siro, title: Again}}\n", "3:23", "the id 'siro' is taken", id="an id that is taken"),
    pytest.param("  - make: {role: {id: x, titel: Again}}\n", "3:33", "titel", id="a field that is none"),
    pytest.param("  - make: {rolle: 3}\n", "3:11", "`make` has a kind and its record", id="no record"),
    pytest.param("  - make: {zebra: {id: x}}\n", "3:19", "there is no kind 'zebra'", id="no kind"),
    pytest.param("  - end: {role: siro, until: soon}\n", "3:30", "'soon' is not a day", id="no day"),
    pytest.param("  - split: {unit: north, into: [east]}\n", "3:33", "'east' is none of the units", id="split into nothing"),
    pytest.param("  - hand_over: {from: siro}\n", "3:16", "does not say to whom", id="to nobody"),
    pytest.param("  - hand_over: {from: siro, to: siro}\n", "3:33", "handed over to itself", id="to itself"),
    pytest.param("  - hand_over: {from: siro, to: chief, kinds: [x]}\n", "3:48", "there is no kind 'x'", id="kinds"),
    pytest.param("  - \x1b[31m\n", "", "", id="control characters"),
    pytest.param("  - 3\n", "3:5", "a step is one key", id="no step"),
    pytest.param("  - &a {end: siro}\n", "", "", id="anchors"),
    pytest.param("  - {end: siro\n", "", "", id="no YAML"),
    pytest.param("  - end: siro\n    end: siro\n", "4:5", "stands here again", id="a key twice"),
]  # fmt: skip


@pytest.mark.parametrize(("steps", "place", "message"), WRONG)
def test_a_wrong_step_is_2_with_its_place(igreg: Igreg, write: Write, steps: str, place: str, message: str) -> None:
    ran, before, after = run(igreg, write, steps)
    assert (ran.code, ran.out) == (2, "")
    assert after == before
    assert f"plan.yaml:{place}: " in ran.err.replace("\n", " ") if place else "plan.yaml:3:" in ran.err
    assert message in ran.err


@pytest.mark.parametrize(
    "text",
    ["", "on: 2027-04-01\n", "changes: [{end: siro}]\n", "on: soon\nchanges: [{end: siro}]\n", "- on: 2027-04-01\n",
     "on: 2027-04-01\nchanges: []\n", "on: 2027-04-01\nchanges: {end: siro}\n", "on: 2027-02-30\nchanges: [{end: siro}]\n",
     "on: 2027-04-01\nchange: [{end: siro}]\n", "on: [1]\nchanges: [{end: siro}]\n", "on: 5\nchanges: [{end: siro}]\n"],
)  # fmt: skip
def test_a_plan_that_is_none(igreg: Igreg, write: Write, text: str) -> None:
    path, folder = plan(write, text)
    ran = igreg("restructure", path, "--register", folder, *DAY)
    assert (ran.code, ran.out) == (2, "")
    assert "plan.yaml" in ran.err


def test_no_file_and_no_text(igreg: Igreg, write: Write) -> None:
    path, folder = plan(write, "")
    path.write_bytes(b"\xff\xfe\x00")
    assert igreg("restructure", path, "--register", folder).code == 2
    assert igreg("restructure", folder / "no.yaml", "--register", folder).code == 2
    assert igreg("restructure", folder, "--register", folder).code == 2


def test_what_would_lose_its_lead_is_refused(igreg: Igreg, write: Write) -> None:
    ran, before, after = run(igreg, write, "  - end: cyber\n")
    assert (ran.code, after) == (1, before)
    assert "refused: area-without-lead (IG201) security" in ran.err
    assert "from 1 April 2027: nobody leads security; it was Cat" in ran.err
    dry = run(igreg, write, "  - end: cyber\n", "--dry-run")[0]
    assert dry.code == 1
    ran, before, after = run(igreg, write, "  - end: cyber\n", "--accept-findings")
    assert (ran.code, after != before) == (0, True)


def test_the_day_itself_is_judged(igreg: Igreg, write: Write) -> None:
    """Until the day before the post is there, so that nothing is refused for today."""
    steps = "  - make: {role: {id: new, title: New, areas: [security, confidentiality], accountable_to: siro}}\n"
    steps += "  - place: {role: new, staff: eve}\n  - end: cyber\n"
    assert run(igreg, write, steps)[0].code == 0


def test_what_has_no_days_is_told_for_the_days_before(igreg: Igreg, write: Write) -> None:
    steps = "  - make: {role: {id: new, title: New, areas: [risk], accountable_to: siro}}\n"
    steps += "  - place: {role: new, staff: eve}\n  - move: {role: siro, areas: null}\n"
    ran, _, _ = run(igreg, write, steps)
    assert ran.code == 0
    assert "from 24 November 2026 until 31 March 2027: nobody leads risk; it was Ben" in ran.err
    assert "Until 1 April 2027, since areas, units and lines have no days:" in ran.err


def test_a_dry_run_shows_both_charts_and_writes_nothing(igreg: Igreg, write: Write) -> None:
    steps = "  - merge: {roles: [cyber], into: siro}\n"
    ran, before, after = run(igreg, write, steps, "--dry-run")
    assert (ran.code, after) == (0, before)
    assert "BEFORE" in ran.out and "AFTER" in ran.out
    assert any("Cyber lead" in line and "|" in line for line in ran.out.split("\n"))
    found: Any = json.loads(run(igreg, write, steps, "--dry-run", "--format", "json")[0].out)
    assert found["summary"] == {"added": 0, "gone": 0, "changed": 7, "renamed": 0}
    assert [(one["what"], one["subject"], one["before"], one["after"], one["on"]) for one in found["consequences"]] == [
        ("lead-changed", "confidentiality", ["cat"], ["ben", "cat"], "2026-11-24"),
        ("lead-changed", "confidentiality", ["cat"], ["ben"], "2027-04-01"),
        ("lead-changed", "security", ["cat"], ["ben", "cat"], "2026-11-24"),
        ("lead-changed", "security", ["cat"], ["ben"], "2027-04-01"),
        ("deputy-gained", "confidentiality", [], ["ann"], "2026-11-24"),
        ("deputy-gained", "security", [], ["ann"], "2026-11-24"),
    ]
    assert {"kind": "policies", "record": "P-1", "change": "changed", "was": None} | {
        "fields": [{"path": ["owner"], "before": "cyber", "after": "siro"}]
    } in found["records"]
    assert "Cyber lead" in found["charts"]["before"]
    assert "Cyber lead" not in found["charts"]["after"]
    assert found["findings"].keys() == {"new", "gone"}
    assert found["due"].keys() == {"new", "gone"}


def test_ways_and_quorums_are_told_from_the_day_on(igreg: Igreg, write: Write) -> None:
    """As `igreg diff` tells them, and for the days on which the plan makes them so."""
    flows = (
        "- {id: F-1, title: Tell, from: all-staff, to: [cyber], trigger: incident, within: 2 hours}\n"
        "- {id: F-2, title: Tell on, from: cyber, to: [siro], trigger: incident, within: 4 hours}\n"
    )
    files = {"groups.yaml": FILES["groups.yaml"].replace("  chair:", "  quorum: 3\n  chair:"), "flows.yaml": flows}
    path, folder = plan(write, ON + "  - end: cyber\n", files)
    ran = igreg("restructure", path, "--register", folder, *DAY, "--dry-run", "--format", "json")
    found = [
        (one["what"], one["subject"], one["before"], one["after"], one["on"], one["until"])
        for one in json.loads(ran.out)["consequences"]
        if one["what"] in ("breach-path", "quorum")
    ]
    assert found == [
        ("breach-path", "siro", 6, None, "2027-04-01", None),
        ("quorum", "board", 3, 2, "2027-04-01", None),
    ]


def test_the_page_has_both_and_obeys_nothing(igreg: Igreg, write: Write) -> None:
    title = "<script>alert(1)</script>"
    bare = f"- {{id: bare, title: '{title}', accountable_to: chief}}\n"
    path, folder = plan(write, ON + "  - end: bare\n", {"roles.yaml": FILES["roles.yaml"] + bare})
    ran = igreg("restructure", path, "--register", folder, *DAY, "--dry-run", "--format", "html")
    assert ran.code == 0, ran.err
    assert ran.out.count('<img alt="The structure chart') == 2
    assert "<script" not in ran.out
    assert "&lt;script&gt;" in ran.out
    assert igreg("restructure", path, "--register", folder, "--format", "html").code == 2
    assert igreg("restructure", path, "--register", folder, "--format", "xml").code == 2


def test_a_broken_register_is_left_alone(igreg: Igreg, write: Write) -> None:
    path, folder = plan(write, ON + "  - end: cyber\n", {"assets.yaml": "- {id: a\n"})
    ran = igreg("restructure", path, "--register", folder, *DAY)
    assert ran.code == 2
    assert "could not be read in full" in ran.err


def test_killed_at_whatever_it_writes_nothing_is_half_applied(igreg: Igreg, write: Write) -> None:
    """Each file is whole at any time, and as the next writer begins, all are as they were or all as they should be."""
    path, folder = plan(write, ON + "  - hand_over: {from: cyber, to: siro, kinds: [audits, policies]}\n")
    before = content(folder)

    def run() -> Ran:
        return igreg("restructure", path, "--register", folder, *DAY)

    assert run().code == 0
    wanted = content(folder)
    changed = sorted(name for name in wanted if wanted[name] != before[name])
    assert changed == ["audits.yaml", "policies.yaml"]
    put_back(folder, before)
    cuts, halves, told = 0, set[bool](), ""
    for _ in cut_off(run):
        cuts += 1
        there = content(folder)
        assert all(there[name] in (before[name], wanted[name]) for name in before)
        halves.add(len({there[name] == wanted[name] for name in changed}) == 2)
        if halves == {False, True} and not told:
            told = igreg("check", folder, *DAY).err
        run()
        assert content(folder) == wanted
        put_back(folder, before)
    assert cuts > 4 * len(changed), "files made, flushed, given their modes and renamed, and the journal"
    assert "half of its change may stand here" in told


def put_back(folder: Path, files: dict[str, str]) -> None:
    """Make a folder hold these files and no others."""
    for path in folder.iterdir():
        path.unlink()
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
