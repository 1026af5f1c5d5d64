"""What changed between two packs, item by item, for one register."""

from __future__ import annotations

import json

from tests.assess.returns import ANSWERED, DAY, OLD, Igreg, Write


def test_each_item_that_changed_stands_once(igreg: Igreg, write: Write) -> None:
    ran = igreg("assess", "ours", write(ANSWERED), *DAY, "--compare", "olds", "--format", "json")
    value = json.loads(ran.out)
    assert ran.code == 0
    assert [(one["item"], one["change"], one["changed"], one["was"]) for one in value["changes"]] == [
        ("1.1", "renamed", ["renamed", "meaning"], "0.9"),
        ("1.2", "need", ["need"], "1.2"),
        ("1.10", "new", ["new"], None),
        ("2.1", "new", ["new"], None),
        ("8.8", "gone", ["gone"], "8.8"),
    ]
    assert value["summary"] == {"new": 2, "gone": 1, "renamed": 1, "need": 1, "meaning": 0, "unchanged": 1}
    assert value["changes"][0] == {
        "item": "1.1",
        "change": "renamed",
        "changed": ["renamed", "meaning"],
        "was": "0.9",
        "title": "Who answers for information",
        "need_before": "mandatory",
        "need": "mandatory",
        "register": "shown",
        "owner": "lead",
        "note": "Now of the board, too",
    }
    assert (value["changes"][1]["need_before"], value["changes"][1]["need"]) == ("optional", "mandatory")
    assert value["changes"][4]["register"] is None
    assert (value["old"], value["new"]) == ("olds", "ours")


def test_a_number_that_another_item_took_is_another_item(igreg: Igreg, write: Write) -> None:
    """1.2 of the old pack is 1.3 now, and what is 1.2 now is new: an id means two things."""
    pack = ANSWERED["../frameworks/ours.yaml"].replace(
        'id: "1.3", title: Training', 'id: "1.3", title: Rules, replaces: ["1.2"]'
    )
    old = OLD.replace('  - {id: "1.3", title: Training, group: "1", input: yes-no, need: mandatory}\n', "")
    old = old.replace("title: Policy", "title: Old rules")
    files = ANSWERED | {"../frameworks/ours.yaml": pack, "../frameworks/olds.yaml": old}
    ran = igreg("assess", "ours", write(files), *DAY, "--compare", "olds", "--format", "json")
    found = {one["item"]: (one["change"], one["was"]) for one in json.loads(ran.out)["changes"]}
    assert found["1.3"] == ("renamed", "1.2")
    assert found["1.2"] == ("new", None)


def test_the_paper_for_the_group(igreg: Igreg, write: Write) -> None:
    out = igreg("assess", "ours", write(ANSWERED), *DAY, "--compare", "olds", "--format", "markdown").out
    assert "# From What they asked before, edition 2025\\-26 to What our commissioner asks, edition 2026\\-27" in out
    assert "## Under another number" in out
    row = "| 1.1 \\(was 0.9\\) | Who answers for information | Now of the board, too | shown | IG lead |"
    assert row in out.splitlines()
    assert "| 8.8 | Fax machines | was mandatory |  |  |" in out.splitlines()


def test_other_forms_say_the_same(igreg: Igreg, write: Write) -> None:
    folder = write(ANSWERED)
    table = igreg("assess", "ours", folder, *DAY, "--compare", "olds", columns=60).out
    assert max(map(len, table.splitlines())) <= 60
    assert "1.1 (was 0.9)  Who answers for information" in table
    csv = igreg("assess", "ours", folder, *DAY, "--compare", "olds", "--format", "csv").out
    assert "1.10,new,new," in csv


def test_shipped_editions_are_compared(igreg: Igreg, write: Write) -> None:
    """The pack of somebody else, and one that was derived, too."""
    folder = write(ANSWERED)
    for new, old in [("dspt-v8", "dspt-v7"), ("caf-dspt-2026-27", "caf-dspt-2025-26"), ("dspt-v8", "ig-toolkit-14.1")]:
        value = json.loads(igreg("assess", new, folder, *DAY, "--compare", old, "--format", "json").out)
        assert value["changes"], (new, old)
    assert (
        json.loads(igreg("assess", "ours", folder, *DAY, "--compare", "ours", "--format", "json").out)["summary"]["new"]
        == 0
    )


def test_of_several_in_whose_place_an_item_stands_the_one_asked_of_us_was_it(igreg: Igreg, write: Write) -> None:
    surgery = {
        "organisation.yaml": "name: Surgery\ntype: gp-practice\nnation: england\n",
        "roles.yaml": "- {id: lead, title: Lead, function: ig-lead, areas: [governance]}\n",
    }
    words = ("assess", "dspt-v8", write(surgery), *DAY, "--compare", "ig-toolkit-14.1", "--format", "json")
    changes = json.loads(igreg(*words).out)["changes"]
    found = {one["item"]: (one["change"], one["was"]) for one in changes}
    assert found["1.1.5"] == ("renamed", "14.1-114"), "14.1-101 was asked of trusts"
    assert found["3.2.1"] == ("renamed", "14.1-117")
    assert found["1.1.1"] == ("new", None)
    gone = [one["item"] for one in changes if one["change"] == "gone"]
    assert gone == ["14.1-304"], "smartcards alone have no like today"
