"""The forms that there are, and what each asks: fields of the model in words that anybody understands."""

from __future__ import annotations

from collections.abc import Mapping

from igreg.dataclass import dataclass


@dataclass(frozen=True)
class Asked:
    """One question: the field that it fills, the words that it is asked in, and what helps to answer it."""

    field: str
    title: str
    hint: str = ""
    long: bool = False
    """Whether the answer may have several lines."""
    needed: bool = False
    """Whether the form needs it, where the record would not."""


@dataclass(frozen=True)
class FormKind:
    """A form: the kind of record that comes of it, its words, its questions, and to whom its text is sent."""

    name: str
    record: str
    title: str
    about: str
    asked: tuple[Asked, ...]
    to: tuple[str, ...]
    """Functions of roles, the first that the register has is written to."""


CONFIRMATION = "asset-confirmation"
NEAR_MISS = "near-miss"

_AWARE = Asked(
    "aware",
    "When did you notice it?",
    "The day and, if you know it, the time. The time to report a breach, 72 hours by law, may run from here.",
)
_OCCURRED = Asked("occurred", "When did it happen?", "Leave it out if you do not know.")
_PLACE = (
    Asked("areas", "What is it about?"),
    Asked("unit", "Where did it happen?"),
)
_ASSETS = Asked("assets", "Which systems or records were concerned?")
_REPORTED = Asked("reported_by", "Which role do you report it for?")

FORMS: Mapping[str, FormKind] = {
    one.name: one
    for one in (
        FormKind(
            "incident",
            "incidents",
            "Report an incident",
            "Information was lost, sent to the wrong place, seen by somebody who should not have seen it, or could not "
            "be reached when it was needed. Report it at once, even if you are not sure.",
            (
                Asked("title", "What happened, in a few words?", "For example: letter sent to the wrong house."),
                _AWARE,
                _OCCURRED,
                Asked("summary", "What happened?", "Say what and how, without anybody\u2019s name.", long=True),
                *_PLACE,
                Asked("effects", "What was lost?"),
                Asked("personal_data", "Was information about people concerned?"),
                Asked("data_categories", "Which kinds of information?", "With ; between: health; addresses."),
                Asked("people_affected", "How many people does it affect?", "A number; an estimate will do."),
                Asked("measures", "What have you done about it so far?", long=True),
                _ASSETS,
                _REPORTED,
            ),
            ("ig-lead", "dpo", "siro", "caldicott-guardian"),
        ),
        FormKind(
            NEAR_MISS,
            "incidents",
            "Report a near miss",
            "Something nearly went wrong with information and nothing was lost. What nearly happened today can be "
            "stopped tomorrow.",
            (
                Asked("title", "What nearly happened, in a few words?", "For example: wrong address found in time."),
                _AWARE,
                _OCCURRED,
                Asked("summary", "What happened?", "Say what and how, without anybody\u2019s name.", long=True),
                *_PLACE,
                Asked("measures", "What stopped it?", long=True),
                _ASSETS,
                _REPORTED,
            ),
            ("ig-lead", "dpo", "siro", "caldicott-guardian"),
        ),
        FormKind(
            "request",
            "requests",
            "Pass on a request about information",
            "Somebody asked for their own data, for information, or complained. Pass it on the same day: a limit runs "
            "from the day on which it came. Never say here who asked.",
            (
                Asked("title", "What is it about?", "Never who asked."),
                Asked("category", "What is asked for?"),
                Asked("received", "When did it come?", "The day on which anybody here received it."),
                Asked("channel", "How did it come?", "For example: e-mail, letter, in person."),
                Asked("unit", "Which unit is it about?"),
                Asked("handler", "Which role sees to the answer?"),
                Asked("identity_confirmed", "When did we know who asks?", "Leave it out if we do not yet."),
            ),
            ("dpo", "ig-lead"),
        ),
        FormKind(
            CONFIRMATION,
            "assets",
            "Confirm an information asset",
            "Once a year the owner of an information asset looks at what the register says of it and confirms it.",
            (
                Asked("asset", "Which asset?", needed=True),
                Asked("by", "In which role do you confirm it?", needed=True),
                Asked("outcome", "What did you find?", "Whether what the register says still holds.", needed=True),
            ),
            ("ig-lead", "dpo"),
        ),
        FormKind(
            "training-plan",
            "training-plans",
            "Propose a training plan",
            "Who needs which training about information.",
            (
                Asked("title", "What is the plan called?", "For example: training of reception staff."),
                Asked("audience", "Whom is it for?"),
                Asked("courses", "Which courses do they take?"),
                Asked("owner", "Which role answers for it?"),
                Asked("review.every", "How often is it looked at again?", "For example: 12 months."),
                Asked("notes", "Anything else?", long=True),
            ),
            ("ig-lead", "dpo"),
        ),
    )
}
"""Each form by its name."""


def form_meant(word: str) -> FormKind | None:
    """The form of a name, however it is typed: capitals, `_`, a blank or the plural do not count."""
    plain = word.strip().casefold().replace("_", "-").replace(" ", "-")
    singular = {"near-misses": NEAR_MISS}.get(plain, plain.removesuffix("s"))
    return FORMS.get(plain) or FORMS.get(singular)
