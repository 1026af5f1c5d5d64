"""Compiles igreg and what it stands on, as pip does for its users: uv leaves that to the first run, and where Python is
told to write no bytecode (`PYTHONDONTWRITEBYTECODE`), each run would compile pydantic and Typer anew."""

from __future__ import annotations

import compileall
import re
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

_NAME = re.compile(r"[A-Za-z0-9._-]+")
SOURCE = Path(__file__).parent.parent / "src" / "igreg"


def main() -> None:
    """Compile what is not compiled yet."""
    compileall.compile_dir(SOURCE, quiet=2)
    for name in needed("igreg", set()):
        for file in distribution(name).files or ():
            if file.suffix == ".py" and ".." not in file.parts:
                compileall.compile_file(file.locate(), quiet=2)


def needed(name: str, seen: set[str]) -> Iterator[str]:
    """A package and all that it needs without extras, each once; what is not installed here is left out."""
    if name in seen:
        return
    seen.add(name)
    try:
        needs = distribution(name).requires or []
    except PackageNotFoundError:
        return
    yield name
    for need in needs:
        match = _NAME.match(need)
        if match and "extra ==" not in need:
            yield from needed(match[0].lower().replace("_", "-"), seen)


if __name__ == "__main__":
    main()
