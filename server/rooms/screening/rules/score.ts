import type { Outcome } from '../contract.ts'
import type { Profile } from './profile.ts'
import type { Band, Factors } from './words.ts'
import { factors } from './words.ts'

/** Eight factors of 0–3 each, out of 24. */
export function totalOf(ratings: Factors): number {
  return factors.reduce((total, factor) => total + ratings[factor], 0)
}

export function bandOf(total: number): Band {
  if (total <= 6) return '0-6'
  return total <= 14 ? '7-14' : '15-24'
}

const readings = { '0-6': 'consumer', '7-14': 'mixed', '15-24': 'developer' } as const

export const bandTexts: Record<Band, string> = {
  '0-6': 'likely a consumer of AI, internal governance is enough',
  '7-14': 'a mixed profile, look at each activity',
  '15-24': 'likely a developer of AI, certification strongly recommended',
}

export function scoreReadingOf(total: number): Outcome['scoreReading'] {
  return readings[bandOf(total)]
}

type Conflict = Pick<Outcome, 'conflict' | 'conflictReason' | 'leading'>

/** A mixed score tells to look at the activities, and grey activities can be either: neither contradicts the other. */
export function conflictOf(it: Profile, classification: Outcome['classification']): Conflict {
  const total = totalOf(it.factors)
  const reading = scoreReadingOf(total)
  if (classification === 'developer' && reading === 'consumer') {
    return {
      conflict: true,
      leading: 'activities',
      conflictReason: `The score of ${total} of 24 reads as ${bandTexts['0-6']}, but the activities are a developer's. The activities are stricter and lead: who develops AI answers for its behaviour, however low the pressure.`,
    }
  }
  if (classification === 'consumer' && reading === 'developer') {
    return {
      conflict: true,
      leading: 'score',
      conflictReason: `The activities are a consumer's, but the score of ${total} of 24 reads as ${bandTexts['15-24']}. The score is stricter and leads: market, regulation and effects on people weigh as much as development would.`,
    }
  }
  return { conflict: false, leading: null, conflictReason: null }
}
