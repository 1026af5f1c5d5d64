"""What Article 30 asks for and a record of processing does not have."""

from __future__ import annotations

import pytest

from igreg.analysis.article_30 import missing_of
from igreg.model.kinds.processing import Processing
from tests.analysis.registers import register

FULL = "purposes: [Care], subjects: [Patients], categories: [Health], retention: 8 years, security: [Locks]"


@pytest.mark.parametrize(
    ("fields", "missing"),
    [
        (f"our_role: controller, {FULL}, recipients: [ico]", ()),
        (f"our_role: controller, {FULL}, recipient_categories: [none]", ()),
        (f"our_role: controller, {FULL}", ("recipients",)),
        (f"our_role: joint-controller, {FULL}, recipient_categories: [none]", ("controllers",)),
        ("our_role: processor", ("controllers", "categories", "security")),
        ("owner: dpo", ()),
    ],
)
def test_what_is_missing(fields: str, missing: tuple[str, ...]) -> None:
    found = register(processing=f"- {{id: P, title: T, {fields}}}").of(Processing)
    assert missing_of(found[0]) == missing
