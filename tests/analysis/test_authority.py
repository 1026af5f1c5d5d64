"""What a delegation gives: over its receiver, along a chain, and with a post's own authority."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal

import pytest

from igreg.analysis.authority import Authority
from igreg.model.kinds.delegations import Delegation
from igreg.register.read import read
from igreg.register.sources import Sources
from tests.pages import sources

DAY = dt.date(2026, 11, 22)
TOP = "{id: D1, title: One, from: ceo, to: siro, limit: 1000, end: 2027-03-31"


def authority(delegations: list[str], siro: str = "") -> Authority:
    files = {
        "register/organisation.yaml": b"name: Example\ntype: other\n",
        "register/units.yaml": b"- {id: u1, name: One}\n- {id: u2, name: Two, parent: u1}\n",
        "register/staff.yaml": b"- {id: p, name: Pat Lee}\n",
        "register/roles.yaml": f"""\
- {{id: ceo, title: CEO}}
- {{id: siro, title: SIRO, unit: u2, holders: [{{staff: p}}]{siro}}}
- {{id: lead, title: IG lead}}
""".encode(),
        "register/delegations.yaml": "".join(f"- {one}}}\n" for one in delegations).encode(),
    }
    return Authority(read(sources(files)))


def under(found: Authority, id: str) -> Delegation:
    one = found.register.get(Delegation, id)
    assert one is not None
    return one


@pytest.mark.parametrize(
    ("below", "field"),
    [
        pytest.param("limit: 1000, end: 2027-03-31", None, id="as much and as long"),
        pytest.param("limit: 1000.01, end: 2027-03-31", "limit", id="a penny more"),
        pytest.param("limit: 1000, end: 2027-04-01", "end", id="a day longer"),
        pytest.param("limit: 1, currency: EUR, end: 2027-03-31", "currency", id="another money"),
        pytest.param("limit: 100", None, id="no end and nothing that says it is the same matter"),
        pytest.param("end: 2027-03-31", None, id="no limit"),
    ],
)
def test_what_is_handed_on_is_no_more_than_what_was_given(below: str, field: str | None) -> None:
    found = authority([TOP, f"{{id: D2, title: Two, from: siro, to: lead, {below}"])
    more = found.too_much(under(found, "D2"), DAY)
    assert (more and more.field) == field


def test_the_same_matter_without_an_end_is_too_long() -> None:
    found = authority([TOP + ", areas: [risk]", "{id: D2, title: Two, from: siro, to: lead, areas: [risk]"])
    more = found.too_much(under(found, "D2"), DAY)
    assert more is not None and (more.field, more.given.id) == ("end", "D1")


def test_another_matter_is_not_held_against_it() -> None:
    found = authority([TOP + ", tasks: [buy]", "{id: D2, title: Two, from: siro, to: lead, tasks: [hire], limit: 9000"])
    assert found.too_much(under(found, "D2"), DAY) is None


def test_a_post_that_decides_things_of_its_own_hands_those_on() -> None:
    own = ", decides: [Purchases up to 9000]"
    below = "{id: D2, title: Two, from: siro, to: lead, limit: 9000"
    found = authority([TOP, below], own)
    assert found.too_much(under(found, "D2"), DAY) is None
    found = authority([TOP + ", tasks: [buy]", below + ", tasks: [buy]"], own)
    assert found.too_much(under(found, "D2"), DAY) is not None


def test_of_several_that_were_given_one_is_enough() -> None:
    more = "{id: D3, title: Three, from: ceo, to: u1, limit: 5000"
    found = authority([TOP, more, "{id: D2, title: Two, from: siro, to: lead, limit: 4000, end: 2028-01-01"])
    assert found.too_much(under(found, "D2"), DAY) is None


def test_of_several_in_several_monies_the_one_in_the_same_is_enough() -> None:
    euros = "{id: D3, title: Three, from: ceo, to: siro, limit: 9000, currency: EUR"
    found = authority([euros, TOP, "{id: D2, title: Two, from: siro, to: lead, limit: 1000, end: 2027-03-31"])
    assert found.too_much(under(found, "D2"), DAY) is None


def test_limits_in_several_monies_are_no_one_limit() -> None:
    euros = "{id: D3, title: Three, from: ceo, to: siro, limit: 9000, currency: EUR"
    found = authority([euros, TOP, "{id: D2, title: Two, from: siro, to: lead"])
    assert found.limit(under(found, "D2"), DAY) is None


def test_one_without_a_limit_goes_as_far_as_the_one_it_comes_from() -> None:
    found = authority([TOP, "{id: D2, title: Two, from: siro, to: lead", "{id: D3, title: Three, from: ceo, to: lead"])
    limit = found.limit(under(found, "D2"), DAY)
    assert limit is not None and (limit[0], limit[1].id) == (Decimal(1000), "D1")
    assert found.limit(under(found, "D3"), DAY) is None
    assert found.limit(under(found, "D2"), dt.date(2027, 4, 1)) is None, "it is not in force then"


@pytest.mark.parametrize(
    ("to", "by", "gives"),
    [
        pytest.param("siro", "siro", True, id="the role"),
        pytest.param("p", "siro", True, id="whoever holds it"),
        pytest.param("u2", "siro", True, id="its unit"),
        pytest.param("u1", "siro", True, id="a unit above"),
        pytest.param("p", "lead", False, id="somebody else's"),
        pytest.param("u1", "lead", False, id="no unit"),
        pytest.param("siro", "nobody", None, id="nobody knows"),
    ],
)
def test_to_whom_it_gives(to: str, by: str, gives: bool | None) -> None:
    found = authority([f"{{id: D1, title: One, from: ceo, to: {to}"])
    assert found.gives(under(found, "D1"), by, DAY) is gives


@pytest.mark.parametrize(
    ("below", "limit", "says"),
    [
        pytest.param("limit: 400, end: 2027-03-31", 400, "D2", id="its own limit"),
        pytest.param("limit: 1000, end: 2027-03-31", 1000, "D2", id="as much as was given"),
        pytest.param("limit: 9000, end: 2027-03-31", 1000, "D1", id="more than its giver has"),
        pytest.param("end: 2027-03-31", 1000, "D1", id="no limit of its own"),
        pytest.param("limit: 400, end: 2027-04-01", 400, "D2", id="too long, and no more"),
    ],
)
def test_up_to_which_sum_somebody_may_decide(below: str, limit: int, says: str) -> None:
    found = authority([TOP, f"{{id: D2, title: Two, from: siro, to: lead, {below}"])
    up_to = found.up_to(under(found, "D2"), DAY)
    assert up_to is not None and (up_to[0], up_to[1].id) == (Decimal(limit), says)


def test_where_nobody_wrote_a_sum_there_is_none() -> None:
    found = authority(["{id: D1, title: One, from: ceo, to: siro", "{id: D2, title: Two, from: siro, to: lead"])
    assert found.up_to(under(found, "D1"), DAY) is found.up_to(under(found, "D2"), DAY) is None


def test_receivers_are_not_gone_through_for_each_delegation() -> None:
    class Counted(dict[str, list[Delegation]]):
        """Delegations by receiver that count how often all of them are gone through."""

        gone_through = 0

        def __iter__(self) -> Iterator[str]:
            """The receivers."""
            Counted.gone_through += 1
            return super().__iter__()

    ids = ["ceo", *(f"r{number}" for number in range(100))]
    chain = [f"{{id: D{n}, title: D, from: {ids[n]}, to: {ids[n + 1]}, tasks: [sign]" for n in range(100)]
    found = authority(chain)
    files = found.register.sources.texts | {"register/roles.yaml": "".join(f"- {{id: {id}, title: R}}\n" for id in ids)}
    found = Authority(read(Sources(files)))
    found.__dict__["_by_receiver"] = Counted(found._by_receiver)
    given = [found.comes_from(one, DAY) for one in found.register.of(Delegation)]
    assert [[one.id for one in some] for some in given] == [[], *([f"D{n}"] for n in range(99))]
    assert Counted.gone_through == 2
