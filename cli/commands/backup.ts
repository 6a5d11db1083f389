import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { Command } from '../command.ts'
import { operate, progressTo } from '../operate.ts'

const usage = `assay backup FOLDER|FILE.tar.gz [--with-master-key]

Writes one consistent snapshot of this house: all records with their history, the logs, accounts, files, and the last
signed checkpoints. Assay may go on serving meanwhile. Any PostgreSQL of version 15 or newer can take it in.

  FOLDER             an existing folder (or a name ending in /) to put a dated file in; or name the FILE itself
  --with-master-key  let the master key travel with the backup. Without it the backup is of no use to whoever has not
                     got the key, and of no use to you when you have lost it: keep the key apart from the backups

Exit code: 0 written, 2 refused.
`

const command: Command = {
  summary: 'write a backup of this house',
  usage,
  async run(argv, io) {
    const { values, positionals } = parseArgs({
      args: argv,
      allowPositionals: true,
      options: { 'with-master-key': { type: 'boolean' } },
    })
    const [to, ...more] = positionals
    if (to === undefined || more.length > 0) {
      io.err(`assay backup: name one folder or file.\n\n${usage}`)
      return 2
    }
    return await operate('backup', io, async ({ backup }) => {
      const withMasterKey = values['with-master-key'] === true
      const target = to.endsWith('/') ? `${resolve(io.cwd, to)}/` : resolve(io.cwd, to)
      const done = await backup({ to: target, withMasterKey }, progressTo(io))
      const megabytes = (done.bytes / 1e6).toFixed(1)
      io.out(
        `${done.target}\n${done.rows} rows of ${done.tables} tables, ${done.files} files, ${done.logs.length} logs; ${megabytes} MB in ${done.seconds.toFixed(1)} s\n`,
      )
      if (!withMasterKey)
        io.out('The master key is not in it. Keep that apart, and keep it: the backup cannot be restored without it.\n')
      return 0
    })
  },
}

export default command
