import type { AiActFile } from './build-eu-ai-act.ts'
import { aiActData, earlierAiActData } from './catalogues.ts'

export type AiActDate = { date: string; what: string; ref: string; amended2026: boolean }

/** From when which part of the AI Act applies: the amended calendar, or the one that held until 27 July 2026. */
export function aiActDates(edition: 'EU-AI-ACT' | 'EU-AI-ACT-2024' = 'EU-AI-ACT'): readonly AiActDate[] {
  const { dates } = edition === 'EU-AI-ACT' ? aiActData() : earlierAiActData()
  return dates.map(({ date, what, ref, amended_2026 }) => ({ date, what, ref, amended2026: amended_2026 ?? false }))
}

/** The Act's own role words, which are not those of ISO/IEC 22989. */
export function aiActActors(): AiActFile['actors'] {
  return aiActData().actors
}

/** The Annex III areas with the uses that make a system high-risk. */
export function aiActHighRiskAreas(): AiActFile['annex_iii_areas'] {
  return aiActData().annex_iii_areas
}

/** Ceilings of fines in euro and percent of turnover, and the rule which of the two counts. */
export function aiActPenalties(): { rows: AiActFile['penalties']; rule: string } {
  const { penalties, penalty_rule } = aiActData()
  return { rows: penalties, rule: penalty_rule }
}

/** What we could not settle about the Act; to be shown wherever its dates are. */
export function aiActUncertainties(): readonly string[] {
  return aiActData().uncertain
}
