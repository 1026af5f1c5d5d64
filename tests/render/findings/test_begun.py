"""A new register can be read: what is said of several areas alike is said once, and its first check has a line a rule."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

from tests.conftest import Ran, Write

Igreg = Callable[..., Ran]
DAY = ("--today", "2026-11-25")


def new(igreg: Igreg, folder: Path) -> Path:
    assert igreg("init", folder, "--type", "care-provider", "--name", "Rosewood", *DAY).code == 0
    return folder / "register"


def test_the_first_check_has_one_line_a_rule_under_what_to_do(igreg: Igreg, tmp_path: Path) -> None:
    register = new(igreg, tmp_path)
    ran = igreg("check", register, *DAY, columns=200)
    assert ran.code == 0
    found = json.loads(igreg("check", register, *DAY, "--format", "json").out)["findings"]
    for rule in {one["rule"] for one in found}:
        assert len(re.findall(rf"^   \w+ {rule} \(IG", ran.out, re.MULTILINE)) == 1, rule
    steps = re.findall(r"^\d\. .*", ran.out, re.MULTILINE)
    assert steps[:3] == [
        "1. Say who holds each post: staff.yaml, roles.yaml",
        "2. Say who you are: organisation.yaml, bodies.yaml",
        "3. Have the policies approved: policies.yaml",
    ]
    assert "   warning area-not-audited (IG501): 6 areas\n" in ran.out
    assert "   warning vacant-role (IG203): owner, ig-lead, caldicott-guardian, dpo and registered-manager\n" in ran.out
    assert "excepted until 2027-02-25: area-without-lead (6 areas); missing-function (ig-lead)" in ran.out
    assert " | " not in ran.out
    assert len(ran.out.splitlines()) <= 45
    assert ran.out.splitlines()[-2].endswith("read, as on 2026-11-25.")


def test_every_place_is_shown_on_request_and_none_is_a_comment(igreg: Igreg, tmp_path: Path) -> None:
    out = igreg("check", new(igreg, tmp_path), *DAY, "-v").out
    assert re.findall(r"^ +\d+ \| +#.*", out, re.MULTILINE) == []
    assert "register/organisation.yaml:1:1: warning area-not-audited (IG501): 6 areas\n" in out
    assert "areas: [caldicott, confidentiality, data-protection, governance, risk, security]`" in out
    assert out.count("area-not-audited") == 1


def test_only_results_are_said_with_q(igreg: Igreg, tmp_path: Path) -> None:
    out = igreg("check", new(igreg, tmp_path), *DAY, "-q").out
    assert out.startswith("1. Say who holds each post")
    assert "excepted" not in out
    assert "records in" not in out


def test_an_error_is_told_in_full_above_the_lines(igreg: Igreg, tmp_path: Path) -> None:
    register = new(igreg, tmp_path)
    staff = register / "staff.yaml"
    staff.write_text("- {id: j-smith, nme: Jo Smith}\n", encoding="utf-8")
    ran = igreg("check", register, *DAY)
    assert ran.code == 1
    assert ran.out.startswith("register/staff.yaml:1:")
    assert "1 | - {id: j-smith, nme: Jo Smith}" in ran.out
    assert "\n1. Say who holds each post" in ran.out


def test_once_they_are_approved_it_is_shown_as_every_register_is(igreg: Igreg, tmp_path: Path) -> None:
    register = new(igreg, tmp_path)
    path = register / "exceptions.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("notes: still to be approved", "approved_on: 2026-11-25"), encoding="utf-8")
    assert igreg("check", register, *DAY).out == igreg("check", register, *DAY, "-v").out


def test_two_are_told_one_by_one_and_so_are_those_that_differ(write: Write, igreg: Igreg) -> None:
    audit = "- {id: AUD-1, title: Spot check, lead: top, areas: [AREAS], performed: 2026-10-01, result: fine, category: audit}\n"
    files = {
        "organisation.yaml": "# who we are\nname: Rosewood\ntype: other\n",
        "roles.yaml": "- {id: top, title: Head, function: ig-lead}\n",
    }
    four = audit.replace("AREAS", "governance, caldicott, risk, security")
    folder = write(files | {"audits.yaml": four})
    out = igreg("check", folder, *DAY, "--select", "IG501").out
    assert out.count("warning area-not-audited") == 2
    assert "# who we are" not in out
    three = audit.replace("AREAS", "governance, caldicott, risk")
    write(files | {"audits.yaml": three})
    out = igreg("check", folder, *DAY, "--select", "IG501").out
    assert "area-not-audited (IG501): 3 areas\n" in out
    assert "no audit about confidentiality, data protection and security in the last 12 months" in out
    assert "3 warnings; " in out
