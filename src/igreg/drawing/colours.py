"""The colours of charts, light and dark, with enough contrast (WCAG 2.2 AA); never the only sign of anything."""

from __future__ import annotations

PAPER = "#ffffff"
INK = "#16202b"
QUIET = "#45525f"
LINE = "#4a5a6a"
FAINT = "#ccd4db"
"""Lines that only lead the eye."""
ROLE = "#f7fafd"
LEAD = "#e3eefa"
GROUP = "#e9f3ea"
OUTSIDE = "#f4eee3"
GAP = "#fdeaea"
GAP_INK = "#9c1020"
CARE = "#fff2d4"
CARE_INK = "#6a3a00"
REPORTS = "#1d5a92"
ADVISES = "#63308c"
SUPPORTS = "#0b6058"
ROUTINE = "#24507d"
INCIDENT = "#9d1325"
ON_BADGE = "#fefefe"
BADGES = ("#1f4e79", "#6b1f6b", "#873a00", "#055a5f", "#3b3f9c", "#7d1143", "#3d4a1f", "#4b4b4b")
"""One for each area, in their order; white words on them."""

DARK = {
    PAPER: "#11171d",
    INK: "#eef2f6",
    QUIET: "#b9c4cf",
    LINE: "#93a4b5",
    FAINT: "#3d4a57",
    ROLE: "#1b242d",
    LEAD: "#1c3550",
    GROUP: "#1d3524",
    OUTSIDE: "#3a3122",
    GAP: "#451a20",
    GAP_INK: "#ffb3ba",
    CARE: "#43320f",
    CARE_INK: "#ffd98a",
    REPORTS: "#8cc4f5",
    ADVISES: "#d3adf5",
    SUPPORTS: "#7fd6cb",
    ROUTINE: "#93c5f7",
    INCIDENT: "#ff9aa5",
}
"""What each colour becomes on a dark screen; badges keep theirs."""


def badge(areas: tuple[str, ...], area: str) -> str:
    """The colour of an area: by its place in the order of areas."""
    return BADGES[areas.index(area) % len(BADGES)] if area in areas else BADGES[-1]
