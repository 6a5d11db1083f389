// The fixed lists of an impact assessment, in our own words.

export const occasions = ['new', 'change', 'period', 'incident'] as const
export type Occasion = (typeof occasions)[number]

export const depths = ['screen', 'full'] as const
export type Depth = (typeof depths)[number]

export const decisions = ['go', 'go-with-conditions', 'stop'] as const
export type Decision = (typeof decisions)[number]

export const states = ['drafting', 'in-review', 'approved', 'reopened', 'superseded', 'withdrawn'] as const
export type State = (typeof states)[number]

/** Who bears an effect. */
export const reaches = ['individuals', 'groups', 'society'] as const
export type Reach = (typeof reaches)[number]

export const dimensions = [
  'accountability',
  'transparency',
  'fairness',
  'privacy',
  'security',
  'safety-and-health',
  'money',
  'access',
  'human-rights',
  'work',
  'environment',
  'culture-and-democracy',
] as const
export type Dimension = (typeof dimensions)[number]

export const effects = ['harm', 'benefit'] as const
export const severities = ['slight', 'noticeable', 'serious', 'grave'] as const
export const scales = ['few', 'many', 'large-groups', 'whole-population'] as const
export const reversibilities = ['easily', 'with-effort', 'hardly', 'never'] as const
export const likelihoods = ['unlikely', 'possible', 'likely', 'almost-certain'] as const
export const confidences = ['low', 'medium', 'high'] as const

/** What the screening asks; a “yes” to any of them, or not knowing, calls for the full assessment. */
export const screeningQuestions = [
  'decides-about-people',
  'vulnerable-people',
  'sensitive-data',
  'many-people',
  'hard-to-reverse',
  'bodily-safety',
  'basic-rights',
  'acts-by-itself',
  'shapes-opinion',
] as const
export type ScreeningQuestion = (typeof screeningQuestions)[number]
export const screeningAnswers = ['yes', 'no', 'not-known'] as const
export type ScreeningAnswer = (typeof screeningAnswers)[number]

/** What calls for a new look at an approved assessment. */
export const callKinds = ['change', 'incident', 'period', 'measurement', 'by-hand'] as const
export type CallKind = (typeof callKinds)[number]
