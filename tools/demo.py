"""Show igreg on the sample register: a few findings, the desk of one breach, files to open, and how it all stands.

`make demo`, or without make: `python -m tools.demo` wherever igreg is installed.
"""

from __future__ import annotations

import datetime as dt
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
TODAY = dt.date(2026, 11, 24)
CHARTS = "charts"
ON = ("register", "--today", TODAY.isoformat())
AT = ("register", "--now", f"{TODAY}T02:00")
DESK_LINES = 10


def igreg(*words: str) -> str:
    """What `igreg WORDS` prints in the repository's root; a fault of the command ends the demo."""
    run = [sys.executable, "-m", "igreg", *words]
    env = os.environ | {"PYTHONUTF8": "1", "COLUMNS": "100"}
    ran = subprocess.run(run, cwd=ROOT, env=env, capture_output=True, encoding="utf-8", check=False)
    if ran.returncode not in (0, 1):
        sys.exit(ran.stderr or f"igreg {' '.join(words)} ended with {ran.returncode}")
    return ran.stdout


def shown(*words: str) -> list[str]:
    """The command as it is typed, and what it prints."""
    return [f"$ igreg {' '.join(words)}", "", *igreg(*words).rstrip().splitlines(), ""]


def written(name: str, *words: str) -> None:
    """Keep what a command prints in a file beside the charts."""
    (ROOT / CHARTS).mkdir(exist_ok=True)
    (ROOT / CHARTS / name).write_text(igreg(*words), encoding="utf-8", newline="\n")


def to_open() -> list[str]:
    """The files to open."""
    return [
        "Three files to open in your browser:",
        f"  {CHARTS}/charts.html  who answers to whom, and who tells whom",
        f"  {CHARTS}/due.html     everything that is due in 30 days, with who does it",
        f"  {CHARTS}/breach.html  one breach: whom to ring, who must be told by when",
        "",
    ]


def main() -> None:
    """Print at most 60 lines."""
    desk = shown("breach", "INC-2026-14", *AT)
    shown_lines = [*desk[:DESK_LINES], "     ... and who outside must be told by when, and what is missing", ""]
    igreg("chart", "all", *ON, "--format", "html", "--out", CHARTS)
    written("due.html", "due", *ON, "--format", "html")
    written("breach.html", "breach", "INC-2026-14", *AT, "--format", "html")
    found = shown("check", *ON, "--select", "vacant-role", "-q")
    lines = [*found, *shown_lines, *to_open(), *shown("status", *ON)[:-1]]
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    print("\n".join(lines))


if __name__ == "__main__":
    main()
