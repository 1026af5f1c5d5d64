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
        ("@team", "\\@team"),
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
