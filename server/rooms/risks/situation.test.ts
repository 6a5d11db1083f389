import { expect, test } from 'vitest'
import { openTestHouse } from '../../../test/house.ts'
import { look } from '../../../test/look.ts'
import { aRisk, aTreatedRisk, criteriaInForce, day } from './a-risk.ts'
import { readRisksSituation } from './index.ts'

const house = await openTestHouse()
const owner = await house.organization()
const manager = await house.join(owner, ['aims-manager'])
const seen = (on = day(0)) => look(house, owner, (tx, org) => readRisksSituation(tx, org, on))

test('an organization without risks has nothing, and nothing falls short', async () => {
  expect(await seen()).toMatchObject({
    criteria: null,
    open: 0,
    systems: 0,
    newest: [],
    notRated: { count: 0, worst: [] },
  })
})

test('counts what stands and names what falls short, today and later', async () => {
  const criteria = await criteriaInForce(owner, manager)
  const system = (await owner.post('/ai-systems', { name: 'Chatbot', state: 'in-use' })).body.id
  await owner.post('/ai-systems', { name: 'Translator', state: 'in-use' })
  const told = { event: 'Customers act on what is not so', forIndividuals: 'Money is lost' }
  const first = await aTreatedRisk(owner, {
    fields: { title: 'Falsehoods', owner: manager.person, systems: [system], ...told },
  })
  await manager.post(`/risks/${first}/accept`, { expiresOn: day(30) })
  const raw = await aRisk(owner, { title: 'Raw' })
  const closed = await aRisk(owner, { title: 'Closed' })
  await owner.post(`/risks/${closed}/close`, { reason: 'None' })

  const now = await seen()
  const cite = (id: string, name: string) => ({ count: 1, worst: [{ ref: `risk:${id}`, name }] })
  expect(now).toMatchObject({
    criteria: { ref: `risk-criteria:${criteria}`, edition: 1, approvedOn: day(0) },
    open: 2,
    treated: 1,
    systems: 2,
    assessedAgain: 0,
    systemsNotAssessed: { count: 1, worst: [{ name: 'Translator' }] },
    notDescribed: cite(raw, 'Raw'),
    notRated: cite(raw, 'Raw'),
    withoutOwner: cite(raw, 'Raw'),
    notAccepted: cite(raw, 'Raw'),
    notChecked: cite(first, 'Falsehoods'),
    acceptanceExpired: { count: 0 },
  })
  expect(await seen(day(40))).toMatchObject({ acceptanceExpired: cite(first, 'Falsehoods') })
  expect(await seen(day(500))).toMatchObject({ reviewOverdue: cite(first, 'Falsehoods') })
})
