"""Contacts: what is plainly an address or a number leads to it; nothing else becomes a link, and no word is lost."""

from __future__ import annotations

import pytest

from igreg.language.reach import Reached, reached

HOME = "dpo@strand.example"


def links(text: str) -> list[tuple[str, str]]:
    found = reached(text)
    assert "".join(one if isinstance(one, str) else one.text for one in found) == text
    return [(one.text, one.address) for one in found if isinstance(one, Reached)]


@pytest.mark.parametrize(
    ("text", "address"),
    [
        (HOME, f"mailto:{HOME}"),
        (f"{HOME}, or ask at the desk", f"mailto:{HOME}"),
        (f"Write to {HOME}.", f"mailto:{HOME}"),
        (f"<{HOME}>", f"mailto:{HOME}"),
        (f"E-mail:{HOME};", f"mailto:{HOME}"),
        ("a.b-c_d+ig@x-y.z.example", "mailto:a.b-c_d+ig@x-y.z.example"),
        ("IG@Trust.NHS.example", "mailto:IG@Trust.NHS.example"),
        ("01632 960101", "tel:01632960101"),
        ("0300 123 4567, 9 to 5", "tel:03001234567"),
        ("(01632) 960101", ""),
        ("+44 (0)1632 960101", "tel:+441632960101"),
        ("+44 1632-960-101.", "tel:+441632960101"),
        ("+353 1 676 0000", "tel:+35316760000"),
    ],
)
def test_what_is_plainly_an_address_or_a_number_is_a_link(text: str, address: str) -> None:
    assert [to for _, to in links(text)] == ([address] if address else [])


def test_several_in_one_text_are_several_links() -> None:
    assert links(f"Ring 01632 960101 or write to {HOME}, foi@strand.example") == [
        ("01632 960101", "tel:01632960101"),
        (HOME, f"mailto:{HOME}"),
        ("foi@strand.example", "mailto:foi@strand.example"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Write to the Caldicott Guardian at the home",
        "javascript:alert(1)@x",
        "mailto:?body=x",
        "dpo@localhost",
        "dpo@strand..example",
        ".dpo@strand.example",
        "d..po@strand.example",
        "dpo.@strand.example",
        "dpo@-strand.example",
        "dpo@strand.example@evil.example",
        "https://evil.example@strand.example?x",
        "'dpo@strand.example'",
        "dpо@strand.example",
        "dpo@strаnd.example",
        "dpo@strand.example%0acc:a@b.example%0a",
        '"a b"@strand.example',
        "dpo@strand.example" + "é",
        "reference 0123456789012345678",
        "2026-11-24 09:30",
        "999 or 111",
        "٠١٦٣٢ ٩٦٠١٠١",
        "ORG-01632960101",
        "01632960101x",
    ],
)
def test_what_is_not_stays_words(text: str) -> None:
    assert links(text) == []


@pytest.mark.parametrize("text", [f"{HOME}?cc=all@evil.example&body=x", f"{HOME}\r\nBcc: x", f'{HOME}" onclick="x'])
def test_nothing_behind_an_address_gets_into_its_link(text: str) -> None:
    assert links(text)[0] == (HOME, f"mailto:{HOME}")
    assert all(set(to) <= set("abcdefghijklmnopqrstuvwxyz.@:") for _, to in links(text))


@pytest.mark.parametrize(
    "text", ["a" * 50_000, "a." * 25_000, "a@" * 25_000, f"a@{'a.' * 25_000}", "0 " * 25_000, "+1" * 9_000]
)
def test_a_long_text_is_looked_through_in_one_go(text: str) -> None:
    """A search that tried again from every sign would take hours here, so the test would never end."""
    assert links(text) == []
