"""YAML of a form: whatever a text holds, it comes back as it was."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from igreg.render.form.yaml import yaml

TEXTS = st.text(max_size=30)


@given(st.lists(TEXTS, min_size=1, max_size=4))
def test_any_text_comes_back(texts: list[str]) -> None:
    value = {"name": texts[0], "body": [{"type": "x", "attributes": {"options": texts, "required": True}}]}
    assert YAML(typ="safe").load(yaml(value)) == value
