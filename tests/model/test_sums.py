"""Sums of money: exact as they are written, and refused in plain words where they are none (ruling B76)."""

from __future__ import annotations

from decimal import Decimal

import pytest

from igreg.findings import INVALID_VALUE
from igreg.model.kinds.contracts import Contract
from igreg.model.kinds.delegations import Delegation
from igreg.register.read import read
from igreg.register.register import Register
from tests.pages import sources


def read_with(value: str) -> Register:
    text = f"- id: C\n  title: T\n  with: b\n  owner: o\n  value: {value}\n"
    return read(sources({"register/contracts.yaml": text.encode()}))


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("0", "0"),
        ("1250", "1250"),
        ("1250.50", "1250.5"),
        ("0.1", "0.1"),
        (".5", "0.5"),
        ("1e3", "1000"),
        ("12345678901234567890", "12345678901234567890"),
        ("12345678901234567890.12", "12345678901234567890.12"),
        ("10000000000000000.01", "10000000000000000.01"),
        ("123456789012.123456", "123456789012.123456"),
        ("999999999999999999999999", "999999999999999999999999"),
    ],
)
def test_a_sum_is_what_is_written(written: str, meant: str) -> None:
    register = read_with(written)
    (contract,) = register.of(Contract)
    assert contract.value == Decimal(meant)
    assert INVALID_VALUE not in register.faults


@pytest.mark.parametrize(
    ("written", "message", "help"),
    [
        ("-1", "-1 is not a sum of 0 or more", "write a sum of 0 or more"),
        ("-12345678901234567890.12", "-12345678901234567890.12 is not a sum of 0 or more", "write a sum of 0 or more"),
        ("'1250'", "'1250' is not a number, such as 1250 or 1250.50", "write 1250, if that is what is meant"),
        (
            "£12,500.00",
            "'£12,500.00' is not a number, such as 1250 or 1250.50",
            "write 12500.00, if that is what is meant",
        ),
        (
            "a great deal",
            "'a great deal' is not a number, such as 1250 or 1250.50",
            "write a number, such as 1250 or 1250.50",
        ),
        ("true", "true is not a number, such as 1250 or 1250.50", "write a number, such as 1250 or 1250.50"),
        (".inf", "inf is not a number, such as 1250 or 1250.50", "write a number, such as 1250 or 1250.50"),
        (".nan", "nan is not a number, such as 1250 or 1250.50", "write a number, such as 1250 or 1250.50"),
        (
            "1000000000000000000000000",
            "1000000000000000000000000 is not a sum of at most 24 digits, and 6 after the point",
            "write a sum of at most 24 digits, and 6 after the point",
        ),
        (
            "0.1234567",
            "0.1234567 is not a sum of at most 24 digits, and 6 after the point",
            "write a sum of at most 24 digits, and 6 after the point",
        ),
    ],
)
def test_what_is_no_sum(written: str, message: str, help: str) -> None:
    register = read_with(written)
    (contract,) = register.of(Contract)
    assert contract.value is None
    assert [(fault.message, fault.help) for fault in register.faults[INVALID_VALUE]] == [(message, help)]


@pytest.mark.parametrize("written", ["9" * 350, "1e400", "[1]", "{a: 1}", "9" * 500])
def test_a_number_beyond_all_measure_is_one_finding(written: str) -> None:
    assert len(read_with(written).faults[INVALID_VALUE]) == 1


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("GBP", "GBP"),
        ("gbp", "GBP"),
        ('" Eur "', "EUR"),
        ("pounds", None),
        ('"£"', None),
        ("12", None),
        ("[GBP]", None),
        ("EURO", None),
    ],
)
def test_a_currency_is_a_code_of_three_letters(written: str, code: str | None) -> None:
    text = f"- {{id: D, title: t, from: a, to: b, limit: 5, currency: {written}}}\n"
    register = read(sources({"register/delegations.yaml": text.encode()}))
    faults = [fault.message for faults in register.faults.values() for fault in faults if "currency" in fault.message]
    assert [one.currency for one in register.of(Delegation)] == [code or "GBP"]
    assert bool(faults) == (code is None)
