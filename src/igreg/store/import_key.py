"""The secret by which keys of other systems become what a map holds: in `imports/.key`, or in the environment."""

from __future__ import annotations

import os
import re
import secrets
from pathlib import Path

from igreg.dataclass import dataclass
from igreg.errors import IgregError
from igreg.store.find import reason
from igreg.store.maps import FOLDER
from igreg.store.write import write_files

NAME = ".key"
VARIABLE = "IGREG_IMPORT_KEY"
SIZE = 32
"""So many bytes the secret has."""
SHORTEST = 32
"""So many characters a text of the environment must have."""


@dataclass(frozen=True)
class ImportKey:
    """A secret, and where it is kept."""

    secret: bytes
    path: Path
    fresh: bool = False
    """Whether it was made just now, and stands nowhere yet."""

    def keep(self) -> None:
        """Write a fresh secret down, for nobody but its owner to read, and first of all out of what is committed.

        Raises IgregError where it cannot be written.
        """
        if not self.fresh:
            return
        ignore = self.path.parent.parent / ".gitignore"
        line = f"{FOLDER}/{NAME}"
        try:
            before = ignore.read_bytes() if ignore.exists() else b""
            if line.encode() not in before.split():
                between = b"\n" if before and not before.endswith(b"\n") else b""
                write_files({ignore: before + between + line.encode() + b"\n"})
            self.path.parent.mkdir(parents=True, exist_ok=True)
            handle = os.open(self.path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(handle, "w", encoding="ascii") as file:
                file.write(f"{self.secret.decode()}\n")
        except FileExistsError:
            raise IgregError(f"{line} was written by somebody else meanwhile", "run the command again") from None
        except OSError as error:
            raise IgregError(f"{line} cannot be written: {reason(error)}", f"or give the key as {VARIABLE}") from None


def import_key(beside: Path) -> ImportKey:
    """The secret of a repository, or a fresh one. Raises IgregError where what is there is none."""
    path = beside / FOLDER / NAME
    given = os.environ.get(VARIABLE, "").strip()
    if given:
        if len(given) < SHORTEST:
            raise IgregError(f"{VARIABLE} is too short to keep anything", f"give it {SHORTEST} characters or more")
        return ImportKey(given.encode(), path)
    try:
        text = path.read_text(encoding="ascii").strip()
    except FileNotFoundError:
        return ImportKey(secrets.token_hex(SIZE).encode(), path, fresh=True)
    except (OSError, UnicodeDecodeError) as error:
        said = reason(error) if isinstance(error, OSError) else "it is no key"
        raise IgregError(f"{FOLDER}/{NAME} cannot be read: {said}", f"or give the key as {VARIABLE}") from None
    if not re.fullmatch(f"[0-9a-f]{{{2 * SIZE}}}", text):
        raise IgregError(f"{FOLDER}/{NAME} is no key", "bring it back, or take it away: people are found by name again")
    return ImportKey(text.encode(), path)
