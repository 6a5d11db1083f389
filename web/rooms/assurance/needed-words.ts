import type { SizesView } from '@assay/server/rooms/assurance/sizes/contract.ts'
import { t } from '../../messages/index.ts'
import type { Wire } from '../../ui/api.ts'
import { showNumber } from '../../ui/dates.ts'
import { checkName } from './definition/check-words.ts'
import { figure, metricName } from './words.ts'

type Needed = Wire<SizesView>['rows'][number]

const counted: Record<Needed['counted'], string> = {
  rows: t('rows'),
  'favourable labels': t('rows with a favourable label'),
  'unfavourable labels': t('rows with an unfavourable label'),
  'favourable decisions': t('rows with a favourable decision'),
  'unfavourable decisions': t('rows with an unfavourable decision'),
  'window rows': t('rows in the window'),
}

const distances: Record<string, string> = {
  wasserstein_normalised: t('Shift of numbers, in standard deviations'),
  total_variation: t('Share of rows that changed category'),
}

/** How many rows one number needs, and what was taken for granted. */
export function neededWords({ about, measure, columns, bound, counted: of, expected, needed }: Needed): string {
  const words = {
    measure:
      about === 'no-failure'
        ? [checkName(measure), ...columns].join(', ')
        : (distances[measure] ?? metricName(measure)),
    limit:
      bound.least === null
        ? t('at most {value}', { value: figure(bound.most) })
        : t('at least {value}', { value: figure(bound.least) }),
    bound: figure(bound.most ?? bound.least),
    needed: showNumber(needed ?? 0),
    counted: counted[of],
    rate: figure(expected['rate'] ?? 0),
    power: figure(expected['power'] ?? 0),
    base: figure(expected['base'] ?? 0),
    bins: showNumber(expected['bins'] ?? 0),
    categories: showNumber(expected['categories'] ?? 0),
  }
  switch (about) {
    case 'limit':
      if (needed === null) return t('{measure} {limit}: no number is enough, since {rate} does not hold it.', words)
      return expected['base'] === undefined
        ? t('{measure} {limit}: {needed} {counted} for a chance of {power} to pass, with {rate} expected.', words)
        : t(
            '{measure} {limit}: {needed} {counted} for a chance of {power} to pass, with {rate} expected and a share of {base} favourable labels.',
            words,
          )
    case 'error-by-chance':
      return t(
        '{needed} {counted}, so that scores without fault show an ECE of no more than {bound} in {bins} bins.',
        words,
      )
    case 'bins':
      return t('{needed} {counted}, so that each of {bins} bins is known within ± {bound}.', words)
    case 'no-change':
      if (needed === null) return t('{measure} {limit}: no window is enough, since the reference is too small.', words)
      return expected['categories'] === undefined
        ? t('{measure} {limit}: {needed} {counted}, so that a column without change passes.', words)
        : t(
            '{measure} {limit}: {needed} {counted}, so that a column of {categories} categories without change passes.',
            words,
          )
    case 'no-failure':
      return t(
        '{measure} {limit}: with fewer than {needed} {counted} it cannot be shown, even without a single failure.',
        words,
      )
  }
}
