"""Mermaid: names that are no words of Mermaid's, and labels in which nothing has a meaning. Drawn by Mermaid in a trial."""

from __future__ import annotations

import html
import re

import pytest

from igreg.chart.communication import communication
from igreg.chart.structure import structure
from igreg.render.chart.mermaid import mermaid
from tests.chart.registers import HOME, view
from tests.render.chart.test_dot import HOSTILE, quoted

LABEL = re.compile(r'^  (n_\w+)[\[(]+"(.*)"[\])]+:::(\w+)$', re.MULTILINE)


def labels(text: str) -> dict[str, str]:
    """What each node says, as Mermaid puts numbers back into signs."""
    found = {}
    for name, label, _ in LABEL.findall(text):
        said = re.sub(r"<br/>|</?b>", " ", label)
        assert not re.search(r'[<>"`{}|]', said)
        found[name] = " ".join(html.unescape(re.sub(r"#(\d+);", r"&#\1;", said)).split())
    return found


def test_nodes_lines_and_marks() -> None:
    text = mermaid(structure(view()))
    assert text.splitlines()[3] == "%% Drawn by igreg from register/. Do not edit: change the register and draw again."
    assert labels(text)["n_champion"] == "Local champion Vacant since 1 November 2026 East wing"
    assert "  n_owner --- n_ig_2dlead\n" in text
    assert '  n_dpo -.->|"reports to"| n_owner\n' in text
    assert '  n_caldicott -.->|"advises"| n_owner\n' in text
    assert '  n_champion -.-o|"supports"| n_ig_2dlead\n' in text
    assert ":::vacant" in text


def test_areas_without_a_lead_are_drawn_and_said() -> None:
    text = mermaid(structure(view()))
    assert '  no_lead["No lead#58; Risk<br/>No lead#58; Security"]:::vacant\n' in text
    spoken = next(line for line in text.splitlines() if line.startswith("  accDescr: "))
    assert "Caldicott: Caldicott Guardian, Ana Reid" in spoken
    assert "Risk: No role is named as lead, Nobody." in spoken
    assert "no_lead" not in mermaid(communication(view()))


def test_arrows_of_communication() -> None:
    text = mermaid(communication(view()))
    assert (
        '  n_all_2dstaff ==>|"Incident seen<br/>within 4 hours<br/>phone, form<br/>out of hours too"| n_ig_2dlead\n'
        in text
    )
    assert '  n_ig_2dlead <==>|"Breach<br/>within 24 hours"| n_dpo\n' in text
    assert '  n_ig_2dlead -->|"Bulletin<br/>every month<br/>email"| n_public\n' in text


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_comes_out_as_that_text(text: str) -> None:
    roles = HOME["roles.yaml"] + f"- {{id: odd, title: {quoted(text)}, accountable_to: owner}}\n"
    said = labels(mermaid(structure(view(HOME | {"roles.yaml": roles}))))["n_odd"]
    assert said.removesuffix(" Vacant").replace(" ", "") == text.replace(" ", "")
