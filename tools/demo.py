"""Show igreg on the sample register: a few findings, the desk of one breach, what is due, and three files to open.

`make demo`, or without make: `python -m tools.demo` wherever igreg is installed.
"""

from __future__ import annotations

import datetime as dt
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from igreg.language.english import long_day

ROOT = Path(__file__).parent.parent
TODAY = dt.date(2026, 11, 24)
CHARTS = "charts"
ON = ("register", "--today", TODAY.isoformat())
AT = ("register", "--now", f"{TODAY}T02:00")
DESK_LINES = 11


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
    return [f"$ igreg {' '.join(words)}", "", *igreg(*words).splitlines(), ""]


def written(name: str, *words: str) -> None:
    """Keep what a command prints in a file beside the charts."""
    (ROOT / CHARTS).mkdir(exist_ok=True)
    (ROOT / CHARTS / name).write_text(igreg(*words), encoding="utf-8", newline="\n")


def summary() -> list[str]:
    """Ten lines: what was found, what is due this week, and the files to open."""
    found = json.loads(igreg("check", *ON, "--format", "json"))["summary"]
    due = json.loads(igreg("due", *ON, "--within", "7 days", "--format", "json"))
    week = [_line(item) for item in due["items"] if item["days"] >= 0]
    more = [f"  and {len(week) - 3} more: igreg due register"] if len(week) > 4 else week[3:]
    return [
        f"Found: {found['error']} errors, {found['warning']} warnings, {found['info']} note"
        f" in {found['records']} records: igreg check register",
        f"Overdue: {due['summary']['overdue']}. Due this week, to {long_day(TODAY + dt.timedelta(days=7))}:",
        *week[:3],
        *more,
        "Three files to open in your browser:",
        f"  {CHARTS}/charts.html  who answers to whom, and who tells whom",
        f"  {CHARTS}/due.html     everything that is due in 30 days, with who does it",
        f"  {CHARTS}/breach.html  one breach: whom to ring, who must be told by when",
    ]


def _line(item: dict[str, Any]) -> str:
    """One thing that is due, in at most 100 columns."""
    return f"  {item['due'][:10]}  {item['what']}: {item['record']} {item['title']}"[:100]


def main() -> None:
    """Print at most 60 lines."""
    desk = shown("breach", "INC-2026-14", *AT)
    shown_lines = [*desk[:DESK_LINES], "     ... and who outside must be told by when, and what is missing", ""]
    igreg("chart", "all", *ON, "--format", "html", "--out", CHARTS)
    written("due.html", "due", *ON, "--format", "html")
    written("breach.html", "breach", "INC-2026-14", *AT, "--format", "html")
    lines = [*shown("check", *ON, "--select", "no-deputy,vacant-role"), *shown_lines, *summary()]
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    print("\n".join(lines))


if __name__ == "__main__":
    main()
