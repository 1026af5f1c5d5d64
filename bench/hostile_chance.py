"""Hostile registers by chance: the sample register with bytes, lines and values altered, soups of signs, odd fields of
every kind. Each is made from its number, so a case that failed can be made again."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from functools import cache, partial
from pathlib import Path

from bench.hostile_cases import Case, Files

SAMPLE = Path(__file__).parent.parent / "register"
_VALUE = re.compile(r"(?<=: )[^\s\[{|>#][^\n,}\]#]*")
_ODD = (
    *("~", "yes", "-1", "0", "9" * 400, "1e400", ".nan", "-.inf", "0x" + "f" * 300, "2026-02-30", "0001-01-01", "9999-12-31"),
    *("9999-12-31T23:59:59-14:00", "0001-01-01T00:00:00+14:00", "2026-11-24T24:00:00Z", "0 days", "-3 months"),
    *("999999999 years", "1.5 days", "[]", "{}", "[[]]", "[~, ~]", "{a: {b: [c]}}", "''", "' '", '"\\0"', '"\\x1b[2J"'),
    *('"\\uFEFF"', '"\\uD800"', '"\\U0001F468\\u200D\\u2695\\uFE0F"', '"\\u202Ea\\u202C"', "'\u0130I\u0131i\u00df'"),
    *('"a\\u0300\\u0301' + "\\u0302" * 500 + '"', "'" + "\ufdfa" * 2000 + "'", "\u0661\u0662", "n\u200bull", "!!float x"),
    *("&a x", "*a", "<<", "| \n  x", "x" * 100_000, "[" + "x, " * 3000 + "x]", "[" * 60 + "]" * 60, "staff", "siro", "board"),
    *("2026-11-24", "2026-11-25", "12:00", "1:2:3", "09:30-10:30", "100%", "-0", "+1", "0o17", "1_000", "?x", ":x", "%x", "`x`"),
)  # fmt: skip
_SIGNS = (
    *("- ", ": ", "? ", "[", "]", "{", "}", ",", "\n", "\n  ", "\n    ", "'", '"', "#", " #", "&a ", "*a", "!x ", "|\n", ">-\n"),
    *("---\n", "...\n", "%YAML 1.2\n", "\t", "\r", "\r\n", "id: ", "title: ", "a", "r", "1", "2026-01-01", "\u2028", "\ufeff", "\x00"),
)  # fmt: skip


def cases_by_chance(count: int) -> Iterator[Case]:
    """So many cases of each sort that chance decides, then one of every field of every kind with every sort of value."""
    ways: dict[str, Callable[[random.Random], Files]] = {
        "bytes": _bytes, "lines": _lines, "values": _values, "several values": _many_values, "files": _files,
        "signs": _soup, "noise": _noise,
    }  # fmt: skip
    for told, make in ways.items():
        for number in range(count):
            yield Case(f"chance: {told} {number}", partial(_made, make, f"{told} {number}"))
    yield from _fields()


def _made(make: Callable[[random.Random], Files], seed: str) -> Files:
    return make(random.Random(seed))


@cache
def _sample() -> dict[str, bytes]:
    return {path.relative_to(SAMPLE).as_posix(): path.read_bytes() for path in sorted(SAMPLE.rglob("*.yaml"))}


def _one(chance: random.Random, alter: Callable[[bytes], bytes]) -> Files:
    """The sample register with one file altered."""
    name = chance.choice(list(_sample()))
    return {**_sample(), name: alter(_sample()[name])}


def _bytes(chance: random.Random) -> Files:
    """Some bytes put in, taken away or turned into others."""

    def alter(data: bytes) -> bytes:
        out = bytearray(data)
        for _ in range(chance.choice((1, 1, 2, 5, 30))):
            at = chance.randrange(len(out))
            new = bytes([chance.choice((chance.randrange(256), *b"-:[]{}'\"#&*!|>%@`\n\t ,?"))])
            out[at : at + chance.randrange(3)] = new * chance.choice((0, 1, 1, 1, 2, 40))
        return bytes(out)

    return _one(chance, alter)


def _lines(chance: random.Random) -> Files:
    """Lines taken away, doubled, moved, indented, or joined with the next."""

    def alter(data: bytes) -> bytes:
        lines = data.split(b"\n")
        for _ in range(chance.choice((1, 2, 10))):
            at, other = chance.randrange(len(lines)), chance.randrange(len(lines))
            match chance.randrange(6):
                case 0 if len(lines) > 1:
                    del lines[at]
                case 1:
                    lines[at:at] = [lines[at]] * chance.choice((1, 2, 300))
                case 2:
                    lines[at], lines[other] = lines[other], lines[at]
                case 3:
                    lines[at] = b" " * chance.randrange(1, 5) + lines[at]
                case 4:
                    lines[at] = lines[at].lstrip()
                case _:
                    lines[at] += lines[other]
        return b"\n".join(lines)

    return _one(chance, alter)


def _values(chance: random.Random) -> Files:
    """One value is an odd one."""
    return _one(chance, partial(_altered, chance, 1))


def _many_values(chance: random.Random) -> Files:
    """A quarter of a file's values are odd ones, or one another's."""
    return _one(chance, partial(_altered, chance, 0.25))


def _altered(chance: random.Random, share: float, data: bytes) -> bytes:
    text = data.decode()
    places = [match.span() for match in _VALUE.finditer(text)]
    known = [text[start:end] for start, end in places]
    chosen = chance.sample(places, 1 if share == 1 else max(1, int(len(places) * share))) if places else []
    for start, end in sorted(chosen, reverse=True):
        text = text[:start] + chance.choice((*_ODD, *chance.sample(known, min(9, len(known))))) + text[end:]
    return text.encode("utf-8", "surrogatepass")


def _files(chance: random.Random) -> Files:
    """Files under one another's names, some left out."""
    names = list(_sample())
    texts = chance.sample(list(_sample().values()), len(names))
    kept = chance.randrange(1, len(names))
    return dict(list(zip(names, texts, strict=True))[:kept])


def _soup(chance: random.Random) -> Files:
    """Signs that mean something, in any order."""
    text = "".join(chance.choices(_SIGNS, k=chance.choice((5, 30, 300, 20_000))))
    return {chance.choice(list(_sample())): text}


def _noise(chance: random.Random) -> Files:
    """Bytes that mean nothing, beside the sample register."""
    return {**_sample(), chance.choice(list(_sample())): chance.randbytes(chance.choice((1, 10, 1_000, 1_000_000)))}


def _fields() -> Iterator[Case]:
    """Every field of every kind, a hundred records with odd values in it."""
    from igreg.model.kinds import KINDS, model_of

    for kind in KINDS:
        for name, field in model_of(kind).model_fields.items():
            yield Case(f"chance: odd values of {kind} {name}", partial(_odd_field, kind, field.alias or name))


def _odd_field(kind: str, field: str) -> Files:
    odd = [value for value in _ODD if "\n" not in value and value[0] not in "&*<!%`"]
    rows = "".join(f"- {{id: r{i}, title: R, name: R, {field}: {value}}}\n" for i, value in enumerate(odd) if value)
    return {f"{kind}.yaml": rows.replace("{id: r", "{id: q") if field != "id" else rows}
