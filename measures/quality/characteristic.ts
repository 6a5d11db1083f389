/**
 * The characteristics of data quality that a check speaks to, by their names in ISO/IEC 5259-2:2024 (names alone; what each check counts is
 * our own definition and stands at the check).
 */
export const characteristics = [
  'completeness',
  'consistency',
  'accuracy',
  'currentness',
  'timeliness',
  'balance',
  'diversity',
  'representativeness',
  'similarity',
  'relevance',
  'identifiability',
  'auditability',
  'credibility',
  'traceability',
] as const

export type Characteristic = (typeof characteristics)[number]
