import type { DriftReference } from '@assay/measures'
import type { Session } from '../duckdb/session.ts'
import type { FileSource } from '../duckdb/open-source.ts'
import type { Plan } from '../plan.ts'
import { refuse } from '../sources/problem.ts'
import type { DataRole } from '../run.ts'
import { countClassified } from './classified.ts'
import type { FileIdentity } from '../sources/identity.ts'
import type { Measured } from './measured.ts'

/** The files of a run: those whose rows can be counted, and a frozen reference where one was given. */
export type Opened = {
  sources: FileSource[]
  files: FileIdentity[]
  frozen: DriftReference | null
  /** Of each file, in their order; known when all of it has been read. */
  hashes: Promise<string>[]
}

/**
 * Hands a plan to what measures its kind, which alone is loaded: a thread lives for one run. Where one count is all that there is to wait for,
 * the mathematics are loaded while it goes on.
 */
export async function measure(asked: Plan, opened: Opened, session: Session): Promise<Measured> {
  const { sources, frozen } = opened
  // Draws of the measures count their seeds from 1, plans from 0.
  const plan = asked.seed === 0 ? { ...asked, seed: 4_294_967_295 } : asked
  const data = sourceOf(sources, 'data')
  switch (plan.kind) {
    case 'fairness': {
      const [counted, { measureFairness }] = await Promise.all([countClassified(data, plan), import('./fairness.ts')])
      return await measureFairness(plan, data, counted, sources.find(({ role }) => role === 'test') ?? null)
    }
    case 'performance': {
      if (plan.task === 'regression') return await (await import('./regression.ts')).measureRegression(plan, data)
      const [counted, { measurePerformance }] = await Promise.all([
        countClassified(data, plan),
        import('./performance.ts'),
      ])
      return await measurePerformance(plan, data, counted)
    }
    case 'calibration':
      return await (await import('./calibration.ts')).measureCalibration(plan, data)
    case 'quality':
      return await (await import('./quality.ts')).measureQuality(plan, sources, {
        session,
        sha256: async () => await hashOf(opened, 'data'),
      })
    case 'drift':
      return await (await import('./drift.ts')).measureDrift(
        plan,
        frozen === null ? { file: sourceOf(sources, 'reference') } : { frozen },
        data,
        session,
      )
    case 'llm':
      return await (await import('./llm.ts')).measureTexts(plan, data)
  }
}

function sourceOf(sources: FileSource[], role: DataRole): FileSource {
  return sources.find((it) => it.role === role) ?? refuse(role, `this measurement needs a ${role} file`)
}

async function hashOf({ files, hashes }: Opened, role: DataRole): Promise<string> {
  return (await hashes[files.findIndex((it) => it.role === role)]) ?? ''
}
