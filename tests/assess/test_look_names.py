"""Who is named in a return, and where each record stands that is its evidence."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from igreg.assess.look import Wanted, look
from tests.assess.returns import ANSWERED, FILES, PACK, RETURN
from tests.assess.values import context, states

EARLIER = """\
- id: before
  framework: olds
  answers:
    - {item: "0.9", answer: Cy, by: cy, on: 2025-11-01}
    - {item: "1.2", answer: yes, by: gone, on: 2025-11-02}
"""
NOBODY = {name: text for name, text in FILES.items() if name != "roles.yaml"}


@pytest.mark.parametrize(
    ("files", "names"),
    [
        (ANSWERED, {"lead": "IG lead", "siro": "SIRO", "ann": "Ann Ash", "ben": "Ben"}),
        (FILES | {"assessments.yaml": RETURN.replace("by: ben", "by: nobody-known")}, {"lead", "siro", "ann", "ben"}),
        (FILES | {"assessments.yaml": RETURN.replace("owner: siro", "owner: nobody-known")}, {"lead", "ben"}),
        (
            ANSWERED | {"assessments.yaml": RETURN + EARLIER, "staff/more.yaml": "- {id: cy, name: Cy}\n"},
            {"lead", "siro", "ann", "ben", "cy"},
        ),
        (NOBODY | {"assessments.yaml": "- {id: ret, framework: ours}\n"}, {}),
    ],
)
def test_those_of_the_register_are_named_and_nobody_else(
    files: Mapping[str, str], names: Mapping[str, str] | set[str]
) -> None:
    of = context(files)
    found = look(of, states(of), Wanted()).names
    assert found == names if isinstance(names, dict) else set(found) == names


@pytest.mark.parametrize(
    ("policies", "lines"),
    [
        ("- {id: P1, title: Data, owner: lead, status: in-force}\n", {"P1": 1}),
        ("# Ours.\n\n- {id: P0, title: a, status: draft}\n- id: P1\n  title: b\n  status: in-force\n", {"P1": 4}),
        ("# Ours.\n- {id: P1, title: a, status: in-force}\n- {id: P2, title: b, status: in-force}\n", {"P1": 2, "P2": 3}),
    ],
)  # fmt: skip
def test_evidence_is_cited_with_its_file_and_line(policies: str, lines: Mapping[str, int]) -> None:
    of = context(FILES | {"policies.yaml": policies, "roles.yaml": f"# Who.\n\n{FILES['roles.yaml']}"})
    cited = look(of, states(of, None), Wanted()).cited
    assert {id: one.line for id, one in cited.items() if id.startswith("P")} == lines
    assert {one.file for id, one in cited.items() if id.startswith("P")} == {"register/policies.yaml"}
    assert (cited["siro"].title, cited["siro"].file, cited["siro"].line) == ("SIRO", "register/roles.yaml", 3)


def test_the_organisation_is_cited_by_its_name() -> None:
    own = PACK.replace("proofs: [{records: notices}]", "proofs: [{field: website}]")
    of = context(
        FILES
        | {
            "../frameworks/ours.yaml": own,
            "organisation.yaml": "# Us.\nname: Willow\nwebsite: https://w.example\ntype: other\n",
        }
    )
    cited = look(of, states(of, None), Wanted()).cited
    found = cited["organisation"]
    assert (found.title, found.file, found.line) == ("Willow", "register/organisation.yaml", 1)
