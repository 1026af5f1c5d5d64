"""The hostile registers: deep, wide, long, huge; broken text; odd names, links and folders."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import product
from pathlib import Path

ORGANISATION = "name: X\ntype: other\n"
Files = Mapping[str, str | bytes]


@dataclass(frozen=True)
class Case:
    """A hostile register: its name, and how to make it in a folder."""

    name: str
    make: Callable[[], Files]
    also: Callable[[Path], object] | None = None

    def build(self, register: Path) -> None:
        """Make the register's folder."""
        register.mkdir(parents=True)
        files: dict[str, str | bytes] = {"organisation.yaml": ORGANISATION, **self.make()}
        for name, content in files.items():
            path = register / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass"))
        if self.also is not None:
            self.also(register)


def cases(sizes: float = 1.0) -> Iterator[Case]:
    """Every case; with `sizes` below 1 the large ones are that much smaller."""
    for make in (_wide, _deep, _long, _numbers, _anchors, _broken, _encodings, _documents, _values, _faulty, _folders):
        yield from make(sizes)


def _numbered(text: str, number: str) -> str:
    return text.replace("N", number) + "\n"


def _repeated(head: str, text: str, count: int) -> str:
    return head + text * count


def _each(text: Callable[[int], str], count: int, head: str = "") -> str:
    return head + "".join(map(text, range(count)))


def _files(name: str, count: int, text: str) -> Files:
    return {name.format(i): text for i in range(count)}


def _one(name: str, file: str, make: Callable[[], str | bytes]) -> Case:
    return Case(name, lambda: {file: make()})


def _wide(sizes: float) -> Iterator[Case]:
    """Mappings and lists of very many members, in every way of writing them, at every place."""
    counts = [int(n * sizes) for n in (1_000, 50_000, 300_000, 1_000_000)]
    members = {
        "block keys": lambda n: "".join(f"k{i}: 1\n" for i in range(n)),
        "block keys with values to read": lambda n: "".join(f"k{i}: 'a'\n" for i in range(n)),
        "numbered keys": lambda n: "".join(f"{i}: {i}\n" for i in range(n)),
        "flow keys": lambda n: "{" + ", ".join(f"k{i}: 1" for i in range(n)) + "}\n",
        "the same key": lambda n: "a: 1\n" * n,
        "keys alone": lambda n: "".join(f"? k{i}\n" for i in range(n)),
        "a set in brackets": lambda n: "{" + ",".join(f"k{i}" for i in range(n)) + "}\n",
        "block items": lambda n: "- 1\n" * n,
        "block texts": lambda n: "".join(f"- a{i}\n" for i in range(n)),
        "flow items": lambda n: "[" + "1, " * n + "1]\n",
        "flow items on lines": lambda n: "[" + "1,\n" * n + " 1]\n",
        "tight items": lambda n: "[" + "1," * n + "1]\n",
        "empty items": lambda n: "-\n" * n,
        "empty lists": lambda n: "- []\n" * n,
        "flow empty lists": lambda n: "[" + "[]," * n + "]\n",
        "empty mappings": lambda n: "- {}\n" * n,
        "flow empty mappings": lambda n: "[" + "{}," * n + "]\n",
        "small records": lambda n: "- id: a\n" * n,
        "small records in brackets": lambda n: "[" + "{id: a}," * n + "]\n",
        "other records": lambda n: "".join(f"- id: a{i}\n" for i in range(n)),
        "pairs in a list": lambda n: "[" + "a: 1," * n + "]\n",
        "commas": lambda n: "[" + "," * n + "]\n",
        "question marks": lambda n: "? " * min(n, 5000) + "\n",
    }
    for (told, text), n in product(members.items(), counts):
        for file in ("roles.yaml", "training-records.yaml"):
            yield _one(f"wide: {n} {told} in {file}", file, partial(text, n))
    inside = {
        "extra": "- id: r\n  title: R\n  extra:\n",
        "an unknown field": "- id: r\n  title: R\n  colour:\n",
        "areas": "- id: r\n  title: R\n  areas:\n",
        "holders": "- id: r\n  title: R\n  holders:\n",
        "title": "- id: r\n  title:\n",
        "a record": "- id: r\n  title: R\n",
    }
    for (told, text), n, (where, head) in product(list(members.items())[:19:2], counts[1:3], inside.items()):

        def make(text: Callable[[int], str] = text, n: int = n, head: str = head) -> str:
            deep = "  " if head.endswith("R\n") and head.count("\n") == 2 else "    "
            return head + "".join(f"{deep}{line}\n" for line in text(n).splitlines())

        yield _one(f"wide: {n} {told} in {where}", "roles.yaml", make)
    for n in counts:
        yield _one(
            f"wide: organisation of {n} keys",
            "organisation.yaml",
            partial(_each, lambda i: f"k{i}: 1\n", n, ORGANISATION),
        )
        yield _one(
            f"wide: organisation of {n} areas",
            "organisation.yaml",
            partial(_each, lambda i: f"  - {{id: a{i}}}\n", n, ORGANISATION + "areas:\n"),
        )


def _deep(sizes: float) -> Iterator[Case]:
    """What is nested deeper and deeper."""
    shapes = {
        "block mappings": lambda n: "".join(" " * i + "a:\n" for i in range(n)) + " " * n + "b: 1\n",
        "block mappings, record": lambda n: "- id: r\n  extra:\n" + "".join(" " * i + "    a:\n" for i in range(n)),
        "block lists": lambda n: "- " * n + "a\n",
        "block lists on lines": lambda n: "".join(" " * i + "-\n" for i in range(n)),
        "flow lists": lambda n: "[" * n + "1" + "]" * n + "\n",
        "flow lists, open": lambda n: "[" * n,
        "flow mappings": lambda n: "{a: " * n + "1" + "}" * n + "\n",
        "flow mappings, open": lambda n: "{a: " * n,
        "flow lists in a record": lambda n: "- id: r\n  title: R\n  extra: {a: " + "[" * n + "1" + "]" * n + "}\n",
        "flow mappings in a record": lambda n: "- id: r\n  title: R\n  extra: " + "{a: " * n + "1" + "}" * n + "\n",
        "flow mappings in a text": lambda n: "- id: r\n  title: " + "{a: " * n + "1" + "}" * n + "\n",
        "flow as keys": lambda n: "{" * n + "a" + "}" * n + "\n",
        "lists as keys": lambda n: "? " * n + "a\n",
        "lists in mappings": lambda n: "[{a: " * n + "1" + "}]" * n + "\n",
        "brackets over lines": lambda n: "[\n" * n + "1" + "\n]" * n + "\n",
        "closed too often": lambda n: "a: 1" + "]" * n + "\n",
        "quotes": lambda n: "a: " + "'\"" * n + "\n",
        "anchors": lambda n: "".join(" " * i + f"a: &a{i}\n" for i in range(n)) + " " * n + "b: 1\n",
    }
    counts = (49, 50, 51, 52, 100, 500, 1_000, 3_000, 10_000, 100_000, 1_000_000)
    for (told, text), n in product(shapes.items(), counts):
        if len(text(10)) and (
            n <= 3_000
            or not (
                ("block" in told and "lines" in told) or ("mappings" in told and "block" in told) or told == "anchors"
            )
        ):
            if n * 4 > 5_000_000 * sizes:
                continue
            yield _one(f"deep: {n} {told}", "roles.yaml", partial(text, n))
            if n in (51, 1_000):
                yield _one(f"deep: {n} {told} as training", "training-records.yaml", partial(text, n))
                yield _one(f"deep: {n} {told} as organisation", "organisation.yaml", partial(text, n))


def _long(sizes: float) -> Iterator[Case]:
    """Scalars, keys, comments and blanks without end."""
    counts = [int(n * sizes) for n in (1_025, 100_000, 5_000_000, 30_000_000)]
    shapes = {
        "plain": lambda n: "- id: r\n  title: " + "a" * n + "\n",
        "plain words": lambda n: "- id: r\n  title: " + "ab " * (n // 3) + "\n",
        "single quotes": lambda n: "- id: r\n  title: '" + "a" * n + "'\n",
        "double quotes": lambda n: '- id: r\n  title: "' + "\\x41" * (n // 4) + '"\n',
        "open quotes": lambda n: "- id: r\n  title: '" + "a\n" * (n // 2),
        "literal": lambda n: "- id: r\n  title: |\n" + "    a\n" * (n // 6),
        "folded": lambda n: "- id: r\n  title: >\n" + "    a\n" * (n // 6),
        "plain over lines": lambda n: "- id: r\n  title: a\n" + "    a\n" * (n // 6),
        "a key": lambda n: "- id: r\n  " + "k" * n + ": 1\n",
        "a key in quotes": lambda n: "- id: r\n  '" + "k" * n + "': 1\n",
        "an id": lambda n: f"- id: {'r' * n}\n  title: R\n",
        "a comment": lambda n: "# " + "c" * n + "\n- id: r\n  title: R\n",
        "comments": lambda n: "# c\n" * (n // 4) + "- id: r\n  title: R\n",
        "blanks": lambda n: " " * n + "\n- id: r\n  title: R\n",
        "blank lines": lambda n: "\n" * n + "- id: r\n  title: R\n",
        "blanks before a value": lambda n: "- id:" + " " * n + "r\n  title: R\n",
        "tabs before a value": lambda n: "- id:" + "\t" * n + "r\n  title: R\n",
        "an anchor": lambda n: "- id: &" + "a" * n + " r\n  title: R\n",
        "a tag": lambda n: "- id: !" + "a" * n + " r\n  title: R\n",
        "dashes": lambda n: "-" * n + "\n",
        "colons": lambda n: ":" * n + "\n",
        "colons with blanks": lambda n: "a: " * n + "\n",
        "other letters": lambda n: "- id: r\n  title: " + "\u4e2d" * (n // 3) + "\n",
        "line separators": lambda n: "- id: r\n  title: " + "\u2028" * (n // 3) + "\n",
        "escapes": lambda n: '- id: r\n  title: "' + "\\n" * (n // 2) + '"\n',
        "digits of patients": lambda n: "- id: r\n  title: " + "943 476 5919 " * (n // 13) + "\n",
        "ampersands": lambda n: "- id: r\n  title: a " + "& " * (n // 2) + "\n",
        "blanks and stars": lambda n: "- id: r\n  title: a" + " " * n + "*\n",
        "blanks and bangs": lambda n: "- id: r\n  title: a" + (" " * 300 + "!") * (n // 300) + "\n",
    }
    for (told, text), n in product(shapes.items(), counts):
        yield _one(f"long: {n} of {told}", "roles.yaml", partial(text, n))


def _numbers(sizes: float) -> Iterator[Case]:
    """Numbers that no field was made for."""
    numbers = {
        "4300 digits": "9" * 4300,
        "4301 digits": "9" * 4301,
        "a million digits": "9" * int(1_000_000 * sizes),
        "399 digits": "9" * 399,
        "hexadecimal": "0x" + "f" * 390,
        "long hexadecimal": "0x" + "f" * 100_000,
        "octal": "0o" + "7" * 390,
        "huge exponent": "1e999999999",
        "small exponent": "1e-999999999",
        "many zeros": "0." + "0" * 100_000 + "1",
        "not a number": ".nan",
        "infinity": "-.inf",
        "minus": "-" + "9" * 390,
        "underscores": "1" + "_0" * 10_000,
        "sixty": "1:" * 100 + "0",
        "years": "9999999999 years",
        "many years": "9" * 300 + " years",
        "day zero": "0000-00-00",
        "last day": "9999-12-31",
        "no day": "2026-02-30",
        "moment": "9999-12-31T23:59:59-12:00",
        "first moment": "0001-01-01T00:00:00+14:00",
    }
    fields = {
        "roles": "- {id: r, title: N, hours_per_week: N, reports_to: N, areas: [N], holders: [{staff: N, from: N, until: N}]}",
        "policies": "- {id: p, title: N, owner: N, status: N, version: N, in_force_from: N, review: {every: N, last: N, cycle: fixed, anchor: N}}",
        "incidents": "- {id: i, title: N, aware: N, occurred: N, notified: N, severity: N, actions: [{id: N, due: N, done: N}]}",
        "training-records": "- {staff: N, course: N, completed: N, expires: N}",
        "groups": "- {id: g, title: N, meets_every: N, quorum: N, members: [N]}",
        "organisation": "{name: N, type: N, timezone: N, staff_count: N, areas: [N]}",
    }
    for (told, number), (kind, text) in product(numbers.items(), fields.items()):
        yield _one(
            f"numbers: {told} in {kind}",
            f"{kind}.yaml",
            partial(_numbered, text, number),
        )


def _anchors(sizes: float) -> Iterator[Case]:
    """Anchors, aliases, merge keys and tags."""
    counts = [int(n * sizes) for n in (10, 1_000, 50_000, 300_000)]
    shapes = {
        "anchors": lambda n: "".join(f"- &a{i} {{id: r{i}}}\n" for i in range(n)),
        "aliases": lambda n: "- &a {id: r}\n" + "- *a\n" * n,
        "aliases in a value": lambda n: "- id: r\n  extra: {a: &a [1], b: [" + "*a, " * n + "]}\n",
        "aliases of nothing": lambda n: "- *a\n" * n,
        "merge keys": lambda n: "- &a {id: r}\n" + "- <<: *a\n" * n,
        "merge lists": lambda n: "- &a {id: r}\n- <<: [" + "*a, " * n + "]\n",
        "quadratic": lambda n: "- &a [" + "x, " * n + "]\n" + "- id: r\n  extra: *a\n" * min(n, 10_000),
        "quadratic mapping": lambda n: (
            "- &a {" + ", ".join(f"k{i}: 1" for i in range(n)) + "}\n" + "- <<: *a\n" * min(n, 10_000)
        ),
        "chain": lambda n: "- &a0 [x]\n" + "".join(f"- &a{i + 1} [*a{i}, *a{i}]\n" for i in range(n)),
        "itself": lambda n: "- &a [" + "*a, " * n + "]\n",
        "tags": lambda n: "- !x {id: r}\n" * n,
        "python": lambda n: "- !!python/object/apply:os.system ['true']\n" * n,
        "binary": lambda n: "- id: !!binary " + "QUFB" * n + "\n",
        "sets": lambda n: "- !!set {" + ", ".join(f"k{i}" for i in range(n)) + "}\n",
        "directives": lambda n: "%TAG !a! tag:x,2026:\n" * min(n, 1) + "%X y\n" * n + "---\n- id: r\n",
        "the same tag": lambda n: "%YAML 1.2\n" * n + "---\n- id: r\n",
    }
    for (told, text), n in product(shapes.items(), counts):
        yield _one(f"anchors: {n} of {told}", "roles.yaml", partial(text, n))


def _broken(sizes: float) -> Iterator[Case]:
    """A good file, broken in one place at a time."""
    good = "- id: r\n  title: 'A title'\n  areas: [risk, ig]\n  holders:\n    - {staff: s, from: 2026-01-01}\n- id: q\n  title: >\n    Q\n    R\n"
    signs = [
        "\t",
        "\r",
        "\x00",
        "\x07",
        "\x85",
        "\u2028",
        "\ufeff",
        "\ufffe",
        "\ud800",
        "'",
        '"',
        "[",
        "}",
        "&a ",
        "*a ",
        "!!x ",
        "%",
        "@",
        "`",
        "|",
        ">",
        ": ",
        "#",
        "- ",
        "? ",
        "<<: ",
        "---\n",
        "...\n",
    ]
    places = (0, 2, 5, 8, 17, 25, 40, 52, 70, len(good))
    for number, (sign, at) in enumerate(product(signs, places)):
        yield _one(
            f"broken: sign {number // len(places)} at {at}",
            "roles.yaml",
            partial(str, good[:at] + sign + good[at:]),
        )
    for at in range(0, len(good), 4):
        yield _one(f"broken: cut at {at}", "roles.yaml", partial(str, good[:at]))
    for n in (1_000, int(300_000 * sizes)):
        for sign in ("\t- a\n", "a\n", "-a: b\n", "'\n", "]\n", "\r", "a: b: c\n", "@\n"):
            yield _one(f"broken: {n} times {sign!r}", "roles.yaml", partial(_repeated, good, sign, n))


def _encodings(sizes: float) -> Iterator[Case]:
    """Bytes that are no UTF-8, or a mixture."""
    text = "- {id: r, title: 'Caf\u00e9 \U0001f600'}\n" * max(1, int(2_000 * sizes))
    for name in ("utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-8-sig", "utf-7"):
        yield _one(f"encodings: {name}", "roles.yaml", partial(text.encode, name))
    latin = text.replace("\U0001f600", "").encode("latin-1")
    odd = {
        "latin-1": latin,
        "both": text.encode() + latin,
        "overlong": b"- id: \xc0\xaf\n",
        "surrogates": b"- id: \xed\xa0\x80\n",
        "beyond": b"- id: \xf5\x80\x80\x80\n",
        "cut": text.encode()[:-3],
        "marks": b"\xef\xbb\xbf" * 1000 + b"- id: r\n",
        "zeros": b"\x00" * int(10_000_000 * sizes),
        "zeros and letters": b"a\x00" * int(5_000_000 * sizes),
        "high bytes": b"\xff" * int(10_000_000 * sizes),
        "all bytes": bytes(range(256)) * 1000,
        "gzip": b"\x1f\x8b\x08\x00" + bytes(range(256)) * 100,
        "a picture": b"\x89PNG\r\n\x1a\n" + bytes(10_000),
        "too large": b"# " + b"x" * (64 * 1024 * 1024),
    }
    for told, data in odd.items():
        for file in ("roles.yaml", "organisation.yaml", "training-records.yaml"):
            yield _one(f"encodings: {told} in {file}", file, partial(bytes, data))


def _documents(sizes: float) -> Iterator[Case]:
    """Many documents, or none."""
    for n in [int(n * sizes) for n in (2, 1_000, 300_000, 3_000_000)]:
        for told, text in {
            "starts": "---\n",
            "ends": "...\n",
            "documents": "---\nid: r\n",
            "both": "--- a\n...\n",
            "marks": "--- |\n a\n",
        }.items():
            yield _one(f"documents: {n} {told}", "roles.yaml", partial(_repeated, "", text, n))
            yield _one(f"documents: {n} {told} behind a record", "roles.yaml", partial(_repeated, "- id: r\n", text, n))


def _values(sizes: float) -> Iterator[Case]:
    """Values that some program might take for something else."""
    odd = [
        "<script>alert(1)</script>",
        "]]>",
        "'; DROP TABLE",
        "=cmd()",
        "@x",
        "{{7*7}}",
        "%s%n",
        "\\N",
        "\x1b[31m",
        "\u202e",
        "../../etc/passwd",
        "null",
        "~",
        "yes",
        "NaN",
        "a" * 65,
        " ",
        "\n",
        "$(id)",
        "<TABLE>",
    ]
    kinds = ("roles", "staff", "units", "policies", "flows", "incidents", "groups", "courses", "assets", "exceptions")
    for value, kind in product(odd, kinds):
        quoted = '"' + value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\x1b", "\\e") + '"'
        yield _one(
            f"values: {value[:20]!r} in {kind}",
            f"{kind}.yaml",
            lambda q=quoted: (
                f"- {{id: {q}, title: {q}, name: {q}, owner: {q}, from: {q}, to: [{q}], unit: {q}, status: {q}, until: {q}, rule: {q}, record: {q}}}\n- {q}\n- {{{q}: {q}}}\n"
            ),  # type: ignore[misc]
        )
    for kind in kinds:
        for told, text in {
            "a scalar": "hello",
            "a number": "1",
            "a list of lists": "- - a\n",
            "null": "null",
            "a mapping": "id: r\n",
            "a loop": "- {id: r, parent: r, accountable_to: r, reports_to: r, members: [r], to: [r], from: r, manager: r}\n",
        }.items():
            yield _one(f"values: {told} in {kind}", f"{kind}.yaml", partial(str, text))


def _faulty(sizes: float) -> Iterator[Case]:
    """Many records, each with faults, or pointing at each other."""
    shapes = {
        "unknown fields": lambda i: f"- {{id: r{i}, title: R, colour: blue}}\n",
        "no titles": lambda i: f"- {{id: r{i}}}\n",
        "many faults": lambda i: f"- {{id: r{i}, title: [], areas: 5, a: 1, b: 2, c: 3, d: 4}}\n",
        "the same ids": lambda i: "- {id: r, title: R}\n",
        "wrong references": lambda i: f"- {{id: r{i}, title: R, accountable_to: q{i}}}\n",
        "a long line": lambda i: f"- {{id: r{i}, title: R, accountable_to: r{i + 1}}}\n",
        "one above": lambda i: f"- {{id: r{i}, title: R, accountable_to: r0}}\n",
        "odd keys": lambda i: f"- {{id: r{i}, title: R, [a]: b}}\n",
    }
    for (told, text), n in product(shapes.items(), [int(n * sizes) for n in (100, 3_000, 100_000)]):
        yield _one(f"faulty: {n} with {told}", "roles.yaml", partial(_each, text, n))
    lines = {
        "days": "- {staff: s, course: c, completed: 01/02/2026}\n",
        "keys": "- {staff: s, course: c, day: 1}\n",
        "nothing": "- {}\n",
    }
    for (told, line), n in product(lines.items(), [int(n * sizes) for n in (1_000, 200_000)]):
        yield _one(
            f"faulty: {n} training records with odd {told}", "training-records.yaml", partial(_repeated, "", line, n)
        )


def _folders(sizes: float) -> Iterator[Case]:
    """Many files, deep folders, links, pipes, odd names, and what may not be read."""
    record = "- {id: r, title: R}\n"

    def many(n: int, text: str) -> Callable[[], Files]:
        return lambda: {f"roles/f{i}.yaml": text.replace("r,", f"r{i},") for i in range(n)}

    for n in [int(n * sizes) for n in (100, 3_000)]:
        yield Case(f"folders: {n} files", many(n, record))
        yield Case(f"folders: {n} empty files", many(n, ""))
        yield Case(f"folders: {n} broken files", many(n, "[\n"))
        yield Case(f"folders: {n} unknown files", partial(_files, "kind{}.yaml", n, record))
        yield Case(f"folders: {n} unknown folders", partial(_files, "kind{}/a.yaml", n, record))
        yield Case(f"folders: {n} organisations", partial(_files, "organisation/{}.yaml", n, ORGANISATION))
    for deep in (10, 100, 400, 1_000):
        yield Case(f"folders: {deep} deep", dict, partial(_deep_folder, deep, record))
    for told in LINKS:
        yield Case(f"folders: {told}", dict, partial(_link, told))
    names = [
        b"caf\xe9",
        b"\n",
        b"\x1b[31m",
        b"-rf",
        b"$(id)",
        b"a" * 240,
        b" ",
        b"%0A",
        b"<b>",
        b"\\",
        b"'",
        b'"',
        b"&",
        b"\xe2\x80\xae",
        b"~",
        b"con",
        b"a:b",
        b"*",
    ]
    for number, name in enumerate(names):
        yield Case(f"folders: odd name {number}", dict, partial(_named, name, b"id: [\n", ""))
        yield Case(f"folders: odd name {number} below", dict, partial(_named, name, record.encode(), "roles"))


LINKS = (
    *("to itself", "to each other", "to the folder", "to the root", "outside", "to zeros", "to nothing", "a pipe"),
    *("a folder", "no file", "organisation a folder", "unreadable file", "unreadable folder", "configuration"),
    *("deep configuration", "long configuration", "configuration in bytes", "a large journal"),
)


def _link(told: str, register: Path) -> None:
    """One link or odd entry in a register's folder, or beside it."""
    file, folder, settings = register / "roles.yaml", register / "roles", register.parent / "igreg.toml"
    organisation = register / "organisation.yaml"
    targets = {"to itself": "roles.yaml", "outside": "/etc/passwd", "to zeros": "/dev/zero", "to nothing": "nowhere"}
    texts = {
        "configuration": "[[[[" * 1000,
        "deep configuration": "a = " + "[" * 100_000,
        "long configuration": "a = 1\n" * 100_000,
    }
    if told in targets:
        file.symlink_to(targets[told])
    elif told in texts:
        settings.write_text(texts[told])
    elif told == "configuration in bytes":
        settings.write_bytes(bytes(range(256)))
    elif told == "to each other":
        file.symlink_to("staff.yaml")
        (register / "staff.yaml").symlink_to("roles.yaml")
    elif told in ("to the folder", "to the root"):
        folder.symlink_to("." if told == "to the folder" else "/")
    elif told == "a pipe":
        os.mkfifo(file)
    elif told == "a folder":
        file.mkdir()
    elif told in ("no file", "organisation a folder"):
        organisation.unlink()
        if told != "no file":
            organisation.mkdir()
    elif told == "unreadable file":
        file.write_text("- {id: r, title: R}\n")
        file.chmod(0)
    elif told == "unreadable folder":
        folder.mkdir()
        folder.chmod(0)
    else:
        (register / ".igreg-journal").write_text("[" * 100_000)


def _named(name: bytes, content: bytes, below: str, register: Path) -> None:
    folder = register / below
    folder.mkdir(exist_ok=True)
    with open(os.path.join(os.fsencode(folder), name + b".yaml"), "wb") as file:  # noqa: PTH118, PTH123 - names of bytes
        file.write(content)


def _deep_folder(deep: int, text: str, register: Path) -> None:
    """A folder in a folder, as deep as the system lets one go."""
    here = os.getcwd()  # noqa: PTH109
    try:
        os.chdir(register)
        os.mkdir("roles")  # noqa: PTH102
        os.chdir("roles")
        for _ in range(deep):
            os.mkdir("d")  # noqa: PTH102
            os.chdir("d")
        Path("f.yaml").write_text(text)
    finally:
        os.chdir(here)
