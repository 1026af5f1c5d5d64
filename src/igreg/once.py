"""Methods of values whose answers are worked out once: `cached_property`, for what is asked with words.

A frozen value may not change, and may well remember what it was asked: the answer hangs on the value and on the
question alone, so whoever asks first, and in which order, makes no difference. The answers stand where
`functools.cached_property` has its own, in the `__dict__` of the value; neither `==` nor `replace` looks there.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any, TypeVar, TypeVarTuple

Value = TypeVar("Value")
Question = TypeVarTuple("Question")
Asked = TypeVar("Asked")
Answer = TypeVar("Answer")
_NOT_ASKED = object()


def once_for_each(answer: Callable[[Value, *Question], Answer]) -> Callable[[Value, *Question], Answer]:
    """A method that is worked out once for each question. What is asked can be hashed, and is given by position."""
    place = f"{answer.__qualname__} for each"

    def known(self: Value, *asked: *Question) -> Answer:
        answers: dict[tuple[*Question], Any] | None = self.__dict__.get(place)
        if answers is None:
            answers = self.__dict__[place] = {}
        found: Answer = answers.get(asked, _NOT_ASKED)
        if found is _NOT_ASKED:
            found = answers[asked] = answer(self, *asked)
        return found

    functools.update_wrapper(known, answer)
    return known


def once_for_each_record(answer: Callable[[Value, Asked], Answer]) -> Callable[[Value, Asked], Answer]:
    """The same for a method that is asked of one record, which cannot be hashed: each is known as the object it is."""
    place = f"{answer.__qualname__} for each"

    def known(self: Value, record: Asked) -> Answer:
        answers: dict[int, tuple[Asked, Answer]] | None = self.__dict__.get(place)
        if answers is None:
            answers = self.__dict__[place] = {}
        else:
            there = answers.get(id(record))
            if there is not None and there[0] is record:
                return there[1]
        found = answer(self, record)
        answers[id(record)] = record, found  # the record is kept, so that no other can come to have its number
        return found

    functools.update_wrapper(known, answer)
    return known
