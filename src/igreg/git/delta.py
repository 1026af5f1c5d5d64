"""A text as what another one has and what is new in it: the form in which Git keeps the versions of a file."""

from __future__ import annotations

_BLOCK = 0x10000
"""What a part without a length takes over."""


class Damaged(Exception):
    """This is no difference, or none from this text."""


def applied(base: bytes, delta: bytes) -> bytes:
    """The text that a difference makes of another. Raises Damaged where it was not made from that."""
    try:
        return _applied(base, delta)
    except IndexError:
        raise Damaged("it ends too early") from None


def _applied(base: bytes, delta: bytes) -> bytes:
    length, at = _length(delta, 0)
    if length != len(base):
        raise Damaged("it is of another text")
    length, at = _length(delta, at)
    old, end, start, stop = memoryview(base), len(delta), 0, 0
    from_bytes = int.from_bytes
    parts: list[bytes | memoryview] = []
    while at < end:
        order = delta[at]
        if order & 0x80:  # the next bytes say which part of the other text stands here
            after, bits = _FORMS[order]
            if bits >= 0:
                value = from_bytes(delta[at + 1 : at + after], "little")
                first, count, at = value & (1 << bits) - 1, value >> bits or _BLOCK, at + after
            else:
                first, count, at = _part(delta, order, at + 1)
            if first + count > len(base):
                raise Damaged("it names what is not there")
            if first == stop and stop:  # most parts go on where the last one ended
                stop += count
                continue
            if stop:
                parts.append(old[start:stop])
            start, stop = first, first + count
        elif order and at + order < end:
            if stop:
                parts.append(old[start:stop])
                start = stop = 0
            parts.append(delta[at + 1 : at + 1 + order])
            at += 1 + order
        else:
            raise Damaged("it ends too early")
    if stop:
        parts.append(old[start:stop])
    made = b"".join(parts)
    if len(made) != length:
        raise Damaged("it makes another text than it says")
    return made


def _length(delta: bytes, at: int) -> tuple[int, int]:
    """A number, seven bits a byte, the lowest first; and where what follows it begins."""
    value = shift = 0
    while True:
        byte = delta[at]
        at += 1
        value |= (byte & 0x7F) << shift
        shift += 7
        if not byte & 0x80:
            return value, at


def _part(delta: bytes, order: int, at: int) -> tuple[int, int, int]:
    """Where a part begins, how long it is, and where the next order begins; bytes that are nought are left out."""
    first = count = 0
    if order & 0x01:
        first, at = delta[at], at + 1
    if order & 0x02:
        first, at = first | delta[at] << 8, at + 1
    if order & 0x04:
        first, at = first | delta[at] << 16, at + 1
    if order & 0x08:
        first, at = first | delta[at] << 24, at + 1
    if order & 0x10:
        count, at = delta[at], at + 1
    if order & 0x20:
        count, at = count | delta[at] << 8, at + 1
    if order & 0x40:
        count, at = count | delta[at] << 16, at + 1
    return first, count or _BLOCK, at


def _form(order: int) -> tuple[int, int]:
    """How long an order of a part is, and how many bits say where it begins; -1 where bytes between are left out."""
    first, count = order & 0x0F, order >> 4 & 0x07
    is_plain = first & (first + 1) == 0 and count & (count + 1) == 0
    return 1 + first.bit_count() + count.bit_count(), 8 * first.bit_count() if is_plain else -1


_FORMS = tuple(_form(order) for order in range(256))
