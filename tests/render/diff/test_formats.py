"""A difference for people: text, Markdown and a page, each read by a real parser, whatever stands in the register."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from igreg.check.settings import parse
from igreg.diff.shown import Shown
from igreg.language.characters import cells
from igreg.register.register import Register
from igreg.render.diff.markdown import MOST, UNCHANGED, diff_markdown
from tests.analysis.registers import register
from tests.diff.states import difference
from tests.render.diff.reading import Words, as_github, in_text, page

STAFF = "- {id: n-rahman, name: Nadia Rahman}\n- {id: j-whitlock, name: Jo Whitlock}\n"
ROLE = "- {id: siro, title: SIRO, function: siro, areas: [risk], accountable_to: siro, holders: [%s]}\n"
WAS = "{staff: n-rahman, from: 2024-05-01%s, assigned_by: minute 3}"
NOW = "{staff: j-whitlock, from: 2026-12-01, assigned_by: minute 12}"
POLICY = "- {id: P-1, title: Use of e-mail, owner: siro, areas: [risk], review: {every: %s, last: 2026-10-01}}\n"


@pytest.fixture(scope="module")
def handover() -> Shown:
    """A hand-over of a post, and a review that is less often."""
    before = register(staff=STAFF, roles=ROLE % (WAS % ""), policies=POLICY % "12 months")
    after = register(staff=STAFF, roles=ROLE % f"{WAS % ', until: 2026-11-30'}, {NOW}", policies=POLICY % "24 months")
    return Shown(difference(before, after))


def test_text_says_what_it_means_first(handover: Shown) -> None:
    assert in_text(handover) == (
        "What changed in the register of Example\n"
        "From the last commit, aaaaaaaaaa of 24 November 2026 to the register as it stands here. "
        "Both are judged on 24 November 2026.\n"
        "\n"
        "What it means\n"
        "  From 1 December 2026: Jo Whitlock leads risk in place of Nadia Rahman.\n"
        "\n"
        "What comes to the list of the next 30 days\n"
        "  30 November 2026, appointment ends, SIRO (siro): Nadia Rahman (substantive) until 2026-11-30.\n"
        "\n"
        "Records: 2 changed\n"
        "  Roles\n"
        "    SIRO (siro), changed\n"
        "      holder Nadia Rahman (n-rahman), until added: 30 November 2026\n"
        "      holder added: Jo Whitlock (j-whitlock), from 1 December 2026, assigned by minute 12\n"
        "  Policies\n"
        "    Use of e-mail (P-1), changed\n"
        "      review every 12 months → 24 months\n"
    )


@pytest.mark.parametrize("width", [60, 80, 120])
def test_text_fits_the_terminal(width: int, handover: Shown) -> None:
    lines = in_text(handover, width).splitlines()
    assert max(map(cells, lines)) <= width
    assert " ".join(" ".join(lines).split()) == " ".join(in_text(handover).split())


def test_the_summary_leaves_out_records_and_findings(handover: Shown) -> None:
    for text in (in_text(handover, summary=True), diff_markdown(handover, summary=True), page(handover, summary=True)):
        assert "Jo Whitlock leads risk" in text
        assert "Records: 2 changed" in text
        assert "24 months" not in text


def test_a_summary_of_records_alone_does_not_say_that_nothing_changed() -> None:
    """What a summary leaves out has changed all the same; where nothing has, it says so as the whole does."""
    before, after = (register(staff=STAFF, policies=POLICY % every) for every in ("12 months", "24 months"))
    changed, same = Shown(difference(before, after)), Shown(difference(before, before))
    assert not changed.difference.consequences
    for write in (in_text, diff_markdown, page):
        assert "Nothing changed" not in write(changed, summary=True)
        assert "Records: 1 changed." in write(changed, summary=True)
        assert "Nothing changed." in write(same, summary=True)
    assert UNCHANGED not in diff_markdown(changed, summary=True)
    assert UNCHANGED in diff_markdown(same, summary=True)


def test_every_format_tells_the_same(handover: Shown) -> None:
    for words in (as_github(diff_markdown(handover)).text, Words(page(handover)).text):
        for said in (
            "What changed in the register of Example",
            "From 1 December 2026: Jo Whitlock leads risk in place of Nadia Rahman.",
            "Records: 2 changed",
            "SIRO (siro), changed",
            "Jo Whitlock (j-whitlock), from 1 December 2026, assigned by minute 12",
        ):
            assert said in words
    assert "review every 12 months → 24 months" in diff_markdown(handover)
    assert "review every 12 months 24 months" in Words(page(handover)).text


def test_nothing_changed() -> None:
    same = register(staff=STAFF)
    shown = Shown(difference(same, same))
    assert in_text(shown).endswith("\n\nNothing changed.\n")
    assert diff_markdown(shown).startswith(f"{UNCHANGED}\n## What changed")
    assert as_github(diff_markdown(shown)).text.endswith("Nothing changed.")
    assert "Nothing changed." in Words(page(shown)).text


def test_a_rule_that_is_off_is_said_first() -> None:
    was, now = parse("igreg.toml", ""), parse("igreg.toml", 'ignore = ["no-deputy"]')
    shown = Shown(difference(register(staff=STAFF), register(staff=STAFF, units="- {id: u, name: U}\n"), was, now))
    told = in_text(shown)
    assert told.index("no-deputy is no longer checked (IG205).") < told.index("Records:")
    assert diff_markdown(shown).index("no longer checked") < diff_markdown(shown).index("Records")


def test_a_rule_that_is_off_is_said_in_words_too() -> None:
    was, now = parse("igreg.toml", ""), parse("igreg.toml", 'ignore = ["breach-path-too-slow"]')
    shown = Shown(difference(register(), register(), was, now))
    for text in (in_text(shown), as_github(diff_markdown(shown)).text, Words(page(shown)).text):
        assert "A breach report does not reach those who must know" in text


def test_records_that_only_name_another_by_its_new_id_are_told_together() -> None:
    policies = POLICY % "12 months" + "- {id: P-2, title: Faxes, owner: siro, version: '%s'}\n"
    before = register(staff=STAFF, roles=ROLE % (WAS % ""), policies=policies % 1)
    new = policies.replace("owner: siro", "owner: risk-lead")
    roles = (ROLE % (WAS % "")).replace("id: siro", "id: risk-lead").replace("to: siro", "to: risk-lead")
    told = in_text(Shown(difference(before, register(staff=STAFF, roles=roles, policies=new % 2))))
    assert "SIRO (risk-lead), renamed from siro" in told
    assert "    1 record names siro by its new id, risk-lead, and is otherwise as before: P-1\n" in told
    assert "Use of e-mail (P-1), changed" not in told
    assert "    Faxes (P-2), changed\n" in told
    assert "Records: 1 renamed and 2 changed" in told


def test_what_is_taken_out_is_no_new_id_of_it() -> None:
    """Where an id was changed, a value that goes elsewhere is told like any other."""
    policy = "- {id: P-1, title: Use of e-mail, notes: By post}\n- {id: %s, title: Faxes, version: '7'}\n"
    shown = Shown(
        difference(
            register(policies=policy % "P-2"), register(policies=(policy % "P-3").replace(", notes: By post", ""))
        )
    )
    told = in_text(shown)
    assert "    Use of e-mail (P-1), changed\n      notes taken out: By post\n" in told
    assert "None" not in told
    shown = Shown(
        difference(
            register(policies=policy % "P-2"), register(policies=(policy % "P-2").replace(", notes: By post", ""))
        )
    )
    assert "      notes taken out: By post\n" in in_text(shown)


def test_of_many_findings_of_one_rule_the_first_are_told_and_the_others_named() -> None:
    policies = "".join(f"- {{id: P-{n}, title: Title {n}, owner: nobody}}\n" for n in range(20))
    shown = Shown(difference(register(), register(policies=policies)))
    for told in (in_text(shown), as_github(diff_markdown(shown)).text, Words(page(shown)).text):
        assert told.count("no record has the id 'nobody'") == 3
        assert "17 more like that: Title 3 (P-3); Title 4 (P-4);" in " ".join(told.split())
        assert "Title 19 (P-19)" in told
    few = Shown(difference(register(), register(policies="".join(policies.splitlines(keepends=True)[:10]))))
    assert in_text(few).count("no record has the id 'nobody'") == 10


@pytest.mark.parametrize(("word", "turned"), [("added", False), ("taken out", True)])
def test_of_a_list_of_training_the_first_are_told(word: str, turned: bool) -> None:
    people = "".join(f"- {{id: s-{n}, name: Person {n}}}\n" for n in range(12))
    courses = "- {id: c-1, title: Awareness}\n- {id: c-2, title: Records}\n"
    some = [f"- {{staff: s-{n}, course: c-1, completed: 2026-10-01}}\n" for n in range(12)]
    some += [f"- {{staff: s-{n}, course: c-2, completed: 2026-10-02}}\n" for n in range(10)]
    states = [
        register(staff=people, courses=courses),
        register(staff=people, courses=courses, training_records="".join(some)),
    ]
    told = in_text(Shown(difference(*(reversed(states) if turned else states))))
    assert told.count(f"Awareness (c-1), 2026-10-01, {word}\n") == 3
    assert f"    9 more of Awareness (c-1), {word}\n" in told
    assert told.count(f"Records (c-2), 2026-10-02, {word}\n") == 10
    assert f"Records: 22 {word}\n" in told


def test_of_very_many_that_name_it_anew_some_are_told() -> None:
    lines = "".join(f"- {{id: P-{n}, title: Title {n}, owner: siro}}\n" for n in range(70))
    roles = (ROLE % (WAS % "")).replace("id: siro", "id: risk-lead").replace("to: siro", "to: risk-lead")
    before = register(staff=STAFF, roles=ROLE % (WAS % ""), policies=lines)
    after = register(staff=STAFF, roles=roles, policies=lines.replace("owner: siro", "owner: risk-lead"))
    assert ", P-58, P-59 and 10 more\n" in in_text(Shown(difference(before, after)))


def test_what_a_record_said_that_is_taken_out() -> None:
    before = register(staff=STAFF, roles=ROLE % (WAS % ""), policies=POLICY % "12 months")
    shown = Shown(difference(before, register(staff=STAFF, policies=POLICY % "12 months")))
    for text in (in_text(shown), as_github(diff_markdown(shown)).text, Words(page(shown)).text):
        words = " ".join(text.split())
        assert "SIRO (siro), taken out" in words
        assert "Nadia Rahman (n-rahman), from 1 May 2024, assigned by minute 3" in words


def test_findings_say_what_to_do_and_those_that_are_gone_are_put_together() -> None:
    many = "".join(f"- {{id: P-{n}, title: Title {n}, owner: nobody-{n}, areas: [risk]}}\n" for n in range(5))
    shown = Shown(difference(register(policies=many), register()))
    assert re.search(r"unknown-reference \(IG\d+\), 5 times: Title 0 \(P-0\); Title 1 \(P-1\);", in_text(shown))
    back = in_text(Shown(difference(register(), register(policies=many))))
    assert len(re.findall(r"= unknown-reference \(IG\d+\): ", back)) == 5


def test_what_could_not_be_read_is_said_first() -> None:
    shown = Shown(difference(register(policies="- {id: P-1, title: T}\n"), register(policies="- [\n")))
    for text in (in_text(shown), as_github(diff_markdown(shown)).text, Words(page(shown)).text):
        assert "register/policies.yaml could not be read in full in the state after" in text
    assert "P-1), taken out" not in in_text(shown)


def long(number: int, size: int = 300) -> Register:
    words = "ä𝄞" * (size // 4)
    return register(
        policies="".join(f"- {{id: P-{n}, title: Title {n} {words}, owner: x-{n}}}\n" for n in range(number))
    )


def test_markdown_is_cut_by_whole_entries_records_first() -> None:
    shown = Shown(difference(register(), long(200)))
    text = diff_markdown(shown)
    assert len(text.encode("utf-16-le")) // 2 <= MOST
    assert len(text.encode()) <= 240_000
    whole = diff_markdown(shown, most=10**9)
    left = int(text.rstrip().rpartition("and ")[2].removesuffix(" more"))
    entries = re.compile(r"^- ", re.MULTILINE)
    assert len(entries.findall(text)) + left == len(entries.findall(whole))
    assert text.endswith(f"\nand {left} more\n")
    assert "### Records" not in text or "### New findings" in text
    kept = text.rpartition("\nand ")[0].strip()
    assert set(kept.splitlines()) <= set(whole.splitlines()), "every line is a whole one"
    assert "and " not in whole.rstrip().splitlines()[-1]


@pytest.mark.parametrize("most", [400, 700, 1000, 2000, 4000])
def test_consequences_are_cut_last(most: int, handover: Shown) -> None:
    found = handover.whole
    records = [replace(found.records[1], record=f"P-{n}") for n in range(100)]
    text = diff_markdown(Shown(replace(found, records=records)), most=most)
    assert len(text.encode("utf-16-le")) // 2 <= most
    assert "### Records" not in text or "Jo Whitlock leads risk" in text
    assert re.search(r"\nand \d+ more\n$", text)


def test_a_hash_has_seven_digits_at_least(handover: Shown) -> None:
    assert re.search(r"\ba{7,40}\b", in_text(handover))
