"""Templates: the organisation's own where it has one, else those that come with igreg."""

from __future__ import annotations

import importlib.resources
from pathlib import Path

from igreg.store.read import read_text


def read_template(register: Path, name: str) -> str:
    """The text of a template: `templates/NAME` beside the register's folder wins over the one that is shipped."""
    own = register.parent / "templates" / name
    if own.is_file():
        return read_text(own)
    shipped = importlib.resources.files("igreg").joinpath("templates", name)
    if shipped.is_file():
        return shipped.read_text(encoding="utf-8")
    return read_text(Path(__file__).parents[3] / "templates" / name)  # a checkout that is worked in
