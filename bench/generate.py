"""Write a valid register of any size, the same bytes every time: `python -m bench.generate DIR --scale 1.0`.

Scale 1.0 is a large trust: 20,000 staff, 200,000 training records, 800 roles, 200 units, 600 policies, 3,000 incidents,
1,200 audits, 5,000 assets, 300 flows, 500 meetings. Layouts: `few` (one file per kind), `each` (one file per record,
training records by the thousand), `some` (a hundred records a file), `hands` (some 450 files as people and other
programs write them, see `bench.hands`), `blocks` (the same files in plain lines with some comments, as one careful
program writes them). Everything is dated for 2026-11-24.
"""

from __future__ import annotations

import argparse
import random
from pathlib import Path

from bench import hands
from bench.any_kind import any_kind
from bench.records import MAKERS, ORGANISATION, Sizes
from igreg.model.kinds import in_order

WITHOUT = ("organisation", "delegations", "exceptions")
"""The one that is written apart, and what a large register can do without."""


def generate(sizes: Sizes) -> dict[str, list[str]]:
    """Every kind's records as YAML text, without the dash of a list."""
    chance = random.Random(20261124)
    made = {kind: list(make(sizes, chance)) for kind, make in MAKERS.items()}
    first = {kind: records[0].partition("\n")[0].removeprefix("id: ") for kind, records in made.items() if records}
    return made | {kind: list(any_kind(kind, first, sizes)) for kind in in_order() if kind not in (*MAKERS, *WITHOUT)}


def plant(kinds: dict[str, list[str]], faults: int) -> None:
    """Put faults into assets and incidents, spread evenly: unknown references, values out of range, unknown fields."""
    targets = [(kind, i) for kind in ("assets", "incidents", "staff") for i in range(len(kinds[kind]))]
    step = max(len(targets) // max(faults, 1), 1)
    for number, (kind, i) in enumerate(targets[::step][:faults]):
        line = ("\nunit: no-such-unit", "\ncolour: blue", "\nhours_per_week: 400")[number % 3]
        record = "\n".join(
            row for row in kinds[kind][i].split("\n") if not row.startswith(("unit:", "hours_per_week:"))
        )
        kinds[kind][i] = record + (line if kind == "staff" or number % 3 != 2 else "\ntags: one")


def write(target: Path, kinds: dict[str, list[str]], layout: str) -> int:
    """Write a register; gives the number of bytes."""
    files = files_of(kinds, layout)
    for name, text in files.items():
        path = target / "register" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
    return sum(len(text) for text in files.values())


def files_of(kinds: dict[str, list[str]], layout: str) -> dict[str, str]:
    """The text of each file, by its name in the register's folder."""
    return _by_hand(kinds, layout == "blocks") if layout in ("hands", "blocks") else _by_program(kinds, layout)


def _by_hand(kinds: dict[str, list[str]], plain: bool) -> dict[str, str]:
    files = {"organisation.yaml": hands.file_text("organisation", 1, [ORGANISATION], one=True, plain=plain)}
    for kind, records in kinds.items():
        size = hands.FILES.get(kind, len(records))
        for start in range(0, len(records), size):
            name = f"{kind}.yaml" if len(records) <= size else f"{kind}/part-{start // size + 1:03d}.yaml"
            files[name] = hands.file_text(kind, start, records[start : start + size], plain=plain)
    return files


def _by_program(kinds: dict[str, list[str]], layout: str) -> dict[str, str]:
    files = {"organisation.yaml": ORGANISATION}
    sizes = {"few": 10**9, "some": 100, "each": 1}
    for kind, records in kinds.items():
        size = max(sizes[layout], 1000) if kind == "training-records" else sizes[layout]
        if size == 1:
            for record in records:
                files[f"{kind}/{record.partition(chr(10))[0].removeprefix('id: ')}.yaml"] = record + "\n"
            continue
        for start in range(0, len(records), size):
            name = f"{kind}.yaml" if len(records) <= size else f"{kind}/{start // size:04d}.yaml"
            files[name] = "".join(
                "- " + record.replace("\n", "\n  ") + "\n" for record in records[start : start + size]
            )
    return files


def main() -> None:
    """Write one register."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("dir", type=Path)
    parser.add_argument("--scale", type=float, default=1.0)
    parser.add_argument("--practice", action="store_true", help="a practice of 50 instead")
    parser.add_argument("--layout", choices=("few", "some", "each", "hands", "blocks"), default="few")
    parser.add_argument("--faults", type=int, default=0)
    given = parser.parse_args()
    kinds = generate(Sizes.practice() if given.practice else Sizes.trust(given.scale))
    plant(kinds, given.faults) if given.faults else None
    size = write(given.dir, kinds, given.layout)
    print(f"{sum(map(len, kinds.values()))} records, {size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
