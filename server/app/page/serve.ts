import { existsSync, statSync } from 'node:fs'
import { join, normalize } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { Http } from '#platform/http/http.ts'

/**
 * Serves the built page: files by their path, and the page itself at every address that is no file, since it has routes
 * of its own. What carries a hash in its name may be kept for ever; the page itself is asked for each time.
 */
export async function servePage(app: Http, folder: string): Promise<void> {
  await app.register(fastifyStatic, { root: folder, serve: false, preCompressed: true, cacheControl: false })
  app.get('/*', { logLevel: 'warn' }, (request, reply) => {
    const path = normalize(new URL(request.url, 'http://page').pathname).slice(1)
    if (path !== '' && isFile(join(folder, path))) {
      const hashed = path.startsWith('assets/')
      reply.header('Cache-Control', hashed ? 'public, max-age=31536000, immutable' : 'public, max-age=3600')
      return reply.sendFile(path)
    }
    const wantsPage = request.headers.accept?.includes('text/html') ?? false
    if (!wantsPage || path.startsWith('api/') || !existsSync(join(folder, 'index.html'))) return reply.callNotFound()
    return reply.header('Cache-Control', 'no-cache').sendFile('index.html')
  })
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false
}
