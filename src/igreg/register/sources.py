"""What a register is read from: texts, never files. The edges fill it; tests make one by hand."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import field

from igreg.dataclass import dataclass
from igreg.findings import Told


def no_document(path: str) -> bool:
    """The answer where nobody can look: there is no such document."""
    return False


@dataclass(frozen=True, slots=True)
class Sources:
    """The texts of a register and what the edges already know about its files.

    `texts` maps names relative to the repository root (with `/`) to decoded text; `root` is the register's own folder
    in the same form. `faults` are those of files that could not be read. `has_document`
    answers whether a path of the repository is there.
    """

    texts: Mapping[str, str]
    root: str = "register"
    folders: tuple[str, ...] = ()
    faults: tuple[Told, ...] = ()
    unreadable: tuple[str, ...] = ()
    has_document: Callable[[str], bool] = field(default=no_document)
    garbled: Mapping[str, str] = field(default_factory=dict)
    """Files that are no UTF-8, as far as they can be made out: a person's number in one is found all the same."""
    names: tuple[str, ...] = ()
    """Every file below the register that is not passed over, be it read or not."""
    frameworks: Mapping[str, str] = field(default_factory=dict)
    """The own packs that stand in `frameworks/`, by file; they are no part of the register's files (ruling E15)."""
    framework_faults: tuple[Told, ...] = ()
    """What is wrong with files of `frameworks/` that could not be read."""

    @property
    def prefix(self) -> str:
        """What the names of the register's files begin with: the folder and a slash, or nothing for the top."""
        return f"{self.root}/" if self.root else ""

    @property
    def every_text(self) -> Mapping[str, str]:
        """The texts of the register and of the own packs beside it, for whoever shows lines of them."""
        return {**self.texts, **self.frameworks}
