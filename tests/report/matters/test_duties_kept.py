"""What the law or a contract sets a day for, in the sentences of a board's paper."""

from __future__ import annotations

import pytest

from igreg.report.matters.overview import overview
from igreg.report.matters.statements import statements
from igreg.rules.audits import assessment_overdue
from tests.analysis.registers import register
from tests.report.quarter import asked

ROLES = "# file: roles.yaml\n- {id: boss, title: Manager}\n# file: assessments.yaml\n"
ANSWERS = ", ".join(
    f"{{item: ndg-{n}, answer: true, by: boss, on: 2026-10-01, documents: [{{url: 'https://x.example/d'}}]}}"
    for n in range(1, 11)
)
COMPLETE = "- {id: R, title: Ten, framework: %s, owner: boss, due: %s, answers: [" + ANSWERS + "]}\n"


@pytest.mark.parametrize(
    ("framework", "due", "overdue", "said"),
    [
        ("ndg-standards", "2026-11-28", 1, "alert: Ten was due on 28 November 2026 and is not published; “All ten"),
        ("ndg-standards", "2026-11-29", 0, "assure: Ten: “All ten standards met” is reached."),
        ("of-nobody", "2026-11-28", 1, "alert: Ten was due on 28 November 2026 and is not published; what is reached"),
        ("of-nobody", "2026-11-29", 0, "alert: Ten: what is reached is not known."),
    ],
)
def test_nobody_is_assured_of_a_return_that_check_calls_overdue(
    framework: str, due: str, overdue: int, said: str
) -> None:
    question = asked(register(ROLES + COMPLETE % (framework, due)))
    (one,) = (one for one in statements(overview(question)) if one.text.startswith("Ten"))
    assert f"{one.level}: {one.text}".startswith(said)
    assert len(list(assessment_overdue.check.check(question.context))) == overdue
