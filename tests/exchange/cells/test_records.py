"""Units, owners, lists and texts of a cell: by all that they are called, and never by a guess."""

from __future__ import annotations

from typing import Any

import pytest

from igreg.exchange.brought import Refused
from igreg.exchange.cells.read import CellRefused, Reader
from igreg.exchange.id_columns import refuse_lost
from igreg.exchange.rows import Given, Incoming
from igreg.register.read import read
from igreg.register.sources import Sources
from tests.exchange.test_plan import NOW

FILES = {
    "organisation.yaml": "name: Test\ntype: nhs-trust\n",
    "units.yaml": "- {id: ash, name: Ash House}\n- {id: oak, name: Oak House}\n",
    "staff.yaml": "- {id: j-osei, name: Jane Osei}\n- {id: b-lunn, name: Bo Lunn}\n- {id: z-ray, name: Zoe Ray}\n",
    "roles.yaml": "- id: it\n  title: Head of IT\n  holders: [{staff: j-osei, from: 2024-01-01}]\n"
    "- id: siro\n  title: SIRO\n  functions: [siro]\n  holders: [{staff: b-lunn, from: 2024-01-01}]\n"
    "- id: ceo\n  title: Chief Executive\n  holders: [{staff: b-lunn, from: 2024-01-01}]\n",
}


def reader(kind: str, **more: Any) -> Reader:
    texts = {f"register/{name}": text for name, text in FILES.items()}
    return Reader(read(Sources(texts)), kind, NOW, **more)


@pytest.mark.parametrize("text", ["ash", "Ash House", "ASH  HOUSE", "457 Ash House", "Ash\u00a0House"])
def test_a_unit(text: str) -> None:
    assert reader("staff").read("unit", text).value == "ash"


def test_a_unit_that_is_none_names_the_nearest_or_is_in_the_map() -> None:
    with pytest.raises(CellRefused) as refused:
        reader("staff").read("unit", "Ash Hous")
    assert "ash" in refused.value.help
    mapped = reader("staff", values={"unit": {"Main building": "oak"}})
    assert mapped.read("unit", "main  Building").value == "oak"


@pytest.mark.parametrize(
    "text", ["it", "Head of IT", "Jane Osei", "Osei, Jane", "20481133 Osei, Jane", "1 - Jane Osei"]
)
def test_an_owner_is_a_role_by_its_title_or_by_who_holds_it(text: str) -> None:
    assert reader("policies").read("owner", text).value == "it"


@pytest.mark.parametrize(
    ("text", "said"), [("Bo Lunn", "holds several roles"), ("Zoe Ray", "holds no role today"), ("Nobody", "is not")]
)
def test_an_owner_who_is_none(text: str, said: str) -> None:
    with pytest.raises(CellRefused, match=said) as refused:
        reader("policies").read("owner", text)
    assert refused.value.help


def test_a_list_in_a_cell() -> None:
    areas = reader("policies")
    assert areas.read("areas", "risk; confidentiality").value == ["risk", "confidentiality"]
    assert areas.read("areas", "Risk, Confidentiality\nsecurity").value == ["risk", "confidentiality", "security"]
    assert reader("processing").read("subjects", "staff, patients; visitors").value == ["staff, patients", "visitors"]
    with pytest.raises(CellRefused):
        areas.read("areas", "risk, gardening")


def test_what_may_be_of_a_person_is_told_and_a_number_refused() -> None:
    took = reader("incidents").read("summary", "Letter for Mrs Smith born 1 May 1961")
    assert [note.what for note in took.notes] in (["IG802"], ["IG811"])
    with pytest.raises(CellRefused) as refused:
        reader("incidents").read("summary", "Record 943 476 5919 lost")
    assert refused.value.secret


def test_texts_are_made_plain() -> None:
    assert reader("staff").read("name", "Siobhan\u00a0 O\u2019Neill\u200b").value == "Siobhan O'Neill"
    assert reader("staff").read("job_title", "Nurse \u2018lead\u2019").value == "Nurse \u2018lead\u2019"
    assert reader("staff", literal=True).read("job_title", "n/a").value == "n/a"


def lost(name: str, *values: Any, known: tuple[str, ...] = ()) -> list[Refused]:
    rows = [Incoming(row, None, {name: Given(value, 0, "Ref")}) for row, value in enumerate(values, 2)]
    kept, refused = refuse_lost(rows, known)
    assert len(kept) + len({one.row for one in refused}) == len(rows)
    return refused


def test_numbers_that_were_ids_are_refused() -> None:
    assert [one.row for one in lost("key", 123, "00124", "AB1")] == [2]
    assert [one.row for one in lost("key", 123, "1244", 5)] == [2, 4]
    assert [one.row for one in lost("key", 123, 1244)] == []
    assert [one.row for one in lost("id", "1E+05", 1.5, "R-1")] == [2, 3]
    assert not lost("id", "4.10", "4.1")
    made = ["12.5", "1/2/2026", "2026-02-01", "1-Feb", "1-Feb-26", "Feb-26"]
    assert len(lost("key", *made)) == len(made)
    assert not lost("key", "2048-1133", "20481133-2", "A/12/3456", "12-ABC", "1.2.3")
    assert [one.row for one in lost("id", 7, "R-1", known=("007",))] == [2]
    (refused,) = lost("id", "7", known=("007",))
    assert (refused.cell, refused.column, "007" in refused.message) == ("A2", "Ref", True)


def test_in_a_file_of_texts_a_shorter_one_beside_zeros_has_lost_its_own() -> None:
    assert [one.row for one in lost("key", "00123456", "20481133", "123457")] == [4]
    assert [one.row for one in lost("key", "99", "100", "1001")] == []


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("12345678|Staff Nurse|", "Staff Nurse"),
        ("12345678|Staff Nurse|99", "Staff Nurse"),
        ("12345678 | Ward Clerk", "Ward Clerk"),
        ("Nurse / Midwife", "Nurse / Midwife"),
        ("12345678|99", None),
    ],
)
def test_a_job_title_stands_between_the_numbers_of_another_system(text: str, title: str | None) -> None:
    assert reader("staff").read("job_title", text).value == title
