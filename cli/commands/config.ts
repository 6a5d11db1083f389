import { parseArgs } from 'node:util'
import type { Command } from '../command.ts'
import { operate } from '../operate.ts'

const usage = `assay config [--json]

Prints every setting with its value here and what it means. Secrets are withheld.

Exit code: 0 printed, 2 when a setting cannot be used.
`

const command: Command = {
  summary: 'print all settings, without secrets',
  usage,
  async run(argv, io) {
    const { values } = parseArgs({ args: argv, options: { json: { type: 'boolean' } } })
    return await operate('config', io, async ({ describeConfig }) => {
      const settings = describeConfig(io.env)
      if (values.json) io.out(`${JSON.stringify(settings)}\n`)
      else for (const { name, value, meaning } of settings) io.out(`${name} = ${value}\n    ${meaning}\n`)
      return await Promise.resolve(0)
    })
  },
}

export default command
