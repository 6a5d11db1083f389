// What the rules are computed from. Each room reads its own part with set-based SQL (counts, and the worst few records by
// id and name), today or as of an instant, and `app` puts the parts together. Rooms match these types by shape; they do not
// import them, since readiness stands above them all.
import type { DocumentsPart, EvidencePart, InterviewPart } from './situation/documents.ts'
import type { AssurancePart } from './situation/measured.ts'
import type { OrganizationPart, PeoplePart, ScopePart, TasksPart } from './situation/organization.ts'
import type { ControlsPart, ObligationsPart, RisksPart } from './situation/risks.ts'
import type { AiSystemsPart, DiscoveryPart, ImpactsPart } from './situation/systems.ts'

export type { Cited, Review, Shortfall } from './situation/cited.ts'
export type { DocumentKind, DocumentsPart, EffectiveDocument } from './situation/documents.ts'
export type { AssurancePart, MeasuredPart } from './situation/measured.ts'
export type { ScopePart } from './situation/organization.ts'
export type { ControlsPart, ObligationsPart, RisksPart } from './situation/risks.ts'
export type { AiSystemsPart, ImpactsPart } from './situation/systems.ts'

/** Everything the rules may look at. `today` is the day of the question, so that the same question has the same answer. */
export type Situation = {
  today: string
  organization: OrganizationPart
  aiSystems: AiSystemsPart
  documents: DocumentsPart
  evidence: EvidencePart
  interview: InterviewPart
  people: PeoplePart
  tasks: TasksPart
  controls: ControlsPart
  discovery: DiscoveryPart
  assurance: AssurancePart
  risks: RisksPart
  impacts: ImpactsPart
  obligations: ObligationsPart
  scope: ScopePart
}
