import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { settled } from './watch.ts'

/** Opens the first address of each kind, breadth first, and gives all of them back. */
export async function crawl(page: Page, visit: (address: string) => Promise<void>): Promise<string[]> {
  const kinds = new Set([kindOf('/')])
  const waiting = ['/']
  const seen: string[] = []
  for (let address = waiting.shift(); address !== undefined; address = waiting.shift()) {
    await page.goto(address)
    await settled(page)
    await visit(address)
    seen.push(address)
    for (const link of await linksOn(page)) {
      const kind = kindOf(link)
      if (kinds.has(kind)) continue
      kinds.add(kind)
      waiting.push(link)
    }
  }
  return seen
}

async function linksOn(page: Page): Promise<string[]> {
  const hrefs = await page
    .locator('a[href^="/"]')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
  return hrefs.filter((href) => !href.startsWith('/api/'))
}

/** Addresses that differ only in which record they show are of one kind; of the parameters only their names count. */
function kindOf(address: string): string {
  const { pathname, searchParams } = new URL(address, 'http://page')
  const path = pathname.split('/').map((part) => (/\d/.test(part) ? '*' : part))
  return `${path.join('/')}?${[...searchParams.keys()].toSorted().join()}`
}

/**
 * What is wrong with the page that is open: its outline, its width, and every barrier that axe finds. Colours are judged in each
 * theme and width, all else once wide and once narrow, since a theme changes nothing but colours.
 */
export async function lookAt(page: Page): Promise<string[]> {
  const found = await outline(page)
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 900 })
    if (await page.evaluate('document.documentElement.scrollWidth > innerWidth')) found.push(`is wider than ${width}`)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      const axe = new AxeBuilder({ page }).setLegacyMode()
      if (colorScheme === 'dark') axe.withRules(['color-contrast'])
      const { violations } = await axe.analyze()
      for (const { id, nodes } of violations) {
        const where = nodes.slice(0, 3).map(({ html }) => html.slice(0, 160))
        found.push(`breaks ${id} (${colorScheme}, ${width}): ${where.join(' ')}`)
      }
    }
  }
  await page.setViewportSize({ width: 1280, height: 900 })
  await page.emulateMedia({ colorScheme: 'light' })
  return found
}

async function outline(page: Page): Promise<string[]> {
  const found: string[] = []
  if ((await page.getByRole('heading', { level: 1 }).count()) !== 1) found.push('has not one h1')
  if ((await page.getByRole('main').count()) !== 1) found.push('has not one main part')
  if (!/.+ · Assay$/.test(await page.title())) found.push(`is titled “${await page.title()}”`)
  if ((await page.getByText('There is no such page').count()) > 0) found.push('does not exist')
  return found
}
