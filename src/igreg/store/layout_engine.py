"""The one value that runs the layout engine: DOT in on standard input, places out, or a clear word why not.

The engine is Graphviz as a wheel (decision 0030); a system's own `dot` is used on request. Its exit code is trusted and
nothing else: what it gives together with a failure is thrown away.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sysconfig
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from igreg.dataclass import dataclass
from igreg.errors import IgregError
from igreg.store.find import reason

SECONDS = 120.0
"""How long the engine may take over one drawing."""
BUNDLED = "graphviz-pure"
_MOST = 200 * 1024 * 1024


@dataclass(frozen=True)
class LayoutEngine:
    """The engine to draw with, which is run as a program of its own."""

    program: str | None = None
    """The name or path of a system's `dot`; else it is igreg's own."""
    seconds: float = SECONDS
    """How long it may take over one drawing."""

    def layout(self, dot: str) -> dict[str, Any]:
        """Where the engine puts what a DOT text holds: Graphviz's JSON.

        Raises IgregError when the engine is missing, takes too long, fails, or gives no whole answer.
        """
        program = find_engine(self.program)
        name = Path(program).name
        try:
            done = subprocess.run(
                [program, "-Tjson0"],
                input=dot.encode("utf-8"),
                capture_output=True,
                timeout=self.seconds,
                check=False,
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        except subprocess.TimeoutExpired:
            limit = f"{self.seconds:g} second{'' if self.seconds == 1 else 's'}"
            raise IgregError(
                f"the layout engine {name} had not finished after {limit} and was stopped",
                "draw less at once (--unit, --area or --depth), or give it longer with --time-limit",
            ) from None
        except (OSError, ValueError) as error:
            raise IgregError(f"the layout engine {name} cannot be run: {reason(error)}", _hint(self.program)) from None
        if done.returncode != 0:
            said = done.stderr.decode("utf-8", "replace").strip().splitlines()
            worst = [line for line in said if not line.startswith("Warning")]
            why = f": {(worst or said)[0][:200]}" if said else ""
            how = f"ended with signal {-done.returncode}" if done.returncode < 0 else f"failed ({done.returncode})"
            raise IgregError(f"the layout engine {name} {how}{why}", _hint(self.program))
        if len(done.stdout) > _MOST:
            raise IgregError(f"the layout engine {name} gave a drawing of more than 200 MiB", "draw less at once")
        try:
            found = json.loads(done.stdout)
        except ValueError:
            found = None
        if not isinstance(found, dict) or "bb" not in found:
            raise IgregError(f"the layout engine {name} gave no whole drawing", _hint(self.program))
        return found


def find_engine(engine: str | None = None) -> str:
    """The path of the layout engine: the one asked for, else the one that was installed with igreg."""
    if engine is not None:
        found = shutil.which(engine)
        if found is None:
            raise IgregError(
                f"there is no layout engine {engine!r}", "install Graphviz, or leave out --engine to use igreg's own"
            )
        return found
    for place in _places():
        if place.is_file() and os.access(place, os.X_OK):
            return str(place)
    found = shutil.which(BUNDLED)
    if found is None:
        raise IgregError(
            f"the layout engine {BUNDLED} is not installed",
            f"it comes with igreg: `python -m pip install {BUNDLED}`; or use a system's: --engine dot",
        )
    return found


def _places() -> Iterator[Path]:
    """Where the wheel may have put the program: beside this Python's scripts, else as its own list says."""
    program = f"{BUNDLED}.exe" if os.name == "nt" else BUNDLED
    yield Path(sysconfig.get_path("scripts")) / program
    from importlib import metadata  # with e-mail and archives: only where it has to be looked for

    try:
        files = metadata.files(BUNDLED) or []
    except metadata.PackageNotFoundError:
        files = []
    yield from (Path(str(file.locate())) for file in files if file.name == program)


def _hint(engine: str | None) -> str:
    if engine is not None:
        return "leave out --engine to use the engine that comes with igreg"
    return f"`python -m pip install --force-reinstall {BUNDLED}`, or use a system's own: --engine dot"
