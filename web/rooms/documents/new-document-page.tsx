import type { AnswerOf, ItemOf } from '../answer-of.ts'
import { t } from '../../messages/index.ts'
import { api, useRecord, useWrite } from '../../ui/api.ts'
import { Form, useForm } from '../../ui/form.tsx'
import { Markdown } from '../../ui/markdown.tsx'
import { useAddress, useGo } from '../../ui/navigation.ts'
import { Page, Section } from '../../ui/page.tsx'
import { ProblemAlert } from '../../ui/problem-alert.tsx'
import { LinkButton, VerbButton } from '../../ui/verb-button.tsx'
import styles from './documents.module.css'
import { blankKeeping, complaintsAbout, keepingBody, KeepingFields, type Keeping } from './keeping-fields.tsx'
import { useNames } from '../../ui/references.ts'
import { kinds, versionPath } from './words.ts'

type Template = ItemOf<'/api/v1/document-templates'>
type Filled = AnswerOf<'/api/v1/document-templates/{template}'>
type Created = { id: string; number: number; missing: string[] }

const crumbs = [{ label: t('Documents'), to: '/documents' }]

/** A document is started from a template (`?template=`), or empty. */
export default function NewDocumentPage() {
  const [{ template, about }] = useAddress()
  return template === undefined ? <Choose /> : <FromTemplate template={template} about={about} />
}

function Choose() {
  const { data, error } = useRecord<{ items: Template[] }>('/document-templates')
  return (
    <Page
      title={t('Start a document')}
      lead={t('It begins as a draft. It holds once another person has approved it.')}
      crumbs={crumbs}
      width="text"
    >
      <ProblemAlert error={error} />
      <Section title={t('From a template')} lead={t('Filled from what is recorded here; what is missing is named.')}>
        <ul className={styles.templates}>
          {data?.items.map(({ id, kind, requirements }) => (
            <li key={id}>
              <h3>{kinds[kind]}</h3>
              <p className={styles.muted}>{t('Serves {refs}', { refs: requirements.join(', ') })}</p>
              <LinkButton to={`/documents/new?template=${id}`}>{t('Look at it filled')}</LinkButton>
            </li>
          ))}
        </ul>
      </Section>
      <Section title={t('Empty')}>
        <EmptyForm />
      </Section>
    </Page>
  )
}

function EmptyForm() {
  const go = useGo()
  const form = useForm<Keeping, Created>({
    id: 'document:new',
    initial: blankKeeping,
    check: complaintsAbout,
    save: (values) => api.post('/documents', keepingBody(values)),
    done: () => t('Draft started'),
    onSaved: ({ id, number }) => go(`${versionPath(id, number)}/write`),
  })
  return (
    <Form form={form} submit={t('Start the draft')} permission="documents:write" cancel="/documents">
      <KeepingFields form={form} />
    </Form>
  )
}

function FromTemplate({ template, about }: { template: string; about: string | undefined }) {
  const go = useGo()
  const { data, error } = useRecord<Filled>(`/document-templates/${template}`, about ? { about } : {})
  const name = useNames(about ? [about] : []).get(about ?? '')?.name
  const title = name && data ? `${data.title}: ${name}` : ''
  const create = useWrite<void, Created>({
    write: () => api.post('/documents', { template, ...(about && { about, title }) }),
    done: () => t('Draft started'),
    onDone: ({ id, number }) => go(versionPath(id, number)),
  })
  if (error) throw error
  if (!data) return null
  return (
    <Page
      title={title || kinds[data.kind]}
      kind={t('Template')}
      crumbs={[...crumbs, { label: t('Start a document'), to: '/documents/new' }]}
      actions={
        <VerbButton
          look="primary"
          permission="documents:write"
          pending={create.isPending}
          onClick={() => create.mutate(undefined)}
        >
          {t('Start the draft')}
        </VerbButton>
      }
      width="text"
    >
      <ProblemAlert error={create.error} />
      {data.missing.length > 0 && (
        <div className={styles.note}>
          <p>
            {t(
              '{count, plural, one {One place stays open.} other {# places stay open.}} Fill them in the draft, or record them first and come back.',
              {
                count: data.missing.length,
              },
            )}
          </p>
          <ul>
            {data.missing.map(({ name, label, example }) => (
              <li key={name}>{t('{label}, such as “{example}”', { label, example })}</li>
            ))}
          </ul>
        </div>
      )}
      <Section title={t('As it would begin')}>
        <div className={styles.paper}>
          <Markdown>{data.body}</Markdown>
        </div>
      </Section>
    </Page>
  )
}
