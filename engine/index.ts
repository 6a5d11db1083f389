export type { GroupResult } from '@assay/measures'
export { canonicalJson } from './canonical.ts'
export type { AttributeResult } from './kinds/fairness.ts'
export type { InspectedColumn, Inspection, InspectOutcome, InspectRequest } from './inspect/inspect-file.ts'
export { inspectFile } from './inspect/inspect-file.ts'
export type { ColumnKind } from './inspect/kinds.ts'
export type { PerformanceAttribute } from './kinds/performance.ts'
export type { StreamAlarm, StreamResult } from './kinds/streams.ts'
export type { RegressionAttribute } from './kinds/regression.ts'
export type { CalibrationResult } from './kinds/scored.ts'
export type {
  CalibrationPlan,
  DriftPlan,
  FairnessPlan,
  LlmPlan,
  MeasurementKind,
  PerformancePlan,
  PlanInput,
  QualityPlan,
} from './plan.ts'
export { measurementKinds, Plan, planSchemas } from './plan.ts'
export { planHash } from './plan-hash.ts'
export type { ConditionalResult } from './kinds/conditional.ts'
export type { ConfirmedSearch } from './kinds/subgroups.ts'
export type { NeededRows } from './needed-rows.ts'
export type { PlannedSize } from './planned-sizes.ts'
export type { Progress, Stage } from './progress.ts'
export type { PlanRead } from './read-plan.ts'
export type { Problem } from './sources/problem.ts'
export { checkPlan, readPlan } from './read-plan.ts'
export type {
  DataFile,
  DataRole,
  FreezeOutcome,
  JsonValue,
  Run,
  RunFiles,
  RunOutcome,
  RunResult,
  RunVerdict,
  Surprise,
} from './run.ts'
export { rowsFor, sizePlan } from './size-plan.ts'
export type { RunRequest } from './run-measurement.ts'
export { freezeDriftReference, runMeasurement } from './run-measurement.ts'
