/** English names of the words, for files and documents; the page has its own, in the reader's language. */
export const stateLabels = {
  proposed: 'Proposed',
  approved: 'Approved',
  'in-development': 'In development',
  verified: 'Verified',
  'in-use': 'In use',
  suspended: 'Suspended',
  retired: 'Retired',
  dismissed: 'Dismissed',
} as const

export const provenanceLabels = {
  built: 'Built here',
  'fine-tuned': 'Fine-tuned here',
  bought: 'Bought',
  'by-api': 'Called over an API',
  embedded: 'Embedded in bought software',
} as const

export const autonomyLabels = {
  assistive: 'Assistive: suggests, a person acts',
  partial: 'Partial: does parts under constant watch',
  conditional: 'Conditional: acts while a person stands ready to take over',
  high: 'High: acts alone within set conditions',
  full: 'Full: acts alone in all its conditions',
  autonomous: 'Autonomous: changes its own goals or domain without outside help',
} as const

export const individualDecisionsLabels = {
  none: 'No part in decisions about individuals',
  supports: 'Prepares decisions that a person takes',
  decides: 'Decides about individuals',
} as const

export const scopeLabels = { undecided: 'Undecided', in: 'In scope', out: 'Out of scope' } as const
