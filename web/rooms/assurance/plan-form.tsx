import { useEffect, useState } from 'react'
import { t } from '../../messages/index.ts'
import { api } from '../../ui/api.ts'
import {
  CheckboxField,
  ChoiceField,
  FieldGroup,
  FileField,
  Form,
  type FormState,
  NumberField,
  ReferenceField,
  SelectField,
  TagsField,
  TextareaField,
  TextField,
  useForm,
} from '../../ui/form.tsx'
import { type Preview, previewOf } from './columns-of.ts'
import {
  blankDefinition,
  definitionFrom,
  type DefinitionValues,
  blankCheck,
  commonChecks,
  exampleOf,
  hasChecks,
  limitIsUpper,
  limitMetrics,
} from './definition-form.ts'
import { CheckRows } from './check-rows.tsx'
import { LimitRows } from './limit-rows.tsx'
import { PreviewTable } from './preview-table.tsx'
import { kindOptions, metricName } from './words.ts'

export type PlanValues = DefinitionValues & {
  subject: string
  title: string
  reason: string
  intervalDays: number | null
  sample: File | null
  reference: File | null
}
type Found = { ref: string; name: string }

export const blankPlan: PlanValues = {
  ...blankDefinition,
  subject: '',
  title: '',
  reason: '',
  intervalDays: null,
  sample: null,
  reference: null,
}

export type PlanFormProps = {
  id: string
  initial: PlanValues
  version?: number
  /** what is measured by name, where it is known; an edition cannot be moved to another */
  measured?: { value: string; label: string } | undefined
  fixedSubject?: boolean
  submit: string
  cancel: string
  save: (body: Body) => Promise<{ id: string }>
  onSaved: (plan: { id: string }) => void
}
export type Body = {
  subject: string
  title: string
  reason: string
  definition: Record<string, unknown>
  intervalDays: number | null
  reference?: string
}

/** What is measured, why so, and against which limits. */
export function PlanForm({
  id,
  initial,
  version,
  measured,
  fixedSubject,
  submit,
  cancel,
  save,
  onSaved,
}: PlanFormProps) {
  const form = useForm<PlanValues, { id: string }>({
    id,
    initial,
    ...(version !== undefined && { version }),
    check: complaintsAbout,
    save: async (values) => save(await bodyOf(values)),
    onSaved,
  })
  const preview = usePreview(form.values.sample)
  return (
    <Form form={form} submit={submit} permission="assurance:plan" cancel={cancel}>
      {!fixedSubject && (
        <ReferenceField<PlanValues, Found>
          form={form}
          name="subject"
          label={t('AI system or data set')}
          path="/search"
          needsWords
          chosen={measured}
          option={({ ref, name }) => ({ value: ref, label: name })}
          help={t('Search by name. Data quality can also be measured of a data set.')}
          required
        />
      )}
      <ChoiceField form={form} name="kind" label={t('What is measured')} options={kindOptions} />
      <TextField form={form} name="title" label={t('Title')} help={t('What it measures, in a few words.')} required />
      <TextareaField
        form={form}
        name="reason"
        label={t('Why this measure')}
        help={t('Another measure could answer otherwise. Say which error hurts whom, and why this one decides.')}
        required
      />
      <FileField
        form={form}
        name="sample"
        label={t('Look at a file')}
        help={t('Only its columns are read, in your browser; nothing is sent. So you need not have seen a result.')}
        accept=".csv,.tsv,.txt,.jsonl,.parquet,.gz"
      />
      {preview && <PreviewTable preview={preview} />}
      <Definition form={form} columns={preview?.columns ?? []} />
      {form.values.kind === 'drift' && (
        <FileField
          form={form}
          name="reference"
          label={t('Reference file')}
          help={t('What later data is compared with. It is uploaded, and fixed by the approval.')}
        />
      )}
      <NumberField
        form={form}
        name="intervalDays"
        label={t('Run again every … days')}
        min={1}
        max={3650}
        step={1}
        help={t('When it is overdue, the owner gets a task and readiness counts it as stale. Empty: once.')}
      />
    </Form>
  )
}

function Definition({ form, columns }: { form: FormState<PlanValues>; columns: string[] }) {
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

function complaintsAbout(values: PlanValues): Partial<Record<keyof PlanValues, string>> {
  const wrong: Partial<Record<keyof PlanValues, string>> = {}
  if (values.subject === '') wrong.subject = t('Choose what is measured.')
  if (values.title.trim() === '') wrong.title = t('Give it a title.')
  if (values.reason.trim() === '') wrong.reason = t('Say why this measure decides.')
  if (values.asJson) {
    try {
      definitionFrom(values)
    } catch {
      wrong.json = t('This is no JSON object. Check commas, quotes and brackets.')
    }
    return wrong
  }
  if (hasChecks(values.kind)) {
    if (values.owner.trim() === '') wrong.owner = t('Say who answers for it.')
    if (values.kind === 'llm' && values.output.trim() === '') wrong.output = t('Name the column of the output.')
    return wrong
  }
  if (values.references.some((text) => !/^[^=]+=[^=]+$/.test(text))) {
    wrong.references = t('Write it as: column = group.')
  }
  if (values.intersections.some((text) => text.split('+').filter((part) => part.trim() !== '').length < 2)) {
    wrong.intersections = t('Join at least two columns with a plus sign.')
  }
  if (values.limit === null) wrong.limit = t('Set a limit: without one nothing could fail.')
  if (values.kind === 'fairness' && values.by.length === 0) wrong.by = t('Name at least one column of groups.')
  if (values.kind === 'fairness' && values.prediction === '') wrong.prediction = t('Name the column of decisions.')
  return wrong
}

async function bodyOf(values: PlanValues): Promise<Body> {
  const { subject, title, reason, intervalDays, reference } = values
  const uploaded = reference && (await upload(reference))
  const definition = definitionFrom(values)
  return { subject, title, reason, definition, intervalDays, ...(uploaded && { reference: uploaded.id }) }
}

/** Brings a file to be measured. */
export async function upload(file: File): Promise<{ id: string; sha256: string }> {
  const form = new FormData()
  form.set('file', file)
  return await api.post('/measurement-files', form)
}

function usePreview(file: File | null): Preview | null {
  const [seen, setSeen] = useState<{ file: File; preview: Preview | null } | null>(null)
  useEffect(() => {
    if (file) {
      void previewOf(file).then(
        (preview) => setSeen({ file, preview }),
        () => setSeen({ file, preview: null }),
      )
    }
  }, [file])
  return file !== null && seen?.file === file ? seen.preview : null
}
