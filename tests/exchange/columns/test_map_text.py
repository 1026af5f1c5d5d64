"""Keys of a map: kept in the lines that igreg writes, many thousands of them at once, and whatever else stands there too."""

import tomllib

import pytest

from igreg.errors import IgregError
from igreg.exchange.columns.map import read_map, split_keys
from igreg.exchange.columns.map_text import map_text
from igreg.exchange.columns.match import Matching

BEGUN = 'version = 1\nkind = "staff"\n\n[columns]\nNo = "key"\n'
A, B = "a" * 32, "b" * 32
NOTHING_NEW = Matching()


def _after(before: str | None, learnt: dict[str, str], *, lost: bool = False) -> str:
    known = None if before is None else read_map("m.toml", before, "staff")
    return map_text(before, "staff", NOTHING_NEW, learnt, known=known, lost=lost)


def test_first_keys_stand_last_and_apart() -> None:
    assert _after(BEGUN, {A: "j-osei"}) == f'{BEGUN}\n[keys]\n{A} = "j-osei"\n'


def test_further_keys_leave_every_line_before_them() -> None:
    before = f'# ours\n{BEGUN}\n# the keys\n[keys]\n{A} = "j-osei"\n'
    assert _after(before, {B: "p-lunn"}) == f'{before}{B} = "p-lunn"\n'


def test_a_key_of_somebody_else_is_put_right_in_its_line() -> None:
    before = f'{BEGUN}\n[keys]\n{A} = "j-osei"\n{B} = "p-lunn"\n'
    assert _after(before, {A: "j-osei-2"}) == f'{BEGUN}\n[keys]\n{A} = "j-osei-2"\n{B} = "p-lunn"\n'


def test_keys_of_a_lost_secret_go() -> None:
    before = f'{BEGUN}\n[keys]\n{A} = "j-osei"\n'
    assert _after(before, {B: "p-lunn"}, lost=True) == f'{BEGUN}\n[keys]\n{B} = "p-lunn"\n'


@pytest.mark.parametrize(
    "before",
    [
        f'version = 1\nkind = "staff"\n[keys]\n{A} = "j-osei"\n[columns]\nNo = "key"\n',
        f'{BEGUN}\n[keys]\n"{A}" = "j-osei" # by hand\n',
        f'{BEGUN}\n[keys]\n\n{A} = "j-osei"\n',
        f"{BEGUN}\n[keys]\n{A} = 'j-osei'\n",
    ],
)
def test_keys_written_by_hand_stay_as_they_are(before: str) -> None:
    after = _after(before, {B: "p-lunn"})
    assert tomllib.loads(after)["keys"] == {A: "j-osei", B: "p-lunn"}
    assert [line for line in before.splitlines() if line not in after.splitlines()] == []


@pytest.mark.parametrize(
    "text",
    [
        f'{BEGUN}\n[keys]\n{A} = "j-osei"\n{B} = "p-lunn"\n',
        f'{BEGUN}\n[keys]\n# none\n{A} = "j-osei"\n',
        f'{BEGUN}[values.unit]\nx = """\n[keys]\n{A} = "j-osei"\n"""\n',
    ],
)
def test_keys_are_read_as_toml_has_them(text: str) -> None:
    assert read_map("m.toml", text, "staff").keys == tomllib.loads(text).get("keys", {})


def test_a_key_twice_is_refused_as_toml_refuses_it() -> None:
    text = f'{BEGUN}\n[keys]\n{A} = "j-osei"\n{A} = "p-lunn"\n'
    assert split_keys(text) is None
    with pytest.raises(IgregError, match="cannot be read"):
        read_map("m.toml", text, "staff")


def test_twenty_thousand_keys_are_learnt_and_read_again() -> None:
    """Each in time that does not grow with the number of those before it: a library of TOML took hours."""
    many = {f"{number:032x}": f"s{number:05d}" for number in range(20_000)}
    text = _after(BEGUN, many)
    known = read_map("m.toml", text, "staff")
    assert known.keys == many
    assert _after(text, {A: "j-osei"}) == f'{text}{A} = "j-osei"\n'
