import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { settled } from './watch.ts'

/**
 * Opens the first address of each kind, breadth first, and gives all of them back. The pages share the addresses of each depth; which
 * addresses are opened does not depend on which page is faster.
 */
export async function crawl(
  pages: readonly Page[],
  visit: (page: Page, address: string) => Promise<void>,
): Promise<string[]> {
  const kinds = new Set([kindOf('/')])
  const seen: string[] = []
  for (let depth = ['/']; depth.length > 0; ) {
    const links = await share(pages, depth, async (page, address) => {
      await page.goto(address)
      await settled(page)
      await visit(page, address)
      return await linksOn(page)
    })
    seen.push(...depth)
    depth = links.flat().filter((link) => isNew(kinds, kindOf(link)))
  }
  return seen
}

/** Does the work for each item on whichever page is free; the results in the order of the items. */
async function share<Item, Result>(
  pages: readonly Page[],
  items: readonly Item[],
  work: (page: Page, item: Item) => Promise<Result>,
): Promise<Result[]> {
  const waiting = items.map((item, place) => ({ item, place }))
  const results: Result[] = []
  const goOn = async (page: Page) => {
    for (let next = waiting.shift(); next; next = waiting.shift()) results[next.place] = await work(page, next.item)
  }
  await Promise.all(pages.map(goOn))
  return results
}

function isNew(known: Set<string>, one: string): boolean {
  const before = known.size
  return known.add(one).size > before
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
 * What is wrong with the page that is open: its outline, its width, and every barrier that axe finds. Everything is judged wide and
 * narrow; of the dark theme only the colours, since a theme changes nothing else.
 */
export async function lookAt(page: Page): Promise<string[]> {
  const found = await outline(page)
  await page.evaluate(axe.source)
  for (const { width, theme, rules } of looks) {
    await page.setViewportSize({ width, height: 900 })
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
    await page.locator(`html[data-mantine-color-scheme=${theme}]`).waitFor()
    await page.evaluate(drawn)
    if (await page.evaluate('document.documentElement.scrollWidth > innerWidth')) found.push(`is wider than ${width}`)
    const barriers = await page.evaluate<Barrier[]>(`axe.run(${JSON.stringify(rules)}).then(${whereBroken})`)
    found.push(...barriers.map(({ id, where }) => `breaks ${id} (${theme}, ${width}): ${where.join(' ')}`))
  }
  await page.setViewportSize({ width: 1280, height: 900 })
  await page.emulateMedia({ colorScheme: 'light' })
  return found
}

type Barrier = { id: string; where: string[] }

const looks = [
  { width: 1280, theme: 'light', rules: {} },
  { width: 1280, theme: 'dark', rules: { runOnly: ['color-contrast'] } },
  { width: 390, theme: 'light', rules: {} },
] as const

// Text, because the tests are not compiled with the types of a browser.
const drawn = `new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(() => drawn())))`
const whereBroken = `({ violations }) => violations.map(({ id, nodes }) => ({
  id,
  where: nodes.slice(0, 3).map(({ html, any }) => html.slice(0, 160) + ' (' + any.map(({ message }) => message).join(' ') + ')'),
}))`

async function outline(page: Page): Promise<string[]> {
  const found: string[] = []
  if ((await page.getByRole('heading', { level: 1 }).count()) !== 1) found.push('has not one h1')
  if ((await page.getByRole('main').count()) !== 1) found.push('has not one main part')
  if (!/.+ · Assay$/.test(await page.title())) found.push(`is titled “${await page.title()}”`)
  if ((await page.getByText('There is no such page').count()) > 0) found.push('does not exist')
  return found
}
