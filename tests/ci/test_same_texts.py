"""Hypothesis gives a test the same texts in each run, whatever a worker loaded before it."""

from __future__ import annotations

import importlib

import pytest
from hypothesis import find
from hypothesis import strategies as st


def test_no_text_is_drawn_from_the_modules_loaded() -> None:
    providers = pytest.importorskip("hypothesis.internal.conjecture.providers", reason="an older Hypothesis")
    if not hasattr(providers, "_get_local_constants"):
        pytest.skip("this Hypothesis does not look into modules")
    for module in ("igreg.forms.text", "igreg.source.slips.characters", "igreg.register.lookup"):
        importlib.import_module(module)
    find(st.text(), lambda text: len(text) > 2)  # what Hypothesis looks up, it has looked up now
    local = providers._get_local_constants()
    assert [*local.strings, *local.integers, *local.floats, *local.bytes] == []
