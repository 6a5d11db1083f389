import { afterAll, expect, test } from 'vitest'
import { stopPdf } from '#platform/documents/index.ts'
import { openTestHouse } from '../../../../test/house.ts'
import { look } from '../../../../test/look.ts'
import { aRisk, aTreatedRisk, criteriaInForce, day, placed } from '../a-risk.ts'
import { planDocument, planSheets } from './print.ts'
import { readPlan } from './read-plan.ts'

const house = await openTestHouse()
afterAll(stopPdf)
const owner = await house.organization('Northwind')
const manager = await house.join(owner, ['aims-manager'])
const madeFrom = { seq: 7, instant: '2026-11-22T10:00:00Z', checkpoint: null, logOrigin: 'log' }
const plan = () => look(house, owner, (tx, org) => readPlan(tx, org, { today: day(0), madeFrom }))

test('the plan says of each open risk what is done, by whom and by when, and who accepted what is left', async () => {
  await criteriaInForce(owner, manager)
  const system = (await owner.post('/ai-systems', { name: 'Chatbot' })).body.id
  const fields = { reference: 'R-1', owner: manager.person, systems: [system] }
  const great = await aTreatedRisk(owner, { fields: { ...fields, title: 'Falsehoods' }, before: [5, 5], after: [4, 4] })
  await manager.post(`/risks/${great}/accept`, { expiresOn: day(30), note: 'Until the filter is there' })
  const second = await aRisk(owner, { title: 'Leaks' })
  await owner.post(`/risks/${second}/rate`, placed(2, 3))
  const actions = [{ title: 'Mask names', owner: owner.person, dueOn: day(9) }]
  await owner.post(`/risks/${second}/treat`, { option: 'avoid', reason: 'Not worth it', actions })
  const raw = await aRisk(owner, { title: 'Raw' })
  const gone = await aRisk(owner, { title: 'Gone' })
  await owner.post(`/risks/${gone}/close`, { reason: 'No more' })

  const read = await plan()
  expect(read.risks.map(({ id }) => id)).toEqual([great, second, raw])
  const rows = planDocument(read).sections[1]?.blocks[0]
  expect(rows?.kind === 'table' && rows.rows).toEqual([
    [
      'R-1 Falsehoods\nChatbot',
      expect.any(String),
      'Not acceptable (25)',
      'Modify: A.6.2.4',
      '',
      'Not acceptable (16)',
      expect.stringMatching(/, until .*\nabove the appetite\nUntil the filter is there$/),
    ],
    [
      'Leaks\nThe organisation',
      'Nobody',
      'Tolerable (6)',
      'Avoid\nNot worth it',
      expect.stringMatching(/^Mask names \(Olive Owner, .*, open\)$/),
      'Not rated',
      'Not accepted',
    ],
    ['Raw\nThe organisation', 'Nobody', 'Not rated', 'Not decided', '', 'Not rated', 'To be assessed'],
  ])
  const [risks, tasks] = planSheets(read)
  expect(risks?.rows.every((row) => row.length === risks.columns.length)).toBe(true)
  expect(tasks?.rows).toEqual([['', 'Leaks', 'Mask names', 'Olive Owner', { kind: 'day', day: day(9) }, 'Open']])
})

test('each file is made, as of an earlier entry too, and another organization gets its own', async () => {
  const { seq } = (await owner.get('/audit-trail?limit=1')).body.items[0]
  const bytes = async (format: string, at = {}) => (await owner.get(`/risk-treatment-plan?format=${format}`, at)).bytes
  expect((await bytes('pdf'))?.subarray(0, 5).toString()).toBe('%PDF-')
  expect((await bytes('docx'))?.subarray(0, 2).toString()).toBe('PK')
  const then = await bytes('xlsx', { 'assay-as-of': String(seq) })
  await aRisk(owner, { title: 'Later' })
  expect((await bytes('xlsx', { 'assay-as-of': String(seq) }))?.equals(then ?? Buffer.alloc(0))).toBe(true)
  expect((await bytes('xlsx'))?.equals(then ?? Buffer.alloc(0))).toBe(false)
  const stranger = await house.organization('Another')
  expect((await stranger.get('/risk-treatment-plan?format=xlsx')).bytes?.equals(then ?? Buffer.alloc(0))).toBe(false)
  const employee = await house.join(owner, ['employee'])
  expect((await employee.get('/risk-treatment-plan')).status).toBe(403)
})
