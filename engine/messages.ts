import { type Said, saying } from '@assay/measures/messages'

/** Every sentence of a run beside those of the measures: why its verdict is what it is, and what to know of the file. */
export const engineMessages = {
  // Reasons.
  'no-threshold': 'the plan sets no threshold, so nothing was decided',
  'no-two-groups': '{attribute} has no two groups to compare.',
  'column-answered': '{column}, {measure}: {reason}.',
  'check-answered': '{check} of {columns}: {measure} {because}.',
  'text-answered': '{check}: {measure} {because}.',
  'stream-few': '{method} of {values} gets no verdict: it saw {count} values; a verdict asks for {minimum}.',
  'stream-alarms': '{method} of {values} alarms {alarms} times over {count} values; at most {most} are allowed.',
  // Warnings.
  'no-row-left': 'no row is left to measure',
  'positive-absent': 'no row has {role} {name} = {positive}; it has {values}',
  'many-answers': '{role} "{column}" has {count} values; {others} all count as not {positive}',
  'of-test-file': 'test file: {warning}',
  'outputs-missing': '{rows} rows have no value in "{column}": they count as empty, and as nothing else',
  'not-compared': 'not compared, since they hold lists, structures or bytes: {columns}',
  'recorded-differs': 'the recorded {fact}, {recorded}, is not that of this file, {found}: it counts as not recorded',
  'not-checked': 'not checked, since they hold lists, structures or bytes: {columns}',
  'labels-selective':
    'labels depend on the decision: "{label}" is missing in {ofRejected} of {rejected} rows with the unfavourable decision and in {ofSelected} of {selected} with the favourable; rates are of rows with a label, which are not like the others',
  'scores-missing': '{rows} rows have no finite number in "{score}": ranking and calibration are of the other {others}',
  'scores-outside': '"{score}" has values outside of 0 to 1: scores are ranked, and calibration is left out',
} as const

export const say = saying(engineMessages)

/** What is said of every kind of measurement where nobody is counted. */
export function warningsOfNobody(rowsUsed: number): Said[] {
  return rowsUsed === 0 ? [say('no-row-left', {})] : []
}
