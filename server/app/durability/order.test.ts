import { beforeAll, describe, expect, it } from 'vitest'
import { type Member, openTestHouse, type TestHouse } from '../../../test/house.ts'

let house: TestHouse
let members: Member[]
let others: Member[]

beforeAll(async () => {
  house = await openTestHouse()
  const owner = await house.organization('One')
  const second = await house.organization('Two')
  members = [owner, await house.join(owner, ['contributor']), await house.join(owner, ['aims-manager'])]
  others = [second, await house.join(second, ['contributor'])]
})

/** Each of sixteen clients creates, edits and completes tasks as fast as it is answered. */
async function interleave(label: string): Promise<void> {
  const clients = [...Array.from({ length: 12 }, (_, at) => members[at % members.length]), ...others, ...others]
  await Promise.all(
    clients.map(async (client, at) => {
      for (let task = 0; task < 4; task += 1) {
        const made = await client?.post('/tasks', { title: `${label} ${at}.${task}` })
        await client?.patch(`/tasks/${made?.body.id}`, 1, { title: `${label} ${at}.${task}, edited` })
        await client?.post(`/tasks/${made?.body.id}/complete`)
      }
    }),
  )
}

async function entriesOf(org: string) {
  const { rows } = await house.keeper.query<{ seq: number; recorded_at: string; xid: string }>(
    `select seq, to_char(recorded_at, 'YYYY-MM-DD HH24:MI:SS.US') as recorded_at from assay.entries where org_id = $1 order by seq`,
    [org],
  )
  return rows
}

describe('changes of many clients at once', () => {
  it('keep one order without a gap in each organization, and instants that never go back', async () => {
    await interleave('first')
    for (const org of [members[0]?.org ?? '', others[0]?.org ?? '']) {
      const entries = await entriesOf(org)
      expect(entries.length).toBeGreaterThan(40)
      expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_, at) => at + 1))
      const instants = entries.map(({ recorded_at }) => recorded_at)
      expect(instants).toEqual(instants.toSorted())
    }
  })

  it('leave every question about the past with its answer', async () => {
    const [asking] = members
    if (!asking) throw new Error('nobody asks')
    const entries = await entriesOf(asking.org)
    const spots = entries.filter((_, at) => at % 9 === 0)
    const ask = async (asOf: string) => {
      const { status, body } = await asking.get('/tasks?limit=200', { 'assay-as-of': asOf })
      return { status, body }
    }
    const instantOf = (recorded: string) => `${recorded.slice(0, 23).replace(' ', 'T')}Z`
    const before = []
    for (const { seq, recorded_at } of spots) before.push(await ask(String(seq)), await ask(instantOf(recorded_at)))
    expect(new Set(before.map(({ status }) => status))).toEqual(new Set([200]))
    expect(new Set(before.map(({ body }) => JSON.stringify(body))).size).toBeGreaterThan(10)

    await interleave('second')
    const after = []
    for (const { seq, recorded_at } of spots) after.push(await ask(String(seq)), await ask(instantOf(recorded_at)))
    expect(after).toEqual(before)
  })
})
