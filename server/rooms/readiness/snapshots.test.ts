import { v7 as uuidv7 } from 'uuid'
import { expect, test } from 'vitest'
import { type OrganizationId, subjectRef } from '#kernel/id.ts'
import { ok } from '#kernel/result.ts'
import { change, type Work } from '#platform/database/change.ts'
import { inOrganization } from '#platform/operational.ts'
import { recordParty, recordRequirement, recordReview } from '#rooms/organization/index.ts'
import { asDay } from '#platform/today.ts'
import { openTestHouse } from '../../../test/house.ts'
import { situationAt } from '../../app/snapshots.ts'
import { systemActor } from '../../app/system-actor.ts'
import { readiness } from './findings.ts'
import { countStandings, rulesVersion, standingOf } from './model.ts'
import { readSnapshots } from './store.ts'
import { takeSnapshots } from './take-snapshots.ts'

const house = await openTestHouse()

type Told = { org: OrganizationId; on<Value, Refusal>(day: string, work: Work<Value, Refusal>): Promise<Value> }

/** An organization of the sample seeder, whose entries may lie in the past. */
async function foundedOn(day: string): Promise<Told> {
  const org = uuidv7() as OrganizationId
  const person = uuidv7()
  const told: Told = {
    org,
    async on(then, work) {
      const who = { ...systemActor(org, 'demo'), person }
      const done = await change(house.door, who, 'organization:edit', work, { clock: new Date(`${then}T10:00:00Z`) })
      if (!done.ok) throw new Error(JSON.stringify(done.error))
      return done.value
    },
  }
  await told.on(day, async ({ tx }) => {
    await tx.insertInto('organizations').values({ org_id: org, id: org, name: 'Sample', demo: true }).execute()
    await tx.insertInto('people').values({ org_id: org, id: person, name: 'Ada', email: 'ada@example.org' }).execute()
    return ok({ value: null, facts: [{ type: 'organization.founded', subject: subjectRef('organization', org) }] })
  })
  return told
}

/** Ten days in which 4.2 becomes documented, and its review passes. */
async function someHistory() {
  const { org, on } = await foundedOn('2026-03-01')
  const party = await on('2026-03-03', (it) => recordParty(it, { name: 'Applicants', kind: 'affected-people' }))
  const requirement = { statement: 'Fairness', basis: 'law', decision: 'taken-on', reason: null } as const
  await on('2026-03-05', (it) => recordRequirement(it, party.id, requirement))
  const review = { about: 'interested-parties', outcome: 'Nothing new', nextDueOn: '2026-03-09' } as const
  await on('2026-03-07', (it) => recordReview(it, { ...review, reviewedOn: '2026-03-07' }))
  return org
}

const parts = {
  pool: house.door.pool,
  situationAt: (org: OrganizationId, day: string) => situationAt(house.door, org, day),
  cancelled: () => false,
}

const kept = async (org: OrganizationId) => await inOrganization(house.door.pool, org, (tx) => readSnapshots(tx, org))

test('every day that is over gets one snapshot, from the records as they were at its end', async () => {
  const org = await someHistory()
  expect(await takeSnapshots(org, '2026-03-12', parts)).toBe(11)
  const course = (await kept(org)).map(({ day, levels }) => [day.slice(-2), levels['4.2']])
  expect(course).toEqual([
    ['01', 'missing'],
    ['02', 'missing'],
    ['03', 'missing'],
    ['04', 'missing'],
    ['05', 'documented'],
    ['06', 'documented'],
    ['07', 'documented'],
    ['08', 'documented'],
    ['09', 'documented'],
    ['10', 'stale'],
    ['11', 'stale'],
  ])
})

test('snapshots are safe to take twice, and go on where they ended', async () => {
  const org = await someHistory()
  expect(await takeSnapshots(org, '2026-03-04', parts)).toBe(3)
  expect(await takeSnapshots(org, '2026-03-04', parts)).toBe(0)
  expect(await takeSnapshots(org, '2026-03-06', parts)).toBe(2)
  expect(await kept(org)).toHaveLength(5)
})

test('snapshots rebuilt from history are the ones that were kept', async () => {
  const org = await someHistory()
  await takeSnapshots(org, '2026-03-12', parts)
  for (const snapshot of await kept(org)) {
    const { seq, situation } = await situationAt(house.door, org, snapshot.day)
    const findings = readiness(situation)
    expect(snapshot).toEqual({
      day: snapshot.day,
      seq,
      rulesVersion,
      counts: countStandings(findings),
      levels: Object.fromEntries(findings.map((finding) => [finding.ref, standingOf(finding)])),
    })
  }
})

test('a snapshot that was kept is never rewritten', async () => {
  const org = await someHistory()
  await takeSnapshots(org, '2026-03-03', parts)
  const rewriting = inOrganization(house.door.pool, org, (tx) =>
    tx.updateTable('readiness_snapshots').set({ seq: 99 }).where('org_id', '=', org).execute(),
  )
  await expect(rewriting).rejects.toThrow(/permission denied|what was appended stays/)
})

test('the scheduled work keeps the days of every organization', async () => {
  const { org } = await house.organization()
  const { queues } = await import('../../app/jobs.ts')
  expect(queues['readiness-snapshots']?.schedule).toBeDefined()
  const run = {
    data: {},
    org: () => org,
    organizations: () => Promise.resolve([org]),
    progress: () => Promise.resolve(),
    cancelled: () => false,
  }
  const threeDaysAgo = asDay(new Date(Date.now() - 3 * 86_400_000))
  const { org: sample } = await foundedOn(threeDaysAgo)
  const all = { ...run, organizations: () => Promise.resolve([org, sample]) }
  const { takeAllSnapshots } = await import('../../app/snapshots.ts')
  await takeAllSnapshots(all, { door: house.door, pool: house.door.pool })
  expect(await kept(org)).toEqual([])
  expect((await kept(sample))[0]?.day).toBe(threeDaysAgo)
})

test('an organization that is founded asks for its days at once', async () => {
  const house2 = await openTestHouse()
  await house2.organization()
  const { rows } = await house2.keeper.query<{ name: string }>(
    `select name from jobs.job where name = 'readiness-snapshots'`,
  )
  expect(rows).toHaveLength(1)
  expect(await house2.jobs.drain()).toBeGreaterThan(0)
})
