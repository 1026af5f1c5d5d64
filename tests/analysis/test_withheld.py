"""What a history does not show again: just what the rules on personal details find (ruling H50)."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from igreg.analysis.as_of import AsOf
from igreg.analysis.field_changes import plain_record
from igreg.analysis.withheld import Withheld, sentence
from igreg.check.config import Config
from igreg.check.engine import check
from igreg.register.read import read
from igreg.rules._rule import by_word, page
from tests.analysis.registers import register
from tests.pages import Block, blocks, sources

CODES = ("IG801", "IG802", "IG803", "IG811")
NOW = dt.datetime(2026, 11, 22, 12, tzinfo=dt.UTC)
MORE = Path(__file__).parents[1] / "rules"
STAFF = "- {id: j-osei, name: Joan Osei}"


def pages() -> list[object]:
    out = []
    for code in CODES:
        rule = by_word()[code]
        more = MORE / f"{rule.name.replace('-', '_')}.md"
        texts = [page(rule), *([more.read_text(encoding="utf-8")] if more.exists() else [])]
        found = [block for text in texts for block in blocks(text)]
        out += [pytest.param(code, block, id=f"{code}-{number}") for number, block in enumerate(found)]
    return out


def hidden(value: object) -> set[str]:
    """The codes of what is not shown in a value."""
    if isinstance(value, dict):
        return {code for key, one in value.items() for code in hidden(key) | hidden(one)}
    if isinstance(value, list):
        return {code for one in value for code in hidden(one)}
    return {code for code in CODES if value == f"(not shown: {code})"}


@pytest.mark.parametrize(("code", "block"), pages())
def test_a_value_is_withheld_where_the_rule_finds_something(code: str, block: Block) -> None:
    given = read(sources(block.files, block.documents))
    what = Withheld.of(AsOf(given, NOW))
    found = {one.record for one in check(given, NOW, Config(select=(code,))).findings if one.record}
    shown = {
        record.identity: hidden(what.value(record.kind, (), plain_record(record)))
        for record in given.records()
        if record.identity
    }
    assert {record for record, codes in shown.items() if code in codes} <= found
    if code != "IG801":  # it reads comments too
        assert {record for record in found if record in shown} <= {record for record, codes in shown.items() if codes}


@pytest.mark.parametrize(
    ("kind", "path", "value", "shown"),
    [
        ("policies", ("title",), "999 000 0018", "(not shown: IG801)"),
        ("policies", ("extra", "n"), 9990000018, "(not shown: IG801)"),
        ("policies", ("extra", "n"), 9990000019, 9990000019),
        ("policies", ("extra", "dob"), "1951-05-03", "(not shown: IG802)"),
        ("policies", ("in_force_from",), "1951-05-03", "1951-05-03"),
        ("staff", ("email",), "j@gmail.com", "(not shown: IG803)"),
        ("staff", ("email",), "j@example.org", "j@example.org"),
        ("bodies", ("contact",), "07700 900123", "07700 900123"),
        ("staff", ("extra", "mobile"), 7700900123, "(not shown: IG803)"),
        ("roles", ("extra", "mobile"), 447700900123, "(not shown: IG803)"),
        ("roles", ("extra", "mobile"), 770090012, 770090012),
        ("staff", ("extra", "mobile"), 8700900123, 8700900123),
        ("staff", ("hours",), 7700900123, 7700900123),
        ("bodies", ("extra", "mobile"), 7700900123, 7700900123),
        ("roles", ("public_contact",), "07700 900123", "(not shown: IG803)"),
        ("incidents", ("summary",), "Mrs Example rang", "(not shown: IG811)"),
        ("incidents", ("summary",), "Ms Osei rang", "Ms Osei rang"),
        ("incidents", ("id",), "07700900123", "07700900123"),
        ("policies", ("title",), "Mrs Example rang", "Mrs Example rang"),
        ("risks", ("controls",), ["Mrs Example", "a lock"], ["(not shown: IG811)", "a lock"]),
        ("risks", ("extra",), {"999 000 0018": True}, {"(not shown: IG801)": True}),
        ("risks", ("likelihood",), 3, 3),
        ("risks", ("review",), None, None),
        ("incidents", ("summary",), "Mrs Example, 999 000 0018", "(not shown: IG801)"),
    ],
)
def test_what_stands_in_its_place(kind: str, path: tuple[str, ...], value: object, shown: object) -> None:
    assert Withheld.of(AsOf(register(staff=STAFF), NOW)).value(kind, path, value) == shown


def test_a_title_is_withheld_in_sentences_too() -> None:
    given = register(
        staff=STAFF,
        risks="- {id: R-1, title: Letter to Mrs Example}\n- {id: R-2, title: Letter to Ms Osei}",
        policies="- {id: P-1, title: Of Mrs Example}",
        assets="- {id: A-1, name: 999 000 0018}",
    )
    labels = Withheld.of(AsOf(given, NOW)).labels(given.records())
    assert labels == {"Letter to Mrs Example": "(not shown: IG811)", "999 000 0018": "(not shown: IG801)"}
    assert sentence("nobody answers for Letter to Mrs Example", labels) == "nobody answers for (not shown: IG811)"
    assert sentence("Letter to Ms Osei, 9990000018 and JA 12 34 56 C", labels) == (
        "Letter to Ms Osei, (not shown: IG801) and (not shown: IG801)"
    )


def test_a_made_up_key_is_withheld() -> None:
    assert Withheld().path(("extra", "999 000 0018", 3, "x")) == ("extra", "(not shown: IG801)", 3, "x")
