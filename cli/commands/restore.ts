import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { Command } from '../command.ts'
import { operate, progressTo } from '../operate.ts'

const usage = `assay restore FILE.tar.gz

Takes a backup into an empty data folder (ASSAY_DATA) or an empty database (DATABASE_URL), brings it to this release, and
checks everything. The master key that the backup was made under must be in its place (ASSAY_MASTER_KEY, or
keys/master.key in the data folder), unless it travelled with the backup.

Where the folder still has a checkpoints/ that covers more than the backup does, the log goes on under a new origin, and its
next entry says what was lost. Nobody stays signed in.

Exit code: 0 restored and whole, 1 restored and something is not as it was recorded, 2 refused.
`

const command: Command = {
  summary: 'take a backup into an empty house',
  usage,
  async run(argv, io) {
    const { positionals } = parseArgs({ args: argv, allowPositionals: true })
    const [source, ...more] = positionals
    if (source === undefined || more.length > 0) {
      io.err(`assay restore: name one file.\n\n${usage}`)
      return 2
    }
    return await operate('restore', io, async ({ restoreBackup }) => {
      const { restored, checked } = await restoreBackup(resolve(io.cwd, source), progressTo(io))
      io.out(
        `${restored.rows} rows of ${restored.tables} tables, ${restored.files} files, ${restored.logs.length} logs in ${restored.seconds.toFixed(1)} s\n`,
      )
      for (const { organization, what, table, row, seq, words } of checked.findings) {
        io.out(`${organization} ${what} ${table} ${row ?? '-'} entry ${seq ?? '-'}: ${words}\n`)
      }
      io.out(
        checked.findings.length === 0
          ? 'Everything is as it was recorded.\n'
          : `${checked.findings.length} findings.\n`,
      )
      return checked.findings.length === 0 ? 0 : 1
    })
  },
}

export default command
