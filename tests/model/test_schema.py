"""JSON Schemas: valid themselves, true to the sample registers, and as strict as the models where it matters."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from igreg.model.kinds import KINDS
from igreg.model.schema import schema
from igreg.register.file_names import kind_in_name
from igreg.source.reading.document import decode, parse

ROOT = Path(__file__).parents[2]
FILES = sorted(path for path in (ROOT / "register").rglob("*.y*ml") if not path.name.startswith(("_", ".")))


@cache
def validator(kind: str) -> Draft202012Validator:
    """What holds records against the schema of their kind; it is made once for all tests."""
    return Draft202012Validator(schema(kind))


@pytest.mark.no_cover
@pytest.mark.parametrize("kind", KINDS)
def test_schema_is_a_schema(kind: str) -> None:
    Draft202012Validator.check_schema(schema(kind))


@pytest.mark.parametrize("path", FILES, ids=[path.relative_to(ROOT).as_posix() for path in FILES])
def test_sample_register_fits(path: Path) -> None:
    place = kind_in_name(path.relative_to(ROOT / "register").as_posix())
    assert place is not None
    assert place.kind is not None
    text, _ = decode(path.name, path.read_bytes())
    document = parse(path.name, text or "")
    value = (document.value or [None])[0] if document.single else document.value
    errors = [error.message for error in validator(place.kind).iter_errors(value)]
    assert errors == []


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        pytest.param("policies", {"id": "a", "title": "x"}, id="no owner"),
        pytest.param("policies", {"id": "a b", "title": "x", "owner": "o"}, id="no id"),
        pytest.param("policies", {"id": "a", "title": "x", "owner": "o", "colour": "blue"}, id="unknown field"),
        pytest.param("risks", [{"id": "a", "title": "x", "owner": "o", "likelihood": 6}], id="out of range"),
        pytest.param("flows", {"id": "a", "title": "x", "from": "y", "to": []}, id="empty list"),
        pytest.param("organisation", [{"name": "x", "type": "other"}], id="a list of organisations"),
        pytest.param("organisation", {"name": "x", "type": "shop"}, id="no such type"),
    ],
)
def test_faults_do_not_fit(kind: str, value: object) -> None:
    assert list(validator(kind).iter_errors(value))


@pytest.mark.parametrize(
    "value",
    [
        pytest.param({"id": 2024, "title": True, "owner": "o", "version": 1.1}, id="plain scalars in text"),
        pytest.param({"id": "a", "title": "x", "owner": "o", "review": None, "areas": None}, id="empty fields"),
        pytest.param([], id="empty list"),
        pytest.param(None, id="empty file"),
    ],
)
def test_what_the_format_allows_fits(value: object) -> None:
    assert list(validator("policies").iter_errors(value)) == []
