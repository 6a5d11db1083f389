export { readiness } from './findings.ts'
export { compareLevels, countStandings, type Finding, permissions, rulesVersion, standingOf } from './model.ts'
export { nothingRecorded } from './nothing-recorded.ts'
export type { Situation } from './situation.ts'
