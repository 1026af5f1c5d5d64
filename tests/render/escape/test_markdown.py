"""Text of a register in Markdown: shown as it is, never a link, a heading or a new cell."""

from __future__ import annotations

import pytest

from igreg.render.escape.markdown import code, md


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain words", "plain words"),
        ("**bold** _it_ `x`", "\\*\\*bold\\*\\* \\_it\\_ \\`x\\`"),
        ("[a](b)", "\\[a\\]\\(b\\)"),
        ("# head", "\\# head"),
        ("- item", "\\- item"),
        ("a | b", "a \\| b"),
        ("<img src=x>", "\\<img src=x\\>"),
        ("a\nb", "a\\\\nb"),
        ("https://x.example", "https:\u200b//x.example"),
        ("www.x.example", "www\u200b.x.example"),
        ("@team", "\\@\u200bteam"),
        ("a@b.example", "a\\@\u200bb.example"),
        ("at @ home", "at \\@ home"),
        ("trust/register#12", "trust/register\\#\u200b12"),
        ("!12", "\\!\u200b12"),
        ("GH-12", "GH\\-\u200b12"),
        ("1. first", "1\\. first"),
        ("Version 1.2", "Version 1.2"),
    ],
)
def test_md(text: str, shown: str) -> None:
    assert md(text) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("IG205", "`IG205`"),
        ("a`b", "``a`b``"),
        ("`a``b", "``` `a``b ```"),
        ("b`", "`` b` ``"),
        ("a|b", "`a\\|b`"),
        ("", "``"),
    ],
)
def test_code(text: str, shown: str) -> None:
    assert code(text) == shown
