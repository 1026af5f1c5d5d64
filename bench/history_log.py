"""`python -m bench.history_log`: what `igreg log` costs on a history of 10,000 commits, beside Git itself (ruling H49).

Two shapes, each of 3,000 policies of which every commit changes one: a file for each record, beside `git log --raw`; and
one large file, beside `git cat-file --batch` of the same versions of it. The record that is asked for changes a hundred
times, has been renamed and has moved.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from bench.history import BEGAN, table
from bench.measure import measure

RECORDS = 3_000
ASKED = 1_500
"""The record that is asked for, somewhere in the middle."""
DAY = ("--today", "2026-11-24")


def record(number: int, turn: int) -> str:
    """A policy of some 300 bytes; `turn` says how often it has changed."""
    return (
        f"id: POL-{number:04}\ntitle: The policy on subject {number}\nstatus: in-force\nowner: siro\n"
        f"areas: [risk, security]\nreview:\n  every: 12 months\n  last: 2025-{turn % 12 + 1:02}-01\n"
        f"notes: Looked at for the {turn}th time; it says what is done with information on subject {number}, by whom and why\n"
    )


def item(number: int, turn: int) -> str:
    """The same as an item of a list."""
    return "- " + record(number, turn).rstrip("\n").replace("\n", "\n  ") + "\n"


def stream(commits: int, *, each: bool) -> Iterator[bytes]:
    """All commits, as `git fast-import` reads them."""
    turns = [0] * RECORDS
    items = [item(number, 0) for number in range(RECORDS)]
    for number in range(commits + 1):
        changed = ASKED if number % 100 == 0 else number * 7 % RECORDS
        turns[changed] += 1
        items[changed] = item(changed, turns[changed])
        yield f"commit refs/heads/main\ncommitter A <a@example.org> {int(BEGAN.timestamp()) + number * 60} +0000\n".encode()
        yield b"data 1\nx\n"
        if number == 0:
            yield b"M 100644 inline register/organisation.yaml\ndata 20\nname: E\ntype: trust\n\n"
        if not each:
            data = "".join(items).encode()
            yield b"M 100644 inline register/policies.yaml\ndata %d\n%s\n" % (len(data), data)
            continue
        for one in range(RECORDS) if number == 0 else (changed,):
            data = record(one, turns[one]).encode()
            yield b"M 100644 inline register/policies/POL-%04d.yaml\ndata %d\n%s\n" % (one, len(data), data)


def repository(folder: Path, commits: int, *, each: bool) -> None:
    """A repository of so many commits, checked out."""
    folder.mkdir(parents=True)
    subprocess.run(["git", "init", "--quiet", "-b", "main"], cwd=folder, check=True)
    importing = subprocess.Popen(["git", "fast-import", "--quiet"], cwd=folder, stdin=subprocess.PIPE)
    assert importing.stdin is not None
    with importing.stdin as pipe:
        for part in stream(commits, each=each):
            pipe.write(part)
    if importing.wait():
        raise OSError("git fast-import failed")
    subprocess.run(["git", "reset", "--quiet", "--hard"], cwd=folder, check=True)


def _igreg(*words: str) -> Sequence[str]:
    return [sys.executable, "-m", "igreg", *words, "register", *DAY]


CAT = "git rev-list --objects HEAD -- register/policies.yaml | grep yaml | cut -d ' ' -f 1 | git cat-file --batch"


def main() -> None:
    """Measure and print Markdown tables."""
    parser = argparse.ArgumentParser(prog="python -m bench.history_log", description=__doc__)
    parser.add_argument("--commits", type=int, default=10_000)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--shape", choices=("each", "large"), nargs="*", default=["each", "large"])
    given = parser.parse_args()
    ours = {"igreg log": _igreg("log", f"POL-{ASKED}"), "igreg blame": _igreg("blame", f"POL-{ASKED}")}
    git = {
        "each": {"git log --raw": ["git", "log", "--raw", "--no-abbrev"]},
        "large": {"git cat-file --batch": ["sh", "-c", CAT]},
    }
    title = {"each": "one file for each of 3,000 records", "large": "one file of 3,000 records"}
    with tempfile.TemporaryDirectory() as folder:
        for shape in given.shape:
            made = Path(folder) / shape
            repository(made, given.commits, each=shape == "each")
            table(f"{given.commits:,} commits, {title[shape]}", measure(git[shape] | ours, made, given.runs))


if __name__ == "__main__":
    main()
