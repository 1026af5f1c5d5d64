"""The power goes in the middle of a command that writes: at each thing it asks of the disk, one after the other."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest


class PowerCut(BaseException):
    """Nothing is tidied up after it."""


class Power:
    """Lets so many changes of the disk happen, and then none any more: no file made, flushed, renamed or removed."""

    def __init__(self, number: int) -> None:
        self.left = number
        self.is_off = False

    def on(self, patch: pytest.MonkeyPatch) -> None:
        """Watch every change that the writer makes."""
        for owner, name in ((tempfile, "mkstemp"), (os, "fsync"), (Path, "replace"), (Path, "chmod")):
            patch.setattr(owner, name, self._counted(getattr(owner, name)))
        remove = Path.unlink
        patch.setattr(Path, "unlink", lambda path, missing_ok=False: self._remove(remove, path, missing_ok))

    def _counted(self, act: Callable[..., Any]) -> Callable[..., Any]:
        def counted(*given: Any, **named: Any) -> Any:
            self._spend()
            return act(*given, **named)

        return counted

    def _remove(self, remove: Callable[..., None], path: Path, missing_ok: bool) -> None:
        if not self.is_off and path.exists():
            self._spend()
            remove(path, missing_ok=missing_ok)

    def _spend(self) -> None:
        if self.left == 0:
            self.is_off = True
        if self.is_off:
            raise PowerCut
        self.left -= 1


def cut_off(run: Callable[[], object]) -> Iterator[int]:
    """Run something again and again, the power going one change of the disk later each time, until it comes to its end.

    Gives the number of changes that happened, after each run that was cut off; whoever asks looks at what is there and
    puts back what was.
    """
    for number in range(200):
        with pytest.MonkeyPatch.context() as patch:
            Power(number).on(patch)
            try:
                run()
            except PowerCut:
                pass
            else:
                return
        yield number
    raise AssertionError("it never comes to its end")
