"""igreg add: a record by its fields or by answers, seen before it is written, and whole or not at all."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from igreg.cli import console
from igreg.model.kinds import KINDS, model_of
from igreg.model.leaf import leaves
from tests.conftest import Ran, Write

COUNCIL = Path(__file__).parents[1] / "registers" / "council"
Igreg = Callable[..., Ran]
Answer = Callable[..., None]
DAY = ("--today", "2026-11-24")
FILES = {
    "organisation.yaml": "name: X\ntype: other\n",
    "units.yaml": "- {id: ward-1, name: Ward one}\n- {id: ward-2, name: Ward two, end: 2020-01-01}\n",
    "staff.yaml": "- {id: g-mensah, name: Grace Mensah}\n- {id: l-gone, name: Lee Gone, left: 2020-01-01}\n",
    "roles.yaml": "- {id: ig-lead, title: IG lead, function: ig-lead}\n- {id: siro, title: Risk owner, function: siro}\n",
}
INCIDENT = ("--set", "title=Letter to the wrong house", "--set", "aware=today 9.30")
WRITTEN = "- id: INC-001\n  title: Letter to the wrong house\n  aware: 2026-11-24T09:30\n"


@pytest.fixture
def answer(monkeypatch: pytest.MonkeyPatch) -> Answer:
    """Type these lines, one after the other, at the questions; then the input ends."""

    def given(*lines: str | type[BaseException]) -> None:
        left: Iterator[str | type[BaseException]] = iter(lines)

        def ask(prompt: str, words: object = ()) -> str | None:
            line = next(left, None)
            if isinstance(line, type):
                raise line
            return line

        monkeypatch.setattr(console, "can_ask", lambda: True)
        monkeypatch.setattr(console, "ask", ask)

    return given


# By its fields


def test_a_record_is_shown_and_written(igreg: Igreg, write: Write) -> None:
    folder = write(FILES)
    ran = igreg("add", "incident", *INCIDENT, "--yes", "--register", folder, *DAY)
    assert (ran.code, ran.out) == (0, "New: INC-001 in incidents\n"), ran.err
    assert "+- id: INC-001\n+  title: Letter to the wrong house\n" in ran.err
    assert (folder / "incidents.yaml").read_text(encoding="utf-8") == WRITTEN
    assert "now: ungraded-incident (IG605) INC-001" in ran.err


def test_a_dry_run_beats_yes(igreg: Igreg, write: Write) -> None:
    folder = write(FILES)
    ran = igreg("add", "incident", *INCIDENT, "--yes", "--dry-run", "--register", folder, *DAY)
    assert (ran.code, "+- id: INC-001\n" in ran.out) == (0, True)
    assert not (folder / "incidents.yaml").exists()


def test_where_nobody_can_be_asked_the_plan_is_shown_and_nothing_written(igreg: Igreg, write: Write) -> None:
    folder = write(FILES)
    ran = igreg("add", "incident", *INCIDENT, "--register", folder, *DAY)
    assert (ran.code, "+- id: INC-001\n" in ran.err, "--yes" in ran.err) == (2, True, True)
    assert not (folder / "incidents.yaml").exists()


def test_without_fields_and_without_a_terminal(igreg: Igreg, write: Write) -> None:
    ran = igreg("add", "training record", "--register", write(FILES))
    assert ran.code == 2
    assert "asks its questions on a terminal" in ran.err
    assert "igreg add training-record --set staff=... --set course=... --set completed=..." in ran.err


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("incident", "--set", "title=A"), 2, "the field is missing: `aware`"),
        (("incident", "--set", "notes=A"), 2, "the fields are missing: `title` and `aware`"),
        (("incident", *INCIDENT, "--set", "actions.owner=siro"), 2, "the field is missing: `actions.what`"),
        (("incident", "--set", "titel=A"), 2, "incidents have no field 'titel'\nhelp: did you mean 'title'?"),
        (("incident", "--set", "contained.why=A"), 2, "help: one of: contained.at, contained.how"),
        (("incident", "--set", "title"), 2, "--set: 'title' has no `=`"),
        (("incident", *INCIDENT, "--set", "title=B"), 2, "`title` is given twice"),
        (("incident", *INCIDENT, "--set", "id=siro"), 2, "the id 'siro' is taken"),
        (("incident", *INCIDENT, "--set", "contained=yes"), 1, "refused: contained: `contained` has fields of its own"),
        (("incident", *INCIDENT, "--format", "csv"), 2, "--format: there is no format 'csv'"),
        (("incidence", *INCIDENT), 2, "did you mean 'incidents'?"),
        (("organisation", *INCIDENT), 2, "KIND: there is no kind 'organisation'"),
        (("role", "--set", "title=—"), 2, "the field is missing: `id`"),
        (("incident", "--set", "title=A", "--set", "aware=31/02/2026"), 1, "refused: aware: February 2026 has no day 31"),
        (("incident", *INCIDENT, "--set", "lead=sirro"), 1, "refused: lead: 'sirro' is not a role, a person"),
        (("incident", *INCIDENT, "--set", "lead=sirro"), 1, "did you mean 'siro'?"),
        (("incident", *INCIDENT, "--set", "impact=9"), 1, "refused: impact: 9 is more than 5"),
        (("incident", *INCIDENT, "--set", "near_miss=perhaps"), 1, "refused: near_miss: 'perhaps' is neither yes nor no"),
        (("incident", *INCIDENT, "--set", "areas=security; secrecy"), 1, "refused: areas: 'secrecy' is not an area"),
        (("incident", *INCIDENT, "--set", "status=opn"), 1, "did you mean 'open'?"),
        (("incident", *INCIDENT, "--set", "summary="), 1, "refused: summary: `summary` is empty"),
        (("staff", "--set", "name=A", "--set", "email=at home"), 1, "refused: email: 'at home' is not an e-mail address"),
        (("staff", "--set", "name=A", "--set", "started=Tuesday"), 1, "is not clear: it may be 17 November 2026 or 24"),
        (("staff", "--set", "name=A", "--set", "started=soon"), 1, "refused: started: 'soon' is not a day"),
        (("policy", "--set", "title=A", "--set", "owner=siro", "--set", "review.every=often"), 1, "refused: review.every"),
    ],
)  # fmt: skip
def test_mistakes(igreg: Igreg, write: Write, words: tuple[str, ...], code: int, said: str) -> None:
    folder = write(FILES)
    ran = igreg("add", *words, "--yes", "--register", folder, *DAY)
    assert (ran.code, said in ran.err) == (code, True), ran.err
    assert sorted(path.name for path in folder.iterdir() if not path.name.startswith(".")) == sorted(FILES)


def test_a_number_of_a_person_is_refused_and_not_repeated(igreg: Igreg, write: Write) -> None:
    folder = write(FILES)
    ran = igreg(
        "add", "incident", *INCIDENT, "--set", "summary=It is 943 476 5919", "--yes", "--register", folder, *DAY
    )
    assert (ran.code, "refused: summary" in ran.err, "5919" in ran.err + ran.out) == (1, True, False)
    ran = igreg(
        "add",
        "incident",
        *INCIDENT,
        "--set",
        "summary=It is 943 476 5919",
        "--format",
        "json",
        "--register",
        folder,
        *DAY,
    )
    assert (ran.code, "5919" in ran.err + ran.out) == (1, False)
    assert json.loads(ran.out)["refused"][0]["value"] == "\u2026"


def test_names_titles_and_functions_are_taken_for_ids(igreg: Igreg, write: Write) -> None:
    folder = write(FILES)
    sets = ("lead=Grace Mensah", "involved=IG LEAD; g-mensah", "unit=ward one", "areas=Data Protection, security")
    ran = igreg("add", "incident", *INCIDENT, *(f"--set={one}" for one in sets), "--yes", "--register", folder, *DAY)
    assert ran.code == 0, ran.err
    text = (folder / "incidents.yaml").read_text(encoding="utf-8")
    assert "  areas: [data-protection, security]\n  unit: ward-1\n" in text
    assert "  lead: g-mensah\n  involved: [ig-lead, g-mensah]\n" in text


def test_parts_and_lists(igreg: Igreg, write: Write) -> None:
    folder = write(FILES)
    sets = (
        "title=A",
        "owner=siro",
        "review.every=yearly",
        "review.last=1 Nov",
        "actions.what=Look",
        "actions.owner=siro",
        "actions.what=Look again",
        "tags=a; b",
        "tags=c",
        "extra.ref=17",
    )
    ran = igreg("add", "risk", *(f"--set={one}" for one in sets), "--yes", "--register", folder, *DAY)
    assert ran.code == 0, ran.err
    assert (folder / "risks.yaml").read_text(encoding="utf-8") == (
        "- id: RSK-001\n  title: A\n  owner: siro\n  actions:\n"
        "    - {id: RSK-001-A1, what: Look, owner: siro}\n    - {id: RSK-001-A2, what: Look again}\n"
        "  review: {every: 1 year, last: 2026-11-01}\n  tags: [a, b, c]\n  extra: {ref: '17'}\n"
    )


def test_a_near_miss_is_an_incident(igreg: Igreg, write: Write) -> None:
    folder = write(FILES)
    ran = igreg("add", "near-miss", *INCIDENT, "--yes", "--register", folder, *DAY)
    assert ran.out == "New: INC-001 in incidents\n"
    assert "  near_miss: true\n" in (folder / "incidents.yaml").read_text(encoding="utf-8")


def test_what_happened_is_written_down_whether_it_suits_or_not(igreg: Igreg, write: Write) -> None:
    """An error that is no fault of the fields is told and does not stop it; one of the fields does."""
    folder = write(FILES)
    late = ("--set", "title=A", "--set", "aware=2026-11-01", "--set", "likelihood=5", "--set", "impact=5")
    ran = igreg("add", "incident", *late, "--yes", "--register", folder, *DAY)
    assert (ran.code, "now: " in ran.err) == (0, True), ran.err


def test_json(igreg: Igreg, write: Write) -> None:
    folder = write(FILES)
    words = ("add", "incidents", *INCIDENT, "--format", "json", "--register", folder, *DAY)
    ran = igreg(*words)
    plan = json.loads(ran.out)
    assert (ran.code, plan["written"], not (folder / "incidents.yaml").exists()) == (2, False, True)
    assert list(plan)[:8] == ["version", "today", "command", "kind", "file", "sheet", "map", "written"]
    record = {"title": "Letter to the wrong house", "aware": "2026-11-24T09:30"}
    assert plan["new"] == [
        {"id": "INC-001", "kind": "incidents", "row": None, "file": "register/incidents.yaml", "values": record}
    ]
    assert {one["code"] for one in plan["findings"]} >= {"IG605"}
    assert plan["summary"]["new"] == 1
    assert igreg(*words, "--dry-run", "--yes").code == 0
    ran = igreg(*words, "--yes")
    assert (ran.code, json.loads(ran.out)) == (0, plan | {"written": True})
    assert (folder / "incidents.yaml").read_text(encoding="utf-8") == WRITTEN
    ran = igreg(
        "add", "incident", "--set=title=A", "--set=aware=soon", "--format", "json", "--yes", "--register", folder
    )
    (refused,) = json.loads(ran.out)["refused"]
    assert (ran.code, refused["field"], refused["value"], refused["cell"]) == (1, "aware", "soon", None)
    ran = igreg(*words[:2], "--set=title=A", "--set=aware=2027-01-01", *words[-6:], "--yes")
    plan = json.loads(ran.out)
    (refused,) = plan["refused"]
    assert (ran.code, refused["field"], refused["value"]) == (1, "aware", "2027-01-01"), ran.err
    assert "IG108" in refused["message"] and "IG108" not in {one["code"] for one in plan["findings"]}
    assert plan["summary"]["refused"] == 1


@pytest.mark.parametrize("form", ["text", "json"])
def test_without_names_the_plan_has_ids_alone(igreg: Igreg, write: Write, form: str) -> None:
    folder = write(FILES)
    words = ("add", "staff", "--set=name=Zed Quill", "--set=job_title=Porter", "--no-names", "--format", form)
    for more, code in ((("--dry-run",), 0), ((), 2), (("--yes",), 0)):
        ran = igreg(*words, *more, "--register", folder, *DAY)
        assert (ran.code, "z-quill" in ran.out, "IG401" in ran.out) == (code, True, True), ran.err
        assert "Quill" not in ran.out + ran.err and "Porter" not in ran.out + ran.err
        there = "name: Zed Quill" in (folder / "staff.yaml").read_text(encoding="utf-8")
        assert there == (more == ("--yes",))
    ran = igreg("add", "role", "--set=title=A", "--set=holders=Zed Nobody", *words[4:], "--register", folder, *DAY)
    assert (ran.code, "Nobody" in ran.out + ran.err) == (1, False), (ran.out, ran.err)


def test_a_file_of_the_kind_that_cannot_be_read_stops_it_and_another_does_not(igreg: Igreg, write: Write) -> None:
    folder = write(FILES | {"policies.yaml": "- id: a\n  title: [\n"})
    assert igreg("add", "incident", *INCIDENT, "--yes", "--register", folder, *DAY).code == 0
    ran = igreg("add", "policy", "--set=title=A", "--set=owner=siro", "--yes", "--register", folder, *DAY)
    assert (ran.code, "which ids are free cannot be said" in ran.err) == (2, True)
    ran = igreg("add", "policy", "--set=title=A", "--set=owner=siro", "--yes", "--register", folder, *DAY)
    ran = igreg("add", "incident", *INCIDENT, "--set=policies_breached=POL-1", "--yes", "--register", folder, *DAY)
    assert (ran.code, "may hold it" in ran.err) == (1, True)


def test_a_broken_organisation_stops_it(igreg: Igreg, write: Write) -> None:
    folder = write(FILES | {"organisation.yaml": "name: [\n"})
    assert igreg("add", "incident", *INCIDENT, "--yes", "--register", folder, *DAY).code == 3


@pytest.mark.no_cover
@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "organisation"])
def test_each_kind_can_be_added(igreg: Igreg, tmp_path: Path, kind: str) -> None:
    folder = shutil.copytree(COUNCIL, tmp_path / "council") / "register"
    samples = {"day": "24/11/2026", "day or moment": "today 9am", "moment": "now", "area": "security", "text": "Words"}
    references = {
        "siro": ("roles",),
        "ig-manager": ("roles",),
        "o-baines": ("staff",),
        "ig-board": ("groups",),
        "dsa": ("courses",),
    }
    sets = ["--set=id=ours"] if kind == "assessments" else []  # nothing else that must be there could name a return
    for one in leaves(model_of(kind)):
        if not one.needed or one.name == "id":
            continue
        value = samples.get(one.sort, one.words[0] if one.words else "1")
        if one.name == "framework":
            value = "dspt-v8"
        elif one.name == "courses":
            value = "dsa"
        elif one.ref is not None:
            kinds = one.ref.kinds or ("roles",)
            value = next((id for id, of in references.items() if of[0] in kinds and f"={id}" not in str(sets)), "ico")
        sets.append(f"--set={one.name}{'.course' if one.name == 'courses' else ''}={value}")
    ran = igreg("add", kind, *sets, "--yes", "--register", folder, *DAY)
    assert ran.code == 0, ran.err
    assert igreg("check", folder, "--select", "IG0,IG1", *DAY).code == 0


@pytest.mark.parametrize(("date", "id"), [("1 Dec", "IGG-2026-12"), ("30 Nov", "IGG-2026-11-30")])
def test_the_id_of_a_meeting_has_its_day(igreg: Igreg, write: Write, date: str, id: str) -> None:
    meetings = "- {id: IGG-2026-11, group: g, date: 2026-11-03}\n"
    folder = write(FILES | {"groups.yaml": "- {id: g, title: G}\n", "meetings.yaml": meetings})
    sets = ("--set=group=g", f"--set=date={date}")
    assert igreg("add", "meeting", *sets, "--yes", "--register", folder, *DAY).out == f"New: {id} in meetings\n"


def test_a_path_is_written_with_strokes(igreg: Igreg, write: Write) -> None:
    folder = write(FILES)
    sets = ("--set=title=A", "--set=owner=siro", "--set=document.path=docs\\a.docx")
    assert igreg("add", "policy", *sets, "--yes", "--register", folder, *DAY).code == 0
    assert "document: {path: docs/a.docx}" in (folder / "policies.yaml").read_text(encoding="utf-8")


# By answers


def test_question_by_question(igreg: Igreg, write: Write, answer: Answer) -> None:
    folder = write(FILES)
    answer(
        *("", "Letter to the wrong house", "31/02/2026", "?", "24/11/2026 9.30"),  # title, aware
        *("?", "siro", ""),  # id: asked, taken, then the one that comes next
        *("yesterday 4pm", "A letter.", "1;security", "ward", "1", "n", "", "two", "2", "9", "2", "1"),
        *("grace", "public"),  # lead by a part of the name, reported_by
        *("?", "colour", "notes", "Ask again", "notes", ""),
        *("actions", "Check addresses", "1", "4 Dec", "", "", "", "", ""),
        *("", "y"),
    )
    ran = igreg("add", "incident", "--register", folder, *DAY)
    assert (ran.code, ran.out) == (0, "New: INC-001 in incidents\n"), ran.err
    assert (folder / "incidents.yaml").read_text(encoding="utf-8") == WRITTEN + (
        "  occurred: 2026-11-23T16:00\n  areas: [governance, security]\n  unit: ward-1\n  effects: [confidentiality]\n"
        "  summary: A letter.\n  near_miss: false\n  likelihood: 2\n  impact: 2\n  people_affected: 1\n"
        "  lead: g-mensah\n  reported_by: public\n"
        "  actions:\n    - {id: INC-001-A1, what: Check addresses, owner: ig-lead, due: 2026-12-04}\n"
    )
    for said in (
        "  this must be there; Ctrl-C ends\n",
        "  February 2026 has no day 31: type a day that there is\n",
        "  = 2026-11-24 09:30, Tuesday\n",
        "  other records name it by this, so choose one that can stay",
        "  the id 'siro' is taken, by Risk owner: see `igreg show siro`\n",
        "  'two' is not a whole number",
        "  9 is more than 5: `impact` goes up to 5\n",
        "  = g-mensah (Grace Mensah)\n",
        "  there is no field 'colour'\n",
        "  left out now\n",
        "  lead: g-mensah (Grace Mensah)\n",
    ):
        assert said in ran.err
    assert "l-gone" not in ran.err


@pytest.mark.parametrize(
    ("lines", "code", "said"),
    [
        ((KeyboardInterrupt,), 130, "you ended the questions"),
        (("A title",), 2, "the input ended"),
        (("A title", "today", *[""] * 14, "n"), 2, "as you said"),
        (("A title", "today", *[""] * 14), 2, "the input ended"),
    ],
)
def test_broken_off(igreg: Igreg, write: Write, answer: Answer, lines: tuple[str, ...], code: int, said: str) -> None:
    folder = write(FILES)
    answer(*lines)
    ran = igreg("add", "incident", "--register", folder, *DAY)
    assert (ran.code, "igreg: nothing was written" in ran.err, said in ran.err) == (code, True, True), ran.err
    assert not (folder / "incidents.yaml").exists()


def test_a_person_of_a_name_that_is_there(igreg: Igreg, write: Write, answer: Answer) -> None:
    folder = write(FILES)
    answer("Grace Mensah", "", "", "", "", "", "", "", "y")
    ran = igreg("add", "person", "--register", folder, *DAY)
    assert ran.code == 0, ran.err
    assert "note: g-mensah (Grace Mensah) is there already" in ran.err
    assert "{id: g-mensah-2, name: Grace Mensah}" in (folder / "staff.yaml").read_text(encoding="utf-8")


def test_holders_of_a_role(igreg: Igreg, write: Write, answer: Answer) -> None:
    folder = write(FILES)
    answer(
        *("Data protection officer", "", "dpo", "", "", "", ""),
        *("grace mensah", "1/2/2026", *[""] * 4, ""),
        *("id", "dpo", "extra", "function", "dpo", "", "y"),
    )
    ran = igreg("add", "role", "--register", folder, *DAY)
    assert ran.code == 0, ran.err
    text = (folder / "roles.yaml").read_text(encoding="utf-8")
    assert (
        "id: dpo, title: Data protection officer, function: dpo, holders: [{staff: g-mensah, from: 2026-02-01}]" in text
    )


def test_what_check_refuses_can_be_changed_and_no_answer_is_lost(igreg: Igreg, write: Write, answer: Answer) -> None:
    folder = write(FILES)
    answer(
        *("A letter", "20 Nov 2026", *[""] * 13),
        *("closed", "19 Nov 2026", ""),  # before anybody knew
        *("closed", "23 Nov 2026", "", "y"),
    )
    ran = igreg("add", "incident", "--register", folder, *DAY)
    assert (ran.code, ran.out) == (0, "New: INC-001 in incidents\n"), ran.err
    assert "refused: dates-out-of-order (IG108) INC-001" in ran.err
    assert "nothing was written yet: change what was refused" in ran.err
    assert "  closed: 2026-11-23\n" in (folder / "incidents.yaml").read_text(encoding="utf-8")


def test_ctrl_c_at_the_last_question(igreg: Igreg, write: Write, answer: Answer) -> None:
    folder = write(FILES)
    answer(KeyboardInterrupt)
    ran = igreg("add", "incident", *INCIDENT, "--register", folder, *DAY)
    assert (ran.code, "nothing was written" in ran.err) == (130, True)
    assert not (folder / "incidents.yaml").exists()


def test_nobody_is_said_to_be_missing_who_may_stand_in_a_broken_file(
    igreg: Igreg, write: Write, answer: Answer
) -> None:
    folder = write(FILES | {"staff.yaml": "- id: [\n"})
    answer("grace")
    ran = igreg("add", "training record", "--register", folder, *DAY)
    assert (ran.code, "none yet" in ran.err, "may hold it" in ran.err) == (2, False, True)
