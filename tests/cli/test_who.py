"""`igreg who`: who held an area, a function, a role; what a person held; who may decide; and what is not said."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from tests.conftest import Ran, Write

Igreg = Callable[..., Ran]
FILES = {
    "organisation.yaml": "name: E\ntype: nhs-trust\nareas: [{id: access, title: Access to records}]\n",
    "units.yaml": "- {id: it-unit, name: IT}\n- {id: desk, name: Desk, parent: it-unit}\n",
    "groups.yaml": "- {id: board, title: Board, chair: chief, members: [siro]}\n",
    "roles.yaml": """\
- id: chief
  title: Chief Executive
  accountable_to: board
  holders: [{staff: hollis, from: 2015-01-01}]
- id: gone
  title: Director of Things
  areas: [access]
  accountable_to: chief
  start: 2018-01-01
  end: 2020-03-31
  holders: [{staff: rourke, from: 2017-01-01}]
- id: siro
  title: Senior Information Risk Owner
  function: siro
  areas: [risk]
  accountable_to: gone
  decides: [" Accept a risk "]
  holders:
    - {staff: rourke, from: 2021-05-04, until: 2026-03-31, assigned_by: minute 2021/14}
    - {staff: amadi, from: 2021-05-04, as: deputy}
    - {staff: hollis, from: 2026-06-01, as: acting, document: {path: docs/a.pdf}}
- id: risk
  title: Head of risk
  holders: [{staff: amadi, from: 2024-01-01}]
- {id: it, title: IT manager, unit: desk, accountable_to: siro, holders: [{staff: two, from: 2020-01-01}]}
- {id: bare, title: Bare}
""",
    "staff.yaml": """\
- {id: rourke, name: Peter Rourke, left: 2025-12-31}
- {id: amadi, name: Ada Amadi, absences: [{from: 2026-02-01, until: 2026-02-28}]}
- {id: hollis, name: Hana Hollis, absences: [{from: 2026-07-01, until: 2026-07-31, cover: amadi}, {from: 2026-08-01, until: 2026-08-31, cover: rourke}]}
- {id: two, name: Person Two}
- {id: t2, name: Person Two}
- {id: chief-x, name: Chief Executive}
""",
    "delegations.yaml": """\
- {id: D-1, title: Buying, from: siro, to: it, tasks: [Buy tools], areas: [security], limit: 5000, start: 2026-01-01, end: 2026-12-31}
""",
}


def asked(igreg: Igreg, write: Write, *words: str, files: dict[str, str] | None = None) -> tuple[int, Any]:
    folder = write(FILES | (files or {}))
    ran = igreg("who", *words, folder, "--today", "2026-11-24", "--format", "json", "-q")
    return ran.code, json.loads(ran.out) if ran.out else ran.err


def held(found: Any) -> list[tuple[str, str, str]]:
    return [(role["role"], one["staff"], one["as"]) for role in found["roles"] for one in role["people"]]


def test_everything_that_is_known_of_an_area(igreg: Igreg, write: Write) -> None:
    code, found = asked(igreg, write, "risk", "--on", "2025-11-03")
    assert code == 0
    person = {"name": "Peter Rourke", "document": None, "employed": True, "absent": None, "file": "register/roles.yaml"}
    assert found == {
        "version": 1,
        "what": "risk",
        "kind": "area",
        "on": "2025-11-03",
        "known": None,
        "held": True,
        "roles": [
            {
                "role": "siro",
                "title": "Senior Information Risk Owner",
                "held": True,
                "people": [
                    {"staff": "rourke", "as": "substantive", "from": "2021-05-04", "until": "2026-03-31"}
                    | {"assigned_by": "minute 2021/14", "line": 19}
                    | person,
                    {"staff": "amadi", "as": "deputy", "from": "2021-05-04", "until": None}
                    | person
                    | {"assigned_by": None, "line": 20, "name": "Ada Amadi"},
                ],
                "accountable_to": [
                    {"id": "chief", "title": "Chief Executive", "people": ["hollis"]},
                    {"id": "board", "title": "Board", "people": []},
                ],
            }
        ],
        "differences": [],
        "incomplete": [],
    }


@pytest.mark.parametrize(
    ("on", "code", "people"),
    [
        pytest.param("2021-05-03", 1, [], id="the day before"),
        pytest.param("2021-05-04", 0, ["rourke", "amadi"], id="the first day"),
        pytest.param("2026-03-31", 0, ["rourke", "amadi"], id="the last day"),
        pytest.param("2026-04-01", 1, ["amadi"], id="a deputy alone does not hold"),
        pytest.param("2026-06-01", 0, ["hollis", "amadi"], id="acting holds, and stands before the deputy"),
    ],
)
def test_the_days_decide(igreg: Igreg, write: Write, on: str, code: int, people: list[str]) -> None:
    ran, found = asked(igreg, write, "siro", "--on", on)
    assert (ran, found["kind"], found["held"]) == (code, "function", code == 0)
    assert [staff for _, staff, _ in held(found)] == people


def test_who_had_left_still_held_by_the_dates(igreg: Igreg, write: Write) -> None:
    code, found = asked(igreg, write, "siro", "--on", "2026-01-01")
    assert (code, found["roles"][0]["people"][0]["employed"]) == (0, False)
    ran = igreg("who", "siro", write(FILES), "--on", "2026-01-01")
    assert "had left on 31 December 2025" in ran.out


@pytest.mark.parametrize(
    ("on", "absent", "words"),
    [
        ("2026-07-31", {"from": "2026-07-01", "until": "2026-07-31", "cover": "amadi", "covered": True}, "Ada Amadi covers"),
        ("2026-08-01", {"from": "2026-08-01", "until": "2026-08-31", "cover": "rourke", "covered": False}, "Ada Amadi deputised"),
        ("2026-09-01", None, ""),
    ],
)  # fmt: skip
def test_an_absent_holder_holds(igreg: Igreg, write: Write, on: str, absent: object, words: str) -> None:
    code, found = asked(igreg, write, "role:siro", "--on", on)
    assert (code, found["roles"][0]["people"][0]["absent"]) == (0, absent)
    assert words in igreg("who", "role:siro", write(FILES), "--on", on, columns=200).out


@pytest.mark.parametrize(("on", "code"), [("2017-12-31", 1), ("2018-01-01", 0), ("2020-03-31", 0), ("2020-04-01", 1)])
def test_a_post_that_is_not_there_is_not_listed(igreg: Igreg, write: Write, on: str, code: int) -> None:
    ran, found = asked(igreg, write, "access", "--on", on)
    assert (ran, held(found)) == (code, [] if code else [("gone", "rourke", "substantive")])
    text = igreg("who", "access", write(FILES), "--on", on).out
    assert ("there was no such post on the day" in text) == (code == 1)


def test_a_person(igreg: Igreg, write: Write) -> None:
    code, found = asked(igreg, write, "amadi")
    assert (code, found["kind"]) == (0, "person")
    assert held(found) == [("siro", "amadi", "deputy"), ("risk", "amadi", "substantive")]
    code, found = asked(igreg, write, "amadi", "--on", "2023-12-31")
    assert (code, found["held"], held(found)) == (1, False, [("siro", "amadi", "deputy")])
    assert "covers for Hana Hollis" in igreg("who", "amadi", write(FILES), "--on", "2026-07-01").out


@pytest.mark.parametrize(
    ("word", "kind", "what"),
    [
        pytest.param("risk", "area", "risk", id="an area before a role of that id"),
        pytest.param("role:risk", "role", "risk", id="which one is said"),
        pytest.param("siro", "function", "siro", id="a function before a role"),
        pytest.param("SIRO", "function", "siro", id="capitals"),
        pytest.param("Caldicott Guardian", "function", "caldicott-guardian", id="a function in words"),
        pytest.param("senior information risk owner", "role", "siro", id="a title"),
        pytest.param("Rourke, Peter", "person", "rourke", id="a name as a list has it"),
        pytest.param("person:Peter Rourke", "person", "rourke", id="a name, and which"),
        pytest.param("access to records", "area", "access", id="the title of an area"),
        pytest.param("may", None, None, id="a word alone"),
    ],
)
def test_what_a_word_means(igreg: Igreg, write: Write, word: str, kind: str | None, what: str | None) -> None:
    code, found = asked(igreg, write, word)
    if kind is None:
        assert (code, found) == (2, "igreg: no area, function, role or person is called 'may'\nhelp: name an area, a function, a role or a person by its id or name\n")  # fmt: skip
    else:
        assert (found["kind"], found["what"]) == (kind, what)


def test_a_role_that_is_called_as_a_function_that_no_role_has(igreg: Igreg, write: Write) -> None:
    """The page that a newcomer wrote has `id: dpo` and no `function`: "no role has it" would be false."""
    roles = "- {id: dpo, title: DPO, holders: [{staff: two, from: 2020-01-01}]}\n- {id: bare, title: Bare%s}\n"
    for more, code, kind in (("", 0, "role"), (", function: dpo", 1, "function")):
        found = asked(igreg, write, "dpo", files=FILES | {"roles.yaml": roles % more})
        assert (found[0], found[1]["kind"]) == (code, kind)


@pytest.mark.parametrize(
    ("word", "message"),
    [
        pytest.param("person two", "write person:two or person:t2", id="two of one name"),
        pytest.param("Chief Executive", "write role:chief or person:chief-x", id="a title and a name"),
        pytest.param("Risk", "write area:risk or role:risk", id="an area and a role"),
        pytest.param("board", "'board' is the id of a record of another kind (group)", id="a group"),
        pytest.param("it-unit", "another kind (unit)", id="a unit"),
        pytest.param("sirro", "did you mean 'siro'?", id="a slip"),
        pytest.param("role:sirro", "did you mean 'siro'?", id="a slip after the sort"),
        pytest.param("\x1b[31m" * 9, "no area, function, role or person", id="control characters"),
        pytest.param("", "no area, function, role or person", id="nothing"),
    ],
)
def test_a_word_that_does_not_do(igreg: Igreg, write: Write, word: str, message: str) -> None:
    code, said = asked(igreg, write, word)
    assert code == 2
    assert message in said


@pytest.mark.parametrize(
    ("file", "text", "words", "code"),
    [
        pytest.param("roles.yaml", "- {id: siro\n", ("siro",), 3, id="roles broken"),
        pytest.param("staff.yaml", "- {id: siro\n", ("bare",), 3, id="staff broken, nobody left"),
        pytest.param("staff.yaml", "- {id: siro\n", ("siro",), 0, id="staff broken, somebody left"),
        pytest.param("staff.yaml", "- {id: siro\n", ("nemo",), 3, id="perhaps in the broken file"),
    ],
)
def test_never_nobody_where_a_file_is_broken(
    igreg: Igreg, write: Write, file: str, text: str, words: tuple[str, ...], code: int
) -> None:
    ran = igreg("who", *words, write(FILES | {file: text}), "--today", "2026-11-24", "--format", "json")
    assert ran.code == code
    assert "could not be read in full" in ran.err
    if words != ("nemo",):
        found = json.loads(ran.out)
        assert found["incomplete"] == [f"register/{file}"]
        assert found["held"] is {0: True, 3: None}[code]
    text = igreg("who", *words, write(FILES | {file: text}), "--today", "2026-11-24").out
    assert (text == "") == (code == 3)


@pytest.mark.parametrize("command", ["who", "timeline"])
def test_files_that_cannot_hold_the_answer_are_not_read(igreg: Igreg, write: Write, command: str) -> None:
    folder = write(FILES | {"assets.yaml": "- {id: a\n", "risks.yaml": "- id: RISK-1\n  title: Leaks\n"})
    ran = igreg(command, "siro", folder, "--today", "2026-11-24", "--format", "json")
    assert (ran.code, ran.err, json.loads(ran.out)["incomplete"]) == (0, "", [])
    bare = igreg("who", "bare", folder, "--today", "2026-11-24", "--format", "json")
    assert (bare.code, bare.err, json.loads(bare.out)["held"]) == (1, "", False)
    other = igreg(command, "RISK-1", folder, "--today", "2026-11-24")
    assert other.code == 2
    assert "'RISK-1' is the id of a record of another kind (risk)" in other.err


def test_nobody_above_is_nobody_who_could_be_read_where_a_file_is_broken(igreg: Igreg, write: Write) -> None:
    files = FILES | {"staff.yaml": "- {id: x\n"}
    ran = igreg("who", "siro", write(files), "--on", "2014-01-01", "--today", "2026-11-24")
    assert (ran.code, ran.out) == (3, "")
    text = igreg("who", "siro", write(files), "--today", "2026-11-24", columns=200).out
    assert "answered to Chief Executive (hollis) then Board (chaired by hollis)" in text
    roles = FILES["roles.yaml"].replace("  holders: [{staff: hollis, from: 2015-01-01}]\n", "")
    text = igreg("who", "siro", write(files | {"roles.yaml": roles}), "--today", "2026-11-24", columns=200).out
    assert "Chief Executive (nobody who could be read) then Board (chaired by nobody who could be read)" in text
    text = igreg("who", "siro", write(FILES | {"roles.yaml": roles}), "--today", "2026-11-24", columns=200).out
    assert "Chief Executive (vacant) then Board (chaired by nobody)" in text


def test_what_does_not_go_together(igreg: Igreg, write: Write) -> None:
    folder = write(FILES)
    assert igreg("who", "siro", "x", folder).code == 2
    assert igreg("who", "siro", folder, "--value", "3").code == 2
    assert igreg("who", "siro", folder, "--on", "yesterday").code == 2
    assert igreg("who", "siro", folder, "--format", "xml").code == 2
    assert igreg("who", "siro", folder, "--as-known").code == 2
    assert igreg("who", "may", "Buy tools", folder, "--currency", "EUR").code == 2


def may(igreg: Igreg, write: Write, *words: str, **files: str) -> tuple[int, Any]:
    return asked(igreg, write, "may", *words, files={f"{name}.yaml": text for name, text in files.items()})


def test_who_may_by_their_own_post(igreg: Igreg, write: Write) -> None:
    code, found = may(igreg, write, "accept a RISK ", "--value", "1000000000")
    assert (code, found["value"]) == (0, 1000000000)
    assert found["may"] == [
        {"party": "siro", "kind": "role", "people": ["hollis"], "by": "decides", "delegation": None, "limit": None}
        | {"currency": None, "until": None, "chain": ["siro", "chief", "board"]}
    ]
    assert found["may_not"] == []


def test_who_may_as_the_lead_of_an_area(igreg: Igreg, write: Write) -> None:
    code, found = may(igreg, write, "Risk")
    assert (code, [(one["party"], one["by"]) for one in found["may"]]) == (0, [("siro", "lead")])
    assert may(igreg, write, "access")[0] == 1


@pytest.mark.parametrize(
    ("words", "code", "why"),
    [
        pytest.param(("--value", "5000"), 0, None, id="the limit itself"),
        pytest.param(("--value", "5000.01"), 1, "only up to £5,000", id="over it"),
        pytest.param(("--value", "1", "--currency", "EUR"), 1, "the limit is £5,000, in another currency", id="currency"),
        pytest.param(("--value", "1", "--currency", "gbp"), 0, None, id="its currency"),
        pytest.param(("--on", "2026-12-31"), 0, None, id="its last day"),
        pytest.param(("--on", "2027-01-01"), 1, "Buying (D-1) ended on 31 December 2026", id="the day after"),
        pytest.param(("--on", "2026-01-01"), 0, None, id="its first day"),
        pytest.param(("--on", "2025-12-31"), 1, "Buying (D-1) begins on 1 January 2026", id="the day before"),
    ],
)  # fmt: skip
def test_who_may_under_a_delegation(
    igreg: Igreg, write: Write, words: tuple[str, ...], code: int, why: str | None
) -> None:
    ran, found = may(igreg, write, "buy tools", *words)
    assert ran == code
    assert found["may_not"] == ([] if why is None else [{"party": "it", "why": why}])
    if why is None:
        assert found["may"] == [
            {"party": "it", "kind": "role", "people": ["two"], "by": "delegation", "delegation": "D-1", "limit": 5000}
            | {"currency": "GBP", "until": "2026-12-31", "chain": ["it", "siro", "chief", "board"]}
        ]


def test_an_area_is_given_by_its_id(igreg: Igreg, write: Write) -> None:
    assert [one["party"] for one in may(igreg, write, "security")[1]["may"]] == ["it"]


MORE = "- {id: D-2, title: Less, from: it, to: %s, tasks: [Buy tools], limit: 9000}\n"


@pytest.mark.parametrize(
    ("to", "sort", "people"),
    [
        ("board", "group", ["hollis"]),
        ("it-unit", "unit", ["two"]),
        ("t2", "person", ["t2"]),
        ("risk", "role", ["amadi"]),
    ],
)
def test_whom_a_delegation_may_give_to(igreg: Igreg, write: Write, to: str, sort: str, people: list[str]) -> None:
    """What is handed on is never more than was given."""
    found = may(igreg, write, "buy tools", delegations=FILES["delegations.yaml"] + MORE % to)[1]
    (one,) = [one for one in found["may"] if one["party"] == to]
    assert (one["kind"], one["people"], one["limit"], one["chain"][:3]) == (sort, people, 5000, [to, "it", "siro"])


@pytest.mark.parametrize(
    ("to", "why"),
    [
        ("bare", "vacant"),
        ("gone", "Director of Things ended on 31 March 2020"),
        ("rourke", "Peter Rourke left on 31 December 2025"),
        ("nemo", "Less gives it to an id that no role, person, group or unit has"),
    ],
)
def test_who_may_not(igreg: Igreg, write: Write, to: str, why: str) -> None:
    code, found = may(igreg, write, "buy tools", delegations=MORE % to)
    assert (code, found["may"], found["may_not"]) == (1, [], [{"party": to, "why": why}])


def test_a_delegation_of_a_post_that_is_over(igreg: Igreg, write: Write) -> None:
    code, found = may(igreg, write, "buy tools", delegations=(MORE % "it").replace("from: it", "from: gone"))
    assert code == 1
    assert found["may_not"][0]["why"] == "Less (D-2) comes from Director of Things: that post ended on 31 March 2020"


def test_who_stands_in_for_somebody_away(igreg: Igreg, write: Write) -> None:
    for on, people in {"2026-06-30": ["hollis"], "2026-07-01": ["amadi"], "2026-08-31": ["amadi"]}.items():
        assert may(igreg, write, "risk", "--on", on)[1]["may"][0]["people"] == people
    alone = FILES["roles.yaml"].replace("    - {staff: amadi, from: 2021-05-04, as: deputy}\n", "")
    assert may(igreg, write, "risk", "--on", "2026-08-31", roles=alone)[1]["may"][0]["people"] == ["hollis"]


def test_a_loop_of_delegations_ends(igreg: Igreg, write: Write) -> None:
    loop = MORE % "risk" + (MORE % "it").replace("D-2", "D-3").replace("from: it", "from: risk")
    found = may(igreg, write, "buy tools", delegations=loop)[1]
    assert [one["chain"] for one in found["may"]] == [["risk", "it", "siro", "chief", "board"], ["it", "risk"]]


def test_nobody_is_named(igreg: Igreg, write: Write) -> None:
    ran = igreg("who", "may", "buy tolls", write(FILES), "--today", "2026-11-24")
    assert (ran.code, ran.out) == (1, "'buy tolls', on 24 November 2026: nobody is named for it\n")
    assert ran.err == "help: did you mean 'Buy tools'?\n"
    assert may(igreg, write, "")[1]["may"] == []


@pytest.mark.parametrize("value", ["-1", "x", "NaN", "inf", "1e99", "9" * 40, "٣", ""])
def test_a_value_that_is_no_sum(igreg: Igreg, write: Write, value: str) -> None:
    assert igreg("who", "may", "risk", write(FILES), f"--value={value}").code == 2


@pytest.mark.parametrize("file", ["roles", "delegations"])
def test_never_nobody_may_where_a_file_is_broken(igreg: Igreg, write: Write, file: str) -> None:
    code, found = may(igreg, write, "buy tools", **{file: "- {id: a\n"})
    assert (code, found["may"], found["incomplete"]) == (3, [], [f"register/{file}.yaml"])
    assert may(igreg, write, "accept a risk", delegations="- {id: a\n")[0] == 0


def test_what_people_read(igreg: Igreg, write: Write) -> None:
    ran = igreg("who", "may", "Buy tools", write(FILES), "--value", "400", "--today", "2026-11-24", columns=120)
    assert ran.out == (
        "'Buy tools', 400, on 24 November 2026: may be decided by\n\n"
        "IT manager (it): Person Two (two)\n"
        "  under Buying (D-1) from Senior Information Risk Owner (siro), up to £5,000\n"
        "  until 31 December 2026\n"
        "  the chain: IT manager (it) < Senior Information Risk Owner (siro) < Chief Executive (chief) < Board (board)\n"
    )
