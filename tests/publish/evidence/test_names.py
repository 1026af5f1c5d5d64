"""People taken out of texts and values."""

from __future__ import annotations

import pytest

from igreg.analysis.as_of import AsOf
from igreg.publish.evidence.names import SOMEBODY, Unnamed
from igreg.register.read import read
from tests.pages import moment, sources

FILES = {
    "organisation": "name: Home\ntype: care-provider\n",
    "staff": (
        "- {id: u-whitlow, name: Dr Una  Whitlow, email: una@home.example}\n"
        "- {id: b-ash, name: Ben Ash}\n- {id: b-ashton, name: Ben Ashton}\n- {id: o-neil, name: Máire O'Neil}\n"
        "- {id: m-lunt, name: Mary Lunt}\n"
    ),
    "roles": (
        "- {id: siro, title: SIRO, function: siro, holders: [{staff: u-whitlow, from: 2020-01-01},"
        " {staff: o-neil, from: 2020-01-01, as: deputy}]}\n"
        "- {id: cg, title: Guardian (Mary Lunt), holders: [{staff: m-lunt, from: 2020-01-01}]}\n"
    ),
}
UNNAMED = Unnamed(
    AsOf(read(sources({f"register/{name}.yaml": text.encode() for name, text in FILES.items()})), moment("2026-11-22"))
)


@pytest.mark.parametrize(
    ("text", "becomes"),
    [
        ("Dr Una Whitlow answers for it.", "SIRO answers for it."),
        ("una   WHITLOW", "SIRO"),
        ("by u-whitlow on Monday", "by SIRO on Monday"),
        ("write to una@home.example", "write to SIRO"),
        ("Ben Ashton and Ben Ash.", f"{SOMEBODY} and {SOMEBODY}."),
        ("Ben Ashworth", f"{SOMEBODY} Ashworth"),
        ("sb-ash", "sb-ash"),
        ("b-ash/dsa/2026-01-01", f"{SOMEBODY}/dsa/2026-01-01"),
        ("(Máire O'Neil)", "(SIRO)"),
        ("Mary Lunt signed", "Guardian (person-3) signed"),
        ("nobody here", "nobody here"),
        ("", ""),
    ],
)
def test_a_text(text: str, becomes: str) -> None:
    assert UNNAMED.text(text) == becomes


def test_a_value_however_deep() -> None:
    value = {"by": "b-ash", "list": ["Ben Ash", 3, None, True], "u-whitlow": ("u-whitlow",)}
    assert UNNAMED.value(value) == {"by": SOMEBODY, "list": [SOMEBODY, 3, None, True], "SIRO": ("SIRO",)}


def test_somebody_in_staff_has_no_name_and_no_address() -> None:
    person = {"id": "b-ash", "name": "Ben Ash", "email": "ben@home.example", "job_title": "Carer"}
    assert UNNAMED.record("staff", person) == {"id": SOMEBODY, "job_title": "Carer"}
