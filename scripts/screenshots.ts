import { mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { openChromium } from '../test/journeys/chromium.ts'
import { signIn } from '../test/journeys/people.ts'
import { root, startServer } from '../test/journeys/server.ts'
import { settled, watch } from '../test/journeys/watch.ts'

/**
 * Makes the pictures of the README from the running product with its sample organization: `node scripts/screenshots.ts`. Exits 1
 * when one is larger than a reader of the README should load.
 */
const folder = join(root, 'docs/screenshots')
const limitKilobytes = 200
const aQuarterAgo = new Date(Date.now() - 91 * 86_400_000).toISOString().slice(0, 10)

type Picture = { name: string; open: (page: Page) => Promise<unknown> }

const pictures: Picture[] = [
  { name: 'home', open: (page) => page.goto('/') },
  { name: 'readiness', open: (page) => page.goto('/readiness') },
  { name: 'ai-systems', open: (page) => page.goto('/ai-systems') },
  { name: 'ai-system', open: (page) => openFirst(page, '/ai-systems', 'AI systems') },
  {
    name: 'screening',
    async open(page) {
      await page.goto('/screening')
      await page.getByRole('link', { name: 'Reasons, roles and systems' }).click()
      await page.getByText('Result for the organisation').waitFor()
    },
  },
  { name: 'as-of', open: (page) => page.goto(`/?asOf=${aQuarterAgo}`) },
]

const server = await startServer({ demo: true })
const browser = await openChromium()
try {
  if (!server.sample) throw new Error('the sample organization is not there')
  const context = await browser.newContext({
    baseURL: server.origin,
    viewport: { width: 1280, height: 800 },
    colorScheme: 'light',
    reducedMotion: 'reduce',
    locale: 'en-GB',
  })
  await watch(context, server.origin)
  const page = await context.newPage()
  await signIn(page, server.sample)
  mkdirSync(folder, { recursive: true })
  for (const { name, open } of pictures) {
    const path = join(folder, `${name}.png`)
    await open(page)
    await settled(page)
    await page.mouse.move(0, 0)
    await page.screenshot({ path })
    const kilobytes = statSync(path).size / 1000
    console.log(`docs/screenshots/${name}.png: ${kilobytes.toFixed(0)} kB`)
    if (kilobytes > limitKilobytes) process.exitCode = 1
  }
} finally {
  await browser.close()
  await server.stop()
}

async function openFirst(page: Page, list: string, label: string): Promise<void> {
  await page.goto(list)
  const link = page.getByRole('table', { name: label }).getByRole('link').first()
  const name = (await link.textContent()) ?? ''
  await link.click()
  await page.getByRole('heading', { level: 1, name }).waitFor()
}
