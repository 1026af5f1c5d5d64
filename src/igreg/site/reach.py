"""How somebody is reached, as it is written, with each e-mail address and telephone number in it as a link."""

from __future__ import annotations

from igreg.language import reach
from igreg.site.page import Away, Line


def reached(text: str) -> Line:
    """A contact as a line."""
    return tuple(one if isinstance(one, str) else Away(one.text, one.address) for one in reach.reached(text))
