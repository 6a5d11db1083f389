import { gzipSync } from 'node:zlib'
import { beforeAll, describe, expect, test } from 'vitest'
import { openHouse, type Visitor } from './browser.ts'
import { crawl, lookAt } from './crawl.ts'
import { furnish } from './furnish.ts'
import { signIn } from './people.ts'
import { settled } from './watch.ts'

const house = openHouse({ sample: true })

/** Every page that can be reached from the navigation of the sample organization, one of each kind. */
describe('every page', () => {
  let visitors: Visitor[]

  beforeAll(async () => {
    visitors = [await house.visitor(), await house.visitor()]
    const { sample } = house.server()
    if (!sample) throw new Error('the sample organization is not there')
    for (const { page } of visitors) await signIn(page, sample)
    if (visitors[0]) await furnish(visitors[0].page)
  })

  test('has one title, one main part and no barrier, in both themes, wide and narrow', {
    timeout: 900_000,
  }, async () => {
    const found: string[] = []
    const pages = visitors.map(({ page }) => page)
    const seen = await crawl(pages, async (page, address) => {
      found.push(...(await lookAt(page)).map((problem) => `${address} ${problem}`))
    })
    found.push(...visitors.flatMap(({ watch }) => watch.complaints.splice(0)))
    expect(found).toEqual([])
    expect(seen.length).toBeGreaterThan(40)
  })

  test('is light at first: Home asks the API at most six times and its scripts weigh less than 200 kB', async () => {
    const { page, watch } = await house.visitor()
    const { sample } = house.server()
    if (sample) await signIn(page, sample)
    await settled(page)
    const scripts = new Map<string, number>()
    watch.takeRequests()
    page.on('response', async (response) => {
      if (response.request().resourceType() === 'script') {
        scripts.set(response.url(), gzipSync(await response.body()).length)
      }
    })
    await page.goto('/')
    await settled(page)
    const asked = watch.takeRequests()
    expect(asked.length, asked.join(', ')).toBeLessThanOrEqual(6)
    expect(scripts.size).toBeGreaterThan(0)
    expect([...scripts.values()].reduce((sum, bytes) => sum + bytes, 0)).toBeLessThan(200_000)
  })
})
