"""A file that somebody names, to be read whole: an export, a letter."""

from __future__ import annotations

from pathlib import Path

from igreg.errors import IgregError
from igreg.store.find import reason

LARGEST = 200 * 1024 * 1024
"""A file of more bytes is not read."""


def read_given(name: str, most: int = LARGEST) -> bytes:
    """The bytes of a file by its name as it was typed. Raises IgregError where it cannot be read, or is too large."""
    path = Path(name)
    try:
        if path.is_dir():
            raise IgregError(f"{name} is a folder", "name the file itself")
        with path.open("rb") as stream:
            data = stream.read(most + 1)
    except FileNotFoundError:
        raise IgregError(f"there is no file {name}", "check its path") from None
    except (OSError, ValueError) as error:
        raise IgregError(f"{name} cannot be read: {reason(error)}", "look at its permissions") from None
    if len(data) > most:
        raise IgregError(f"{name} has more than {most // 1024 // 1024} MiB", "export a smaller part of it")
    return data
