"""Tables that lie, given to the reader of spreadsheets and to `igreg import`: what each cost, and whether it ended well.

    python -m bench.hostile_tables [--hand | --chance] [--part K/N] [--seconds N] [--done FILE] [WORD ...]

Some are made by hand (`bench.hostile_table_cases`), 1,728 by chance: twelve sorts of sound tables, altered in twelve ways, twelve
times each. Each is read in a process of its own, and brought into a small register in another, with `--yes`. A run fails
when it takes longer than 2 seconds of CPU or more than 256 MiB, prints a traceback, ends by a signal or with a code that
is none of 0, 1 and 2, says nothing where it refuses, or changes a byte of the register while it does.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import resource
import sys
import tempfile
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

from bench.hostile import _apart, told
from bench.hostile_table_cases import SOUND, Table, by_chance, by_hand

SECONDS = 2.0
REGISTER = {
    "organisation.yaml": "name: Millbeck\ntype: gp-practice\n",
    "units.yaml": "- {id: ward-1, name: Ward 1}\n- {id: ward-2, name: Ward 2}\n",
    "staff.yaml": "- {id: j-osei, name: Jane Osei, unit: ward-1}\n",
}


def main() -> int:
    """Run all tables and print those that fail, then what the worst cost."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("words", nargs="*")
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--hand", action="store_true", help="those alone that are made by hand")
    which.add_argument("--chance", action="store_true", help="those alone that chance makes")
    parser.add_argument("--part", default="1/1", help="every Nth table from the Kth on: K/N")
    parser.add_argument("--seconds", type=float, default=SECONDS, help="the most that a run may take")
    parser.add_argument("--done", type=Path, help="a file that keeps which tables have ended")
    given = parser.parse_args()
    _load()
    counts = {"tables": 0, "read": 0, "refused": 0, "failed": 0}
    worst_time = worst_memory = (0.0, "")
    for table in _chosen(given):
        counts["tables"] += 1
        costs = []
        with tempfile.TemporaryDirectory() as folder:
            for name, (seconds, mib, code, said, is_changed) in _runs(table, Path(folder)):
                bad = told(seconds, mib, code, said, given.seconds) + _amiss(table, name, code, said, is_changed)
                worst_time = max(worst_time, (seconds, f"{table.name}: {name}"))
                worst_memory = max(worst_memory, (mib, f"{table.name}: {name}"))
                if name == "read":
                    counts["refused" if code else "read"] += 1
                if bad:
                    counts["failed"] += 1
                    print(f"{table.name}: {name}: {', '.join(bad)}", flush=True)
                costs.append(f"{name} {code} {seconds:.2f} s {mib:.0f} MiB")
        if given.done:
            with given.done.open("a", encoding="utf-8") as file:
                file.write("\t".join((repr(table.name), *costs)) + "\n")
    print(", ".join(f"{number:,} {what}" for what, number in counts.items()))
    print(f"longest: {worst_time[0]:.2f} s ({worst_time[1]}); largest: {worst_memory[0]:.0f} MiB ({worst_memory[1]})")
    return 1 if counts["failed"] else 0


def _chosen(given: argparse.Namespace) -> Iterator[Table]:
    every = (
        by_hand()
        if given.hand
        else by_chance()
        if given.chance
        else (one for some in (by_hand(), by_chance()) for one in some)
    )
    named = (one for one in every if not given.words or any(word in one.name for word in given.words))
    first, step = map(int, given.part.split("/"))
    ended = (
        {line.split("\t")[0] for line in given.done.read_text().splitlines()}
        if given.done and given.done.exists()
        else set()
    )
    return (one for one in islice(named, first - 1, None, step) if repr(one.name) not in ended)


Run = tuple[float, float, int, str, bool]


def _runs(table: Table, folder: Path) -> Iterator[tuple[str, Run]]:
    """The reader, and the whole command, each with the table."""
    file, register = folder / f"table.{table.ending}", folder / "register"
    register.mkdir()
    for name, text in REGISTER.items():
        (register / name).write_text(text, encoding="utf-8")
    (folder / "igreg.toml").write_text("")
    _apart(lambda path: _write(path, table), file)
    before = _sums(register)
    yield "read", (*_child(lambda: _read(file)), False)
    words = [
        "igreg",
        "import",
        "staff",
        str(file),
        "--register",
        str(register),
        "--today",
        "2026-11-24",
        "--yes",
        "--missing",
        "keep",
    ]
    seconds, mib, code, said = _child(lambda: _command(words))
    yield "import", (seconds, mib, code, said, _sums(register) != before)


def _write(path: Path, table: Table) -> None:
    path.write_bytes(table.make())


def _amiss(table: Table, name: str, code: int, said: str, is_changed: bool) -> list[str]:
    """What is wrong with how a run ended."""
    out = ["it was taken"] if table.refused and name == "import" and not code else []
    if code == 3:
        out.append(f"exit 3: {said[-200:]}")
    if code and not said.strip():
        out.append("it says nothing")
    if code and is_changed:
        out.append("the register changed")
    return out


def _sums(folder: Path) -> list[tuple[str, str]]:
    return sorted(
        (path.name, hashlib.sha256(path.read_bytes()).hexdigest()) for path in folder.iterdir() if path.is_file()
    )


def _read(file: Path) -> int:
    """The reader alone, as the command uses it."""
    import gc

    from igreg.errors import IgregError
    from igreg.sheets.read import read_book
    from igreg.store.given import read_given

    gc.disable()  # as the command does
    try:
        read_book(file.name, read_given(str(file)))
    except IgregError as error:
        print(error, file=sys.stderr)
        return 2
    return 0


def _command(words: list[str]) -> int:
    sys.argv = words
    from igreg.__main__ import run as igreg

    igreg()
    return 0


def _child(work: Callable[[], int]) -> tuple[float, float, int, str]:
    """Some work in a process of its own: seconds of CPU, MiB at most, exit code and what it said."""
    with tempfile.TemporaryFile() as said:
        child = os.fork()
        if not child:
            code = 70
            try:
                resource.setrlimit(resource.RLIMIT_AS, (3 << 30, 3 << 30))
                resource.setrlimit(resource.RLIMIT_CPU, (30, 30))
                void = os.open(os.devnull, os.O_RDWR)
                for to, stream in ((0, void), (1, void), (2, said.fileno())):
                    os.dup2(stream, to)
                code = work()
            except BaseException as error:
                import traceback

                os.write(2, "".join(traceback.format_exception(error)).encode("utf-8", "replace"))
            finally:
                sys.stderr.flush()
                os._exit(code)
        _, status, used = os.wait4(child, 0)
        said.seek(0)
        text = said.read(100_000).decode("utf-8", "replace")
    return used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, os.waitstatus_to_exitcode(status), text


def _sound(ending: str) -> bytes:
    return next(sound for other, sound in SOUND.values() if other == ending)()


def _load() -> None:
    """Everything that a run may load, once: an import of a table that is sound."""
    import python_calamine  # noqa: F401

    with tempfile.TemporaryDirectory() as folder:
        for ending in ("csv", "xlsx", "ods"):
            file = Path(folder) / f"t.{ending}"
            file.write_bytes(_sound(ending))
            _read(file)
    import igreg.cli.app
    import igreg.cli.import_
    import igreg.exchange.importing
    import igreg.register.read
    import igreg.render.plan.text
    import igreg.source.reading.exact  # noqa: F401
    from igreg.check.engine import check  # noqa: F401


if __name__ == "__main__":
    sys.exit(main())
