"""A sample that anybody can draw again, and what the manifest says of it."""

from __future__ import annotations

import datetime as dt
import hashlib

from igreg.analysis.as_of import AsOf
from igreg.facts.figures import Figures
from igreg.publish.evidence.sample import drawn, drawn_of_each, told
from igreg.register.read import read
from igreg.register.sources import Sources

REGISTER = read(
    Sources(
        {
            "register/staff.yaml": "- {id: p-shah, name: Pat Shah}\n- {id: z-ali, name: Zoe Ali}\n- {name: Nobody}\n",
            "register/roles.yaml": "- {id: siro, title: SIRO, holders: [{staff: p-shah, from: 2020-01-01}]}\n",
        }
    )
)
AS_OF = AsOf(REGISTER, dt.datetime(2026, 11, 24), Figures())


def test_the_order_is_that_of_the_hashes_that_any_tool_makes() -> None:
    ids = ["a", "b", "c", "d"]
    order = sorted(ids, key=lambda id: hashlib.sha256(b"seed\nroles\n" + id.encode()).hexdigest())
    assert drawn("seed", "roles", [*ids, "a"], 3) == order[:3]
    assert drawn("seed", "roles", ids, 9) == order
    assert drawn("seed", "roles", ids, 0) == []


def test_of_each_kind_as_many_as_are_wanted_and_none_without_an_id() -> None:
    found = drawn_of_each(REGISTER, {"staff": 5, "roles": 1, "audits": 2}, "seed")
    assert sorted(found["staff"]) == ["p-shah", "z-ali"]
    assert (found["roles"], found["audits"]) == (["siro"], [])


def test_the_manifest_says_of_which_kinds_it_is() -> None:
    assert told(AS_OF, "s", {}, names=True) is None
    assert told(AS_OF, "s", {"roles": ["siro"]}, names=True) == {"kind": "roles", "seed": "s", "records": ["siro"]}
    both = told(AS_OF, "s", {"roles": ["siro"], "staff": ["p-shah"]}, names=True)
    assert both == {"kind": ["roles", "staff"], "seed": "s", "records": ["siro", "p-shah"]}


def test_without_names_no_id_tells_who_it_is() -> None:
    found = told(AS_OF, "s", {"staff": ["p-shah"]}, names=False)
    assert found is not None and "shah" not in repr(found["records"])
