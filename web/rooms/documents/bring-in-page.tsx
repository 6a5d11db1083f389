import { t } from '../../messages/index.ts'
import { api, useRecord } from '../../ui/api.ts'
import {
  ChoiceField,
  DateField,
  FieldGroup,
  FileField,
  Form,
  TextareaField,
  TextField,
  useForm,
  type FormState,
} from '../../ui/form.tsx'
import { useAddress, useGo } from '../../ui/navigation.ts'
import { Page } from '../../ui/page.tsx'
import { blankKeeping, complaintsAbout, keepingBody, KeepingFields, type Keeping } from './keeping-fields.tsx'
import type { DocumentRecord } from './words.ts'

type Signed = {
  file: File | null
  approvedOn: string
  approvedBy: string
  effectiveOn: string
  reviewDueOn: string
  note: string
}
type Values = Keeping & Signed & { origin: string; publisher: string }
type Brought = { id: string; number: number }

const blankSigned: Signed = { file: null, approvedOn: '', approvedBy: '', effectiveOn: '', reviewDueOn: '', note: '' }
const crumbs = [{ label: t('Documents'), to: '/documents' }]

/** A signed file comes in as a document of its own, or (`?document=`) as the next version of one that is here. */
export default function BringInPage() {
  const [{ document }] = useAddress()
  return document === undefined ? <NewOne /> : <NextVersion id={document} />
}

function NewOne() {
  return (
    <Page
      title={t('Bring in a signed document')}
      lead={t('It comes in as effective. Its approval was given outside Assay, and is shown as that.')}
      crumbs={crumbs}
      width="text"
    >
      <NewOneForm />
    </Page>
  )
}

function NewOneForm() {
  const go = useGo()
  const form = useForm<Values, Brought>({
    id: 'document:bring-in',
    initial: { ...blankKeeping, ...blankSigned, origin: 'internal', publisher: '' },
    check: (values) => ({
      ...complaintsAbout({ ...values, kind: values.origin === 'external' ? 'other' : values.kind }),
      ...complaintsAboutSigned(values, values.origin === 'external'),
      ...(values.origin === 'external' && values.publisher.trim() === '' && { publisher: t('Say who issues it.') }),
    }),
    save: ({ file, approvedOn, approvedBy, effectiveOn, reviewDueOn, note, origin, publisher, ...keeping }) => {
      const external = origin === 'external'
      const described = {
        ...keepingBody(keeping),
        ...(external && { kind: 'other' }),
        ...signedBody({ file, approvedOn, approvedBy, effectiveOn, reviewDueOn, note }),
        origin,
        publisher: external ? publisher.trim() : null,
      }
      return api.post('/documents/files', multipart(described, file))
    },
    done: () => t('Document brought in'),
    onSaved: ({ id }) => go(`/documents/${id}`),
  })
  const external = form.values.origin === 'external'
  return (
    <Form form={form} submit={t('Bring it in')} permission="documents:write" cancel="/documents">
      <ChoiceField
        form={form}
        name="origin"
        label={t('Whose document it is')}
        options={[
          { value: 'internal', label: t('Our own'), help: t('Approved here before it was kept in Assay.') },
          {
            value: 'external',
            label: t('From outside'),
            help: t(
              'A standard, a law, a supplier’s manual that you rely on. It is never taken for a document of your own.',
            ),
          },
        ]}
      />
      {external && <TextField form={form} name="publisher" label={t('Issued by')} required />}
      <SignedFields form={asSigned(form)} external={external} />
      <KeepingFields form={asKeeping(form)} fixedKind={external} />
    </Form>
  )
}

function NextVersion({ id }: { id: string }) {
  const { data: document, error } = useRecord<DocumentRecord>(`/documents/${id}`)
  if (error) throw error
  if (!document) return null
  return (
    <Page
      title={t('Bring in the next signed version')}
      lead={t('It takes effect at once; the version that holds now becomes obsolete.')}
      crumbs={[...crumbs, { label: document.title, to: `/documents/${id}` }]}
      width="text"
    >
      <NextVersionForm document={document} />
    </Page>
  )
}

function NextVersionForm({ document: { id, origin } }: { document: DocumentRecord }) {
  const go = useGo()
  const external = origin === 'external'
  const form = useForm<Signed & { summary: string }, Brought>({
    id: `document:${id}:bring-in`,
    initial: { ...blankSigned, summary: '' },
    check: (values) => complaintsAboutSigned(values, external),
    save: ({ summary, ...signed }) =>
      api.post(`/documents/${id}/files`, multipart({ ...signedBody(signed), summary }, signed.file)),
    done: () => t('Version brought in'),
    onSaved: () => go(`/documents/${id}`),
  })
  return (
    <Form form={form} submit={t('Bring it in')} permission="documents:write" cancel={`/documents/${id}`}>
      <SignedFields form={asSigned(form)} external={external} />
      <TextareaField form={form} name="summary" label={t('What is new')} />
    </Form>
  )
}

function SignedFields({ form, external }: { form: FormState<Signed>; external: boolean }) {
  return (
    <>
      <FileField form={form} name="file" label={t('File')} help={t('Best the signed PDF.')} required />
      <FieldGroup legend={external ? t('Edition') : t('Approval')}>
        <DateField
          form={form}
          name="approvedOn"
          label={external ? t('Published on') : t('Approved on')}
          help={t('The day that stands on the document.')}
          required
        />
        {!external && (
          <TextField
            form={form}
            name="approvedBy"
            label={t('Approved by')}
            help={t('The name that stands on the document.')}
            required
          />
        )}
        <DateField
          form={form}
          name="effectiveOn"
          label={t('Effective from')}
          help={t('The same day, where left empty.')}
        />
        <DateField
          form={form}
          name="reviewDueOn"
          label={t('Next review')}
          help={t('Reckoned from the months between reviews, where left empty.')}
        />
        <TextareaField form={form} name="note" label={t('Note')} rows={2} />
      </FieldGroup>
    </>
  )
}

// Both are parts of the values of the form that shows them; its setter takes every one of their names.
function asSigned<Values extends Signed>(form: FormState<Values>): FormState<Signed> {
  return form as unknown as FormState<Signed>
}
function asKeeping(form: FormState<Values>): FormState<Keeping> {
  return form as unknown as FormState<Keeping>
}

function complaintsAboutSigned({ file, approvedOn, approvedBy }: Signed, external: boolean) {
  return {
    ...(file === null && { file: t('Choose a file.') }),
    ...(approvedOn === '' && { approvedOn: t('Say which day stands on it.') }),
    ...(!external && approvedBy.trim() === '' && { approvedBy: t('Say whose approval stands on it.') }),
  }
}

function signedBody({ approvedOn, approvedBy, effectiveOn, reviewDueOn, note }: Signed) {
  return {
    approvedOn,
    approvedBy: approvedBy.trim() || null,
    effectiveOn: effectiveOn || null,
    reviewDueOn: reviewDueOn || null,
    note,
  }
}

function multipart(described: object, file: File | null): FormData {
  const form = new FormData()
  form.set('document', JSON.stringify(described))
  if (file) form.set('file', file)
  return form
}
