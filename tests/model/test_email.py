"""Addresses of e-mail: the plain form is taken at once, and anything that is amiss in others is still found."""

from __future__ import annotations

import pytest

from igreg.model.values import Unfit, parse_email


@pytest.mark.parametrize(
    "text", ["zoe@example.org", "z.o'e+ig@a-b.example", "a@b", "Zoë Ali <zoe@example.org>", "z@ö.example"]
)
def test_addresses_are_taken(text: str) -> None:
    assert parse_email(text) == text


@pytest.mark.parametrize(
    "text",
    ["zoe@example.org.", "a@b@c.example", "zoe ali@b.example", "mailto:zoe@b.example", "<zoe@b.example>", "zoe",
     "a@b.example,c@d.example", "zoe@b .example", "zoe@b.example\n", "@b.example"],
)  # fmt: skip
def test_what_is_amiss_in_an_address_is_found(text: str) -> None:
    with pytest.raises(Unfit):
        parse_email(text)
