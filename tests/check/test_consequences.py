"""What follows from a broken file is counted under it, for people; machines have it all."""

from __future__ import annotations

import json
from collections.abc import Callable

from igreg.check.config import Config
from igreg.check.consequences import with_causes
from igreg.check.engine import check
from igreg.register.read import read
from tests.conftest import Ran
from tests.pages import moment, sources

FILES = {
    "organisation.yaml": "name: X\ntype: other\n",
    "roles.yaml": "- id: a\n  title: A: B\n  areas: [risk, governance]\n  holders: [{staff: p, from: 2020-01-01}]\n",
    "staff.yaml": "- {id: p, name: Pat}\n",
    "units.yaml": "- {id: u, name: U, colour: red}\n",
}


def test_what_goes_once_the_file_is_put_right_follows_from_it() -> None:
    register = read(sources({f"register/{name}": text.encode() for name, text in FILES.items()}))
    now, settings = moment("2026-11-22"), Config(select=("IG001", "IG101", "IG201"))
    result = with_causes(check(register, now, settings), register, now, settings)
    ((cause, gone),) = result.follow
    assert (cause.file, cause.line) == ("register/roles.yaml", 2)
    assert [one.subject for one in gone] == ["governance", "risk"]
    assert [one.code for one in result.findings].count("IG201") == 6


def test_the_cause_is_told_first(write: Callable[..., object], igreg: Callable[..., Ran]) -> None:
    folder = write(FILES)
    words = ("check", folder, "--today", "2026-11-22", "--select", "IG001,IG101,IG201")
    told = igreg(*words).out
    assert told.startswith("register/roles.yaml:2:")
    assert "    2 more follow from this file: they go once it is put right\n" in told
    assert told.count("area-without-lead") == 4
    assert "8 errors" in told
    found = json.loads(igreg(*words, "--format", "json").out)["findings"]
    assert len(found) == 8


def test_a_file_that_nobody_can_put_right_has_no_consequences() -> None:
    register = read(
        sources({"register/organisation.yaml": b"name: X\ntype: other\n", "register/roles.yaml": b"{{{{{{"})
    )
    now = moment("2026-11-22")
    result = check(register, now, Config(select=("IG0", "IG2")))
    assert with_causes(result, register, now, Config(select=("IG0", "IG2"))).follow == ()
