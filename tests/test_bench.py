"""The registers of the bench are sound: what is measured is not the telling of faults."""

from __future__ import annotations

import pytest

from igreg.check.config import Config
from igreg.check.engine import check
from igreg.findings import Severity
from igreg.register.read import read
from tests.pages import moment, sources


@pytest.mark.parametrize("size", ["practice", "trust"])
def test_a_register_of_the_bench_has_no_error(size: str) -> None:
    generate = pytest.importorskip("bench.generate")
    from bench.records import Sizes

    kinds = generate.generate(Sizes.practice() if size == "practice" else Sizes.trust(0.001))
    texts = {f"register/{name}": text.encode() for name, text in generate.files_of(kinds, "few").items()}
    register = read(sources(texts))
    found = check(register, moment("2026-11-24"), Config()).findings
    assert [f"{one.code} {one.record} {one.message}" for one in found if one.severity is Severity.ERROR] == []
