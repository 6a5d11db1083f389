import { expect, test } from 'vitest'
import { subjectRef } from '#kernel/id.ts'
import type { Fact } from '#platform/database/change.ts'
import { openTestHouse } from '../../../test/house.ts'
import { fitAnEntry } from './model.ts'

const house = await openTestHouse()
const owner = await house.organization()
const contributor = await house.join(owner, ['contributor'])
const employee = await house.join(owner, ['employee'])
const stranger = await house.organization('Another')

type Row = { id: string; version: number }
type Outcome = { id: string; name: string; before: string; after: string; outcome: string; why: string | null }

async function tasks(...titles: string[]): Promise<Row[]> {
  const rows: Row[] = []
  for (const title of titles) rows.push({ id: (await owner.post('/tasks', { title })).body.id, version: 1 })
  return rows
}
const taskOf = async ({ id }: { id: string }) => (await owner.get(`/tasks/${id}`)).body
const seqNow = async () => (await owner.get('/session')).body.seq
const due = { change: 'dueOn', given: { dueOn: '2027-03-01' } }

test('a preview says for each row what will change and what is refused, and changes nothing', async () => {
  const [first, second] = (await tasks('First', 'Second')) as [Row, Row]
  await owner.patch(`/tasks/${second.id}`, 1, { dueOn: '2027-03-01' })
  const before = await seqNow()
  const rows = [first, { ...second, version: 2 }, { id: owner.person, version: 1 }]
  const seen = await owner.post('/tasks/bulk-edits/preview', { ...due, rows })
  expect(seen.status).toBe(200)
  expect(seen.body).toMatchObject({ changing: 1, refused: 1 })
  expect(seen.body.rows).toEqual([
    { id: first.id, name: 'First', before: '', after: '2027-03-01', outcome: 'changes', why: null, says: [] },
    { id: second.id, name: 'Second', before: '2027-03-01', after: '2027-03-01', outcome: 'same', why: null, says: [] },
    {
      id: owner.person,
      name: '',
      before: '',
      after: '',
      outcome: 'refused',
      why: expect.stringContaining('no such record'),
      says: [{ message: expect.stringContaining('no such record') }],
    },
  ])
  expect(await seqNow()).toBe(before)
  expect(await taskOf(first)).toMatchObject({ dueOn: null, version: 1 })
})

test('many rows are changed as one entry with a fact for each, and undone as one', async () => {
  const rows = await tasks('One', 'Two')
  const before = await seqNow()
  const given = { owner: contributor.person }
  const done = await owner.post('/tasks/bulk-edits', { change: 'owner', given, rows })
  expect(done.body).toMatchObject({ changed: 2, refused: [] })
  expect(await seqNow()).toBe(before + 1)
  const trail = (await owner.get('/audit-trail?limit=3')).body.items
  expect(trail.map(({ type }: { type: string }) => type).toSorted()).toEqual([
    'list-edit.carried-out',
    'task.edited',
    'task.edited',
  ])
  for (const row of rows) expect(await taskOf(row)).toMatchObject({ owner: { id: contributor.person }, version: 2 })
  const undone = await owner.post(`/tasks/bulk-edits/${done.body.id}/undo`)
  expect(undone.body).toEqual({ undone: 2, kept: [] })
  expect(await seqNow()).toBe(before + 2)
  for (const row of rows) expect(await taskOf(row)).toMatchObject({ owner: null, version: 3 })
  expect((await owner.post(`/tasks/bulk-edits/${done.body.id}/undo`)).body.kind).toBe('already-undone')
  const [listed] = (await owner.get('/bulk-edits?list=/tasks')).body.items
  expect(listed).toMatchObject({
    id: done.body.id,
    change: 'owner',
    given,
    rows: 2,
    state: 'undone',
    doneBy: 'Olive Owner',
  })
})

test('refuses all where one cannot be, by name; or changes those that can be where asked so', async () => {
  const [open, done] = (await tasks('Open', 'Done')) as [Row, Row]
  await owner.post(`/tasks/${done.id}/complete`)
  const order = { change: 'complete', rows: [open, { ...done, version: 2 }] }
  const refused = await owner.post('/tasks/bulk-edits', order)
  expect([refused.status, refused.body.kind]).toEqual([409, 'not-all'])
  expect(refused.body.problems).toEqual([{ path: 'rows.1', message: expect.stringMatching(/^“Done”: .*not open/) }])
  expect((await taskOf(open)).state).toBe('open')
  const partly = await owner.post('/tasks/bulk-edits', { ...order, partial: true })
  expect(partly.body).toMatchObject({ changed: 1, refused: [{ id: done.id, outcome: 'refused' }] })
  expect((await taskOf(open)).state).toBe('done')
})

test('rows that wait for each other are done in the order in which they wait, and taken back the other way round', async () => {
  const [first] = (await tasks('Waited for')) as [Row]
  const { id } = (await owner.post('/tasks', { title: 'Waits', dependsOn: [first.id] })).body
  const rows = [{ id, version: 1 }, first]
  const done = await owner.post('/tasks/bulk-edits', { change: 'complete', rows })
  expect(done.body.changed).toBe(2)
  expect((await owner.post(`/tasks/bulk-edits/${done.body.id}/undo`)).body.undone).toBe(2)
})

test('undo leaves a row that was changed since as it is, and says so by name', async () => {
  const [touched, other] = (await tasks('Touched', 'Other')) as [Row, Row]
  const done = (await owner.post('/tasks/bulk-edits', { ...due, rows: [touched, other] })).body
  await owner.patch(`/tasks/${touched.id}`, 2, { title: 'Touched again' })
  const undone = await owner.post(`/tasks/bulk-edits/${done.id}/undo`)
  expect(undone.body).toEqual({
    undone: 1,
    kept: [
      {
        id: touched.id,
        name: 'Touched again',
        why: expect.stringContaining('changed it since'),
        says: [expect.anything()],
      },
    ],
  })
  expect(await taskOf(touched)).toMatchObject({ dueOn: '2027-03-01', title: 'Touched again' })
  expect((await taskOf(other)).dueOn).toBeNull()
})

test('where every row was changed since, nothing is undone and the change stays', async () => {
  const [only] = (await tasks('Only')) as [Row]
  const done = (await owner.post('/tasks/bulk-edits', { ...due, rows: [only] })).body
  await owner.patch(`/tasks/${only.id}`, 2, { title: 'Only, later' })
  const refused = await owner.post(`/tasks/bulk-edits/${done.id}/undo`)
  expect(refused.body).toMatchObject({ kind: 'nothing-undone', problems: [{ path: only.id }] })
})

test('of two edits of the same rows at once one wins and the other is told which rows changed', async () => {
  const rows = await tasks('Contested')
  const edit = (dueOn: string) => owner.post('/tasks/bulk-edits', { change: 'dueOn', given: { dueOn }, rows })
  const answers = await Promise.all([edit('2027-05-01'), edit('2027-06-01')])
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409])
  const lost = answers.find(({ status }) => status === 409)
  expect(lost?.body.problems).toEqual([{ path: 'rows.0', message: expect.stringContaining('“Contested”') }])
  expect((await taskOf(rows[0] as Row)).version).toBe(2)
})

test.each([
  ['a change that the list has not', { change: 'colour' }, 'change'],
  ['a value that the record’s route does not take', { ...due, given: { dueOn: 'soon' } }, 'given.dueOn'],
  ['no rows', { ...due, rows: [] }, 'rows'],
])('refuses %s', async (_what, wrong, path) => {
  const rows = [{ id: owner.person, version: 1 }]
  const refused = await owner.post('/tasks/bulk-edits/preview', { rows, ...wrong })
  expect([refused.status, refused.body.problems?.[0]?.path]).toEqual([400, path])
})

test('refuses the same row twice, and what would change nothing', async () => {
  const [row] = (await tasks('Twice')) as [Row]
  expect((await owner.post('/tasks/bulk-edits', { ...due, rows: [row, row] })).status).toBe(400)
  const nothing = { change: 'dueOn', given: { dueOn: null }, rows: [row] }
  expect((await owner.post('/tasks/bulk-edits', nothing)).body.kind).toBe('nothing-changes')
})

test('every row is asked for the permission of a single edit', async () => {
  const [mine, theirs] = (await tasks('Mine', 'Theirs')) as [Row, Row]
  await owner.patch(`/tasks/${mine.id}`, 1, { owner: employee.person })
  const rows = [{ ...mine, version: 2 }, theirs]
  const seen = await employee.post('/tasks/bulk-edits/preview', { change: 'complete', rows })
  expect(seen.body.rows.map(({ outcome }: Outcome) => outcome)).toEqual(['changes', 'refused'])
  const moved = await employee.post('/tasks/bulk-edits/preview', { ...due, rows })
  expect(moved.body.rows.map(({ why }: Outcome) => why)).toEqual(Array(2).fill(expect.stringContaining('role')))
  expect((await employee.post('/risks/bulk-edits', { change: 'owner', given: { owner: null }, rows })).status).toBe(403)
})

test('another organization sees, changes and undoes nothing', async () => {
  const rows = await tasks('Ours')
  const seen = await stranger.post('/tasks/bulk-edits/preview', { ...due, rows })
  expect(seen.body.rows).toEqual([expect.objectContaining({ name: '', outcome: 'refused' })])
  expect((await stranger.post('/tasks/bulk-edits', { ...due, rows })).body.kind).toBe('not-all')
  const done = (await owner.post('/tasks/bulk-edits', { ...due, rows })).body
  expect((await stranger.post(`/tasks/bulk-edits/${done.id}/undo`)).status).toBe(404)
  expect((await owner.post(`/risks/bulk-edits/${done.id}/undo`)).status).toBe(404)
  expect((await stranger.get('/bulk-edits')).body.total).toBe(0)
})

test('all rows that match are chosen at the version they have', async () => {
  for (const title of ['A', 'B', 'C'])
    await stranger.post('/tasks', { title, dueOn: title === 'C' ? null : '2027-01-01' })
  const chosen = await stranger.post('/tasks/bulk-edits/choose', { query: { due: 'set' } })
  expect(chosen.body).toMatchObject({ total: 2, rows: [{ version: 1 }, { version: 1 }] })
  expect((await stranger.post('/tasks/bulk-edits/choose', { query: { colour: 'red' } })).status).toBe(400)
})

/** As many finds of scans, as rows of their list. */
async function finds(count: number): Promise<Row[]> {
  const found = {
    kind: 'sdk',
    vendor: 'OpenAI',
    name: 'openai',
    line: 3,
    evidence: 'import openai',
    confidence: 'high',
  }
  for (let from = 0; from < count; from += 250) {
    const systems = Array.from({ length: Math.min(250, count - from) }, (_, n) => {
      const root = `apps/${from + n}`
      return { name: `Find ${from + n}`, root, findings: [{ ...found, file: `${root}/index.ts` }] }
    })
    const findings = systems.flatMap((it) => it.findings)
    const scan = { files: 1, bytes: 1, seconds: 0.1, findings, systems, skipped: [] }
    const sent = await stranger.post('/discovery/scans', scan, { 'idempotency-key': `part-${from}` })
    expect(sent.body.staged).toBe(systems.length)
  }
  const chosen = await stranger.post('/discovery/candidates/bulk-edits/choose', { query: { state: 'staged' } })
  expect(chosen.body.total).toBe(count)
  return chosen.body.rows
}

test('more rows than one entry holds are changed slice by slice as later work, and taken back so', async () => {
  const rows = await finds(502)
  const list = '/discovery/candidates/bulk-edits'
  const order = { change: 'dismiss', given: { reason: 'A trial' }, rows }
  expect((await stranger.post(list, order)).status).toBe(400)
  const [judged, touched] = rows as [Row, Row]
  await stranger.post(`/discovery/candidates/${judged.id}/dismiss`, { reason: 'Long ago' })
  const { id, job } = (await stranger.post(`${list}/in-slices`, order)).body
  const now = async () => (await stranger.get('/bulk-edits?list=/discovery/candidates')).body.items[0]
  const dismissed = async () => (await stranger.get('/discovery/candidates?state=dismissed&limit=1')).body.total
  expect(await now()).toMatchObject({ id, state: 'under-way', rows: 0, left: 502 })
  expect((await stranger.post(`${list}/${id}/undo`)).body.kind).toBe('under-way')

  const before = (await stranger.get('/session')).body.seq
  await house.jobs.drain()
  expect((await stranger.get(`/jobs/${job}`)).body).toMatchObject({ state: 'done', percent: 100 })
  expect(await now()).toMatchObject({ state: 'done', rows: 501, left: 1 })
  expect(await dismissed()).toBe(502)
  // six slices and the end, each an entry of its own
  expect((await stranger.get('/session')).body.seq).toBe(before + 7)
  const { items, total } = (await stranger.get(`/bulk-edits/${id}/left`)).body
  expect([items, total]).toMatchObject([
    [{ id: judged.id, name: expect.stringMatching(/^Find/), why: expect.stringContaining('since') }],
    1,
  ])

  await stranger.post(`/discovery/candidates/${touched.id}/restage`)
  expect((await owner.post(`${list}/${id}/undo`)).status).toBe(404)
  expect((await owner.get(`/bulk-edits/${id}/left`)).status).toBe(404)
  expect((await stranger.post(`${list}/${id}/undo`)).status).toBe(202)
  expect((await now()).state).toBe('undoing')
  await house.jobs.drain()
  expect(await now()).toMatchObject({ state: 'undone', rows: 501, kept: 1 })
  expect(await dismissed()).toBe(1)
})

test('rows in slices wait for each other, and one that says so already is left and told', async () => {
  const [waitedFor] = (await tasks('Waited for by another slice')) as [Row]
  const { id } = (await owner.post('/tasks', { title: 'Waits for it', dependsOn: [waitedFor.id] })).body
  const complete = { change: 'complete', rows: [{ id, version: 1 }, waitedFor] }
  await owner.post('/tasks/bulk-edits/in-slices', complete)
  const [dated, free] = (await tasks('Dated', 'Free')) as [Row, Row]
  await owner.patch(`/tasks/${dated.id}`, 1, due.given)
  const order = { ...due, rows: [{ ...dated, version: 2 }, free, { id: owner.person, version: 1 }] }
  const { id: edit } = (await owner.post('/tasks/bulk-edits/in-slices', order)).body
  await house.jobs.drain()
  expect((await taskOf({ id })).state).toBe('done')
  const [listed] = (await owner.get('/bulk-edits?list=/tasks')).body.items
  expect(listed.rows + listed.left).toBe(order.rows.length)
  const { items } = (await owner.get(`/bulk-edits/${edit}/left`)).body
  expect(items.map(({ why }: Outcome) => why)).toEqual([
    'It says so already.',
    expect.stringContaining('no such record'),
  ])
  // as few as these are taken back at once
  expect((await owner.post(`/tasks/bulk-edits/${edit}/undo`)).body).toEqual({ undone: 1, kept: [] })
})

test('what was called off, or asked for by somebody who may no more, ends where it is and says so', async () => {
  const rows = await tasks('Never reached')
  const called = (await owner.post('/tasks/bulk-edits/in-slices', { ...due, rows })).body
  await owner.post(`/jobs/${called.job}/cancel`)
  const leaver = await house.join(owner, ['contributor'])
  const orphaned = (await leaver.post('/tasks/bulk-edits/in-slices', { ...due, rows })).body
  await owner.post(`/people/${leaver.person}/roles`, { roles: [] })
  await house.jobs.drain()
  expect((await owner.get(`/jobs/${orphaned.job}`)).body).toMatchObject({
    state: 'failed',
    failure: expect.stringContaining('role'),
  })
  const { items } = (await owner.get('/bulk-edits?list=/tasks&limit=2')).body
  expect(items).toMatchObject([
    { id: orphaned.id, state: 'stopped', rows: 0, left: 1 },
    { id: called.id, state: 'stopped', rows: 0, left: 1 },
  ])
  expect((await owner.get(`/bulk-edits/${called.id}/left`)).body.items).toMatchObject([{ why: null }])
  const then = await owner.get(`/bulk-edits/${called.id}/left`, { 'assay-as-of': '1' })
  expect([then.status, then.body.kind]).toEqual([409, 'today-only'])
  expect((await taskOf(rows[0] as Row)).dueOn).toBeNull()
})

test('more rows than are changed in slices are refused', async () => {
  const rows = Array.from({ length: 10_001 }, (_, n) => ({
    id: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
    version: 1,
  }))
  expect((await stranger.post('/tasks/bulk-edits/in-slices', { ...due, rows })).status).toBe(400)
})

test.each([
  [500, 1, true],
  [500, 2, false],
])('%i rows with %i facts each fit into an entry of the log: %s', (rows, each, fits) => {
  const facts: Fact[] = Array.from({ length: rows * each }, () => ({
    type: 'scan-candidate.dismissed',
    subject: subjectRef('scan-candidate', '00000000-0000-4000-8000-000000000000'),
  }))
  expect(fitAnEntry(facts)).toBe(fits)
})

test('the past is looked at and never changed', async () => {
  const rows = await tasks('Past')
  const past = await owner.post('/tasks/bulk-edits', { ...due, rows }, { 'assay-as-of': '1' })
  expect(past.body.kind).toBe('past-is-read-only')
})

const day = '2027-04-01'
const person = { owner: owner.person }
test.each([
  ['/ai-systems', { name: 'Scorer' }, 'owner', person, 'Olive Owner'],
  ['/ai-systems', { name: 'Sorter' }, 'scope', { scope: 'in', reason: 'Decides about people' }, /in scope/i],
  ['/risks', { title: 'Bias' }, 'reviewDueOn', { reviewDueOn: day }, day],
  ['/risks', { title: 'Leak' }, 'owner', person, 'Olive Owner'],
  ['/controls', { name: 'Two pairs of eyes' }, 'checkMonths', { checkMonths: 6 }, '6'],
  ['/controls', { name: 'Log of use' }, 'retire', { reason: 'Replaced' }, 'retired'],
  ['/obligations', { title: 'Notice', sourceKind: 'law', source: 'A law' }, 'dueOn', { dueOn: day }, day],
  [
    '/obligations',
    { title: 'Report', sourceKind: 'law', source: 'A law' },
    'withdraw',
    { reason: 'Repealed' },
    'withdrawn',
  ],
  [
    '/evidence',
    { title: 'Minutes', happenedOn: '2026-01-05', content: { kind: 'link', url: 'https://example.org/m' } },
    'validUntil',
    { validUntil: day },
    day,
  ],
])('in %s %o is changed by %s and set back', async (list, draft, change, given, shown) => {
  const made = await owner.post(list, draft)
  expect(made.status, made.text).toBe(201)
  const { id } = made.body
  const before = (await owner.get(`${list}/${id}`)).body
  const rows = [{ id, version: before.version }]
  const seen = await owner.post(`${list}/bulk-edits/preview`, { change, given, rows })
  expect(seen.body.rows).toEqual([expect.objectContaining({ outcome: 'changes', after: expect.stringMatching(shown) })])
  const done = await owner.post(`${list}/bulk-edits`, { change, given, rows })
  expect(done.body.changed).toBe(1)
  expect((await owner.post(`${list}/bulk-edits/${done.body.id}/undo`)).body).toEqual({ undone: 1, kept: [] })
  const { version: _now, changedAt: _then, ...after } = (await owner.get(`${list}/${id}`)).body
  expect(before).toMatchObject(after)
})
