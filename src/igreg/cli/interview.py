"""What `igreg init` asks on a terminal: name, type, who leads on what, and which CI."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from igreg.cli import console
from igreg.errors import IgregError
from igreg.language.english import listed
from igreg.language.suggest import did_you_mean, nearest
from igreg.model.usual_words import usual
from igreg.starter.names import Asked, posts_of
from igreg.starter.people import Person, Post, clash, person_meant
from igreg.starter.templates import types_called

Answer = TypeVar("Answer")
"""What an answer comes to."""
BROKEN_OFF = 130
"""The exit code after Ctrl-C, as shells give it."""
LONGEST = 200
_AREAS = {"governance": "information governance", "caldicott": "Caldicott", "data-protection": "data protection"}
_CI = (
    ("none", "nobody: igreg is run by hand"),
    ("github", "GitHub Actions"),
    ("gitlab", "GitLab CI"),
    ("azure", "Azure Pipelines"),
)


def interview(now: dt.datetime, templates: Mapping[str, str], ci: str) -> Asked:
    """What a register is to begin with, as somebody on a terminal answers; `ci` is what the repository has.

    Nothing is written before all is answered; whoever ends it with Ctrl-C is told so.
    """
    try:
        return _interview(now, templates, ci)
    except KeyboardInterrupt:
        console.say("\n")
        raise IgregError("nothing was written", "you ended the questions", BROKEN_OFF) from None


def _interview(now: dt.datetime, templates: Mapping[str, str], ci: str) -> Asked:
    console.say("A few questions; nothing is written before the last is answered, and Ctrl-C ends it.\n")
    name = ask("What is your organisation called?", _name)
    console.say("\nWhat is it?")
    type = choose(types_called(templates))
    posts = posts_of(type, templates)
    console.say(
        "\nWho leads on what? Type a name, with the work e-mail after it if you like; just Enter where\n"
        "somebody is still to be found. One person may lead on several: type the number or the name again."
    )
    holders: dict[str, Person] = {}
    for post in posts:
        _ask_holder(post, posts, holders)
    console.say("\nWho checks the register whenever it changes?")
    return Asked(type, name, now, holders, choose(_CI, ci))


def _ask_holder(post: Post, posts: tuple[Post, ...], holders: dict[str, Person]) -> None:
    """Ask who holds a post; what speaks against it is said at once."""
    known = {person.name: person for person in holders.values()}
    if known:
        console.say("    " + ", ".join(f"{number} {name}" for number, name in enumerate(known, 1)))
    leads = f" ({listed(_AREAS.get(area, area) for area in post.areas)})" if post.areas else ""
    found = ask(f"{post.title}{leads}", lambda text: person_meant(text, known.values(), posts))
    if found is None:
        return
    held = {one: posts_held for one in posts if (posts_held := holders.get(one.id)) and posts_held.name == found.name}
    for one in held:
        holders[one.id] = found
    holders[post.id] = found
    if why := clash(post.function, [one.function for one in held]):
        console.say(
            f"    note: {found.name} would be {listed([one.title for one in held] + [post.title])}: {why}.\n"
            "    The register takes it, and `igreg check` speaks of it."
        )


def _name(text: str) -> str:
    if not any(sign.isalnum() for sign in text):
        raise ValueError("please type the name as the public knows it, for example: Willow Court")
    if len(text) > LONGEST or not text.isprintable():
        raise ValueError(f"please type a name of at most {LONGEST} letters")
    return text


def ask(question: str, read: Callable[[str], Answer], words: Sequence[str] = ()) -> Answer:
    """Ask until the answer is one. `read` makes it into a value, and raises ValueError with what is wrong with it.

    Raises IgregError where no more answers come.
    """
    while True:
        try:
            line = console.ask(f"{question} " if question.endswith("?") else f"{question}: ", words)
            if line is None:
                console.say("\n")
                raise IgregError("nothing was written", "the input ended before the last question")
            return read(" ".join(line.split()))
        except UnicodeDecodeError:
            console.say("  that cannot be read as text; please type it again")
        except ValueError as error:
            console.say(f"  {error}")


def choose(choices: Sequence[tuple[str, str]], default: str = "") -> str:
    """One of several, by its number or its word; each is listed with what it means. Enter takes the default."""
    width = max(len(word) for word, _ in choices)
    for number, (word, meaning) in enumerate(choices, 1):
        console.say(f"{number:4}  {word:{width}}  {meaning}")
    words = [word for word, _ in choices]

    def read(text: str) -> str:
        typed = text.lower()
        if not typed and default:
            return default
        if typed.isdecimal() and 1 <= int(typed) <= len(words):
            return words[int(typed) - 1]
        begun = [word for word in words if typed and word.startswith(typed)] or _by_meaning(typed, choices)
        if typed in words or len(begun) == 1:
            return typed if typed in words else begun[0]
        if not typed or typed.isdecimal():
            raise ValueError(f"please type a number from 1 to {len(words)}, or the word beside it")
        if begun:
            raise ValueError(f"{text!r} may be {listed(begun, 'or')}: please type the number")
        near = nearest(typed, words)
        raise ValueError(f"{text!r} is not in the list: {did_you_mean(near, 'please type the number of the nearest')}")

    return ask(f"Number or word [{default}]" if default else "Number or word", read, words)


def _by_meaning(typed: str, choices: Sequence[tuple[str, str]]) -> list[str]:
    """The words whose meaning, as it is shown beside them, has all that was typed; else what people call it."""
    if not typed:
        return []
    sought = re.findall(r"\w+", typed)
    found = [word for word, meaning in choices if sought and set(sought) <= set(re.findall(r"\w+", meaning.lower()))]
    called = usual(typed, [word for word, _ in choices])
    return found or ([called] if called else [])
