import { expect, test } from 'vitest'
import { managers } from '#kernel/permission.ts'
import { asDay } from '#platform/today.ts'
import { openTestHouse } from '../../../test/house.ts'
import { look } from '../../../test/look.ts'
import { peopleWhoMay, readPeopleSituation } from './index.ts'

const house = await openTestHouse()
const owner = await house.organization()
const today = asDay(new Date())

test('readiness sees who holds which role, and the roles that somebody held and nobody holds now', async () => {
  const approver = await house.join(owner, ['approver', 'contributor'])
  const before = (await owner.get('/session')).body.seq
  await owner.post(`/people/${approver.person}/roles`, { roles: [{ role: 'contributor' }] })
  const read = (at: { seq: number } | 'now') => look(house, owner, (tx, org) => readPeopleSituation(tx, org, today), at)
  const now = await read('now')
  expect(now.byRole['owner']).toEqual([{ ref: `person:${owner.person}`, name: 'Olive Owner' }])
  expect(Object.keys(now.byRole).toSorted()).toEqual(['aims-manager', 'contributor', 'owner'])
  expect(now.vacant).toEqual(['approver'])
  expect((await read({ seq: before })).vacant).toEqual([])
})

test('who may do something holds a role for it on any record, is active, and is not excepted', async () => {
  const manager = await house.join(owner, ['aims-manager'])
  const gone = await house.join(owner, ['aims-manager'])
  await house.join(owner, ['employee'])
  await owner.post(`/people/${gone.person}/disable`)
  const ids = (except: string[] = []) =>
    look(house, owner, async (tx, org) =>
      (await peopleWhoMay(tx, org, { byRole: { ...managers, employee: 'own' }, today, except })).map(({ id }) => id),
    )
  expect((await ids()).toSorted()).toEqual([owner.person, manager.person].toSorted())
  expect(await ids([owner.person])).toEqual([manager.person])
})
