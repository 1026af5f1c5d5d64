"""The names that a template may use, with what stands behind each: read from the dataclasses of the report."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from decimal import Decimal
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints, is_typeddict

from markupsafe import Markup

from igreg.language.english import listed
from igreg.render.report import ready
from igreg.render.report.template import shipped
from igreg.render.report.template.shipped import ENDINGS, FOLDER, PAGE, called
from igreg.render.report.template.text import BODY
from igreg.render.report.template.values import BLOCK, spoken
from igreg.report.paper import Paper

_WORDS: dict[Any, str] = {
    str: "text",
    int: "whole number",
    float: "number",
    Decimal: "number",
    bool: "yes or no",
    dt.date: "day",
    dt.datetime: "day with its time",
    NoneType: "nothing",
    Markup: "drawing",
}
_INDENT = "  "


def names_text(name: str, values: type) -> str:
    """Every name, a line each, those in it below; for whoever writes a template of the report."""
    rows = [
        (BODY, "the report as it is without a template, in the format of the template"),
        *_record(values, 0, ()),
        ("paper", f"the parts and blocks that {BODY} is made of"),
        *_record(Paper, 1, ()),
        *_of_pages(),
    ]
    longest = max(len(left) for left, _ in rows)
    lines = (f"{left:<{longest}}  {right}".rstrip() for left, right in rows)
    parts = "".join(f"Parts of {FOLDER}{called(PAGE, format)}: {listed(shipped.parts(format))}\n" for format in ENDINGS)
    return f"Names for a template of the report {name}:\n\n" + "\n".join(lines) + f"\n\n{parts}"


def _of_pages() -> Iterator[tuple[str, str]]:
    """The names that stand in a page and in Markdown alone: what igreg's own templates are made of."""
    yield "page", "in a page and in Markdown: what stands above the parts, each on one line"
    yield from _record(ready.Page, 1, ())
    yield "parts", "in a page and in Markdown: list, each with what it shows made ready"
    yield from _record(ready.Part, 1, ())
    shown = listed(shipped.macros("html", {}))
    yield "blocks", f"macros that show a part, or a block by its name, as {{{{ blocks.table(block) }}}}: {shown}"
    yield "igreg", "the same, whatever your own blocks take the place of"
    yield "style", "in a page: its style"


def _record(type_: Any, depth: int, above: tuple[Any, ...]) -> Iterator[tuple[str, str]]:
    hints = get_type_hints(type_)
    names = [one for one in hints if one != BLOCK] if is_typeddict(type_) else [field.name for field in fields(type_)]
    for one in names:
        yield from _line(one, hints[one], depth, (*above, type_))
    for name in spoken(type_):
        yield f"{_INDENT * depth}{name}", "text"


def _line(name: str, hint: Any, depth: int, above: tuple[Any, ...]) -> Iterator[tuple[str, str]]:
    words, records = _said(hint)
    yield f"{_INDENT * depth}{name}", words
    for record in records:
        if record in above:
            continue
        if len(records) > 1:
            yield f"{_INDENT * (depth + 1)}where {BLOCK} is {record.__name__.lower()!r}:", ""
        yield from _record(record, depth + (2 if len(records) > 1 else 1), above)


def _said(hint: Any) -> tuple[str, tuple[Any, ...]]:
    """What stands behind a name, in words, and the records in it."""
    if _is_record(hint):
        return "", (hint,)
    origin, given = get_origin(hint), get_args(hint)
    if origin is Literal:
        return f"text: {listed(map(str, given), 'or')}", ()
    if origin in (Union, UnionType):
        return _one_of(given)
    if origin is tuple and given and given[-1] is not Ellipsis:
        return f"list of {len(given)}: {', '.join(_said(one)[0] for one in given)}", ()
    if origin in (tuple, list, frozenset, set):
        words, records = _said(given[0])
        return (f"list, in each:{f' {words}' if words else ''}" if records else f"list of: {words}"), records
    if origin in (dict, Mapping):
        words, records = _said(given[1])
        return f"by name: {words}".strip(), records
    return _WORDS.get(hint, "value"), ()


def _is_record(hint: Any) -> bool:
    return is_dataclass(hint) or is_typeddict(hint)


def _one_of(given: tuple[Any, ...]) -> tuple[str, tuple[Any, ...]]:
    """One of several sorts; records first, and what may be missing says so."""
    records = tuple(one for one in given if _is_record(one))
    words = list(dict.fromkeys(_said(one)[0] for one in given if one not in records))
    if records and words == ["nothing"]:
        return "or nothing", records
    return listed(words, "or") if words else "", records
