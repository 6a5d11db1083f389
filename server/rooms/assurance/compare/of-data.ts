import { at, listAt, numberAt, textAt } from '#kernel/json-places.ts'
import { groupAt, wordOf } from './group-at.ts'
import { limitAt, type MeasuredRow, sideOf, verdictAt } from './measured-row.ts'

/** The interval of a share, by Wilson. */
export type ShareOf = (successes: number, trials: number) => { low: number; high: number }

/** Each aspect of each column against the reference, and the share of each group. */
export function driftRows(result: unknown, shareOf: ShareOf): MeasuredRow[] {
  const columns = listAt(result, 'columns').flatMap((column) =>
    listAt(column, 'checks').map((check): MeasuredRow => {
      const aspect = textAt(check, 'aspect') ?? ''
      const measure = aspect === 'distribution' ? (textAt(check, 'measure') ?? aspect) : aspect
      const margin = numberAt(check, 'margin')
      const limit = margin === null || aspect === 'column' ? null : { least: null, most: margin }
      return {
        part: 'column',
        of: [textAt(column, 'column') ?? ''],
        group: [],
        against: null,
        measure,
        unit: measure === 'wasserstein_normalised' ? 'number' : 'share',
        // Both runs share the rows of a reference, so their distances move together.
        stands: 'against-a-reference',
        side: sideOf(check, { verdict: verdictAt(check, 'verdict'), limit }),
      }
    }),
  )
  const mixes = listAt(result, 'groupMix').flatMap((mix) => {
    const groups = listAt(mix, 'groups')
    const rows = groups.reduce<number>((sum, it) => sum + (numberAt(it, 'current', 'count') ?? 0), 0)
    return groups.map((group): MeasuredRow => {
      const numerator = numberAt(group, 'current', 'count')
      return {
        part: 'mix',
        of: [textAt(mix, 'column') ?? ''],
        group: [wordOf(at(group, 'value'))],
        against: null,
        measure: 'share_of_rows',
        unit: 'share',
        stands: 'sample',
        side: {
          ...sideOf(numberAt(group, 'current', 'share') ?? {}),
          ...(numerator === null || rows === 0 ? {} : { ...shareOf(numerator, rows), method: 'wilson' }),
          numerator,
          denominator: rows,
        },
      }
    })
  })
  return [...columns, ...mixes]
}

/** Every number of every check, with what was asked of the one that is judged. */
export function checkRows(result: unknown, definition: unknown): MeasuredRow[] {
  const planned = listAt(definition, 'checks')
  return listAt(result, 'findings').flatMap((finding, index) => {
    const place = { of: [textAt(finding, 'check') ?? '', ...groupAt(finding, 'columns').map((it) => it ?? '')] }
    const judged = textAt(finding, 'judged')
    // Findings come in the order of the plan's checks.
    const asked = limitAt(at(planned[index], 'asked'))
    const measures = (list: unknown[], group: (string | null)[]) =>
      list.map((measure): MeasuredRow => {
        const name = textAt(measure, 'name') ?? ''
        const isJudged = group.length === 0 && name === judged
        const share = textAt(measure, 'kind') === 'share' || textAt(measure, 'unit') === 'share'
        return {
          ...place,
          part: 'check',
          group,
          against: null,
          measure: name,
          unit: share ? 'share' : 'number',
          stands: at(measure, 'sample') === true ? 'sample' : 'whole-file',
          side: sideOf(measure, isJudged ? { verdict: verdictAt(finding, 'verdict'), limit: asked } : {}),
        }
      })
    return [
      ...measures(listAt(finding, 'measures'), []),
      ...listAt(finding, 'groups').flatMap((of) => measures(listAt(of, 'measures'), groupAt(of, 'group'))),
    ]
  })
}

/** What another tool has computed, under the names that it gave. */
export function importedRows(record: unknown): MeasuredRow[] {
  return listAt(record, 'values').map((value) => {
    const group = textAt(value, 'group')
    return {
      part: 'value',
      of: [],
      group: group === null ? [] : [group],
      against: null,
      measure: textAt(value, 'measure') ?? '',
      unit: 'number',
      stands: 'tool-unknown',
      side: sideOf(value),
    }
  })
}
