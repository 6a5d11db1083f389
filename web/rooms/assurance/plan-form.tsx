import { ApiProblem } from '@assay/sdk'
import { useEffect, useState } from 'react'
import { t } from '../../messages/index.ts'
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
import { ProblemAlert } from '../../ui/problem-alert.tsx'
import { complaintsAbout, fieldOfProblem } from './definition/complaints.ts'
import { DefinitionFields } from './definition/fields.tsx'
import { definitionFrom } from './definition/to-definition.ts'
import { type Look, lookAt } from './look-at-file.ts'
import type { PlanValues } from './plan-values.ts'
import { PreviewTable } from './preview-table.tsx'
import { upload } from './upload.ts'
import { kindOptions } from './words.ts'

type Found = { ref: string; name: string }

export type PlanFormProps = {
  id: string
  initial: PlanValues
  version?: number
  /** what is measured by name, where it is known; an edition cannot be moved to another */
  measured?: { value: string; label: string } | undefined
  fixedSubject?: boolean
  /** the file that the plan is compared with already */
  referenceName?: string | undefined
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
  referenceName,
  submit,
  cancel,
  save,
  onSaved,
}: PlanFormProps) {
  const form = useForm<PlanValues, { id: string }>({
    id,
    initial,
    ...(version !== undefined && { version }),
    check: complaintsOf,
    save: async (values) => await save(await bodyOf(values)).catch(atItsFields),
    onSaved,
  })
  const { look, refusal } = useLook(form.values.sample)
  const { missing } = form.values
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
        help={t(
          'CSV, Parquet or JSON lines; gzip and zstd too. Its first rows are looked at, nothing of it is kept, and nothing is measured: you need not have seen a result.',
        )}
        accept=".csv,.tsv,.txt,.jsonl,.ndjson,.parquet,.gz,.zst"
      />
      <ProblemAlert error={refusal} />
      {look && (
        <PreviewTable
          look={look}
          missing={missing}
          countAsEmpty={(values) => form.set('missing', [...new Set([...missing, ...values])])}
        />
      )}
      <DefinitionFields form={form} columns={look?.columns.map(({ name }) => name) ?? []} />
      {form.values.kind === 'drift' && (
        <FileField
          form={form}
          name="reference"
          label={t('Reference file')}
          help={
            referenceName === undefined
              ? t('What later data is compared with. It is uploaded, and fixed by the approval.')
              : t('Now it is {name}. Choose another file to replace it.', { name: referenceName })
          }
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

function complaintsOf(values: PlanValues): Partial<Record<keyof PlanValues, string>> {
  return {
    ...(values.subject === '' && { subject: t('Choose what is measured.') }),
    ...(values.title.trim() === '' && { title: t('Give it a title.') }),
    ...(values.reason.trim() === '' && { reason: t('Say why this measure decides.') }),
    ...complaintsAbout(values),
  }
}

/** What the server refuses in the definition, at the fields that said it. */
function atItsFields(error: unknown): never {
  if (!(error instanceof ApiProblem)) throw error
  const problems = error.problems.map(({ path, message }) => ({ path: fieldOfProblem(path), message }))
  throw new ApiProblem({ ...error.document, problems })
}

async function bodyOf(values: PlanValues): Promise<Body> {
  const { subject, title, reason, intervalDays, reference } = values
  const uploaded = reference && (await upload(reference))
  const definition = definitionFrom(values)
  return { subject, title, reason, definition, intervalDays, ...(uploaded && { reference: uploaded.id }) }
}

type Looked = { look: Look | null; refusal: unknown }

function useLook(file: File | null): Looked {
  const [seen, setSeen] = useState<(Looked & { file: File }) | null>(null)
  useEffect(() => {
    if (!file) return
    void lookAt(file).then(
      (look) => setSeen({ file, look, refusal: null }),
      (refusal: unknown) => setSeen({ file, look: null, refusal }),
    )
  }, [file])
  return file !== null && seen?.file === file ? seen : { look: null, refusal: null }
}
