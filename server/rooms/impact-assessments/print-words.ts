import type { AnswerName, ViewName } from './model.ts'
import type * as words from './rules/words.ts'

// The words of printed assessments. The page has its own, which are translated.

type Labels<Word extends string> = Readonly<Record<Word, string>>

export const stateNames: Labels<words.State> = {
  drafting: 'Being written, not approved',
  'in-review': 'Waits for approval',
  approved: 'Approved',
  reopened: 'Approved, to be looked at again',
  superseded: 'Superseded',
  withdrawn: 'Withdrawn',
}
export const decisionNames: Labels<words.Decision> = {
  go: 'Go',
  'go-with-conditions': 'Go with conditions',
  stop: 'Stop',
}
export const depthNames: Labels<words.Depth> = { screen: 'Screening', full: 'Full assessment' }
export const occasionNames: Labels<words.Occasion> = {
  new: 'New system',
  change: 'Change',
  period: 'Planned interval',
  incident: 'Incident',
}
export const reachNames: Labels<words.Reach> = { individuals: 'Individuals', groups: 'Groups', society: 'Society' }
export const effectNames: Labels<(typeof words.effects)[number]> = { harm: 'Harm', benefit: 'Benefit' }
export const dimensionNames: Labels<words.Dimension> = {
  accountability: 'Accountability',
  transparency: 'Transparency',
  fairness: 'Fairness',
  privacy: 'Privacy',
  security: 'Security',
  'safety-and-health': 'Safety and health',
  money: 'Money',
  access: 'Access to services',
  'human-rights': 'Human rights',
  work: 'Work',
  environment: 'Environment',
  'culture-and-democracy': 'Culture and democracy',
}
export const ratingNames = {
  severity: { slight: 'slight', noticeable: 'noticeable', serious: 'serious', grave: 'grave' },
  scale: {
    few: 'few people',
    many: 'many people',
    'large-groups': 'large groups',
    'whole-population': 'the whole population',
  },
  reversibility: {
    easily: 'easily undone',
    'with-effort': 'undone with effort',
    hardly: 'hardly undone',
    never: 'never undone',
  },
  likelihood: { unlikely: 'unlikely', possible: 'possible', likely: 'likely', 'almost-certain': 'almost certain' },
  confidence: { low: 'low confidence', medium: 'medium confidence', high: 'high confidence' },
} as const

export const questionNames: Labels<words.ScreeningQuestion> = {
  'decides-about-people': 'Takes or prepares decisions about people',
  'vulnerable-people': 'Touches people who cannot easily object',
  'sensitive-data': 'Uses sensitive data',
  'many-people': 'Touches many people, or a large part of a group',
  'hard-to-reverse': 'Does what may be hard to undo',
  'bodily-safety': 'Somebody could be hurt, or fall ill',
  'basic-rights': 'Could touch basic rights',
  'acts-by-itself': 'Acts without a person looking at each result',
  'shapes-opinion': 'Shapes what many people read, see or believe',
}
export const screeningNames: Labels<words.ScreeningAnswer> = { yes: 'Yes', no: 'No', 'not-known': 'Not known' }

export const answerNames: Labels<AnswerName> = {
  screening: 'Screening',
  summary: 'Summary',
  context: 'Where and by whom it is used',
  period: 'Since when and how often',
  necessity: 'Why it is needed',
  oversight: 'Human oversight',
  misuse: 'Foreseeable misuse',
  failure: 'When it fails',
  affected: 'Who is affected',
  impacts: 'Harms and benefits',
  hitMost: 'Who is hit most',
  society: 'Effects on society',
  consulted: 'Who was consulted',
  notConsulted: 'Why nobody was consulted',
  facts: 'Data, models and measurements',
  remedies: 'Complaints and redress',
  remaining: 'What remains after the measures',
  publication: 'What is published, and to whom',
  decisionReason: 'Reason for the decision',
  measures: 'Measures',
  decision: 'Decision',
  reviewDueOn: 'Looked at again by',
}

export const fileNames: Labels<ViewName | 'assessment'> = {
  assessment: 'AI system impact assessment',
  'data-protection': 'Data protection impact assessment, from the AI system impact assessment',
  'fundamental-rights': 'Fundamental rights impact assessment, from the AI system impact assessment',
}

export const headNames: Readonly<Record<string, string>> = {
  processing: 'What is processed, and what for',
  necessity: 'Need and proportion',
  'risks-to-people': 'Risks to people',
  safeguards: 'Safeguards',
  'views-of-people': 'Views of those affected',
  'looked-at-again': 'When it is looked at again',
  'process-of-use': 'The process in which it is used',
  'time-and-frequency': 'Time and frequency of use',
  'people-affected': 'People and groups affected',
  'harms-to-them': 'Possible harm to them',
  'human-oversight': 'Human oversight',
  'when-harm-happens': 'What is done when harm happens',
}
