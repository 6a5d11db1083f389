import { t } from '../../messages/index.ts'
import { api, useRecord } from '../../ui/api.ts'
import { DateField, Form, TextField, useForm, type FormState } from '../../ui/form.tsx'
import { useGo, useParameter } from '../../ui/navigation.ts'
import { Page } from '../../ui/page.tsx'
import { complaintsAbout, keepingBody, KeepingFields, keepingOf, type Keeping } from './keeping-fields.tsx'
import type { DocumentRecord } from './words.ts'

type Values = Keeping & { reviewDueOn: string; publisher: string }

/** Changing how a document is kept. Its texts are changed by a new version. */
export default function KeepingPage() {
  const id = useParameter('id')
  const { data: document, error } = useRecord<DocumentRecord>(`/documents/${id}`)
  if (error) throw error
  if (!document) return null
  return (
    <Page
      title={t('How “{title}” is kept', { title: document.title })}
      crumbs={[
        { label: t('Documents'), to: '/documents' },
        { label: document.title, to: `/documents/${id}` },
      ]}
      width="text"
    >
      <KeepingForm document={document} />
    </Page>
  )
}

function KeepingForm({ document }: { document: DocumentRecord }) {
  const { id, version, owner } = document
  const go = useGo()
  const form = useForm<Values>({
    id: `document:${id}`,
    initial: valuesOf(document),
    version,
    check: complaintsAbout,
    save: (_values, { version: seen, changed }) => api.patch(`/documents/${id}`, bodyOf(changed), { version: seen }),
    current: async () => {
      const now = await api.get<DocumentRecord>(`/documents/${id}`)
      return { values: valuesOf(now), version: now.version }
    },
    done: () => t('Document saved'),
    onSaved: () => go(`/documents/${id}`),
  })
  const withdrawn = document.state === 'withdrawn' ? t('This document is withdrawn. Restore it first.') : undefined
  return (
    <Form
      form={form}
      submit={t('Save changes')}
      permission="documents:write"
      cannot={withdrawn}
      cancel={`/documents/${id}`}
    >
      <KeepingFields
        form={asKeeping(form)}
        owner={owner ? { value: owner.id, label: owner.name } : undefined}
        fixedKind={document.effective !== null}
      />
      {document.origin === 'external' && (
        <TextField form={form} name="publisher" label={t('Issued by')} help={t('Who issues it outside.')} required />
      )}
      <DateField form={form} name="reviewDueOn" label={t('Next review')} />
    </Form>
  )
}

// The fields of keeping are a part of this form's values; its setter takes every one of their names.
function asKeeping(form: FormState<Values>): FormState<Keeping> {
  return form as unknown as FormState<Keeping>
}

function valuesOf(document: DocumentRecord): Values {
  return { ...keepingOf(document), reviewDueOn: document.reviewDueOn ?? '', publisher: document.publisher ?? '' }
}

function bodyOf({ reviewDueOn, publisher, ...keeping }: Partial<Values>) {
  return {
    ...keepingBody(keeping),
    ...(reviewDueOn !== undefined && { reviewDueOn: reviewDueOn || null }),
    ...(publisher !== undefined && { publisher }),
  }
}
