"""Which return a word means, and what is said of words that mean none."""

from __future__ import annotations

import pytest

from tests.assess.returns import ANSWERED, DAY, FILES, RETURN, Igreg, Write, found


def test_one_word_is_an_assessment_a_pack_or_a_register(
    igreg: Igreg, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = write(ANSWERED)
    monkeypatch.chdir(folder.parent)
    for words, assessment in [(("ret",), "ret"), (("ours",), None), (("register",), "ret"), ((), "ret")]:
        ran = igreg("assess", *words, *DAY, "--format", "json", "-q")
        assert ran.code == 0, ran.err
        assert f'"assessment": {"null" if assessment is None else chr(34) + assessment + chr(34)}' in ran.out


def test_an_id_goes_before_a_folder_of_its_name(igreg: Igreg, write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = write(ANSWERED)
    (folder.parent / "ret").mkdir()
    (folder.parent / "ret" / "organisation.yaml").write_text("name: Other\ntype: other\n")
    monkeypatch.chdir(folder.parent)
    assert '"assessment": "ret"' in igreg("assess", "ret", *DAY, "--format", "json").out


def test_an_assessment_goes_before_a_pack_of_its_name(igreg: Igreg, write: Write) -> None:
    folder = write(FILES | {"assessments.yaml": RETURN.replace("id: ret", "id: olds")})
    assert found(igreg, folder, "olds")["framework"] == "ours"


@pytest.mark.parametrize(
    ("assessments", "words", "said", "hint"),
    [
        ("[]", (), "the register has no assessment", "ours"),
        (RETURN.replace("framework", "status: published\n  framework"), (), "no assessment is open", "ret (published)"),
        (RETURN + RETURN.replace("id: ret", "id: two"), (), "several assessments are open", "ret or two"),
        (RETURN, ("rett",), "no assessment, pack or register 'rett'", "did you mean 'ret'?"),
        (RETURN, ("ourz",), "no assessment, pack or register 'ourz'", "did you mean 'ours'?"),
        (RETURN.replace("framework: ours", "framework: ourz"), (), "a pack that is not there", "did you mean 'ours'?"),
        (RETURN, ("dspt-v8",), "dspt-v8 is not for this organisation (nhs-trust, Wales)", "ours"),
        (RETURN, ("dspt-v7",), "dspt-v7 can be compared with and not assessed against", "--compare dspt-v7"),
        (RETURN, ("ours", "--item", "1.11"), "--item: there is no item '1.11'", "did you mean"),
        (RETURN, ("ours", "--item", "2.2"), "--item: 2.2 of ours is not asked", "1.1"),
        (RETURN, ("ours", "--group", "9"), "--group: there is no group '9'", "1a"),
        (RETURN, ("ours", "--owner", "leed"), "--owner: there is no role 'leed'", "did you mean 'lead'?"),
        (RETURN, ("ours", "--fail-under", "mett"), "--fail-under: there is no status 'mett'", "standards-met"),
        (RETURN, ("ours", "--compare", "old"), "--compare: there is no pack 'old'", "did you mean 'olds'?"),
        (RETURN, ("ours", "--format", "jsn"), "--format: there is no format 'jsn'", "did you mean 'json'?"),
        (RETURN, ("ours", "--format", "xlsx"), "--format xlsx needs --out", "--out return.xlsx"),
        (RETURN, ("ours", "--compare", "olds", "--format", "html"), "--compare is not shown as html", "markdown"),
        (RETURN, ("ours", "--dry-run"), "--dry-run goes with --draft", "--draft --dry-run"),
        (RETURN, ("ours", "--draft", "--compare", "olds"), "--draft and --compare do not go together", "leave one out"),
    ],
)
def test_words_that_mean_nothing(
    igreg: Igreg, write: Write, assessments: str, words: tuple[str, ...], said: str, hint: str
) -> None:
    organisation = "name: W\ntype: nhs-trust\nnation: wales\n"
    folder = write(FILES | {"assessments.yaml": assessments, "organisation.yaml": organisation})
    what = words[0] if words else ""
    ran = igreg("assess", *((what,) if what else ()), folder, *words[1:], *DAY)
    assert ran.code == 2
    assert said in ran.err
    assert hint in ran.err


def test_a_pack_that_is_broken_is_refused_with_its_line(igreg: Igreg, write: Write) -> None:
    """And never replaced by the shipped one of its name; other packs go on."""
    broken = (
        FILES["../frameworks/ours.yaml"].replace("id: ours", "id: dspt-v8").replace("input: document", "input: fax")
    )
    folder = write(FILES | {"../frameworks/dspt-v8.yaml": broken})
    ran = igreg("assess", "dspt-v8", folder, *DAY)
    assert ran.code == 2
    assert "the pack dspt-v8 is broken: frameworks/dspt-v8.yaml:" in ran.err
    assert igreg("assess", "ours", folder, *DAY).code == 0


@pytest.mark.parametrize(
    ("status", "code"), [("standards-met", 1), ("standards_met", 1), ("Approaching", 0), ("never", 0)]
)
def test_less_than_asked_for_fails(igreg: Igreg, write: Write, status: str, code: int) -> None:
    """A better status satisfies a lesser one."""
    assert igreg("assess", "ret", write(ANSWERED), *DAY, "--fail-under", status).code == code
