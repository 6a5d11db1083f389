import { parseArgs } from 'node:util'
import type { Command } from '../command.ts'
import { operate, progressTo } from '../operate.ts'

const usage = `assay reset-password EMAIL [--remove-second-factor]

Prints a one-time link with which the person of this address chooses a new password. For whoever runs the machine, where
nobody else can help: the only owner has forgotten theirs, or a person works in several organizations. Assay may go on
serving meanwhile. The link works once, within an hour; using it ends every session of the person. The audit trail of
each organization that the account opens records that it was made, and that it was used.

  --remove-second-factor  the second factor goes with the old password, once the link is used; for whoever has lost the
                          phone and the backup codes. Make sure that it is them

Exit code: 0 printed, 2 refused.
`

const command: Command = {
  summary: 'print a one-time link to a new password',
  usage,
  async run(argv, io) {
    const { values, positionals } = parseArgs({
      args: argv,
      allowPositionals: true,
      options: { 'remove-second-factor': { type: 'boolean' } },
    })
    const [email, ...more] = positionals
    if (email === undefined || more.length > 0) {
      io.err(`assay reset-password: name one address.\n\n${usage}`)
      return 2
    }
    return await operate('reset-password', io, async ({ resetPassword }) => {
      const removesSecondFactor = values['remove-second-factor'] === true
      const { link, expiresAt } = await resetPassword({ email, removesSecondFactor }, progressTo(io))
      io.out(`${link}\n`)
      io.err(`It works once, until ${expiresAt.toISOString().slice(0, 16).replace('T', ' ')} UTC.\n`)
      return 0
    })
  },
}

export default command
