import { expect, test } from 'vitest'
import { openTestHouse } from '../../../test/house.ts'
import { aDraft, anApproved, decideAll, decided, left, rowOf, wanted } from './a-statement.ts'
import type { RowView } from './contract.ts'

// An exclusion and an open risk that names the control never both stand: the one-writer lock puts them in an order, and in
// either order the risk wins.

const house = await openTestHouse()
const owner = await house.organization('Northwind')
const writer = await house.join(owner, ['aims-manager'])
const path = '/statements-of-applicability'

async function bothStand(statement: string): Promise<string[]> {
  const rows: RowView[] = (await owner.get(`${path}/${statement}`)).body.rows
  return rows
    .filter(({ standing, risks }) => standing === 'excluded' && risks.length > 0)
    .map((row) => row.requirement.ref)
}

test('where the risk is first, the exclusion is refused and names it', async () => {
  const statement = await aDraft(writer)
  const { id } = (await writer.post('/risks', { title: 'Poor provenance', controls: ['A.7.5'] })).body
  const refused = await decided(writer, { statement, ref: 'A.7.5' }, left)
  expect(refused.status).toBe(409)
  expect(refused.body).toMatchObject({
    kind: 'named-by-risks',
    risks: [{ ref: `risk:${id}`, name: 'Poor provenance' }],
  })
  await writer.post(`${path}/${statement}/discard`)
})

test('where the exclusion is first, the risk is recorded, the row is open again, and approval waits for it', async () => {
  const statement = await aDraft(writer)
  await decideAll(writer, statement, ['A.8.3'])
  expect((await writer.post('/risks', { title: 'Nobody hears outsiders', controls: ['A.8.3'] })).status).toBe(201)
  expect(await rowOf(owner, statement, 'A.8.3')).toMatchObject({ decision: 'excluded', standing: 'undecided' })
  const refused = await owner.post(`${path}/${statement}/approve`)
  expect(refused.body).toMatchObject({ kind: 'undecided-rows', problems: [{ path: 'ISO-42001-2023/A.8.3' }] })
  await decided(writer, { statement, ref: 'A.8.3' }, wanted)
  expect((await owner.post(`${path}/${statement}/approve`)).status).toBe(200)
})

test('at the same time, never both stand', async () => {
  const statement = await aDraft(writer)
  const refs = ['A.9.2', 'A.9.3', 'A.9.4', 'A.10.2', 'A.10.3', 'A.10.4']
  const rows = await Promise.all(refs.map((ref) => rowOf(owner, statement, ref)))
  const answers = await Promise.all(
    rows.flatMap(({ id, version, requirement: { ref } }) => [
      writer.patch(`${path}/${statement}/rows/${id}`, version, left),
      owner.post('/risks', { title: `About ${ref}`, controls: [ref] }),
    ]),
  )
  // each exclusion refused, and as it was before; or saved, and overtaken
  expect(answers.every(({ status }, place) => (place % 2 === 0 ? [200, 409].includes(status) : status === 201))).toBe(
    true,
  )
  for (const ref of refs) expect((await rowOf(owner, statement, ref)).standing).not.toBe('excluded')
  expect(await bothStand(statement)).toEqual([])
  await writer.post(`${path}/${statement}/discard`)
})

/** The same sequence on every run (Park and Miller's generator). */
function sequence(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state * 48_271) % 2_147_483_647
    return state % below
  }
}

test.each([1, 42, 4242])(
  'after any exclusions, inclusions, risks and closings, four at a time, never both stand (seed %i)',
  async (seed) => {
    const refs = ['A.2.2', 'A.4.6', 'A.7.6']
    const draw = sequence(seed)
    const statement = await aDraft(writer)
    const risks: string[] = []
    const makeMove = async (move: number, ref: string) => {
      if (move === 0) risks.push((await owner.post('/risks', { title: 'Drawn', controls: [ref] })).body.id)
      if (move === 1) await decided(writer, { statement, ref }, left)
      if (move === 2) await decided(writer, { statement, ref }, wanted)
      if (move === 3) await owner.post(`/risks/${risks.pop()}/close`, { reason: 'It can no longer happen' })
    }
    for (let step = 0; step < 5; step += 1) {
      const moves = Array.from({ length: 4 }, () => [draw(4), refs[draw(refs.length)] ?? 'A.2.2'] as const)
      await Promise.all(moves.map(([move, ref]) => makeMove(move, ref)))
      expect(await bothStand(statement)).toEqual([])
    }
    await writer.post(`${path}/${statement}/discard`)
  },
)

test('an approval and a risk at the same time: either the approval waits, or the approved version says what overtook it', async () => {
  const other = await house.organization('Fourth')
  const manager = await house.join(other, ['aims-manager'])
  const statement = await aDraft(manager)
  await decideAll(manager, statement, ['A.7.3'])
  const [approved, risk] = await Promise.all([
    other.post(`${path}/${statement}/approve`),
    manager.post('/risks', { title: 'Bought data', controls: ['A.7.3'] }),
  ])
  expect(risk.status).toBe(201)
  expect(approved.status === 200 || approved.body.kind === 'undecided-rows').toBe(true)
  expect((await rowOf(other, statement, 'A.7.3')).standing).toBe('undecided')
  const { reasons } = (await other.get('/readiness/6.1.3')).body.finding
  const overtaken = reasons.some(({ text }: { text: string }) => text.startsWith('Excluded, though an open risk'))
  expect(overtaken).toBe(approved.status === 200)
})

test('an approved version says where a risk has overtaken it, and stays as it was approved', async () => {
  const other = await house.organization('Other')
  const manager = await house.join(other, ['aims-manager'])
  const statement = await anApproved(manager, other, ['A.7.2'])
  await manager.post('/risks', { title: 'Bad data', controls: ['A.7.2'] })
  expect(await rowOf(other, statement, 'A.7.2')).toMatchObject({
    decision: 'excluded',
    standing: 'undecided',
    exclusion: left.reason,
  })
})

test('a row names the first twenty of the risks that name it, and says how many there are', async () => {
  const other = await house.organization('Third')
  const statement = await aDraft(other)
  for (let n = 10; n < 31; n += 1) await other.post('/risks', { title: `Risk ${n}`, controls: ['A.7.2'] })
  const { risks, riskCount } = await rowOf(other, statement, 'A.7.2')
  expect([risks.length, risks[0]?.name, riskCount]).toEqual([20, 'Risk 10', 21])
  expect((await other.get(`${path}/${statement}/csv`)).text).toContain('Risk 29\nand 1 more')
})
