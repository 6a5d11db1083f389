import { t } from '../../messages/index.ts'
import type { Tone } from '../../ui/state-badge.tsx'
import type { AnswerOf, ItemOf } from '../answer-of.ts'

export type ScreeningView = AnswerOf<'/api/v1/screenings/{id}'>
export type ScreeningItem = ItemOf<'/api/v1/screenings'>
export type TriggerView = ItemOf<'/api/v1/screening-triggers'>
export type Draft = ScreeningView['answers']
export type Result = NonNullable<ScreeningView['result']>
export type Outcome = Result['organization']
export type Decision = Outcome['decision']
export type TriggerId = TriggerView['trigger']

type Badge = { tone: Tone; label: string }

export const decisions: Record<Decision, Badge> = {
  pursue: { tone: 'active', label: t('Pursue certification') },
  evaluate: { tone: 'caution', label: t('Evaluate carefully') },
  'internal-governance': { tone: 'neutral', label: t('Internal governance') },
}

/** One sentence for each decision, under the word. */
export const decisionSentences: Record<Decision, string> = {
  pursue: t('Certification to ISO/IEC 42001 is worth pursuing on these answers.'),
  evaluate: t('Certification may be worth it. Look at the reasons below before you decide.'),
  'internal-governance': t(
    'Internal AI governance is usually enough for now. Not yet is not never: see what would change it.',
  ),
}

export const states: Record<ScreeningItem['state'], Badge> = {
  draft: { tone: 'active', label: t('Under way') },
  concluded: { tone: 'positive', label: t('Concluded') },
  abandoned: { tone: 'neutral', label: t('Abandoned') },
}

export const classifications: Record<Outcome['classification'], string> = {
  consumer: t('AI consumer'),
  developer: t('AI developer'),
  grey: t('Grey area'),
}

export const readings: Record<Outcome['scoreReading'], string> = {
  consumer: t('reads as an AI consumer'),
  mixed: t('reads as a mixed profile'),
  developer: t('reads as an AI developer'),
}

/** The order of precedence; the first step that applies decides. */
export const decisionSteps: Record<Outcome['step'], string> = {
  'developer-activity': t('You develop AI'),
  score: t('The score reaches 15'),
  'lost-deals': t('Deals were lost over AI governance'),
  'persons-sensitive-data-or-regulation': t('Decisions about people, sensitive data or regulation'),
  'market-reasons': t('Reasons of the market'),
  'other-reasons': t('Other reasons'),
  'nothing-calls-for-it': t('Nothing calls for it'),
}

export const triggers: Record<TriggerId, { label: string; help: string }> = {
  'starts-fine-tuning': {
    label: t('We start to fine-tune a model'),
    help: t('Training or fine-tuning shapes how a model behaves.'),
  },
  'creates-training-data': {
    label: t('We create or curate training data'),
    help: t('Collecting, cleaning or labelling data from which a model learns.'),
  },
  'regulated-decisions': {
    label: t('AI takes part in regulated decisions'),
    help: t('Credit, employment, healthcare and the like.'),
  },
  'customer-asks-for-certification': {
    label: t('A customer asks for certification'),
    help: t('In a tender, a contract or a questionnaire.'),
  },
  'eu-expansion': {
    label: t('We expand into the EU'),
    help: t('Customers, sites or people affected there.'),
  },
  'competitor-certifies': {
    label: t('A competitor is certified'),
    help: t('To ISO/IEC 42001, by a certification body.'),
  },
}

export const triggerStates: Record<TriggerView['state'], Badge> = {
  raised: { tone: 'caution', label: t('Raised') },
  answered: { tone: 'positive', label: t('Answered by a screening') },
  dismissed: { tone: 'neutral', label: t('Dismissed') },
}

export const relevances: Record<Outcome['greyAreas'][number]['relevance'], string> = {
  low: t('low'),
  high: t('high'),
  'consider-regardless': t('to be considered in any case'),
  'high-regardless': t('high in any case'),
}

export const greyAreaSides: Record<Outcome['greyAreas'][number]['classification'], string> = {
  consumer: t('counts as use'),
  developer: t('counts as development'),
  either: t('can be either'),
}
