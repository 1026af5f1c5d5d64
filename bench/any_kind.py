"""Records of a kind that has no maker of its own in `bench.records`: from what its model says."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator, Mapping

from bench.records import TODAY, Sizes
from igreg.model.kinds import model_of
from igreg.model.marks import Ref
from igreg.model.sample import Wish, sample


def any_kind(kind: str, ids: Mapping[str, str], sizes: Sizes) -> Iterator[str]:
    """As many records as there are risks, as YAML text without the dash of a list; `ids` has one id of each kind."""

    def refer(mark: Ref) -> str:
        return next((ids[one] for one in mark.kinds if one in ids), ids["roles"])

    wish = Wish(refer, TODAY - dt.timedelta(days=100), TODAY + dt.timedelta(days=900))
    for number in range(sizes.risks):
        data = sample(model_of(kind), f"{kind}-{number:04d}", wish)
        yield "\n".join(f"{key}: {one if isinstance(one, str) else json.dumps(one)}" for key, one in data.items())
