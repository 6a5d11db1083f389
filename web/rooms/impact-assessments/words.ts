import type { AssessmentRow, AssessmentView, RulesView } from '@assay/server/rooms/impact-assessments/contract.ts'
import type { AnswerName, ViewName, words } from '@assay/server/rooms/impact-assessments/model.ts'
import { t } from '../../messages/index.ts'
import type { Wire } from '../../ui/api.ts'
import type { Tone } from '../../ui/state-badge.tsx'

export type Row = Wire<AssessmentRow>
export type Assessment = Wire<AssessmentView>
export type Rules = Wire<RulesView>
type Badge = { tone: Tone; label: string }
type Labels<Word extends string> = Record<Word, string>

export const states: Record<words.State, Badge> = {
  drafting: { tone: 'missing', label: t('Being written') },
  'in-review': { tone: 'caution', label: t('Waits for approval') },
  approved: { tone: 'positive', label: t('Approved') },
  reopened: { tone: 'caution', label: t('To be looked at again') },
  superseded: { tone: 'neutral', label: t('Superseded') },
  withdrawn: { tone: 'neutral', label: t('Withdrawn') },
}

export const decisions: Record<words.Decision, Badge> = {
  go: { tone: 'positive', label: t('Go') },
  'go-with-conditions': { tone: 'caution', label: t('Go with conditions') },
  stop: { tone: 'critical', label: t('Stop') },
}

export const depths: Labels<words.Depth> = { screen: t('Screening only'), full: t('Full assessment') }

export const occasions: Labels<words.Occasion> = {
  new: t('New system'),
  change: t('A change'),
  period: t('Planned interval'),
  incident: t('Incident'),
}

export const reaches: Labels<words.Reach> = {
  individuals: t('Individuals'),
  groups: t('Groups'),
  society: t('Society'),
}

export const dimensions: Labels<words.Dimension> = {
  accountability: t('Accountability'),
  transparency: t('Transparency'),
  fairness: t('Fairness'),
  privacy: t('Privacy'),
  security: t('Security'),
  'safety-and-health': t('Safety and health'),
  money: t('Money'),
  access: t('Access to services'),
  'human-rights': t('Human rights'),
  work: t('Work'),
  environment: t('Environment'),
  'culture-and-democracy': t('Culture and democracy'),
}

export const effects: Labels<(typeof words.effects)[number]> = { harm: t('Harm'), benefit: t('Benefit') }
export const severities: Labels<(typeof words.severities)[number]> = {
  slight: t('Slight'),
  noticeable: t('Noticeable'),
  serious: t('Serious'),
  grave: t('Grave'),
}
export const scales: Labels<(typeof words.scales)[number]> = {
  few: t('Few people'),
  many: t('Many people'),
  'large-groups': t('Large groups'),
  'whole-population': t('The whole population'),
}
export const reversibilities: Labels<(typeof words.reversibilities)[number]> = {
  easily: t('Easily undone'),
  'with-effort': t('Undone with effort'),
  hardly: t('Hardly undone'),
  never: t('Never undone'),
}
export const likelihoods: Labels<(typeof words.likelihoods)[number]> = {
  unlikely: t('Unlikely'),
  possible: t('Possible'),
  likely: t('Likely'),
  'almost-certain': t('Almost certain'),
}
export const confidences: Labels<(typeof words.confidences)[number]> = {
  low: t('Low confidence'),
  medium: t('Medium confidence'),
  high: t('High confidence'),
}

export const questions: Labels<words.ScreeningQuestion> = {
  'decides-about-people': t('Does it take or prepare decisions about people: work, credit, school, care, services?'),
  'vulnerable-people': t('Does it touch children, patients, people in need, or others who cannot easily object?'),
  'sensitive-data': t('Does it use sensitive data: health, origin, beliefs, biometrics, money troubles?'),
  'many-people': t('Does it touch many people, or a large part of a group?'),
  'hard-to-reverse': t('Could what it does be hard to undo for somebody?'),
  'bodily-safety': t('Could somebody be hurt, or fall ill, when it fails?'),
  'basic-rights': t('Could it touch basic rights: equal treatment, privacy, free speech, a fair hearing?'),
  'acts-by-itself': t('Does it act without a person looking at each result?'),
  'shapes-opinion': t('Does it shape what many people read, see or believe?'),
}
export const screeningAnswers: Labels<words.ScreeningAnswer> = {
  yes: t('Yes'),
  no: t('No'),
  'not-known': t('Not known'),
}

export const depthRules: Labels<Assessment['depthRule']> = {
  'open-questions': t('Questions of the screening are open, so the depth is not known yet.'),
  'something-applies': t('Something applies or is not known, so the full assessment is called for.'),
  'chosen-deeper': t('Nothing applies; the full assessment was chosen for a reason of your own.'),
  'nothing-applies': t('Nothing applies: the screening is enough.'),
}

export const callKinds: Labels<words.CallKind> = {
  change: t('A change'),
  incident: t('Incident'),
  period: t('Planned interval'),
  measurement: t('Measurement'),
  'by-hand': t('Asked for'),
}

/** What each answer is called, in the form as on the record and in the views. */
export const answerLabels: Labels<AnswerName> = {
  screening: t('First questions'),
  summary: t('Summary'),
  context: t('Where and by whom it is used'),
  period: t('Since when and how often'),
  necessity: t('Why it is needed'),
  oversight: t('Human oversight'),
  misuse: t('Foreseeable misuse'),
  failure: t('When it fails'),
  affected: t('Who is affected'),
  impacts: t('Harms and benefits'),
  hitMost: t('Who is hit most'),
  society: t('Effects on society'),
  consulted: t('Who was consulted'),
  notConsulted: t('Why nobody was consulted'),
  facts: t('Data, models and measurements'),
  remedies: t('Complaints and redress'),
  remaining: t('What remains after the measures'),
  publication: t('What is published, and to whom'),
  decisionReason: t('Reason for the decision'),
  measures: t('Measures'),
  decision: t('Decision'),
  reviewDueOn: t('Looked at again by'),
}

export const viewNames: Labels<ViewName> = {
  'data-protection': t('For a data protection assessment'),
  'fundamental-rights': t('For a fundamental rights assessment'),
}

export const headLabels: Record<string, string> = {
  processing: t('What is processed, and what for'),
  necessity: t('Need and proportion'),
  'risks-to-people': t('Risks to people'),
  safeguards: t('Safeguards'),
  'views-of-people': t('Views of those affected'),
  'looked-at-again': t('When it is looked at again'),
  'process-of-use': t('The process in which it is used'),
  'time-and-frequency': t('Time and frequency of use'),
  'people-affected': t('People and groups affected'),
  'harms-to-them': t('Possible harm to them'),
  'human-oversight': t('Human oversight'),
  'when-harm-happens': t('What is done when harm happens'),
}

/** A list of words as options of a choice. */
export function optionsOf(labels: Record<string, string>): { value: string; label: string }[] {
  return Object.entries(labels).map(([value, label]) => ({ value, label }))
}

export function badgesOf(badges: Record<string, Badge>): { value: string; label: string }[] {
  return Object.entries(badges).map(([value, { label }]) => ({ value, label }))
}
