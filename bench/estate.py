"""`make bench-estate`: what a view over many costs, beside the checks of the same registers and beside plain reading.

Two estates are made. Three hundred practices: the sample practice of the tests, each under a name of its own; `igreg estate` reads and checks
them all in one process, and stands beside one process that runs `igreg check` on each in turn. And 1,000 snapshots, of 500
organisations at two days each, with figures drawn by chance from a fixed beginning; `igreg estate` stands beside a program that only reads the files.
"""

from __future__ import annotations

import argparse
import random
import shutil
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from bench.measure import Figures, measure
from igreg.estate.figures import AssessmentState, Breaches, Organisation, TrainingShare
from igreg.estate.figures import Figures as Told
from igreg.estate.rows import rows
from igreg.store.estate import NAME, Database

PRACTICE = Path(__file__).parents[1] / "tests" / "registers" / "gp-practice"
DAY = ("--today", "2026-11-24")
AREAS = ("governance", "caldicott", "risk", "security", "data-protection", "confidentiality")
KINDS = ("review", "action", "audit", "flow", "meeting", "training", "incident-target", "starter-training", "request")
RULES = 24

CHECKS = """
import gc, os, sys
gc.disable()
from igreg.cli import app
sink = open(os.devnull, "w")
sys.stdout = sys.stderr = sink
for folder in open("list.txt").read().split():
    try:
        app.app(["check", folder, "--today", "2026-11-24", "--format", "json"], standalone_mode=False)
    except BaseException:
        pass
os._exit(0)
"""
READING = """
import sys, glob
import duckdb
connection = duckdb.connect(config={"threads": 1})
connection.execute("CREATE TABLE read AS SELECT * FROM read_parquet(?, filename = true)", [sorted(glob.glob("*/snapshot.parquet"))])
"""


def practices(folder: Path, number: int) -> None:
    """So many copies of the sample practice, each with a name and a code of its own."""
    for n in range(number):
        to = folder / f"p{n:04}"
        shutil.copytree(PRACTICE, to)
        file = next(to.rglob("organisation.yaml"))
        text = file.read_text(encoding="utf-8")
        file.write_text(text.replace("Y09871", f"Y{n:05}"), encoding="utf-8")
    (folder / "list.txt").write_text("".join(f"p{n:04}\n" for n in range(number)), encoding="utf-8")


def snapshots(folder: Path, number: int) -> None:
    """So many snapshots, two of each organisation."""
    chance = random.Random(20261124)
    for n in range(number):
        to = folder / f"s{n:04}"
        to.mkdir()
        (to / NAME).write_bytes(Database().snapshot(rows(_told(chance, n // 2, f"2026-{10 + n % 2}-22"))))
    (folder / "list.txt").write_text("".join(f"s{n:04}\n" for n in range(number)), encoding="utf-8")


def _told(chance: random.Random, number: int, day: str) -> Told:
    return Told(
        Organisation(f"Practice {number:04}", "gp-practice", f"P{number:05}", day, "0" * 40),
        {area: "vacant" if chance.random() < 0.05 else "held" for area in AREAS},
        {"error": chance.choice((0, 0, 0, 1, 2, 9)), "warning": chance.randrange(40), "info": chance.randrange(5)},
        {f"rule-{chance.randrange(90)}": chance.randrange(1, 9) for _ in range(RULES)},
        {kind: chance.randrange(1, 4) for kind in KINDS if chance.random() < 0.5},
        {kind: chance.randrange(1, 9) for kind in KINDS},
        tuple(
            TrainingShare(f"course-{n}", f"Course {n}", chance.randrange(2, 40), 90 + chance.randrange(10))
            for n in range(4)
        ),
        AssessmentState("dspt-v8", "in-progress", chance.randrange(40)),
        Breaches(0, 0, None),
    )


def table(title: str, found: dict[str, Figures]) -> None:
    """Print one Markdown table, each program beside the first."""
    base = next(iter(found.values()))
    print(f"\n### {title}\n\n| what | CPU s | fewest CPU s | wall s | peak MB | fewest / fewest |")
    print("| --- | ---: | ---: | ---: | ---: | ---: |")
    for name, one in found.items():
        ratio = one.least / base.least
        print(f"| {name} | {one.cpu:.2f} | {one.least:.2f} | {one.wall:.2f} | {one.peak:.0f} | {ratio:.2f} |")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--registers", type=int, default=300)
    parser.add_argument("--snapshots", type=int, default=1_000)
    asked = parser.parse_args()
    estate = [sys.executable, "-m", "igreg", "estate", "--from", "list.txt", *DAY]
    with tempfile.TemporaryDirectory() as where:
        for name, make, number in (("p", practices, asked.registers), ("s", snapshots, asked.snapshots)):
            (Path(where) / name).mkdir()
            make(Path(where) / name, number)
        formats: dict[str, Sequence[str]] = {
            f"igreg estate, {one}": [*estate, "--format", one] for one in ("table", "json", "html")
        }
        checks: dict[str, Sequence[str]] = {"igreg check of each, in one process": [sys.executable, "-c", CHECKS]}
        table(f"{asked.registers} practices", measure(checks | formats, Path(where) / "p", asked.runs))
        reading: dict[str, Sequence[str]] = {"DuckDB reads them": [sys.executable, "-c", READING]}
        table(f"{asked.snapshots} snapshots", measure(reading | formats, Path(where) / "s", asked.runs))


if __name__ == "__main__":
    main()
