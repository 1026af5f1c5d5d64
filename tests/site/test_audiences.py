"""Each audience sees what the table grants and nothing else: proven over the bytes of all files of a site."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from igreg.model.anatomy import fields_of
from igreg.model.base import Part
from igreg.model.kinds import KINDS, model_of
from igreg.model.shared import Document
from igreg.site.audience import AUDIENCES, FIELDS, RECORDS, Audience, granted, may_see
from tests.site.everything import TODAY, Everything, everything
from tests.site.made import Site, as_read, site_of

WITHHELD = {
    "public": frozenset(
        ["policies-2", "notices-2", "meetings-2", "incidents-1", "incidents-2", "requests-2", "dpias-2", "staff-2"]
    ),
    "staff": frozenset(["policies-2", "meetings-2", "incidents-2", "requests-2"]),
    "board": frozenset(["policies-2", "incidents-2", "requests-2"]),
}
"""The records of which an audience sees nothing at all, whatever the table grants of their kind."""


RESTS_ON = frozenset(
    [
        *("staff.no_personal_data", "staff.long_absence", "courses.applies_window"),
        *("incidents.near_miss", "incidents.personal_data", "incidents.decision.report"),
    ]
)
"""What figures of a whole year count by, such as how many people are trained, though it is not shown itself."""


NAMED_TO_THE_PUBLIC = ("organisation", "roles", "groups", "policies", "notices", "requests", "engagements", "flows")


@cache
def written() -> Everything:
    return everything()


@pytest.fixture(scope="module", params=AUDIENCES)
def published(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Audience, Site]:
    """The whole site of the register that says everything, for one audience."""
    return request.param, site_of(written().files, request.param, tmp_path_factory.mktemp("all"), TODAY)


def test_nothing_but_what_is_granted_is_in_the_bytes(published: tuple[Audience, Site]) -> None:
    audience, site = published
    found = site.words(r"zq\d+")
    answers = {("staff-1", "name")} if audience == "public" else set()  # where the public can reach a lead
    leaked = [
        (id, path)
        for id, path, word in written().written
        if word in found and not _is_granted(audience, id, path) and (id, path) not in answers
    ]
    assert leaked == []


def _is_granted(audience: Audience, id: str, path: str) -> bool:
    kind = id.rpartition("-")[0] or id
    whole = path.rpartition(".")[0]
    return id not in WITHHELD[audience] and (may_see(audience, kind, path) or may_see(audience, kind, whole))


def test_no_day_length_or_number_but_what_is_granted_is_in_the_bytes(published: tuple[Audience, Site]) -> None:
    audience, site = published
    found = site.figures()
    leaked = [
        (id, path) for id, path, said in written().figures if said in found and not _is_granted(audience, id, path)
    ]
    assert leaked == []


def test_days_lengths_and_numbers_that_are_granted_are_found(published: tuple[Audience, Site]) -> None:
    """So that the test above does not pass because they are written in a form that it does not know."""
    audience, site = published
    found = site.figures()
    seen = {(id, path) for id, path, said in written().figures if said in found}
    assert {("policies-1", "in_force_from"), ("engagements-1", "people")} <= seen
    assert audience != "board" or {("incidents-1", "aware"), ("budgets-1", "lines.planned")} <= seen


def test_every_record_is_read_and_every_mark_is_in_it(tmp_path: Path) -> None:
    """A record that is refused for one value would prove nothing of the others."""
    register = as_read(written().files, tmp_path, TODAY)
    assert register.unread == ()
    texts = {id: repr(register.by_id[id]).casefold() for id in register.by_id}
    texts["organisation"] = repr(register.organisation).casefold()
    lost = [
        (id, path)
        for id, path, word in written().written
        if word not in texts.get(id, "") and not id.startswith("training-records")  # which are not kept as records
    ]
    assert lost == []


@pytest.mark.parametrize("audience", AUDIENCES)
def test_what_can_have_no_mark_changes_nothing_where_it_is_not_granted(audience: Audience, tmp_path: Path) -> None:
    """Yes and no, and scores from 1 to 5: with the other value in every such field that is not granted, no byte differs."""
    turned = everything(lambda kind, path: f"{kind}.{path}" not in RESTS_ON and not _any_of(audience, kind, path))
    assert {"risks.likelihood", "incidents.impact", "staff.long_absence"} <= turned.unmarked
    before = site_of(written().files, audience, tmp_path / "before", TODAY).files
    after = site_of(turned.files, audience, tmp_path / "after", TODAY).files
    assert turned.files != written().files
    assert [path for path in {*before, *after} if before.get(path) != after.get(path)] == []


def _any_of(audience: Audience, kind: str, path: str) -> bool:
    return may_see(audience, kind, path) or may_see(audience, kind, path.rpartition(".")[0])


def test_what_is_granted_is_there(published: tuple[Audience, Site]) -> None:
    """So that the test above does not pass because nothing is published."""
    audience, site = published
    found = site.words(r"zq\d+")
    missing = [
        (id, path)
        for id, path, word in written().written
        if (kind := id.rpartition("-")[0] or id)
        and id.endswith("-1")
        and path in ("title", "name")
        and (audience != "public" or kind in NAMED_TO_THE_PUBLIC)
        and may_see(audience, kind, path)
        and id not in WITHHELD[audience]
        and word not in found
    ]
    assert missing == []


def test_the_public_is_told_the_name_of_who_can_be_reached_and_no_other(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    site = site_of(written().files, "public", tmp_path_factory.mktemp("public"), TODAY)
    names = {id: word for id, path, word in written().written if id.startswith("staff-") and path == "name"}
    found = site.words(r"zq\d+")
    assert {id for id, word in names.items() if word in found} == {"staff-1"}


def _paths(model: type[Part], before: str = "") -> set[str]:
    out = set()
    for key, field in fields_of(model).items():
        if field.parts and field.parts[0] is not Document:
            out |= _paths(field.parts[0], f"{before}{key}.")
        else:
            out.add(f"{before}{key}")
    return out


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_of_the_table_is_there(kind: str) -> None:
    assert granted(kind).keys() - _paths(model_of(kind)) == set()


@pytest.mark.parametrize("kind", KINDS)
def test_a_field_is_granted_once(kind: str) -> None:
    words = " ".join(FIELDS.get(kind, {}).values()).split()
    assert len(words) == len(set(words))


def test_the_table_names_kinds_that_there_are() -> None:
    assert {*FIELDS, *RECORDS} <= {*KINDS}


@pytest.mark.parametrize("path", ["notes", "tags", "extra"])
@pytest.mark.parametrize("kind", KINDS)
def test_nobody_sees_notes(kind: str, path: str) -> None:
    assert not any(may_see(audience, kind, path) for audience in AUDIENCES)


@pytest.mark.parametrize(
    ("kind", "path"),
    [
        ("incidents", "title"),
        ("incidents", "id"),
        ("risks", "title"),
        ("assets", "location"),
        ("assets", "name"),
        ("staff", "name"),
        ("roles", "holders.staff"),
        ("staff", "email"),
    ],
)
def test_the_public_never_sees(kind: str, path: str) -> None:
    assert not may_see("public", kind, path)


@pytest.mark.parametrize("audience", AUDIENCES)
def test_nobody_sees_what_is_private_to_a_person(audience: Audience) -> None:
    shown = [path for path in granted("staff") if may_see(audience, "staff", path)]
    assert shown in ([], ["name"])
    assert not any(may_see(audience, "training-records", path) for path in _paths(model_of("training-records")))
    assert not any(may_see(audience, "incidents", path) for path in ("involved", "reported_by", "timeline.what"))
