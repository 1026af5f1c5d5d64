"""Records of every kind that a report tells of, with the days and ties that bring them onto paper."""

RECORDS = r"""
# file: assessments.yaml
- {id: T-1, framework: dspt-v8, owner: ig-lead, due: 2026-12-01, answers: [{item: 1.1.5, by: ig-lead, on: 2026-09-01}]}
# file: guidance.yaml
- {id: GU-1, title: The guide, publisher: ico, areas: [confidentiality], published: 2026-01-01}
# file: sharing-agreements.yaml
- {id: SA-1, title: With Softco, partners: [softco], owner: dpo, signed: 2026-01-01, expires: 2027-01-01, assets: [as-care]}
# file: assets.yaml
- {id: as-care, name: Care records, owner: dpo, administrator: it, unit: home, personal_data: true, special_category: true, purposes: [care], subjects: [residents], categories: [health], lawful_basis: "6(1)(e)", condition: "9(2)(h) Schedule 1", retention: 8 years, location: Locked cupboard, supplier: softco, critical: true, review: {every: 12 months, last: 2026-03-01}}
- {id: as-rota, name: Rota, owner: ig-lead, unit: east, personal_data: true, review: {every: 12 months, last: 2025-03-01}}
# file: audits.yaml
- {id: AUD-1, title: Door check, category: spot-check, areas: [security], lead: it, planned: 2026-08-01, performed: 2026-08-03, status: done, sample: {checked: 10, compliant: 8}, findings: [{id: F-1, what: Two doors open, severity: high, action: {id: act-4, what: Fit closers, owner: it, due: 2026-09-01}}, {id: F-2, what: No sign, severity: low, action: {id: act-5, what: Put up a sign, owner: it, due: 2026-09-10, done: 2026-09-15}}]}
- {id: AUD-2, title: Records audit, category: audit, areas: [data-protection], lead: dpo, planned: 2026-11-20, status: planned}
- {id: AUD-3, title: Missed audit, category: audit, areas: [confidentiality], lead: dpo, planned: 2026-09-01, status: planned}
# file: bodies.yaml
- {id: ico, name: Information Commissioner's Office, category: regulator, contact: 0303 123 1113}
- {id: softco, name: Softco Ltd, category: supplier, dspt: {status: standards-met, checked: 2026-05-01}}
# file: budgets.yaml
- {id: B-1, title: IG budget, year: 2026-27, owner: owner, lines: [{what: Training, planned: 1000.10, committed: 200.20, spent: 300.30, area: data-protection}, {what: Locks, planned: 500, spent: 450, area: security}], approved_by: owner, approved_on: 2026-03-20}
# file: communications.yaml
- {id: CO-1, title: Wash your inbox, date: 2026-08-01, to: [all-staff], from: ig-lead, areas: [security], by: [email]}
# file: contracts.yaml
- {id: C-1, title: Care software, with: softco, our_part: buyer, owner: it, processes_personal_data: true, processing: [PR-1], clauses: [article-28], start: 2025-01-01, end: 2027-01-31, notice: 3 months, value: 1200}
# file: courses.yaml
- {id: ig-basics, title: IG basics, areas: [data-protection], valid_for: 12 months, target: 80}
# file: data-flows.yaml
- {id: DF-1, title: Care plan to the GP, from: as-care, to: [softco], what: care plans, personal_data: true, by: [e-mail], every: 1 month, safeguards: [encryption], owner: dpo}
# file: decisions.yaml
- {id: DEC-1, title: Buy locks, category: delegated, asked: 2026-08-01, by: ig-lead, decided: 2026-08-02, outcome: bought, reason: needed, under: D-1, value: 450}
- {id: DEC-2, title: Buy a safe, category: delegated, asked: 2026-08-01, by: ig-lead, decided: 2026-08-05, outcome: bought, reason: needed, under: D-1, value: 700}
- {id: DEC-3, title: Share with the GP, category: caldicott, asked: 2026-05-01, by: cg, decided: 2026-05-05, outcome: share, reason: safety, principles: [7]}
# file: delegations.yaml
- {id: D-1, title: Small buys, from: owner, to: ig-lead, tasks: [buy equipment], limit: 500, start: 2026-04-01, end: 2027-03-31}
- {id: D-2, title: Old authority, from: owner, to: it, tasks: [sign contracts], limit: 1000, start: 2025-04-01, end: 2026-03-31}
# file: dpias.yaml
- {id: DP-1, title: Care software, assets: [as-care], owner: dpo, residual: low, decision: proceed, approved_by: owner, approved_on: 2025-01-01}
# file: engagements.yaml
- {id: E-1, title: Residents' tea, date: 2026-08-20, with: [service-users], form: meeting, areas: [confidentiality], people: 12, heard: [Posters are too small], changed: [{what: Larger posters, by: ig-lead, due: 2026-09-30, done: 2026-09-25}], told_back: 2026-09-28, owner: ig-lead, accessible: [large print]}
- {id: E-2, title: Carers' survey, date: 2026-05-20, with: [carers], form: survey, people: 30, heard: [Call us back sooner], owner: ig-lead}
# file: exceptions.yaml
- {id: X-1, rule: overdue-review, record: POL-2, reason: new law awaited, approved_by: owner, until: 2026-12-31, approved_on: 2026-03-01}
- {id: X-2, rule: overdue-review, record: R-2, reason: was away, approved_by: owner, until: 2026-09-15, approved_on: 2026-08-01}
# file: flows.yaml
- {id: FL-1, title: Tell the lead, from: all-staff, to: [ig-lead, dpo], about: [confidentiality], trigger: incident, within: 1 hours, by: [phone], out_of_hours: true}
- {id: FL-2, title: Tell the ICO, from: dpo, to: [ico], about: [data-protection], trigger: incident, within: 72 hours, by: [web form]}
# file: groups.yaml
- id: ig-group
  title: IG Group
  chair: owner
  secretary: ig-lead
  members: [owner, ig-lead, dpo, it]
  accountable_to: owner
  meets_every: 3 months
  quorum: 3
  ig_group: true
  standing_items: [Incidents, Training]
# file: incidents.yaml
- id: INC-1
  title: Letter to the wrong family
  aware: 2026-07-03T09:00
  occurred: 2026-07-02T09:00
  unit: east
  areas: [confidentiality]
  effects: [confidentiality]
  likelihood: 3
  impact: 3
  status: closed
  closed: 2026-07-20
  lead: ig-lead
  decision: {report: true, by: dpo, at: 2026-07-03T12:00, reason: risk to the person}
  notifications: [{to: ico, at: 2026-07-05T09:00, reference: IC-1}]
  lessons: [{lesson: Check the envelope twice}]
- id: INC-2
  title: Lost diary
  aware: 2026-07-20T09:00
  occurred: 2026-07-19T09:00
  unit: west
  areas: [confidentiality]
  effects: [confidentiality]
  likelihood: 3
  impact: 3
  status: closed
  closed: 2026-08-20
  lead: ig-lead
  decision: {report: true, by: dpo, at: 2026-07-21T12:00, reason: risk}
  notifications: [{to: ico, at: 2026-07-25T09:00, reference: IC-2, late_reason: weekend}]
- id: INC-3
  title: Email to a wrong address
  aware: 2026-09-02T09:00
  unit: east
  areas: [confidentiality]
  effects: [confidentiality]
  likelihood: 1
  impact: 2
  status: investigating
  lead: ig-lead
  decision: {report: false, by: dpo, at: 2026-09-03T12:00, reason: recalled unread}
- id: INC-4
  title: Nearly posted to the wrong house
  aware: 2026-09-10T09:00
  unit: east
  near_miss: true
  areas: [confidentiality]
  status: closed
  closed: 2026-09-11
- id: INC-5
  title: Cabinet left open
  aware: 2026-05-10T09:00
  unit: west
  areas: [confidentiality]
  effects: [confidentiality]
  likelihood: 1
  impact: 1
  status: closed
  closed: 2026-05-20
  lead: ig-lead
  decision: {report: false, by: dpo, at: 2026-05-11T12:00, reason: nobody saw it}
- id: INC-6
  title: Old fax
  aware: 2025-08-10T09:00
  unit: west
  areas: [confidentiality]
  effects: [confidentiality]
  likelihood: 1
  impact: 1
  status: closed
  closed: 2025-08-20
  lead: ig-lead
  decision: {report: false, by: dpo, at: 2025-08-11T12:00, reason: nobody saw it}
# file: meetings.yaml
- id: m-1
  group: ig-group
  date: 2026-09-15
  status: held
  present: [p-hughes, ig-lead, m-lewis]
  decisions: [Buy a shredder]
  actions:
  - {id: act-1, what: Order the shredder, owner: it, due: 2026-09-30}
  - {id: act-2, what: Put up the poster, owner: ig-lead, due: 2026-11-30}
  - {id: act-3, what: Tell the families, owner: dpo, due: 2026-09-20, done: 2026-09-19}
- id: m-2
  group: ig-group
  date: 2026-12-15
  status: planned
  agenda:
  - {title: The new confidentiality policy, presenter: ig-lead, records: [POL-3]}
# file: notices.yaml
- {id: N-1, title: Your information, audience: [service-users], owner: dpo, areas: [data-protection], formats: [web, easy-read], published: 2026-01-01, review: {every: 12 months, last: 2026-01-01}}
# file: organisation.yaml
name: Fernbrook Care
type: care-provider
ods_code: VLFER
dspt_category: 3
top: owner
publicly_funded: true
# file: policies.yaml
- {id: POL-1, title: Confidentiality policy, category: policy, owner: ig-lead, approver: owner, version: "2.1", areas: [confidentiality], in_force_from: 2024-02-01, document: {path: docs/c.md}, review: {every: 12 months, last: 2026-02-01}}
- {id: POL-2, title: Data protection policy, category: policy, owner: dpo, approver: owner, version: "3", areas: [data-protection], in_force_from: 2023-02-01, review: {every: 12 months, last: 2025-02-01}}
- {id: POL-3, title: Confidentiality policy for volunteers, category: policy, owner: ig-lead, status: draft, areas: [confidentiality]}
- {id: POL-4, title: Old fax policy, category: policy, owner: ig-lead, status: withdrawn, areas: [security]}
- {id: POL-5, title: Access control policy, category: policy, owner: it, version: "1", areas: [security], in_force_from: 2026-01-01, review: {every: 24 months, last: 2026-01-01}}
# file: processing.yaml
- {id: PR-1, title: Giving care, owner: dpo, our_role: controller, purposes: [care], lawful_basis: ["6(1)(e)"], condition: ["9(2)(h) Schedule 1"], subjects: [residents], categories: [health], special_category: true, recipient_categories: [GPs], retention: 8 years, security: [locks], processors: [softco], assets: [as-care]}
- {id: PR-2, title: Payroll for others, owner: dpo, our_role: processor, controllers: [softco], categories: [pay], security: [locks]}
# file: requests.yaml
- {id: RQ-1, title: Care records of 2025, category: subject-access, received: 2026-07-01, handler: dpo, responded: 2026-07-31, outcome: disclosed, identity_confirmed: 2026-07-01}
- {id: RQ-2, title: Rota and care plan, category: subject-access, received: 2026-08-03, handler: dpo, responded: 2026-09-20, outcome: part-disclosed, late_reason: holidays, exemptions: [third party data]}
- {id: RQ-3, title: All letters, category: subject-access, received: 2026-09-28, handler: dpo}
- {id: RQ-4, title: Spend on agency staff, category: freedom-of-information, received: 2026-07-06, handler: ig-lead, responded: 2026-07-20, outcome: disclosed}
- {id: RQ-5, title: Erase my photo, category: erasure, received: 2026-08-28, handler: dpo}
- {id: RQ-6, title: Withdrawn thing, category: subject-access, received: 2026-08-10, handler: dpo, outcome: withdrawn}
# file: risks.yaml
- {id: R-1, title: Paper left about, areas: [confidentiality], owner: ig-lead, likelihood: 4, impact: 4, target_score: 6, treatment: treat, actions: [{id: act-6, what: Lockable trolleys, owner: ig-lead, due: 2026-10-01}], review: {every: 3 months, last: 2026-09-01}}
- {id: R-2, title: Server fails, areas: [security], owner: it, likelihood: 2, impact: 5, treatment: tolerate, review: {every: 3 months, last: 2026-05-01}}
- {id: R-3, title: Pen stolen, areas: [security], owner: it, likelihood: 1, impact: 1, treatment: tolerate, review: {every: 12 months, last: 2026-05-01}}
# file: roles.yaml
- id: owner
  title: Owner
  function: chief-executive
  level: board
  hours_per_week: 10
  holders: [{staff: p-hughes, from: 2019-04-01}]
- id: ig-lead
  title: IG Lead
  function: ig-lead
  areas: [governance, confidentiality, risk]
  accountable_to: owner
  hours_per_week: 5
  requires: {skills: [{skill: negotiation, level: 2}, {skill: budgeting, level: 3}]}
  holders: [{staff: j-osei, from: 2023-02-01, assigned_by: job description}, {staff: m-lewis, from: 2024-01-08, as: deputy}]
- id: dpo
  title: Data Protection Officer
  function: dpo
  areas: [data-protection]
  accountable_to: owner
  public_contact: dpo@fernbrook.example
  holders: [{staff: m-lewis, from: 2024-01-08}]
- id: cg
  title: Caldicott Guardian
  function: caldicott-guardian
  areas: [caldicott]
  accountable_to: owner
  holders: [{staff: p-hughes, from: 2024-01-08, until: 2026-06-30}]
- id: it
  title: Head of IT
  function: head-of-it
  areas: [security]
  accountable_to: owner
  holders: [{staff: a-patel, from: 2024-01-08}]
# file: skills.yaml
- {id: negotiation, title: Negotiation, group: leadership}
- {id: budgeting, title: Budgeting, group: resources, courses: [ig-basics]}
# file: staff.yaml
- {id: p-hughes, name: Petronella Hughes, unit: home, started: 2019-04-01, email: petronella@fernbrook.example}
- {id: j-osei, name: Jakob Osei, unit: east, started: 2022-02-01, skills: [{skill: negotiation, level: 2, on: 2026-01-10}, {skill: budgeting, level: 1, on: 2026-01-10}]}
- {id: m-lewis, name: Morwenna Lewis, unit: east, started: 2022-02-01}
- {id: a-patel, name: Anjali Patel, unit: west, started: 2022-02-01}
- {id: z-quill, name: Zebedee Quill, unit: west, started: 2022-02-01}
- {id: o-gone, name: Ottoline Gonne, unit: west, started: 2020-02-01, left: 2026-05-31}
# file: training-plans.yaml
- id: plan
  title: Everybody
  audience: [all-staff]
  courses: [{course: ig-basics, within: 4 weeks}]
  owner: ig-lead
  approved_by: owner
  approved_on: 2026-01-05
# file: training-records.yaml
- {staff: p-hughes, course: ig-basics, completed: 2026-02-10}
- {staff: j-osei, course: ig-basics, completed: 2025-12-01}
- {staff: m-lewis, course: ig-basics, completed: 2026-03-01}
- {staff: a-patel, course: ig-basics, completed: 2025-09-01}
# file: units.yaml
- {id: home, name: Fernbrook House, category: site}
- {id: east, name: East Wing, category: service, parent: home}
- {id: west, name: West Wing, category: service, parent: home}
"""
