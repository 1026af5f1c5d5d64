"""Small registers for charts."""

from __future__ import annotations

import datetime as dt
from typing import Any

from igreg.chart.view import View
from igreg.register.read import read
from igreg.register.register import Register
from igreg.register.sources import Sources

DAY = dt.date(2026, 11, 24)
HOME = {
    "organisation.yaml": "name: Willow Court Care\ntype: care-provider\ntop: owner\n",
    "units.yaml": (
        "- {id: home, name: Willow Court}\n- {id: east, name: East wing, parent: home}\n"
        "- {id: west, name: West wing, parent: home}\n"
    ),
    "staff.yaml": """
- {id: p-hughes, name: Pat Hughes}
- {id: j-osei, name: Jo Osei}
- {id: m-lewis, name: Max Lewis}
- {id: a-reid, name: Ana Reid, absences: [{from: 2026-11-20, until: 2026-12-01, cover: m-lewis}]}
""",
    "roles.yaml": """
- {id: owner, title: Owner, function: chief-executive, level: board, holders: [{staff: p-hughes, from: 2019-04-01}]}
- id: ig-lead
  title: Data Security and Protection Lead
  areas: [governance, confidentiality]
  accountable_to: owner
  unit: home
  holders:
    - {staff: j-osei, from: 2023-02-01}
    - {staff: m-lewis, from: 2024-01-08, as: deputy}
- {id: caldicott, title: Caldicott Guardian, areas: [caldicott], accountable_to: owner, advises: [owner],
   holders: [{staff: a-reid, from: 2025-01-01}]}
- {id: dpo, title: Data Protection Officer, areas: [data-protection], reports_to: [owner], accountable_to: owner,
   holders: [{staff: m-lewis, from: 2026-09-01, until: 2026-12-31, as: acting}]}
- {id: champion, title: Local champion, accountable_to: ig-lead, supports: [ig-lead], unit: east,
   holders: [{staff: p-hughes, from: 2020-01-01, until: 2026-10-31}]}
""",
    "groups.yaml": """
- {id: ig-group, title: IG group, ig_group: true, chair: owner, secretary: ig-lead, members: [dpo, champion, j-osei],
   accountable_to: owner}
""",
    "bodies.yaml": "- {id: ico, name: Information Commission, category: regulator}\n",
    "flows.yaml": """
- {id: report, title: Incident seen, from: all-staff, to: [ig-lead], trigger: incident, within: 4 hours,
   by: [phone, form], out_of_hours: true}
- {id: tell-dpo, title: Breach, from: ig-lead, to: [dpo, owner], trigger: incident, within: 24 hours, two_way: true}
- {id: notify, title: Reportable breach, from: dpo, to: [ico], trigger: incident, within: 24 hours, by: [web form]}
- {id: news, title: Bulletin, from: ig-lead, to: [all-staff, service-users, carers, public], every: 1 month,
   about: [governance], by: [email]}
""",
}


def register(files: dict[str, str] | None = None, **more: str) -> Register:
    """A register of these files; `roles="..."` replaces one file of the care home."""
    texts = dict(HOME if files is None else files) | {f"{name}.yaml": text for name, text in more.items()}
    return read(Sources({f"register/{name}": text for name, text in texts.items()}))


def view(files: dict[str, str] | None = None, *, day: dt.date = DAY, **options: Any) -> View:
    """The view of a small register."""
    return View(register(files), day, **options)
