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
  applies: { tone: 'active', label: t('Applies') },
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

/** What rests on an article names it. */
export function withArticle({ text, article }: { text: string; article: string }): string {
  return article === '' ? t(text) : `${t(text)} (${article})`
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
