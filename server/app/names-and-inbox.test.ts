import { beforeAll, describe, expect, it } from 'vitest'
import { type Member, openTestHouse, type TestHouse } from '../../test/house.ts'

const inAMonth = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10)

let house: TestHouse
let owner: Member
let auditor: Member

type Named = { ref: string; name: string; state?: string }

beforeAll(async () => {
  house = await openTestHouse()
  owner = await house.organization()
  auditor = await house.join(owner, ['internal-auditor'])
})

async function nameOf(ref: string, member = owner): Promise<Named | undefined> {
  const { body } = await member.get(`/subjects?refs=${encodeURIComponent(ref)}`)
  return body.items.find((one: Named) => one.ref === ref)
}

describe('records are called by their names', () => {
  it('a unit, an invitation and an API key', async () => {
    const unit = (await owner.post('/units', { name: 'Claims' })).body.id
    const invitation = (await owner.post('/invitations', { email: 'new@example.org', roles: ['employee'] })).body.id
    const key = (await owner.post('/api-keys', { name: 'Scanner', scopes: ['discovery:send'], expiresOn: inAMonth }))
      .body.id
    expect(await nameOf(`unit:${unit}`)).toMatchObject({ name: 'Claims' })
    expect(await nameOf(`invitation:${invitation}`)).toMatchObject({ name: 'new@example.org', state: 'pending' })
    expect(await nameOf(`api-key:${key}`)).toMatchObject({ name: 'Scanner', state: 'valid' })
  })

  it('a screening, its triggers, a deal and a competitor', async () => {
    const screening = (await owner.post('/screenings')).body.id
    const deal = (await owner.post('/deals', { name: 'Bank', outcome: 'lost', happenedOn: '2026-01-02' })).body.id
    const competitor = (await owner.post('/competitors', { name: 'Rival', certified: true })).body.id
    const trigger = (await owner.post('/screening-triggers', { trigger: 'eu-expansion', note: 'Office in Vienna.' }))
      .body
    expect((await nameOf(`screening:${screening}`))?.name).toMatch(/^Screening begun on \d{4}-\d\d-\d\d$/)
    expect(await nameOf(`deal:${deal}`)).toMatchObject({ name: 'Bank', state: 'current' })
    expect(await nameOf(`competitor:${competitor}`)).toMatchObject({ name: 'Rival' })
    expect(await nameOf(`screening-trigger:${trigger.id}`)).toMatchObject({ name: 'Office in Vienna', state: 'raised' })
    expect(await nameOf(`deal:${deal}`, auditor)).toBeUndefined()
  })
})

describe('the inbox of who decides', () => {
  const decisions = async (member: Member) =>
    (await member.get('/inbox')).body.decisions.items.filter(({ what }: { what: string }) => what === 'answer-trigger')

  it('holds one line for the events that reopen the screening, until they are dismissed', async () => {
    const again = (await owner.post('/screening-triggers', { trigger: 'competitor-certifies', note: 'Rival' })).body.id
    expect(await decisions(owner)).toMatchObject([
      { name: 'Office in Vienna, and 1 more', subject: expect.stringMatching(/^screening-trigger:/) },
    ])
    await owner.post(`/screening-triggers/${again}/dismiss`, { reason: 'Not this year' })
    expect(await decisions(owner)).toMatchObject([{ name: 'Office in Vienna' }])
    expect(await decisions(auditor)).toEqual([])
  })
})
