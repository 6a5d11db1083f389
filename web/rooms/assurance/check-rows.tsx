import { Button, Select, TextInput } from '@mantine/core'
import { t } from '../../messages/index.ts'
import styles from './assurance.module.css'
import { blankCheck, type CheckRow, commonChecks } from './definition-form.ts'

/** What the common checks are called. */
const names: Record<string, string> = {
  'missing-values': t('Share of empty values'),
  'missing-labels': t('Share of rows without an outcome'),
  'type-mix': t('Share of values of another type'),
  'outliers-mad': t('Share of outliers'),
  'duplicate-rows': t('Share of duplicate rows'),
  'duplicate-ids': t('Share of duplicate ids'),
  'personal-data': t('Share with personal data'),
  'exact-match': t('Share of exact answers'),
  'token-f1': t('Words shared with the expected answer (F1)'),
  'rouge-l': t('Longest common sequence (ROUGE-L)'),
  refusal: t('Share of refusals'),
  empty: t('Share of empty answers'),
  secrets: t('Share with secrets'),
  groundedness: t('Share of words found in the context'),
}

type Props = { kind: 'quality' | 'llm'; rows: CheckRow[]; change: (rows: CheckRow[]) => void }

/** What is asked of the data or of the text, a line each: which check, of which columns, and its target. */
export function CheckRows({ kind, rows, change }: Props) {
  const put = (place: number, fields: Partial<CheckRow>) =>
    change(rows.map((row, at) => (at === place ? { ...row, ...fields } : row)))
  return (
    <>
      {rows.map((row, place) => (
        <div
          key={`${place}`}
          className={styles.limitRow}
          role="group"
          aria-label={t('Check {number}', { number: place + 1 })}
        >
          <Select
            label={t('Check')}
            data={commonChecks[kind].map(({ check }) => ({ value: check, label: names[check] ?? check }))}
            value={row.check}
            onChange={(check) => put(place, { ...blankCheck(kind, check ?? row.check), columns: row.columns })}
          />
          {kind === 'quality' && (
            <TextInput
              label={t('Columns')}
              placeholder={t('age, income')}
              value={row.columns}
              onChange={(event) => put(place, { columns: event.currentTarget.value })}
            />
          )}
          <Select
            label={t('Target')}
            data={[
              { value: 'atMost', label: t('At most') },
              { value: 'atLeast', label: t('At least') },
            ]}
            value={row.bound}
            onChange={(bound) => put(place, { bound: bound === 'atLeast' ? 'atLeast' : 'atMost' })}
          />
          <TextInput
            type="number"
            step="any"
            label={t('Value (0 to 1)')}
            value={row.value}
            onChange={(event) => put(place, { value: event.currentTarget.value })}
          />
          {rows.length > 1 && (
            <Button variant="subtle" onClick={() => change(rows.filter((_, at) => at !== place))}>
              {t('Take this check away')}
            </Button>
          )}
        </div>
      ))}
      <Button variant="default" onClick={() => change([...rows, blankCheck(kind, commonChecks[kind][0]?.check ?? '')])}>
        {t('Add another check')}
      </Button>
    </>
  )
}
