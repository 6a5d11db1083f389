import { Button, Checkbox, Select, TagsInput, TextInput } from '@mantine/core'
import { t } from '../../../messages/index.ts'
import type { FormState } from '../../../ui/form.tsx'
import styles from '../assurance.module.css'
import type { PlanValues } from '../plan-values.ts'
import { type Kind, metricName } from '../words.ts'
import { type RowInput, rowInputs } from './row-errors.ts'
import { blankLimit, isSized, type LimitRow, metricsFor, needsBase } from './values.ts'

/** Help stands below in a line, so that its inputs stand on one height. */
const below: ('label' | 'input' | 'description' | 'error')[] = ['label', 'input', 'description', 'error']

type Props = { form: FormState<PlanValues>; kind: Kind }

/** The limits, a line each: every one of them has to hold. */
export function LimitRows({ form, kind }: Props) {
  const rows = form.values.limits
  const change = (next: LimitRow[]) => form.set('limits', next)
  const put = (place: number, fields: Partial<LimitRow>) =>
    change(rows.map((row, at) => (at === place ? { ...row, ...fields } : row)))
  return (
    <>
      {rows.map((row, place) => (
        <Line
          // The lines have no name of their own; a line keeps its place while it is typed in.
          key={`${place}`}
          form={form}
          kind={kind}
          row={row}
          place={place}
          put={(fields) => put(place, fields)}
          remove={rows.length > 1 ? () => change(rows.filter((_, at) => at !== place)) : undefined}
        />
      ))}
      <Button variant="default" onClick={() => change([...rows, blankLimit(kind, metricsFor(form.values)[0])])}>
        {t('Add another limit')}
      </Button>
    </>
  )
}

type LineProps = Props & {
  row: LimitRow
  place: number
  put: (fields: Partial<LimitRow>) => void
  remove: (() => void) | undefined
}

function Line({ form, kind, row, place, put, remove }: LineProps) {
  const input = rowInputs(form)
  const numbered = t('Limit {number}', { number: place + 1 })
  const said = (field: string, label: string) =>
    input(`limits.${place}.${field}`, t('{line}: {label}', { line: numbered, label }))
  const { by, intersections } = form.values
  const groupings = [
    ...by,
    ...intersections.map((one) =>
      one
        .split('+')
        .map((part) => part.trim())
        .join(','),
    ),
  ]
  return (
    <div className={styles.limitRow} role="group" aria-label={numbered}>
      <Select
        {...said('metric', t('Measure'))}
        label={t('Measure')}
        data={metricsFor(form.values).map((value) => ({ value, label: metricName(value) }))}
        value={row.metric}
        searchable
        onChange={(metric) => metric !== null && put({ metric, bound: blankLimit(kind, metric).bound })}
      />
      {kind === 'fairness' ? (
        <Select
          {...said('comparison', t('Compared as'))}
          label={t('Compared as')}
          data={[
            { value: 'difference', label: t('Difference') },
            { value: 'ratio', label: t('Ratio') },
          ]}
          value={row.comparison}
          onChange={(comparison) => put({ comparison: comparison === 'ratio' ? 'ratio' : 'difference' })}
        />
      ) : (
        <Bound row={row} put={put} />
      )}
      <TextInput
        {...said('value', kind === 'fairness' ? t('Margin') : t('Value'))}
        type="number"
        step="any"
        required
        label={kind === 'fairness' ? t('Margin') : t('Value')}
        description={kind === 'fairness' ? meaning(row) : undefined}
        inputWrapperOrder={below}
        value={row.value}
        onChange={(event) => put({ value: event.currentTarget.value })}
      />
      {kind === 'fairness' && groupings.length > 1 && (
        <TagsInput
          {...said('attributes', t('Only by'))}
          label={t('Only by')}
          placeholder={row.attributes.length === 0 ? t('all of them') : ''}
          data={groupings}
          splitChars={[]}
          value={row.attributes}
          onChange={(attributes) => put({ attributes })}
        />
      )}
      {isSized(kind, row.metric) && <Expected kind={kind} row={row} put={put} said={said} />}
      {kind !== 'fairness' && (
        <Checkbox
          label={t('Each group')}
          checked={row.perGroup}
          onChange={(event) => put({ perGroup: event.currentTarget.checked })}
        />
      )}
      {remove && (
        <Button variant="subtle" onClick={remove}>
          {t('Take this limit away')}
        </Button>
      )}
    </div>
  )
}

type ExpectedProps = Pick<LineProps, 'kind' | 'row' | 'put'> & { said: (field: string, label: string) => RowInput }

/** What the rates are expected to be: it tells how many people are needed before anybody has measured. */
function Expected({ kind, row, put, said }: ExpectedProps) {
  const second =
    kind === 'fairness'
      ? { label: t('Of the reference'), description: t('Empty: the same.') }
      : needsBase(row.metric)
        ? { label: t('Share of favourable labels'), description: t('0 to 1; the size rests on it.') }
        : null
  return (
    <details className={styles.rowDetails} open={row.expectedRate !== ''}>
      <summary>{t('What is expected')}</summary>
      <div className={styles.limitRow}>
        <TextInput
          {...said('expected', t('Expected rate'))}
          type="number"
          step="any"
          label={kind === 'fairness' ? t('Expected rate') : t('Expected value')}
          description={
            kind === 'fairness'
              ? t('Of a compared group, 0 to 1. The result then says how many people it needs.')
              : t('The plan then says how many rows it needs.')
          }
          inputWrapperOrder={below}
          value={row.expectedRate}
          onChange={(event) => put({ expectedRate: event.currentTarget.value })}
        />
        {second && (
          <TextInput
            {...said('expected.base', second.label)}
            type="number"
            step="any"
            {...second}
            inputWrapperOrder={below}
            value={row.expectedReference}
            onChange={(event) => put({ expectedReference: event.currentTarget.value })}
          />
        )}
        <TextInput
          type="number"
          step="any"
          label={t('Chance to pass')}
          description={t('Empty: 0.8.')}
          inputWrapperOrder={below}
          value={row.expectedPower}
          onChange={(event) => put({ expectedPower: event.currentTarget.value })}
        />
      </div>
    </details>
  )
}

/** What a margin allows, in the same words for everybody. */
function meaning({ comparison, value }: LimitRow): string {
  const margin = Number(value)
  if (value.trim() === '' || !(margin > 0)) return t('0.1 for a difference, 0.8 for a ratio.')
  if (comparison === 'ratio') {
    return t('From {low} to {high} times the reference', { low: rounded(margin), high: rounded(1 / margin) })
  }
  return t('Up to {points} percentage points apart, either way', { points: rounded(margin * 100) })
}

function rounded(value: number): string {
  return String(Number(value.toFixed(3)))
}

function Bound({ row, put }: Pick<LineProps, 'row' | 'put'>) {
  return (
    <Select
      label={t('Has to be')}
      data={[
        { value: 'atLeast', label: t('At least') },
        { value: 'atMost', label: t('At most') },
      ]}
      value={row.bound}
      onChange={(bound) => put({ bound: bound === 'atMost' ? 'atMost' : 'atLeast' })}
    />
  )
}
