"""What fix puts right, and that it comes to its end at once: done a second time it finds nothing more."""

from __future__ import annotations

import pytest

from igreg.analysis.as_of import AsOf
from igreg.changes.fix import fix
from igreg.check.config import Config
from igreg.errors import IgregError
from igreg.register.read import read
from tests.pages import moment, sources

FILES = {
    "organisation.yaml": "name: X\ntype: other\n",
    "staff.yaml": "- {id: p, name: Pat}\n- {id: q, name: Quinn}\n",
    "roles.yaml": "- id: lead\n  title: L\n  holders: [{staff: p, from: 2020-01-01}]\n",
    "courses.yaml": "- {id: awareness, title: A}\n",
}


def fixed(files: dict[str, str], *only: str) -> tuple[dict[str, str], list[str]]:
    """The files of a register as fix leaves them, and what it says of each repair."""
    register = read(sources({f"register/{file}": text.encode() for file, text in files.items()}))
    plan = fix(AsOf(register, moment("2026-11-22"), Config().figures), [f"register/{file}" for file in only])
    texts = {file: after for file, (_, after) in plan.texts(register.sources.texts).items()}
    return files | {file.removeprefix("register/"): text for file, text in texts.items()}, plan.remarks


HOLDERS = "- id: lead\n  title: {title}\n  holders: [{{staff:p, from: 31/03/2020}}]  # who\n"
TEXTS = [
    ("a text that needs quotes", "@home", '"@home"'),
    ("a colon inside", "Carer: nights", '"Carer: nights"'),
    ("a sign that cannot be seen", "Night\u200b lead", "Night lead"),
    ("typographic quotation marks", "\u201cLead\u201d", '"Lead"'),
    ("letters read in the wrong encoding", "O\u00e2\u20ac\u2122Brien", "O\u2019Brien"),
    ("a text left open", '"Lead', '"Lead"'),
    ("nothing", "Lead", "Lead"),
]


@pytest.mark.parametrize(("title", "right"), [row[1:] for row in TEXTS], ids=[row[0] for row in TEXTS])
def test_all_is_put_right_at_once_where_several_things_are_amiss(title: str, right: str) -> None:
    """A slip that keeps the file from being read, one of a field's name, and one of a value."""
    after, said = fixed(FILES | {"roles.yaml": HOLDERS.format(title=title)})
    expected = HOLDERS.format(title=right).replace("staff:p", "staff: p").replace("31/03/2020", "2020-03-31")
    assert after == FILES | {"roles.yaml": expected}
    assert len(said) == 2 + (title != right)
    assert fixed(after) == (after, [])


def test_a_tight_field_of_a_file_that_is_read_already_is_put_right_in_files_that_were_named() -> None:
    files = FILES | {"roles.yaml": HOLDERS.format(title="L"), "staff.yaml": "- {id:p, name: Pat}\n- {id: q, name:Q}\n"}
    after, said = fixed(files, "roles.yaml")
    assert after["staff.yaml"] == files["staff.yaml"]
    assert "staff: p, from: 2020-03-31" in after["roles.yaml"]
    assert all(one.startswith("register/roles.yaml: lead: ") for one in said)


@pytest.mark.parametrize("value", ["%x", "@x", "*x", "&x", "!x", "|x", ">x", "-", "x:"])
def test_a_tight_value_that_needs_quotes_is_left_to_people(value: str) -> None:
    files = FILES | {"roles.yaml": f"- id: lead\n  title: L\n  holders: [{{staff:{value}, from: 2020-01-01}}]\n"}
    assert fixed(files) == (files, [])


@pytest.mark.parametrize(
    "line",
    [
        "- {id: a, title: A, to: [lead, public, from: q, areas: [risk]}",
        "- {id: a, title: A, to: [lead, public, from: q]",
        "- {id: a, title: A, to: lead, public, from: q]",
        "- {id: a, title: A, to: {lead, public, from: q]",
        "- {id: a, title: A, to: [lead, public, from: q",
        "- {id: a, title: A, to: [{b: c}, from: q}",
    ],
)
def test_a_list_that_would_swallow_fields_is_left_to_people(line: str) -> None:
    files = FILES | {"communications.yaml": f"{line}\n- {{id: b, title: B}}\n"}
    assert fixed(files) == (files, [])


def test_a_day_that_no_month_has_keeps_nothing_else_from_being_put_right() -> None:
    files = FILES | {"staff.yaml": "- {id: p, name: Pat, started: 2026-02-30, left: 31/03/2026}\n- {id: q, name: Q}\n"}
    after, said = fixed(files)
    assert after["staff.yaml"] == files["staff.yaml"].replace("31/03/2026", "2026-03-31")
    assert len(said) == 1


def test_all_quotation_marks_of_a_line_are_put_right_at_once_and_none_within_a_text() -> None:
    staff = '- {id: p, name: \u201cPat\u201d, notes: \u201ca, b\u201d}\n- {id: q, name: "Quinn, \u201cQ\u201d, Reed"}\n'
    after, said = fixed(FILES | {"staff.yaml": staff})
    assert after["staff.yaml"] == staff.replace("\u201cPat\u201d", '"Pat"').replace("\u201ca, b\u201d", '"a, b"')
    assert len(said) == 2
    assert fixed(after) == (after, [])


ODD = [
    ("a field twice", "  title: A\n  title: B\n"),
    ("an anchor", "  title: &a A\n"),
    ("a colon that readers take in two ways", "  title: A\n  areas: [risk:]\n"),
]


@pytest.mark.parametrize("odd", [row[1] for row in ODD], ids=[row[0] for row in ODD])
def test_a_file_whose_values_cannot_be_changed_keeps_no_other_from_being_put_right(odd: str) -> None:
    policies = f"- id: a\n{odd}  in_force_from: 31/03/2026\n"
    staff = FILES["staff.yaml"].replace("Pat}", "Pat, started: 31/03/2026}")
    after, said = fixed(FILES | {"policies.yaml": policies, "staff.yaml": staff})
    assert after == FILES | {"policies.yaml": policies, "staff.yaml": staff.replace("31/03/2026", "2026-03-31")}
    assert len(said) == 2
    assert said[1] == (
        "register/policies.yaml: the file has faults of its own; put them right first; its values were left as they are"
    )
    with pytest.raises(IgregError, match=r"policies\.yaml: the file has faults of its own"):
        fixed(FILES | {"policies.yaml": policies})


def test_each_repair_is_told_with_its_line() -> None:
    _, said = fixed(FILES | {"roles.yaml": "# posts\n- id: lead\n  title: @home\n- id: b\n  title: \u201cB\u201d\n"})
    assert [one.split(" ")[0] for one in said] == ["register/roles.yaml:3:", "register/roles.yaml:5:"]
