"""Run Git: few fixed sub-commands that only read, with nothing of the configuration that runs a program (ruling H41).

Neither `log`, `diff`, `status` nor `blame` are run: what they print, and what they start, hangs on settings of the user
and of the repository. Variables `GIT_*` of the environment are dropped, since hooks set them (ruling H40).
"""

from __future__ import annotations

import os
import shutil
import subprocess
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from igreg.dataclass import dataclass
from igreg.errors import NO_REGISTER, IgregError
from igreg.git.called import called, own_path, own_words
from igreg.language.characters import plain

SECONDS = 60.0
"""So long may one call take (ruling H54)."""
COMMANDS = frozenset(["rev-parse", "rev-list", "for-each-ref", "cat-file", "diff-tree", "ls-tree", "merge-base"])
_PIPE = 1 << 20
"""So many bytes a call may have printed that nobody has read yet, where the system allows it."""
_SETTINGS = {
    "core.fsmonitor": "false",
    "core.hooksPath": os.devnull,
    "core.pager": "cat",
    "core.quotePath": "false",
    "diff.external": "",
    "protocol.allow": "never",
    "credential.helper": "",
}
_ENVIRONMENT = {
    "GIT_ALLOW_PROTOCOL": "none",
    "GIT_ATTR_NOSYSTEM": "1",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_CONFIG_SYSTEM": os.devnull,
    "GIT_GRAFT_FILE": os.devnull,
    "GIT_LITERAL_PATHSPECS": "1",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_PAGER": "cat",
    "GIT_TERMINAL_PROMPT": "0",
    "LC_ALL": "C",
}
"""A partial clone would fetch what it lacks, through a program that the repository names: every protocol is forbidden.
Replaced and grafted commits would show another history than the one that is hashed (ruling H42)."""


class NoHistory(IgregError):
    """There is no history to be asked: no Git, no repository, no commit, or not the objects that are needed."""


@dataclass(frozen=True)
class Git:
    """The repository at a root: the nearest folder above the register with a `.git`."""

    root: Path
    seconds: float = SECONDS
    folder: str = ""
    """The name of the register's folder where that is the root itself (see `git.called`)."""

    def path(self, path: str) -> str:
        """A path of the register's files as the repository has it."""
        return own_path(path, self.folder) if self.folder else path

    def run(self, command: str, *words: str, given: bytes = b"") -> bytes:
        """What one call prints. Raises NoHistory where Git refuses, and IgregError (3) where it takes too long."""
        if command not in COMMANDS:
            raise ValueError(command)
        if self.folder:
            own = own_words(command, words, self.folder)
            return b"" if own is None else called(command, words, self._run(command, own, given), self.folder)
        return self._run(command, words, given)

    def _run(self, command: str, words: Sequence[str], given: bytes) -> bytes:
        try:
            done = subprocess.run(
                [*self._git(), command, *words],
                input=given,
                capture_output=True,
                check=False,
                timeout=self.seconds,
                env=_environment(),
                cwd=self.root,
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        except subprocess.TimeoutExpired:
            raise _too_long(command, self.seconds) from None
        except OSError as error:
            raise NoHistory(f"git cannot be run: {error.strerror or type(error).__name__}") from None
        if done.returncode:
            raise NoHistory(f"git {command} refused: {_why(done.stderr)}")
        return done.stdout

    @contextmanager
    def reading(self, command: str, *words: str, given: bytes = b"") -> Iterator[Stream]:
        """What one call prints, read as it comes; it may be silent for as long as a call may take.

        Raises NoHistory where Git ends too early, and IgregError (3) where it takes too long.
        """
        if command not in COMMANDS:
            raise ValueError(command)
        try:
            process = subprocess.Popen(
                [*self._git(), command, *words],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                pipesize=_PIPE,
                env=_environment(),
                cwd=self.root,
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        except OSError as error:
            raise NoHistory(f"git cannot be run: {error.strerror or type(error).__name__}") from None
        stream = Stream(process, command, self.seconds)
        asking = threading.Thread(target=_give, args=(process, given), daemon=True)
        try:
            asking.start()
            yield stream
        finally:
            stream.end()
            asking.join()

    def _git(self) -> list[str]:
        program = _program()
        if program is None:
            raise NoHistory("there is no git here", "install Git, or ask without the history")
        directory = self.root / ".git"
        if not directory.exists():
            raise NoHistory("there is no Git repository here", "the register is in none, so nothing was committed")
        settings = {**_SETTINGS, "safe.directory": self.root.as_posix()}
        flags = [word for name, value in settings.items() for word in ("-c", f"{name}={value}")]
        return [program, *flags, "--no-pager", f"--git-dir={directory}", f"--work-tree={self.root}"]


class Stream:
    """What a running call prints; whoever waits longer than a call may take ends it."""

    def __init__(self, process: subprocess.Popen[bytes], command: str, seconds: float) -> None:
        self._process, self._command, self._seconds = process, command, seconds
        self._late = False
        self._waits_since: float | None = None
        self._ended = threading.Event()
        self._guard = threading.Thread(target=self._watch, daemon=True)
        self._guard.start()

    def line(self) -> bytes:
        """The next line, without its end."""
        return self._read(lambda out: out.readline()).removesuffix(b"\n")

    def take(self, count: int) -> bytes:
        """So many bytes."""
        found = self._read(lambda out: out.read(count))
        if len(found) != count:
            raise NoHistory(f"git {self._command} ended too early")
        return found

    def _read(self, read: Callable[[IO[bytes]], bytes]) -> bytes:
        assert self._process.stdout is not None
        self._waits_since = time.monotonic()
        found = read(self._process.stdout)
        self._waits_since = None
        if self._late:
            raise _too_long(self._command, self._seconds)
        return found

    def _watch(self) -> None:
        """End the call when somebody has waited for too long."""
        while not self._ended.wait(min(self._seconds / 4, 1)):
            since = self._waits_since
            if since is not None and time.monotonic() - since > self._seconds:
                self._late = True
                self._process.kill()
                return

    def end(self) -> None:
        """End the call, whatever it still has to say."""
        self._ended.set()
        self._process.kill()
        for pipe in (self._process.stdout, self._process.stdin):
            if pipe is not None:
                with suppress(OSError):
                    pipe.close()
        self._process.wait()
        self._guard.join()


def _give(process: subprocess.Popen[bytes], given: bytes) -> None:
    """Write what a call reads, beside whoever reads what it prints."""
    assert process.stdin is not None
    with suppress(OSError, ValueError):
        process.stdin.write(given)
        process.stdin.close()


def _too_long(command: str, seconds: float) -> IgregError:
    return IgregError(
        f"git {command} took longer than {seconds:g} seconds", "give it more with --git-timeout", NO_REGISTER
    )


def _program() -> str | None:
    """Git's own path; never one of the folder in which igreg works, whatever PATH says."""
    folders = [one for one in os.environ.get("PATH", os.defpath).split(os.pathsep) if Path(one).is_absolute()]
    found = shutil.which("git", path=os.pathsep.join(folders))
    return found if found is not None and Path(found).is_absolute() else None


def _environment() -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.upper().startswith("GIT_")}
    return kept | _ENVIRONMENT


def _why(said: bytes) -> str:
    """The first line of what Git said, without its own word before it."""
    line = said.decode("utf-8", "backslashreplace").strip().partition("\n")[0]
    return plain(line.removeprefix("fatal: ").removeprefix("error: "))[:200] or "it gave no reason"
