"""Every format of check, read back by a real reader or held against its schema, hostile text included."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from junitparser import JUnitXml
from markdown_it import MarkdownIt
from pydantic_sarif.model import StaticAnalysisResultsFormatSarifVersion210JsonSchema as Sarif

from igreg.render.findings.formats import FORMATS
from tests.conftest import Ran, Write

Igreg = Callable[..., Ran]

HOSTILE = {
    "rich": "[red]x[/red] [link=http://a]y[/link]",
    "html": "<b>bold</b> & <script>alert(1)</script>",
    "quotes": 'it\'s "quoted" `code` \\N \\x1b ]]>',
    "escape": "\x1b[31mred\x1b[0m\x07",
    "right to left": "\u202eevil\u202c \u05e9\u05dc\u05d5\u05dd",
    "emoji": "\U0001f469\u200d\u2695\ufe0f \U0001f600",
    "markdown": "| a | [x](javascript:alert(1)) ![i](x) # h **b**",
    "github": "100%::error::x,y:z\r\n::error::more",
    "xml": "a\ufffeb\u0001c",
    "formula": '=HYPERLINK("http://x")',
    "formula of an old spreadsheet": "@SUM(1+1)",
    "formula that adds": "+1+cmd|' /C calc'!A1",
}


def register(write: Write, title: str) -> Path:
    record = {"id": "POL-001", "title": title, "owner": "nobody", "areas": [title], "extra": {"x": title}}
    roles = [{"id": "ig-lead", "title": title, "function": "ig-lead"}]
    exception = {"id": "EX-1", "rule": "IG203", "record": "ig-lead", "reason": title, "approved_by": "ig-lead"}
    return write(
        {
            "organisation.yaml": json.dumps({"name": title, "type": "other"}),
            "policies/POL-001.yaml": json.dumps(record),
            "roles.yaml": json.dumps(roles),
            "exceptions.yaml": json.dumps([exception | {"until": "2026-12-01"}]),
        }
    )


@pytest.mark.parametrize("title", HOSTILE.values(), ids=HOSTILE)
@pytest.mark.parametrize("format", FORMATS)
def test_hostile_text_is_text(write: Write, igreg: Igreg, format: str, title: str) -> None:
    ran = igreg("check", register(write, title), "--today", "2026-11-22", "--format", format)
    assert ran.code == 1
    if format in ("text", "concise", "markdown"):
        assert not any((ord(c) < 32 and c != "\n") or 0x7F <= ord(c) < 0xA0 for c in ran.out)
        assert "\u202e" not in ran.out
    READERS[format](ran.out, title)


def read_json(out: str, title: str) -> None:
    data = json.loads(out)
    assert {f["title"] for f in data["findings"]} >= {title.strip()}
    assert data["silenced"] == [
        {"rule": "vacant-role", "record": "ig-lead", "exception": "EX-1", "until": "2026-12-01"}
    ]


def read_jsonl(out: str, title: str) -> None:
    found = [json.loads(line) for line in out.split("\n") if line]
    assert {f["title"] for f in found} >= {title.strip()}


def read_sarif(out: str, title: str) -> None:
    plain = json.loads(out)
    for result in plain["runs"][0]["results"]:
        for suppression in result.get("suppressions", ()):
            # The published schema calls this `status`; the reader was made from a draft that had no such word.
            assert suppression.pop("status") == "accepted"
    data = Sarif.model_validate(plain)
    run = data.runs[0]
    assert run.results
    rules = run.tool.driver.rules
    assert rules
    for result in run.results:
        assert rules[result.ruleIndex].id == result.ruleId
        assert rules[result.ruleIndex].help
        assert result.partialFingerprints
    prints = [json.dumps(result.partialFingerprints) for result in run.results]
    assert len(set(prints)) == len(prints)
    silenced = [result for result in run.results if result.suppressions]
    assert [result.ruleId for result in silenced] == ["IG203"]


def read_gitlab(out: str, title: str) -> None:
    data = json.loads(out)
    for entry in data:
        assert set(entry) == {"description", "check_name", "fingerprint", "severity", "location"}
        assert entry["severity"] in {"info", "minor", "major", "critical", "blocker"}
        assert entry["location"]["lines"]["begin"] >= 1
    assert len({entry["fingerprint"] for entry in data}) == len(data)


def read_junit(out: str, title: str) -> None:
    suites = JUnitXml.fromstring(out.encode())
    assert suites.tests == sum(suite.tests for suite in suites) == sum(len(list(suite)) for suite in suites)
    assert suites.failures == sum(suite.failures for suite in suites) > 0
    assert suites.skipped == 1


def read_github(out: str, title: str) -> None:
    lines = out.split("\n")
    assert lines.pop() == ""
    assert all(line.startswith(("::error file=", "::warning file=", "::notice file=")) for line in lines)
    worst_first = ("::error", "::warning", "::notice")
    assert [line.split(" ")[0] for line in lines] == sorted(
        (line.split(" ")[0] for line in lines), key=worst_first.index
    )


def read_markdown(out: str, title: str) -> None:
    tokens = MarkdownIt("commonmark").enable("table").parse(out)
    inline = [child for token in tokens for child in token.children or []]
    assert not [child for child in inline if child.type in ("link_open", "image", "html_inline")]
    assert not [token for token in tokens if token.type == "html_block"]
    rows = [token for token in tokens if token.type == "tr_open"]
    cells = [token for token in tokens if token.type in ("td_open", "th_open")]
    assert rows
    assert len(cells) == 5 * len(rows)


def read_text(out: str, title: str) -> None:
    assert "unknown-reference (IG106)" in out


READERS: dict[str, Callable[[str, str], None]] = {
    "text": read_text,
    "concise": read_text,
    "json": read_json,
    "jsonl": read_jsonl,
    "github": read_github,
    "gitlab": read_gitlab,
    "sarif": read_sarif,
    "junit": read_junit,
    "markdown": read_markdown,
}


def test_every_format_has_a_reader() -> None:
    assert set(READERS) == set(FORMATS)
