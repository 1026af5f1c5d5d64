"""Which CI a repository has, as far as its folder tells."""

from __future__ import annotations

import re
from pathlib import Path

from igreg.store.find import find_root

NONE = "none"
_HOSTS = {"github": "github", "gitlab": "gitlab", "dev.azure": "azure", "visualstudio": "azure"}
"""What the address of a remote has in it, and the CI that goes with it."""
_FILES = {".github": "github", ".gitlab-ci.yml": "gitlab", "azure-pipelines.yml": "azure"}
_REMOTE = re.compile(r"^\s*url\s*=\s*(?:[a-z+]+://)?(?:[^@/\s]*@)?([^:/\s]+)", re.MULTILINE)


def ci_in(folder: Path) -> str:
    """The CI of the repository that a folder is the top of: by its remote, else by the files that are there; or none.

    A folder that is no repository, or that lies inside one, has none: files of CI belong at the top.
    """
    repository = folder / ".git"
    if not repository.exists():
        return NONE
    for host in _REMOTE.findall(_text(repository / "config")):
        for part, ci in _HOSTS.items():
            if part in host.lower():
                return ci
    return next((ci for name, ci in _FILES.items() if (folder / name).exists()), NONE)


def is_repository(folder: Path) -> bool:
    """Whether a folder is in a repository of Git."""
    return (find_root((folder / "register").resolve()) / ".git").exists()


def _text(path: Path) -> str:
    """What a file holds; nothing where it cannot be read."""
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
