import { spawn } from 'node:child_process'
import { existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { compressFolder } from './compress.ts'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const web = join(root, 'web')
/** What the page is made of; a change in any of them makes the built one old. */
const sources = [
  'web/app',
  'web/rooms',
  'web/ui',
  'web/messages',
  'web/public',
  'web/index.html',
  'web/vite.config.ts',
  'sdk',
]

export const builtPage = join(web, 'dist')

export class PageRefusal extends Error {
  override name = 'PageRefusal'
}

/**
 * Makes sure that the built page is there and as new as its sources. A release carries the page without its sources, and
 * is served as it is. Throws PageRefusal where there is no page and none can be built.
 */
export async function preparePage(progress: (line: string) => void): Promise<void> {
  const built = existsSync(join(builtPage, 'index.html'))
  if (built && !isOld()) return
  if (!existsSync(join(web, 'index.html')) || !viteBinary()) {
    if (built) return
    throw new PageRefusal(
      'The page was never built, and what builds it is not installed. Run npm ci, then start again.',
    )
  }
  progress('Building the page…')
  const draft = join(web, `dist.${process.pid}`)
  try {
    await runVite(draft)
    await compressFolder(draft)
    replace(draft)
  } catch (cause) {
    if (!built || !(cause instanceof PageRefusal)) throw cause
    progress(`${cause.message}\nThe page that was built earlier is served instead.`)
  } finally {
    rmSync(draft, { recursive: true, force: true })
  }
}

function isOld(): boolean {
  const made = statSync(join(builtPage, 'index.html')).mtimeMs
  return sources.some((source) => newestIn(join(root, source)) > made)
}

function newestIn(path: string): number {
  const found = statSync(path, { throwIfNoEntry: false })
  if (!found) return 0
  if (!found.isDirectory()) return found.mtimeMs
  const names = readdirSync(path).filter((name) => name !== 'node_modules')
  return Math.max(0, ...names.map((name) => newestIn(join(path, name))))
}

function viteBinary(): string | null {
  try {
    return join(createRequire(import.meta.url).resolve('vite/package.json'), '..', 'bin', 'vite.js')
  } catch {
    return null
  }
}

/** In a process of its own, so that the memory of building is not the server's. */
async function runVite(outDir: string): Promise<void> {
  const binary = viteBinary()
  if (!binary) throw new PageRefusal('Vite is not installed. Run npm ci.')
  const args = [binary, 'build', web, '--outDir', outDir, '--logLevel', 'error']
  const child = spawn(process.execPath, args, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    // whatever the operator's shell says: the libraries' builds for development are twice as heavy and slower
    env: { ...process.env, NODE_ENV: 'production', NO_COLOR: '1' },
  })
  let said = ''
  const listen = (chunk: Buffer) => {
    said += chunk.toString()
  }
  child.stdout.on('data', listen)
  child.stderr.on('data', listen)
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  if (code !== 0) throw new PageRefusal(`The page cannot be built:\n${said.split(/\n\s+at /)[0]?.trim()}`)
}

/** The new page takes the place of the old one at once; a process that serves finds either. */
function replace(draft: string): void {
  const former = join(web, `dist.${process.pid}.former`)
  if (existsSync(builtPage)) renameSync(builtPage, former)
  renameSync(draft, builtPage)
  rmSync(former, { recursive: true, force: true })
}
