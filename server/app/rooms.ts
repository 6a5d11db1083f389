import type { Pool } from 'pg'
import type { Blobs } from '#platform/blobs/index.ts'
import type { Config } from '#platform/config.ts'
import type { Door } from '#platform/database/change.ts'
import type { Http } from '#platform/http/http.ts'
import { jobRoutes } from '#platform/jobs/index.ts'
import { bookRoutes, exportLists, type RouteBook } from '#platform/lists/index.ts'
import type { Secrets } from '#platform/secrets.ts'
import { editableLists } from './editable-lists.ts'
import { forgetPerson } from './forget-person.ts'
import { importRegisters } from './imports.ts'
import { inboxReaders } from './inbox.ts'
import { madeFromIn } from './made-from.ts'
import { permissions } from './permissions.ts'
import { sampleRoutes } from './demo/remove.ts'
import { houseRoutes } from './routes-house.ts'
import { readFactsSince, readHome } from './home.ts'
import { gapReading } from './gap-reading.ts'
import { planSurroundings } from './planning.ts'
import { proof, readSituation } from './situation.ts'
import { assuranceParts } from './measuring.ts'
import { goneReasons } from './gone-reasons.ts'
import { openRisks } from './open-risks.ts'
import { signatory } from './signatory.ts'
import { subjects } from './subjects.ts'
import { templateFacts } from './template-facts.ts'
import { aiSystemRoutes } from '#rooms/ai-systems/index.ts'
import { assuranceRoutes } from '#rooms/assurance/index.ts'
import { auditTrailRoutes } from '#rooms/audit-trail/index.ts'
import { bulkEditRoutes } from '#rooms/bulk-edits/index.ts'
import { commentRoutes } from '#rooms/comments/index.ts'
import { controlRoutes } from '#rooms/controls/index.ts'
import { documentRoutes } from '#rooms/documents/index.ts'
import { evidenceRoutes } from '#rooms/evidence/index.ts'
import { gapAssessmentReadRoutes, gapAssessmentWriteRoutes } from '#rooms/gap-assessments/index.ts'
import { frameworkRoutes } from '#rooms/frameworks/index.ts'
import {
  type Accounts,
  apiKeyRoutes,
  invitationRoutes,
  peopleRoutes,
  resetRoutes,
  securityRoutes,
  sessionRoutes,
  unitRoutes,
} from '#rooms/identity/index.ts'
import { discoveryRoutes } from '#rooms/discovery/index.ts'
import { impactAssessmentRoutes, readBarsToOperation } from '#rooms/impact-assessments/index.ts'
import { importRoutes } from '#rooms/imports/index.ts'
import { homeRoutes, readinessRoutes } from '#rooms/readiness/index.ts'
import { obligationRoutes } from '#rooms/obligations/index.ts'
import { organizationRoutes } from '#rooms/organization/index.ts'
import { planReadRoutes, planWriteRoutes } from '#rooms/plans/index.ts'
import { reportRoutes } from '#rooms/reports/index.ts'
import { riskRoutes } from '#rooms/risks/index.ts'
import { businessCaseRoutes, screeningRoutes } from '#rooms/screening/index.ts'
import { scopeRoutes } from '#rooms/scope/index.ts'
import { taskRoutes } from '#rooms/tasks/index.ts'
import { viewRoutes } from '#rooms/views/index.ts'

export type Parts = { config: Config; secrets: Secrets; door: Door; accounts: Accounts; pool: Pool; blobs: Blobs }

/** What later work is handed: besides the rest, the routes that changes of many rows go through. */
export type JobParts = Parts & { book: RouteBook }

/** Every room's routes, in the order of rooms.json; gives back the book of those that change one record. */
export function registerRooms(http: Http, parts: Parts): RouteBook {
  const lists = exportLists(http, signatory)
  const book = bookRoutes(http)
  houseRoutes(http)
  sampleRoutes(http, parts)
  sessionRoutes(http, parts)
  peopleRoutes(http, { permissions, forget: forgetPerson })
  unitRoutes(http)
  invitationRoutes(http, { ...parts, permissions, origin: parts.config.url.origin })
  apiKeyRoutes(http)
  securityRoutes(http, parts)
  resetRoutes(http, {
    ...parts,
    permissions,
    origin: parts.config.url.origin,
    mailed: parts.config.mail !== undefined,
  })
  auditTrailRoutes(http, { subjects })
  frameworkRoutes(http)
  organizationRoutes(http, { subjects })
  aiSystemRoutes(http, { barsToOperation: readBarsToOperation })
  discoveryRoutes(http)
  importRoutes(http, { registers: importRegisters(parts.config), uploadLimit: parts.config.uploadLimit })
  screeningRoutes(http)
  businessCaseRoutes(http)
  obligationRoutes(http, { subjects })
  taskRoutes(http, {
    subjects,
    inbox: inboxReaders,
    origin: parts.config.url.origin,
    mailed: parts.config.mail !== undefined,
    door: parts.door,
  })
  commentRoutes(http, { ...parts, subjects, permissions, mailed: parts.config.mail !== undefined })
  evidenceRoutes(http, { ...parts, subjects })
  assuranceRoutes(http, assuranceParts(parts))
  riskRoutes(http, { ...parts, madeFrom: madeFromIn(parts.config.url) })
  impactAssessmentRoutes(http, { subjects, madeFrom: madeFromIn(parts.config.url) })
  documentRoutes(http, { ...parts, templateFacts, madeFrom: madeFromIn(parts.config.url) })
  controlRoutes(http, { ...parts, openRisks, goneReasons, subjects, madeFrom: madeFromIn(parts.config.url) })
  scopeRoutes(http, { templateFacts })
  gapAssessmentReadRoutes(http, { proof })
  gapAssessmentWriteRoutes(http, { proof })
  readinessRoutes(http, { ...parts, readSituation })
  homeRoutes(http, { ...parts, readSituation, readHome, readFactsSince })
  planReadRoutes(http, { known: planSurroundings })
  planWriteRoutes(http, { known: planSurroundings })
  reportRoutes(http, { ...parts, reading: gapReading })
  viewRoutes(http, { ...parts, lists })
  bulkEditRoutes(http, { lists, book, editables: editableLists })
  jobRoutes(http, parts)
  return book
}
