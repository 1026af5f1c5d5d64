"""The manifest of an evidence pack: every file with its size and SHA-256, and what was left out (ruling E48)."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import field
from typing import Any

from igreg.dataclass import dataclass

MANIFEST = "manifest.json"
KEYS = frozenset(
    [
        *("version", "today", "igreg", "assessment", "framework", "edition", "pack_sha256", "commit", "clean"),
        *("files", "left_out", "sample"),
    ]
)


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Something that belongs to the evidence and is not in the pack: where it is, and why it was left out."""

    path: str
    why: str


@dataclass(frozen=True, slots=True)
class Facts:
    """What a manifest says of the pack as a whole."""

    today: str
    igreg: str
    assessment: str | None
    framework: str
    edition: str
    pack_sha256: str
    commit: str | None = None
    clean: bool | None = None
    left_out: Sequence[LeftOut] = ()
    sample: Mapping[str, Any] | None = field(default=None)


def digest(data: bytes) -> str:
    """The SHA-256 of some bytes, as `sha256sum` prints it."""
    return hashlib.sha256(data).hexdigest()


def manifest(files: Mapping[str, bytes], facts: Facts) -> bytes:
    """The manifest of some files, by their path in the pack; it does not name itself."""
    out = sorted({(one.path, one.why) for one in facts.left_out})
    value = {
        "version": 1,
        "today": facts.today,
        "igreg": facts.igreg,
        "assessment": facts.assessment,
        "framework": facts.framework,
        "edition": facts.edition,
        "pack_sha256": facts.pack_sha256,
        "commit": facts.commit,
        "clean": facts.clean,
        "files": [{"path": path, "size": len(files[path]), "sha256": digest(files[path])} for path in sorted(files)],
        "left_out": [{"path": path, "why": why} for path, why in out],
        "sample": dict(facts.sample) if facts.sample is not None else None,
    }
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()


def read_manifest(data: bytes) -> dict[str, Any] | None:
    """A manifest that igreg has written; None where it is none."""
    try:
        value = json.loads(data)
    except (ValueError, RecursionError):
        return None
    if not isinstance(value, dict) or not value.keys() >= KEYS or value["version"] != 1:
        return None
    files = value["files"]
    good = isinstance(files, list) and all(_is_file(one) for one in files)
    return value if good else None


def _is_file(one: object) -> bool:
    return (
        isinstance(one, dict)
        and isinstance(one.get("path"), str)
        and isinstance(one.get("size"), int)
        and isinstance(one.get("sha256"), str)
    )


def is_safe(path: str) -> bool:
    """Whether a path of a pack leads to a file in it, on every system: no `..`, no root, no drive, no backslash."""
    steps = path.split("/")
    return bool(path) and "\\" not in path and ":" not in path and not {"", ".", ".."} & set(steps)


def is_portable(path: str) -> bool:
    """Whether a file of that name can stand in a pack that everybody can unpack and verify, line by line."""
    return is_safe(path) and path.isprintable()


def differences(told: Mapping[str, Any], found: Mapping[str, bytes], unsafe: Sequence[str] = ()) -> list[str]:
    """What differs between a manifest and the files that are there, the manifest aside, in sentences (ruling E49)."""
    out = [f"{path}: leads out of the pack, and was not read" for path in unsafe]
    named: set[str] = set()
    for one in told["files"]:
        path = one["path"]
        if path in named:
            out.append(f"{path}: named twice in the manifest")
            continue
        named.add(path)
        if not is_safe(path):
            out.append(f"{path}: leads out of the pack, and was not read")
        elif path not in found:
            out.append(f"{path}: missing")
        elif len(found[path]) != one["size"] or digest(found[path]) != one["sha256"]:
            out.append(f"{path}: changed")
    out += [f"{path}: put in beside, it is not in the manifest" for path in sorted(found) if path not in named]
    return sorted(dict.fromkeys(out))
