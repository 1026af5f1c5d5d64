"""How long something may take, and how much memory: what is held from outside, since it does not hold itself."""

from __future__ import annotations

import contextlib
import os
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

_TRIES = 30
"""So often, each a tenth of a second, is a question told to stop."""


@contextlib.contextmanager
def stopped_after(
    interrupt: Callable[[], object], seconds: float, give_up: Callable[[], None]
) -> Iterator[threading.Event]:
    """Interrupt what goes on when its time is over, again and again until it has stopped; what it gives is set by then.

    Where it goes on all the same, `give_up` is called, from another thread.
    """
    done, stopped = threading.Event(), threading.Event()

    def watch() -> None:
        wait, tries = seconds, 0
        while not done.wait(wait):
            stopped.set()
            interrupt()
            wait, tries = 0.1, tries + 1
            if tries == _TRIES:
                give_up()

    watcher = threading.Thread(target=watch, daemon=True)
    watcher.start()
    try:
        yield stopped
    finally:
        done.set()
        watcher.join()


@contextlib.contextmanager
def little_memory(most: int) -> Iterator[None]:
    """Hold the whole process to so many bytes more than it has: some functions of DuckDB ask for them unseen."""
    try:
        import resource

        with Path("/proc/self/statm").open(encoding="ascii") as file:
            now = int(file.read().split()[0]) * os.sysconf("SC_PAGE_SIZE")
    except (ImportError, OSError, ValueError):
        yield
        return
    before = resource.getrlimit(resource.RLIMIT_AS)
    wanted = now + most
    top = wanted if before[1] == resource.RLIM_INFINITY else min(wanted, before[1])
    resource.setrlimit(resource.RLIMIT_AS, (top, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, before)
