"""Read the texts of own packs: those in `frameworks/`, beside where `igreg.toml` is or would be (ruling E15)."""

from __future__ import annotations

from pathlib import Path

from igreg.findings import INVALID_YAML, Fault, Origin, Told
from igreg.register.file_names import ENDINGS, passed_over
from igreg.source.reading.document import decode
from igreg.source.reading.limits import MOST_BYTES, too_large
from igreg.store.find import reason

FRAMEWORKS = "frameworks"


def read_frameworks(folder: Path, root: Path) -> tuple[dict[str, str], tuple[Told, ...]]:
    """The texts of the packs directly in a folder, by file, and what is wrong with files that have none.

    Files are named from the repository root where they are below it, else from the folder that holds `frameworks/`.
    """
    texts: dict[str, str] = {}
    faults: list[Told] = []
    try:
        found = sorted(path for path in folder.iterdir() if path.name.endswith(ENDINGS) and not passed_over(path.name))
    except FileNotFoundError:
        return {}, ()
    except OSError as error:
        message = f"the folder cannot be read: {reason(error)}"
        return {}, (Told(INVALID_YAML, Fault(Origin(_named(folder, root)), (), message, "look at its permissions")),)
    for path in found:
        file = _named(path, root)
        text, fault = _text(path, file)
        if fault is not None:
            faults.append(fault)
        elif text is not None:
            texts[file] = text
    return texts, tuple(faults)


def _text(path: Path, file: str) -> tuple[str | None, Told | None]:
    def refuse(message: str, help: str) -> tuple[None, Told]:
        return None, Told(INVALID_YAML, Fault(Origin(file), (), message, help))

    try:
        if path.is_symlink() and not path.resolve(strict=True).is_relative_to(path.parent.resolve()):
            return refuse("a link that leads outside the folder, or nowhere", "put the file itself here")
        if not path.is_file():
            return refuse("this is not an ordinary file", "put a plain file here, or take it away")
        size = path.stat().st_size
        return (None, too_large(file, size)) if size > MOST_BYTES else decode(file, path.read_bytes())
    except (OSError, RuntimeError) as error:
        return refuse(f"the file cannot be read: {reason(error)}", "look at its permissions")


def _named(path: Path, root: Path) -> str:
    return (path.relative_to(root) if path.is_relative_to(root) else Path(FRAMEWORKS) / path.name).as_posix()
