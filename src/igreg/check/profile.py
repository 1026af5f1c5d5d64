"""Where the time of a check goes: seconds per stage and per rule."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Iterator
from dataclasses import field

from igreg.dataclass import dataclass


@dataclass
class Profile:
    """Seconds of wall time per stage, in order, and per rule."""

    stages: dict[str, float] = field(default_factory=dict)
    rules: dict[str, float] = field(default_factory=dict)

    @contextlib.contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Time one stage."""
        start = time.perf_counter()
        yield
        self.stages[name] = self.stages.get(name, 0.0) + time.perf_counter() - start
