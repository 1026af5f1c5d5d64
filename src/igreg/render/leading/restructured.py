"""What a restructuring comes to, as text, as JSON and as a page, with the structure before and after."""

from __future__ import annotations

import datetime as dt
import difflib
import json
from base64 import b64encode
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from markupsafe import Markup, escape

from igreg.analysis.consequences import Consequence
from igreg.analysis.field_changes import FieldChange
from igreg.analysis.record_changes import RecordChange
from igreg.dataclass import dataclass
from igreg.findings import Finding
from igreg.language.characters import cells
from igreg.language.english import counted, long_day
from igreg.register.register import Register
from igreg.render.escape.terminal import folded, plain

MOST_FIELDS = 6
"""So many fields of a record are shown in text."""
_CONTEXT = 1
"""So many lines that are alike stand around those that differ."""
_TABLE = "\n\nAll roles and groups\n"
"""Where in the words of a chart the table begins that says the same once more."""


@dataclass(frozen=True)
class Report:
    """All that is said of a restructuring before it is written."""

    on: dt.date
    today: dt.date
    steps: int
    before: Register
    after: Register
    consequences: Sequence[Consequence]
    records: Sequence[RecordChange]
    new: Sequence[Finding]
    """What `check` would find on the day and does not find without the plan."""
    gone: Sequence[Finding]
    until_then: Sequence[Finding]
    """Errors that there would be today, and no more on the day: fields without days change when they are written."""
    remarks: Sequence[str]

    @property
    def counts(self) -> dict[str, int]:
        """How many records are added, gone and changed."""
        return {word: sum(one.change == word for one in self.records) for word in ("added", "gone", "changed")}


def report_json(report: Report, value: Mapping[str, Any], charts: tuple[str, str] | None) -> str:
    """Everything for machines: the comparison of the two states, `value`, and what is said of the plan beside it."""
    both = {"before": charts[0], "after": charts[1]} if charts is not None else None
    own = {"on": report.on.isoformat(), "remarks": list(report.remarks), "charts": both}
    return json.dumps({**value, **own}, ensure_ascii=False, indent=1) + "\n"


def report_text(report: Report, charts: tuple[str, str] | None, width: int) -> str:
    """The same for people, as wide as the terminal; both charts beside each other, where they differ."""
    out: list[str] = []
    for part in _lines(report):
        indent = part[: len(part) - len(part.lstrip(" "))]
        out += folded(plain(part), width, then=f"{indent}    " if indent else "")
    if charts is not None:
        out += ["", *_beside(*charts, width)]
    return "".join(f"{line}\n" for line in out)


def _lines(report: Report) -> Iterator[str]:
    counts = ", ".join(f"{number} {word}" for word, number in report.counts.items() if number)
    yield f"{counted(report.steps, 'change')} on {long_day(report.on)}; records: {counts or 'none'}"
    for head, lines in sections(report):
        yield ""
        yield f"{head}:"
        yield from (f"  {line}" for line in lines)


def sections(report: Report) -> Iterator[tuple[str, list[str]]]:
    """What there is to say, under its heads; nothing where there is nothing."""
    named = list(map(_finding, report.new))
    parts = (
        ("What comes of it", [one.text for one in report.consequences]),
        (f"What igreg check would find on {long_day(report.on)} and does not without it", named),
        (
            f"Until {long_day(report.on)}, since areas, units and lines have no days",
            list(map(_finding, report.until_then)),
        ),
        ("What it would find no more", list(map(_finding, report.gone))),
        ("To know", list(report.remarks)),
        ("Records", [_changed(report, one) for one in report.records]),
    )
    yield from ((head, lines) for head, lines in parts if lines)


def _finding(one: Finding) -> str:
    return f"{one.severity.word}: {one.rule} ({one.code}) {one.record or one.subject or one.file}: {one.message}"


def _changed(report: Report, one: RecordChange) -> str:
    register = report.after if one.change != "gone" else report.before
    title = register.title(one.record) if one.record else "the organisation"
    called = f"{one.kind}: {title} ({one.record})" if one.record and title != one.record else f"{one.kind}: {title}"
    if one.change != "changed":
        return f"{called}, {one.change}"
    shown = [_field(field) for field in one.fields[:MOST_FIELDS]]
    more = len(one.fields) - len(shown)
    return f"{called}: {'; '.join(shown)}{f'; and {more} more' if more > 0 else ''}"


def _field(one: FieldChange) -> str:
    path = ".".join(map(str, one.path))
    before, after = _value(one.before), _value(one.after)
    return f"{path} {after}" if one.before in (None, []) else f"{path} {before} → {after}"


def _value(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(map(_value, value)) or "nothing"
    if isinstance(value, dict):
        return " ".join(f"{key} {_value(one)}" for key, one in value.items())
    return "nothing" if value is None else str(value)


def _beside(before: str, after: str, width: int) -> list[str]:
    """Two texts in two columns; lines that are alike are left out, but for a few around those that differ."""
    half = max(20, (width - 3) // 2)
    left, right = ([plain(line) for line in text.partition(_TABLE)[0].split("\n")] for text in (before, after))
    rows: list[tuple[str, str, str]] = []
    matcher = difflib.SequenceMatcher(None, left, right, autojunk=False)
    for group in matcher.get_grouped_opcodes(_CONTEXT):
        if rows:
            rows.append(("...", " ", "..."))
        for tag, i1, i2, j1, j2 in group:
            sign = " " if tag == "equal" else "|"
            olds, news = left[i1:i2], right[j1:j2]
            for index in range(max(len(olds), len(news))):
                old, new = (side[index] if index < len(side) else "" for side in (olds, news))
                rows.append((old, sign, new))
    if not rows:
        return ["The structure chart is the same before and after."]
    rows = [("BEFORE", " ", "AFTER"), *rows]
    return [line for row in rows for line in _row(*row, half)]


def _row(old: str, sign: str, new: str, half: int) -> list[str]:
    olds, news = (_cut(text, half) for text in (old, new))
    out = []
    for index in range(max(len(olds), len(news))):
        one, other = (side[index] if index < len(side) else "" for side in (olds, news))
        out.append(f"{one}{' ' * (half - cells(one))} {sign} {other}".rstrip())
    return out


def _cut(text: str, width: int) -> list[str]:
    """A line in pieces that fit a column; a word that is too long is broken."""
    indent = text[: len(text) - len(text.lstrip(" "))][: width // 2]
    out = []
    for line in folded(text, width, then=f"{indent}    "):
        while cells(line) > width:
            out.append(line[:width])
            line = indent + "    " + line[width:]
        out.append(line)
    return out


_STYLE = """
:root { color-scheme: light }
body { font: 16px/1.45 system-ui, sans-serif; color: #1b1b1b; background: #fff;
  margin: 1.5rem auto; max-width: 90rem; padding: 0 1rem }
h1 { font-size: 1.5rem } h2 { font-size: 1.15rem; margin-top: 1.6rem }
.side { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(22rem, 100%), 1fr)); gap: 1rem }
figure { margin: 0; border: 1px solid #767676; padding: .5rem } img { max-width: 100%; height: auto }
figcaption { font-weight: 600 } pre { overflow: auto; white-space: pre-wrap }
@media (forced-colors: active) { body { color: CanvasText; background: Canvas } }
"""


def report_html(
    report: Report, charts: tuple[str, str], pictures: tuple[Mapping[str, bytes], Mapping[str, bytes]]
) -> str:
    """One page that needs nothing else: what comes of it, and both charts side by side, with their words below."""
    title = escape(f"Restructuring on {long_day(report.on)}")
    name = escape(plain(report.after.organisation.name or ""))
    parts = [
        Markup("<h2>{}</h2><ul>{}</ul>").format(
            plain(head), Markup("").join(Markup("<li>{}</li>").format(plain(one)) for one in lines)
        )
        for head, lines in sections(report)
    ]
    columns = [
        _column(word, text, drawn) for word, text, drawn in zip(("Before", "After"), charts, pictures, strict=True)
    ]
    return (
        '<!doctype html>\n<html lang="en">\n<head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width"><title>{title}</title><style>{_STYLE}</style></head>\n'
        f"<body><main>\n<h1>{title}</h1>\n<p>{name}. Nothing has been written.</p>\n"
        f"{''.join(parts)}\n"
        f'<h2>The structure before and after</h2>\n<div class="side">\n{"".join(columns)}</div>\n'
        "</main></body>\n</html>\n"
    )


def _column(word: str, text: str, drawn: Mapping[str, bytes]) -> str:
    images = "".join(
        Markup('<img alt="{}" src="data:image/svg+xml;base64,{}">').format(
            f"The structure chart {word.lower()}; its words stand below.", b64encode(data).decode()
        )
        for data in drawn.values()
    )
    words = Markup("<details><summary>In words</summary><pre>{}</pre></details>").format(
        "\n".join(plain(line) for line in text.split("\n"))
    )
    return f"<figure><figcaption>{word}</figcaption>{images}{words}</figure>\n"
