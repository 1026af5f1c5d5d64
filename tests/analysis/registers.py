"""Small registers for tests of what can be asked: files by the name of their kind, without ending."""

from __future__ import annotations

import datetime as dt

from igreg.register.read import read
from igreg.register.register import Register
from tests.pages import sources

ORGANISATION = "{name: Example, type: other}\n"


def register(text: str = "", **files: str) -> Register:
    """A register from the YAML of its files: `register(roles="- {id: dpo, ...}")`; `_` stands for `-` in a kind's name.

    In `text` the files stand one below the other, each under a line `# file: roles.yaml`.
    """
    for part in text.split("# file:")[1:]:
        name, _, content = part.strip().partition("\n")
        files[name.removesuffix(".yaml")] = content
    files = {"organisation": ORGANISATION, **files}
    return read(
        sources({f"register/{name.replace('_', '-')}.yaml": f"{text}\n".encode() for name, text in files.items()})
    )


def day(text: str) -> dt.date:
    """A day as people write it in the register."""
    return dt.date.fromisoformat(text)
