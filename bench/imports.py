"""`make bench-imports`: what it costs to bring in a year of training, beside the least that has to be done for it.

A register of 20,000 staff, of whom each has a staff number that the map of the import knows, and ten courses; and the
list that an e-learning system exports of them, 200,000 rows as CSV and as a workbook. Measured are the first import, into
a register without training; that of the month after, in which a twentieth of the rows is new; and a list in which nothing is. Besides, a list of the staff themselves, of whom no number is known yet.

Each stands beside its floor: the file read by the quickest reader that there is (`csv`, or calamine for a workbook), one
read of the register as it is afterwards (`igreg check --select IG0`), and as many bytes written as the import writes.
"""

from __future__ import annotations

import argparse
import csv
import datetime as dt
import os
import random
import shutil
import statistics
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from bench.generate import generate, write
from bench.measure import Figures, run
from bench.records import TODAY, Sizes
from igreg.exchange.identity.keys import Keys

SECRET = "5" * 64
HEADS = ("Employee Number", "Full Name", "Competence Name", "Completion Date", "Expiry Date", "Status", "Delivery")
DAY = ("--today", TODAY.isoformat())
LATER = 20
"""One row in so many is new in the second month."""
_GIVEN = (
    "Amara",
    "Ben",
    "Carys",
    "Dev",
    "Elin",
    "Farid",
    "Grace",
    "Hamza",
    "Iona",
    "Jude",
    "Kemi",
    "Leo",
    "Mina",
    "Nia",
)
_FIRST = ("Ab", "Bel", "Cor", "Dun", "El", "Far", "Gar", "Hol", "Ing", "Jar", "Ken", "Lang", "Mor", "Nor", "Os", "Pen")
_LAST = (
    "bury",
    "by",
    "combe",
    "dale",
    "den",
    "ey",
    "field",
    "ford",
    "ham",
    "ley",
    "low",
    "mere",
    "more",
    "ridge",
    "ton",
)

FLOOR = """
import csv, sys, os, subprocess
file, size = sys.argv[1], int(sys.argv[2])
if file.endswith("csv"):
    with open(file, newline="", encoding="utf-8-sig") as stream:
        rows = list(csv.reader(stream))
else:
    from python_calamine import CalamineWorkbook
    rows = CalamineWorkbook.from_path(file).get_sheet_by_index(0).to_python()
with open("floor.out", "wb") as out:
    out.write(b"x" * size)
    out.flush()
    os.fsync(out.fileno())
"""


def staff_name(number: int) -> tuple[str, str]:
    """Given and family name of a person; no two have the same."""
    number, given = divmod(number, len(_GIVEN))
    number, last = divmod(number, len(_LAST))
    number, first = divmod(number, len(_FIRST))
    return _GIVEN[given], f"{_FIRST[first]}{_LAST[last]}" + (f"-{_FIRST[number].capitalize()}man" if number else "")


def register(folder: Path, staff: int) -> None:
    """A register whose staff have names and numbers of their own, and no training yet."""
    sizes = replace(Sizes.trust(0.1), staff=staff, training=0)
    kinds = generate(sizes)
    kinds.pop("training-records")
    for number, text in enumerate(kinds["staff"]):
        lines = text.split("\n")
        kinds["staff"][number] = "\n".join(
            f"name: {' '.join(staff_name(number))}" if line.startswith("name: ") else line for line in lines
        )
    write(folder, kinds, "few")
    (folder / "igreg.toml").write_text("", encoding="utf-8")
    (folder / "imports").mkdir()
    (folder / "imports" / ".key").write_text(f"{SECRET}\n", encoding="ascii")
    hashed = Keys(SECRET.encode())
    lines = ["version = 1", 'kind = "training-records"', "", "[columns]"]
    fields = ("key", "staff", "course", "completed", "expires", "_status", "")
    lines += [f'"{head}" = "{field}"' for head, field in zip(HEADS, fields, strict=True) if field != "_status"]
    lines += ["", "[keys]"]
    lines += [f'{hashed.hash(str(key_of(number)))} = "s{number:05d}"' for number in range(staff)]
    (folder / "imports" / "training.toml").write_text("\n".join(lines) + "\n", encoding="utf-8")


def key_of(number: int) -> int:
    """The staff number of a person."""
    return 20_100_000 + number * 7


def rows(staff: int, *, later: bool) -> Iterator[Sequence[str | int | dt.date]]:
    """The rows of the list; `later` has the course done again in one row of some."""
    chance = random.Random(20261124)
    for person in range(staff):
        given, family = staff_name(person)
        for course in range(10):
            before, since = chance.randrange(8, 700), chance.randrange(8)
            is_again = later and (person * 10 + course) % LATER == 0
            done = TODAY - dt.timedelta(days=since if is_again else before)
            ends = done.replace(year=done.year + 1, day=min(done.day, 28))
            title = f"NHS|CSTF|Course {course} in information governance|"
            how = ("e-learning", "classroom")[course % 7 == 3]
            yield key_of(person), f"{family}, {given}", title, done, ends, "Completed", how


def csv_file(path: Path, staff: int, *, later: bool = False) -> None:
    """The list as CSV, days as people write them."""
    with path.open("w", newline="", encoding="utf-8-sig") as out:
        writer = csv.writer(out)
        writer.writerow(HEADS)
        for row in rows(staff, later=later):
            writer.writerow([one.strftime("%d/%m/%Y") if isinstance(one, dt.date) else one for one in row])


def people_file(path: Path, staff: int) -> None:
    """A list of the staff themselves, each with the number of which no map knows yet."""
    with path.open("w", newline="", encoding="utf-8-sig") as out:
        writer = csv.writer(out)
        writer.writerow(("Employee Number", "Full Name"))
        for person in range(staff):
            given, family = staff_name(person)
            writer.writerow((key_of(person), f"{family}, {given}"))


def workbook(path: Path, staff: int) -> None:
    """The list as a workbook, days as its days."""
    import xlsxwriter

    book = xlsxwriter.Workbook(path, {"constant_memory": True})
    sheet, days = book.add_worksheet("Training"), book.add_format({"num_format": "dd/mm/yyyy"})
    sheet.write_row(0, 0, HEADS)
    for number, row in enumerate(rows(staff, later=False), 1):
        for column, one in enumerate(row):
            if isinstance(one, dt.date):
                sheet.write_datetime(number, column, one, days)
            else:
                sheet.write(number, column, one)
    book.close()


def _fresh(made: Path, to: Path) -> Path:
    shutil.rmtree(to, ignore_errors=True)
    return shutil.copytree(made, to)


def _import(file: Path, *more: str) -> Sequence[str]:
    kind, name = ("staff", "people") if file.stem == "people" else ("training-records", "training")
    begin = [sys.executable, "-m", "igreg", "import", kind, str(file)]
    return [*begin, "--register", "register", "--map", f"imports/{name}.toml", *DAY, *more]


def measured(made: Path, file: Path, where: Path, runs: int) -> tuple[Figures, list[Figures]]:
    """The import of a file, and the two processes of its floor, in turn."""
    command = _import(file, "--yes", "-q")
    before = sum(path.stat().st_size for path in (made / "register").rglob("*.yaml"))
    after = _fresh(made, where / "after")
    first = run(command, after)
    if first.code:
        raise OSError(f"igreg import ended with {first.code}")
    size = sum(path.stat().st_size for path in (after / "register").rglob("*.yaml")) - before
    check = [sys.executable, "-m", "igreg", "check", "register", "--select", "IG0", *DAY]
    floor = [sys.executable, "-c", FLOOR, str(file), str(max(size, 0))]
    taken: list[list[Figures]] = [[], [], []]
    for _ in range(runs):
        for found, words, folder in zip(taken, (command, check, floor), (None, after, after), strict=True):
            found.append(run(words, folder or _fresh(made, where / "run")))
    return _median(taken[0]), [_median(one) for one in taken[1:]]


def _median(taken: Sequence[Figures]) -> Figures:
    return Figures(
        statistics.median(one.cpu for one in taken),
        statistics.median(one.wall for one in taken),
        statistics.median(one.peak for one in taken),
        taken[-1].code,
        min(one.cpu for one in taken),
    )


def main() -> None:
    """Measure and print one Markdown table."""
    parser = argparse.ArgumentParser(prog="python -m bench.imports", description=__doc__)
    parser.add_argument("--staff", type=int, default=20_000)
    parser.add_argument("--runs", type=int, default=3)
    given = parser.parse_args()
    print(f"\n### {given.staff * 10:,} rows of training\n")
    print("| what | CPU s, fewest | wall s | peak MB | floor: file and bytes | floor: register | ratio |")
    print("| --- | ---: | ---: | ---: | ---: | ---: | ---: |")
    with tempfile.TemporaryDirectory() as folder:
        where = Path(folder)
        empty = where / "empty"
        register(empty, given.staff)
        csv_file(where / "training.csv", given.staff)
        csv_file(where / "later.csv", given.staff, later=True)
        workbook(where / "training.xlsx", given.staff)
        people_file(where / "people.csv", given.staff)
        full = _fresh(empty, where / "full")
        run(_import(where / "training.csv", "--yes", "-q"), full)
        for name, made, file in (
            ("first import, CSV", empty, "training.csv"),
            ("the month after, CSV", full, "later.csv"),
            ("nothing new, CSV", full, "training.csv"),
            ("first import, workbook", empty, "training.xlsx"),
            ("the staff, whose numbers are learnt", empty, "people.csv"),
        ):
            one, (check, floor) = measured(made, where / file, where, given.runs)
            ratio = one.least / (check.least + floor.least)
            print(
                f"| {name} | {one.least:.2f} | {one.wall:.2f} | {one.peak:.0f} | {floor.least:.2f} | {check.least:.2f} | {ratio:.2f} |",
                flush=True,
            )


if __name__ == "__main__":
    _ = os
    main()
