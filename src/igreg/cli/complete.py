"""What the shell offers when somebody presses the tab key: ids of records, roles, people, meetings and open actions."""

from __future__ import annotations

from collections.abc import Callable, Iterator

Completer = Callable[[str], list[tuple[str, str]]]


def ids(*kinds: str) -> Completer:
    """A completer of the ids of some kinds, with titles; of every kind where none is named. It never fails loudly."""

    def complete(incomplete: str) -> list[tuple[str, str]]:
        try:
            return sorted(pair for pair in _known(kinds) if pair[0].startswith(incomplete))
        except Exception:
            return []

    return complete


def _known(kinds: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    from igreg.register.read import read
    from igreg.store.find import find_register
    from igreg.store.read import read_sources

    register = read(read_sources(find_register(None)))
    for id, kind in register.kind_of.items():
        if not kinds or kind in kinds:
            yield id, register.title(id)
