import { t } from '../../messages/index.ts'
import { api, type Done } from '../../ui/api.ts'
import {
  ChoiceField,
  DateField,
  FieldGroup,
  FileField,
  Form,
  NumberField,
  ReferenceField,
  TextareaField,
  TextField,
  useForm,
  type FormState,
} from '../../ui/form.tsx'
import { kinds, type EvidenceKind } from './words.ts'

type Values = {
  kind: EvidenceKind
  title: string
  file: File | null
  url: string
  statement: string
  attestedBy: string
  measure: string
  value: string
  unit: string
  sampleSize: number | null
  subject: string
  happenedOn: string
  periodFrom: string
  periodTo: string
  validUntil: string
  collector: string
  note: string
}

type Collected = { id: string; sameContent: { id: string; title: string }[] }
type Found = { ref: string; name: string; kind: string }
type Person = { id: string; name: string }

const blank: Values = {
  kind: 'file',
  title: '',
  file: null,
  url: '',
  statement: '',
  attestedBy: '',
  measure: '',
  value: '',
  unit: '',
  sampleSize: null,
  subject: '',
  happenedOn: '',
  periodFrom: '',
  periodTo: '',
  validUntil: '',
  collector: '',
  note: '',
}

export type EvidenceFormProps = {
  /** What it is about from the start; then the form does not ask. */
  subject?: string
  /** The evidence that this takes the place of. */
  supersedes?: { id: string; title: string }
  /** Names the draft. */
  id: string
  onSaved: (evidence: Collected) => void
}

/** Records a file, a link, an attestation or a measurement. */
export function EvidenceForm({ subject, supersedes, id, onSaved }: EvidenceFormProps) {
  const form = useForm<Values, Collected>({
    id,
    initial: { ...blank, title: supersedes?.title ?? '' },
    check: complaintsAbout,
    save: (values) => send(values, { subject, supersedes: supersedes?.id }),
    done: said,
    onSaved,
  })
  return (
    <Form form={form} submit={t('Record evidence')} permission="evidence:collect">
      <ChoiceField
        form={form}
        name="kind"
        label={t('What it is')}
        options={Object.entries(kinds).map(([value, { label, help }]) => ({ value, label, help }))}
      />
      <ContentFields form={form} />
      <TextField
        form={form}
        name="title"
        label={t('Title')}
        help={
          form.values.kind === 'file'
            ? t('What it shows, in a few words. Left empty, it is called what the file is called.')
            : t('What it shows, in a few words.')
        }
        required={form.values.kind !== 'file'}
      />
      {subject === undefined && (
        <ReferenceField<Values, Found>
          form={form}
          name="subject"
          label={t('Is about')}
          help={t('A clause, a control, a system, a document. More can be linked afterwards.')}
          path="/search"
          needsWords
          option={({ ref, name }) => ({ value: ref, label: name })}
        />
      )}
      <FieldGroup legend={t('When')} help={t('The day it is recorded is kept by itself.')}>
        <DateField form={form} name="happenedOn" label={t('Happened on')} help={t('Today, where it is left empty.')} />
        <DateField form={form} name="periodFrom" label={t('Speaks for the period from')} />
        <DateField form={form} name="periodTo" label={t('Period to')} />
        <DateField
          form={form}
          name="validUntil"
          label={t('Valid until')}
          help={t('After this day it counts as expired, and readiness no longer rests on it.')}
        />
      </FieldGroup>
      <ReferenceField<Values, Person>
        form={form}
        name="collector"
        label={t('Collected by')}
        help={t('You, where it is left empty. Whoever collected it does not review it.')}
        path="/people"
        query={{ state: 'active' }}
        option={(person) => ({ value: person.id, label: person.name })}
      />
      <TextareaField
        form={form}
        name="note"
        label={t('Source')}
        help={t('Where it comes from and how it was taken.')}
      />
    </Form>
  )
}

function ContentFields({ form }: { form: FormState<Values> }) {
  switch (form.values.kind) {
    case 'file':
      return (
        <FileField
          form={form}
          name="file"
          label={t('File')}
          help={t('PDF, image, office document, text or ZIP. No web pages and no macros.')}
          required
        />
      )
    case 'link':
      return <TextField form={form} name="url" label={t('Address')} type="url" required />
    case 'attestation':
      return (
        <>
          <TextareaField
            form={form}
            name="statement"
            label={t('Statement')}
            help={t('What is attested, so that somebody else understands it.')}
            required
          />
          <TextField form={form} name="attestedBy" label={t('Attested by')} help={t('Name and position.')} required />
        </>
      )
    case 'measurement':
      return (
        <>
          <TextField
            form={form}
            name="measure"
            label={t('Measure')}
            help={t('Such as impact ratio, or F1.')}
            required
          />
          <TextField form={form} name="value" label={t('Value')} help={t('As measured, such as 0.870.')} required />
          <TextField form={form} name="unit" label={t('Unit')} />
          <NumberField form={form} name="sampleSize" label={t('Number of cases')} min={1} step={1} />
        </>
      )
  }
}

function complaintsAbout(values: Values): Partial<Record<keyof Values, string>> {
  const { kind, title, file, url, statement, attestedBy, measure, value } = values
  const empty = (text: string) => text.trim() === ''
  return {
    ...(kind !== 'file' && empty(title) && { title: t('Say what it shows.') }),
    ...(kind === 'file' && file === null && { file: t('Choose a file.') }),
    ...(kind === 'link' && !/^https?:\/\/\S+$/.test(url) && { url: t('Give an address that begins with https://.') }),
    ...(kind === 'attestation' && empty(statement) && { statement: t('Say what is attested.') }),
    ...(kind === 'attestation' && empty(attestedBy) && { attestedBy: t('Name who attests it.') }),
    ...(kind === 'measurement' && empty(measure) && { measure: t('Say what was measured.') }),
    ...(kind === 'measurement' &&
      !/^-?\d+([.,]\d+)?$/.test(value.trim()) && { value: t('Give a number, such as 0.870.') }),
  }
}

type About = { subject: string | undefined; supersedes: string | undefined }

function send(values: Values, { subject, supersedes }: About): Promise<Collected> {
  const about = subject ?? values.subject
  const shared = {
    title: values.title.trim(),
    note: values.note,
    collector: values.collector || null,
    happenedOn: values.happenedOn || null,
    periodFrom: values.periodFrom || null,
    periodTo: values.periodTo || null,
    validUntil: values.validUntil || null,
    subjects: about ? [about] : [],
    supersedes: supersedes ?? null,
  }
  if (values.kind !== 'file') return api.post('/evidence', { ...shared, content: contentOf(values) })
  const form = new FormData()
  form.set('evidence', JSON.stringify(shared))
  if (values.file) form.set('file', values.file)
  return api.post('/evidence/files', form)
}

function contentOf({ kind, url, statement, attestedBy, measure, value, unit, sampleSize }: Values) {
  if (kind === 'link') return { kind, url: url.trim() }
  if (kind === 'attestation') return { kind, statement, attestedBy }
  return { kind, measure, value: value.trim().replace(',', '.'), unit: unit.trim() || null, sampleSize }
}

function said({ id, sameContent }: Collected): Done {
  const undo = () => api.post(`/evidence/${id}/withdraw`, { reason: t('Recorded by mistake') })
  const [same] = sameContent
  const message = same
    ? t('Evidence recorded. The same file is kept as “{title}” already.', { title: same.title })
    : t('Evidence recorded')
  return { message, undo }
}
