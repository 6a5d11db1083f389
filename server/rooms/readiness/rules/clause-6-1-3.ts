import { hasEffective, provedLater } from './documented.ts'

/** 6.1.3: the Statement of Applicability and the treatment plan. Assay does not keep them yet; a process alone proves neither. */
export const clause613 = provedLater('6.1.3', (situation) => partOf(hasEffective(situation, 'risk-treatment-process')))

function partOf({ holds, reason }: ReturnType<typeof hasEffective>) {
  return holds ? [{ ...reason, kind: 'note' as const, text: `${reason.text} It is one of the three parts.` }] : []
}
