import { expect, test } from 'vitest'
import { openTestHouse } from '../../../test/house.ts'

const house = await openTestHouse()

test('a founder is signed in as owner and AIMS manager of their organization', async () => {
  const owner = await house.organization('Alder Bank')
  const { status, body } = await owner.get('/session')
  expect(status).toBe(200)
  expect(body.organization.name).toBe('Alder Bank')
  expect(body.roles.toSorted()).toEqual(['aims-manager', 'owner'])
  expect(body.seq).toBe(1)
})
