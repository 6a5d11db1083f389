import type { Permissions } from '#kernel/permission.ts'
import { permissions as aiSystems } from '#rooms/ai-systems/index.ts'
import { permissions as bulkEdits } from '#rooms/bulk-edits/index.ts'
import { permissions as jobs } from '#platform/jobs/index.ts'
import { permissions as comments } from '#rooms/comments/index.ts'
import { permissions as controls } from '#rooms/controls/index.ts'
import { permissions as assurance } from '#rooms/assurance/index.ts'
import { permissions as documents } from '#rooms/documents/index.ts'
import { permissions as evidence } from '#rooms/evidence/index.ts'
import { permissions as frameworks } from '#rooms/frameworks/index.ts'
import { permissions as discovery } from '#rooms/discovery/index.ts'
import { permissions as impactAssessments } from '#rooms/impact-assessments/index.ts'
import { permissions as imports } from '#rooms/imports/index.ts'
import { permissions as log } from '#platform/log/index.ts'
import { permissions as identity } from '#rooms/identity/index.ts'
import { permissions as gapAssessments } from '#rooms/gap-assessments/index.ts'
import { permissions as readiness } from '#rooms/readiness/index.ts'
import { permissions as obligations } from '#rooms/obligations/index.ts'
import { permissions as organization } from '#rooms/organization/index.ts'
import { permissions as plans } from '#rooms/plans/index.ts'
import { permissions as reports } from '#rooms/reports/index.ts'
import { permissions as risks } from '#rooms/risks/index.ts'
import { permissions as scope } from '#rooms/scope/index.ts'
import { permissions as screening } from '#rooms/screening/index.ts'
import { permissions as tasks } from '#rooms/tasks/index.ts'
import { permissions as views } from '#rooms/views/index.ts'

/** Every permission of the house, gathered from the rooms. */
export const permissions: Permissions = {
  ...jobs,
  ...log,
  ...identity,
  ...frameworks,
  ...organization,
  ...aiSystems,
  ...imports,
  ...discovery,
  ...screening,
  ...obligations,
  ...tasks,
  ...comments,
  ...evidence,
  ...documents,
  ...assurance,
  ...risks,
  ...impactAssessments,
  ...controls,
  ...scope,
  ...gapAssessments,
  ...readiness,
  ...plans,
  ...reports,
  ...views,
  ...bulkEdits,
}
