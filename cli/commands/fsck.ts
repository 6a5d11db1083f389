import { parseArgs } from 'node:util'
import type { Command } from '../command.ts'
import { operate, progressTo } from '../operate.ts'

const usage = `assay fsck [--json]

Recomputes everything from content: every entry of every log, every version of every record, tiles, checkpoints, keys and
files, and names what is not as it was recorded. Reads one snapshot; Assay may go on serving meanwhile.

It proves that nothing has changed since it was recorded, never that it is true. A log whose every copy and every checkpoint
was rewritten alike looks whole: "assay ledger check" with a checkpoint kept elsewhere tells.

  --json  print {findings: [{organization, what, table, row, seq, words}], organizations, entries, versions, blobs, seconds}

Exit code: 0 whole, 1 something is not as it was recorded, 2 refused.
`

const command: Command = {
  summary: 'recompute everything and name what was changed',
  usage,
  async run(argv, io) {
    const { values } = parseArgs({ args: argv, options: { json: { type: 'boolean' } } })
    return await operate('fsck', io, async ({ fsck }) => {
      const report = await fsck(progressTo(io))
      const { findings, organizations, entries, versions, blobs, seconds } = report
      if (values.json) io.out(`${JSON.stringify(report)}\n`)
      else {
        for (const { organization, what, table, row, seq, words } of findings) {
          io.out(`${organization} ${what} ${table} ${row ?? '-'} entry ${seq ?? '-'}: ${words}\n`)
        }
        const checked = `${organizations} organizations, ${entries} entries, ${versions} versions, ${blobs} files in ${seconds.toFixed(1)} s`
        io.out(
          `${findings.length === 0 ? 'Everything is as it was recorded' : `${findings.length} findings`}: ${checked}\n`,
        )
      }
      return findings.length === 0 ? 0 : 1
    })
  },
}

export default command
