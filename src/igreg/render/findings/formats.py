"""The formats of `igreg check`: each is one function, loaded when it is asked for."""

from __future__ import annotations

import importlib
from collections.abc import Callable

FORMATS = {
    "text": ("text", "text"),
    "concise": ("text", "concise"),
    "json": ("json", "as_json"),
    "jsonl": ("json", "as_jsonl"),
    "github": ("github", "github"),
    "gitlab": ("gitlab", "gitlab"),
    "sarif": ("sarif", "sarif"),
    "junit": ("junit", "junit"),
    "markdown": ("markdown", "markdown"),
}


def renderer(name: str) -> Callable[..., str]:
    """The function of a format: (result, texts, style, *, quiet) -> text."""
    module, function = FORMATS[name]
    found: Callable[..., str] = getattr(importlib.import_module(f"igreg.render.findings.{module}"), function)
    return found
