"""Read the configuration file's text."""

from __future__ import annotations

from pathlib import Path

from igreg.errors import IgregError
from igreg.store.find import find_config, reason

MOST = 1024 * 1024
"""So many bytes a configuration file may have."""


def read_config(register: Path, given: Path | None) -> tuple[str, str]:
    """The name and the text of the configuration file; two empty strings where there is none."""
    found = find_config(register, given)
    if found is None:
        return "", ""
    try:
        if found.stat().st_size > MOST:
            raise IgregError(f"{found.name} has more than 1 MiB", "settings take a page")
        return found.name, found.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise IgregError(f"{found.name} cannot be read: {reason(error)}", "it is a TOML file in UTF-8") from None
