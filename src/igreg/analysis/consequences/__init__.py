"""What a change of a register comes to: two states compared, and told in sentences, the gravest first.

A file a subject; `consequences` asks them all.
"""

from igreg.analysis.consequences.consequence import Consequence, Stands
from igreg.analysis.consequences.everything import consequences

__all__ = ["Consequence", "Stands", "consequences"]
