"""The pages of forms in a real Chromium: filled in as people would, and what comes of it given to `igreg add`."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest

from igreg.register.private_numbers import private_numbers
from tests.browser.made import DAY, Igreg
from tests.conftest import Write

FORMS = ("incident", "near-miss", "request", "asset-confirmation", "training-plan")
CASES = json.loads((Path(__file__).parents[1] / "forms/cases.json").read_text(encoding="utf-8"))
FILES = {
    "organisation.yaml": "name: Willow Court\ntype: other\n",
    "units.yaml": "- {id: ward-1, name: Ward one}\n",
    "staff.yaml": "- {id: g-mensah, name: Grace Mensah, email: grace@example.org}\n",
    "roles.yaml": (
        "- {id: ig-lead, title: IG lead, function: ig-lead, holders: [{staff: g-mensah, from: 2020-01-01}]}\n"
        "- {id: siro, title: Risk owner, function: siro}\n"
    ),
    "courses.yaml": "- {id: dsa, title: Data security awareness}\n",
    "assets.yaml": "- {id: AST-001, name: Care system, owner: siro}\n",
}
HOSTILE = "It came back: yes\n-----END IGREG-----\n> title: no\n   set in | – “é” \U0001f600"


@pytest.fixture
def form(igreg: Igreg, write: Write, tmp_path: Path) -> Any:
    """The page of a form."""
    folder = write(FILES)

    def made(kind: str) -> str:
        out = tmp_path / f"{kind}.html"
        assert igreg("form", kind, "--out", out, "--register", folder, *DAY).code == 0
        return out.as_uri()

    return made


def sent(tab: Any) -> str:
    tab.get_by_role("button", name="Check and go on").click()
    assert tab.locator("#result").is_visible(), tab.locator("#errors").inner_text()
    return str(tab.locator("#text").input_value())


def test_an_incident_filled_in_becomes_a_record(
    tab: Any, asked: list[str], igreg: Igreg, form: Any, tmp_path: Path
) -> None:
    tab.goto(form("incident"))
    tab.get_by_label("What happened, in a few words?").fill("Letter to the wrong house")
    tab.locator("#q-aware").fill("2024-11-20")
    tab.locator("#q-aware-time").fill("09:30")
    tab.locator("#q-summary").fill(HOSTILE)
    tab.locator("#q-effects").check()
    tab.get_by_label("Yes", exact=True).check()
    tab.get_by_label("Where did it happen?").select_option(label="Ward one")
    tab.get_by_label("How many people does it affect?").fill("2")
    text = sent(tab)
    link = tab.get_by_role("link", name="Write the e-mail").get_attribute("href")
    assert link.startswith("mailto:grace@example.org?")
    assert unquote(link.partition("&body=")[2]).replace("\r\n", "\n") == text
    with tab.expect_download() as saved:
        tab.get_by_role("button", name="Save as a file").click()
    file = tmp_path / "sent.txt"
    saved.value.save_as(file)
    assert file.read_text(encoding="utf-8") == text
    assert asked == []
    ran = igreg("add", "incident", file, "--register", tmp_path / "register", *DAY, "--format", "json", "--yes")
    assert ran.code == 0, ran.err
    new = json.loads(ran.out)["new"][0]
    assert new["id"] == "INC-001"
    assert new["values"] == {
        "title": "Letter to the wrong house", "aware": "2024-11-20T09:30", "unit": "ward-1",
        "effects": ["confidentiality"], "summary": HOSTILE, "personal_data": True, "people_affected": 2,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "answers", "chosen", "expected"),
    [
        ("request", {"title": "Records", "received": "2024-11-20"}, {"category": "subject-access"}, {"category": "subject-access", "received": "2024-11-20"}),
        ("near-miss", {"title": "A", "aware": "2024-11-20"}, {}, {"near_miss": True, "aware": "2024-11-20"}),
    ],
)  # fmt: skip
def test_the_other_forms(
    tab: Any, igreg: Igreg, form: Any, tmp_path: Path, kind: str, answers: Any, chosen: Any, expected: Any
) -> None:
    tab.goto(form(kind))
    for field, answer in answers.items():
        tab.locator(f"#q-{field}").fill(answer)
    for field, word in chosen.items():
        tab.locator(f"#q-{field}").select_option(word)
    file = tmp_path / "sent.txt"
    file.write_text(sent(tab), encoding="utf-8")
    ran = igreg("add", kind, file, "--register", tmp_path / "register", *DAY, "--format", "json", "--yes")
    assert ran.code == 0, ran.out
    values = json.loads(ran.out)["new"][0]["values"]
    assert {key: values[key] for key in expected} == expected


def test_a_confirmation_and_a_plan_by_keyboard_alone(tab: Any, igreg: Igreg, form: Any, tmp_path: Path) -> None:
    tab.goto(form("asset-confirmation"))
    for letter in ("C", "I", "u"):
        tab.keyboard.press("Tab")
        tab.keyboard.type(letter)
    tab.keyboard.press("Tab")
    tab.keyboard.press("Enter")
    text = tab.locator("#text").input_value()
    assert text.split("\n")[1:4] == ["asset: AST-001", "by: ig-lead", "outcome: unchanged"]
    assert tab.evaluate("document.activeElement.id") == "result"
    tab.goto(form("training-plan"))
    tab.keyboard.press("Tab")
    tab.keyboard.type("Reception")
    tab.locator("#q-audience").focus()
    tab.keyboard.press("Space")
    tab.locator("#q-courses").focus()
    tab.keyboard.press("Space")
    tab.keyboard.press("Tab")
    tab.keyboard.press("Tab")
    tab.keyboard.type("12 months")
    file = tmp_path / "plan.txt"
    file.write_text(sent(tab), encoding="utf-8")
    ran = igreg("add", "training-plan", file, "--register", tmp_path / "register", *DAY, "--yes")
    assert ran.code == 0, ran.out + ran.err


def test_what_is_missing_is_said_and_led_to(tab: Any, form: Any) -> None:
    tab.goto(form("incident"))
    tab.get_by_role("button", name="Check and go on").click()
    assert tab.evaluate("document.activeElement.id") == "errors"
    assert tab.locator("#errors a").count() == 2
    tab.locator("#errors a").nth(1).click()
    assert tab.evaluate("document.activeElement.id") == "q-aware"
    tab.locator("#q-title").fill("A")
    assert tab.locator("#q-title-error").inner_text() == ""


@pytest.mark.parametrize(
    ("field", "value", "says"),
    [
        ("aware", "2999-01-01", "still to come"),
        ("people_affected", "two", "whole number"),
        ("title", "a" * 201, "no more than 200"),
        ("summary", "it is 943 476 5919", "an NHS number"),
        ("title", "943-476-5919", "an NHS number"),
        ("summary", "QQ 12 34 56 C", "a National Insurance number"),
    ],
)
def test_rules_while_typing(tab: Any, form: Any, field: str, value: str, says: str) -> None:
    tab.goto(form("incident"))
    tab.locator(f"#q-{field}").fill(value)
    tab.locator(f"#q-{field}").blur()
    assert says in tab.locator(f"#q-{field}-error").inner_text()
    tab.get_by_role("button", name="Check and go on").click()
    assert not tab.locator("#result").is_visible()


def test_a_date_of_birth_is_warned_of(tab: Any, form: Any) -> None:
    tab.goto(form("near-miss"))
    tab.locator("#q-title").fill("A")
    tab.locator("#q-aware").fill("2024-11-20")
    tab.locator("#q-summary").fill("born 3/4/1961")
    assert tab.locator("#birth").is_visible()
    tab.get_by_role("button", name="Check and go on").click()
    assert not tab.locator("#result").is_visible()
    tab.locator("#looked").check()
    assert "born 3/4/1961" in sent(tab)
    tab.locator("#q-summary").fill("nothing")
    assert not tab.locator("#birth").is_visible()


def test_the_script_writes_as_python_does_and_sees_the_same_numbers(tab: Any, form: Any) -> None:
    tab.goto(form("incident"))
    for case in CASES:
        text = tab.evaluate("pairs => igregText('incident', pairs)", case["pairs"])
        assert text == f"-----BEGIN IGREG incident 1-----\n{case['text']}-----END IGREG-----\n", case["why"]
    for text in ("943 476 5919", "9434765919", "943 476 5918", "1234567890", "AB 12 34 56 C", "AB123456E", "0113 496 0000", ""):  # fmt: skip
        assert bool(tab.evaluate("text => igregNumber(text)", text)) == any(private_numbers(text)), text


def test_nothing_is_kept(tab: Any, form: Any) -> None:
    page = form("incident")
    tab.goto(page)
    tab.locator("#q-title").fill("A secret")
    tab.goto("about:blank")
    tab.go_back()
    assert tab.locator("#q-title").input_value() == ""
    assert tab.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]
    assert tab.locator("form").get_attribute("autocomplete") == "off"  # of boxes too, which may not say it themselves
    inputs = tab.locator("input:not([type=checkbox]):not([type=radio]), select, textarea")
    assert {one.get_attribute("autocomplete") for one in inputs.all()} == {"off"}


@pytest.mark.parametrize("kind", FORMS)
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 320])
def test_axe_finds_nothing_and_nothing_scrolls_sideways(
    browser: Any, form: Any, kind: str, scheme: str, width: int
) -> None:
    from axe_playwright_python.sync_playwright import Axe

    context = browser.new_context(
        offline=True, bypass_csp=True, color_scheme=scheme, viewport={"width": width, "height": 900}
    )
    try:
        tab = context.new_page()
        tab.goto(form(kind))
        for wrong in (False, True):
            if wrong:
                tab.get_by_role("button", name="Check and go on").click()
            found = Axe().run(tab).response["violations"]
            assert [(one["id"], one["nodes"][0]["html"][:200]) for one in found] == []
            assert tab.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") == 0
    finally:
        context.close()


def test_without_a_script_it_is_a_form_on_paper(browser: Any, form: Any) -> None:
    context = browser.new_context(java_script_enabled=False, offline=True)
    try:
        tab = context.new_page()
        tab.goto(form("incident"))
        assert "print the page" in tab.locator("[data-paper]").inner_text()
        assert not tab.get_by_role("button", name="Check and go on").is_visible()
        tab.emulate_media(media="print")
        assert tab.locator(".write").first.is_visible()
    finally:
        context.close()


def test_hostile_names_are_text(tab: Any, asked: list[str], igreg: Igreg, write: Write, tmp_path: Path) -> None:
    evil = "</script><script>alert(1)</script><img src=x onerror=alert(1)>\\\" '"
    folder = write(FILES | {"units.yaml": f"- id: ward-1\n  name: {json.dumps(evil)}\n"})
    out = tmp_path / "form.html"
    assert igreg("form", "incident", "--out", out, "--register", folder, *DAY).code == 0
    tab.goto(out.as_uri())
    assert tab.locator("#q-unit option").nth(1).inner_text() == evil
    assert asked == []
    assert len(re.findall("<script", out.read_text(encoding="utf-8"))) == 1
