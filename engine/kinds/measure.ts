import type { DriftReference } from '@assay/measures'
import type { Session } from '../duckdb/session.ts'
import type { FileSource } from '../duckdb/open-source.ts'
import type { Plan } from '../plan.ts'
import { refuse } from '../sources/problem.ts'
import type { DataRole } from '../run.ts'
import { measureCalibration } from './calibration.ts'
import { measureQuality } from './quality.ts'
import { measureTexts } from './llm.ts'
import { measurePerformance } from './performance.ts'
import type { FileIdentity } from '../sources/identity.ts'
import { measureDrift } from './drift.ts'
import { measureFairness } from './fairness.ts'
import type { Measured } from './measured.ts'

/** The files of a run: those whose rows can be counted, and a frozen reference where one was given. */
export type Opened = { sources: FileSource[]; files: FileIdentity[]; frozen: DriftReference | null }

/** Hands a plan to what measures its kind. */
export async function measure(plan: Plan, { sources, frozen }: Opened, session: Session): Promise<Measured> {
  const data = sourceOf(sources, 'data')
  switch (plan.kind) {
    case 'fairness':
      return await measureFairness(plan, data)
    case 'performance':
      return await measurePerformance(plan, data)
    case 'calibration':
      return await measureCalibration(plan, data)
    case 'quality':
      return await measureQuality(plan, sources, session)
    case 'drift':
      return await measureDrift(
        plan,
        frozen === null ? { file: sourceOf(sources, 'reference') } : { frozen },
        data,
        session,
      )
    case 'llm':
      return await measureTexts(plan, data)
  }
}

function sourceOf(sources: FileSource[], role: DataRole): FileSource {
  return sources.find((it) => it.role === role) ?? refuse(role, `this measurement needs a ${role} file`)
}
