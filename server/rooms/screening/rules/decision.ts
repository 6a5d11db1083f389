import { isDeveloper } from './citations.ts'
import type { Profile } from './profile.ts'
import { type WeighedReason, type Weight, reasonsOf } from './reasons.ts'
import { bandTexts, scoreReadingOf, totalOf } from './score.ts'
import type { Decision, DecisionStep } from './words.ts'

export type Decided = { decision: Decision; step: DecisionStep; decisionReason: string }

/**
 * The order of precedence: the first step that applies decides. A score in the upper band leads even without developer
 * activity, because of score and activities the stricter leads. Lost deals speak for the organisation, not for each of
 * its systems: for a system they stay a market reason.
 */
export function decide(it: Profile, reasons: readonly WeighedReason[] = reasonsOf(it)): Decided {
  const total = totalOf(it.factors)
  if (isDeveloper(it)) {
    return decided(
      'pursue',
      'developer-activity',
      `AI is developed here, and a developer activity decides first.`,
      reasons,
      ['development'],
    )
  }
  if (scoreReadingOf(total) === 'developer') {
    const text = `No developer activity is named, but ${total} of 24 points read as ${bandTexts['15-24']}, and the stricter reading leads.`
    return decided('pursue', 'score', text, reasons, ['people', 'market', 'other'])
  }
  if (it.of === 'organization' && it.dealsLost > 0) {
    const text = `No developer activity is named, but market reasons are enough once deals are recorded as lost (${it.dealsLost}).`
    return decided('pursue', 'lost-deals', text, reasons, ['market'])
  }
  return decideWithoutDevelopment(reasons)
}

function decideWithoutDevelopment(reasons: readonly WeighedReason[]): Decided {
  const speaks = (weight: Weight) => reasons.some((reason) => counts(reason) && reason.weight === weight)
  if (speaks('people')) {
    const text =
      'Nothing is developed, but decisions about persons, sensitive data or a regulated sector call at least for a careful evaluation.'
    return decided('evaluate', 'persons-sensitive-data-or-regulation', text, reasons, ['people'])
  }
  if (speaks('market')) {
    const text =
      'Nothing is developed and no one is decided about; market reasons alone call for an evaluation, and for certification once deals are lost.'
    return decided('evaluate', 'market-reasons', text, reasons, ['market'])
  }
  if (speaks('other')) {
    return decided('evaluate', 'other-reasons', 'Nothing is developed yet, but something points that way.', reasons, [
      'other',
    ])
  }
  const text =
    'No reason to certify applies. Internal AI governance is enough for now: usually not worth certifying yet, which is not never, since ISO/IEC 42001 is also for those who only use AI.'
  return { decision: 'internal-governance', step: 'nothing-calls-for-it', decisionReason: text }
}

function counts({ fired, side }: WeighedReason): boolean {
  return fired && side !== 'internal-governance'
}

function decided(
  decision: Decision,
  step: DecisionStep,
  why: string,
  reasons: readonly WeighedReason[],
  among: Weight[],
): Decided {
  const named = reasons.filter((reason) => counts(reason) && among.includes(reason.weight)).map(({ says }) => says)
  return {
    decision,
    step,
    decisionReason: named.length > 0 ? `${why} ${named.map((says) => `${says}.`).join(' ')}` : why,
  }
}

/** Early stage is a matter of when, never a no; an established organisation gets no timing. */
export function timingOf(it: Profile, decision: Decision): string | null {
  if (it.stage !== 'early') return null
  if (decision !== 'pursue') {
    return 'Early stage: product-market fit first. Keep the internal governance light; the triggers reopen this answer.'
  }
  if (isAiNative(it)) {
    return 'Early stage is a matter of timing, not a no: product-market fit first, but as an AI-native startup you gain from certifying early, since it shortens sales to enterprises.'
  }
  return 'Early stage is a matter of timing, not a no: product-market fit first, then certify; records kept from now on make that short.'
}

function isAiNative({ activities, scenarios, factors }: Profile): boolean {
  return (
    activities.includes('ai-is-core-product') || scenarios.includes('ai-native-product') || factors.coreProduct === 3
  )
}
