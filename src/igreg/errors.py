"""The one error that a user's mistake may end in: a sentence, a hint, an exit code."""

from __future__ import annotations

from collections.abc import Iterable

from igreg.language.suggest import one_of

FINDINGS = 1
USAGE = 2
NO_REGISTER = 3
OWN_FAULT = 4
INTERRUPTED = 130
"""After Ctrl-C, as shells give it."""


class IgregError(Exception):
    """Something the user can put right; printed as two lines, never as a traceback.

    `code` is the exit code: 2 for wrong usage or configuration, 3 for a register that is not there or cannot be read.
    """

    def __init__(self, sentence: str, hint: str = "", code: int = USAGE) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.hint = hint
        self.code = code


def unknown(option: str, what: str, word: str, words: Iterable[str], otherwise: str | None = None) -> IgregError:
    """The error that a word after an option is none of those that may stand there; `what` says what they are."""
    return IgregError(f"{option}: there is no {what} {word!r}", one_of(word, words, otherwise))


def own_fault(error: Exception) -> IgregError:
    """The error that stands for a fault of igreg's own; it ends in one line."""
    return IgregError(
        f"a fault of igreg's own ({type(error).__name__}: {error}); "
        "please report it with the command and, if you can, the record; -v shows the traceback",
        code=OWN_FAULT,
    )
