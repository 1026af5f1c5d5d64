"""The packs that are shipped, and what is wrong in a text that somebody wrote."""

from __future__ import annotations

import datetime as dt

import pytest

from igreg.facts import pack_names
from igreg.facts.frameworks import ReadPack, current, read_pack, shipped, shipped_alias, shipped_text
from igreg.model.packs.pack import Pack

OWN = """\
id: ours
title: What our commissioner asks
edition: 2026-27
statuses:
  - {id: met, title: Met, needs: mandatory}
groups:
  - {id: 1, title: People}
items:
  - {id: 1.10, title: Who answers, group: 1, input: text, need: {category-3: mandatory, care-provider: optional}}
"""


def pack(name: str) -> Pack:
    found = shipped(name).sound
    assert found is not None
    return found


def messages(text: str, file: str = "frameworks/ours.yaml") -> list[str]:
    return [told.fault.message for told in read_pack(file, text).faults]


def sound(read: ReadPack) -> Pack:
    assert read.sound is not None, read.faults
    return read.sound


@pytest.mark.parametrize(
    ("name", "items"),
    [
        ("dspt-v7", 55),
        ("dspt-v8", 57),
        ("caf-dspt-2025-26", 47),
        ("caf-dspt-2026-27", 49),
        ("ndg-standards", 10),
        ("ig-toolkit-14.1", 60),
    ],
)
def test_each_shipped_pack_is_sound(name: str, items: int) -> None:
    assert len(pack(name).items) == items
    assert name in pack_names()
    assert all(item.sources and item.confidence for item in pack(name).items)


@pytest.mark.parametrize("name", pack_names())
def test_a_shipped_pack_may_be_put_among_ones_own(name: str) -> None:
    assert sound(read_pack(f"frameworks/{name}.yaml", shipped_text(name))).id == name


@pytest.mark.parametrize(
    ("day", "edition"),
    [
        ("2025-12-01", "2025-26"),
        ("2026-06-30", "2025-26"),
        ("2026-07-01", "2026-27"),
        ("2027-06-30", "2026-27"),
        ("2028-01-01", "2026-27"),
        ("2020-01-01", "2025-26"),
    ],
)
def test_an_alias_means_the_edition_that_is_open(day: str, edition: str) -> None:
    found = current([pack(name) for name in pack_names()], "caf-dspt", dt.date.fromisoformat(day))
    assert found is not None and found.edition == edition


def test_needs_by_category_and_type() -> None:
    item = sound(read_pack("frameworks/ours.yaml", OWN)).items[0]
    assert item.id == "1.10"
    assert item.need_of(("care-provider", "category-3")) == "optional"
    assert item.need_of(("hospice", "category-3")) == "mandatory"
    assert item.need_of(("gp-practice", "category-4")) is None
    v8 = pack("dspt-v8")
    needs = [item.need_of(("care-provider", "category-3")) for item in v8.items]
    assert [needs.count(word) for word in ("mandatory", "optional", "unknown")] == [45, 3, 9]
    assert {item.need_of(("it-supplier", "category-2")) for item in v8.items} <= {"unknown", None}


def test_levels() -> None:
    caf, toolkit = pack("caf-dspt-2025-26"), pack("ig-toolkit-14.1")
    assert caf.level_of(caf.items[0], ("nhs-trust", "category-1")) is None
    assert toolkit.level_of(toolkit.items[0], ("nhs-trust",)) == "2"
    assert toolkit.levels_of(toolkit.items[0]) == ("0", "1", "2", "3")
    assert pack("dspt-v8").target == "standards-met"
    assert pack("dspt-v8").status("standards_met") is not None


@pytest.mark.parametrize(
    ("was", "becomes", "message"),
    [
        ("title: What our commissioner asks\n", "", "the field `title` is missing or empty"),
        ("edition:", "colour: red\nedition:", "no field is called 'colour'"),
        ("edition:", "tags: [a]\nedition:", "a pack has no field 'tags'"),
        (
            "edition:",
            "opens: 2026-07-02\ndeadline: 2026-07-01\nedition:",
            "it opens on 2026-07-02, after its deadline, 2026-07-01",
        ),
        ("id: ours", "id: theirs", "the pack is called 'theirs' and its file 'ours'"),
        ("input: text", "input: txt", "'txt' is not one of the words for `input`"),
        (", group: 1,", ", group: 2,", "no group is called '2'"),
        (", need: {category-3: mandatory, care-provider: optional}", "", "the field `need` is missing or empty"),
        ("category-3: mandatory", "category-3: must", "'must' is not one of the words for `need`"),
        ("category-3: mandatory", "category-5: mandatory", "'category-5' is no category or type"),
        ("needs: mandatory", "needs: all", "'all' is not one of the words for `needs`, and no proof"),
        (
            "  - {id: 1, title: People}\n",
            "  - {id: 1, title: People}\n  - {id: 1, title: More}\n",
            "a second group with the id '1'",
        ),
        ("{id: 1, title: People}", "{id: 1, title: People, part_of: 1}", "the group '1' is a part of itself"),
        ("input: text", "input: text, proofs: [{held: x}]", "no function is called 'x'"),
        ("input: text", "input: text, source: [a, 1]", None),
    ],
)
def test_what_is_wrong_in_a_pack(was: str, becomes: str, message: str | None) -> None:
    assert messages(OWN) == []
    assert messages(OWN.replace(was, becomes)) == ([message] if message else [])


def test_every_fault_is_told() -> None:
    text = (
        OWN.replace("input: text", "input: txt")
        .replace("needs: mandatory", "needs: all")
        .replace("group: 1,", "group: 9,")
    )
    assert len(messages(text)) == 3


@pytest.mark.parametrize("text", ["", "# nothing\n", "[]\n", "- id: ours\n", "just text\n", "- 1\n"])
def test_what_is_no_pack(text: str) -> None:
    assert [told.rule for told in read_pack("frameworks/ours.yaml", text).faults] == ["invalid-framework"]


@pytest.mark.parametrize(
    ("text", "rule"), [("id: [", "invalid-yaml"), ("id: a\nid: b\n", "repeated-key"), ("id: &a b\n", "anchor-or-tag")]
)
def test_a_text_that_cannot_be_read_has_the_finding_of_any_file(text: str, rule: str) -> None:
    assert [told.rule for told in read_pack("frameworks/ours.yaml", text).faults] == [rule]


def test_ids_that_look_like_numbers_are_text() -> None:
    items = "".join(f"  - {{id: 1.{n}0, title: T, group: 1, input: text, need: mandatory}}\n" for n in range(1, 30))
    read = sound(read_pack("frameworks/ours.yaml", OWN[: OWN.index("  - {id: 1.10")] + items))
    assert [item.id for item in read.items] == [f"1.{n}0" for n in range(1, 30)]


def test_of_very_many_faults_some_are_told() -> None:
    items = "".join(f"  - {{id: i{n}, title: T, group: x, input: text, need: mandatory}}\n" for n in range(6_000))
    found = read_pack("frameworks/ours.yaml", OWN[: OWN.index("  - {id: 1.10")] + items).faults
    assert (len(found), found[-1].rule) == (5_001, "too-much")


@pytest.mark.parametrize(
    "was",
    [
        "statuses",
        "groups",
        "items",
        "proofs",
        "need",
        "level",
        "levels",
        "source",
        "sources",
        "facts",
        "applies_to",
        "needs",
        "replaces",
        "opens",
    ],
)
@pytest.mark.parametrize("value", ["3", "[]", "{}", "[[]]", "[null]", "{a: {b: c}}", "true", "1.5", "2026-13-45", "''"])
def test_no_value_of_another_shape_is_a_fault_of_igreg(was: str, value: str) -> None:
    read_pack("frameworks/ours.yaml", OWN.replace("edition:", f"{was}: {value}\nedition:"))
    read_pack("frameworks/ours.yaml", OWN.replace("title: Who", f"{was}: {value}, title: Who"))


def test_what_was_renamed_names_its_older_id() -> None:
    item = pack("caf-dspt-2026-27").by_item["A2.c"]
    assert (item.replaces, bool(item.changed)) == (["A2.b"], True)


def test_a_group_or_status_is_called_by_its_id_where_it_has_no_title() -> None:
    found = sound(read_pack("frameworks/ours.yaml", OWN.replace(", title: Met", "").replace(", title: People", "")))
    assert (found.statuses[0].title, found.groups[0].title) == ("met", "1")


@pytest.mark.parametrize(
    ("statuses", "target"),
    [
        ("[{id: a, needs: approaching}, {id: b, needs: [mandatory, {held: siro}]}, {id: c, needs: mandatory}]", "c"),
        ("[{id: a, needs: approaching}, {id: b, needs: [mandatory, {held: siro}]}]", "b"),
        ("[{id: a, needs: approaching}, {id: b}]", None),
    ],
)
def test_the_target_needs_all_that_is_mandatory(statuses: str, target: str | None) -> None:
    text = OWN.replace("statuses:\n  - {id: met, title: Met, needs: mandatory}\n", f"statuses: {statuses}\n")
    assert sound(read_pack("frameworks/ours.yaml", text)).target == target


@pytest.mark.parametrize("name", pack_names())
def test_the_alias_of_a_shipped_pack_is_found_without_reading_it(name: str) -> None:
    pack = shipped(name).pack
    assert pack is not None
    assert shipped_alias(name) == pack.alias
