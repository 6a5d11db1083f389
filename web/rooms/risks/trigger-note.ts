import { t } from '../../messages/index.ts'
import { showDate } from '../../ui/dates.ts'
import type { RiskDetail } from './words.ts'

type Trigger = RiskDetail['triggers'][number]

// What Assay notes by itself; what a person wrote is shown as it is.
const known: Record<string, string> = {
  'The purpose of the AI system changed.': t('The purpose of the AI system changed.'),
  'The AI system comes from elsewhere now.': t('The AI system comes from elsewhere now.'),
  'How far the AI system decides about individuals changed.': t(
    'How far the AI system decides about individuals changed.',
  ),
  'The AI system was put into use.': t('The AI system was put into use.'),
  'The AI system was put back into use.': t('The AI system was put back into use.'),
  'The AI system was suspended.': t('The AI system was suspended.'),
  'The AI system was retired. Close the risk if it went with it.': t(
    'The AI system was retired. Close the risk if it went with it.',
  ),
  'The AI system comes from another supplier.': t('The AI system comes from another supplier.'),
  'The AI system uses another component.': t('The AI system uses another component.'),
  'A component comes from another supplier.': t('A component comes from another supplier.'),
  'Another version of a component is in use.': t('Another version of a component is in use.'),
  'A version of a component was withdrawn.': t('A version of a component was withdrawn.'),
  'A model was fine-tuned.': t('A model was fine-tuned.'),
  'A measurement of the AI system broke a limit.': t('A measurement of the AI system broke a limit.'),
}
const dated = /^The (?:review was due|acceptance expired) on (\d{4}-\d\d-\d\d)\.$/

/** What happened, in the reader's language where Assay noted it. */
export function triggerNote({ kind, note }: Pick<Trigger, 'kind' | 'note'>): { byAssay: boolean; text: string } {
  const day = dated.exec(note)?.[1]
  if (!day) return { byAssay: note in known, text: known[note] ?? note }
  const shown = showDate(day)
  const text =
    kind === 'review-due'
      ? t('The review was due on {day}.', { day: shown })
      : t('The acceptance expired on {day}.', { day: shown })
  return { byAssay: true, text }
}

// Why Assay ended an acceptance; what a person gave as the reason is shown as it is.
const ends: Record<string, string> = {
  'rated again': t('rated again'),
  'it expired': t('it expired'),
  'the AI system changed': t('the AI system changed'),
  'a component of the AI system changed': t('a component of the AI system changed'),
  'something changed at a supplier': t('something changed at a supplier'),
  'there was an incident': t('there was an incident'),
  'a measurement broke a limit': t('a measurement broke a limit'),
  'the review was due': t('the review was due'),
  'the treatment did not work': t('the treatment did not work'),
}

export function endedWords(because: string): string {
  return ends[because] ?? because
}
