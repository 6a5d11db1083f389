import type { ActView, ObligationView } from '@assay/server/rooms/obligations/contract.ts'
import type { ActClass, ActRole } from '@assay/server/rooms/obligations/model.ts'
import { t } from '../../messages/index.ts'
import type { Wire } from '../../ui/api.ts'
import type { Tone } from '../../ui/state-badge.tsx'

export type Obligation = Wire<ObligationView>
export type Act = Wire<ActView>
export type Assessment = NonNullable<Act['assessment']>
export type Result = Assessment['result']
type Badge = { tone: Tone; label: string }

export const states: Record<Obligation['state'], Badge> = {
  identified: { tone: 'missing', label: t('Not decided') },
  applies: { tone: 'active', label: t('Applies to us') },
  'not-applicable': { tone: 'neutral', label: t('Does not apply') },
  'being-fulfilled': { tone: 'active', label: t('Being fulfilled') },
  reviewed: { tone: 'positive', label: t('Reviewed as fulfilled') },
  withdrawn: { tone: 'neutral', label: t('Withdrawn') },
}

export const sourceKinds: Record<Obligation['sourceKind'], string> = {
  law: t('Law'),
  contract: t('Contract'),
  standard: t('Standard'),
  commitment: t('Own commitment'),
}

export function badgeOf({ state, reviewOverdue }: Pick<Obligation, 'state' | 'reviewOverdue'>): Badge {
  return reviewOverdue ? { tone: 'caution', label: t('Review overdue') } : states[state]
}

export const classes: Record<ActClass, Badge> = {
  outside: { tone: 'neutral', label: t('Outside of the Act') },
  prohibited: { tone: 'critical', label: t('Points at a forbidden practice') },
  'high-risk': { tone: 'caution', label: t('High-risk') },
  exempted: { tone: 'active', label: t('Excepted from high-risk') },
  transparency: { tone: 'active', label: t('Transparency duties') },
  minimal: { tone: 'neutral', label: t('No duties by risk') },
}

export const roles: Record<ActRole, string> = {
  provider: t('Provider'),
  deployer: t('Deployer'),
  importer: t('Importer'),
  distributor: t('Distributor'),
  'authorised-representative': t('Authorised representative'),
  'product-manufacturer': t('Product manufacturer'),
  'gpai-provider': t('Provider of a general-purpose model'),
}

export const proposedFrom: Record<string, string> = {
  roles: t('the roles confirmed for this system'),
  screening: t('the last screening'),
  jurisdictions: t('its jurisdictions'),
  'started-on': t('the day it was put into use'),
}

/** The questions about one AI system, each with the article that it comes from. */
export const questions = {
  reach: t('Where does it reach? (Art. 2)'),
  exclusions: t('Is it left out of the Act?'),
  supply: t('What do you do with it?'),
  inUnion: t('We are established in the Union (Art. 22, 54)'),
  publicBody: t('We are a public body or provide public services (Art. 27)'),
  practices: t('Does it do any of these?'),
  annexI: t('Is it, or does it secure, a product of Annex I?'),
  annexIii: t('Which uses of Annex III does it have?'),
  profiling: t('Does it profile persons? (Art. 6(3))'),
  exceptions: t('Does a condition of an exception hold?'),
  transparency: t('Which of these is so?'),
  transparencyExceptions: t('Which exceptions hold?'),
  gpai: t('Do you place a general-purpose model on the market? (Art. 51, 53)'),
  openSource: t('The model is free and open source (Art. 53(2))'),
  placedOn: t('On the market or in service since (Art. 111)'),
  changedSince: t('Its design changed significantly since the rules apply (Art. 111(2))'),
} as const satisfies Record<keyof Assessment['answers'], string>

/** What rests on an article names it. */
export function withArticle({ text, article }: { text: string; article: string }): string {
  return article === '' ? t(text) : `${t(text)} (${placeInAct(article)})`
}

/** A place in the Act as the reader's language cites it: “Annex III point 5(b)” is “Anhang III Nummer 5(b)”. */
export function placeInAct(article: string): string {
  return article
    .replace('last subparagraph', t('last subparagraph'))
    .replaceAll(/\b(Annex|Chapter|section|point)\b/g, (word) => t(word))
}

export function optionsOf<Word extends string>(labels: Record<Word, string>): { value: string; label: string }[] {
  return Object.entries<string>(labels).map(([value, label]) => ({ value, label: t(label) }))
}

export function citedOptionsOf(
  labels: Record<string, { text: string; article: string }>,
): { value: string; label: string }[] {
  return Object.entries(labels).map(([value, label]) => ({ value, label: withArticle(label) }))
}

/** Options whose values are the places in the Act that they stand for; `law` goes before such a place. */
export function placedOptionsOf(labels: Record<string, string>, law = ''): { value: string; label: string }[] {
  return citedOptionsOf(
    Object.fromEntries(Object.entries(labels).map(([value, text]) => [value, { text, article: `${law}${value}` }])),
  )
}

/** The uses of Annex III in its order: JavaScript would put point 2, a whole number, before all others. */
export function usesOf(labels: Record<string, string>): { value: string; label: string }[] {
  return placedOptionsOf(labels, 'Annex III point ').toSorted((a, b) => a.value.localeCompare(b.value, 'en'))
}
