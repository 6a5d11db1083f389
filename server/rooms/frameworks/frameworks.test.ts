import { expect, test } from 'vitest'
import { openTestHouse } from '../../../test/house.ts'

const house = await openTestHouse()
const owner = await house.organization()
const stranger = await house.organization('Another')
const licence = 'Order 4711 of our standards body'

test('every framework is listed with its edition, and editions of one text name each other', async () => {
  const { items } = (await owner.get('/frameworks')).body
  const privacy = items.filter(({ id }: { id: string }) => id.startsWith('ISO-27701'))
  expect(privacy.map(({ editions }: { editions: string[] }) => editions)).toEqual([
    ['ISO-27701-2025', 'ISO-27701-2019'],
    ['ISO-27701-2025', 'ISO-27701-2019'],
  ])
})

test('a framework is read with its tree: 38 controls in Annex A', async () => {
  const { requirements } = (await owner.get('/frameworks/ISO-42001-2023')).body
  expect(requirements.filter(({ kind }: { kind: string }) => kind === 'control')).toHaveLength(38)
  expect((await owner.get('/frameworks/ISO-99999')).status).toBe(404)
})

test('a requirement shows its mappings with relation and basis, and what proves it', async () => {
  const { status, body } = await owner.get('/frameworks/ISO-42001-2023/requirements/6.1.2')
  expect(status).toBe(200)
  expect(body.mappings.length).toBeGreaterThan(0)
  for (const mapping of body.mappings) expect(mapping.basisText.length).toBeGreaterThan(10)
  expect(body.proof.map(({ level }: { level: string }) => level)).toContain('documented')
  expect((await owner.get('/frameworks/ISO-42001-2023/requirements/6.1.9')).status).toBe(404)
  const spaced = await owner.get(`/frameworks/NIST-AI-RMF-1.0/requirements/${encodeURIComponent('GOVERN 1.1')}`)
  expect(spaced.body.ref).toBe('GOVERN 1.1')
})

test('search finds by number and by words, and says how many match', async () => {
  expect((await owner.get('/requirements?q=A.6.2.8')).body.items[0].ref).toBe('A.6.2.8')
  const many = (await owner.get('/requirements?q=policy&limit=2')).body
  expect(many.items).toHaveLength(2)
  expect(many.total).toBeGreaterThan(2)
})

test('a licensed text is seen by its organization alone, and can be taken out again', async () => {
  const at = '/frameworks/ISO-42001-2023/requirements/4.1'
  const refused = await owner.post('/frameworks/ISO-42001-2023/licensed-texts', {
    licence,
    texts: [{ ref: '4.9', body: 'x' }],
  })
  expect(refused.body.problems).toEqual([expect.objectContaining({ path: 'texts.0.ref' })])
  await owner.post('/frameworks/ISO-42001-2023/licensed-texts', {
    licence,
    texts: [{ ref: '4.1', body: 'Our licensed words' }],
  })
  expect((await owner.get(at)).body.licensedText).toMatchObject({ body: 'Our licensed words', licence })
  expect((await stranger.get(at)).body.licensedText).toBeNull()
  expect((await stranger.delete('/frameworks/ISO-42001-2023/licensed-texts/4.1')).status).toBe(404)
  expect((await owner.delete('/frameworks/ISO-42001-2023/licensed-texts/4.1')).status).toBe(200)
  expect((await owner.get(at)).body.licensedText).toBeNull()
})

test('only managers load texts', async () => {
  const contributor = await house.join(owner, ['contributor'])
  const refused = await contributor.post('/frameworks/ISO-42001-2023/licensed-texts', {
    licence,
    texts: [{ ref: '4.1', body: 'x' }],
  })
  expect(refused.status).toBe(403)
})
