"""Read a rule's page as a test: YAML blocks, the files in them, and the marks that say what must be found."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property
from zoneinfo import ZoneInfo

from igreg.check.config import Config
from igreg.check.engine import check
from igreg.findings import CheckResult, Told
from igreg.register.read import read
from igreg.register.sources import Sources
from igreg.source.reading.document import decode, made_out
from tests.committed import committed

DEFAULT_TODAY = "2026-11-22"
ORGANISATION = "name: Example\ntype: other\n"

_FENCE = re.compile(r"^```yaml\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_MARK = re.compile(r"#\s*(<-|v-)\s*(.+?)\s*$")
_BETWEEN = re.compile(r';(?=(?:[^"]*"[^"]*")*[^"]*$)')
"""A semicolon between two things that a mark says; not one that stands in quotation marks."""
Mark = tuple[str, str, int]
"""What a mark says, the file and the line."""
_ONE = re.compile(r"(IG\d{3})(?:\s*\((.*)\))?$")

Expected = tuple[str, str, int, str | None]
"""Code, file, line, subject (None: not compared)."""


@dataclass
class Block:
    """One YAML block: a small register and what must be found in it."""

    heading: str
    number: int
    today: str = DEFAULT_TODAY
    now: str | None = None
    files: dict[str, bytes] = field(default_factory=dict)
    documents: set[str] = field(default_factory=set)
    options: dict[str, str] = field(default_factory=dict)
    """What else is said at the block's head, for whoever runs it."""
    marks: list[Mark] = field(default_factory=list)
    commits: list[tuple[str | None, dict[str, bytes | None]]] = field(default_factory=list)
    """What was committed on which day: the files that changed, and nothing for those that went. Without a day it is
    not committed."""

    def put(self, file: str, data: bytes | None) -> None:
        """Write a file, or take it away."""
        if self.commits:
            self.commits[-1][1][file] = data
        if data is None:
            self.forget(file)
            self.files.pop(file, None)
        else:
            self.files[file] = data

    def forget(self, file: str) -> None:
        """Leave out the marks of an earlier version of a file."""
        self.marks = [one for one in self.marks if one[1] != file]

    @cached_property
    def expected(self) -> list[Expected]:
        """The marks of a rule's page: codes, each with a subject where it has one."""
        out = []
        for text, file, line in self.marks:
            one = _ONE.fullmatch(text)
            assert one, f"a mark that cannot be read: {text!r}"
            out.append((one[1], file, line, one[2]))
        return out


def blocks(page: str) -> list[Block]:
    """Every YAML block of a page, with the heading it stands under."""
    out = []
    for number, match in enumerate(_FENCE.finditer(page), 1):
        headings = re.findall(r"^##+ (.+)$", page[: match.start()], re.MULTILINE)
        out.append(_block(headings[-1] if headings else "", number, match[1]))
    return out


def _block(heading: str, number: int, text: str) -> Block:
    block = Block(heading, number)
    name, lines, encoding = "", list[str](), "utf-8"

    def close() -> None:
        if name:
            block.put(_path(name), "".join(lines).encode(encoding))

    for line in text.splitlines(keepends=True):
        if line.startswith(("# committed:", "# not committed:", "# gone:")):
            close()
            what, _, said = line.partition(":")
            name = ""
            if what == "# gone":
                block.put(_path(said.strip()), None)
            else:
                block.commits.append((said.strip() or None, {}))
            continue
        if line.startswith("# file:"):
            close()
            name, lines, encoding = line.removeprefix("# file:").strip(), [], "utf-8"
            if block.commits:
                block.forget(_path(name))
            continue
        if not name:
            key, _, value = line.removeprefix("#").partition(":")
            match key.strip():
                case "today":
                    block.today = value.strip()
                case "now":
                    block.now = value.strip()
                case "document":
                    block.documents.add(value.strip())
                case other:
                    block.options[other] = value.strip()
            continue
        if line.startswith("# encode:") and not lines:
            encoding = line.removeprefix("# encode:").strip()
            continue
        lines.append(line)
        found = _MARK.search(line)
        if found:
            at = len(lines) + (found[1] == "v-")
            block.marks += [(part.strip(), _path(name), at) for part in _BETWEEN.split(found[2])]
    close()
    assert block.files, f"block {number} has no `# file:` line"
    if not any(file in block.files for file in ("register/organisation.yaml", "register/organisation.yml")):
        block.files["register/organisation.yaml"] = ORGANISATION.encode()
    return block


def _path(name: str) -> str:
    """A file below the register; one that begins with `../` stands beside it."""
    return name.removeprefix("../") if name.startswith("../") else f"register/{name}"


def sources(files: dict[str, bytes], documents: set[str] | None = None) -> Sources:
    """Sources from bytes, as the store would give them."""
    texts: dict[str, str] = {}
    faults: list[Told] = []
    unreadable = []
    garbled = {}
    packs = {file: data.decode() for file, data in files.items() if file.startswith("frameworks/")}
    files = {file: data for file, data in files.items() if file not in packs}
    for file, data in files.items():
        text, fault = decode(file, data)
        if text is not None:
            texts[file] = text
        if fault is not None:
            faults.append(fault)
            unreadable.append(file)
            garbled[file] = made_out(data)
    folders = tuple({f.split("/")[1] for f in files if f.count("/") > 1})
    known = documents or set()
    return Sources(
        texts,
        "register",
        folders,
        tuple(faults),
        tuple(unreadable),
        lambda path: path in known,
        garbled,
        tuple(files),
        packs,
    )


def moment(today: str, now: str | None = None) -> dt.datetime:
    """The moment of a check: `now`, or the end of `today` (ruling A01)."""
    zone = ZoneInfo("Europe/London")
    if now:
        given = dt.datetime.fromisoformat(now)
        return given if given.tzinfo else given.replace(tzinfo=zone)
    return dt.datetime.combine(dt.date.fromisoformat(today), dt.time(23, 59, 59), zone)


def run(block: Block, code: str) -> CheckResult:
    """Check a block with one rule on."""
    files = {file: data for file, data in block.files.items() if not file.startswith("docs/")}
    register = read(sources(files, block.documents))
    now = moment(block.today, block.now)
    known = committed(block, register, now.date()) if block.commits else None
    return check(register, now, Config(select=(code,)), since_review=known)


def compare(block: Block, result: CheckResult) -> None:
    """Hold what was found against the marks, both ways."""
    subjects = {(code, file, line) for code, file, line, subject in block.expected if subject is not None}
    found = Counter(
        (f.code, f.file, f.line, f.subject if (f.code, f.file, f.line) in subjects else None) for f in result.findings
    )
    expected = Counter(block.expected)
    told = "\n".join(f"  {f.file}:{f.line}:{f.column} {f.code} ({f.subject}) {f.message}" for f in result.findings)
    assert found == expected, (
        f"block {block.number} under {block.heading!r}\n not found: {list((expected - found).elements())}"
        f"\n not marked: {list((found - expected).elements())}\n all found:\n{told}"
    )
