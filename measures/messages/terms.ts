import type { GroupValue } from '../cells.ts'
import { metricWords } from '../definitions/index.ts'
import { sayGroup } from '../group-words.ts'
import type { Worded } from './said.ts'

/** A metric by its id, in words. */
export function metric(id: string): Worded {
  return { of: { term: 'metric', id }, text: metricWords(id) }
}

/** A group by its values, in words; as `text` says where a sentence names groups otherwise. */
export function group(values: readonly GroupValue[], text = sayGroup(values)): Worded {
  return { of: { term: 'group', values: [...values] }, text }
}
