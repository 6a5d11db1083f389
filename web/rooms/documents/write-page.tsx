import { placeholdersLeft } from '@assay/server/rooms/documents/model.ts'
import { t } from '../../messages/index.ts'
import { api, useRecord } from '../../ui/api.ts'
import { FileField, Form, TextareaField, TextField, useForm } from '../../ui/form.tsx'
import { Markdown } from '../../ui/markdown.tsx'
import { useGo, useParameter } from '../../ui/navigation.ts'
import { Page, Section } from '../../ui/page.tsx'
import styles from './documents.module.css'
import { versionPath, versionStates, type DocumentRecord, type Version } from './words.ts'

type Values = { body: string; summary: string }

/** Writing a draft, with what it looks like beside it; or attaching a file in its place. */
export default function WritePage() {
  const id = useParameter('id')
  const number = Number(useParameter('number'))
  const { data: document, error: documentError } = useRecord<DocumentRecord>(`/documents/${id}`)
  const { data: version, error } = useRecord<Version>(versionPath(id, number))
  const failed = error ?? documentError
  if (failed) throw failed
  if (!document || !version) return null
  const cannot =
    version.state === 'draft'
      ? undefined
      : t('Only a draft can be written on; this version is: {state}.', { state: versionStates[version.state].label })
  return (
    <Page
      title={t('Write {title}', { title: document.title })}
      kind={t('Version {number}', { number })}
      crumbs={[
        { label: t('Documents'), to: '/documents' },
        { label: document.title, to: `/documents/${id}` },
        { label: t('Version {number}', { number }), to: versionPath(id, number) },
      ]}
    >
      <Editor id={id} version={version} cannot={cannot} first={document.versions.length === 1} />
      <Section
        title={t('A file instead')}
        lead={t('The file takes the place of the text in this version; writing again takes the place of the file.')}
      >
        <AttachForm path={versionPath(id, number)} cannot={cannot} />
      </Section>
    </Page>
  )
}

type EditorProps = { id: string; version: Version; cannot: string | undefined; first: boolean }

function Editor({ id, version, cannot, first }: EditorProps) {
  const go = useGo()
  const path = versionPath(id, version.number)
  const form = useForm<Values>({
    id: `document:${id}:${version.number}`,
    initial: valuesOf(version),
    version: version.version,
    save: (_values, { version: seen, changed }) => api.patch(path, changed, { version: seen }),
    current: async () => {
      const now = await api.get<Version>(path)
      return { values: valuesOf(now), version: now.version }
    },
    done: () => t('Draft saved'),
    onSaved: () => go(path),
  })
  const missing = placeholdersLeft(form.values.body)
  return (
    <div className={styles.editor}>
      <Form form={form} submit={t('Save draft')} permission="documents:write" cannot={cannot} cancel={path}>
        <TextareaField
          form={form}
          name="body"
          label={t('Text')}
          help={t('# begins a heading, - a list item, **strong**. It is kept on this device until you save.')}
          rows={24}
        />
        {!first && <TextField form={form} name="summary" label={t('What is new')} help={t('In one sentence.')} />}
      </Form>
      <Section title={t('As it reads')}>
        {missing.length > 0 && (
          <p className={styles.missing}>
            {t('{count, plural, one {One place is} other {# places are}} still to be filled in: {labels}', {
              count: missing.length,
              labels: missing.join(', '),
            })}
          </p>
        )}
        <div className={`${styles.paper} ${styles.preview}`} role="region" aria-label={t('As it reads')} tabIndex={0}>
          {form.values.body.trim() ? (
            <Markdown>{form.values.body}</Markdown>
          ) : (
            <p className={styles.muted}>{t('Nothing is written yet.')}</p>
          )}
        </div>
      </Section>
    </div>
  )
}

function AttachForm({ path, cannot }: { path: string; cannot: string | undefined }) {
  const go = useGo()
  const form = useForm<{ file: File | null }>({
    id: `${path}:file`,
    initial: { file: null },
    check: ({ file }): { file?: string } => (file === null ? { file: t('Choose a file.') } : {}),
    save: ({ file }) => {
      const body = new FormData()
      if (file) body.set('file', file)
      return api.post(`${path}/file`, body)
    },
    done: () => t('File attached'),
    onSaved: () => go(path),
  })
  return (
    <Form form={form} submit={t('Attach file')} permission="documents:write" cannot={cannot}>
      <FileField form={form} name="file" label={t('File')} required />
    </Form>
  )
}

function valuesOf({ body, summary }: Version): Values {
  return { body: body ?? '', summary }
}
