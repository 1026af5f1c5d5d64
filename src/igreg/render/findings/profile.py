"""Where the time of a check went, as lines."""

from __future__ import annotations

from igreg.check.profile import Profile
from igreg.findings import CheckResult
from igreg.language.english import counted

SLOWEST = 10
"""How many of the slowest rules are named."""


def profile_text(profile: Profile, result: CheckResult) -> str:
    """Counts, seconds per stage, and the slowest rules."""
    out = [
        ", ".join(
            counted(n, word)
            for n, word in ((result.files, "file"), (result.records, "record"), (len(result.findings), "finding"))
        )
    ]
    out += [f"  {seconds:8.3f} s  {name}" for name, seconds in profile.stages.items()]
    slowest = sorted(profile.rules.items(), key=lambda item: (-item[1], item[0]))[:SLOWEST]
    if slowest:
        out.append("the slowest rules:")
        out += [f"  {seconds:8.3f} s  {name}" for name, seconds in slowest]
    return "\n".join(out)
