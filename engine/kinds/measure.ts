import type { Session } from '../duckdb/session.ts'
import type { FileSource } from '../duckdb/open-source.ts'
import type { Plan } from '../plan.ts'
import { refuse } from '../sources/problem.ts'
import type { DataRole } from '../run.ts'
import { measureCalibration } from './calibration.ts'
import { measureQuality } from './quality.ts'
import { measurePerformance } from './performance.ts'
import { measureFairness } from './fairness.ts'
import type { Measured } from './measured.ts'

/** Hands a plan to what measures its kind. */
export async function measure(plan: Plan, sources: FileSource[], session: Session): Promise<Measured> {
  switch (plan.kind) {
    case 'fairness':
      return await measureFairness(plan, sourceOf(sources, 'data'))
    case 'calibration':
      return await measureCalibration(plan, sourceOf(sources, 'data'))
    case 'performance':
      return await measurePerformance(plan, sourceOf(sources, 'data'))
    case 'quality':
      return await measureQuality(plan, sources, session)
    case 'drift':
    case 'llm':
      return refuse('kind', 'cannot be measured yet')
  }
}

function sourceOf(sources: FileSource[], role: DataRole): FileSource {
  return sources.find((it) => it.role === role) ?? refuse(role, `this measurement needs a ${role} file`)
}
