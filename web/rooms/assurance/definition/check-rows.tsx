import { Button, Select, TextInput } from '@mantine/core'
import { t } from '../../../messages/index.ts'
import type { FormState } from '../../../ui/form.tsx'
import styles from '../assurance.module.css'
import type { PlanValues } from '../plan-values.ts'
import { blankCheck, checkNamed, knownChecks } from './check-catalogue.ts'
import { CheckSetting } from './check-setting.tsx'
import { checkName, groupOfChecks } from './check-words.ts'
import { rowInputs } from './row-errors.ts'
import type { CheckRow } from './values.ts'

type Props = { form: FormState<PlanValues>; kind: 'quality' | 'llm'; columns: string[] }

/** What is asked of the data or of the text, a line each: which check, of which columns, and its target. */
export function CheckRows({ form, kind, columns }: Props) {
  const rows = form.values.checks
  const change = (next: CheckRow[]) => form.set('checks', next)
  const put = (place: number, fields: Partial<CheckRow>) =>
    change(rows.map((row, at) => (at === place ? { ...row, ...fields } : row)))
  const first = knownChecks[kind][0]?.check ?? ''
  return (
    <>
      {rows.map((row, place) => (
        <Line
          key={`${place}`}
          form={form}
          kind={kind}
          columns={columns}
          row={row}
          place={place}
          put={(fields) => put(place, fields)}
          replace={(next) => change(rows.map((it, at) => (at === place ? next : it)))}
          remove={rows.length > 1 ? () => change(rows.filter((_, at) => at !== place)) : undefined}
        />
      ))}
      <Button variant="default" onClick={() => change([...rows, blankCheck(kind, first)])}>
        {t('Add another check')}
      </Button>
    </>
  )
}

type LineProps = Props & {
  row: CheckRow
  place: number
  put: (fields: Partial<CheckRow>) => void
  replace: (row: CheckRow) => void
  remove: (() => void) | undefined
}

function Line({ form, kind, columns, row, place, put, replace, remove }: LineProps) {
  const input = rowInputs(form)
  const numbered = t('Check {number}', { number: place + 1 })
  const said = (field: string, label: string) =>
    input(`checks.${place}.${field}`, t('{line}: {label}', { line: numbered, label }))
  // What is asked otherwise is asked anew: the day on which it was set is today's.
  const ask = (fields: Partial<CheckRow>) => {
    const { setOn: _before, ...more } = row.more
    put({ ...fields, more })
  }
  return (
    <div className={styles.checkRow} role="group" aria-label={`${numbered}, ${checkName(row.check)}`}>
      <Select
        {...said('check', t('Check'))}
        className={styles.wide ?? ''}
        label={t('Check')}
        data={optionsOf(kind)}
        value={row.check}
        searchable
        nothingFoundMessage={t('Nothing found')}
        onChange={(check) => check !== null && replace(blankCheck(kind, check, row.settings))}
      />
      {(checkNamed(kind, row.check)?.settings ?? []).map((setting) => (
        <CheckSetting
          key={setting.name}
          setting={setting}
          check={row.check}
          columns={columns}
          value={row.settings[setting.name]}
          change={(value) => put({ settings: { ...row.settings, [setting.name]: value } })}
          said={said}
        />
      ))}
      <Select
        label={t('Target')}
        data={[
          { value: 'atMost', label: t('At most') },
          { value: 'atLeast', label: t('At least') },
        ]}
        value={row.bound}
        onChange={(bound) => ask({ bound: bound === 'atLeast' ? 'atLeast' : 'atMost' })}
      />
      <TextInput
        {...said('value', t('Value'))}
        type="number"
        step="any"
        label={t('Value')}
        description={meaning(row.value)}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        value={row.value}
        onChange={(event) => ask({ value: event.currentTarget.value })}
      />
      <TextInput
        {...said('owner', t('Who answers for this one'))}
        label={t('Who answers for this one')}
        placeholder={form.values.owner}
        value={row.owner}
        onChange={(event) => put({ owner: event.currentTarget.value })}
      />
      {remove && (
        <Button variant="subtle" onClick={remove}>
          {t('Take this check away')}
        </Button>
      )}
    </div>
  )
}

function meaning(value: string): string {
  const number = Number(value)
  if (value.trim() === '' || !Number.isFinite(number)) return t('Empty: shown, decides nothing.')
  return number > 0 && number < 1
    ? t('{percent} % of what is counted', { percent: Number((number * 100).toFixed(3)) })
    : ''
}

function optionsOf(kind: 'quality' | 'llm') {
  const groups = [...new Set(knownChecks[kind].map(({ about }) => about))]
  return groups.map((about) => ({
    group: groupOfChecks(about),
    items: knownChecks[kind]
      .filter((it) => it.about === about)
      .map(({ check }) => ({ value: check, label: checkName(check) })),
  }))
}
