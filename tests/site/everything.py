"""A register in which every field of every kind says something of its own, so that it can be looked for in what is published."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Literal, get_args, get_origin

from igreg.model.anatomy import fields_of
from igreg.model.base import Part, Record
from igreg.model.kinds import in_order, model_of
from igreg.model.marks import AreaName, Ends, Ref
from igreg.model.span import Span

TODAY = "2026-11-24"
WORDS: dict[str, dict[str, Any]] = {
    "organisation": {"nation": "england", "type": "nhs-trust", "timezone": "Europe/London", "top": "roles-1"},
    "policies": {"status": "in-force"},
    "meetings": {"status": "held"},
    "incidents": {"status": "closed"},
    "requests": {"category": "freedom-of-information", "outcome": "disclosed"},
    "flows": {"from": "roles-1", "to": ["roles-2"], "trigger": "incident"},
    "groups": {"ig_group": True, "accountable_to": "roles-1"},
    "notices": {"audience": ["public"]},
    "roles": {"accountable_to": "groups-1"},
    "units": {"parent": None},
}
"""What some fields have to be, so that the record counts."""
HIDDEN: dict[str, dict[str, Any]] = {
    "policies": {"status": "withdrawn"},
    "notices": {"published": None, "audience": ["all-staff"]},
    "meetings": {"status": "cancelled"},
    "incidents": {"status": "withdrawn"},
    "requests": {"category": "subject-access"},
    "roles": {"public_contact": None},
}
"""What makes a record one that the public sees nothing of, or nothing but what the table grants."""

HOSTILE = (
    "<script>alert(1)</script>",
    "</title></script></style><img src=x onerror=alert(1)>",
    '" onmouseover="alert(1)" autofocus tabindex="1',
    "' style='background:url(//evil.example)' x='",
    "--><svg onload=alert(1)><a xlink:href=javascript:alert(1)>a</a>",
    "<iframe srcdoc='&lt;script&gt;'></iframe><base href=//evil.example/>",
    "javascript:alert(1)",
    "{{ 7 * 7 }}{% raw %}{# #}${7*7}",
    "]]><!--<form action=//evil.example><button>ok</button>",
    "&lt;b&gt;&#60;i&#62;&amp;",
    "`;alert(1)//\\",
    "<!-- igreg: a notice goes here -->",
    "<meta http-equiv=refresh content='0;url=//evil.example'>",
    "\u202etxt.exe\u2028\u2029",
)
"""Texts that a browser would run or follow."""
ADDRESSES = (
    "javascript:alert(1)//",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:",
    "//evil.example/",
    "JaVaScRiPt://x.example/%0aalert(1)//",
    'https://x.example/" onclick="alert(1)//',
    "file:///etc/passwd#",
)
"""Addresses of which the last but one alone may become a link, as it is written."""


@dataclass
class Everything:
    """The files of the register, and what was written where."""

    files: dict[str, str] = field(default_factory=dict)
    written: list[tuple[str, str, str]] = field(default_factory=list)
    """Of each text the record's id, the path of its field, and a word that stands nowhere else."""
    figures: list[tuple[str, str, str]] = field(default_factory=list)
    """The same of days (`2001-03-05`), moments (by their day), lengths (`415 days`) and numbers (`710012`)."""
    unmarked: set[str] = field(default_factory=set)
    """Fields of few values, which can have none of their own: `risks.likelihood`."""
    hostile: bool = False
    """Whether texts and addresses are such that a browser would run something, did they stand in a page as they are."""
    turned: Callable[[str, str], bool] = lambda kind, path: False
    """Which fields of few values have another one."""
    number: int = 0
    recent: int = 0
    """How many days of this year are taken."""

    def next(self) -> int:
        self.number += 1
        return self.number


def everything(turned: Callable[[str, str], bool] = lambda kind, path: False, *, hostile: bool = False) -> Everything:
    """Two records of each kind; the second is of the kind that is not for everybody, where there is such."""
    out = Everything(turned=turned, hostile=hostile)
    for kind in in_order():
        model = model_of(kind)
        if kind == "organisation":
            out.files["organisation.yaml"] = json.dumps(_record(out, model, "organisation", WORDS[kind]))
            continue
        records = [_record(out, model, f"{kind}-1", WORDS.get(kind, {}))]
        records.append(_record(out, model, f"{kind}-2", WORDS.get(kind, {}) | HIDDEN.get(kind, {})))
        out.files[f"{kind}.yaml"] = json.dumps(records)
    return out


def _record(out: Everything, model: type[Record], id: str, words: dict[str, Any]) -> dict[str, Any]:
    found = dict(_fields(out, model, id, "", words))
    return {key: value for key, value in found.items() if value is not None}


def _fields(
    out: Everything, model: type[Part], id: str, before: str, words: dict[str, Any]
) -> Iterator[tuple[str, Any]]:
    for key, anatomy in fields_of(model).items():
        path = f"{before}{key}"
        if not before and key in words:
            yield key, words[key]
        elif key == "id":
            yield key, id if not before else f"{id}-{path.replace('.', '-')}"
        elif key == "extra":
            yield key, {"own": _text(out, id, "extra")}
        elif anatomy.parts:
            part = dict(_fields(out, anatomy.parts[0], id, f"{path}.", words))
            yield key, [part] if anatomy.many else part
        else:
            value = _value(out, model, anatomy.attribute, anatomy.marks, id, path)
            inside = [
                mark
                for one in _inside(model.model_fields[anatomy.attribute].annotation)
                for mark in getattr(one, "__metadata__", ())
            ]
            yield key, [value] * _times((*anatomy.marks, *inside)) if anatomy.many and value is not None else value


def _times(marks: tuple[Any, ...]) -> int:
    """How many a list has to hold."""
    limits = [inside for mark in marks for inside in (mark, *getattr(mark, "metadata", ()))]
    return max((getattr(one, "min_length", None) or 1 for one in limits), default=1)


def _value(out: Everything, model: type[Part], attribute: str, marks: tuple[Any, ...], id: str, path: str) -> Any:
    for mark in marks:
        if isinstance(mark, Ref):
            kinds = mark.kinds or ("policies",)
            kind = next((one for one in kinds if one != id.rpartition("-")[0]), kinds[0])
            return f"{kind}-{id[-1] if id[-1].isdigit() else 1}"
        if isinstance(mark, AreaName):
            return "security"
    annotation = model.model_fields[attribute].annotation
    inside = list(_inside(annotation))
    for one in inside:
        if get_origin(one) is Literal:
            return get_args(one)[0]
    if bool in inside:
        out.unmarked.add(f"{_kind(id)}.{path}")
        usual = (path.endswith("public") and id.endswith("-1")) or path == "two_way"
        return usual != out.turned(_kind(id), path)
    if dt.date in inside or dt.datetime in inside:
        day = _day(out, id, ends=any(isinstance(mark, Ends) for mark in marks))
        out.figures.append((id, path, day))
        return day if dt.date in inside else f"{day}T09:00"
    if Span in inside:
        length = f"{11 * out.next() + 5} days"
        out.figures.append((id, path, length))
        return length
    if int in inside or float in inside or Decimal in inside:
        return _number(out, model.model_fields[attribute].metadata, marks, id, path)
    if str in inside:
        if attribute in ("email",):
            number = out.next()
            out.written.append((id, path, f"zq{number}"))
            return f"zq{number}@example.org"
        if path.endswith("fiscal_year_starts"):
            return "04-01"
        if attribute == "currency":
            return "GBP"
        if attribute in ("path", "url"):
            word = f"zq{out.next()}"
            out.written.append((id, path, word))
            if attribute == "path":
                return f"docs/{word}.pdf"
            return f"{ADDRESSES[out.number % len(ADDRESSES)]}{word}" if out.hostile else f"https://{word}.example/"
        return _text(out, id, path)
    return None


def _text(out: Everything, id: str, path: str) -> str:
    text = f"Zq{out.next()} {path.replace('_', ' ').replace('.', ' ')}"
    text += f" {HOSTILE[out.number % len(HOSTILE)]}" if out.hostile else ""
    out.written.append((id, path, text.partition(" ")[0].casefold()))
    return text


def _kind(id: str) -> str:
    return id.rpartition("-")[0] or id


def _number(out: Everything, metadata: list[Any], marks: tuple[Any, ...], id: str, path: str) -> int | float:
    """A number that stands nowhere else, as large as the field takes; 1 where it takes only a few."""
    limits = [inside for mark in (*metadata, *marks) for inside in (mark, *getattr(mark, "metadata", ()))]
    most = min((mark.le for mark in limits if getattr(mark, "le", None) is not None), default=10**9)
    if most < 100:
        out.unmarked.add(f"{_kind(id)}.{path}")
        return 2 if out.turned(_kind(id), path) else 1
    number = out.next()
    value = 710_000 + number if most > 10**6 else 40 + number / 1000
    out.figures.append((id, path, f"{value:g}" if isinstance(value, float) else str(value)))
    return value


def _day(out: Everything, id: str, *, ends: bool) -> str:
    """A day that stands nowhere else: eleven days apart, so that a length after one is not another."""
    if ends:
        return (dt.date(2100, 1, 1) + dt.timedelta(days=11 * out.next())).isoformat()
    if id.startswith(("incidents", "requests")):
        out.recent += 1
        return (dt.date(2026, 4, 2) + dt.timedelta(days=out.recent)).isoformat()
    return (dt.date(1980, 1, 1) + dt.timedelta(days=11 * out.next())).isoformat()


def _inside(annotation: Any) -> Iterator[Any]:
    yield annotation
    if get_origin(annotation) is not Literal:
        for arg in get_args(annotation):
            yield from _inside(arg)
