"""`make bench`: igreg on large registers, beside the floor and its peers, as ratios in one run.

The floor is Python and yaml-rs reading the same bytes and throwing them away; a second floor keeps what it read, as a
register has to. Three registers are measured, of the same records: as people and several programs write them, in plain lines, and
as one program writes them, a file for each kind. Peers (yamllint, check-jsonschema) are
measured when they are installed: `pip install yamllint check-jsonschema`. `--quick` leaves the slow peers out.
"""

from __future__ import annotations

import argparse
import platform
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from bench.measure import Figures, measure, run

FLOOR = (
    "import gc, pathlib, yaml_rs; gc.disable()\n"
    "for p in sorted(pathlib.Path('register').rglob('*.yaml')):\n"
    "    yaml_rs.loads(p.read_text(encoding='utf-8'), parse_datetime=False)\n"
)
KEPT = (
    "import gc, pathlib, yaml_rs; gc.disable()\n"
    "kept = [yaml_rs.loads(p.read_text(encoding='utf-8'), parse_datetime=False)\n"
    "        for p in sorted(pathlib.Path('register').rglob('*.yaml'))]\n"
)
EMPTY_TYPER = (
    "import typer; app = typer.Typer(rich_markup_mode=None)\n"
    + "".join(f"@app.command()\ndef c{i}(x: int = 0): pass\n" for i in range(10))
    + "app()"
)
DAY = ("--today", "2026-11-24")


Commands = dict[str, Sequence[str]]


def _igreg(*words: str) -> list[str]:
    return [sys.executable, "-m", "igreg", *words]


def _write(target: Path, layout: str, scale: float, faults: int = 0, *more: str) -> None:
    """Write a register from a process of its own: a small parent keeps the children's peak memory honest."""
    words = [str(target), "--layout", layout, "--scale", str(scale), "--faults", str(faults), *more]
    subprocess.run([sys.executable, "-m", "bench.generate", *words], check=True, stdout=subprocess.DEVNULL)


def _table(title: str, found: dict[str, Figures], floor: str) -> None:
    base = found[floor]
    print(f"\n### {title}\n")
    print("| what | CPU s | fewest CPU s | wall s | peak MB | CPU / floor | fewest / fewest | peak / floor |")
    print("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |")
    for name, f in found.items():
        ratios = f"{f.cpu / base.cpu:.2f} | {f.least / base.least:.2f} | {f.peak / base.peak:.2f}"
        print(f"| {name} | {f.cpu:.2f} | {f.least:.2f} | {f.wall:.2f} | {f.peak:.0f} | {ratios} |")


def _peers(quick: bool) -> Commands:
    out: Commands = {}
    if quick:
        return out
    if shutil.which("yamllint", path=str(Path(sys.executable).parent)):
        out["yamllint -d relaxed"] = [sys.executable, "-m", "yamllint", "-d", "relaxed", "register"]
    if shutil.which("check-jsonschema", path=str(Path(sys.executable).parent)):
        script = (
            "import pathlib, subprocess, sys\n"
            "for s in sorted(pathlib.Path('schemas').iterdir()):\n"
            "    kind = s.name.split('.')[0]\n"
            "    files = [str(p) for p in [pathlib.Path(f'register/{kind}.yaml')] if p.exists()]\n"
            "    files += [str(p) for p in sorted(pathlib.Path('register', kind).rglob('*.yaml'))]\n"
            "    if files: subprocess.run([sys.executable, '-m', 'check_jsonschema', '--schemafile', str(s), *files])\n"
        )
        out["check-jsonschema"] = [sys.executable, "-c", script]
    return out


def main() -> None:
    """Measure and print Markdown tables."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--scale", type=float, default=1.0)
    parser.add_argument("--quick", action="store_true", help="leave out the slow peers")
    given = parser.parse_args()
    print(f"{platform.system()} {platform.machine()}, Python {platform.python_version()}, medians of {given.runs} runs")
    floor: Commands = {"floor (Python and yaml-rs)": [sys.executable, "-c", FLOOR]}
    check: Commands = {"igreg check": _igreg("check", "register", *DAY)}
    with tempfile.TemporaryDirectory() as folder:
        base = Path(folder)
        for layout in ("hands", "blocks", "few", "each"):
            _write(base / layout, layout, given.scale)
        commands = floor | check
        commands |= {
            "igreg due": _igreg("due", "register", *DAY),
            "igreg timeline, as a page": _igreg("timeline", "register", *DAY, "--format", "html"),
        }
        commands |= {
            f"igreg chart {chart}": _igreg("chart", chart, "register", *DAY, "--out", str(base / "charts"))
            for chart in ("structure", "communication", "all")
        }
        commands |= {
            "igreg site, for staff": _igreg(
                *("site", "register", *DAY, "--audience", "staff", "--out", str(base / "site"))
            ),
        }
        commands |= {
            f"igreg export, {format}": _igreg(
                *("export", "--format", format, "--out", str(base / f"out.{format}"), "--register", "register", *DAY)
            )
            for format in ("csv", "xlsx", "json", "jsonl", "parquet", "sqlite")
        }
        commands |= {"igreg query": _igreg("query", "SELECT 1", "--register", "register", *DAY)}
        book = str(base / "book.xlsx")
        commands |= {
            "igreg sheet --out": _igreg("sheet", "--out", book, "--force", "--register", "register", *DAY),
            "igreg sheet --in, unchanged": _igreg("sheet", "--in", book, "--yes", "--register", "register", *DAY),
        }
        kept = {"floor that keeps it": [sys.executable, "-c", KEPT]}
        title = "A large trust, as people and several programs write it"
        _table(title, measure(commands | kept, base / "hands", given.runs), next(iter(floor)))
        title = (
            "The same in plain lines and as many files, with a comment here and there, as one careful program writes it"
        )
        _table(title, measure(commands | kept, base / "blocks", given.runs), next(iter(floor)))
        found = measure(commands, base / "few", given.runs)
        peers = _peers(given.quick)
        if peers:
            run(_igreg("schema", "--out", "schemas"), base / "few")
            found |= {name: run(command, base / "few") for name, command in peers.items()}
        _table("The same, as one program writes it: one file for each kind", found, next(iter(floor)))
        _table(
            "The same, one file for each record", measure(floor | check, base / "each", given.runs), next(iter(floor))
        )
        _findings(base, given.scale, given.runs, check)
        _growth(base, given.runs, check)
        _write(base / "practice", "few", 0, 0, "--practice")
        run(_igreg("schema", "--out", "schemas"), base / "practice")
        commands = {"empty typer application": [sys.executable, "-c", EMPTY_TYPER, "--help"]} | check
        commands |= {"igreg --help": _igreg("--help")} | _peers(given.quick)
        _table("A practice of 50, and starting up", measure(commands, base / "practice", 7), "empty typer application")


def _findings(base: Path, scale: float, runs: int, check: Commands) -> None:
    _write(base / "faulty", "hands", scale, 2000)
    command = check["igreg check"]
    there: Commands = {}
    for name, folder in (("clean", base / "hands"), ("2,000 findings", base / "faulty")):
        there[name] = [
            sys.executable,
            "-c",
            f"import os, sys; os.chdir({str(folder)!r}); os.execv(sys.executable, {command!r})",
        ]
    _table("The first register, with and without 2,000 findings", measure(there, base, runs), "clean")


def _growth(base: Path, runs: int, check: Commands) -> None:
    found = {}
    for scale in (0.1, 1.0):
        _write(base / f"x{scale}", "few", scale)
        found[f"scale {scale}"] = measure(check, base / f"x{scale}", runs)["igreg check"]
    _table("Growth: ten times the register", found, "scale 0.1")


if __name__ == "__main__":
    main()
