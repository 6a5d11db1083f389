import { ok, refuse, type Result } from '#kernel/result.ts'
import { type Said, said } from '#kernel/said.ts'
import type { ControlState } from '../model.ts'

// The rules of the Statement of Applicability (6.1.3): pure, for the server and for the page.

export const decisions = ['undecided', 'included', 'excluded'] as const
export type Decision = (typeof decisions)[number]

export const reasonKinds = ['risk', 'law', 'contract', 'objective'] as const
export type ReasonKind = (typeof reasonKinds)[number]
/** Why a requirement is included: for which risk, law, contract or objective, by reference where it is a record, and in words. */
export type InclusionReason = { kind: ReasonKind; ref: string | null; words: string }
/** As it is kept: with what the record was called when the row was decided; null where it names none, or did not then. */
export type KeptReason = InclusionReason & { name: string | null }

export const statuses = ['planned', 'partly', 'implemented'] as const
export type Status = (typeof statuses)[number]

/** What a status is computed from: an applied control, how much accepted evidence it has today, and what its last check found. */
export type Serving = { state: ControlState; evidence: number; lastCheck: 'works' | 'does-not-work' | null }

/**
 * How far a requirement is, from what is applied for it; nobody declares it. `implemented`: everything applied runs, each has
 * accepted evidence that is valid today, and no last check found that it does not work. What is retired does not count.
 */
export function statusOf(serving: readonly Serving[]): Status {
  const living = serving.filter(({ state }) => state !== 'retired')
  if (!living.some(({ state }) => state === 'running')) return 'planned'
  return living.every(shown) ? 'implemented' : 'partly'
}

function shown({ state, evidence, lastCheck }: Serving): boolean {
  return state === 'running' && evidence > 0 && lastCheck !== 'does-not-work'
}

// Phrases that stand where a reason should, in English and German, without punctuation.
const emptyPhrases = new Set(
  `na|n a|n v|nv|none|no|nil|not applicable|not relevant|not needed|not required|not necessary|does not apply|irrelevant
|out of scope|tbd|to do|todo|see above|as above|default|required by iso|required by the standard|best practice
|nicht anwendbar|nicht zutreffend|nicht relevant|nicht nötig|nicht notwendig|nicht erforderlich|entfällt|trifft nicht zu
|keine|kein|siehe oben|gilt nicht|it is not applicable|this is not applicable|not applicable to us|not applicable here
|control not applicable|this control is not applicable|nicht anwendbar auf uns`
    .split('|')
    .map((phrase) => phrase.trim()),
)
const fewestWords = 3

/** Whether these words only stand where a reason should: nothing, “n/a” and its like, or too few to say anything. */
export function saysNothing(words: string): boolean {
  const plain = words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
  return emptyPhrases.has(plain) || plain.split(' ').filter((word) => word !== '').length < fewestWords
}

export type RowDecision =
  | { decision: 'undecided' }
  | { decision: 'included'; reasons: InclusionReason[] }
  | { decision: 'excluded'; reason: string }

/** A decision as it is kept. */
export type KeptDecision =
  | Exclude<RowDecision, { decision: 'included' }>
  | { decision: 'included'; reasons: KeptReason[] }

type Problem = { path: string } & Said
type Named = { ref: string; name: string }
export type DecideRefusal =
  | { kind: 'no-reason'; problems: Problem[] }
  | { kind: 'named-by-risks'; risks: Named[]; problems: Problem[] }

const howToInclude =
  'Say in a sentence what it is for: which risk it lowers, which law, contract or objective asks for it.'
const howToExclude =
  'Say in a sentence why the risks do not call for it, or which outside demand does not apply: “We build no models of our own; each is bought and used as delivered.”'

/** The register that a reason has to name a record of; an objective may be named by words alone. */
const registers: Partial<Record<ReasonKind, { prefix: string; message: string }>> = {
  risk: { prefix: 'risk:', message: 'Choose the risk from the register.' },
  law: { prefix: 'obligation:', message: 'Choose the obligation from the register, or record it there first.' },
  contract: { prefix: 'obligation:', message: 'Choose the obligation from the register, or record it there first.' },
}

/**
 * A row is included for reasons that say something and name what they rest on, or excluded with one, and never while an open risk
 * names it. `before` are the reasons that stand in the row: those may stay as they were once given.
 */
export function decide(
  decision: RowDecision,
  openRisks: readonly Named[],
  before: readonly InclusionReason[] = [],
): Result<RowDecision, DecideRefusal> {
  switch (decision.decision) {
    case 'undecided':
      return ok(decision)
    case 'included': {
      if (decision.reasons.length === 0)
        return refuse({ kind: 'no-reason', problems: [{ path: 'reasons', message: howToInclude }] })
      const problems = decision.reasons.flatMap((reason, place) =>
        before.some((one) => isSame(one, reason)) ? [] : problemsOf(reason, place),
      )
      return problems.length > 0 ? refuse({ kind: 'no-reason', problems }) : ok(decision)
    }
    case 'excluded': {
      if (saysNothing(decision.reason))
        return refuse({ kind: 'no-reason', problems: [{ path: 'reason', message: howToExclude }] })
      if (openRisks.length > 0) {
        const problems = openRisks.map(({ name }) => ({
          path: 'decision',
          ...said('“{name}” is open and names it.', { name }),
        }))
        return refuse({ kind: 'named-by-risks', risks: [...openRisks], problems })
      }
      return ok(decision)
    }
  }
}

function problemsOf({ kind, ref, words }: InclusionReason, place: number): Problem[] {
  const register = registers[kind]
  return [
    ...(saysNothing(words) ? [{ path: `reasons.${place}.words`, message: howToInclude }] : []),
    ...(register && !ref?.startsWith(register.prefix)
      ? [{ path: `reasons.${place}.ref`, message: register.message }]
      : []),
  ]
}

function isSame(one: InclusionReason, other: InclusionReason): boolean {
  return one.kind === other.kind && one.ref === other.ref && one.words === other.words
}

/**
 * What stands of a decision today. An exclusion ends to stand at the moment an open risk names the requirement, whichever was
 * recorded first: a risk is never refused for the sake of a document.
 */
export function standing(decision: Decision, openRisks: readonly Named[]): Decision {
  return decision === 'excluded' && openRisks.length > 0 ? 'undecided' : decision
}

export type ApproveRefusal =
  | { kind: 'not-draft'; state: string }
  | { kind: 'undecided-rows'; problems: Problem[] }
  | { kind: 'approver-is-author'; mayApprove: { id: string; name: string }[] }

/** What approval asks about a draft: every row decided, and for reasons that stand on this day. `others` may approve and did not write it. */
export function approve(
  draft: { state: string; authors: readonly string[] },
  rows: readonly { requirement: string; standing: Decision; contradicted: boolean; unfounded: boolean }[],
  { by, others }: { by: string; others: readonly { id: string; name: string }[] },
): Result<{ alone: boolean }, ApproveRefusal> {
  if (draft.state !== 'draft') return refuse({ kind: 'not-draft', state: draft.state })
  const undecided = rows.filter((row) => row.standing === 'undecided' || row.unfounded)
  if (undecided.length > 0) {
    const problems = undecided.map(({ requirement, contradicted, unfounded }) => ({
      path: requirement,
      message: contradicted
        ? 'was excluded, and an open risk names it now; decide again'
        : unfounded
          ? 'was included for reasons of which none stands any more; decide again'
          : 'is not decided',
    }))
    return refuse({ kind: 'undecided-rows', problems })
  }
  const isAuthor = draft.authors.includes(by)
  if (isAuthor && others.length > 0) return refuse({ kind: 'approver-is-author', mayApprove: [...others] })
  return ok({ alone: isAuthor })
}
