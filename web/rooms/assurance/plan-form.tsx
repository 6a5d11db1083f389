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
  exampleOf,
  jsonOnly,
  limitIsUpper,
  limitMetrics,
} from './definition-form.ts'
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
  if (jsonOnly.includes(kind) || asJson) return <AsJson form={form} />
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
      </FieldGroup>
      <CheckboxField
        form={form}
        name="asJson"
        label={t('Write the definition as JSON')}
        help={t('For several limits, intersections, minimum sizes and everything else that the engine knows.')}
      />
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
  if (values.asJson || jsonOnly.includes(values.kind)) {
    try {
      definitionFrom(values)
    } catch {
      wrong.json = t('This is no JSON object. Check commas, quotes and brackets.')
    }
    return wrong
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
