import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { copyFolder } from '../../../../test/copy-folder.ts'
import { beginTrial, type Trial } from './trial.ts'

type Source = 'system' | 'npm'

/**
 * For the tests of one file: begins trials on copies of a cluster that is made once with each kind of programs. Not for
 * what asks how a cluster is made.
 */
export function copiesOfOneCluster(): (preferred?: Source) => Promise<Trial> {
  const made = new Map<Source, Promise<string>>()
  const folders: string[] = []
  const make = async (preferred: Source) => {
    const folder = mkdtempSync(join(tmpdir(), 'assay-made-'))
    folders.push(folder)
    const trial = beginTrial(join(folder, 'database'))
    await (await trial.open({ preferred })).stop()
    return trial.directory
  }
  afterAll(() => {
    for (const folder of folders) rmSync(folder, { recursive: true, force: true })
  })
  return async (preferred = 'system') => {
    const original = made.get(preferred) ?? make(preferred)
    made.set(preferred, original)
    const trial = beginTrial()
    mkdirSync(trial.directory)
    copyFolder(await original, trial.directory)
    return trial
  }
}
