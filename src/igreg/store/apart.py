"""Work in a process of its own, which is stopped when it takes too long, and has only so much memory."""

from __future__ import annotations

import subprocess
import sys

SECONDS = 20.0
"""So long may such work take."""
MEMORY = 1 << 30
"""So much memory may it ask for, where the system can hold it to that."""
_BEGIN = """
import sys
sys.path[:] = {path!r}
try:
    import resource
    top = resource.getrlimit(resource.RLIMIT_AS)[1]
    resource.setrlimit(resource.RLIMIT_AS, ({memory} if top < 0 else min({memory}, top), top))
except (ImportError, ValueError, OSError):
    pass
"""


class Stopped(Exception):
    """Work that was stopped, or ended without an answer; the text says why."""


def apart(work: str, given: bytes, seconds: float = SECONDS, memory: int = MEMORY) -> bytes:
    """What some lines of Python write to standard output, with `given` on standard input.

    Raises Stopped where it took longer than `seconds`, or ended in another way than by itself.
    """
    lines = _BEGIN.format(path=sys.path, memory=memory) + work
    try:
        done = subprocess.run(
            [sys.executable, "-P", "-c", lines],
            input=given,
            capture_output=True,
            timeout=seconds,
            check=False,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except subprocess.TimeoutExpired:
        raise Stopped(f"it took longer than {seconds:g} seconds, and was stopped") from None
    except OSError as error:
        raise Stopped(f"it could not be begun: {error.strerror or error}") from None
    if done.returncode != 0:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        if "MemoryError" in (said[-1] if said else "") or done.returncode < 0:
            raise Stopped("it took too much memory")
        raise Stopped(said[-1][:200] if said else "it ended without an answer")
    return done.stdout
