"""What was meant by a value: the form that the format has for it."""

from __future__ import annotations

from typing import NamedTuple


class Meant(NamedTuple):
    """The form that the format has for a value, and whether nothing else can have been meant."""

    text: str
    certain: bool = True
