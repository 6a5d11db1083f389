import { parse } from 'csv-parse/sync'
import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { openTestHouse } from '../../test/house.ts'
import { operationsOf } from '../../test/operations.ts'

const house = await openTestHouse()
const owner = await house.organization('Example')
const stranger = await house.organization('Another')

for (const [title, dueOn] of [
  ['=SUM(A1) of risks', '2027-01-15'],
  ['Review the "credit" model', '2027-01-14'],
  ['Name an owner', null],
])
  await owner.post('/tasks', { title, dueOn })
await stranger.post('/tasks', { title: 'Theirs' })

const state = { title: 'State', from: [{ field: 'state', words: { open: 'Offen' } }] }
const columns = [{ title: 'Task', from: [{ field: 'title' }] }, { title: 'Due', from: [{ field: 'dueOn' }] }, state]

const linesOf = (text: string) => parse(text, { bom: true }) as string[][]

test('every list of the house can be exported, under its own permission', () => {
  const operations = operationsOf(house)
  const permissionOf = (method: string, path: string) =>
    operations.find((one) => one.method === method && one.path === path)?.permission
  const lists = operations.filter(({ method, path }) => method === 'POST' && path.endsWith('/export'))
  for (const { path, permission } of lists) expect(permissionOf('GET', path.replace('/export', ''))).toBe(permission)
  const names = lists.map(({ path }) => path.split('/')[3])
  for (const name of ['ai-systems', 'risks', 'controls', 'tasks', 'evidence', 'documents', 'obligations', 'people'])
    expect(names).toContain(name)
})

test('an export holds every row that matches, in the order of the list, with the shown columns in the reader’s words', async () => {
  const answer = await owner.post('/tasks/export', { query: { sort: 'dueOn', due: 'set' }, columns })
  expect(answer.status).toBe(200)
  expect(answer.headers['content-disposition']).toBe('attachment; filename="tasks.csv"')
  const [head, ...rows] = linesOf(answer.text)
  expect(head).toEqual(['Task', 'Due', 'State'])
  expect(rows.slice(0, -1)).toEqual([
    ['Review the "credit" model', '2027-01-14', 'Offen'],
    ["'=SUM(A1) of risks", '2027-01-15', 'Offen'],
  ])
  const provenance = rows.at(-1)
  expect(provenance?.slice(1)).toEqual(['', ''])
  expect(provenance?.[0]).toMatch(/^Exported from Assay; Example; \/api\/v1\/tasks; 2 rows, complete; /)
  expect(provenance?.[0]).toMatch(
    /filter: sort=dueOn, due=set; records up to entry \d+ \(.+Z\); made .+Z by Olive Owner$/,
  )
})

test('a file is longer than a page of the list, and none of it is another organization’s', async () => {
  for (let n = 0; n < 4; n += 1) await stranger.post('/tasks', { title: `Task ${n}` })
  const answer = await stranger.post('/tasks/export', { columns: columns.slice(0, 1), language: 'de' })
  const titles = linesOf(answer.text).map(([title]) => title)
  expect(new Set(titles.slice(1, -1))).toEqual(new Set(['Task 0', 'Task 1', 'Task 2', 'Task 3', 'Theirs']))
  expect(titles.at(-1)).toMatch(/^Aus Assay ausgeführt; Another; .*5 Zeilen, vollständig; Filter: keiner/)
})

test('a file larger than what is written at once arrives whole', async () => {
  const author = await house.organization('Wordy')
  for (let n = 0; n < 3; n += 1) await author.post('/tasks', { title: `Long ${n}`, detail: 'word '.repeat(4000) })
  const answer = await author.post('/tasks/export', { columns: [{ title: 'Detail', from: [{ field: 'detail' }] }] })
  expect(linesOf(answer.text).map(([detail]) => detail?.length)).toEqual([
    6,
    20_000,
    20_000,
    20_000,
    expect.any(Number),
  ])
})

test('a source without a word for the value leaves the cell to the next, and what has nothing says so', async () => {
  const answer = await owner.post('/tasks/export', {
    query: { sort: 'title', due: 'none' },
    columns: [
      { title: 'State', from: [{ field: 'overdue', words: { true: 'Overdue' } }, ...state.from] },
      { title: 'Who', from: [{ field: 'owner.name' }], absent: 'Nobody' },
      { title: 'Kind', from: [{ field: 'id', upTo: '-', words: { '*': 'Part' } }] },
      { title: 'Waits', from: [{ field: 'waitsForOpen', words: { '0': '', '*': 'Waits' } }, { field: 'version' }] },
      {
        title: 'Done',
        from: [
          { field: 'title', when: { state: ['done'] } },
          { field: ['state', 'version'], between: ' ' },
        ],
      },
    ],
  })
  expect(linesOf(answer.text)[1]).toEqual(['Offen', 'Nobody', 'Part', '1', 'open 1'])
})

test('as of an earlier entry the file holds what was there then', async () => {
  const { seq } = (await owner.get('/session')).body
  await owner.post('/tasks', { title: 'Not yet there' })
  const body = { columns: columns.slice(0, 1) }
  const then = await owner.post('/tasks/export', body, { 'assay-as-of': String(seq) })
  const now = await owner.post('/tasks/export', body)
  expect(then.text).not.toContain('Not yet there')
  expect(then.text).toContain(`records up to entry ${seq}`)
  expect(now.text).toContain('Not yet there')
})

test('a workbook keeps days as days and says where it comes from on a sheet of its own', async () => {
  const answer = await owner.post('/tasks/export', { format: 'xlsx', columns, query: { due: 'set' } })
  expect(answer.headers['content-type']).toContain('spreadsheetml')
  const files = unzipSync(new Uint8Array(answer.bytes ?? new Uint8Array()))
  const [tasks, provenance] = [1, 2].map((n) => strFromU8(files[`xl/worksheets/sheet${n}.xml`] ?? new Uint8Array()))
  // the day as a spreadsheet counts it
  expect(tasks).toContain('<v>46401</v>')
  expect(tasks).not.toContain('<f>')
  expect(provenance?.match(/<row/g)?.length).toBeGreaterThan(5)
})

test.each([
  [
    'a field that the list has not',
    { columns: [{ title: 'X', from: [{ field: 'secret' }] }] },
    'columns.0.from.0.field',
  ],
  ['a filter that the list has not', { query: { colour: 'red' } }, 'query.colour'],
  ['a value that the filter does not take', { query: { state: 'lost' } }, 'query.state'],
  ['an order that the list has not', { query: { sort: 'colour' } }, 'sort'],
  ['a page of the list', { query: { cursor: 'x' } }, 'query.cursor'],
])('refuses %s, by name', async (_what, body, path) => {
  const refused = await owner.post('/tasks/export', body)
  expect(refused.status).toBe(400)
  expect(refused.body.problems).toEqual([expect.objectContaining({ path })])
})

test('where the list itself refuses, its refusal is the answer', async () => {
  const { id } = (await stranger.get('/tasks?limit=1')).body.items[0]
  const refused = await owner.post('/comments/export', { query: { subject: `task:${id}` } })
  expect([refused.status, refused.body.kind]).toEqual([404, 'not-found'])
})

test('an employee’s export holds what the employee’s list holds, and no list that is closed to them', async () => {
  const employee = await house.join(owner, ['employee'])
  const mine = await employee.post('/tasks/export', { columns: columns.slice(0, 1) })
  expect(linesOf(mine.text).length).toBe(2)
  expect((await employee.post('/risks/export')).status).toBe(403)
})
