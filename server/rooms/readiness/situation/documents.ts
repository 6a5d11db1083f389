// What is written and kept: documents, evidence and answers.
import type { Cited, Review, Shortfall } from './cited.ts'

export type DocumentKind =
  | 'scope-statement'
  | 'ai-policy'
  | 'aims-description'
  | 'risk-assessment-process'
  | 'risk-treatment-process'
  | 'impact-assessment-process'
  | 'objectives'
  | 'roles-and-authorities'
  | 'communication-plan'
  | 'competence'
  | 'operational-procedure'
  | 'monitoring-plan'
  | 'audit-programme'
  | 'development-process'
  | 'data-management-process'
  | 'use-policy'
  | 'supplier-policy'
  | 'concern-procedure'
  | 'incident-procedure'
  | 'other'

export type EffectiveDocument = Cited & {
  version: string
  approvedBy: string | null
  /** who approved it here, `person:<id>`; null where that was outside of Assay */
  approver: string | null
  /** approved before the record was kept here, so the approval itself is claimed and not seen */
  approvedOutside: boolean
  effectiveOn: string
  /** who answers for it */
  owner: Cited | null
  /** when it has to be looked at next; set even before the first review */
  reviewDueOn: string | null
  /** the last review of it, and whether the next one (the first one too) is overdue */
  review: Review
}

export type DocumentsPart = {
  /** the effective documents of each kind */
  effective: Partial<Record<DocumentKind, EffectiveDocument[]>>
  /** drafts and waiting approvals of each kind, where none is effective yet */
  drafts: Partial<Record<DocumentKind, Cited[]>>
  total: number
  withoutReviewDate: Shortfall
  reviewOverdue: Shortfall
  /** effective documents for which no retention time is set */
  withoutRetention: Shortfall
  /** effective documents without an owner */
  withoutOwner: Shortfall
  /** documents of outside origin that are identified as such */
  external: number
  /** approvals that were given here by another person than the author */
  approvedHere: number
}

export type EvidencePart = {
  /** by requirement ref (`6.1.2`, `A.4.2`): what is attached to it and valid today */
  byRequirement: Record<string, { reviewed: Cited[]; signals: Cited[]; expired: number; newestOn: string | null }>
}

export type InterviewPart = {
  /** what a person declared, by requirement ref; never shown as proven */
  answers: Record<
    string,
    {
      level: 'missing' | 'documented' | 'implemented' | 'operating' | 'effective' | 'not-applicable'
      note: string
      by: string
      on: string
      ref: string
    }
  >
}
