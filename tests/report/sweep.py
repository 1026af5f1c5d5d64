"""A register with a hostile text in every field that takes a text, of every kind, made from what the models say."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from functools import cache
from typing import Any

from igreg.model.anatomy import fields_of
from igreg.model.base import Part, Record
from igreg.model.leaf import leaf
from igreg.model.span import Span
from igreg.register.read import read
from igreg.register.register import Register
from tests.analysis.registers import register
from tests.pages import sources
from tests.report.sweep_records import RECORDS

LONGEST = 5000
"""The letters of the longest word."""
HOSTILE = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '"><a href="javascript:alert(1)" onmouseover=x>y</a>',
    "a | b || c",
    "# heading",
    "`code` *bold* _it_ ~~gone~~ [link](javascript:alert(1)) ![x](https://evil.example/x.png)",
    "{{ 7*7 }}{% raw %}{# x #}",
    "#eval(7*7) $x$ @ref <label> \\ *b* //c",
    '=HYPERLINK("https://evil.example","x")',
    "+1+1",
    "-1+1",
    "@SUM(A1)",
    "\tTabbed",
    "first\nsecond\n\n- third\n\n| a |\n| --- |",
    "</td></tr></table></style></svg>",
    "\u202ereversed\u202c \u2066x\u2069",
    "&lt;b&gt; &amp; ]]> <![CDATA[x]]>",
    "https://evil.example/ www.evil.example mailto:x@evil.example @someone #1",
    "\x1b[31mred\x07\x9b",
    "\U0001f98a e\u0301\u0302\u0303 \u05e9\u05dc",
    "w" * LONGEST,
    'a,b;"c"\td',
    "1. one",
    "%n %s {0} ${x} \\input{x}",
)
"""Each is obeyed by something: a page, Markdown, a template, typst, a spreadsheet, a terminal."""

KEPT = frozenset(
    {"rule", "framework", "item", "currency", "year", "path", "edition", "email", "fiscal_year_starts", "timezone"}
)
"""Fields whose text is looked up or reckoned with: another would have the record left out, and nothing would be shown."""


LEVELS = 3
"""A skill has a text for each of its levels."""


@cache
def spoilt(turn: int | None = 0) -> Register:
    """The register: text number n is the n-th hostile one with a token beside it, `q17q`; without a turn, the token alone."""
    found = register(RECORDS)
    assert not found.unread
    numbers = iter(range(1_000_000))
    files = {
        f"register/{kind}.yaml": _flow([_filled(one, numbers, turn) for one in records])
        for kind, records in _by_kind(found).items()
    }
    files["register/training-records.yaml"] = RECORDS.partition("# file: training-records.yaml")[2].partition(
        "# file:"
    )[0]
    files["register/organisation.yaml"] = _flow(_filled(found.organisation, numbers, turn))
    return read(sources({name: text.encode() for name, text in files.items()}))


def _by_kind(found: Register) -> dict[str, list[Record]]:
    out: dict[str, list[Record]] = {}
    for record in found.records():
        if record.kind != "organisation":
            out.setdefault(record.kind, []).append(record)
    return out


def _filled(part: Part, numbers: Iterator[int], turn: int | None, prefix: tuple[str, ...] = ()) -> dict[str, Any]:
    """A record, or a part of one, as plain data, with a text wherever its model takes one."""
    root = prefix or (type(part),)
    model: Any = root[0]
    out: dict[str, Any] = {}
    for key, field in fields_of(type(part)).items():
        value = getattr(part, field.attribute, None)
        found = leaf(model, ".".join((*root[1:], key)))
        if field.parts:
            inner = [one for one in (value if isinstance(value, list) else [value]) if isinstance(one, Part)]
            made = [_filled(one, numbers, turn, (*root, key)) for one in inner]
            if value and not inner:
                out[key] = value
                continue
            made = made or [_filled(field.parts[0].model_construct(), numbers, turn, (*root, key))]
            if any(made):
                out[key] = made if field.many else made[0]
        elif found.sort == "text" and key not in KEPT and key != "id":
            many = LEVELS if key == "levels" else max(len(value or ()) if field.many else 1, 1)
            texts = [_text(next(numbers), turn) for _ in range(many)]
            out[key] = texts if field.many else texts[0]
        elif value not in (None, [], {}):
            out[key] = value
    return out


def _text(number: int, turn: int | None) -> str:
    token = f"q{number}q"
    return token if turn is None else f"{HOSTILE[(number + turn) % len(HOSTILE)]} {token}"


def _flow(value: Any) -> str:
    """Plain data as YAML on one line."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{json.dumps(key)}: {_flow(one)}" for key, one in value.items()) + "}"
    if isinstance(value, Span):
        return json.dumps(str(value))
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(_flow, value)) + "]"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dt.datetime):
        return value.isoformat(timespec="minutes")
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, str):
        return json.dumps(value)
    return str(value)
