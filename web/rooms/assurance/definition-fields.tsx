import { useEffect } from 'react'
import { t } from '../../messages/index.ts'
import {
  CheckboxField,
  FieldGroup,
  type FormState,
  NumberField,
  SelectField,
  TagsField,
  TextareaField,
  TextField,
} from '../../ui/form.tsx'
import { CheckRows } from './check-rows.tsx'
import { blankCheck, commonChecks, exampleOf, hasChecks, limitIsUpper, limitMetrics } from './definition-form.ts'
import { LimitRows } from './limit-rows.tsx'
import type { PlanValues } from './plan-values.ts'
import { metricName } from './words.ts'

export function DefinitionFields({ form, columns }: { form: FormState<PlanValues>; columns: string[] }) {
  const { kind, asJson, limitMetric } = form.values
  const known = limitMetrics[kind]
  const fits = known.length === 0 || known.includes(limitMetric)
  useEffect(() => {
    if (!fits) form.set('limitMetric', known[0] ?? '')
  }, [fits, known, form])
  if (asJson) return <AsJson form={form} />
  if (hasChecks(kind)) return <Checks form={form} kind={kind} columns={columns} />
  const asOptions = columns.map((column) => ({ value: column, label: column }))
  const column = (name: 'label' | 'prediction' | 'score', label: string, help: string) =>
    columns.length > 0 ? (
      <SelectField
        form={form}
        name={name}
        label={label}
        help={help}
        options={[{ value: '', label: t('None') }, ...asOptions]}
      />
    ) : (
      <TextField form={form} name={name} label={label} help={help} />
    )
  return (
    <>
      <FieldGroup legend={t('Columns')} help={t('By their exact names in the file.')}>
        {kind !== 'drift' && column('label', t('Outcome'), t('What turned out to be so. Empty where nobody knows.'))}
        {kind !== 'drift' &&
          kind !== 'calibration' &&
          column('prediction', t('Decision'), t('What the system decided.'))}
        {kind !== 'drift' && column('score', t('Score'), t('A probability between 0 and 1, where there is one.'))}
        {kind !== 'drift' && (
          <TextField
            form={form}
            name="positive"
            label={t('Favourable value')}
            help={t('The value that is good for the person: granted, invited. It decides what every rate means.')}
          />
        )}
        <TagsField
          form={form}
          name="by"
          label={t('Groups')}
          help={t('Columns whose groups are compared, such as sex or age band.')}
          suggestions={columns}
        />
        {kind === 'fairness' && (
          <TagsField
            form={form}
            name="references"
            label={t('Compared with')}
            help={t('The group that the others are compared with, such as: sex = male. Empty: the largest group.')}
          />
        )}
        {kind !== 'drift' && (
          <TagsField
            form={form}
            name="intersections"
            label={t('Combinations')}
            help={t('Columns joined by a plus sign, such as: sex + race.')}
          />
        )}
        <TextField
          form={form}
          name="filter"
          label={t('Only rows where')}
          help={t('For example: age >= 18 and status = ‘decided’. Empty: all rows.')}
        />
      </FieldGroup>
      <FieldGroup legend={t('Limit')} help={t('The whole confidence interval has to lie on the right side to pass.')}>
        <SelectField
          form={form}
          name="limitMetric"
          label={t('Measure')}
          options={limitMetrics[kind].map((value) => ({ value, label: metricName(value) }))}
        />
        {kind === 'fairness' && (
          <SelectField
            form={form}
            name="limitComparison"
            label={t('Compared as')}
            options={[
              { value: 'difference', label: t('Difference from the reference group') },
              { value: 'ratio', label: t('Ratio to the reference group') },
            ]}
          />
        )}
        <NumberField
          form={form}
          name="limit"
          label={limitLabel(kind, limitMetric)}
          help={kind === 'fairness' && t('0.1 for a difference, 0.8 for a ratio.')}
          step={0.01}
          required
        />
        {kind !== 'fairness' && kind !== 'drift' && (
          <CheckboxField form={form} name="perGroup" label={t('Each group has to hold it, not only the whole')} />
        )}
        <LimitRows kind={kind} rows={form.values.moreLimits} change={(rows) => form.set('moreLimits', rows)} />
      </FieldGroup>
      <Expert form={form} />
    </>
  )
}

function Expert({ form }: { form: FormState<PlanValues> }) {
  return (
    <CheckboxField
      form={form}
      name="asJson"
      label={t('Write the definition as JSON (expert)')}
      help={t('For minimum sizes, further checks and everything else that the engine knows.')}
    />
  )
}

type ChecksProps = { form: FormState<PlanValues>; kind: 'quality' | 'llm'; columns: string[] }

function Checks({ form, kind, columns }: ChecksProps) {
  const { checks } = form.values
  const fits = checks.length > 0 && checks.every(({ check }) => commonChecks[kind].some((it) => it.check === check))
  useEffect(() => {
    if (!fits) form.set('checks', [blankCheck(kind, commonChecks[kind][0]?.check ?? '')])
  }, [fits, kind, form])
  return (
    <>
      {kind === 'llm' && (
        <FieldGroup legend={t('Columns')} help={t('By their exact names in the file.')}>
          <TextField form={form} name="output" label={t('Output')} help={t('What the system wrote.')} required />
          <TextField form={form} name="expected" label={t('Expected answer')} help={t('Empty where there is none.')} />
          <TextField form={form} name="context" label={t('Context')} help={t('What it was given to answer from.')} />
        </FieldGroup>
      )}
      <FieldGroup
        legend={t('What is asked')}
        help={
          columns.length > 0
            ? t('Columns of this file: {columns}', { columns: columns.join(', ') })
            : t('A check without a target is shown and decides nothing.')
        }
      >
        <TextField
          form={form}
          name="owner"
          label={t('Who answers for it')}
          help={t('A role or a name; it stands beside every target.')}
          required
        />
        <CheckRows kind={kind} rows={checks} change={(rows) => form.set('checks', rows)} />
      </FieldGroup>
      <Expert form={form} />
    </>
  )
}

function AsJson({ form }: { form: FormState<PlanValues> }) {
  const { kind, json } = form.values
  useEffect(() => {
    if (json === '') form.set('json', exampleOf(kind))
  }, [kind, json, form])
  return (
    <TextareaField
      form={form}
      name="json"
      label={t('Definition (JSON)')}
      help={t('As assay measure takes it. The engine checks every key when you save, and says which ones it knows.')}
      rows={16}
      required
    />
  )
}

function limitLabel(kind: PlanValues['kind'], metric: string): string {
  if (kind === 'fairness') return t('Margin')
  return limitIsUpper(kind, metric) ? t('At most') : t('At least')
}
