"""Small tables as other systems write them, each with the plan that the pages make of it, worked out by hand."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Ran, Write

Igreg = Callable[..., Ran]
FILES = {
    "organisation.yaml": "name: Millbeck Surgery\ntype: gp-practice\n",
    "units.yaml": "- {id: ash, name: Ash House}\n- {id: oak, name: Oak House}\n",
    "staff.yaml": "- {id: p-lunn, name: Petra Lunn, unit: ash, job_title: Clerk}\n- {id: t-ames, name: Tom Ames, unit: oak}\n"
    "- {id: o-gone, name: Olly Gone, unit: ash, started: 2020-01-01, left: 2025-01-01}\n",
    "courses.yaml": "- {id: dsa, title: Data Security Awareness, valid_for: 12 months}\n"
    "- {id: fire, title: Fire Safety, valid_for: 2 years}\n",
    "roles.yaml": "- {id: siro, title: SIRO, areas: [risk], holders: [{staff: p-lunn, from: 2024-01-01}]}\n",
}


def plan(igreg: Igreg, write: Write, kind: str, text: str | bytes, *words: str) -> tuple[int, dict[str, Any]]:
    register = Path(write(FILES))
    file = register.parent / "table.csv"
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    ran = igreg(
        *("import", kind, file, "--register", register, "--today", "2026-11-22", "--dry-run", "--format", "json"),
        *words,
    )
    return ran.code, json.loads(ran.out)


NEW: dict[str, tuple[str, str | bytes, list[dict[str, Any]]]] = {
    "semicolons in Windows-1252": (
        "staff",
        "Name;Unit;Start date\r\nZoë Müller;Ash House;1.2.2026\r\n".encode("cp1252"),
        [{"name": "Zoë Müller", "unit": "ash", "started": "2026-02-01"}],
    ),
    "tabs in UTF-16": (
        "staff",
        "Name\tUnit\r\nSian O’Neill\tAsh House\r\n".encode("utf-16"),
        [{"name": "Sian O'Neill", "unit": "ash"}],
    ),
    "a line that says its separator": (
        "staff",
        "sep=|\r\nName|Unit\r\nAda King|Oak House\r\n",
        [{"name": "Ada King", "unit": "oak"}],
    ),
    "a weekday and an ordinal": (
        "staff",
        'Name,Started\nAda King,"Mon, 2nd February 2026"\n',
        [{"name": "Ada King", "started": "2026-02-02"}],
    ),
    "a serial date as text": (
        "staff",
        "Name,Started\nAda King,46054\n",
        [{"name": "Ada King", "started": "2026-02-01"}],
    ),
    "the end of time": (
        "staff",
        "Name,Started,Leaving date\nAda King,01/02/2026,31/12/4712\n",
        [{"name": "Ada King", "started": "2026-02-01"}],
    ),
    "two assignments": (
        "staff",
        "Assignment Number,Full Name,Organisation,Position Title,Primary Assignment\n"
        '20481133-2,"King, Ada",457 Oak House,1|Nurse|2,No\n20481133,"King, Ada",457 Ash House,12345678|Staff Nurse|9,Yes\n',
        [{"name": "Ada King", "unit": "ash", "job_title": "Staff Nurse"}],
    ),
    "columns that are never read": (
        "staff",
        "Name,NI Number,Date of Birth,Home Address,Email Address,Bank Holiday Entitlement,Gender\n"
        "Ada King,AB123456C,01/02/1980,1 Road,ada.king@nhs.net,25,F\n",
        [{"name": "Ada King", "email": "ada.king@nhs.net"}],
    ),
    "titles and capitals": (
        "staff",
        "Name\nMR TOM O'NEILL\nDr Jane McDonald\n",
        [{"name": "Tom O'Neill"}, {"name": "Dr Jane McDonald"}],
    ),
    "how people are employed": (
        "staff",
        "Name,Assignment Category\nAda King,Fixed Term\nBo Low,Bank\nCy Orr,Honorary\n",
        [
            {"name": "Ada King", "worker": "employee"},
            {"name": "Bo Low", "worker": "bank"},
            {"name": "Cy Orr", "worker": "volunteer"},
        ],
    ),
    "hours, and no share of a post": (
        "staff",
        "Name,Contracted Hours,FTE\nAda King,37.5,1.0\n",
        [{"name": "Ada King", "hours_per_week": 37.5}],
    ),
    "a number before the manager": (
        "staff",
        'Name,Supervisor\nAda King,"20481133 Lunn, Petra"\n',
        [{"name": "Ada King", "manager": "p-lunn"}],
    ),
    "competences of ESR": (
        "training-records",
        "Full Name,Competence Name,Achieved Date,Expiry Date,Compliance\n"
        '"Lunn, Petra",NHS|CSTF|Data Security Awareness|,05/01/2026,05/01/2027,Compliant\n'
        '"Ames, Tom",457|LOCAL|Manual Handling|,05/01/2026,No Expiry,Compliant\n"Ames, Tom",NHS|CSTF|Fire Safety|,,,Not compliant\n',
        [{"staff": "p-lunn", "course": "dsa", "completed": "2026-01-05", "expires": "2027-01-05"}],
    ),
    "training of somebody who has left": (
        "training-records",
        "Name,Course,Completed\nOlly Gone,Fire Safety,05/01/2024\n",
        [{"staff": "o-gone", "course": "fire", "completed": "2024-01-05"}],
    ),
    "an owner who is a person": (
        "policies",
        "Title,Owner,In force from\nConfidentiality Policy,Petra Lunn,01/02/2026\n",
        [{"title": "Confidentiality Policy", "owner": "siro", "in_force_from": "2026-02-01"}],
    ),
    "a log of requests": (
        "requests",
        "Reference,Subject,Type,Received,Handler,Requester\nFOI-7,Car park,FOI,20/11/2026,SIRO,A Person\n",
        [{"title": "Car park", "category": "freedom-of-information", "received": "2026-11-20", "handler": "siro"}],
    ),
}


@pytest.mark.parametrize("case", NEW)
def test_what_is_new(igreg: Igreg, write: Write, case: str) -> None:
    kind, text, wanted = NEW[case]
    code, found = plan(igreg, write, kind, text)
    assert (code, found["refused"]) == (0, [])
    assert [one["values"] for one in found["new"]] == wanted


REFUSED: dict[str, tuple[str, str, list[str | None]]] = {
    "a day that there is not": ("staff", "Name,Started\nAda King,31/02/2026\n", ["B2"]),
    "a day of another order": ("staff", "Name,Started\nAda King,02/13/2026\n", ["B2"]),
    "a long number made short": ("staff", "Employee Number,Name\n1E+05,Ada King\n", ["A2"]),
    "a National Insurance number": ("staff", "Name,Job title\nAda King,AB123456C\n", ["B2"]),
    "a unit that there is not": ("staff", "Name,Unit\nAda King,Ash Hause\n", ["B2"]),
    "yes where a day belongs": (
        "training-records",
        "Name,Data Security Awareness,Fire Safety\nPetra Lunn,05/01/2026,Booked\nTom Ames,Yes,N/A\n",
        ["B3"],
    ),
    "an owner who holds no role": ("policies", "Title,Owner\nConfidentiality Policy,Tom Ames\n", ["B2"]),
    "a bare number for a span": ("courses", "Course code,Course title,Renewal period\nc-9,Caldicott,12\n", ["C2"]),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_is_refused_and_where(igreg: Igreg, write: Write, case: str) -> None:
    kind, text, cells = REFUSED[case]
    code, found = plan(igreg, write, kind, text)
    assert code == 1
    assert [one["cell"] for one in found["refused"]] == cells
    assert "AB123456C" not in json.dumps(found)
