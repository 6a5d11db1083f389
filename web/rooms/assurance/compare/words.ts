import type {
  ComparedRow as ServersRow,
  ComparisonView,
  NoteView,
} from '@assay/server/rooms/assurance/compare/contract.ts'
import { t } from '../../../messages/index.ts'
import type { Wire } from '../../../ui/api.ts'
import { checkName } from '../definition/check-words.ts'
import { measureName } from '../measure-words.ts'
import { groupName, metricName } from '../words.ts'

export type Comparison = Wire<ComparisonView>
export type ComparedRow = Wire<ServersRow>

/** Why nothing is said about chance, short enough for a table. */
export const silenceWords: Record<NonNullable<ComparedRow['change']['silence']>, string> = {
  undefined: t('A value is missing'),
  'no-interval': t('No interval is known'),
  'one-side-only': t('Only in one run'),
  'same-file': t('The same file'),
  'same-rows-perhaps': t('Perhaps the same rows'),
  'other-definition': t('Measured otherwise'),
  'other-confidence': t('Intervals of another confidence'),
  'against-a-reference': t('Both against a reference'),
  'whole-file': t('Counted of the whole file'),
  'tool-unknown': t('Of another tool'),
}

export function noteWords(note: NoteView): string {
  switch (note.kind) {
    case 'other-engine':
      return t('Computed by other versions of the engine: {before}, then {after}.', pick(note))
    case 'other-rules':
      return t('Computed under other rules of measures: {before}, then {after}.', pick(note))
    case 'other-definition':
      return note.limitsOnly
        ? t('The limits or words of the plan differ: {keys}. The numbers are measured alike.', keysOf(note))
        : t('The plan measures otherwise: {keys}. A change may come from that.', keysOf(note))
    case 'other-reference':
      return t('They were compared with other references. A change may come from that.')
    case 'same-file':
      return t('Both runs are of the same file, so nothing of a change is chance of who was drawn.')
    case 'same-rows-perhaps':
      return t(
        'Both files have the same numbers of rows and labels in every group, so they may hold the same rows measured anew. Nothing is said about chance then.',
      )
  }
}

function pick({ before, after }: { before: string; after: string }) {
  return { before, after }
}

function keysOf({ keys }: { keys: string[] }) {
  return { keys: keys.join(', ') }
}

const aspects: Record<string, string> = {
  wasserstein_normalised: t('Shift of numbers, in standard deviations'),
  total_variation: t('Share of rows that changed category'),
  nulls: t('Change of the share of empty values'),
  'not-finite': t('Change of the share of numbers that are not finite'),
  unseen: t('Share of values never seen before'),
  'out-of-range': t('Share outside of the range of the reference'),
  column: t('Whether the column is there'),
  share_of_rows: t('Share of rows'),
  rmse: 'RMSE',
  r2: 'R²',
}

export function measureWords({ part, of, measure }: ComparedRow): string {
  if (part === 'gap') {
    const ratio = measure.endsWith('_ratio')
    const metric = metricName(measure.replace(/_(?:ratio|difference)$/, ''))
    return ratio ? t('Ratio of {metric}', { metric }) : t('Difference in {metric}', { metric })
  }
  if (part === 'check') return `${checkName(of[0] ?? '')}: ${measureName(measure)}`
  return aspects[measure] ?? metricName(measure)
}

/** Of whom or what a number is. */
export function placeWords({ part, of, group, against }: ComparedRow): string {
  const name = groupName(group)
  switch (part) {
    case 'everybody':
      return t('Everybody')
    case 'gap':
      return t('{group} against {other}', {
        group: name,
        other: against && against.length > 0 ? groupName(against) : t('everybody else'),
      })
    case 'group':
    case 'mix':
      return `${of.join(' × ')}: ${name}`
    case 'column':
      return of.join(', ')
    case 'check':
      return [of.slice(1).join(', '), name].filter(Boolean).join(' · ')
    case 'value':
      return name
  }
}
