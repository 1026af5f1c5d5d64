"""`igreg.toml`, block by block: `settings.md` says what is accepted and which mistake is told at which line."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from igreg.check.settings import load, parse
from igreg.errors import IgregError
from igreg.findings import Severity

PAGE = Path(__file__).with_name("settings.md").read_text(encoding="utf-8")
BLOCKS = [
    pytest.param(block[1], id=f"line-{PAGE[: block.start()].count(chr(10)) + 1}")
    for block in re.finditer(r"^```toml\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
]


def marks(text: str) -> list[tuple[int, str]]:
    """The marks of a block: line and words."""
    found = []
    for number, line in enumerate(text.splitlines(), 1):
        found += [(number, words.strip()) for words in line.split("# <- ")[1:]]
    return found


def told(text: str) -> list[tuple[int, str]]:
    """What is told of a file: line and message."""
    try:
        parse("igreg.toml", text)
    except IgregError as error:
        lines = [re.fullmatch(r"igreg\.toml:(\d+):\d+: (.*)", line) for line in error.sentence.splitlines()]
        return sorted((int(found[1]), found[2]) for found in lines if found is not None)
    return []


@pytest.mark.parametrize("text", BLOCKS)
def test_what_is_told(text: str) -> None:
    wanted, found = sorted(marks(text)), told(text)
    assert [line for line, _ in found] == [line for line, _ in wanted], found
    for (_, message), (_, words) in zip(found, wanted, strict=True):
        assert message.startswith(words)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        pytest.param("  selekt = []\n", "1:3", id="indented"),
        pytest.param('x = 1\n"select" = 5\n', "2:1", id="in quotes"),
        pytest.param("[limits]\n\tbreach-notise = 1\n", "2:2", id="a tab"),
        pytest.param("severity.no-deputi = 'off'\n", "1:1", id="a dotted key: the file"),
    ],
)
def test_where_it_is_told(text: str, place: str) -> None:
    with pytest.raises(IgregError) as refused:
        parse("igreg.toml", text)
    assert f"igreg.toml:{place}: " in refused.value.sentence


def test_what_is_no_toml_is_told_in_one_line() -> None:
    with pytest.raises(IgregError, match=r"^igreg\.toml: this is not valid TOML: Invalid value") as refused:
        parse("igreg.toml", "select = [\n")
    assert "docs/configuration.md" in refused.value.hint


FILE = (
    "igreg.toml",
    'select = ["IG1"]\nignore = ["IG106", "IG2"]\nextend-select = ["IG201"]\nfail-on = "info"\n'
    '[severity]\nno-deputy = "off"\n',
)


def test_the_file_alone() -> None:
    config = load(FILE)
    assert (config.select, config.ignore, config.extend_select) == (("IG1",), ("IG106", "IG2"), ("IG201",))
    assert (config.fail_on, dict(config.severity), config.no_exceptions) == (Severity.INFO, {"no-deputy": None}, False)


def test_the_command_line_has_the_last_word() -> None:
    config = load(FILE, select=("IG2",), ignore=("IG203",), extend_select=("IG301",), fail_on="never")
    assert config.select == ("IG2",)
    assert config.ignore == ("IG203", "IG106"), "what is selected by hand is ignored by no file"
    assert config.extend_select == ("IG301", "IG201")
    assert config.fail_on is None


def test_an_unknown_severity_on_the_command_line() -> None:
    with pytest.raises(IgregError, match=r"--fail-on: .*'sometimes'"):
        load(FILE, fail_on="sometimes")
