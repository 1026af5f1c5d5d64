"""The files that a command could not read in full: gathered while it reads, said first and last."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from igreg.cli import console


class UnreadFiles:
    """The files of which something is missing in all that a command says. It grows as the command reads more."""

    def __init__(self) -> None:
        self._files: list[str] = []
        self._said: list[str] = []

    def __iter__(self) -> Iterator[str]:
        return iter(self._files)

    def __bool__(self) -> bool:
        return bool(self._files)

    def add(self, files: Iterable[str]) -> None:
        """Put files to those that could not be read in full, each once."""
        self._files += [file for file in dict.fromkeys(files) if file not in self._files]

    def clear(self) -> None:
        """Forget them all: what was amiss is put right, and read again."""
        self._files.clear()

    def say(self) -> None:
        """Say which they are, whatever else is said: what they hold must not pass for missing."""
        self._said = list(self._files)
        if self._files:
            from igreg.language.english import some_of
            from igreg.render.escape.terminal import plain

            console.say(
                f"warning: {some_of([plain(file) for file in self._files])} could not be read in full, so what "
                f"{'it holds' if len(self._files) == 1 else 'they hold'} may be missing here: see `igreg check`"
            )

    def say_more(self) -> None:
        """The same at a refusal, which stands right below what was said first: only of what was not said yet."""
        if self._said != self._files:
            self.say()
