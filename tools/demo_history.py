"""Make a repository to try the history on: two years of the sample register, in 40 commits (`make demo-history`).

What is in it: appointments, a vacancy, somebody who acts, a deputy who leaves; a policy that was reviewed and one that
was only re-dated; a renamed id; policies that moved from one file to one file each; an incident from its report to its
lesson; training that fell short; an exception that came and went; a branch that was merged; a commit with a broken
file; an appointment that was written down late; a restructuring. It ends at the sample as it stands.
"""

from __future__ import annotations

import importlib.util
import shutil
import sys
from pathlib import Path

from tools.demo import TODAY
from tools.history.build import build

AT = f"--today {TODAY}"
TRY = (
    (f"who risk --on 2026-04-05 {AT}", "two answers: who is held to have been SIRO, and what was written down by then"),
    (f"who risk --on 2026-04-05 --as-known {AT}", "what was known on that day: nobody"),
    (f"timeline {AT}", "who held what over the years; the data quality lead is vacant"),
    (f"diff 2026-03-31 2026-04-30 --summary {AT}", "what April meant: a SIRO and a deputy, and enough people trained"),
    (f"diff 2026-04-30 2026-05-05 {AT}", "a restructuring, record by record"),
    (f"diff 2025-12-31 --summary {AT}", "what the year meant"),
    (f"log POL-009 {AT}", "the life of one policy, through the move of its file"),
    (f"log head-of-digital {AT}", "a role that had another id"),
    (f"blame siro {AT}", "which commit brought each field"),
    (f"stale {AT}", "reviewed, or only re-dated?"),
)
"""What to type, and what it shows."""


def commands() -> list[tuple[str, str]]:
    """Those of the lines to try whose commands there are."""
    return [one for one in TRY if importlib.util.find_spec(f"igreg.cli.{one[0].split()[0]}") is not None]


def main(words: list[str]) -> None:
    """Make it in the folder that is named, and say what to try."""
    if len(words) != 1:
        sys.exit("python -m tools.demo_history FOLDER")
    git = shutil.which("git")
    if git is None:
        sys.exit("there is no git here: install it first")
    folder = Path(words[0])
    try:
        head = build(folder, git)
    except OSError as error:
        sys.exit(str(error))
    print(f"{folder}: 40 commits, from 25 November 2024 to 24 November 2026; the last is {head}\n")
    print(f"Try in it (cd {folder}):\n")
    for line, shows in commands():
        print(f"  igreg {line}\n      {shows}")


if __name__ == "__main__":
    main(sys.argv[1:])
