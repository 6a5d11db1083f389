import { Button } from '@mantine/core'
import { useEffect } from 'react'
import { t } from '../../../messages/index.ts'
import { FieldGroup, type FormState, SelectField, TagsField, TextareaField, TextField } from '../../../ui/form.tsx'
import type { PlanValues } from '../plan-values.ts'
import { CheckRows } from './check-rows.tsx'
import { blankCheck, knownChecks, namesOfChecks } from './check-catalogue.ts'
import { ColumnField } from './column-field.tsx'
import { DriftFields } from './drift-fields.tsx'
import { FilterField, type FieldsProps } from './filter-field.tsx'
import { FactorRows } from './factor-rows.tsx'
import { LimitRows } from './limit-rows.tsx'
import { AsJsonField, MoreFields } from './more-fields.tsx'
import { TableFields } from './table-fields.tsx'
import { TextColumns } from './text-columns.tsx'
import { definitionFrom } from './to-definition.ts'
import { fitting, hasChecks } from './values.ts'

/** What is measured and against which limits, by the kind of measurement. */
export function DefinitionFields({ form, columns }: FieldsProps) {
  const { kind, asJson } = form.values
  useFitting(form)
  if (asJson) return <AsJson form={form} />
  return (
    <>
      {hasChecks(kind) ? (
        <Checks form={form} kind={kind} columns={columns} />
      ) : kind === 'drift' ? (
        <DriftFields form={form} columns={columns} />
      ) : (
        <Decisions form={form} kind={kind} columns={columns} />
      )}
      <MoreFields form={form} />
    </>
  )
}

/** Lines of another kind make room for one of the kind that was chosen. */
function useFitting(form: FormState<PlanValues>) {
  const found = form.values.asJson ? null : fitting(form.values, namesOfChecks)
  const { kind } = form.values
  useEffect(() => {
    if (found?.limits) form.set('limits', found.limits)
    if (found?.checks && hasChecks(kind)) form.set('checks', [blankCheck(kind, knownChecks[kind][0]?.check ?? '')])
  }, [found, kind, form])
}

type DecisionsProps = FieldsProps & { kind: 'fairness' | 'performance' | 'calibration' }

function Decisions({ form, kind, columns }: DecisionsProps) {
  return (
    <>
      <FieldGroup
        legend={t('Columns')}
        help={t('By their exact names in the file. A condition does too, such as: score >= 0.5')}
      >
        {kind === 'performance' && (
          <SelectField
            form={form}
            name="task"
            label={t('What is predicted')}
            help={t('Empty: decisions.')}
            options={[
              { value: 'classification', label: t('Decisions') },
              { value: 'regression', label: t('Numbers, such as a price or a duration') },
            ]}
          />
        )}
        <ColumnField
          form={form}
          name="label"
          label={t('Outcome')}
          help={t('What turned out to be so. Empty where nobody knows.')}
          columns={columns}
        />
        {kind !== 'calibration' && (
          <ColumnField
            form={form}
            name="prediction"
            label={t('Decision')}
            help={t('What the system decided.')}
            columns={columns}
          />
        )}
        <ColumnField
          form={form}
          name="score"
          label={t('Score')}
          help={t('A probability between 0 and 1, where there is one.')}
          columns={columns}
        />
        <TextField
          form={form}
          name="positive"
          label={t('Favourable value')}
          help={t('The value that is good for the person: granted, invited. It decides what every rate means.')}
        />
        <TagsField
          form={form}
          name="by"
          label={t('Groups')}
          help={t('Columns whose groups are compared, such as sex or age band.')}
          suggestions={columns}
        />
        {kind === 'fairness' && <Compared form={form} />}
        <TagsField
          form={form}
          name="intersections"
          label={t('Combinations')}
          help={t('Columns joined by a plus sign, such as: sex + race.')}
        />
        <FilterField form={form} />
      </FieldGroup>
      <FieldGroup legend={t('Limits')} help={t('The whole confidence interval has to lie on the right side to pass.')}>
        <LimitRows form={form} kind={kind} />
      </FieldGroup>
      {kind === 'fairness' && <FactorRows form={form} columns={columns} />}
      {kind === 'fairness' && <TableFields form={form} columns={columns} />}
    </>
  )
}

function Compared({ form }: { form: FormState<PlanValues> }) {
  return (
    <>
      <SelectField
        form={form}
        name="compareWith"
        label={t('Each group is compared with')}
        options={[
          { value: 'reference', label: t('The group named below, or the largest') },
          { value: 'rest', label: t('Everybody else') },
          { value: 'largest', label: t('The largest group') },
        ]}
        required
      />
      {form.values.compareWith === 'reference' && (
        <TagsField
          form={form}
          name="references"
          label={t('Compared with')}
          help={t('The group that the others are compared with, such as: sex = male. Empty: the largest group.')}
        />
      )}
    </>
  )
}

type ChecksProps = FieldsProps & { kind: 'quality' | 'llm' }

function Checks({ form, kind, columns }: ChecksProps) {
  return (
    <>
      {kind === 'llm' && <TextColumns form={form} columns={columns} />}
      <FieldGroup legend={t('What is asked')} help={t('A check without a target is shown and decides nothing.')}>
        <FilterField form={form} />
        <TextField
          form={form}
          name="owner"
          label={t('Who answers for it')}
          help={t('A role or a name; it stands beside every target.')}
          required
        />
        <CheckRows form={form} kind={kind} columns={columns} />
      </FieldGroup>
    </>
  )
}

function AsJson({ form }: { form: FormState<PlanValues> }) {
  const { json } = form.values
  const begun = json !== ''
  useEffect(() => {
    if (!begun) form.set('json', fieldsAsJson(form.values))
  }, [begun, form])
  return (
    <>
      <TextareaField
        form={form}
        name="json"
        label={t('Definition (JSON)')}
        help={t('As assay measure takes it. The engine checks every key when you save, and says which ones it knows.')}
        rows={16}
        required
      />
      <Button variant="default" onClick={() => form.set('json', fieldsAsJson(form.values))}>
        {t('Begin again from the fields')}
      </Button>
      <AsJsonField form={form} />
    </>
  )
}

/** What the fields say; of half-filled ones, whose JSON is none yet, the kind alone. */
function fieldsAsJson(values: PlanValues): string {
  try {
    return JSON.stringify(definitionFrom({ ...values, asJson: false }), null, 2)
  } catch {
    return JSON.stringify({ kind: values.kind }, null, 2)
  }
}
