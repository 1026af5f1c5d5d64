"""The packs that a register may be assessed against: own ones stand in the place of shipped ones, and aliases mean one."""

from __future__ import annotations

import datetime as dt

import pytest

from igreg.facts import pack_names
from igreg.findings import INVALID_FRAMEWORK, Told
from igreg.register.packs import Packs

OWN = "{{id: {id}, title: Own, edition: {edition}, alias: own, opens: {opens}, deadline: {ends}, items: []}}\n"
FIRST = OWN.format(id="own-1", edition="'1'", opens="2025-07-01", ends="2026-06-30")
SECOND = OWN.format(id="own-2", edition="'2'", opens="2026-07-01", ends="2027-06-30")
PACKS = Packs({"frameworks/own-1.yaml": FIRST, "frameworks/own-2.yaml": SECOND})


@pytest.mark.parametrize(
    ("word", "day", "pack"),
    [
        pytest.param("own-1", "2026-11-24", "own-1", id="a pack's name, on whatever day"),
        pytest.param("own", "2026-06-30", "own-1", id="an alias, on the last day of an edition"),
        pytest.param("own", "2026-07-01", "own-2", id="on the first day of the next"),
        pytest.param("other", "2026-11-24", None, id="a word that is no pack"),
    ],
)
def test_which_pack_a_word_means(word: str, day: str, pack: str | None) -> None:
    found = PACKS.meant(word, dt.date.fromisoformat(day))
    assert (found and found.name) == pack


@pytest.mark.parametrize("alias", sorted(set(Packs({}).aliases)))
def test_each_alias_of_a_shipped_pack_means_one(alias: str) -> None:
    found = Packs({}).meant(alias, dt.date(2026, 11, 24))
    assert found is not None and found.pack is not None and found.pack.alias == alias


def test_own_ones_stand_beside_the_shipped_ones() -> None:
    assert set(PACKS.names) == {"own-1", "own-2", *pack_names()}
    assert set(PACKS.aliases) == {"own", *Packs({}).aliases}
    assert [one.name for one in PACKS.all()] == list(PACKS.names)


def test_an_own_one_without_an_alias_and_one_with_nothing_in_it_mean_no_more() -> None:
    files = {"frameworks/own-1.yaml": FIRST.replace(" alias: own,", ""), "frameworks/bad.yaml": "id: [\n"}
    assert Packs(files).aliases == Packs({}).aliases == tuple(sorted(Packs({}).aliases))


def test_an_own_one_of_a_shipped_name_counts_in_its_place() -> None:
    name = pack_names()[0]
    own = Packs({f"frameworks/{name}.yaml": OWN.format(id=name, edition="'1'", opens="2026-07-01", ends="2027-06-30")})
    found, shipped = own.get(name), Packs({}).get(name)
    assert found is not None and found.pack is not None and found.pack.title == "Own" and found is not shipped
    assert own.get("nothing") is None


def test_a_second_file_for_a_pack_is_a_fault_and_the_first_counts() -> None:
    own = Packs({"frameworks/own-1.yaml": FIRST, "frameworks/own-1.yml": SECOND})
    found = own.own["own-1"]
    assert found.file == "frameworks/own-1.yaml"
    assert [one.fault.message for one in found.faults][-1] == (
        "a second file for the pack 'own-1'; the first is frameworks/own-1.yaml"
    )


def test_a_file_that_cannot_be_read_is_a_pack_with_nothing_in_it() -> None:
    told = Told.at(INVALID_FRAMEWORK, "frameworks/lost.yaml", 1, 1, "not text", "save it as UTF-8")
    own = Packs({}, (told,))
    assert (own.own["lost"].pack, own.own["lost"].faults) == (None, (told,))
    assert told in list(own.faults())


def test_all_that_is_wrong_in_own_ones() -> None:
    broken = Packs({"frameworks/own-1.yaml": FIRST, "frameworks/bad.yaml": "id: [\n"})
    assert [told.fault.origin.file for told in broken.faults()] == sorted(
        told.fault.origin.file for name in ("bad", "own-1") for told in broken.own[name].faults
    )
    assert {told.fault.origin.file for told in broken.faults()} == {"frameworks/bad.yaml", "frameworks/own-1.yaml"}
    bad = broken.get("bad")
    assert bad is not None and bad.pack is None
    assert broken.meant("own", dt.date(2026, 11, 24)) is not None
