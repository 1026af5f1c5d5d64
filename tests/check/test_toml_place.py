"""Where a key of `igreg.toml` stands, in each of the ways in which TOML can be written."""

from __future__ import annotations

import pytest

from igreg.check.settings import parse
from igreg.check.toml_place import place
from igreg.errors import IgregError


@pytest.mark.parametrize(
    ("text", "table", "key", "expected"),
    [
        ("fail-on = 1", "", "fail-on", (1, 1)),
        ("\n  fail_on = 1", "", "fail-on", (2, 3)),
        ("[limits]\n\nacting = 1\nbreach = 2", "limits", "breach", (4, 1)),
        ("[limits]\nbreach = 2\n[severity]\nacting = 1", "severity", "acting", (4, 1)),
        ("[severity]\nbreach = 1\n[limits]\nbreach = 2", "limits", "breach", (4, 1)),
        ("a = 1\nlimits.breach = 2", "limits", "breach", (2, 1)),
        ('a = 1\n  limits . "breach" = 2', "limits", "breach", (2, 3)),
        ("[facts]\nlimits.breach = 2", "facts.limits", "breach", (2, 1)),
        ("a = 1\nlimits = { breach = 2 }", "limits", "breach", (2, 12)),
        ("limits = {acting = 1, 'breach' = 2}", "limits", "breach", (1, 23)),
        ("facts.limits = {breach = {value = 2}}", "facts.limits.breach", "value", (1, 27)),
        ("a = 1\n[facts.limits.breach]\nvalue = 2", "facts.limits", "breach", (2, 1)),
        ("a = 1\nlimits.breach.value = 2", "limits", "breach", (2, 1)),
        ("a = 1\nlimits.breaches = 2", "limits", "breach", (1, 1)),
        ("a = 1\n[limit]\nbreach = 2", "limits", "breach", (1, 1)),
    ],
)
def test_a_key_is_found(text: str, table: str, key: str, expected: tuple[int, int]) -> None:
    assert place(text.splitlines(), table, key) == expected


@pytest.mark.parametrize(
    "text",
    ["a = 1\nlimits.breach-notice = -1", "a = 1\nlimits = {breach-notice = -1}", "a = 1\n[limits]\nbreach-notice = -1"],
)
def test_a_refused_figure_is_told_where_it_stands(text: str) -> None:
    with pytest.raises(IgregError) as refused:
        parse("igreg.toml", text)
    line = next(line for line in refused.value.sentence.splitlines() if "breach-notice" in line)
    assert line.split(":")[1] == str(1 + text[: text.index("breach-notice")].count("\n"))
