"""`igreg facts`: rows by a word, by nation, or not looked at for long; own rows stand among them with their source."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from igreg.facts.in_force import Facts
from tests.conftest import Ran

Igreg = Callable[..., Ran]
OWN = """
[facts.limits.training-share]
value = 90
source = "Contract with the ICB, schedule 6"
checked = 2026-11-01

[facts.conflicts.dpo-records-manager]
pair = ["dpo", "records-manager"]
severity = "warning"
why = "the officer would judge their own schedule"
source = "Policy on the DPO"

[limits]
minutes = "10 days"
"""


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing here finds the sample register."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "own.toml").write_text(OWN, encoding="utf-8")


def listed(igreg: Igreg, *words: str) -> list[dict[str, Any]]:
    ran = igreg("facts", *words, "--format", "json")
    assert ran.code == 0, ran.err
    return list(json.loads(ran.out))


def test_every_row_is_listed(igreg: Igreg) -> None:
    rows = listed(igreg)
    assert [row["id"] for row in rows] == [row.id for row in Facts().rows()]
    assert set(rows[0]) == {
        *("id", "says", "source", "url", "checked", "edition", "nation", "in_force_from", "until"),
        *("confidence", "first_hand", "own", "out_of_date"),
    }


@pytest.mark.parametrize(
    ("word", "wanted"),
    [
        pytest.param("limits.breach-notice", {"limits.breach-notice"}, id="an id"),
        pytest.param("article 38(6), and the guide", {"conflicts.dpo-siro"}, id="a word of a source, in any case"),
        pytest.param("how long before a MEETING", {"limits.agenda"}, id="a word of what it says"),
    ],
)
def test_rows_with_a_word(igreg: Igreg, word: str, wanted: set[str]) -> None:
    assert {row["id"] for row in listed(igreg, word)} == wanted


def test_a_row_of_one_nation(igreg: Igreg) -> None:
    assert {row["id"] for row in listed(igreg, "foi-lead")} >= {"bases.foi-lead", "bases.foi-lead-scotland"}
    found = {row["id"] for row in listed(igreg, "bases.", "--nation", "scotland")}
    assert "bases.foi-lead-scotland" in found
    assert "bases.foi-lead" not in found
    assert "bases.caldicott-guardian" not in found


@pytest.mark.parametrize("span", [("12 months",), ("12", "months")], ids=["one word", "two words"])
@pytest.mark.parametrize(("day", "is_there"), [("2027-11-01", False), ("2027-11-02", True)])
def test_rows_not_looked_at_for_so_long(igreg: Igreg, span: tuple[str, ...], day: str, *, is_there: bool) -> None:
    rows = listed(igreg, "--stale", *span, "--today", day, "--config", "own.toml")
    looks = [row["checked"] for row in rows]
    assert looks == sorted(looks, key=lambda look: look or "")
    assert None in looks
    assert ("limits.training-share" in {row["id"] for row in rows}) is is_there


def test_own_rows_stand_in_place_or_at_the_end(igreg: Igreg) -> None:
    rows = {row["id"]: row for row in listed(igreg, "--config", "own.toml")}
    own = {id: row["source"] for id, row in rows.items() if row["own"]}
    assert own == {
        "limits.training-share": "Contract with the ICB, schedule 6",
        "limits.minutes": "igreg.toml, [limits]",
        "conflicts.dpo-records-manager": "Policy on the DPO",
    }
    share = rows["limits.training-share"]
    assert share["says"].endswith(": 90 percent")
    assert (share["checked"], share["edition"], share["out_of_date"]) == ("2026-11-01", None, None)
    assert rows["limits.minutes"]["says"].endswith(": 10 days")


def test_own_rows_are_shown_where_they_are_used(igreg: Igreg) -> None:
    assert "Contract with the ICB, schedule 6; **yours" in igreg("explain", "IG403", "--config", "own.toml").out
    assert "Policy on the DPO" in igreg("rules", "--for", "gp-practice", "--config", "own.toml").out
    assert "90 % of staff" in igreg("rules", "--for", "gp-practice", "--config", "own.toml").out


def test_an_own_row_takes_effect_and_the_finding_names_its_source(igreg: Igreg, tmp_path: Path) -> None:
    folder = tmp_path / "register"
    folder.mkdir()
    (tmp_path / "igreg.toml").write_text(OWN, encoding="utf-8")
    files = {
        "organisation": "name: E\ntype: other\n",
        "staff": "- {id: p, name: Ann}\n- {id: q, name: Ben}\n",
        "roles": "- {id: dpo, title: DPO, function: dpo, holders: [{staff: p}]}\n"
        "- {id: rm, title: RM, function: records-manager, holders: [{staff: p}]}\n",
        "courses": "- {id: c, title: C}\n",
        "training-plans": "- {id: t, title: T, audience: [all-staff], courses: [{course: c}]}\n",
    }
    for name, text in files.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    ran = igreg("check", folder, "--select", "IG206,IG403", "--today", "2026-11-24", "--format", "json")
    found = {one["code"]: one for one in json.loads(ran.out)["findings"]}
    assert "their own schedule (Policy on the DPO)" in found["IG206"]["message"]
    assert found["IG206"]["severity"] == "warning"
    assert "the target is 90 %" in found["IG403"]["message"]
    assert found["IG403"]["help"].endswith(
        "; your own rule is limits.training-share: Contract with the ICB, schedule 6"
    )


def test_own_needs_of_a_type_are_told_with_their_own_source(igreg: Igreg, tmp_path: Path) -> None:
    own = '[facts.functions.care-provider]\nneeds = {siro = "required"}\nsource = "Scheme of the group, 3"\n'
    found = _found(igreg, tmp_path, own, "IG202", "type: care-provider")
    assert [(one["subject"], one["severity"]) for one in found] == [("siro", "error")]
    assert "(Scheme of the group, 3)" in found[0]["message"]


@pytest.mark.parametrize(("nation", "count"), [("wales", 1), ("england", 0)])
def test_an_own_row_of_another_nation_is_not_applied(igreg: Igreg, tmp_path: Path, nation: str, count: int) -> None:
    own = f'[facts.limits.breach-notice]\nvalue = 24\nsource = "Scheme"\nnation = "{nation}"\n'
    more = "- {id: i, title: I, aware: 2026-11-23T11:59}\n"
    found = _found(igreg, tmp_path, own, "IG601", "type: other\nnation: wales", incidents=more)
    assert len(found) == count


def test_a_clock_of_an_own_figure_says_whose_it_is(igreg: Igreg, tmp_path: Path) -> None:
    own = '[facts.limits.breach-notice]\nvalue = 24\nsource = "Contract, schedule 6"\n'
    more = "- {id: i, title: I, aware: 2026-11-23T11:59}\n"
    _found(igreg, tmp_path, own, "IG601", "type: other", incidents=more)
    ran = igreg("due", tmp_path / "register", "--now", "2026-11-24T12:00", "--format", "json")
    (detail,) = [item["detail"] for item in json.loads(ran.out)["items"] if item["what"] == "breach-clock"]
    assert detail.endswith("24 hours end 2026-11-24 11:59; your own rule is limits.breach-notice: Contract, schedule 6")


@pytest.mark.parametrize(
    ("figure", "value", "records"),
    [
        ("subject-request", '"2 weeks"', "requests: - {id: q, title: Q, category: subject-access, received: 2026-11-20}"),
        ("information-request", "10", "requests: - {id: q, title: Q, category: freedom-of-information, received: 2026-11-20}"),
        ("complaint-acknowledged", '"1 week"', "requests: - {id: q, title: Q, category: complaint, received: 2026-11-20}"),
        ("told-back", '"1 month"', "engagements: - {id: e, title: E, date: 2026-11-01, with: [carers]}"),
    ],
)  # fmt: skip
def test_what_is_due_by_an_own_figure_says_so(
    igreg: Igreg, tmp_path: Path, figure: str, value: str, records: str
) -> None:
    kind, _, text = records.partition(": ")
    own = f'[facts.limits.{figure}]\nvalue = {value}\nsource = "Promise to the public"\n'
    _found(igreg, tmp_path, own, "IG601", "type: other", **{kind: text + "\n"})
    ran = igreg("due", tmp_path / "register", "--now", "2026-11-24T12:00", "--format", "json")
    (detail,) = [item["detail"] for item in json.loads(ran.out)["items"] if item["record"] in ("q", "e")]
    assert detail.endswith(f"; your own rule is limits.{figure}: Promise to the public")


TWO_OWN = (
    '[facts.limits.subject-request]\nvalue = "2 weeks"\nsource = "Promise"\n'
    '[facts.limits.information-request]\nvalue = 5\nsource = "Scheme"\n'
    '[facts.limits.training-share]\nvalue = 90\nsource = "Board"\n'
)
ASKED = "- {{id: q, title: Q, category: {}, received: 2026-11-02{}}}\n"
TRAINED = {
    "staff": "- {id: p, name: Ann}\n",
    "training-plans": "- {id: t, title: T, audience: [all-staff], courses: [{course: c}]}\n",
}


@pytest.mark.parametrize(
    ("rule", "files", "ends"),
    [
        ("IG620", {"requests": ASKED.format("erasure", "")}, "limits.subject-request: Promise"),
        ("IG620", {"requests": ASKED.format("freedom-of-information", "")}, "limits.information-request: Scheme"),
        ("IG621", {"requests": ASKED.format("erasure", ", responded: 2026-11-23")}, "limits.subject-request: Promise"),
        (
            "IG622",
            {"requests": ASKED.format("environmental", ", extended: {months: 1, told: 2026-11-20, reason: R}")},
            "limits.information-request: Scheme",
        ),
        ("IG403", TRAINED | {"courses": "- {id: c, title: C}\n"}, "limits.training-share: Board"),
        ("IG403", TRAINED | {"courses": "- {id: c, title: C, target: 80}\n"}, "add the records that are missing"),
        ("IG213", {"roles": "- {id: r, title: R, function: dpo}\n"}, "the lender's entry may stand there"),
    ],
)
def test_a_finding_names_those_own_rows_that_decided_it(
    igreg: Igreg, tmp_path: Path, rule: str, files: dict[str, str], ends: str
) -> None:
    more = '[facts.lists.guardian-registers]\nadd = ["england=our list"]\nsource = "Letter"\n'
    (found,) = _found(igreg, tmp_path, TWO_OWN + more, rule, "type: other", **files)
    assert found["help"].endswith(ends), found["help"]


def test_shares_and_the_drill_name_the_own_figures_they_are_held_against(igreg: Igreg, tmp_path: Path) -> None:
    hours = '[facts.limits.breach-notice]\nvalue = 24\nsource = "Contract"\n'
    files = TRAINED | {"courses": "- {id: c, title: C}\n", "roles": "- {id: r, title: R, function: dpo}\n"}
    _found(igreg, tmp_path, TWO_OWN + hours, "IG403", "type: other", **files)
    ran = igreg("due", tmp_path / "register", "--kind", "training", "--today", "2026-11-24", columns=200)
    assert "not reached; your own rule is limits.training-share: Board" in ran.out
    words = ("chart", "--drill", "incident", tmp_path / "register", "--format", "text", "--out", "-")
    assert "24 hours: your own rule is limits.breach-notice: Contract" in igreg(*words).out


def test_an_own_notice_is_known_by_its_id(igreg: Igreg, tmp_path: Path) -> None:
    own = '[facts.notices.insurer]\nduty = "insurer"\nto = "insurer"\nname = "The insurer"\nsays = "we tell our insurer"\n'
    own += 'within = "at once"\nhow = "ring"\nmust = true\nsource = "Policy 77"\n'
    (found,) = _found(
        igreg, tmp_path, own, "IG617", "type: other", incidents="- {id: i, title: I, aware: 2026-11-23T11:59}\n"
    )
    assert found["help"].endswith("first add it to bodies.yaml with `id: insurer`")


@pytest.mark.parametrize(
    ("own", "why"),
    [
        (
            "[facts.limits.breach-notice]\nvalue = 24\n",
            "feasible; 24 hours: your own rule is limits.breach-notice: Contract",
        ),
        ("[facts.notices.regulator-england]\nhours = 24\n", "72 hours of becoming aware where feasible"),
    ],
)
def test_the_desk_counts_by_own_hours_and_says_so(igreg: Igreg, tmp_path: Path, own: str, why: str) -> None:
    more = "- {id: i, title: I, aware: 2026-11-24T11:00}\n"
    _found(igreg, tmp_path, f'{own}source = "Contract"\n', "IG601", "type: other", incidents=more)
    ran = igreg("breach", "i", tmp_path / "register", "--now", "2026-11-24T12:00", "--format", "json")
    first = json.loads(ran.out)["recipients"][0]
    assert (first["due"][:16], first["hours"]) == ("2026-11-25T11:00", 23)
    assert first["why"].endswith(why)


def _found(igreg: Igreg, folder: Path, own: str, rule: str, said: str, **files: str) -> list[dict[str, Any]]:
    (folder / "igreg.toml").write_text(own, encoding="utf-8")
    (folder / "register").mkdir()
    for name, text in {"organisation": f"name: E\n{said}\n", **files}.items():
        (folder / "register" / f"{name}.yaml").write_text(text, encoding="utf-8")
    ran = igreg("check", folder / "register", "--select", rule, "--now", "2026-11-24T12:00", "--format", "json")
    return list(json.loads(ran.out)["findings"])


def test_quietly(igreg: Igreg) -> None:
    assert not igreg("facts", "limits.agenda", "-q").out.splitlines()[-1].endswith("row")


def test_csv_and_markdown(igreg: Igreg) -> None:
    rows = list(csv.DictReader(io.StringIO(igreg("facts", "--format", "csv").out.removeprefix("\ufeff"))))
    assert len(rows) == len(Facts().rows())
    assert {row["own"] for row in rows} == {"false"}
    lines = igreg("facts", "limits.agenda", "--format", "markdown").out.splitlines()
    assert len(lines) == 3
    assert lines[2].startswith("| `limits.agenda` | ")


@pytest.mark.parametrize(
    ("words", "sentence", "hint"),
    [
        pytest.param(("xyzzy",), "no row of the facts has 'xyzzy' in it", "`igreg facts` lists", id="no row"),
        pytest.param(("limits.agend",), "", "", id="a part is enough"),
        pytest.param(
            ("limits.agneda",), "no row of the facts has", "did you mean 'limits.agenda'?", id="a row that is near"
        ),
        pytest.param(
            ("--nation", "walse"), "--nation: there is no nation 'walse'", "did you mean 'wales'?", id="nation"
        ),
        pytest.param(("--stale", "long"), "--stale: 'long' is not a whole number", "for example", id="span"),
        pytest.param(("--format", "cvs"), "--format: there is no format 'cvs'", "did you mean 'csv'?", id="format"),
        pytest.param(("--today", "soon"), "--today: 'soon' is not", "for example", id="day"),
    ],
)
def test_mistakes(igreg: Igreg, words: tuple[str, ...], sentence: str, hint: str) -> None:
    ran = igreg("facts", *words)
    if not sentence:
        assert ran.code == 0
        return
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"igreg: {sentence}")
    assert hint in ran.err


def test_till_the_day_of_an_own_row_igregs_is_shown_beside_it(igreg: Igreg, tmp_path: Path) -> None:
    row = '[facts.limits.breach-notice]\nvalue = 24\nsource = "Policy 4"\nin-force-from = 2026-11-25\n'
    (tmp_path / "own.toml").write_text(row, encoding="utf-8")
    shown = {}
    for day in ("2026-11-24", "2026-11-25"):
        words = ("breach-notice", "--config", "own.toml", "--today", day)
        rows = json.loads(igreg("facts", *words, "--format", "json").out)
        shown[day] = [row["source"] == "Policy 4" for row in rows if row["id"] == "limits.breach-notice"]
    assert shown == {"2026-11-24": [False, True], "2026-11-25": [True]}


@pytest.mark.parametrize(("day", "is_used"), [("2000-01-01", True), ("8999-01-01", False)])
def test_a_rule_is_explained_by_the_row_that_is_used(igreg: Igreg, tmp_path: Path, day: str, is_used: bool) -> None:
    row = f'[facts.limits.breach-notice]\nvalue = 24\nsource = "Policy 4"\nin-force-from = {day}\n'
    (tmp_path / "own.toml").write_text(row, encoding="utf-8")
    assert ("Policy 4" in igreg("explain", "IG601", "--config", "own.toml").out) is is_used
