// What was measured.
import type { Cited, Shortfall } from './cited.ts'

/** What has to be measured, and what falls short of it: systems, data sets or plans. */
export type MeasuredPart = {
  units: number
  withoutPlan: Shortfall
  /** an approved plan that was never run */
  withoutRun: Shortfall
  /** run only before approval, or on files that were measured before */
  exploratoryOnly: Shortfall
  undecided: Shortfall
  /** the newest confirming run broke a limit */
  failing: Shortfall
  overdue: Shortfall
  /** failed runs whose task is open */
  alertsOpen: Shortfall
  /** the newest confirming result was computed by another tool */
  importedOnly: Shortfall
  /** the newest few confirming runs that passed */
  passing: Cited[]
  /** where the newest confirming runs were computed */
  origins: { server: number; client: number; imported: number }
}

/**
 * Measurements: `fairness` of systems that may decide about individuals, `verification` of every system, `operation` (drift) of
 * those in use, `quality` of the data sets they need, and `everything` that has an approved plan.
 */
export type AssurancePart = Record<'fairness' | 'verification' | 'operation' | 'quality' | 'everything', MeasuredPart>
