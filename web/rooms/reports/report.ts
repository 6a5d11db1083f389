import { t } from '../../messages/index.ts'
import { showNumber } from '../../ui/dates.ts'
import type { Option } from '../../ui/form.tsx'
import type { Tone } from '../../ui/state-badge.tsx'
import type { AnswerOf, ItemOf } from '../answer-of.ts'

export type Report = AnswerOf<'/api/v1/reports/{id}'>
export type ReportItem = ItemOf<'/api/v1/reports'>
export type Format = ReportItem['formats'][number]

export const states: Record<ReportItem['state'], { tone: Tone; label: string }> = {
  'not-made': { tone: 'missing', label: t('Not made yet') },
  made: { tone: 'positive', label: t('Made') },
  withdrawn: { tone: 'neutral', label: t('Withdrawn') },
}

export const formats: Record<Format, { label: string; help: string }> = {
  pdf: { label: 'PDF', help: t('For reading and handing over.') },
  docx: { label: 'Word', help: t('For going on writing.') },
  csv: { label: 'CSV', help: t('A row a clause or control, for spreadsheets.') },
  json: { label: 'JSON', help: t('Everything, for machines and for comparing two reports.') },
}

export const formatOptions: Option[] = Object.entries(formats).map(([value, { label, help }]) => ({
  value,
  label,
  help,
}))

/** "531 kB" */
export function sizeText(bytes: number): string {
  return t('{size} kB', { size: showNumber(Math.max(1, Math.round(bytes / 1000))) })
}
