import { parseArgs } from 'node:util'
import type { Command } from '../command.ts'

const usage = `assay scan FOLDER [--json] [--push URL] [--include-vendored] [--exclude PATH]... [--max-bytes N]

Reads a code tree and tells where it uses AI, in JavaScript, TypeScript and Python: imports, manifests, endpoints of model
services, model files, training, prompts, agents and datasets, each with file, line and the text that shows it. Runs
offline; keys and passwords in the shown lines are masked.

  --json              print the scan as JSON
  --push URL          send it to the server at URL, into the queue of discovered systems; the environment variable
                      ASSAY_TOKEN holds an API key
  --include-vendored  read installed and built folders too (node_modules, dist, build, venv, ...)
  --exclude PATH      leave out a path below FOLDER, or every file and folder of that name; may be repeated
  --max-bytes N       leave a text larger than N bytes unread and say so (5000000)

Exit code: 0 scanned; 1 scanned, but something could not be read or the server did not take it; 2 refused arguments.
`

const command: Command = {
  summary: 'where a code tree uses AI, with file and line',
  usage,
  async run(argv, io) {
    const { values, positionals } = parseArgs({
      args: argv,
      allowPositionals: true,
      options: {
        json: { type: 'boolean' },
        push: { type: 'string' },
        'include-vendored': { type: 'boolean' },
        exclude: { type: 'string', multiple: true },
        'max-bytes': { type: 'string' },
      },
    })
    const json = values.json === true
    const maxBytes = values['max-bytes'] === undefined ? undefined : Number(values['max-bytes'])
    if (positionals.length > 1 || (maxBytes !== undefined && !(Number.isSafeInteger(maxBytes) && maxBytes > 0))) {
      io.err(
        `assay scan: ${positionals.length > 1 ? 'one folder at a time' : '--max-bytes takes a whole number above 0'}\n\n${usage}`,
      )
      return 2
    }
    const { runScan } = await import('../scan/run.ts')
    return await runScan(
      {
        folder: positionals[0],
        json,
        push: values.push,
        includeVendored: values['include-vendored'] === true,
        exclude: values.exclude ?? [],
        ...(maxBytes === undefined ? {} : { maxTextBytes: maxBytes }),
      },
      io,
    )
  },
}

export default command
