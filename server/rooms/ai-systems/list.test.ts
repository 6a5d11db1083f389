import { expect, test } from 'vitest'
import { openTestHouse } from '../../../test/house.ts'

const house = await openTestHouse()
const owner = await house.organization()
const unit = (await owner.post('/units', { name: 'Lending' })).body.id
const ids: Record<string, string> = {}

const systems = [
  { name: 'Credit score', owner: owner.person, unit, jurisdictions: ['DE'], provenance: 'built', reference: 'AI-7' },
  { name: 'Hiring assistant', individualDecisions: 'decides', sectors: ['hr'], supplier: 'Talentful', state: 'in-use' },
  { name: 'Support chatbot', supplier: 'Chatty', provenance: 'by-api', jurisdictions: ['FR', 'EU'] },
  { name: '=2+2', purpose: 'A name that a spreadsheet would compute' },
]
for (const system of systems) ids[system.name] = (await owner.post('/ai-systems', system)).body.id
const scope = { scope: 'in', reason: 'A product' }
await owner.post(`/ai-systems/${ids['Credit score']}/scope`, scope)
const roles = { framework: 'eu-ai-act', roles: ['deployer'], reason: 'We use it' }
await owner.post(`/ai-systems/${ids['Hiring assistant']}/roles`, roles)

async function names(query: string): Promise<string[]> {
  const answer = await owner.get(`/ai-systems?${query}`)
  expect(answer.status).toBe(200)
  expect(answer.body.total).toBe(answer.body.items.length)
  return answer.body.items.map(({ name }: { name: string }) => name)
}

test.each([
  ['state=in-use', ['Hiring assistant']],
  ['state=in-use,suspended', ['Hiring assistant']],
  [`owner=${owner.person}`, ['Credit score']],
  ['owner=none', ['=2+2', 'Hiring assistant', 'Support chatbot']],
  [`unit=${unit}`, ['Credit score']],
  [`owner=none,${owner.person}&jurisdiction=DE,FR`, ['Credit score', 'Support chatbot']],
  ['scope=in', ['Credit score']],
  ['provenance=unstated', ['=2+2', 'Hiring assistant']],
  ['individualDecisions=decides', ['Hiring assistant']],
  ['euAiActRole=deployer', ['Hiring assistant']],
  ['euAiActRole=unconfirmed', ['=2+2', 'Credit score', 'Support chatbot']],
  ['isoRole=provider', []],
  ['sector=hr', ['Hiring assistant']],
  ['q=chat', ['Support chatbot']],
  ['q=ai-7', ['Credit score']],
  ['q=%25', []],
  ['sort=-name&provenance=built,by-api', ['Support chatbot', 'Credit score']],
])('the list shows what matches %s', async (query, expected) => {
  expect(await names(query)).toEqual(expected)
})

test('a list pages in a stable order and counts every row', async () => {
  const seen: string[] = []
  let cursor = ''
  do {
    const page = await owner.get(`/ai-systems?limit=3&sort=supplier${cursor}`)
    expect(page.body.total).toBe(4)
    seen.push(...page.body.items.map((item: { id: string }) => item.id))
    cursor = page.body.next ? `&cursor=${page.body.next}` : ''
  } while (cursor)
  expect(new Set(seen).size).toBe(4)
})

test('the export has exactly the rows and columns that are shown, and computes nothing', async () => {
  const csv = await owner.get('/ai-systems.csv?owner=none&sort=name&columns=name,supplier,state')
  expect(csv.headers['content-type']).toContain('text/csv')
  expect(csv.text).toBe(
    "\uFEFFName,Supplier,State\r\n'=2+2,,Proposed\r\nHiring assistant,Talentful,In use\r\nSupport chatbot,Chatty,Proposed\r\n",
  )
  expect((await owner.get('/ai-systems.csv?columns=name,secret')).status).toBe(400)
})

test('look-alikes are shown while a name is typed', async () => {
  const similar = await owner.get('/ai-systems/similar?name=credit%20scoring')
  expect(similar.body.items[0]).toMatchObject({ name: 'Credit score', state: 'proposed' })
  expect((await owner.get('/ai-systems/similar?name=zzz')).body.items).toEqual([])
})

test('the search of all rooms finds systems by name and by number', async () => {
  const refs = async (q: string) =>
    (await owner.get(`/search?q=${q}`)).body.items.map(({ ref }: { ref: string }) => ref)
  expect(await refs('hiring')).toContain(`ai-system:${ids['Hiring assistant']}`)
  expect(await refs('AI-7')).toContain(`ai-system:${ids['Credit score']}`)
})

test('as of an earlier entry the list, its search and a record are what they were then', async () => {
  const before = { 'assay-as-of': String((await owner.get('/session')).body.seq) }
  const id = (await owner.post('/ai-systems', { name: 'Fraud detector' })).body.id
  await owner.patch(`/ai-systems/${ids['Support chatbot']}`, 1, { name: 'Renamed chatbot' })
  expect((await owner.get('/ai-systems?q=fraud', before)).body.total).toBe(0)
  expect((await owner.get('/ai-systems?q=support', before)).body.total).toBe(1)
  expect((await owner.get(`/ai-systems/${id}`, before)).status).toBe(404)
  expect((await owner.get('/ai-systems/similar?name=Fraud', before)).body.items).toEqual([])
  expect((await owner.get('/ai-systems.csv?q=fraud&columns=name', before)).text).toBe('\uFEFFName\r\n')
})
