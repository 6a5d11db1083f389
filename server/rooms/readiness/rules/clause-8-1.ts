import { cited, effectiveOf, provedLater } from './documented.ts'

/** 8.1: procedures for each included control, which the Statement of Applicability will name. Assay does not keep it yet. */
export const clause81 = provedLater('8.1', (situation) => {
  const procedures = effectiveOf(situation, 'operational-procedure')
  if (procedures.length === 0) return []
  return [
    {
      kind: 'note',
      text: 'Operational procedures are in force; whether they cover each included control cannot be seen yet.',
      cites: procedures.slice(0, 5).map(cited),
    },
  ]
})
