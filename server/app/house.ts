import { flushCompileCache } from 'node:module'
import { inspect, parseArgs } from 'node:util'
import { readConfig } from '#platform/config.ts'
import { openingLines } from './opening-lines.ts'
import { refusalWords } from './refusal-words.ts'
import { serve, type Serving } from './serve.ts'

const usage = `npm start [-- --demo] [--without-page]

Starts Assay: its database, its API and its page. Ctrl-C stops it and leaves no process behind.

  --demo          fill an empty house with a sample organization, marked as such and removable
  --without-page  serve the API alone

Settings come from the environment; "npx assay config" prints them all.`

/** Somebody stopped the house before it was open. */
class Stopped extends Error {}

const say = (line: string) => void process.stdout.write(`${line}\n`)

try {
  const { values } = parseArgs({
    options: {
      demo: { type: 'boolean' },
      'without-page': { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
  })
  if (values.help) say(usage)
  else await run({ demo: values.demo === true, withoutPage: values['without-page'] === true })
} catch (cause) {
  if (cause instanceof Stopped) process.exit(0)
  const { bind, port } = portOf()
  const words = refusalWords(cause, { bind, port }) ?? argumentWords(cause)
  process.stderr.write(`${words === null ? inspect(cause) : `Assay cannot start. ${words}`}\n`)
  process.exit(1)
}

async function run(wishes: { demo: boolean; withoutPage: boolean }): Promise<void> {
  const config = readConfig()
  const stopping = watchSignals()
  const starting = new AbortController()
  void stopping.first.then(() => starting.abort(new Stopped()))
  const serving = await serve({ ...wishes, config, progress: say, signal: starting.signal })
  for (const line of openingLines(serving)) say(line)
  // Kept now and not at the end, which a process that is killed has none of.
  flushCompileCache()
  await stopping.first
  say('Stopping… (Ctrl-C again to stop without waiting for open requests)')
  void stopping.second.then(() => abandon(serving))
  await serving.stop()
  say('Stopped.')
  process.exit(serving.refused === null ? 0 : 1)
}

async function abandon(serving: Serving): Promise<never> {
  await serving.abandon().catch(() => undefined)
  process.exit(130)
}

/**
 * The first signal ends the house in order, a second one at once. npm hands a Ctrl-C on that the terminal has sent us
 * already, so what follows within a second is the same one.
 */
function watchSignals(): { first: Promise<void>; second: Promise<void> } {
  let since: number | undefined
  let [tellFirst, tellSecond]: (() => void)[] = []
  const first = new Promise<void>((resolve) => {
    tellFirst = resolve
  })
  const second = new Promise<void>((resolve) => {
    tellSecond = resolve
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (since !== undefined && Date.now() - since > 1000) tellSecond?.()
      since ??= Date.now()
      tellFirst?.()
    })
  }
  return { first, second }
}

function portOf(): { bind: string; port: number } {
  try {
    return readConfig()
  } catch {
    return { bind: '', port: 0 }
  }
}

function argumentWords(cause: unknown): string | null {
  const isArgument = cause instanceof Error && 'code' in cause && String(cause.code).startsWith('ERR_PARSE_ARGS')
  return isArgument ? `${cause.message}\n\n${usage}` : null
}
