import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { scanTree } from '../cli/scan/scan.ts'
import { scanFixtures, scoreOf } from '../cli/scan/score-fixtures.ts'

export type Figure = { name: string; value: number; unit: string; aim: string; note: string }

const folders = 500
const filesInFolder = 48

/**
 * How fast and how well `assay scan` reads. The tree is made for the run and removed after it: 24,000 files like those of
 * real projects in size and kind, one in sixteen of which uses AI.
 */
export async function benchScan(): Promise<Figure[]> {
  const root = await mkdtemp(join(tmpdir(), 'assay-bench-scan-'))
  try {
    await makeTree(root)
    const rates = [await filesPerSecond(root), await filesPerSecond(root), await filesPerSecond(root)]
    const { cases, labelled, precision, recall } = scoreOf(await scanFixtures())
    const fixtures = `${labelled} labels in ${cases} cases`
    return [
      { name: 'scan speed', value: middle(rates), unit: 'files/s', aim: '≥ 5,000', note: 'median of 3, 24,000 files' },
      { name: 'scan precision', value: precision, unit: '', aim: '≥ 0.95', note: fixtures },
      { name: 'scan recall', value: recall, unit: '', aim: '≥ 0.95', note: fixtures },
    ]
  } finally {
    await rm(root, { recursive: true, force: true })
  }
}

async function filesPerSecond(root: string): Promise<number> {
  const started = performance.now()
  const scan = await scanTree(root)
  const seconds = (performance.now() - started) / 1_000
  if (!scan.ok) throw new Error(scan.error.message)
  const expected = folders * (filesInFolder / 16)
  if (scan.value.files !== folders * filesInFolder || scan.value.findings.length !== expected) {
    throw new Error(`The bench tree gave ${scan.value.files} files and ${scan.value.findings.length} findings`)
  }
  return Math.round(scan.value.files / seconds)
}

function middle(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}

async function makeTree(root: string): Promise<void> {
  for (let folder = 0; folder < folders; folder++) {
    const path = join(root, `part-${folder % 20}`, `module-${folder}`)
    await mkdir(path, { recursive: true })
    await Promise.all(
      Array.from({ length: filesInFolder }, (_, file) => {
        const { name, text } = sample(folder, file)
        return writeFile(join(path, name), text)
      }),
    )
  }
}

/** Two thirds TypeScript, a quarter Python, the rest settings; up to ten kilobytes, four at the middle, as sources are. */
function sample(folder: number, file: number): { name: string; text: string } {
  const length = 4 + ((folder * 7 + file * 13) % 48)
  const usesAi = file % 16 === 5
  if (file % 12 === 11) return { name: `settings-${file}.yaml`, text: 'service:\n  port: 8080\n'.repeat(length) }
  if (file % 4 === 3) {
    return { name: `job_${file}.py`, text: pythonHead(usesAi) + pythonBody.repeat(length / 2) }
  }
  return { name: `view-${file}.ts`, text: typescriptHead(usesAi) + typescriptBody.repeat(length / 2) }
}

const typescriptHead = (usesAi: boolean) =>
  `import { useMemo } from 'react'\n${usesAi ? "import OpenAI from 'openai'\n" : ''}import { rows } from './rows.ts'\n`
const pythonHead = (usesAi: boolean) => `import os\n${usesAi ? 'import anthropic\n' : ''}from .rows import rows\n`

const typescriptBody = `
/** Sums what the rows of one month cost, in cents. */
export function total(month: string, options: { round?: boolean } = {}): number {
  const wanted = rows.filter((row) => row.month === month && row.state !== 'cancelled')
  return wanted.reduce((sum, { amount }) => sum + (options.round ? Math.round(amount) : amount), 0) // in cents
}
`
const pythonBody = `
def total(month, round_up=False):
    """Sums what the rows of one month cost, in cents."""
    wanted = [row for row in rows if row["month"] == month and row["state"] != "cancelled"]
    return sum(row["amount"] for row in wanted)
`

if (import.meta.main) console.table(await benchScan())
