"""The formats of `igreg check`: each is one function, loaded when it is asked for."""

from __future__ import annotations

import importlib
from collections.abc import Callable

FORMATS = {
    "text": ("findings_text", "text"),
    "concise": ("findings_text", "concise"),
    "json": ("findings_json", "as_json"),
    "jsonl": ("findings_json", "as_jsonl"),
    "github": ("findings_github", "github"),
    "gitlab": ("findings_gitlab", "gitlab"),
    "sarif": ("findings_sarif", "sarif"),
    "junit": ("findings_junit", "junit"),
    "markdown": ("findings_markdown", "markdown"),
}


def renderer(name: str) -> Callable[..., str]:
    """The function of a format: (report, texts, style, *, quiet) -> text."""
    module, function = FORMATS[name]
    found: Callable[..., str] = getattr(importlib.import_module(f"igreg.render.{module}"), function)
    return found
