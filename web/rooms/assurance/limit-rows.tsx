import { Button, Checkbox, Select, TextInput } from '@mantine/core'
import { t } from '../../messages/index.ts'
import styles from './assurance.module.css'
import { type LimitRow, limitIsUpper, limitMetrics } from './definition-form.ts'
import { type Kind, metricName } from './words.ts'

type Props = { kind: Kind; rows: LimitRow[]; change: (rows: LimitRow[]) => void }

/** Limits beside the first one: every one of them has to hold. */
export function LimitRows({ kind, rows, change }: Props) {
  const put = (place: number, fields: Partial<LimitRow>) =>
    change(rows.map((row, at) => (at === place ? { ...row, ...fields } : row)))
  const [first = ''] = limitMetrics[kind]
  return (
    <>
      {rows.map((row, place) => (
        <div key={`${place}`} className={styles.limitRow} role="group" aria-label={numbered(place + 2)}>
          <Select
            label={t('Measure')}
            data={limitMetrics[kind].map((value) => ({ value, label: metricName(value) }))}
            value={row.metric}
            onChange={(metric) => put(place, { metric: metric ?? first })}
          />
          {kind === 'fairness' && (
            <Select
              label={t('Compared as')}
              data={[
                { value: 'difference', label: t('Difference') },
                { value: 'ratio', label: t('Ratio') },
              ]}
              value={row.comparison}
              onChange={(comparison) => put(place, { comparison: comparison ?? 'difference' })}
            />
          )}
          <TextInput
            type="number"
            step="any"
            label={labelOf(kind, row.metric)}
            value={row.value}
            onChange={(event) => put(place, { value: event.currentTarget.value })}
          />
          {kind !== 'fairness' && (
            <Checkbox
              label={t('Each group')}
              checked={row.perGroup}
              onChange={(event) => put(place, { perGroup: event.currentTarget.checked })}
            />
          )}
          <Button variant="subtle" onClick={() => change(rows.filter((_, at) => at !== place))}>
            {t('Take this limit away')}
          </Button>
        </div>
      ))}
      <Button
        variant="default"
        onClick={() => change([...rows, { metric: first, comparison: 'difference', value: '', perGroup: false }])}
      >
        {t('Add another limit')}
      </Button>
    </>
  )
}

function numbered(number: number): string {
  return t('Limit {number}', { number })
}

function labelOf(kind: Kind, metric: string): string {
  if (kind === 'fairness') return t('Margin')
  return limitIsUpper(kind, metric) ? t('At most') : t('At least')
}
