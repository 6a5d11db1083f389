import { t } from '../../messages/index.ts'
import { showDate } from '../../ui/dates.ts'
import type { Assessment } from './words.ts'

// What Assay notes by itself; what a person wrote is shown as it is.
const known: Record<string, string> = {
  'The purpose of the AI system changed.': t('The purpose of the AI system changed.'),
  'The AI system comes from elsewhere now.': t('The AI system comes from elsewhere now.'),
  'The AI system comes from another supplier.': t('The AI system comes from another supplier.'),
  'How far the AI system decides about individuals changed.': t(
    'How far the AI system decides about individuals changed.',
  ),
  'The AI system is fine-tuned by us.': t('The AI system is fine-tuned by us.'),
  'The AI system went back into development.': t('The AI system went back into development.'),
  'The AI system was suspended.': t('The AI system was suspended.'),
  'A model was fine-tuned.': t('A model was fine-tuned.'),
  'Another version of a component is in use.': t('Another version of a component is in use.'),
  'A component comes from another supplier.': t('A component comes from another supplier.'),
  'A measurement of the AI system broke a limit.': t('A measurement of the AI system broke a limit.'),
}
const dated = /^The review was due on (\d{4}-\d\d-\d\d)\.$/

/** Why it has to be looked at again, in the reader's language where Assay noted it. */
export function callNote({ note }: Assessment['calls'][number]): string {
  const day = dated.exec(note)?.[1]
  return day ? t('The review was due on {day}.', { day: showDate(day) }) : (known[note] ?? note)
}
