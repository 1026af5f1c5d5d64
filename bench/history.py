"""`make bench-history`: what commands of the history cost on repositories of many commits, beside `due` and Git itself.

A repository is a register of the bench and commits of one changed record each, in turn over five kinds: every third
writes a review, the others a note. Layouts as in `bench.generate`: `each` (one file per record) and `few` (one large
file per kind). `python -m bench.history --commits 10000 --layout few`.
"""

from __future__ import annotations

import argparse
import datetime as dt
import importlib.util
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from bench.generate import files_of, generate
from bench.measure import Figures, measure
from bench.records import Sizes

KINDS = ("policies", "roles", "risks", "assets", "incidents")
BEGAN = dt.datetime(2024, 11, 25, 9, tzinfo=dt.UTC)
ENDED = dt.datetime(2026, 11, 24, 9, tzinfo=dt.UTC)
DAY = ("--today", "2026-11-24")
_LAST = re.compile(r"last: \d{4}-\d{2}-\d{2}")
_NOTES = re.compile(r"\nnotes: .*")


def changes(kinds: dict[str, list[str]], commits: int) -> Iterator[tuple[dt.datetime, str]]:
    """Change one record after another; gives the moment of each commit and the kind that it changes."""
    step = (ENDED - BEGAN) / max(commits, 1)
    for number in range(commits):
        moment = BEGAN + step * (number + 1)
        kind = KINDS[number % len(KINDS)]
        records = kinds[kind]
        at = number // len(KINDS) % len(records)
        changed = _LAST.sub(f"last: {moment.date()}", records[at], count=1)
        if number % 3 or changed == records[at]:
            changed = f"{_NOTES.sub('', records[at])}\nnotes: Looked at again in commit {number}"
        records[at] = changed
        yield moment, kind


def stream(kinds: dict[str, list[str]], layout: str, commits: int) -> Iterator[bytes]:
    """All commits, as `git fast-import` reads them; each has only the files that it changes."""
    written: dict[str, str] = {}
    moments: list[tuple[dt.datetime, str]] = [(BEGAN, "")]
    later = changes(kinds, commits)
    while moments:
        moment, kind = moments.pop()
        yield f"commit refs/heads/main\ncommitter A <a@example.org> {int(moment.timestamp())} +0000\n".encode()
        yield b"data 1\nx\n"
        files = files_of({kind: kinds[kind]} if kind else kinds, layout)
        for name, text in files.items():
            if written.get(name) != text and (not kind or name.startswith(kind)):
                written[name] = text
                data = text.encode()
                yield b"M 100644 inline register/%s\ndata %d\n%s\n" % (name.encode(), len(data), data)
        moments += [one for one in [next(later, None)] if one is not None]


def repository(folder: Path, scale: float, layout: str, commits: int) -> None:
    """A repository of so many commits, checked out."""
    folder.mkdir(parents=True)
    kinds = generate(Sizes.trust(scale))
    _git(folder, "init", "--quiet")
    importing = subprocess.Popen(["git", "fast-import", "--quiet"], cwd=folder, stdin=subprocess.PIPE, env=_ENVIRONMENT)
    assert importing.stdin is not None
    with importing.stdin as pipe:
        for part in stream(kinds, layout, commits):
            pipe.write(part)
    if importing.wait():
        raise OSError("git fast-import failed")
    _git(folder, "symbolic-ref", "HEAD", "refs/heads/main")
    _git(folder, "reset", "--quiet", "--hard")


_ENVIRONMENT = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}


def _git(folder: Path, *words: str) -> None:
    subprocess.run(["git", *words], cwd=folder, check=True, env=_ENVIRONMENT)


def _igreg(*words: str) -> Sequence[str]:
    return [sys.executable, "-m", "igreg", *words]


COMMANDS = {
    "igreg due": _igreg("due", "register", *DAY),
    "igreg who": _igreg("who", "role:siro", "register", *DAY, "--on", "2026-06-01"),
    "igreg timeline": _igreg("timeline", "register", *DAY),
    "igreg stale": _igreg("stale", "register", *DAY),
    "igreg check": _igreg("check", "register", *DAY),
    "igreg diff": _igreg("diff", "HEAD~1", "HEAD", "register", *DAY, "--format", "json"),
    "git rev-list --objects": ["git", "rev-list", "--objects", "HEAD"],
}
"""The first is what `who` and `timeline` may cost at most, up to 1,000 commits, and `diff` 2.3 times what `check` does;
a part that lands adds its line."""


def commands() -> dict[str, Sequence[str]]:
    """Those that there are."""
    there = importlib.util.find_spec
    return {
        name: words
        for name, words in COMMANDS.items()
        if name.startswith("git") or there(f"igreg.cli.{name.split()[1]}") is not None
    }


def table(title: str, found: dict[str, Figures]) -> None:
    """Print one Markdown table, each command beside the first."""
    base = next(iter(found.values()))
    print(f"\n### {title}\n\n| what | CPU s | wall s | peak MB | CPU / due |\n| --- | ---: | ---: | ---: | ---: |")
    for name, one in found.items():
        print(f"| {name} | {one.cpu:.2f} | {one.wall:.2f} | {one.peak:.0f} | {one.cpu / base.cpu:.2f} |")


def main() -> None:
    """Measure and print Markdown tables."""
    parser = argparse.ArgumentParser(prog="python -m bench.history", description=__doc__)
    parser.add_argument("--commits", type=int, nargs="*", default=[1000, 10_000])
    parser.add_argument("--scale", type=float, default=0.1)
    parser.add_argument("--layout", choices=("each", "few"), default="each")
    parser.add_argument("--runs", type=int, default=3)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        for commits in given.commits:
            made = Path(folder) / str(commits)
            repository(made, given.scale, given.layout, commits)
            title = f"{commits:,} commits, scale {given.scale}, layout {given.layout}"
            table(title, measure(commands(), made, given.runs))


if __name__ == "__main__":
    main()
