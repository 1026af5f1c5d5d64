"""Starting igreg loads nothing heavy: `--help` and completion stay quick."""

from __future__ import annotations

import subprocess
import sys

HEAVY = ("pydantic", "ruamel", "yaml_rs", "jinja2", "graphviz", "rich", "igreg.model", "igreg.rules", "igreg.render")


def test_importing_the_command_line_is_light() -> None:
    code = f"import sys, igreg.cli.app; print([name for name in {HEAVY!r} if name in sys.modules])"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"
