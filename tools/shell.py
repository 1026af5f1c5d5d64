"""What igreg prints, for pages that show it."""

from __future__ import annotations

import os
import re
from pathlib import Path

ROOT = Path(__file__).parent.parent


def output(*words: str) -> str:
    """What `igreg WORDS` prints in the repository's root."""
    from typer.testing import CliRunner

    from igreg.cli.app import app

    os.environ["COLUMNS"] = "100"
    before = Path.cwd()
    os.chdir(ROOT)
    try:
        result = CliRunner().invoke(app, list(words), prog_name="igreg", terminal_width=100)
    finally:
        os.chdir(before)
    return str(result.stdout)


def help_text(*words: str) -> str:
    """What `igreg WORDS --help` prints, 100 columns wide."""
    return re.sub(r"[ \t]+\n", "\n", output(*words, "--help"))
