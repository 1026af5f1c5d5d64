"""What is typed for a field, as the register has it; what may be chosen; and what no answer is."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from igreg.changes.answers import Answers
from igreg.errors import IgregError
from igreg.model.kinds import model_of
from igreg.model.leaf import leaf
from tests.analysis.registers import register

NOW = dt.datetime(2026, 11, 24, 15, 30, tzinfo=dt.UTC)
FILES = {
    "organisation": "{name: E, type: other, areas: [{id: archives, name: Archives}]}\n",
    "staff": "- {id: ann, name: Ann Pike}\n- {id: ben, name: Ben Pike}\n- {id: cat, name: Cat Dunn}\n",
    "roles": "- {id: siro, title: SIRO, function: siro}\n- {id: dpo, title: Protection}\n",
    "units": "- {id: north, name: North}\n",
    "groups": "".join(f"- {{id: g-{n}, title: Board}}\n" for n in range(7)),
}


def answers(kind: str, **files: str) -> Answers:
    return Answers(register(**FILES | files), model_of(kind), NOW)


def read(name: str, text: str, among: tuple[str, ...] = (), *, whole: bool = True) -> Any:
    kind, _, field = name.partition(".")
    found = answers(kind)
    return found.read(leaf(found.model, field), text, among, whole=whole)


@pytest.mark.parametrize(
    ("field", "text", "value"),
    [
        pytest.param("risks.title", "  Loss of a laptop ", "Loss of a laptop", id="blanks around it"),
        pytest.param("assets.critical", "yes", True, id="yes"),
        pytest.param("assets.critical", "N", False, id="no, short"),
        pytest.param("assets.critical", "true", True, id="as the format has it"),
        pytest.param("roles.holders.as", "Acting", "acting", id="a word with a capital"),
        pytest.param("roles.functions", "SIRO; dpo", ["siro", "dpo"], id="words"),
        pytest.param("roles.functions", "siro, dpo; siro", ["siro", "dpo"], id="each once, parted by commas too"),
        pytest.param("incidents.people_affected", "1,200", 1200, id="a number with a comma"),
        pytest.param("delegations.limit", "£1,500.50", 1500.5, id="a sum in pounds"),
        pytest.param("courses.target", "95%", 95, id="a share"),
        pytest.param("policies.document.path", "docs\\a.docx", "docs/a.docx", id="a path of Windows"),
        pytest.param("assets.tags", "a, b; c", ["a, b", "c"], id="texts are parted by semicolons alone"),
        pytest.param("assets.tags", "a\nb;;", ["a", "b"], id="and by lines; nothing between two"),
        pytest.param("audits.planned", "1/12/2026", "2026-12-01", id="a day"),
        pytest.param("audits.planned", "tomorrow", "2026-11-25", id="a day from today on"),
        pytest.param("incidents.aware", "today 2pm", "2026-11-24T14:00", id="a moment"),
        pytest.param("incidents.aware", "24/11/2026", "2026-11-24", id="a day where either may stand"),
        pytest.param("incidents.aware", "2026-11-24 14:00:30", "2026-11-24T14:00:30", id="a moment to the second"),
        pytest.param("audits.every", "yearly", "1 year", id="a span"),
        pytest.param("risks.owner", "SIRO", "siro", id="a reference by its title"),
        pytest.param("audits.areas", "Archives; security", ["archives", "security"], id="areas by name and id"),
        pytest.param("audits.units", "north", ["north"], id="a list of one"),
        pytest.param("flows.from", "All staff", "all-staff", id="an audience"),
        pytest.param("flows.to", "siro, all staff", ["siro", "all-staff"], id="one and an audience"),
        pytest.param("guidance.publisher", "Somebody Ltd", "Somebody Ltd", id="a body or its name"),
        pytest.param("assets.security", "a lock, and a key; a guard", ["a lock, and a key", "a guard"], id="texts or ids"),
    ],
)  # fmt: skip
def test_what_is_read(field: str, text: str, value: Any) -> None:
    found = read(field, text)
    assert (found, type(found)) == (value, type(value))


@pytest.mark.parametrize(
    ("field", "text", "sentence", "hint"),
    [
        pytest.param("assets.critical", "perhaps", "'perhaps' is neither yes nor no", "type yes or no", id="no flag"),
        pytest.param("audits.planned", "soonish", "'soonish' is not a day", "24/11/2026, 24 Nov", id="no day"),
        pytest.param("audits.planned", "31/11/2026", "November 2026 has no day 31", "a day that there is", id="no such"),
        pytest.param("audits.planned", "32/01/2026", "January 2026 has no day 32", "a day that", id="nor in January"),
        pytest.param("audits.planned", "32-12-2026", "December 2026 has no day 32", "a day that", id="nor in December"),
        pytest.param("audits.planned", "31/06/1900", "June 1900 has no day 31", "a day that", id="nor long ago"),
        pytest.param("audits.planned", "31.06.2199", "June 2199 has no day 31", "a day that", id="nor far ahead"),
        pytest.param("audits.planned", "31/00/2026", "'31/00/2026' is not a day", "such as", id="month nought"),
        pytest.param("audits.planned", "2027-02-29", "February 2027 has no day 29", "a day that there is", id="no leap"),
        pytest.param("audits.planned", "31/13/2026", "'31/13/2026' is not a day", "such as 24/11/2026", id="no month"),
        pytest.param("audits.planned", "31/04/1899", "'31/04/1899' is not a day", "such as", id="no year of ours"),
        pytest.param("audits.planned", "31/04/2200", "'31/04/2200' is not a day", "such as", id="nor later"),
        pytest.param("incidents.aware", "soonish", "'soonish' is not a day", "24/11/2026", id="neither day nor moment"),
        pytest.param("incidents.timeline.at", "soonish", "'soonish' is not a day with its time", "9.30, today 2pm or now", id="no moment"),
        pytest.param("incidents.timeline.at", "31/11/2026", "November 2026 has no day 31", "a day that", id="nor a day"),
        pytest.param("audits.every", "often", "'often' is not a length of time", "write one such as", id="no span"),
        pytest.param("audits.areas", "zeal", "'zeal' is not an area of this register", "check the id", id="no area"),
        pytest.param("risks.owner", "zeal", "'zeal' is not a role of this register", "check the id", id="no role"),
        pytest.param("incidents.people_affected", "many", "'many' is not a whole number", "type the number alone", id="no number"),
        pytest.param("risks.title", "", "`title` is empty", "leave it out", id="nothing"),
        pytest.param("assets.tags", " ; ", "`tags` is empty", "leave it out", id="an empty list"),
        pytest.param("assets.review", "yearly", "`review` has fields of its own", "review.every", id="a part"),
        pytest.param("roles.holders", "ann", "`holders` has fields of its own", "such as holders.", id="a list of parts"),
    ],
)  # fmt: skip
def test_what_is_not(field: str, text: str, sentence: str, hint: str) -> None:
    with pytest.raises(IgregError) as told:
        read(field, text)
    assert sentence in told.value.sentence
    assert hint in told.value.hint


def test_a_number_of_a_person_is_not_repeated() -> None:
    with pytest.raises(IgregError) as told:
        read("risks.title", "patient 943 476 5919")
    assert "943" not in str(told.value) + told.value.hint
    assert "NHS number" in told.value.sentence


def test_a_part_of_a_name_is_enough_among_some() -> None:
    assert read("roles.holders.staff", "dunn", ("ann", "cat")) == "cat"
    with pytest.raises(IgregError, match="'dunn' is not"):
        read("roles.holders.staff", "dunn", ("ann", "ben"))
    with pytest.raises(IgregError) as told:
        read("roles.holders.staff", "pike", ("ann", "ben", "cat"))
    assert told.value.hint == "name one by its id: ann (Ann Pike) or ben (Ben Pike)"
    assert read("guidance.publisher", "dunn", ("cat",)) == "dunn"  # a text may stand there


def test_of_many_six_are_named() -> None:
    with pytest.raises(IgregError) as told:
        read("meetings.group", "Board")
    assert told.value.hint.endswith("g-4 (Board) or g-5 (Board), and 1 more")
    six = answers("meetings", groups="".join(f"- {{id: g-{n}, title: Board}}\n" for n in range(6)))
    with pytest.raises(IgregError) as told:
        six.read(leaf(six.model, "group"), "Board")
    assert told.value.hint.endswith("g-4 (Board) or g-5 (Board)")


@pytest.mark.parametrize(
    ("field", "offered"),
    [
        pytest.param("roles.holders.as", ["substantive", "acting", "deputy"], id="words"),
        pytest.param("roles.holders.staff", ["ann", "ben", "cat"], id="people"),
        pytest.param("roles.accountable_to", ["siro", "dpo", *(f"g-{n}" for n in range(7))], id="of each kind"),
        pytest.param("risks.title", [], id="a text"),
        pytest.param("audits.planned", [], id="a day"),
    ],
)
def test_what_is_offered(field: str, offered: list[str]) -> None:
    kind, _, name = field.partition(".")
    found = answers(kind)
    assert found.offered(leaf(found.model, name)) == offered


def test_areas_are_offered_by_id_and_audiences_first() -> None:
    found = answers("audits")
    areas = found.offered(leaf(found.model, "areas"))
    assert areas == list(found.register.areas)
    assert "archives" in areas
    flows = answers("flows")
    parties = flows.offered(leaf(flows.model, "from"))
    assert parties.index("all-staff") < parties.index("siro")
    assert {"siro", "dpo", "north", "g-0"} <= set(parties)


def test_what_a_field_does_not_take() -> None:
    found = answers("decisions")
    principles = leaf(found.model, "principles")
    assert found.read(principles, "1; 8") == [1, 8]
    with pytest.raises(IgregError):
        found.read(principles, "1; 99")
    found.refuse(principles, [1, 99], items=False)
    with pytest.raises(IgregError):
        found.refuse(principles, [1, 99], length=False)


@pytest.mark.parametrize(
    ("field", "text", "sentence", "hint"),
    [
        ("risks.likelihood", "9", "9 is more than 5", "`likelihood` goes up to 5"),
        ("incidents.people_affected", "-1", "-1 is less than 0", "`people_affected` goes from 0 up"),
        ("staff.email", "x", "'x' is not an e-mail address such as zoe@example.org", ""),
        ("roles.holders.hours_per_week", "-1", "-1 is less than 0", "`hours_per_week` goes from 0 up"),
        (
            "audits.findings.action.id",
            "a b",
            "'a b' is not an id",
            "write a-b: an id has letters, digits, '.', '_' and '-', beginning with a letter or digit, at most 64",
        ),
        ("units.id", "all-staff", "the id 'all-staff' is not free to be an id", "choose another id"),
    ],
)
def test_the_words_of_the_finding_and_no_help_that_says_the_same(
    field: str, text: str, sentence: str, hint: str
) -> None:
    with pytest.raises(IgregError) as told:
        read(field, text)
    assert told.value.sentence.startswith(sentence)
    assert told.value.hint == hint


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        pytest.param("roles.level", "bored", "'bored' is not one of the words for `level`", id="of the record"),
        pytest.param("roles.registrations.with", 7, "7 is not text", id="in a list of parts"),
        pytest.param("roles.requires.skills.level", 99, "99 is more than 3", id="in a list of a part"),
        pytest.param("assessments.answers.documents.public", "perhaps", "'perhaps' is not true or false", id="in two lists"),
    ],
)  # fmt: skip
def test_a_value_is_refused_wherever_its_field_is(field: str, value: Any, said: str) -> None:
    kind, _, name = field.partition(".")
    found = answers(kind)
    with pytest.raises(IgregError) as told:
        found.refuse(leaf(found.model, name), value)
    assert told.value.sentence == said


HOLDERS = "holders: [{staff: ann, from: 2026-01-01, until: 2026-11-24}, {staff: ben, from: 2020-01-01}]"
ROLES = f"- {{id: siro, title: SIRO, {HOLDERS}}}\n- {{id: dpo, title: Protection, holders: [{{staff: ben, from: 2020-01-01}}]}}\n"


def test_a_person_is_taken_for_the_one_role_that_they_hold() -> None:
    found = answers("risks", roles=ROLES)
    assert found.read(leaf(found.model, "owner"), "Ann Pike") == "siro"


@pytest.mark.parametrize(
    ("name", "sentence", "hint"),
    [
        ("Ben Pike", "'Ben Pike' holds several roles", "name the one that is meant: siro (SIRO) or dpo (Protection)"),
        ("Cat Dunn", "'Cat Dunn' holds no role today", "name the role that answers for it"),
    ],
)
def test_a_person_who_holds_no_role_or_several_is_refused(name: str, sentence: str, hint: str) -> None:
    found = answers("risks", roles=ROLES)
    with pytest.raises(IgregError) as refused:
        found.read(leaf(found.model, "owner"), name)
    assert (refused.value.sentence, refused.value.hint) == (sentence, hint)


def test_the_day_after_the_last_one_it_is_nobodys_role() -> None:
    found = Answers(register(**FILES | {"roles": ROLES}), model_of("risks"), NOW + dt.timedelta(days=1))
    with pytest.raises(IgregError, match="holds no role today"):
        found.read(leaf(found.model, "owner"), "ann")


def test_where_a_person_may_stand_the_person_is_meant() -> None:
    found = answers("roles", roles=ROLES)
    assert found.read(leaf(found.model, "holders.staff"), "Ann Pike") == "ann"


def test_nobody_is_said_to_hold_no_role_while_a_file_cannot_be_read() -> None:
    found = answers("risks", roles=ROLES + "- {id: broken\n")
    with pytest.raises(IgregError, match="could not be read in full and may hold it"):
        found.read(leaf(found.model, "owner"), "Cat Dunn")
