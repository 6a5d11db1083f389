import { expect, test } from 'vitest'
import { openTestHouse } from '../../../test/house.ts'

const house = await openTestHouse()
const owner = await house.organization()

const draft = { name: 'Credit score', purpose: 'Rates how likely a loan is paid back', provenance: 'built' }

async function aSystem(fields: object = {}): Promise<string> {
  const created = await owner.post('/ai-systems', { ...draft, ...fields })
  expect(created.text).toContain('"id"')
  return created.body.id
}

/** The facts of a record, oldest first, as the trail has them. */
async function factsOf(subject: string): Promise<string[]> {
  const { rows } = await house.door.pool
    .query(
      `select set_config('app.org', '${owner.org}', false);
     select type from facts where org_id = '${owner.org}' and subject = '${subject}' order by seq, position`,
    )
    .then((results) => (results as unknown as { rows: { type: string }[] }[])[1] ?? { rows: [] })
  return rows.map(({ type }) => type)
}

test('a system is registered, read and edited, and each step is a fact', async () => {
  const id = await aSystem({ jurisdictions: ['DE', 'EU'], affectedGroups: ['Loan applicants'] })
  const read = (await owner.get(`/ai-systems/${id}`)).body
  expect(read).toMatchObject({
    ...draft,
    state: 'proposed',
    version: 1,
    jurisdictions: ['DE', 'EU'],
    scope: 'undecided',
  })
  expect((await owner.patch(`/ai-systems/${id}`, 1, { purpose: 'Rates applicants' })).status).toBe(200)
  expect((await owner.get(`/ai-systems/${id}`)).body).toMatchObject({ purpose: 'Rates applicants', version: 2 })
  expect(await factsOf(`ai-system:${id}`)).toEqual([
    'ai-system.registered',
    'ai-system.edited',
    'ai-system.purpose-changed',
  ])
})
