"""Where the map of an import stands, and what it says: beside igreg.toml, and never behind a link that leads away."""

from __future__ import annotations

from pathlib import Path

from igreg.errors import IgregError
from igreg.store.find import reason

FOLDER = "imports"


def map_path(beside: Path, name: str) -> Path:
    """The map of a file of this name, whether it is there or not."""
    return beside / FOLDER / f"{name}.toml"


def read_map_text(path: Path) -> str | None:
    """The text of a map; nothing where there is none. Raises IgregError where it cannot be read."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return None
    except (OSError, UnicodeDecodeError) as error:
        raise IgregError(f"{path.name} cannot be read: {reason(error)}", "a map is a TOML file in UTF-8") from None


def refuse_link_away(path: Path, root: Path) -> None:
    """Raise IgregError where a path below the repository leads out of it by a link."""
    try:
        away = path.absolute().is_relative_to(root) and not path.resolve().is_relative_to(root.resolve())
    except (OSError, RuntimeError) as error:
        raise IgregError(f"{path.name} cannot be read: {reason(error)}", "look at its links") from None
    if away:
        raise IgregError(
            f"{path.name} is behind a link that leads out of the repository", "put a folder and a file in its place"
        )
