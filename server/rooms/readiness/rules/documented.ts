import type { Reason } from '../model.ts'
import type { Cited, DocumentKind, EffectiveDocument, Review, Situation } from '../situation.ts'
import { type Check, check, climb, type Rule, type Verdict } from './rule.ts'
import { overdue, written } from './words.ts'

/** What a document of each kind is called in a finding. */
const called: Partial<Record<DocumentKind, string>> = {
  'scope-statement': 'scope statement',
  'ai-policy': 'AI policy',
  'aims-description': 'description of the AIMS',
  'risk-assessment-process': 'AI risk assessment process',
  'risk-treatment-process': 'AI risk treatment process',
  'impact-assessment-process': 'AI system impact assessment process',
  objectives: 'set of AI objectives',
  'roles-and-authorities': 'assignment of roles and authorities',
  'communication-plan': 'communication plan',
  competence: 'competence requirements document',
  'operational-procedure': 'operational procedure',
  'monitoring-plan': 'measurement plan',
  'audit-programme': 'audit programme',
  'development-process': 'development procedure',
  'data-management-process': 'data management procedure',
  'use-policy': 'procedure for the use of AI',
  'supplier-policy': 'supplier process',
  'concern-procedure': 'procedure for concerns',
  'incident-procedure': 'incident communication plan',
}

export function documentName(kind: DocumentKind): string {
  return called[kind] ?? 'document'
}

/** The effective documents of a kind; drafts and templates are none. */
export function effectiveOf({ documents }: Situation, kind: DocumentKind): readonly EffectiveDocument[] {
  return documents.effective[kind] ?? []
}

/** Holds where an approved, effective document of this kind exists. A draft proves nothing, and is named. */
export function hasEffective(situation: Situation, kind: DocumentKind): Check {
  const effective = effectiveOf(situation, kind)
  const drafts = situation.documents.drafts[kind] ?? []
  const [first] = effective
  const name = documentName(kind)
  const lacks =
    drafts.length > 0
      ? `The ${name} is a draft or waits for approval; only an approved, effective one counts.`
      : `There is no approved, effective ${name}.`
  const proves = first ? sentenceOf(first) : ''
  const next = drafts.length > 0 ? `Have the draft of the ${name} approved and make it effective.` : undefined
  return check(
    effective.length > 0,
    { proves, lacks, ...(next !== undefined && { next }) },
    { proves: effective, lacks: drafts },
  )
}

function sentenceOf({ name, version, effectiveOn, approvedBy, approvedOutside }: EffectiveDocument): string {
  const approver = approvedBy ? ` by ${approvedBy}` : ''
  const approval = approvedOutside
    ? `approved outside Assay${approver}, which is claimed and was not seen here`
    : `approved${approver}`
  return `${name}, version ${version}, is effective since ${written(effectiveOn)} (${approval}).`
}

/** Overdue reviews of the effective documents of a kind. */
export function overdueDocuments(situation: Situation, kind: DocumentKind): Reason[] {
  return effectiveOf(situation, kind).flatMap((it) => overdue(reviewOf(it, situation.today), it.name, [cited(it)]))
}

/** A document that nobody has reviewed yet is overdue too, once its first review date has passed. */
function reviewOf({ review, reviewDueOn, effectiveOn }: EffectiveDocument, today: string): Review {
  if (review || reviewDueOn === null || reviewDueOn >= today) return review
  return { lastOn: effectiveOn, dueOn: reviewDueOn, overdue: true }
}

export function cited({ ref, name }: Cited): Cited {
  return { ref, name }
}

/** A rule whose first level an approved, effective document of one kind proves, and nothing beyond it yet. */
export function provedByDocument(ref: string, kind: DocumentKind): Rule {
  return {
    ref,
    records: ['document'],
    recordedUpTo: 'documented',
    judge: (situation) =>
      climb(ref, { documented: [hasEffective(situation, kind)] }, overdueDocuments(situation, kind)),
  }
}

/**
 * A rule whose own records Assay does not keep yet, but whose `documented` is one written thing: evidence of it, attached
 * to the requirement and accepted by a reviewer, honestly proves that. A file that nobody reviewed changes nothing.
 */
export function provedByReviewedEvidence(ref: string): Rule {
  return {
    ref,
    records: ['evidence'],
    recordedUpTo: 'documented',
    judge: (situation) => {
      const attached = attachedTo(situation, ref)
      if (attached.reviewed.length > 0) {
        const proves = `Shown by evidence that was reviewed and attached to ${ref}.`
        return climb(ref, { documented: [check(true, { proves, lacks: '' }, { proves: attached.reviewed })] })
      }
      const verdict = notYetRecorded(ref, situation)
      const next = attached.signals.length > 0 ? { next: `Have the evidence attached to ${ref} reviewed.` } : {}
      return { ...verdict, ...next, stale: attached.expired > 0 }
    },
  }
}

/** A rule for which Assay keeps no proving records yet. What is attached or partly there is shown, and proves nothing. */
export function provedLater(ref: string, partly: (situation: Situation) => Reason[] = () => []): Rule {
  return {
    ref,
    records: [],
    recordedUpTo: null,
    judge: (situation) => notYetRecorded(ref, situation, partly(situation)),
  }
}

function notYetRecorded(ref: string, situation: Situation, partly: Reason[] = []): Verdict {
  const { reviewed, signals, expired } = attachedTo(situation, ref)
  const verdict = climb(ref, {})
  const seen: Reason[] = []
  if (reviewed.length > 0) {
    seen.push({
      kind: 'note',
      text: 'Reviewed evidence is attached; by itself it does not prove this.',
      cites: [...reviewed],
    })
  }
  if (signals.length > 0) {
    seen.push({
      kind: 'note',
      text: 'Evidence is attached that nobody has reviewed; it proves nothing yet.',
      cites: [...signals],
    })
  }
  if (expired > 0)
    seen.push({
      kind: 'note',
      text: 'Evidence that was attached has expired. Renew it or attach newer one.',
      cites: [],
    })
  return { ...verdict, reasons: [...verdict.reasons, ...partly, ...seen] }
}

export function attachedTo({ evidence }: Situation, ref: string) {
  return evidence.byRequirement[ref] ?? { reviewed: [], signals: [], expired: 0, newestOn: null }
}
