import type { BrowserContext, Page, Request } from 'playwright-core'

/** What no page may do while a journey goes on. */
export type Watch = {
  /** everything that was wrong so far; empty when the pages behaved */
  complaints: string[]
  /** requests of the API since the last call, as `GET /api/v1/session` */
  takeRequests(): string[]
  /** an answer that the journey provokes on purpose: browsers report refused requests as errors */
  expectRefusal(status: number, path: RegExp): void
}

/**
 * Listens to every page of a context: no request may leave the server's own address, nothing may be said on the console as an error,
 * no script may throw, and nothing may break the content security policy.
 */
export async function watch(context: BrowserContext, origin: string): Promise<Watch> {
  const complaints: string[] = []
  const expected: { status: number; path: RegExp }[] = [{ status: 401, path: /\/api\/v1\/session$/ }]
  let requests: string[] = []
  context.on('request', (request) => {
    begin(request)
    if (leaves(request, origin)) complaints.push(`a page asks ${request.url()}`)
    const { pathname } = new URL(request.url())
    if (pathname.startsWith('/api/')) requests.push(`${request.method()} ${pathname}`)
  })
  const over = (request: Request) => underWayOn(request)?.delete(request)
  context.on('requestfinished', over)
  context.on('requestfailed', over)
  context.on('console', (message) => {
    if (message.type() !== 'error') return
    const [, status] = /status of (\d+)/.exec(message.text()) ?? []
    const { pathname } = urlOf(message.location().url)
    if (expected.some((one) => String(one.status) === status && one.path.test(pathname))) return
    complaints.push(`${at(message.page())} says “${message.text()}” (${pathname})`)
  })
  context.on('weberror', (error) => {
    complaints.push(`${at(error.page())} throws ${error.error().stack ?? error.error().message}`)
  })
  context.on('page', (page) => {
    underWay.set(page, new Set())
    page.on('websocket', (socket) => complaints.push(`${at(page)} opens ${socket.url()}`))
    // what becomes a file on the visitor's disk is no part of the page, and its request is never said to be over
    page.on('download', (file) => forget(page, file.url()))
  })
  await context.addInitScript({ content: tellViolations })
  return {
    complaints,
    takeRequests() {
      const taken = requests
      requests = []
      return taken
    },
    expectRefusal: (status, path) => expected.push({ status, path }),
  }
}

// Text, because the tests are not compiled with the types of a browser.
const tellViolations = `document.addEventListener('securitypolicyviolation', (it) =>
  console.error('breaks ' + it.violatedDirective + ' with ' + it.blockedURI + ' in ' + it.sourceFile))`

function at(page: Page | null): string {
  return page ? urlOf(page.url()).pathname : 'a page'
}

function leaves(request: Request, origin: string): boolean {
  const { protocol, origin: asked } = new URL(request.url())
  return asked !== origin && !['data:', 'blob:', 'about:'].includes(protocol)
}

function urlOf(url: string): { pathname: string } {
  return URL.canParse(url) ? new URL(url) : { pathname: url }
}

const underWay = new WeakMap<Page, Set<Request>>()

function begin(request: Request): void {
  const requests = underWayOn(request)
  // what the page before asked for ends with that page, and nobody says so
  if (request.isNavigationRequest() && request.frame().parentFrame() === null) requests?.clear()
  requests?.add(request)
}

function forget(page: Page, url: string): void {
  const requests = underWay.get(page)
  for (const request of requests ?? []) if (request.url() === url) requests?.delete(request)
}

/** The requests of a page that have no end yet; undefined for what no page asked for. */
function underWayOn(request: Request): Set<Request> | undefined {
  return request.serviceWorker() ? undefined : underWay.get(request.frame().page())
}

/**
 * Waits until a watched page shows what it was asked for: its main part is there, nothing is loading, no request is under way, and
 * its thread has come to rest without asking for more.
 */
export async function settled(page: Page): Promise<void> {
  const requests = underWay.get(page)
  if (!requests) throw new Error('only a page that was opened under watch is known to have settled')
  let rested = false
  while (!rested || requests.size > 0 || (await page.locator('[aria-busy="true"]').count()) > 0) {
    await page.locator('main').waitFor()
    await page.waitForLoadState('load')
    await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' })
    rested = await restedOn(page)
  }
}

/** False where the page went elsewhere meanwhile: then all that was waited for was of the page before. */
async function restedOn(page: Page): Promise<boolean> {
  try {
    await page.evaluate(rest)
    return true
  } catch (error) {
    if (error instanceof Error && error.message.includes('Execution context was destroyed')) return false
    throw error
  }
}

// Idle, and idle again a little later: a script that has just arrived is compiled beside the thread before it asks for more.
const rest = `new Promise((done) => requestIdleCallback(() => setTimeout(() => requestIdleCallback(done), 100)))`
