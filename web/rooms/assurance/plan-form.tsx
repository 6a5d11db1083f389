import { useEffect, useState } from 'react'
import { t } from '../../messages/index.ts'
import { api } from '../../ui/api.ts'
import {
  ChoiceField,
  FileField,
  Form,
  NumberField,
  ReferenceField,
  TextareaField,
  TextField,
  useForm,
} from '../../ui/form.tsx'
import { type Preview, previewOf } from './columns-of.ts'
import { DefinitionFields } from './definition-fields.tsx'
import { definitionFrom, hasChecks } from './definition-form.ts'
import type { PlanValues } from './plan-values.ts'
import { PreviewTable } from './preview-table.tsx'
import { kindOptions } from './words.ts'

type Found = { ref: string; name: string }

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
      <DefinitionFields form={form} columns={preview?.columns ?? []} />
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
