import { expect, test } from 'vitest'
import { openTestHouse } from '../../../test/house.ts'

// Every list beyond the first seven, each once: looked at, carried out, one row refused and told, undone.
const house = await openTestHouse()
const owner = await house.organization()
const auditor = await house.join(owner, ['external-auditor'])

type Row = { id: string; version: number }
type Outcome = { id: string; name: string; before: string; after: string; outcome: string; why: string | null }

/** The row as its list shows it, without what every change moves on. */
async function shownIn(list: string, id: string) {
  const { items } = (await owner.get(`${list}?limit=200`)).body
  const { version, changedAt: _then, ...row } = items.find((item: Row) => item.id === id)
  return { version: Number(version), row }
}

async function made(list: string, draft: object): Promise<string> {
  const answer = await owner.post(list, draft)
  expect(answer.status, answer.text).toBe(201)
  return answer.body.id
}

const issue = { kind: 'external', topic: 'law', statement: 'A law on AI applies', effect: 'It sets dates' }
const unit = await made('/units', { name: 'Credit' })
const system = await made('/ai-systems', { name: 'Scorer' })
const definition = {
  kind: 'fairness',
  label: 'label',
  prediction: 'prediction',
  positive: '1',
  by: ['group'],
  reference: { group: 'north' },
  thresholds: [{ metric: 'selection_rate', comparison: 'difference', margin: 0.1 }],
}
const due = '2027-04-01'
const dayOf = {
  name: 'Northern Bank',
  outcome: 'lost',
  happenedOn: '2026-05-02',
  value: 1,
  delayDays: null,
  reason: '',
}
const plan = { subject: `ai-system:${system}`, title: 'Rates', reason: 'People feel refusals', definition }
const road = {
  name: 'Road to 42001',
  request: { schedule: { direction: 'forwards', start: '2027-02-01' }, size: { people: 120, systems: 8 } },
}
let number = 0
const fresh = (draft: object) => ({ ...draft, name: `Record ${(number += 1)}` })

test.each<[string, object, string, object, RegExp | string]>([
  ['/context-issues', issue, 'relevant', { relevant: false }, 'false'],
  ['/context-issues', issue, 'withdraw', { reason: 'Repealed' }, 'withdrawn, Repealed'],
  ['/interested-parties', fresh({ kind: 'customer' }), 'kind', { kind: 'regulator' }, 'regulator'],
  ['/interested-parties', fresh({ kind: 'customer' }), 'withdraw', { reason: 'Left' }, 'withdrawn, Left'],
  ['/processes', fresh({}), 'owner', { owner: owner.person }, 'Olive Owner'],
  ['/processes', fresh({}), 'intervalMonths', { intervalMonths: 6 }, '6'],
  ['/screening-triggers', { trigger: 'eu-expansion', note: 'Vienna' }, 'dismiss', { reason: 'Dropped' }, /^dismissed/],
  ['/deals', dayOf, 'withdraw', {}, 'withdrawn'],
  ['/competitors', fresh({ certified: true }), 'withdraw', {}, 'withdrawn'],
  ['/plans', road, 'discard', { reason: 'Superseded' }, /^discarded/],
  ['/documents', { title: 'AI policy', kind: 'ai-policy' }, 'owner', { owner: owner.person }, 'Olive Owner'],
  ['/documents', { title: 'AI policy', kind: 'ai-policy' }, 'readers', { readers: 'everyone' }, 'everyone'],
  ['/documents', { title: 'AI policy', kind: 'ai-policy' }, 'reviewDueOn', { reviewDueOn: due }, due],
  ['/documents', { title: 'AI policy', kind: 'ai-policy' }, 'withdraw', { reason: 'Merged' }, 'withdrawn'],
  ['/components', fresh({ kind: 'agent' }), 'unit', { unit }, 'Credit'],
  ['/components', fresh({ kind: 'dataset' }), 'owner', { owner: owner.person }, 'Olive Owner'],
  ['/components', fresh({ kind: 'model' }), 'retire', { reason: 'Replaced' }, 'retired'],
  ['/measurement-plans', plan, 'withdraw', { reason: 'Measured elsewhere' }, 'withdrawn'],
])('in %s %o is changed by %s, what cannot be is told, and all of it is set back', async (...of) => {
  const [list, draft, change, given, shown] = of
  const [id, other] = [await made(list, draft), await made(list, draft)]
  const at = await shownIn(list, id)
  const gone = { id: owner.org, version: 1 }
  const rows: Row[] = [{ id, version: at.version }, { id: other, version: 9 }, gone]
  const { body: seen } = await owner.post(`${list}/bulk-edits/preview`, { change, given, rows })
  expect(seen.rows.map(({ outcome }: Outcome) => outcome)).toEqual(['changes', 'refused', 'refused'])
  expect(seen.rows[0].after).toEqual(typeof shown === 'string' ? shown : expect.stringMatching(shown))
  expect(seen.rows[1].why).toContain('changed it since')
  expect(seen.changing + seen.refused).toBe(rows.length)
  const done = (await owner.post(`${list}/bulk-edits`, { change, given, rows, partial: true })).body
  expect(done.changed + done.refused.length).toBe(rows.length)
  expect((await shownIn(list, id)).row).not.toEqual(at.row)
  expect((await shownIn(list, other)).version).toBe(at.version)
  expect((await owner.post(`${list}/bulk-edits/${done.id}/undo`)).body).toEqual({ undone: 1, kept: [] })
  expect((await shownIn(list, id)).row).toEqual(at.row)
  expect((await auditor.post(`${list}/bulk-edits/preview`, { change, given, rows })).status).toBe(403)
})

test.each([
  ['/context-issues', issue, 'withdraw', 'restore'],
  ['/interested-parties', fresh({ kind: 'customer' }), 'withdraw', 'restore'],
  ['/processes', fresh({}), 'withdraw', 'restore'],
  ['/screening-triggers', { trigger: 'eu-expansion', note: 'Graz' }, 'dismiss', 'reopen'],
  ['/plans', road, 'discard', 'restore'],
])('what was set aside in %s is brought back at once, and an undo sets it aside with its reason', async (...of) => {
  const [list, draft, away, back] = of
  const [id, open] = [await made(list, draft), await made(list, draft)]
  await owner.post(`${list}/${id}/${away}`, { reason: 'By mistake' })
  const before = await shownIn(list, id)
  const rows = [
    { id, version: before.version },
    { id: open, version: (await shownIn(list, open)).version },
  ]
  const order = { change: back, given: {}, rows }
  const refused = await owner.post(`${list}/bulk-edits`, order)
  expect(refused.body).toMatchObject({ kind: 'not-all', problems: [{ path: 'rows.1' }] })
  const done = (await owner.post(`${list}/bulk-edits`, { ...order, partial: true })).body
  expect(done).toMatchObject({ changed: 1, refused: [{ id: open }] })
  await owner.post(`${list}/bulk-edits/${done.id}/undo`)
  expect((await shownIn(list, id)).row).toEqual(before.row)
})

test('a component that is sent what its kind does not take is refused in words', async () => {
  const id = await made('/components', { kind: 'prompt', name: 'Greeting' })
  const rows = [{ id, version: 1 }]
  const wrong = await owner.post('/components/bulk-edits/preview', { change: 'owner', given: { owner: 'x' }, rows })
  expect([wrong.status, wrong.body.problems[0].path]).toEqual([400, 'given.owner'])
})

test('many people are given a role and a unit beside what they have; nobody takes their own last place away', async () => {
  const colleague = await house.join(owner, ['employee'])
  const versions = new Map<string, number>(
    (await owner.get('/people')).body.items.map(({ id, version }: Row) => [id, version]),
  )
  const rows = [owner, colleague].map(({ person: id }) => ({ id, version: versions.get(id) ?? 1 }))
  const role = { change: 'giveRole', given: { role: 'contributor', expiresOn: due }, rows }
  const seen = (await owner.post('/people/bulk-edits/preview', role)).body
  expect(seen.rows.find(({ id }: Row) => id === colleague.person)).toMatchObject({
    before: 'employee',
    after: `contributor (${due}), employee`,
  })
  const given = (await owner.post('/people/bulk-edits', role)).body
  expect(given.changed).toBe(2)
  const rolesOf = async (person: string) =>
    (await owner.get(`/people/${person}`)).body.roles.map((held: { role: string }) => held.role)
  expect(await rolesOf(owner.person)).toEqual(['aims-manager', 'contributor', 'owner'])

  // a role that was given since is a change that an undo must not take away
  const { version } = (await owner.get(`/people/${colleague.person}`)).body
  await owner.post(`/people/${colleague.person}/roles`, { roles: [{ role: 'approver' }] })
  expect((await owner.get(`/people/${colleague.person}`)).body.version).toBe(version + 1)
  const undone = (await owner.post(`/people/bulk-edits/${given.id}/undo`)).body
  expect(undone).toMatchObject({ undone: 1, kept: [{ id: colleague.person }] })
  expect([await rolesOf(owner.person), await rolesOf(colleague.person)]).toEqual([
    ['aims-manager', 'owner'],
    ['approver'],
  ])

  const taken = (
    await owner.post('/people/bulk-edits/preview', { ...role, change: 'takeRole', given: { role: 'owner' } })
  ).body
  expect(taken.rows.map(({ outcome }: Outcome) => outcome)).toEqual(['refused', 'refused'])
  const now = (await owner.get('/people')).body.items
  const today = [owner, colleague].map(({ person }) => now.find(({ id }: Row) => id === person))
  const disabling = { change: 'disable', rows: today.map(({ id, version: seenAt }) => ({ id, version: seenAt })) }
  const refused = await owner.post('/people/bulk-edits', disabling)
  expect(refused.body.problems).toEqual([{ path: 'rows.0', message: expect.stringContaining('your own place') }])
  const done = (await owner.post('/people/bulk-edits', { ...disabling, partial: true })).body
  expect((await colleague.get('/people')).status).toBe(403)
  expect((await owner.post(`/people/bulk-edits/${done.id}/undo`)).body.undone).toBe(1)
  expect((await colleague.get('/people')).status).toBe(200)
  expect(await rolesOf(colleague.person)).toEqual(['approver'])
})

test('many rows of a statement are decided by the rules of one, and each gets its former decision back', async () => {
  const statement = await made('/statements-of-applicability', {})
  const path = `/statements-of-applicability/${statement}`
  type Decided = Row & { requirement: { ref: string }; decision: string; reasons: object[]; exclusion: string | null }
  const rowsNow = async (): Promise<Decided[]> => (await owner.get(path)).body.rows
  const at = async (...refs: string[]) =>
    (await rowsNow())
      .filter(({ requirement }) => refs.includes(requirement.ref))
      .map(({ id, version }) => ({ id, version }))
  const decided = async () =>
    (await rowsNow()).map(({ id, decision, reasons, exclusion }) => ({ id, decision, reasons, exclusion }))
  const chosen = (await owner.post('/applicability-rows/bulk-edits/choose', { query: { statement } })).body
  expect(chosen).toMatchObject({ total: 38 })

  const risk = await made('/risks', { title: 'Bias', owner: owner.person, controls: ['A.6.2.4'] })
  const untouched = await decided()
  const reason = 'We build no models of our own.'
  const order = { change: 'exclude', given: { reason }, rows: await at('A.6.2.4', 'A.6.2.5', 'A.6.2.6') }
  const seen = (await owner.post('/applicability-rows/bulk-edits/preview', order)).body
  expect([seen.changing, seen.refused]).toEqual([2, 1])
  expect(seen.rows[0]).toMatchObject({
    outcome: 'refused',
    why: expect.stringContaining('“Bias” is open and names it'),
  })
  expect(seen.rows[1]).toMatchObject({ before: 'undecided', after: `excluded, ${reason}` })
  const empty = (await owner.post('/applicability-rows/bulk-edits/preview', { ...order, given: { reason: 'n/a' } }))
    .body
  expect([empty.changing, empty.refused]).toEqual([0, 3])
  const excluded = (await owner.post('/applicability-rows/bulk-edits', { ...order, partial: true })).body
  expect(excluded).toMatchObject({ changed: 2, refused: [{ name: expect.stringContaining('A.6.2.4') }] })
  const afterExcluding = await decided()

  const include = { change: 'includeForRisk', given: { record: risk, words: 'It keeps decisions free of bias.' } }
  const rows = await at('A.6.2.4', 'A.6.2.5')
  const included = (await owner.post('/applicability-rows/bulk-edits', { ...include, rows })).body
  expect(included.changed).toBe(2)
  const lawless = { change: 'includeForLaw', given: { words: 'A law asks for it here.' }, rows: await at('A.6.2.7') }
  expect((await owner.post('/applicability-rows/bulk-edits/preview', lawless)).body.rows[0].why).toContain('register')
  const twice = { ...include, rows: await at('A.6.2.4', 'A.6.2.7') }
  const outcomes = (await owner.post('/applicability-rows/bulk-edits/preview', twice)).body.rows
  expect(outcomes.map(({ outcome }: Outcome) => outcome)).toEqual(['same', 'changes'])

  const undo = (id: string) => owner.post(`/applicability-rows/bulk-edits/${id}/undo`)
  expect((await undo(included.id)).body).toEqual({ undone: 2, kept: [] })
  expect(await decided()).toEqual(afterExcluding)
  const [first] = (await at('A.6.2.5')) as [Row]
  await owner.patch(`${path}/rows/${first.id}`, first.version, { decision: 'undecided' })
  const back = (await undo(excluded.id)).body
  expect(back).toMatchObject({ undone: 1, kept: [{ id: first.id, why: expect.stringContaining('changed it since') }] })
  expect(await decided()).toEqual(untouched)
  const asAuditor = await auditor.post('/applicability-rows/bulk-edits', order)
  expect(asAuditor.status).toBe(403)
})
