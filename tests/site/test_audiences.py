"""Each audience sees what the table grants and nothing else: proven over the bytes of all files of a site."""

from __future__ import annotations

from functools import cache

import pytest

from igreg.model.anatomy import fields_of
from igreg.model.base import Part
from igreg.model.kinds import KINDS, model_of
from igreg.model.shared import Document
from igreg.site.audience import AUDIENCES, FIELDS, RECORDS, Audience, granted, may_see
from tests.site.everything import TODAY, Everything, everything
from tests.site.made import Site, site_of

WITHHELD = {
    "public": frozenset(
        ["policies-2", "notices-2", "meetings-2", "incidents-1", "incidents-2", "requests-2", "dpias-2", "staff-2"]
    ),
    "staff": frozenset(["policies-2", "meetings-2", "incidents-2", "requests-2"]),
    "board": frozenset(["policies-2", "incidents-2", "requests-2"]),
}
"""The records of which an audience sees nothing at all, whatever the table grants of their kind."""


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
    leaked = []
    for id, path, word in written().written:
        kind = id.rpartition("-")[0] or id
        seen = may_see(audience, kind, path) or (path.endswith((".title",)) and may_see(audience, kind, path[:-6]))
        if audience == "public" and kind == "staff" and path == "name":
            seen = True  # of the one who answers where the public can reach a lead; the other is withheld
        if word in found and (not seen or id in WITHHELD[audience]):
            leaked.append((id, path))
    assert leaked == []


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
