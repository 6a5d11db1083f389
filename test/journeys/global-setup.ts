import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { shareCompiledCode } from '../compiled-code.ts'
import { guardAgainstOutside } from '../outside-guard.ts'
import { makeSample } from './sample.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** where the sample's data folder will be; see sample.ts */
    sample: string
  }
}

/** The sample organization is written while those journeys go on that do without it. */
export default function setUp(project: TestProject): () => Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), 'assay-journeys-'))
  const guard = guardAgainstOutside(directory)
  shareCompiledCode()
  const sample = join(directory, 'sample')
  project.provide('sample', sample)
  const made = makeSample(sample)
  // It is told at the end, and by every journey that waits for it.
  made.catch(() => undefined)
  return async () => {
    try {
      await made
      guard.end()
    } finally {
      rmSync(directory, { recursive: true, force: true })
    }
  }
}
