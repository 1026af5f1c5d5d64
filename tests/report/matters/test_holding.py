"""What is held and where it goes, in the sentences of a board's paper, each against a small register."""

from __future__ import annotations

import pytest

from igreg.report.matters.holding import holding, sentences
from tests.analysis.registers import register
from tests.report.quarter import asked

ROLES = "# file: organisation.yaml\n{name: A, type: nhs-trust}\n# file: roles.yaml\n- {id: own, title: Owner}\n"
"""The day is 29 November 2026, and the time that is told of July to September."""


def _said(text: str) -> tuple[str, ...]:
    return sentences(holding(asked(register(f"{ROLES}{text}"))))


def test_what_is_not_recorded_is_no_assurance() -> None:
    assert _said("") == ("No information asset is recorded.", "No impact assessment is recorded.")


@pytest.mark.parametrize(
    ("last", "told"),
    [
        ("2025-11-29", "2 information assets, none overdue to be looked at again by their owners."),
        ("2025-11-28", "2 information assets, 1 overdue to be looked at again by their owners (Rota)."),
    ],
)
def test_assets_that_their_owners_should_have_looked_at(last: str, told: str) -> None:
    text = "# file: assets.yaml\n- {id: a, name: Rota, owner: own, review: {every: 1 year, last: %s}}\n- {id: b, name: Plans, owner: own}\n"
    assert told in _said(text % last)


def test_impact_assessments_of_the_time_and_before() -> None:
    text = """# file: dpias.yaml
- {id: one, title: Cameras, owner: own, decision: proceed, residual: high, approved_on: 2026-07-01}
- {id: two, title: Apps, owner: own, decision: proceed, residual: low, approved_on: 2026-06-30}
- {id: three, title: Robots, owner: own}
- {id: four, title: Signed, owner: own, approved_on: 2026-09-01}
"""
    assert _said(text)[1:] == (
        "1 impact assessment approved in this time, 1 in the time before; 2 not decided (Robots and Signed); a high risk stays "
        "after 1 of 4 (Cameras).",
    )


def test_agreements_at_the_edges_of_their_days() -> None:
    line = "- {{id: s{0}, title: With {0}, partners: [x{0}], owner: own, signed: 2025-01-01, expires: {1}}}\n"
    days = ((1, "2026-11-28"), (2, "2026-11-29"), (3, "2027-02-28"), (4, "2027-03-01"))
    bodies = "# file: bodies.yaml\n" + "".join(f"- {{id: x{n}, name: X{n}}}\n" for n, _ in days)
    text = bodies + "# file: sharing-agreements.yaml\n" + "".join(line.format(*one) for one in days)
    (_, _, told) = _said(text)
    assert told == "4 sharing agreements, 1 past the end (With 1), 2 to end within 3 months (With 2 and With 3)."


@pytest.mark.parametrize(("checked", "told"), [("2026-11-01", 0), ("2025-11-01", 1)])
def test_who_has_our_data_and_was_not_looked_at(checked: str, told: int) -> None:
    text = f"""# file: bodies.yaml
- {{id: soft, name: Softco, category: supplier, dspt: {{status: Standards met, checked: {checked}}}}}
# file: processing.yaml
- {{id: p, title: Care, owner: own, our_role: controller, processors: [soft]}}
"""
    assert (
        sum(
            one.startswith("1 body (Softco) has personal data of ours, and that it is safe there was not looked up")
            for one in _said(text)
        )
        == told
    )
    other = ROLES.replace("type: nhs-trust", "type: nhs-trust, nation: wales") + text
    assert holding(asked(register(other))).unchecked is None


def test_questions_to_the_guardian() -> None:
    line = "- {{id: d{0}, title: Q{0}, category: {1}, asked: 2026-04-01, by: own{2}}}\n"
    rows = (
        (1, "caldicott", ", decided: 2026-09-30"),
        (2, "caldicott", ", decided: 2026-06-30"),
        (3, "caldicott", ", decided: 2026-10-01"),
        (4, "caldicott", ""),
        (5, "other", ", decided: 2026-09-30"),
    )
    told = _said("# file: decisions.yaml\n" + "".join(line.format(*one) for one in rows))
    assert told[-1] == "1 Caldicott question was decided in this time, 1 in the time before, 1 not decided yet."


def test_none_is_said_in_words() -> None:
    line = "- {{id: d{0}, title: Q{0}, category: caldicott, asked: 2026-04-01, by: own}}\n"
    assert _said(
        "# file: decisions.yaml\n" + line.format(1) + "# file: dpias.yaml\n- {id: r, title: Robots, owner: own}\n"
    )[1:] == (
        "No impact assessment was approved in this time, none in the time before; 1 not decided (Robots).",
        "No Caldicott question was decided in this time, none in the time before, 1 not decided yet.",
    )
