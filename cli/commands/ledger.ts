import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { text } from 'node:stream/consumers'
import { parseArgs } from 'node:util'
import type { Command, Io } from '../command.ts'
import { operate, progressTo } from '../operate.ts'

const usage = `assay ledger check CHECKPOINT [--url URL] [--json]

Shows whether a checkpoint that you kept is consistent with the log of today: the same entries in the same order, and only
more of them since. The log is recomputed from its content.

  CHECKPOINT  the file of a signed note, as /api/v1/log/checkpoint gave it ("-" reads standard input)
  --url URL   ask the server at URL; the environment variable ASSAY_TOKEN holds an API key. Without it the house of this
              machine is read
  --json      print {outcome, words, size, newest, proof}

Exit code: 0 consistent, 1 not, 2 refused.
`

type Answer = { outcome: string; words: string }

const command: Command = {
  summary: 'check a kept checkpoint against the log of today',
  usage,
  async run(argv, io) {
    const { values, positionals } = parseArgs({
      args: argv,
      allowPositionals: true,
      options: { url: { type: 'string' }, json: { type: 'boolean' } },
    })
    const [verb, file, ...more] = positionals
    if (verb !== 'check' || file === undefined || more.length > 0) {
      io.err(`assay ledger: say "check" and name one file.\n\n${usage}`)
      return 2
    }
    const note = await readNote(file, io)
    if (note === null) return 2
    if (values.url !== undefined) return tell(await ask(values.url, note, io), values.json === true, io)
    return await operate('ledger', io, async ({ checkLedger }) =>
      tell(await checkLedger(note, progressTo(io)), values.json === true, io),
    )
  },
}

async function readNote(file: string, io: Io): Promise<string | null> {
  try {
    const content = file === '-' ? await text(io.stdin) : await readFile(resolve(io.cwd, file), 'utf8')
    // The file that Assay itself keeps has the public key before the note.
    return content.replace(/^[^\n]+\+[0-9a-f]{8}\+[^\n]+\n\n/, '')
  } catch (cause) {
    io.err(`assay ledger: ${file} cannot be read (${cause instanceof Error ? cause.message : String(cause)}).\n`)
    return null
  }
}

async function ask(url: string, checkpoint: string, io: Io): Promise<Answer | null> {
  const { ApiProblem, createClient } = await import('@assay/sdk')
  try {
    const token = io.env['ASSAY_TOKEN']
    const headers = token ? { authorization: `Bearer ${token}` } : {}
    const api = createClient({ baseUrl: new URL('/api/v1', url).href, headers })
    return await api.post<Answer>('/log/check', { checkpoint })
  } catch (cause) {
    io.err(`assay ledger: ${cause instanceof ApiProblem ? cause.detail : `${url} does not answer.`}\n`)
    return null
  }
}

function tell(answer: Answer | null, json: boolean, io: Io): number {
  if (answer === null) return 2
  io.out(json ? `${JSON.stringify(answer)}\n` : `${answer.outcome}: ${answer.words}\n`)
  return answer.outcome === 'consistent' ? 0 : 1
}

export default command
