import { expect, test } from 'vitest'
import { change } from '#platform/database/change.ts'
import { grantsOfScopes } from '#platform/grants.ts'
import { openTestHouse } from '../../../test/house.ts'
import { factsAbout, look } from '../../../test/look.ts'
import { riskImports } from './index.ts'

const asked = () => ({ grants: grantsOfScopes([]), options: {}, seen: new Set<string>() })
const house = await openTestHouse()
const owner = await house.organization()
const who = { org: owner.org, actor: `person:${owner.person}`, person: owner.person }
const check = (rows: Record<string, string>[]) =>
  look(house, owner, (tx, org) => riskImports.check({ tx, org, today: '2026-11-22', ...asked() }, rows))

test('a good row becomes a risk with its owner, systems and controls, and can be taken back until it is touched', async () => {
  const system = (await owner.post('/ai-systems', { name: 'Chatbot' })).body.id
  const row = { title: 'Falsehoods', owner: owner.email.toUpperCase(), systems: 'Chatbot', controls: 'A.6.2.4; A.8.2' }
  const [checked] = await check([row])
  if (!checked?.ok) throw new Error(JSON.stringify(checked))
  const make = () => change(house.door, who, 'risks:edit', (it) => riskImports.create(it, checked.draft))
  const [first, second] = [await make(), await make()]
  if (!first.ok || !second.ok) throw new Error('refused')
  const { id } = first.value
  expect((await owner.get(`/risks/${id}`)).body).toMatchObject({
    state: 'identified',
    owner: { id: owner.person },
    systems: [{ id: system }],
    controls: ['A.6.2.4', 'A.8.2'],
  })
  const undo = (one: string) =>
    change(house.door, who, 'risks:edit', (it) => riskImports.undo(it, one, { id: one, kind: 'risk', was: null }))
  expect(await undo(id)).toMatchObject({ ok: true })
  expect(await factsAbout(house, owner, `risk:${id}`)).toEqual(['risk.identified', 'risk.identification-undone'])
  await owner.patch(`/risks/${second.value.id}`, 1, { title: 'Touched' })
  expect(await undo(second.value.id)).toMatchObject({ ok: false, error: { kind: 'changed-since' } })

  const third = await make()
  if (!third.ok) throw new Error('refused')
  const party = (await owner.post('/interested-parties', { name: 'Partner bank', kind: 'customer' })).body.id
  const required = { statement: 'No falsehoods', basis: 'contract' }
  const requirement = (await owner.post(`/interested-parties/${party}/requirements`, required)).body.id
  const named = await owner.post(`/party-requirements/${requirement}/stands-as`, { subject: `risk:${third.value.id}` })
  expect(named.status).toBe(200)
  expect(await undo(third.value.id)).toMatchObject({ ok: false, error: { kind: 'changed-since' } })
})

test('every problem of a row is named', async () => {
  await owner.post('/risks', { title: 'Known', reference: 'R-1' })
  const checked = await check([
    { title: '', owner: 'nobody@example.org', systems: 'Nowhere', controls: 'A.99' },
    { title: 'Known', reference: 'R-1' },
    { title: 'New', reference: 'R-2', reviewDueOn: '31 March' },
    { title: 'New', reference: 'R-2' },
    { title: 'New' },
  ])
  const problems = checked.map((row) => (row.ok ? 'good' : row.problems.map(({ field }) => field).join(' ')))
  expect(problems).toEqual(['owner systems controls title', 'reference', 'reviewDueOn', 'reference', 'good'])
})
