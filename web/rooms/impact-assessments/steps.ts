import { t } from '../../messages/index.ts'
import { isSaid } from './said.ts'
import type { AnswerName } from '@assay/server/rooms/impact-assessments/model.ts'
import type { Assessment } from './words.ts'

const parts = [
  { key: 'screening', label: t('First questions'), fields: ['screening', 'summary'], always: true },
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
export type Step = {
  key: StepKey
  label: string
  fields: readonly string[]
  missing: number
  /** something stands in it already */
  begun: boolean
}

/** The parts of the form that the depth calls for, each with how many answers are still open in it. */
export function stepsOf(it: Assessment): Step[] {
  return parts
    .filter(({ always }) => always || it.depth !== 'screen')
    .map(({ key, label, fields }) => {
      const own: readonly AnswerName[] = fields
      return {
        key,
        label,
        fields: own,
        missing: it.missing.filter(({ path }) => own.some((field) => field === path.split('.')[0])).length,
        begun: own.some((field) => isSaid(it, field)),
      }
    })
}
