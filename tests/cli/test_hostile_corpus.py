"""The worst of the hostile corpus, in every run of the tests; `make hostile` runs all of it, with every command."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parents[2]
WORST = (
    *("wide: 50000 block keys in roles", "wide: 1000000 block items in roles", "wide: 1000000 flow items in training"),
    *("wide: 50000 small records in brackets in roles", "wide: 50000 block keys in extra"),
    *("deep: 1000 block mappings", "deep: 100000 block lists", "deep: 100000 flow lists"),
    *("faulty: 3000 with many", "anchors: 50000 of aliases in", "numbers: a million digits in roles"),
    *("long: 5000000 of plain", "documents: 300000 starts", "folders: 400 deep", "folders: a pipe"),
)


@pytest.mark.thorough
@pytest.mark.no_cover
@pytest.mark.skipif(os.name == "nt", reason="processes of Unix")
def test_the_worst_of_the_corpus() -> None:
    """Ten seconds and not two, because other programs may run; the memory and all else as in the whole corpus."""
    command = [sys.executable, "-m", "bench.hostile", "--check", "--seconds", "10", *WORST]
    unmeasured = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE_")}
    done = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, check=False, env=unmeasured)
    assert done.returncode == 0, done.stdout + done.stderr
    assert " 0 failed" in done.stdout
