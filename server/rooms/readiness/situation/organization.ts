// Who one is: the organization, its people, its scope and its work.
import type { Cited, Review, Shortfall } from './cited.ts'

export type OrganizationPart = {
  /** facts about the organization that the context needs and that are still missing, in words */
  profileMissing: string[]
  topManagement: Cited[]
  contextIssues: { internal: number; external: number; climateAnswered: boolean; newest: Cited[]; review: Review }
  interestedParties: {
    count: number
    withoutRequirements: Shortfall
    requirementsUndecided: Shortfall
    /** rest on law or contract and are taken on, and stand neither as an obligation nor as a risk */
    requirementsNotCarriedOver: Shortfall
    affectedPeople: number
    newest: Cited[]
    review: Review
  }
  processes: { count: number; withoutOwner: Shortfall; newest: Cited[] }
  /** a dated comparison of scope wording and register */
  scopeReview: Review
}

export type PeoplePart = {
  /** active people by role */
  byRole: Record<string, Cited[]>
  /** roles that people held and nobody holds now */
  vacant: string[]
}

export type TasksPart = { open: number; overdue: Shortfall }

/** What is in scope beside the systems, and where inventory, approved wording and Statement of Applicability disagree with it. */
export type ScopePart = {
  decided: number
  elementsUndecided: Shortfall
  inventoryDiffers: Shortfall
  wordingDiffers: Shortfall
  statementDiffers: Shortfall
  /** systems left out though they take decisions about people, or help to */
  peopleLeftOut: Shortfall
}
