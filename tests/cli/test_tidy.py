"""igreg tidy: exceptions that silence nothing go, seen first; nothing is called tidy that could not be seen."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from igreg.cli import console
from tests.conftest import Ran, Write

Igreg = Callable[..., Ran]
DAY = ("--today", "2026-11-24")
KEPT = "- {id: EX-1, rule: no-deputy, record: dpo, reason: r, approved_by: siro, until: 2026-11-24}\n"
GONE = "- {id: EX-2, rule: no-deputy, record: ig-lead, reason: r, approved_by: siro, until: 2026-11-24}\n"
OVER = "- {id: EX-3, rule: no-deputy, record: ig-lead, reason: r, approved_by: siro, until: 2026-11-23}\n"
HELD = "holders: [{staff: a, from: 2020-01-01}"
FILES = {
    "organisation.yaml": "name: X\ntype: other\n",
    "staff.yaml": "- {id: a, name: A}\n- {id: b, name: B}\n",
    "roles.yaml": f"- {{id: dpo, title: D, function: dpo, {HELD}]}}\n"
    f"- {{id: siro, title: S}}\n- {{id: ig-lead, title: I, function: ig-lead, {HELD}, {{staff: b, from: 2020-01-01, as: deputy}}]}}\n",
    "exceptions.yaml": KEPT + GONE + OVER,
}


def test_what_silences_nothing_is_taken_out(igreg: Igreg, write: Write) -> None:
    folder = write(FILES)
    seen = igreg("tidy", "--diff", "--register", folder, *DAY)
    assert (seen.code, f"-{GONE}" in seen.out) == (0, True), seen.err
    assert (folder / "exceptions.yaml").read_text(encoding="utf-8") == KEPT + GONE + OVER
    ran = igreg("tidy", "--yes", "--register", folder, *DAY)
    assert ran.out == "Tidy: 1 exception that silences nothing any more: EX-2\n", ran.err
    assert (folder / "exceptions.yaml").read_text(encoding="utf-8") == KEPT + OVER
    again = igreg("tidy", "--yes", "--register", folder, *DAY)
    assert (again.code, "nothing to tidy" in again.err) == (0, True)


def test_it_asks_first(igreg: Igreg, write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = write(FILES)
    assert igreg("tidy", "--register", folder, *DAY).code == 2
    monkeypatch.setattr(console, "can_ask", lambda: True)
    for answer, code, text in (("n", 2, KEPT + GONE + OVER), (None, 2, KEPT + GONE + OVER), ("y", 0, KEPT + OVER)):
        monkeypatch.setattr(console, "ask", lambda prompt, words=(), answer=answer: answer)
        assert igreg("tidy", "--register", folder, *DAY).code == code
        assert (folder / "exceptions.yaml").read_text(encoding="utf-8") == text


def test_a_rule_that_is_switched_off_is_judged_all_the_same(igreg: Igreg, write: Write) -> None:
    folder = write(FILES)
    (folder.parent / "igreg.toml").write_text('ignore = ["no-deputy", "IG902"]\n', encoding="utf-8")
    ran = igreg("tidy", "--yes", "--register", folder, *DAY)
    assert (ran.code, (folder / "exceptions.yaml").read_text(encoding="utf-8")) == (0, KEPT + OVER), ran.err


def test_nothing_is_taken_out_while_a_file_cannot_be_read(igreg: Igreg, write: Write) -> None:
    folder = write(FILES | {"units.yaml": "- id: [\n"})
    ran = igreg("tidy", "--yes", "--register", folder, *DAY)
    assert (ran.code, "register/units.yaml could not be read in full" in ran.err) == (2, True)
    assert (folder / "exceptions.yaml").read_text(encoding="utf-8") == KEPT + GONE + OVER


def test_a_slip_stays_and_is_told(igreg: Igreg, write: Write) -> None:
    folder = write(FILES | {"exceptions.yaml": GONE.replace("ig-lead", "ig-laed")})
    ran = igreg("tidy", "--yes", "--register", folder, *DAY)
    assert (ran.code, "EX-2 stays: no record is called 'ig-laed'; was 'ig-lead' meant?" in ran.err) == (0, True)
