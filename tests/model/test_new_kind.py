"""A kind is two files and no edit elsewhere: one is added to a copy of igreg, and every test of kinds holds for it."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

MODEL = '''"""Complaints about how information was handled."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from igreg.model.base import Record
from igreg.model.marks import Ends, Needed, Owner, Starts
from igreg.model.shared import Action, Review, RoleRef
from igreg.model.values import Day, Id, Text, empty


class Complaint(Record):
    """A complaint, who answers for it and what is done about it."""

    kind: ClassVar[str] = "complaints"
    order: ClassVar[int] = 155
    one: ClassVar[str] = "a complaint"
    many: ClassVar[str] = "complaints"
    void: ClassVar[frozenset[str]] = frozenset({"withdrawn"})

    id: Annotated[Id | None, Needed()] = Field(description="Unique in the whole register.")
    title: Annotated[Text | None, Needed()] = Field(description="What people call it.")
    owner: Annotated[RoleRef | None, Needed(), Owner()] = Field(description="The role that answers for it.")
    start: Annotated[Day | None, Starts()] = Field(None, description="The day it came in.")
    end: Annotated[Day | None, Ends()] = Field(None, description="The last day for an answer.")
    status: Literal["open", "withdrawn"] = Field("open", description="Where it stands.")
    actions: list[Action] = Field(default_factory=empty, description="What is to be done.")
    review: Review | None = Field(None, description="When someone looks at the record again.")
'''
PAGE = """# complaints

A complaint about how information was handled.

## Example

```yaml
# file: complaints.yaml
- id: CMP-1
  title: Letters to the old address
  owner: dpo
  start: 2026-10-01
  end: 2026-12-31
  actions:
    - {id: CMP-1-A1, what: Answer the letter, owner: dpo, due: 2026-11-01}
  review: {every: 6 months, last: 2026-10-15, by: dpo, outcome: unchanged}
```

## Notes

* Never the name of whoever complains.
"""


@pytest.mark.thorough
@pytest.mark.no_cover
def test_a_kind_is_two_files(tmp_path: Path) -> None:
    for folder in ("src", "tests", "tools", "bench"):
        shutil.copytree(ROOT / folder, tmp_path / folder)  # and what is compiled of it, which is much quicker
    kinds = tmp_path / "src/igreg/model/kinds"
    (kinds / "complaints.py").write_text(MODEL, encoding="utf-8")
    (kinds / "complaints.md").write_text(PAGE, encoding="utf-8")
    words = ("-m", "pytest", "-vv", "-p", "no:cacheprovider", "-c", ROOT / "pyproject.toml", "--rootdir", tmp_path)
    ran = subprocess.run(
        [sys.executable, *map(str, words), "tests/model/test_kinds.py", "-k", "complaints or found_by_their_folder"],
        cwd=tmp_path,
        env=without_coverage() | {"PYTHONPATH": os.pathsep.join(map(str, (tmp_path / "src", tmp_path)))},
        capture_output=True,
        text=True,
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
    held = set(re.findall(r"::(test_\w+)\[complaints(?:-[a-z-]+)?\] PASSED", ran.stdout))
    assert held == HOLD


def without_coverage() -> dict[str, str]:
    """Our own environment, but the copy is not measured: its files would count as files of igreg that nothing runs."""
    return {name: value for name, value in os.environ.items() if not name.startswith(("COVERAGE_", "COV_CORE_"))}


HOLD = {
    "test_a_sample_is_right",
    "test_an_end_before_its_start_is_found",
    "test_an_unknown_id_is_found_wherever_it_stands",
    "test_its_action_can_be_done_is_overdue_and_is_there_once",
    "test_its_end_comes_up",
    "test_its_ids_are_offered",
    "test_its_page_says_what_it_is_and_its_example_is_right",
    "test_its_review_comes_up",
    "test_show_says_what_it_points_to_and_what_points_to_it",
    "test_statistics_the_list_and_leaving_name_one_owner",
    "test_the_reference_page_and_the_bench_have_it",
    "test_what_has_happened_may_not_lie_ahead",
    "test_what_it_asks_for_is_there_and_need_not_be",
    "test_what_it_says_of_its_status_are_words_that_may_stand_there",
}
"""What holds for a kind with owner, start, end, review and actions."""
