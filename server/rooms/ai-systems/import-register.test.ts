import { expect, test } from 'vitest'
import { grantsOfScopes } from '#platform/grants.ts'
import { openTestHouse } from '../../../test/house.ts'
import { look } from '../../../test/look.ts'
import { readRow } from './import-fields.ts'
import { aiSystemImports } from './index.ts'

const house = await openTestHouse()
const owner = await house.organization()
const today = '2026-11-22'

const check = (rows: Record<string, string>[]) =>
  look(house, owner, (tx, org) =>
    aiSystemImports.check({ tx, org, today, grants: grantsOfScopes([]), options: {}, seen: new Set() }, rows),
  )

test.each([
  ['provenance', 'Built here', 'built'],
  ['provenance', 'BY API', 'by-api'],
  ['autonomy', 'High', 'high'],
  ['individualDecisions', 'decides', 'decides'],
  ['state', 'In use', 'in-use'],
  ['since', '31.03.2026', '2026-03-31'],
  ['since', '2026-03-31', '2026-03-31'],
  ['jurisdictions', 'de; France, EU', ['DE', 'FR', 'EU']],
  ['dataClasses', 'personal | Special category', ['personal', 'special-category']],
  ['sectors', 'lending; lending; hr', ['lending', 'hr']],
])('the field %s reads “%s”', (name, text, expected) => {
  const { values, problems } = readRow({ name: 'Credit score', [name]: text })
  expect(problems).toEqual([])
  expect(values).toMatchObject({ [name]: expected })
})

test.each([
  ['provenance', 'borrowed'],
  ['state', 'retired'],
  ['since', '03/04/2026'],
  ['since', '2026-02-30'],
  ['jurisdictions', 'DE; Atlantis'],
  ['dataClasses', 'secret stuff'],
  ['owner', 'somebody'],
  ['name', 'x'.repeat(201)],
])('the field %s refuses “%s” and says so', (name, text) => {
  expect(readRow({ name: 'Credit score', [name]: text }).problems).toMatchObject([{ field: name }])
})

test('a good row becomes a system with its owner, its unit and its resources', async () => {
  await owner.post('/units', { name: 'Lending' })
  const row = {
    name: 'Credit score',
    owner: owner.email.toUpperCase(),
    unit: 'Lending',
    computing: 'Cluster',
    state: 'in use',
  }
  const [checked] = await check([row])
  expect(checked).toMatchObject({
    ok: true,
    draft: { draft: { name: 'Credit score', owner: owner.person, state: 'in-use' } },
  })
})

test('every problem of a row is named at once', async () => {
  await owner.post('/ai-systems', { name: 'Known', reference: 'AI-1' })
  const checked = await check([
    { name: '', owner: 'nobody@example.org', unit: 'Nowhere', since: '2999-01-01', provenance: 'borrowed' },
    { name: 'Another', reference: 'AI-1' },
    { name: 'Known' },
    { name: 'Known', reference: 'AI-2' },
    { name: 'Third', reference: 'AI-2' },
  ])
  const fields = checked.map((row) => (row.ok ? 'good' : row.problems.map(({ field }) => field).join(' ')))
  expect(fields).toEqual(['name provenance owner unit since', 'reference', 'name', 'good', 'reference'])
})
