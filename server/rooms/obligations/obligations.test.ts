import { expect, test } from 'vitest'
import { openTestHouse } from '../../../test/house.ts'
import { factsAbout, look } from '../../../test/look.ts'
import { readObligationsSituation } from './situation.ts'

const house = await openTestHouse()
const owner = await house.organization()
const stranger = await house.organization('Another')

const draft = {
  title: 'Keep credit decisions explainable',
  sourceKind: 'contract',
  source: 'Funding agreement with the partner bank',
  article: 'Section 7',
  asks: 'Explain each refusal to the bank within ten days.',
}

async function anObligation(fields: object = {}): Promise<string> {
  const made = await owner.post('/obligations', { ...draft, ...fields })
  expect(made.text).toContain('id')
  expect(made.status).toBe(201)
  return made.body.id
}

async function applying(fields: object = {}): Promise<string> {
  const id = await anObligation({ owner: owner.person, fulfilment: 'The loan officers write it.', ...fields })
  expect((await owner.post(`/obligations/${id}/decide`, { applies: true, reason: 'We signed it.' })).status).toBe(200)
  return id
}

async function anEvidence(): Promise<string> {
  const made = await owner.post('/evidence', {
    title: 'Letters of refusal, sample',
    content: { kind: 'link', url: 'https://example.org/letters' },
    subjects: [],
  })
  expect(made.status, made.text).toBe(201)
  return `evidence:${made.body.id}`
}

test('an obligation is identified, applies, is fulfilled and reviewed, and each step is a fact', async () => {
  const id = await applying()
  expect((await owner.post(`/obligations/${id}/start`)).status).toBe(200)
  const evidence = await anEvidence()
  expect((await owner.post(`/obligations/${id}/fulfilled-by`, { subject: evidence })).status).toBe(200)
  const review = { outcome: 'fulfilled', note: 'Ten letters read.', nextOn: '2099-01-01' }
  expect((await owner.post(`/obligations/${id}/review`, review)).status).toBe(200)
  expect((await owner.get(`/obligations/${id}`)).body).toMatchObject({
    ...draft,
    appliesTo: 'organization',
    state: 'reviewed',
    stateReason: 'We signed it.',
    links: [evidence],
    decided: { by: { id: owner.person } },
    review: { outcome: 'fulfilled', note: 'Ten letters read.', by: { id: owner.person } },
    reviewDueOn: '2099-01-01',
    reviewOverdue: false,
  })
  expect(await factsAbout(house, owner, `obligation:${id}`)).toEqual([
    'obligation.identified',
    'obligation.found-to-apply',
    'obligation.fulfilment-started',
    'obligation.fulfilment-linked',
    'obligation.reviewed',
  ])
})

test('a review that finds gaps leaves it open', async () => {
  const id = await applying()
  await owner.post(`/obligations/${id}/start`)
  await owner.post(`/obligations/${id}/review`, { outcome: 'gaps', note: 'Two late.', nextOn: '2099-01-01' })
  expect((await owner.get(`/obligations/${id}`)).body).toMatchObject({
    state: 'being-fulfilled',
    review: { outcome: 'gaps' },
  })
})

test('what does not apply says why, and can be opened again', async () => {
  const id = await anObligation()
  expect((await owner.post(`/obligations/${id}/decide`, { applies: false, reason: ' ' })).status).toBe(400)
  await owner.post(`/obligations/${id}/decide`, { applies: false, reason: 'The agreement ended.' })
  expect((await owner.post(`/obligations/${id}/start`)).body.kind).toBe('not-now')
  expect((await owner.post(`/obligations/${id}/reconsider`, { reason: 'Signed anew.' })).status).toBe(200)
  expect((await owner.get(`/obligations/${id}`)).body).toMatchObject({ state: 'identified', decided: null })
  expect((await owner.post(`/obligations/${id}/reconsider`, { reason: 'Again.' })).body.kind).toBe('not-now')
})

test('what is withdrawn leaves the list until it is restored', async () => {
  const id = await anObligation({ title: 'Entered twice' })
  await owner.post(`/obligations/${id}/withdraw`, { reason: 'Entered twice' })
  const listed = async (state = '') =>
    (await owner.get(`/obligations?q=Entered%20twice${state}`)).body.items.map((one: { id: string }) => one.id)
  expect(await listed()).toEqual([])
  expect(await listed('&state=withdrawn')).toEqual([id])
  expect((await owner.post(`/obligations/${id}/withdraw`, { reason: 'Twice' })).body.kind).toBe('not-now')
  await owner.post(`/obligations/${id}/restore`)
  expect(await listed()).toEqual([id])
})

test.each([
  ['without an owner', { owner: null }, 'owner-missing'],
  ['without a word on how', { fulfilment: '' }, 'fulfilment-missing'],
])('refuses to start fulfilling %s', async (_, fields, kind) => {
  const id = await applying(fields)
  const refused = await owner.post(`/obligations/${id}/start`)
  expect([refused.status, refused.body.kind]).toEqual([409, kind])
})

test('refuses a review before fulfilment started, without a record that shows it, or with the next one behind', async () => {
  const id = await applying()
  const review = (fields: object = {}) =>
    owner.post(`/obligations/${id}/review`, { outcome: 'fulfilled', nextOn: '2099-01-01', ...fields })
  expect((await review()).body.kind).toBe('not-now')
  await owner.post(`/obligations/${id}/start`)
  expect((await review()).body.kind).toBe('nothing-linked')
  expect((await review({ outcome: 'gaps', nextOn: '2020-01-01' })).body.kind).toBe('review-in-the-past')
})

test('names each record once, only one that exists, and keeps the last that a review rests on', async () => {
  const id = await applying()
  const evidence = await anEvidence()
  const link = (subject: string) => owner.post(`/obligations/${id}/fulfilled-by`, { subject })
  const unlink = (subject: string) => owner.post(`/obligations/${id}/fulfilled-by/remove`, { subject })
  expect((await link('evidence:0190aaaa-0000-7000-8000-000000000000')).status).toBe(422)
  await link(evidence)
  expect((await link(evidence)).body.kind).toBe('linked-already')
  expect((await unlink('task:none')).body.kind).toBe('not-linked')
  await owner.post(`/obligations/${id}/start`)
  await owner.post(`/obligations/${id}/review`, { outcome: 'fulfilled', nextOn: '2099-01-01' })
  expect((await unlink(evidence)).body.kind).toBe('shows-fulfilment')
  await owner.post(`/obligations/${id}/reconsider`, { reason: 'Look again' })
  expect((await unlink(evidence)).status).toBe(200)
})

test('refuses people, systems and numbers that do not fit, naming the field', async () => {
  const system = (await stranger.post('/ai-systems', { name: 'Theirs' })).body.id
  const refused = await owner.post('/obligations', { ...draft, owner: stranger.person, systems: [system] })
  expect(refused.status).toBe(422)
  expect(refused.body.problems.map(({ path }: { path: string }) => path)).toEqual(['owner', 'systems.0'])
  await anObligation({ reference: 'L-1' })
  expect((await owner.post('/obligations', { ...draft, reference: 'L-1' })).body.kind).toBe('reference-taken')
})

test('an edit keeps what it leaves out, names systems, and refuses an old version', async () => {
  const system = (await owner.post('/ai-systems', { name: 'Credit model' })).body.id
  const id = await anObligation()
  expect((await owner.patch(`/obligations/${id}`, 1, { systems: [system] })).status).toBe(200)
  expect((await owner.get(`/obligations/${id}`)).body).toMatchObject({
    title: draft.title,
    appliesTo: 'systems',
    systems: [{ id: system, name: 'Credit model' }],
    version: 2,
  })
  expect((await owner.get(`/obligations?system=${system}`)).body.total).toBe(1)
  const late = await owner.patch(`/obligations/${id}`, 1, { title: 'Late' })
  expect([late.status, late.body.currentVersion]).toEqual([412, 2])
})

test('a contributor edits and does not decide', async () => {
  const contributor = await house.join(owner, ['contributor'])
  const made = await contributor.post('/obligations', draft)
  expect(made.status).toBe(201)
  const decided = await contributor.post(`/obligations/${made.body.id}/decide`, { applies: true, reason: 'Mine' })
  expect(decided.status).toBe(403)
})

test('another organization sees and changes nothing', async () => {
  const id = await anObligation()
  expect((await stranger.get(`/obligations/${id}`)).status).toBe(404)
  expect((await stranger.patch(`/obligations/${id}`, 1, { title: 'Mine' })).status).toBe(404)
  for (const move of ['start', 'restore']) {
    expect((await stranger.post(`/obligations/${id}/${move}`)).status).toBe(404)
  }
  expect((await owner.get(`/obligations/${id}`)).body.version).toBe(1)
})

test('the list pages in a stable order, counts every row and filters', async () => {
  for (let n = 0; n < 5; n += 1) {
    const dueOn = n === 2 ? null : `2099-02-0${n + 1}`
    await stranger.post('/obligations', { ...draft, title: `Duty ${n}`, dueOn, sourceKind: n < 2 ? 'law' : 'standard' })
  }
  const seen: string[] = []
  let cursor = ''
  do {
    const page = await stranger.get(`/obligations?limit=2&sort=dueOn${cursor}`)
    expect(page.body.total).toBe(5)
    seen.push(...page.body.items.map((item: { title: string }) => item.title))
    cursor = page.body.next ? `&cursor=${page.body.next}` : ''
  } while (cursor)
  expect(seen).toEqual(['Duty 2', 'Duty 0', 'Duty 1', 'Duty 3', 'Duty 4'])
  const total = async (query: string) => (await stranger.get(`/obligations?${query}`)).body.total
  expect(await total('sourceKind=law')).toBe(2)
  expect(await total('sourceKind=law,standard&state=identified&owner=none')).toBe(5)
  expect(await total('due=ahead')).toBe(4)
  expect(await total('due=none')).toBe(1)
  expect(await total('due=in-force')).toBe(1)
  expect(await total('due=review-overdue')).toBe(0)
  expect(await total('q=duty%204')).toBe(1)
  expect(await total('appliesTo=systems')).toBe(0)
})

test('a review that is due within a month waits for the owner and for reviewers, and what is undecided for who decides', async () => {
  const other = await house.organization('Waiting')
  const contributor = await house.join(other, ['contributor'])
  const soon = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10)
  const known = { ...draft, owner: contributor.person }
  const made = await other.post('/obligations', { ...known, title: 'Due soon', reviewDueOn: soon })
  await other.post('/obligations', { ...known, title: 'Due late', reviewDueOn: '2099-01-01' })
  const waiting = async (by = other) =>
    (await by.get('/inbox')).body.decisions.items.map(({ what, name, dueOn }: Record<string, string>) => [
      what,
      name,
      dueOn,
    ])
  expect(await waiting()).toEqual([['decide-obligation', 'Due soon, and 1 more', null]])
  expect(await waiting(contributor)).toEqual([])
  await other.post(`/obligations/${made.body.id}/decide`, { applies: true, reason: 'Signed' })
  expect(await waiting(contributor)).toEqual([['review-obligation', 'Due soon', soon]])
  expect(await waiting()).toEqual(expect.arrayContaining([['review-obligation', 'Due soon', soon]]))
  await other.patch(`/obligations/${made.body.id}`, 2, { owner: other.person })
  expect(await waiting(contributor)).toEqual([])
})

test('what a party requires is carried over in one step, shown on both sides, and taken back as long as nobody worked on it', async () => {
  const bank = (await owner.post('/interested-parties', { name: 'Partner bank', kind: 'customer' })).body.id
  const required = { statement: 'Proof of governed AI', basis: 'contract' }
  const requirement = (await owner.post(`/interested-parties/${bank}/requirements`, required)).body.id
  const shown = async () => (await owner.get(`/interested-parties/${bank}`)).body.requirements[0]
  const carry = (by = owner) => by.post('/obligations/from-requirement', { requirement })
  expect((await carry(stranger)).status).toBe(404)

  const made = await carry()
  expect(made.status, made.text).toBe(201)
  const subject = `obligation:${made.body.id}`
  expect((await owner.get(`/obligations/${made.body.id}`)).body).toMatchObject({
    title: 'Proof of governed AI',
    sourceKind: 'contract',
    source: 'Partner bank',
    state: 'identified',
  })
  expect(await shown()).toMatchObject({ decision: 'taken-on', standsAs: [subject] })
  const asked = (await owner.get(`/party-requirements?subject=${subject}`)).body
  expect(asked).toMatchObject({ total: 1, items: [{ id: requirement, party: { id: bank, name: 'Partner bank' } }] })
  expect((await carry()).body.kind).toBe('carried-over-already')

  const undo = () => owner.post(`/obligations/${made.body.id}/from-requirement/undo`)
  await owner.patch(`/obligations/${made.body.id}`, 1, { owner: owner.person })
  expect((await undo()).body.kind).toBe('changed-since')
  expect(await shown()).toMatchObject({ standsAs: [subject] })
  const otherwise = { ...required, decision: 'not-taken-on', reason: 'Another unit does it' }
  const { version } = await shown()
  expect((await owner.patch(`/party-requirements/${requirement}`, version, otherwise)).body.kind).toBe(
    'stands-in-register',
  )

  expect((await owner.post(`/party-requirements/${requirement}/stands-as/remove`, { subject })).status).toBe(200)
  expect((await owner.post(`/party-requirements/${requirement}/stands-as/remove`, { subject })).body.kind).toBe(
    'not-linked',
  )
  const again = await carry()
  expect((await owner.post(`/obligations/${again.body.id}/from-requirement/undo`)).status).toBe(200)
  expect((await owner.get(`/obligations/${again.body.id}`)).status).toBe(404)
  expect(await factsAbout(house, owner, `interested-party:${bank}`)).toEqual([
    'interested-party.recorded',
    'party-requirement.recorded',
    'party-requirement.carried-over',
    'party-requirement.unlinked',
    'party-requirement.carried-over',
    'party-requirement.taken-back',
  ])
})

test('what is not taken on, or whose party is withdrawn, is not carried over, and what stands already can be named', async () => {
  const council = (await owner.post('/interested-parties', { name: 'Works council', kind: 'employee' })).body.id
  const at = `/interested-parties/${council}`
  const statement = 'A list of the AI tools in use '.repeat(9).trim()
  const requirement = (await owner.post(`${at}/requirements`, { statement, basis: 'expectation' })).body.id
  const carry = () => owner.post('/obligations/from-requirement', { requirement })
  const decide = (version: number, fields: object) =>
    owner.patch(`/party-requirements/${requirement}`, version, { statement, basis: 'expectation', ...fields })
  await decide(1, { decision: 'not-taken-on', reason: 'Kept by the works council itself' })
  expect((await carry()).body.kind).toBe('not-taken-on')
  await decide(2, { decision: 'undecided' })
  await owner.post(`${at}/withdraw`, { reason: 'Dissolved' })
  expect((await carry()).body.kind).toBe('party-withdrawn')
  await owner.post(`${at}/restore`)

  const made = await carry()
  expect((await owner.get(`/obligations/${made.body.id}`)).body).toMatchObject({
    title: expect.stringMatching(/^A list.{150,200}…$/),
    sourceKind: 'commitment',
    asks: statement,
  })
  expect((await owner.post(`/obligations/${made.body.id}/from-requirement/undo`)).status).toBe(200)
  const [shown] = (await owner.get(at)).body.requirements
  expect(shown).toMatchObject({ decision: 'undecided', standsAs: [] })

  const known = `obligation:${await anObligation({ title: 'Publish the list of AI tools' })}`
  const name = (subject: string) => owner.post(`/party-requirements/${requirement}/stands-as`, { subject })
  expect((await name(`interested-party:${council}`)).body.kind).toBe('no-such-reference')
  expect((await name('obligation:0190aaaa-0000-7000-8000-000000000000')).status).toBe(422)
  expect((await name(known)).status).toBe(200)
  expect((await name(known)).body.kind).toBe('linked-already')
  const risk = await owner.post('/risks/from-requirement', { requirement, title: 'The list is not kept' })
  expect(risk.status, risk.text).toBe(201)
  expect((await owner.get(`/party-requirements?carried=true&q=tools`)).body.items[0].standsAs).toEqual([
    known,
    `risk:${risk.body.id}`,
  ])
  expect((await owner.get(`/risks/${risk.body.id}`)).body.source).toContain('Works council: A list')
  expect((await owner.post(`/risks/${risk.body.id}/from-requirement/undo`)).status).toBe(200)
  expect((await owner.get('/party-requirements?carried=false&q=tools')).body.total).toBe(0)
})

test('as of an earlier entry the register is what it was then', async () => {
  const before = (await owner.get('/session')).body.seq
  const id = await anObligation()
  const past = { 'assay-as-of': String(before) }
  expect((await owner.get(`/obligations/${id}`, past)).status).toBe(404)
  expect((await owner.get('/obligations?limit=200', past)).status).toBe(200)
  expect((await owner.post('/obligations', draft, past)).body.kind).toBe('past-is-read-only')
})

test('readiness counts what is undecided, unowned and overdue, with the records', async () => {
  const other = await house.organization('Counted')
  const made = await other.post('/obligations', { ...draft, title: 'Open', reviewDueOn: '2020-01-01' })
  const second = await other.post('/obligations', { ...draft, title: 'Applies', reviewDueOn: '2020-01-01' })
  await other.post(`/obligations/${second.body.id}/decide`, { applies: true, reason: 'Signed' })
  const found = await look(house, other, (tx, org) => readObligationsSituation(tx, org, '2026-11-22'))
  const applies = { count: 1, worst: [{ ref: `obligation:${second.body.id}`, name: 'Applies' }] }
  expect(found).toMatchObject({
    total: 2,
    applying: 1,
    reviewed: 0,
    undecided: { count: 1, worst: [{ ref: `obligation:${made.body.id}`, name: 'Open' }] },
    withoutOwner: applies,
    reviewOverdue: applies,
    inForceNotStarted: applies,
    actUnanswered: { count: 0, worst: [] },
    reporting: { total: 0, applying: 0, reviewed: 0, newest: [] },
  })
  const told = await other.post('/obligations', { ...draft, title: 'Tell the bank', reportsTo: 'Partner bank' })
  await other.post(`/obligations/${told.body.id}/decide`, { applies: true, reason: 'Signed' })
  expect((await other.get('/obligations?reporting=true')).body).toMatchObject({
    total: 1,
    items: [{ id: told.body.id, reportsTo: 'Partner bank' }],
  })
  expect(await look(house, other, (tx, org) => readObligationsSituation(tx, org, '2026-11-22'))).toMatchObject({
    reporting: { total: 1, applying: 1, reviewed: 0, newest: [{ name: 'Tell the bank' }] },
    reportingNotStarted: { count: 1 },
    reportingUndecided: { count: 0 },
  })
})
