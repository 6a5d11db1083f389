import { screeningAnswers } from './answers.ts'
import type { Cast } from './cast.ts'
import { gapAnswers } from './gap-answers.ts'
import { components, parties, systems } from './register.ts'
import type { Actor, Teller } from './teller.ts'

/** A year at a lender that finds out whether it needs ISO/IEC 42001, and gets a good part of the way. Days count back from today. */
export async function tellStory(teller: Teller, cast: Cast, today: Date): Promise<void> {
  await screen(teller, cast)
  const ids = await listSystems(teller, cast)
  await recordContext(teller, cast)
  await askWhereWeStand(teller, cast)
  await decideScopeAndRoles(teller, cast, ids)
  await writeDocuments(teller, cast)
  await collectEvidence(teller, cast, ids)
  await lookAgain(teller, cast, ids)
  await nowadays(teller, cast, ids, today)
}

export type SystemIds = Record<(typeof systems)[number]['key'], string>

async function screen(teller: Teller, { milan, olivia }: Cast): Promise<void> {
  teller.on(361)
  const profile = {
    sector: 'financial-services',
    purpose:
      'We lend to households and small firms. A model of our own scores applications; bought tools help in hiring and customer service.',
    peopleCount: 240,
    sites: ['Hamburg', 'Gdańsk'],
    euPresence: true,
    jurisdictions: ['DE', 'PL', 'EU'],
    topManagement: [olivia.id],
  }
  await milan.patch('/organization/profile', 0, profile)
  const screening = await milan.post('/screenings')
  await milan.patch(`/screenings/${screening.id}`, 1, { answers: screeningAnswers })
  teller.on(360)
  await olivia.post(`/screenings/${screening.id}/conclude`)
  await olivia.patch('/business-case', 0, {
    currency: 'EUR',
    monthsObserved: 12,
    documentationHours: 310,
    hourlyCost: 85,
    firstYearCost: 42_000,
    laterYearsCost: 11_000,
    ownHours: 900,
    expectedAvoidedShare: 0.6,
  })
  await olivia.post('/deals', {
    name: 'Partner bank in Kiel',
    outcome: 'lost',
    happenedOn: teller.on(359),
    value: 180_000,
    reason: 'Asked for certified AI governance',
  })
  await olivia.post('/deals', {
    name: 'Broker platform',
    outcome: 'slowed',
    happenedOn: teller.on(352),
    value: 60_000,
    delayDays: 75,
  })
  await olivia.post('/competitors', { name: 'Elbkredit', certified: true, source: 'Their press page' })
}

async function listSystems(teller: Teller, cast: Cast): Promise<SystemIds> {
  teller.on(356)
  const units: Record<string, string> = {}
  for (const name of ['Lending', 'Data science', 'People', 'Customer care']) {
    units[name] = (await cast.olivia.post('/units', { name })).id
  }
  const ids: Partial<SystemIds> = {}
  for (const { key, owner, unit, resources, scope: _scope, isoRoles: _iso, actRoles: _act, ...draft } of systems) {
    teller.on(350 - Object.keys(ids).length)
    const made = await cast.milan.post('/ai-systems', { ...draft, owner: cast[owner].id, unit: units[unit] ?? null })
    ids[key] = made.id
    for (const resource of resources) await cast.priya.post(`/ai-systems/${made.id}/resources`, resource)
  }
  const found = ids as SystemIds
  for (const { from, relation, version, ...draft } of components) {
    teller.on(330)
    const made = await cast.priya.post('/components', { ...draft, owner: cast.priya.id })
    if (version) await cast.priya.post(`/components/${made.id}/versions`, version)
    await cast.priya.post('/lineage', { from: `ai-system:${found[from]}`, to: made.id, relation })
  }
  return found
}

async function recordContext(teller: Teller, { milan, lucia }: Cast): Promise<void> {
  teller.on(322)
  const issues = [
    {
      kind: 'external',
      topic: 'law',
      statement: 'The EU AI Act treats creditworthiness scoring of persons as high-risk.',
      effect: 'Duties from 2 December 2027; evidence has to grow before.',
    },
    {
      kind: 'external',
      topic: 'climate',
      statement: 'Climate change was considered: flood risk moves property values in two of our regions.',
      effect: 'Features of the credit model are reviewed for it each year.',
    },
    {
      kind: 'internal',
      topic: 'resources',
      statement: 'Two people understand the credit model end to end.',
      effect: 'Knowledge is shared by pairing and by the model documentation.',
    },
    {
      kind: 'internal',
      topic: 'culture',
      statement: 'Teams try new AI tools faster than purchasing hears of them.',
      effect: 'Intake is kept short, and code is scanned.',
    },
  ]
  for (const issue of issues) await milan.post('/context-issues', issue)
  for (const { requirements, ...party } of parties) {
    const made = await milan.post('/interested-parties', party)
    for (const requirement of requirements) await milan.post(`/interested-parties/${made.id}/requirements`, requirement)
  }
  teller.on(310)
  const assess = await milan.post('/processes', {
    name: 'AI risk assessment and treatment',
    clauses: ['6.1.2', '6.1.3', '8.2', '8.3'],
    owner: lucia.id,
    intervalMonths: 6,
  })
  await milan.post('/processes', {
    name: 'Intake and inventory of AI systems',
    clauses: ['4.3', '8.1'],
    owner: milan.id,
    feeds: [assess.id],
    intervalMonths: 3,
  })
  await milan.post('/processes', {
    name: 'Internal audit and management review',
    clauses: ['9.2', '9.3'],
    owner: milan.id,
    intervalMonths: 12,
  })
  const reviewedOn = teller.on(300)
  await milan.post('/organization/reviews', {
    about: 'context',
    reviewedOn,
    outcome: 'First reading with top management; four issues accepted.',
    nextDueOn: dayFrom(reviewedOn, 365),
  })
}

async function askWhereWeStand(teller: Teller, { milan, priya, jonas, lucia }: Cast): Promise<void> {
  teller.on(318)
  const assessment = await milan.post('/gap-assessments', { name: 'First gap assessment' })
  const by = { milan, priya, jonas, lucia }
  let daysAgo = 316
  for (const { ref, who, level, note } of gapAnswers) {
    teller.on(daysAgo)
    daysAgo = Math.max(296, daysAgo - 1)
    await by[who].patch(`/gap-assessments/${assessment.id}/answers/${ref}`, 0, { level, note })
  }
  teller.on(294)
  await milan.post(`/gap-assessments/${assessment.id}/conclude`, {
    summary: 'The inventory and the credit model stand; audit, review and monitoring are missing.',
    leaveUnanswered: true,
  })
}

async function writeDocuments(teller: Teller, { milan, lucia, olivia }: Cast): Promise<void> {
  // top management itself approves the policy
  await approveFromTemplate(teller, { milan, approver: olivia }, 'ai-policy', 285)
  await approveFromTemplate(teller, { milan, approver: lucia }, 'scope-statement', 270)
  teller.on(240)
  const manual = await milan.post('/documents', {
    title: 'Description of the AI management system',
    kind: 'aims-description',
    body: manualText,
    owner: milan.id,
  })
  await milan.post(`/documents/${manual.id}/versions/1/submit`, { approver: lucia.id })
  const effectiveOn = teller.on(236)
  await lucia.post(`/documents/${manual.id}/versions/1/approve`, { effectiveOn })
  teller.on(60)
  await milan.post('/documents', {
    title: 'AI risk assessment process',
    kind: 'risk-assessment-process',
    body: '# AI risk assessment process\n\nDraft: criteria for consequences to persons are being agreed.',
    owner: lucia.id,
  })
}

async function approveFromTemplate(
  teller: Teller,
  { milan, approver }: { milan: Actor; approver: Actor },
  template: string,
  daysAgo: number,
): Promise<void> {
  teller.on(daysAgo)
  const document = await milan.post('/documents', { template, owner: milan.id, readers: 'everyone' })
  const draft = await milan.get(`/documents/${document.id}/versions/1`)
  // what the records could not fill in is left open for people; here it is settled
  const body = textOf(draft['body']).replace(/\[to be filled in: [^\]]*\]/g, 'see the page on AI in our intranet')
  await milan.patch(`/documents/${document.id}/versions/1`, draft.version, { body })
  await milan.post(`/documents/${document.id}/versions/1/submit`, { approver: approver.id })
  const effectiveOn = teller.on(daysAgo - 4)
  await approver.post(`/documents/${document.id}/versions/1/approve`, {
    effectiveOn,
    note: 'Read line by line',
  })
}

async function decideScopeAndRoles(teller: Teller, { milan }: Cast, ids: SystemIds): Promise<void> {
  teller.on(291)
  for (const { key, scope, isoRoles, actRoles } of systems) {
    if (scope) await milan.post(`/ai-systems/${ids[key]}/scope`, scope)
    if (isoRoles) await milan.post(`/ai-systems/${ids[key]}/roles`, { framework: 'iso-22989', ...isoRoles })
    if (actRoles) await milan.post(`/ai-systems/${ids[key]}/roles`, { framework: 'eu-ai-act', ...actRoles })
  }
}

async function collectEvidence(teller: Teller, { milan, priya, jonas, lucia }: Cast, ids: SystemIds): Promise<void> {
  const requirement = (ref: string) => `requirement:ISO-42001-2023/${ref}`
  const items = [
    {
      by: priya,
      daysAgo: 250,
      title: 'Validation of credit model 3.2',
      content: { kind: 'measurement', measure: 'AUC on the hold-out quarter', value: '0.781', sampleSize: 18_240 },
      subjects: [`ai-system:${ids.credit}`, requirement('A.6.2.4')],
    },
    {
      by: priya,
      daysAgo: 200,
      title: 'Selection rates by age group',
      content: {
        kind: 'measurement',
        measure: 'Ratio of approval rates, 60+ to 30–59',
        value: '0.91',
        sampleSize: 9310,
      },
      subjects: [`ai-system:${ids.credit}`, requirement('A.5.4')],
    },
    {
      by: milan,
      daysAgo: 230,
      title: 'AI policy sent to all staff',
      content: {
        kind: 'attestation',
        statement: 'The policy went to all 240 people by mail and stands on the intranet.',
        attestedBy: 'Milan Novak',
      },
      subjects: [requirement('5.2'), requirement('7.3')],
    },
    {
      by: jonas,
      daysAgo: 180,
      title: 'Interview training for recruiters',
      content: { kind: 'link', url: 'https://learning.nordhafen.example/ai-in-hiring' },
      subjects: [`ai-system:${ids.hiring}`, requirement('7.2')],
    },
    {
      by: milan,
      daysAgo: 150,
      title: 'Comparison with the information security policy',
      content: {
        kind: 'attestation',
        statement: 'Security, privacy and purchasing policies were read against the AI policy; two lines were changed.',
        attestedBy: 'Milan Novak',
      },
      subjects: [requirement('A.2.3')],
    },
  ]
  for (const { by, daysAgo, ...draft } of items) {
    teller.on(daysAgo)
    const made = await by.post('/evidence', draft)
    teller.on(daysAgo - 3)
    await lucia.post(`/evidence/${made.id}/review`, { decision: 'accepted', note: 'Read and compared with the source' })
  }
}

async function lookAgain(teller: Teller, { milan, lucia, priya }: Cast, ids: SystemIds): Promise<void> {
  for (const [key, daysAgo] of [
    ['credit', 170],
    ['hiring', 165],
    ['chatbot', 160],
  ] as const) {
    teller.on(daysAgo)
    await milan.post(`/ai-systems/${ids[key]}/review`)
  }
  const reviewedOn = teller.on(120)
  await milan.post('/organization/reviews', {
    about: 'interested-parties',
    reviewedOn,
    outcome: 'Works council added; its two requirements were taken on.',
    nextDueOn: dayFrom(reviewedOn, 365),
  })
  const tasks = [
    {
      by: milan,
      daysAgo: 140,
      title: 'Agree criteria for consequences to persons',
      owner: lucia.id,
      due: 110,
      done: 108,
    },
    { by: milan, daysAgo: 130, title: 'Name who may stop the credit model', owner: priya.id, due: 100, done: 102 },
    {
      by: milan,
      daysAgo: 45,
      title: 'Book the internal audit of clauses 4 to 10',
      owner: milan.id,
      due: -30,
      done: null,
    },
    {
      by: lucia,
      daysAgo: 40,
      title: 'Ask the chatbot supplier for its change notices',
      owner: priya.id,
      due: 6,
      done: null,
    },
  ]
  for (const { by, daysAgo, title, owner, due, done } of tasks) {
    const made = await tellTask(teller, by === lucia ? milan : by, { daysAgo, title, owner, due })
    if (done === null) continue
    teller.on(done)
    await milan.post(`/tasks/${made}/complete`)
  }
}

async function tellTask(
  teller: Teller,
  by: Cast['milan'],
  { daysAgo, title, owner, due }: { daysAgo: number; title: string; owner: string; due: number },
): Promise<string> {
  const created = teller.on(daysAgo)
  const made = await by.post('/tasks', { title, owner, dueOn: dayFrom(created, daysAgo - due) })
  return made.id
}

async function nowadays(teller: Teller, { milan, tom, priya }: Cast, ids: SystemIds, today: Date): Promise<void> {
  teller.on(20)
  await tom.post('/ai-systems/intake', {
    name: 'Meeting notes assistant',
    purpose: 'Writes minutes of team meetings',
    supplier: 'A cloud vendor',
    dataClasses: ['internal'],
    usedAlready: true,
  })
  teller.on(9)
  await priya.post('/evidence', {
    title: 'Drift of applicant income, October',
    content: { kind: 'measurement', measure: 'Population stability index, income', value: '0.14', sampleSize: 4120 },
    subjects: [`ai-system:${ids.credit}`, 'requirement:ISO-42001-2023/A.6.2.6'],
  })
  teller.on(5)
  await milan.post('/gap-assessments', { name: `Gap assessment ${today.getUTCFullYear()}` })
}

function textOf(body: unknown): string {
  if (typeof body !== 'string') throw new Error('the sample story expected a text')
  return body
}

function dayFrom(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)
}

const manualText = `# The AI management system of Nordhafen Credit

## Processes

Intake and inventory feeds risk assessment and treatment; both are looked at by internal audit and management review.

## Owners

Each process names an owner in the register of processes. The AIMS manager reports to top management twice a year.

## Records

Records are kept in Assay; their integrity is checked against checkpoints that the auditor holds.
`
