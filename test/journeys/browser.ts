import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest'
import { openChromium } from './chromium.ts'
import { copySample } from './sample.ts'
import { type Server, startServer } from './server.ts'
import { type Watch, watch } from './watch.ts'

export type Visitor = { page: Page; context: BrowserContext; watch: Watch }
export type VisitorOptions = { width?: number; theme?: 'light' | 'dark' }

/** How long a page may take on a machine that does something else too; nothing is judged by it. */
const patience = 60_000

/**
 * A server (with an empty database, or with the sample organization) and a browser for the tests of one file. Every visitor is watched: a test fails when a page that it
 * opened asked another host, said an error, threw, or broke the content security policy.
 */
export function openHouse({ sample = false } = {}): {
  server(): Server
  visitor(options?: VisitorOptions): Promise<Visitor>
} {
  let server: Server | undefined
  let browser: Browser | undefined
  const visitors: Visitor[] = []
  const folder = mkdtempSync(join(tmpdir(), 'assay-journey-'))
  const startSample = async () => {
    await copySample(inject('sample'), folder)
    return await startServer({ demo: true, data: folder })
  }
  beforeAll(async () => {
    ;[server, browser] = await Promise.all([sample ? startSample() : startServer(), openChromium()])
  })
  afterEach(() => {
    expect(visitors.flatMap(({ watch: { complaints } }) => complaints.splice(0))).toEqual([])
  })
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
    rmSync(folder, { recursive: true, force: true })
  })
  const running = () => {
    if (!server) throw new Error('the server is not there before the first test')
    return server
  }
  return {
    server: running,
    async visitor({ width = 1280, theme = 'light' } = {}) {
      if (!browser) throw new Error('the browser is not there before the first test')
      const context = await browser.newContext({
        baseURL: running().origin,
        viewport: { width, height: width < 600 ? 844 : 900 },
        colorScheme: theme,
        locale: 'en-GB',
        timezoneId: 'Europe/Berlin',
        acceptDownloads: true,
      })
      context.setDefaultTimeout(patience)
      const watching = await watch(context, running().origin)
      const visitor = { page: await context.newPage(), context, watch: watching }
      visitors.push(visitor)
      return visitor
    },
  }
}
