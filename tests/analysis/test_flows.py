"""The ways of a report: each block of `flows.md` is a register, with the ways there must be."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest

from igreg.analysis.flows import incident_steps, quickest_ways
from igreg.register.read import read
from tests.pages import DEFAULT_TODAY, blocks, sources

PAGE = (Path(__file__).parent / "flows.md").read_text(encoding="utf-8")
TEXTS = re.findall(r"^```yaml\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
CASES = [pytest.param(block.files, text, id=block.heading) for block, text in zip(blocks(PAGE), TEXTS, strict=True)]


@pytest.mark.parametrize(("files", "text"), CASES)
def test_ways(files: dict[str, bytes], text: str) -> None:
    head = re.findall(r"^# (way|no way|away|out of hours): (.+)$", text, re.MULTILINE)
    steps = incident_steps(
        read(sources(files)),
        dt.date.fromisoformat(DEFAULT_TODAY),
        out_of_hours=("out of hours", "yes") in head,
        without=frozenset(value for key, value in head if key == "away"),
    )
    found = {
        end: f"{end} in {way.hours:g}: {' > '.join(['all-staff', *(step.end for step in way.steps)])}"
        for end, way in quickest_ways(steps).items()
    }
    for key, value in head:
        if key == "way":
            assert found.get(value.partition(" ")[0]) == value
        elif key == "no way":
            assert value not in found
    assert {"way", "no way"} & {key for key, _ in head}, "a block that says nothing"


def test_the_way_to_where_one_is_has_no_steps() -> None:
    assert quickest_ways({})["all-staff"].steps == ()
    assert list(quickest_ways({}, "dpo")) == ["dpo"]
