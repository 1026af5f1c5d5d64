"""Find the register, its repository and its configuration."""

from __future__ import annotations

from pathlib import Path

from igreg.errors import NO_REGISTER, IgregError

CONFIG = "igreg.toml"


def find_register(given: Path | None, here: Path | None = None, command: str = "check") -> Path:
    """The register's folder: the one given, or `register/` here or in the nearest parent.

    A folder without `organisation.yaml` that holds `register/` means that one (ruling A16). Raises IgregError
    with exit code 3 when there is none; `command` is what was asked for, so that its hint can be typed.
    """
    if given is not None:
        return _given(given)
    start = (here or Path.cwd()).resolve()
    for folder in (start, *start.parents):
        found = folder / "register"
        if found.is_dir():
            return found
        if folder.name == "register" and _has_organisation(folder):
            return folder
    raise IgregError(
        "no register here: neither this folder nor any above it holds a folder `register`",
        f"begin one with `igreg init`, or name its folder: igreg {command} path/to/register",
        NO_REGISTER,
    )


def _given(given: Path) -> Path:
    try:
        if given.is_file():
            raise IgregError(
                f"{given.as_posix()} is a file, and a register is a folder",
                "name the folder that holds organisation.yaml",
                NO_REGISTER,
            )
        if not given.is_dir():
            raise IgregError(f"there is no folder {given.as_posix()}", "check the path of the register", NO_REGISTER)
        folder = given.resolve()
        if not _has_organisation(folder) and (folder / "register").is_dir():
            return folder / "register"
        if not _may_be_register(folder):
            raise IgregError(
                f"{given.as_posix()} is not a register: there is no organisation.yaml in it, and no file or folder "
                "named after a kind of record",
                "name the folder that holds organisation.yaml, or begin a register with `igreg init`",
                NO_REGISTER,
            )
    except (OSError, ValueError) as error:
        raise IgregError(f"{given.as_posix()} cannot be read: {reason(error)}", "", NO_REGISTER) from None
    return folder


def holds_register(folder: Path) -> bool:
    """Whether a folder, or `register/` in it, has an `organisation.yaml`; no word of any other sort does."""
    try:
        return _has_organisation(folder) or _has_organisation(folder / "register")
    except (OSError, ValueError):
        return False


def holds_nothing(folder: Path) -> bool:
    """Whether there is nothing in a folder but what is hidden: a register may begin there, and none is there yet."""
    try:
        return all(path.name.startswith((".", "_")) for path in folder.iterdir())
    except OSError:
        return False


def _has_organisation(folder: Path) -> bool:
    return any((folder / f"organisation{ending}").exists() for ending in (".yaml", ".yml"))


def _may_be_register(folder: Path) -> bool:
    """Whether a folder may be meant as a register: by its own name, by what is in it, or since nothing is yet."""
    from igreg.model.kinds import KINDS

    names = [path.name.partition(".")[0].lower() for path in folder.iterdir() if not path.name.startswith((".", "_"))]
    return folder.name == "register" or not names or not {*KINDS, "organisation"}.isdisjoint(names)


def find_root(register: Path) -> Path:
    """The repository root: the nearest folder above the register with a `.git`, else the register's parent."""
    for folder in register.parents:
        if (folder / ".git").exists():
            return folder
    return register.parent


def find_repository(register: Path) -> tuple[Path, str]:
    """The root of the repository in which the register is committed, and the register's folder in it.

    A register that is a submodule, or a whole repository, belongs to that one (ruling H43).
    """
    if (register / ".git").exists():
        return register, "."
    root = find_root(register)
    return root, register.relative_to(root).as_posix()


def find_config(register: Path, given: Path | None) -> Path | None:
    """The configuration file: the one given, else `igreg.toml` beside the register folder, if it is there."""
    if given is not None:
        if not given.is_file():
            raise IgregError(f"there is no configuration file {given.as_posix()}", "check the path after --config")
        return given
    found = register.parent / CONFIG
    return found if found.is_file() else None


def reason(error: BaseException) -> str:
    """Why the system refused, in its own words and without the path."""
    return getattr(error, "strerror", None) or str(error) or type(error).__name__
