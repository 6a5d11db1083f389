import { t } from '../../messages/index.ts'
import type { Assessment } from './words.ts'

const parts = [
  { key: 'screening', label: t('Screening'), fields: ['screening', 'deeper', 'summary'], always: true },
  {
    key: 'use',
    label: t('Use and misuse'),
    fields: ['context', 'period', 'necessity', 'oversight', 'misuse', 'failure', 'facts'],
    always: false,
  },
  { key: 'people', label: t('People and society'), fields: ['affected', 'hitMost', 'society'], always: false },
  { key: 'impacts', label: t('Harms and benefits'), fields: ['impacts'], always: false },
  { key: 'consultation', label: t('Consultation'), fields: ['consulted', 'notConsulted'], always: false },
  { key: 'measures', label: t('Measures'), fields: ['measures', 'remedies', 'remaining'], always: true },
  {
    key: 'decision',
    label: t('Decision'),
    fields: ['decision', 'decisionReason', 'reviewDueOn', 'publication'],
    always: true,
  },
] as const

export type StepKey = (typeof parts)[number]['key']
export type Step = { key: StepKey; label: string; fields: readonly string[]; missing: number }

/** The parts of the form that the depth calls for, each with how many answers are still open in it. */
export function stepsOf({ depth, missing }: Pick<Assessment, 'depth' | 'missing'>): Step[] {
  return parts
    .filter(({ always }) => always || depth !== 'screen')
    .map(({ key, label, fields }) => {
      const own: readonly string[] = fields
      return {
        key,
        label,
        fields: own,
        missing: missing.filter(({ path }) => own.includes(path.split('.')[0] ?? '')).length,
      }
    })
}
