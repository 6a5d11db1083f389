import { parseArgs } from 'node:util'
import type { Command } from '../command.ts'

const usage = `assay screen --answers FILE [--json]

Does the organisation need ISO/IEC 42001? Reads the answers and prints classification, score, decision, every reason
for and against, and what would change the decision; for the organisation and for each AI system. Needs no server.

  --answers FILE  the answers, YAML or JSON ("-" reads standard input)
  --json          print the result as JSON; a refusal is {"problems": [{"path", "message"}]}, on standard error too

Exit code: 0 with a result, 2 when answers are missing, out of range, unknown or contradict each other.
`

const command: Command = {
  summary: 'whether ISO/IEC 42001 is needed, from a file of answers',
  usage,
  async run(argv, io) {
    const { values } = parseArgs({ args: argv, options: { answers: { type: 'string' }, json: { type: 'boolean' } } })
    const { screenFile } = await import('../screen/screen-file.ts')
    return await screenFile({ file: values.answers, json: values.json === true }, io)
  },
}

export default command
