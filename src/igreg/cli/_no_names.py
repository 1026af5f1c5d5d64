"""What `--no-names` says where a file of staff cannot be read, so that nobody can know all names."""

from __future__ import annotations

from igreg.analysis.people_in_texts import are_known
from igreg.cli import console
from igreg.errors import IgregError
from igreg.register.register import Register

_MEND = "mend what igreg check tells"


def refuse_if_unknown(register: Register) -> None:
    """Raise IgregError: what leaves the house as data is not given out while a name may stand in it."""
    if not are_known(register):
        raise IgregError("--no-names: names cannot be left out while a file of staff cannot be read in full", _MEND)


def warn_if_unknown(register: Register) -> None:
    """A word beside a chart or a paper, which people look at before they hand it on."""
    if not are_known(register):
        console.say(f"warning: a file of staff cannot be read in full, so a name may still stand in a text: {_MEND}")
