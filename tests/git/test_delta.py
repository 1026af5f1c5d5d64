"""Texts made of others: every form in which Git says what differs, and what no difference is."""

from __future__ import annotations

import random

import pytest

from igreg.git.delta import Damaged, applied

BASE = bytes(range(256)) * 800
"""204,800 bytes, so that places and lengths need up to three bytes."""


def number(value: int) -> bytes:
    """A length, seven bits a byte."""
    out = []
    while value > 0x7F:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    return bytes([*out, value])


def part(first: int, count: int) -> bytes:
    """A part of the other text: bytes that are nought are left out, and so is a length of 65,536."""
    order, out = 0x80, []
    for bit, value in enumerate([*first.to_bytes(4, "little"), *(count % 0x10000).to_bytes(3, "little")]):
        if value:
            order |= 1 << bit
            out.append(value)
    return bytes([order, *out])


def new(text: bytes) -> bytes:
    """What stands in no other text."""
    return bytes([len(text)]) + text


def delta(base: bytes, result: bytes, *orders: bytes) -> bytes:
    return number(len(base)) + number(len(result)) + b"".join(orders)


@pytest.mark.parametrize(
    ("first", "count"),
    [
        (0, 1),
        (1, 255),
        (0, 256),
        (256, 300),
        (65_536, 1),
        (65_791, 512),
        (131_072, 65_536),
        (0, 65_536),
        (70_000, 65_535),
    ],
)
def test_a_part_of_the_other_text(first: int, count: int) -> None:
    result = BASE[first : first + count]
    assert applied(BASE, delta(BASE, result, part(first, count))) == result


def test_parts_that_follow_one_another_and_what_is_new() -> None:
    result = b"new" + BASE[:70_000] + b"x" * 127 + BASE[10:20] + BASE[5:9]
    orders = (new(b"new"), part(0, 65_536), part(65_536, 4_464), new(b"x" * 127), part(10, 10), part(5, 4))
    assert applied(BASE, delta(BASE, result, *orders)) == result


def test_the_same_part_from_the_beginning_twice() -> None:
    result = BASE[:4] * 2
    assert applied(BASE, delta(BASE, result, part(0, 4), part(0, 4))) == result


def test_nothing() -> None:
    assert applied(b"text", delta(b"text", b"")) == b""


@pytest.mark.parametrize("seed", range(40))
def test_by_chance(seed: int) -> None:
    chance = random.Random(seed)
    orders, result = [], b""
    for _ in range(chance.randrange(1, 60)):
        if chance.random() < 0.3:
            text = chance.randbytes(chance.randrange(1, 128))
            orders.append(new(text))
        else:
            first = chance.choice((0, 256, 65_536, chance.randrange(len(BASE) - 65_536)))
            count = chance.choice((1, 256, 65_536, chance.randrange(1, 65_536)))
            text = BASE[first : first + count]
            orders.append(part(first, count))
        result += text
    assert applied(BASE, delta(BASE, result, *orders)) == result


@pytest.mark.parametrize(
    "damaged",
    [
        b"",
        b"\x80",
        number(4),
        delta(b"other", b"a", new(b"a")),
        delta(b"text", b"ab", new(b"a")),
        delta(b"text", b"a", new(b"a")[:1]),
        delta(b"text", b"abc", b"\x05ab"),
        delta(b"text", b"tex", part(2, 3)),
        delta(b"text", b"t", part(4, 1)),
        delta(b"text", b"t", b"\x91\x00"),
        delta(b"text", b"", b"\x00"),
    ],
)
def test_what_no_difference_is(damaged: bytes) -> None:
    with pytest.raises(Damaged):
        applied(b"text", damaged)
