import type { Screening } from './depth.ts'
import type {
  confidences,
  Dimension,
  effects,
  likelihoods,
  Reach,
  reversibilities,
  scales,
  severities,
} from './words.ts'

/** People, groups or a part of society that the system touches. Roles and groups, never names of persons. */
export type Affected = { name: string; reach: Reach; indirect: boolean; vulnerable: boolean; how: string }

/** One effect on people. A harm is rated; of a benefit it may be left open. */
export type Impact = {
  dimension: Dimension
  effect: (typeof effects)[number]
  reach: Reach
  what: string
  severity: (typeof severities)[number] | null
  scale: (typeof scales)[number] | null
  reversibility: (typeof reversibilities)[number] | null
  likelihood: (typeof likelihoods)[number] | null
  confidence: (typeof confidences)[number] | null
}

export type Misuse = { what: string; prevention: string }
export type Consulted = { who: string; how: string; on: string | null; result: string }

/** Everything that is answered in an assessment, once; each view of it shows the part that it needs. */
export type Answers = {
  screening: Screening
  /** why it goes deeper than the rule asks */
  deeper: string
  summary: string
  /** in which process it is used, by whom and where */
  context: string
  /** since when, until when and how often */
  period: string
  /** why it is needed, and why nothing milder does */
  necessity: string
  oversight: string
  misuse: Misuse[]
  /** what happens when it fails */
  failure: string
  affected: Affected[]
  impacts: Impact[]
  hitMost: string
  society: string
  consulted: Consulted[]
  notConsulted: string
  /** data, models, measurements and evidence, by reference */
  facts: string[]
  /** whom people turn to, and what is made good */
  remedies: string
  /** what remains after the measures */
  remaining: string
  /** what is published, and to whom */
  publication: string
  decisionReason: string
}

export const noAnswers: Answers = {
  screening: {},
  deeper: '',
  summary: '',
  context: '',
  period: '',
  necessity: '',
  oversight: '',
  misuse: [],
  failure: '',
  affected: [],
  impacts: [],
  hitMost: '',
  society: '',
  consulted: [],
  notConsulted: '',
  facts: [],
  remedies: '',
  remaining: '',
  publication: '',
  decisionReason: '',
}
