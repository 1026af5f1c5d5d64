"""How people took part: what they said, and what changed for it."""

from __future__ import annotations

import datetime as dt

from igreg.language.english import counted, long_day
from igreg.model.kinds.engagements import Engagement
from igreg.site.page import Block, Fact, Facts, Line, Points, Section, Words, joined, line
from igreg.site.places import anchor
from igreg.site.seen import Seen
from igreg.site.top import TopPage


def sections(seen: Seen) -> tuple[Section, ...]:
    """What is to come first, then what was, the latest first."""
    found = [one for one in seen.of("engagements") if isinstance(one, Engagement)]
    found.sort(key=lambda one: one.date or dt.date.min, reverse=True)
    return tuple(_engagement(seen, one) for one in found)


def _engagement(seen: Seen, one: Engagement) -> Section:
    comes = one.date is not None and one.date > seen.asked.today
    day = long_day(one.date) if one.date is not None else ""
    took = [line(seen.named(party) or seen.told(one, party, "with")) for party in one.with_ or ()]
    facts = [
        Fact("To come" if comes else "When", (line(day),)),
        Fact("With whom", (joined(took),)),
        Fact("How many took part", (line(counted(one.people, "person", "people") if one.people else ""),)),
        Fact("Made accessible by", (line(seen.told(one, ", ".join(one.accessible), "accessible")),)),
        Fact("Told back", (line(long_day(one.told_back) if one.told_back else ""),)),
    ]
    blocks: list[Block] = [Facts(tuple(fact for fact in facts if fact.lines[0]))]
    if one.heard:
        blocks += [Words(line("You said:")), Points(tuple(line(seen.told(one, said, "heard")) for said in one.heard))]
    changes = [_change(seen, one, number) for number in range(len(one.changed))]
    if changes:
        blocks += [Words(line("We did:")), Points(tuple(changes))]
    elif one.heard and not comes:
        blocks.append(Words(line("What changed for it is not written down yet.")))
    return Section(seen.title(one), tuple(blocks), anchor(seen.places.get(one.id or "", "")))


def _change(seen: Seen, one: Engagement, number: int) -> Line:
    change = one.changed[number]
    state = f" (done {long_day(change.done)})" if change.done is not None else " (still to be done)"
    return line(seen.told(one, change.what, "changed", "what"), state)


PAGES = (TopPage(90, "taking-part.html", "How people took part", "What you said, and what we did.", sections),)
