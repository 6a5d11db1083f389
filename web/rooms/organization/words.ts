import { t } from '../../messages/index.ts'
import type { Option } from '../../ui/form.tsx'
import type { Tone } from '../../ui/state-badge.tsx'
import type { AnswerOf, ItemOf } from '../answer-of.ts'

export type Profile = AnswerOf<'/api/v1/organization/profile'>
export type IssueView = ItemOf<'/api/v1/context-issues'>
export type PartyView = ItemOf<'/api/v1/interested-parties'>
export type RequirementView = PartyView['requirements'][number]
export type RequirementRow = ItemOf<'/api/v1/party-requirements'>
export type ProcessView = ItemOf<'/api/v1/processes'>
export type ReviewView = ItemOf<'/api/v1/organization/reviews'>

type Badge = { tone: Tone; label: string }

/** A state of these registers as a badge. A current record needs none: only the exception is marked. */
export const states: Record<IssueView['state'], Badge> = {
  current: { tone: 'positive', label: t('Current') },
  withdrawn: { tone: 'neutral', label: t('Withdrawn') },
}

export const issueKinds: Record<IssueView['kind'], string> = {
  internal: t('Internal'),
  external: t('External'),
}

export const topics: Record<IssueView['topic'], string> = {
  climate: t('Climate change'),
  law: t('Law and regulation'),
  technology: t('Technology'),
  market: t('Market and competition'),
  society: t('Society and culture outside'),
  strategy: t('Strategy and goals'),
  culture: t('Culture inside'),
  resources: t('People, money and skills'),
  other: t('Other'),
}

export const partyKinds: Record<PartyView['kind'], string> = {
  customer: t('Customers'),
  regulator: t('Regulators and authorities'),
  'affected-people': t('People affected by the AI'),
  employee: t('Employees'),
  supplier: t('Suppliers'),
  partner: t('Partners'),
  owner: t('Owners and investors'),
  community: t('Community and public'),
  other: t('Other'),
}

export const bases: Record<RequirementView['basis'], string> = {
  law: t('Law'),
  contract: t('Contract'),
  expectation: t('Expectation'),
}

export const decisions: Record<RequirementView['decision'], Badge> = {
  undecided: { tone: 'caution', label: t('Undecided') },
  'taken-on': { tone: 'positive', label: t('Taken on') },
  'not-taken-on': { tone: 'neutral', label: t('Not taken on') },
}

export const reviewed: Record<ReviewView['about'], { label: string; clause: string; help: string }> = {
  context: {
    label: t('Context'),
    clause: '4.1',
    help: t('Issues inside and outside, and the roles you hold.'),
  },
  'interested-parties': {
    label: t('Interested parties'),
    clause: '4.2',
    help: t('Who they are, what they require, and what you take on.'),
  },
  scope: { label: t('Scope'), clause: '4.3', help: t('What the AI management system covers, and what it leaves out.') },
}

export const sectors: Record<string, string> = {
  technology: t('Technology and software'),
  'financial-services': t('Financial services'),
  healthcare: t('Healthcare'),
  'professional-services': t('Professional services'),
  other: t('Another sector'),
}

/** What the server says is missing of the profile, in the reader's language. */
export const missingWords: Record<string, string> = {
  'the sector': t('the sector'),
  'what the organization does with AI and why': t('what the organisation does with AI and why'),
  'how many people work here': t('how many people work here'),
  'whether it is present in the EU': t('whether it is present in the EU'),
  'who top management is': t('who top management is'),
}

export function optionsOf(words: Record<string, string | { label: string; help?: string }>): Option[] {
  return Object.entries(words).map(([value, word]) =>
    typeof word === 'string' ? { value, label: word } : { value, ...word },
  )
}

export const stateOptions = optionsOf({ current: states.current.label, withdrawn: states.withdrawn.label })
