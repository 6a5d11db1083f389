import { expect, test } from 'vitest'
import { openTestHouse } from '../../../test/house.ts'
import { look } from '../../../test/look.ts'
import { readAiSystemsSituation } from './index.ts'

const house = await openTestHouse()

test('an empty register has nothing that falls short', async () => {
  const owner = await house.organization()
  const seen = await look(house, owner, (tx, org) => readAiSystemsSituation(tx, org, '2027-01-15'))
  expect(seen).toMatchObject({ total: 0, inUse: 0, waitingIntakes: 0, withoutOwner: { count: 0, worst: [] } })
  expect(seen.byState.proposed).toBe(0)
})
