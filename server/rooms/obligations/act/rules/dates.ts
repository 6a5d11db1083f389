import type { Requirement } from '@assay/frameworks'
import type { DutyDate, Finding, HighRiskVerdict } from './result.ts'
import type { ActAnswers } from './answers.ts'

/** The days of Art. 113 and 111 that a duty may be moved to; a test holds them to the catalogue. */
export const actDays = {
  annexIii: { on: '2027-12-02', ref: 'Art. 113(c)', originally: '2026-08-02', amended: true },
  annexI: { on: '2028-08-02', ref: 'Art. 113(c)', originally: '2027-08-02', amended: true },
  publicLegacy: { on: '2030-08-02', ref: 'Art. 111(2)', originally: null, amended: false },
  marking: { on: '2026-12-02', ref: 'Art. 111(4)', originally: '2026-08-02', amended: true },
  modelLegacy: { on: '2027-08-02', ref: 'Art. 111(3)', originally: null, amended: true },
} as const
type Day = (typeof actDays)[keyof typeof actDays]

const general = '2026-08-02'
const modelRules = '2025-08-02'

export const sources = {
  original: 'Regulation (EU) 2024/1689',
  amended:
    'Regulation (EU) 2024/1689 as amended by Regulation (EU) 2026/1744; not checked against the Official Journal',
} as const

export const conditionTexts = {
  unchanged: {
    text: 'It was on the market or in service before that day: the duty begins once its design changes significantly.',
    article: 'Art. 111(2)',
  },
} as const satisfies Record<string, Finding>

type Situation = { answers: ActAnswers; verdict: HighRiskVerdict }

/** From when one duty counts for this system, with the source of the date and the calendar before 27 July 2026. */
export function dateOf(
  { law, ref }: Pick<Requirement, 'law' | 'ref'>,
  earlier: Pick<Requirement, 'law'> | undefined,
  { answers, verdict }: Situation,
): DutyDate {
  if (!law) throw new Error(`${ref} has no date in the catalogue`)
  const before = earlier?.law?.appliesFrom ?? null
  if (law.tier === 'high') return moved(highRiskDay(answers, verdict), formal(law.appliesFrom))
  const { placedOn } = answers
  if (ref === 'AIA-50-2' && placedOn !== null && placedOn < general) return moved(actDays.marking, null)
  if (law.tier.startsWith('gpai') && placedOn !== null && placedOn < modelRules) return moved(actDays.modelLegacy, null)
  return {
    on: law.appliesFrom,
    ref: article113(law.appliesFrom),
    formally: null,
    originally: before === law.appliesFrom ? null : before,
    source: law.amended2026 ? sources.amended : sources.original,
    checked: !law.amended2026,
  }
}

/** The earlier of both routes counts where a system is high-risk by both. */
function highRiskDay(answers: ActAnswers, verdict: HighRiskVerdict): Day {
  const { annexIii, exceptions, profiling, placedOn, changedSince, publicBody } = answers
  const byUse = annexIii.length > 0 && !(exceptions.length > 0 && profiling === 'no')
  const product = verdict === 'annex-i-sector' || (verdict === 'annex-i' && !byUse)
  const day = product ? actDays.annexI : actDays.annexIii
  const legacy = placedOn !== null && placedOn < day.on && !changedSince
  return legacy && publicBody ? actDays.publicLegacy : day
}

function moved({ on, ref, originally, amended }: Day, formally: string | null): DutyDate {
  const source = amended ? sources.amended : sources.original
  return { on, ref, formally, originally, source, checked: !amended }
}

function formal(appliesFrom: string): string | null {
  return appliesFrom === general ? appliesFrom : null
}

function article113(day: string): string {
  if (day === '2025-02-02') return 'Art. 113(a)'
  if (day === modelRules) return 'Art. 113(b)'
  return 'Art. 113'
}
