"""Text that a terminal shows and never obeys, and how wide it is."""

from __future__ import annotations

from igreg.language.characters import cells, plain

__all__ = ["cells", "plain"]
