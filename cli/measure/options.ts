import { parseArgs } from 'node:util'

/** What is told, and where: a file, or standard output where that is null. */
export type Told = { format: 'json' | 'html' | 'markdown' | 'sarif'; file: string | null }

export type MeasureOptions = {
  kind: string | undefined
  files: string[]
  values: ReturnType<typeof valuesOf>['values']
  told: Told[]
}

const formats = ['json', 'html', 'markdown', 'sarif'] as const
const text = { type: 'string' } as const
const texts = { type: 'string', multiple: true } as const
const flag = { type: 'boolean' } as const

/** Reads the command line. `--html` alone is for standard output, `--html=FILE` for a file, which `parseArgs` cannot say. */
export function optionsOf(argv: string[]): MeasureOptions {
  const told: Told[] = []
  const rest = argv.filter((argument) => {
    const found = formats.find((it) => argument === `--${it}` || argument.startsWith(`--${it}=`))
    if (found === undefined) return true
    const file = argument.slice(`--${found}=`.length)
    told.push({ format: found, file: argument === `--${found}` || file === '' ? null : file })
    return false
  })
  const { values, positionals } = valuesOf(rest)
  const [kind, ...files] = positionals
  return { kind, files, values, told }
}

function valuesOf(args: string[]) {
  return parseArgs({
    args,
    allowPositionals: true,
    options: {
      plan: text,
      label: text,
      prediction: text,
      score: text,
      positive: text,
      by: texts,
      intersect: texts,
      reference: texts,
      filter: text,
      missing: texts,
      threshold: texts,
      confidence: text,
      replicates: text,
      seed: text,
      columns: texts,
      categories: texts,
      numbers: texts,
      mode: text,
      windows: text,
      freeze: text,
      'reference-proof': text,
      'log-key': text,
      bins: text,
      keys: texts,
      'quasi-identifiers': texts,
      sensitive: texts,
      'as-of': text,
      test: text,
      output: text,
      prompt: text,
      expected: text,
      context: text,
      group: text,
      pair: text,
      variant: text,
      opponent: text,
      judge: text,
      tables: texts,
      within: texts,
      'hold-back': text,
      expect: texts,
      size: text,
      task: text,
      stream: texts,
      'law-144': text,
      push: text,
      'push-plan': text,
      subject: text,
      'no-plots': flag,
      memory: text,
      threads: text,
      'work-folder': text,
    },
  })
}
