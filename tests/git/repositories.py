"""Small repositories for tests: a register, and commits with days of their own."""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

GIT = shutil.which("git")
QUICK = ("-c", "gc.auto=0", "-c", "maintenance.auto=false", "-c", "core.fsync=none")
"""No repository of a test lives so long that it is tidied up, or is there after the power went."""
needs_git = pytest.mark.skipif(GIT is None, reason="there is no git here")


@dataclass
class Repository:
    """A repository below a folder of a test."""

    root: Path

    @property
    def register(self) -> Path:
        return self.root / "register"

    def git(self, *words: str, day: str = "2026-01-01", given: bytes | None = None) -> str:
        """Run Git with none of the settings of this machine; a commit is of noon on a day."""
        moment = day if " " in day else f"{day} 12:00 +0000"
        kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
        settings = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
        people = {f"GIT_{who}_{what}": "x@y" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
        dates = {"GIT_AUTHOR_DATE": moment, "GIT_COMMITTER_DATE": moment}
        done = subprocess.run(
            [str(GIT), *QUICK, *words],
            cwd=self.root,
            env=kept | settings | people | dates,
            input=given,
            capture_output=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout.decode("utf-8", "replace").strip()

    def write(self, **files: str) -> None:
        """Write files of the register, named by their kind."""
        for name, text in files.items():
            path = self.register / f"{name.replace('_', '-')}.yaml"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")

    def commit(self, day: str, **files: str) -> str:
        """Write files and commit everything; the full hash."""
        self.write(**files)
        self.git("add", "-A")
        self.git("commit", "--quiet", "--allow-empty", "-m", "x", day=day)
        return self.head()

    def head(self) -> str:
        """The full hash of what is checked out: from the files of Git, which is quicker than to ask it."""
        head = self.root / ".git" / "HEAD"
        if head.is_file() and (found := head.read_text(encoding="utf-8").strip()).startswith("ref: "):
            branch = self.root / ".git" / found.removeprefix("ref: ")
            if branch.is_file():
                return branch.read_text(encoding="utf-8").strip()
        return self.git("rev-parse", "HEAD")


def begin(root: Path) -> Repository:
    """A repository without a commit."""
    root.mkdir(parents=True, exist_ok=True)
    repository = Repository(root)
    repository.git("init", "--quiet", "-b", "main")
    return repository
