import { expect, test } from 'vitest'
import { openTestHouse, type Answer, type Member } from '../../../test/house.ts'
import { acceptCommit, acceptMapping, suggestMapping } from './model.ts'
import { readFile } from './read-file.ts'

const house = await openTestHouse()
const owner = await house.organization()
const stranger = await house.organization('Another')
let sent = 0

async function upload(member: Member, csv: string | Buffer, name = 'systems.csv'): Promise<Answer> {
  sent += 1
  const answer = await house.http.inject({
    method: 'POST',
    url: `/api/v1/imports?register=ai-systems&name=${name}`,
    headers: { cookie: member.cookie, 'content-type': 'text/csv', 'idempotency-key': `upload-${sent}` },
    payload: csv,
  })
  return { status: answer.statusCode, body: answer.json(), headers: answer.headers, text: answer.body }
}

const csv = (owned: string) => `Name;Reference;Use case;Owner email;Countries;Status
Credit model;S-1;Scores loan applications;${owned};DE;in use
Hiring tool;S-2;Ranks applicants;${owned};EU; 
;S-3;Has no name;${owned};DE;
Chatbot;S-4;Answers customers;${owned};XX;flying
Bot;S-1;Answers suppliers;nobody@example.org;DE;in use
`

test('a file is taken in, checked without writing, committed for its good rows, and undone', async () => {
  const taken = await upload(owner, csv(owner.email))
  expect(taken.status).toBe(201)
  const at = `/imports/${taken.body.id}`
  const fresh = (await owner.get(at)).body
  expect(fresh).toMatchObject({ state: 'uploaded', rows: 5 })
  expect(fresh.mapping).toMatchObject({
    name: 'Name',
    purpose: 'Use case',
    owner: 'Owner email',
    jurisdictions: 'Countries',
    state: 'Status',
  })
  expect((await owner.post(`${at}/check`, { mapping: fresh.mapping })).status).toBe(200)
  expect((await owner.get(at)).body).toMatchObject({ state: 'checked', good: 2, bad: 3, committed: 0 })
  expect((await owner.get('/ai-systems')).body.total).toBe(0)
  const bad = (await owner.get(`${at}/rows?state=bad`)).body.items
  expect(bad[0]).toMatchObject({ number: 3, problems: [expect.objectContaining({ field: 'name' })] })
  const named = ({ problems }: { problems: { field: string }[] }) => problems.map(({ field }) => field).toSorted()
  expect(named(bad[1])).toEqual(['jurisdictions', 'state'])
  expect(named(bad[2])).toEqual(['owner', 'reference'])

  expect((await owner.post(`${at}/commit`, { rows: 'all' })).body).toMatchObject({ kind: 'bad-rows', bad: 3 })
  const before = (await owner.get('/session')).body.seq
  const begun = await owner.post(`${at}/commit`, { rows: 'good' })
  expect(begun.status).toBe(202)
  await house.jobs.drain()
  expect((await owner.get(`/jobs/${begun.body.job}`)).body).toMatchObject({ state: 'done', percent: 100 })
  expect((await owner.get(at)).body).toMatchObject({ state: 'committed', committed: 2, good: 0, bad: 3 })
  const systems = (await owner.get('/ai-systems')).body
  expect(systems.items.map(({ name }: { name: string }) => name).toSorted()).toEqual(['Credit model', 'Hiring tool'])
  expect((await owner.get('/ai-systems', { 'assay-as-of': String(before) })).body.total).toBe(0)

  const committed = (await owner.get(`${at}/rows?state=committed`)).body.items
  const touched = committed[0].record.replace('ai-system:', '')
  expect((await owner.patch(`/ai-systems/${touched}`, 1, { purpose: 'Changed by a person' })).status).toBe(200)
  await owner.post(`${at}/undo`)
  await house.jobs.drain()
  expect((await owner.get(at)).body).toMatchObject({ state: 'undone', undone: 1, kept: 1 })
  expect((await owner.get('/ai-systems')).body.items.map(({ id }: { id: string }) => id)).toEqual([touched])
})

test('the mapping of a head is remembered', async () => {
  const first = await upload(owner, 'A,B\nOne,Two\n')
  await owner.post(`/imports/${first.body.id}/check`, { mapping: { name: 'A', purpose: 'B' } })
  const second = await upload(owner, 'A,B\nThree,Four\n')
  expect((await owner.get(`/imports/${second.body.id}`)).body.mapping).toEqual({ name: 'A', purpose: 'B' })
  expect((await owner.post(`/imports/${second.body.id}/discard`)).status).toBe(200)
  expect((await owner.post(`/imports/${second.body.id}/check`, { mapping: { name: 'A' } })).body.kind).toBe('not-open')
})

test('many rows are committed in parts, and each became exactly one system', async () => {
  const rows = Array.from({ length: 350 }, (_, n) => `System ${n}`).join('\n')
  const id = (await upload(stranger, `Name\n${rows}\n`)).body.id
  await stranger.post(`/imports/${id}/check`, { mapping: { name: 'Name' } })
  await stranger.post(`/imports/${id}/commit`, { rows: 'all' })
  expect((await stranger.post(`/imports/${id}/commit`, { rows: 'all' })).body.kind).toBe('not-checked')
  await house.jobs.drain()
  expect((await stranger.get('/ai-systems?limit=1')).body.total).toBe(350)
  const page = (await stranger.get(`/imports/${id}/rows?state=committed&limit=200`)).body
  const rest = (await stranger.get(`/imports/${id}/rows?state=committed&limit=200&cursor=${page.next}`)).body
  const records = [...page.items, ...rest.items].map(({ record }: { record: string }) => record)
  expect(new Set(records).size).toBe(350)
})

test('a file that cannot be read says why', async () => {
  expect((await upload(owner, Buffer.from([0x4e, 0x61, 0xff, 0x0a]))).body.problems[0].message).toContain('UTF-8')
  expect((await upload(owner, 'Name,Name\na,b\n')).body.problems[0].message).toContain('Two columns')
  expect((await upload(owner, 'Name\n')).body.kind).toBe('not-readable')
  expect((await upload(owner, 'Name,Purpose\nonly one\n')).body.kind).toBe('not-readable')
  const unkeyed = await house.http.inject({
    method: 'POST',
    url: '/api/v1/imports?register=ai-systems&name=x',
    headers: { cookie: owner.cookie, 'content-type': 'text/csv' },
    payload: 'Name\na\n',
  })
  expect(unkeyed.json().kind).toBe('idempotency-key-needed')
})

test('another organization sees no import and moves none', async () => {
  const id = (await upload(owner, 'Name\nMine\n')).body.id
  for (const [verb, body] of [
    ['check', { mapping: { name: 'Name' } }],
    ['commit', { rows: 'good' }],
    ['undo', {}],
    ['discard', {}],
  ] as const) {
    expect((await stranger.post(`/imports/${id}/${verb}`, body)).status).toBe(404)
  }
  expect((await stranger.get(`/imports/${id}`)).status).toBe(404)
  expect((await stranger.get(`/imports/${id}/rows`)).status).toBe(404)
})

const fields = [
  { name: 'name', label: 'Name', required: true, help: '', aliases: ['title'] },
  { name: 'owner', label: 'Owner', required: false, help: '', aliases: [] },
]

test.each([
  [{ owner: 'B' }, ['mapping.name']],
  [{ name: 'A', owner: 'A' }, ['mapping.owner']],
  [{ name: 'Z' }, ['mapping.name']],
  [{ name: 'A', size: 'B' }, ['mapping.size']],
])('refuses the mapping %j', (mapping, paths) => {
  const refused = acceptMapping(mapping as Record<string, string>, fields, ['A', 'B'])
  expect(refused.ok ? [] : refused.error.problems.map(({ path }) => path)).toEqual(paths)
})

test('headings suggest their fields whatever their case and spacing', () => {
  expect(suggestMapping(fields, ['TITLE ', 'o-w-n-e-r'])).toEqual({ name: 'TITLE ', owner: 'o-w-n-e-r' })
})

test.each([
  ['uploaded', 2, 0, 'good', 'not-checked'],
  ['checked', 0, 2, 'good', 'nothing-good'],
  ['checked', 2, 1, 'all', 'bad-rows'],
  ['committing', 2, 0, 'good', 'not-checked'],
] as const)('refuses to commit %s with %i good and %i bad rows', (state, good, bad, rows, kind) => {
  expect(acceptCommit({ state, good, bad }, rows)).toMatchObject({ ok: false, error: { kind } })
})

test('reads tabs, quotes, line breaks in cells and a byte order mark', () => {
  const read = readFile(Buffer.from('\uFEFFName\tNote\n"A\tB"\t"two\nlines"\n'))
  expect(read).toEqual({ ok: true, value: { columns: ['Name', 'Note'], rows: [['A\tB', 'two\nlines']] } })
})
