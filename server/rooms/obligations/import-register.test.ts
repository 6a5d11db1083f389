import { expect, test } from 'vitest'
import { grantsOfScopes } from '#platform/grants.ts'
import { openTestHouse } from '../../../test/house.ts'
import { look } from '../../../test/look.ts'
import { obligationImports } from './import-register.ts'

const asked = () => ({ grants: grantsOfScopes([]), options: {}, seen: new Set<string>() })
const house = await openTestHouse()
const owner = await house.organization()
const system = (await owner.post('/ai-systems', { name: 'Credit model' })).body.id
await owner.post('/obligations', { title: 'Kept', sourceKind: 'law', source: 'A law', reference: 'L-1' })

const row = { title: 'Explain refusals', sourceKind: 'Contract', source: 'Funding agreement' }

const check = (rows: Record<string, string>[]) =>
  look(house, owner, (tx, org) => obligationImports.check({ tx, org, today: '2026-11-22', ...asked() }, rows))

test('a row names its owner by address and its systems by name', async () => {
  const [checked] = await check([
    { ...row, owner: owner.email.toUpperCase(), systems: 'Credit model', dueOn: '2027-12-02' },
  ])
  expect(checked).toMatchObject({
    ok: true,
    draft: { ...row, sourceKind: 'contract', owner: owner.person, systems: [system], dueOn: '2027-12-02' },
  })
})

test.each([
  ['a title that is missing', { title: '' }, 'title', 'must be given'],
  ['a kind that is none', { sourceKind: 'rumour' }, 'sourceKind', 'is none of law, contract'],
  ['an owner who has no place here', { owner: 'nobody@example.org' }, 'owner', 'belongs to nobody'],
  ['a system that is not registered', { systems: 'Fraud model' }, 'systems', 'is no AI system here'],
  ['a number that is taken', { reference: 'L-1' }, 'reference', 'registered already'],
  ['a day that is none', { dueOn: '31/12/2027' }, 'dueOn', 'is no day'],
])('refuses %s', async (_, fields, field, message) => {
  const [checked] = await check([{ ...row, ...fields }])
  expect(checked).toMatchObject({ ok: false, problems: [{ field, message: expect.stringContaining(message) }] })
})

test('refuses the same number twice in one file', async () => {
  const checked = await check([
    { ...row, reference: 'L-2' },
    { ...row, reference: 'L-2' },
  ])
  expect(checked.map(({ ok }) => ok)).toEqual([true, false])
})
