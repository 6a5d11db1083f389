import { fileURLToPath } from 'node:url'
import { spawn } from 'node:child_process'
import { parseArgs } from 'node:util'
import type { Command } from '../command.ts'

const usage = `assay start [--demo]

Starts Assay: its database, its API and its page. Ctrl-C stops it and leaves no process behind.

  --demo  fill an empty house with a sample organization, marked as such and removable

Exit code: 0 stopped, 1 could not start.
`

const command: Command = {
  summary: 'start Assay on this machine',
  usage,
  async run(argv) {
    parseArgs({ args: argv, options: { demo: { type: 'boolean' } } })
    // Beside the server's one door for the command line, which would load all of it into this process too.
    const main = fileURLToPath(new URL('main.ts', import.meta.resolve('@assay/server/app/operate.ts')))
    const child = spawn(process.execPath, [main, ...argv], { stdio: 'inherit' })
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      // The terminal sends Ctrl-C to the child as well.
      process.on(signal, () => void (signal === 'SIGINT' && process.stdin.isTTY ? undefined : child.kill(signal)))
    }
    return await new Promise((resolve, reject) => {
      child.once('error', reject)
      child.once('exit', (code) => resolve(code ?? 1))
    })
  },
}

export default command
