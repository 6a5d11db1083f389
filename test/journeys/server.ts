import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../..', import.meta.url))

/** The product as `npm start` runs it: its own process, its own database, a free port. */
export type Server = {
  origin: string
  setUpLink: string
  /** who signs in to the sample organization, where the server was started with it */
  sample: { email: string; password: string } | null
  /** Ends it as Ctrl-C does, and throws when it does not end in order. */
  stop(): Promise<void>
}

const startWithin = 120_000

export type ServerOptions = {
  /** with the sample organization */
  demo?: boolean
  /** a data folder that stays when the server has stopped; otherwise an empty one that goes with it */
  data?: string
}

export async function startServer({ demo = false, data: kept }: ServerOptions = {}): Promise<Server> {
  const data = kept ?? mkdtempSync(join(tmpdir(), 'assay-journey-'))
  const child = spawn(process.execPath, ['server/app/main.ts', ...(demo ? ['--demo'] : [])], {
    cwd: root,
    env: { ...process.env, ASSAY_DATA: data, ASSAY_PORT: '0', ASSAY_LOG: 'warn', NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said = listen(child)
  const tidy = () => {
    if (kept === undefined) rmSync(data, { recursive: true, force: true })
  }
  try {
    const [origin = ''] = await said.wait(/^Assay is at (\S+)$/m)
    const [setUpLink = ''] = await said.wait(/^Set it up at (\S+)$/m)
    const [, email, password] = /sign in as (\S+) with the password (\S+)/.exec(said.all()) ?? []
    return {
      origin,
      setUpLink,
      sample: email !== undefined && password !== undefined ? { email, password } : null,
      async stop() {
        child.kill('SIGINT')
        if (child.exitCode === null) await once(child, 'exit')
        tidy()
        if (child.exitCode !== 0) throw new Error(`the server ended with ${child.exitCode}:\n${said.all()}`)
      },
    }
  } catch (cause) {
    child.kill('SIGKILL')
    tidy()
    throw cause
  }
}

/** What a process says, and a way to wait for words in it. */
function listen(child: ChildProcess): { all(): string; wait(words: RegExp): Promise<string[]> } {
  let text = ''
  const waiting = new Set<() => void>()
  const hear = (chunk: Buffer) => {
    text += chunk.toString()
    for (const look of waiting) look()
  }
  child.stdout?.on('data', hear)
  child.stderr?.on('data', hear)
  return {
    all: () => text,
    wait: (words) =>
      new Promise((resolve, reject) => {
        const end = (settle: () => void) => {
          waiting.delete(look)
          clearTimeout(late)
          settle()
        }
        const look = () => {
          const found = words.exec(text)
          if (found) end(() => resolve(found.slice(1)))
        }
        const fail = (why: string) => end(() => reject(new Error(`${why}, it said:\n${text}`)))
        const late = setTimeout(() => fail(`the server did not say ${words} in time`), startWithin)
        child.once('exit', (code) => fail(`the server ended with ${code}`))
        waiting.add(look)
        look()
      }),
  }
}
