import { readdir, readFile } from 'node:fs/promises'
import { z } from 'zod'
import { type Finding, findingKinds, type Scan } from './model.ts'
import { scanTree } from './scan.ts'

const Labels = z.strictObject({
  about: z.string(),
  /** Every finding that the tree of the case should give, and no other. */
  expected: z.array(z.strictObject({ kind: z.enum(findingKinds), name: z.string(), file: z.string(), line: z.int() })),
  /** Near misses: files that must give none. */
  quiet: z.array(z.string()),
  systems: z.array(z.strictObject({ name: z.string(), root: z.string() })).optional(),
  skipped: z.array(z.string()).optional(),
  notRead: z.array(z.string()).optional(),
})
export type Labels = z.infer<typeof Labels>

export type FixtureCase = { name: string; labels: Labels; scan: Scan }

export type Score = { cases: number; labelled: number; found: number; right: number; precision: number; recall: number }

const folder = new URL('./fixtures/', import.meta.url)

/** Scans every labelled tree under `fixtures/`, in the order of their names. */
export async function scanFixtures(): Promise<FixtureCase[]> {
  const names = (await readdir(folder)).toSorted()
  return await Promise.all(names.map(scanFixture))
}

async function scanFixture(name: string): Promise<FixtureCase> {
  const home = new URL(`${name}/`, folder)
  const labels = Labels.parse(JSON.parse(await readFile(new URL('labels.json', home), 'utf8')))
  const scan = await scanTree(new URL('tree', home).pathname)
  if (!scan.ok) throw new Error(`${name}: ${scan.error.message}`)
  return { name, labels, scan: scan.value }
}

/** Kind, name, file and line together: a finding on the wrong line is a wrong finding. */
export function place({ kind, name, file, line }: Pick<Finding, 'kind' | 'name' | 'file' | 'line'>): string {
  return `${kind}  ${name}  ${file}:${line}`
}

/** Precision: how many of the findings are labelled. Recall: how many of the labels were found. Both over all cases. */
export function scoreOf(cases: readonly FixtureCase[]): Score {
  const labelled = cases.flatMap(({ name, labels }) => labels.expected.map((label) => `${name} ${place(label)}`))
  const found = cases.flatMap(({ name, scan }) => scan.findings.map((finding) => `${name} ${place(finding)}`))
  const wanted = new Set(labelled)
  const right = found.filter((one) => wanted.has(one)).length
  return {
    cases: cases.length,
    labelled: labelled.length,
    found: found.length,
    right,
    precision: right / found.length,
    recall: right / labelled.length,
  }
}
