import { Button, Select, TagsInput, TextInput } from '@mantine/core'
import { t } from '../../../messages/index.ts'
import { FieldGroup } from '../../../ui/form.tsx'
import styles from '../assurance.module.css'
import { metricName } from '../words.ts'
import type { FieldsProps } from './filter-field.tsx'
import { rowInputs } from './row-errors.ts'
import { blankFactor, type FactorRow, limitMetrics } from './values.ts'

/** Factors that may legitimately matter: groups are then compared among rows that are alike in them. */
export function FactorRows({ form, columns }: FieldsProps) {
  const rows = form.values.factors
  const input = rowInputs(form)
  const change = (next: FactorRow[]) => form.set('factors', next)
  const put = (place: number, fields: Partial<FactorRow>) =>
    change(rows.map((row, at) => (at === place ? { ...row, ...fields } : row)))
  return (
    <FieldGroup
      legend={t('Held alike')}
      help={t(
        'Columns that may legitimately matter, such as the department that was applied to. Groups are also compared among rows that are alike in them.',
      )}
    >
      {rows.map((row, place) => {
        const line = t('Comparison {number}', { number: place + 1 })
        const said = (field: string, label: string) =>
          input(`factors.${place}.${field}`, t('{line}: {label}', { line, label }))
        return (
          <div key={`${place}`} className={styles.limitRow} role="group" aria-label={line}>
            <TagsInput
              {...said('strata', t('Columns'))}
              label={t('Columns')}
              required
              data={columns}
              value={row.strata}
              onChange={(strata) => put(place, { strata })}
            />
            <Select
              {...said('metric', t('Measure'))}
              label={t('Measure')}
              data={limitMetrics.fairness.map((value) => ({ value, label: metricName(value) }))}
              value={row.metric === '' ? 'selection_rate' : row.metric}
              onChange={(metric) => put(place, { metric: metric ?? '' })}
            />
            <TextInput
              {...said('margin', t('Margin'))}
              type="number"
              step="any"
              label={t('Margin')}
              description={t('Empty: shown, decides nothing.')}
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              value={row.margin}
              onChange={(event) => put(place, { margin: event.currentTarget.value })}
            />
            <Button variant="subtle" onClick={() => change(rows.filter((_, at) => at !== place))}>
              {t('Take this comparison away')}
            </Button>
          </div>
        )
      })}
      <Button variant="default" onClick={() => change([...rows, blankFactor])}>
        {t('Compare with something held alike')}
      </Button>
    </FieldGroup>
  )
}
