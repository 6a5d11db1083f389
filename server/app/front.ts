import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Config } from '#platform/config.ts'

/** Answers at the address while the house is being put together, or when it could not be. */
export type Front = {
  port: number
  /** why nothing else is answered, in words */
  say(words: string): void
  close(): Promise<void>
}

/** Takes the address at once: who waits hears what is being done, and a port in use is told before anything is begun. */
export async function openFront(config: Pick<Config, 'bind' | 'port'>): Promise<Front> {
  let words = 'Assay is starting.'
  const server = createServer((request, response) => {
    const live = request.url === '/health/live'
    const status = live ? 200 : 503
    const wantsPage = request.headers.accept?.includes('text/html') ?? false
    response.setHeader('Cache-Control', 'no-store')
    if (!live) response.setHeader('Retry-After', '2')
    if (wantsPage) response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' }).end(`${words}\n`)
    else {
      const body = live ? { status: 'live' } : { status: 'not-ready', reasons: [words] }
      response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body))
    }
  })
  await listen(server, config)
  const { port } = server.address() as AddressInfo
  return {
    port,
    say(said) {
      words = said
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function listen(server: Server, { bind, port }: Pick<Config, 'bind' | 'port'>): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, bind, () => {
      server.off('error', reject)
      resolve()
    })
  })
}
