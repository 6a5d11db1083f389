import { t } from '../../messages/index.ts'
import { api, useWrite } from '../../ui/api.ts'
import { Form, ReferenceField, useForm } from '../../ui/form.tsx'
import { Section } from '../../ui/page.tsx'
import { ProblemAlert } from '../../ui/problem-alert.tsx'
import { ReferenceLink } from '../../ui/reference-link.tsx'
import { kindLabel, useNames, type NamedRecord } from '../../ui/references.ts'
import { VerbButton } from '../../ui/verb-button.tsx'
import { DialogButton } from '../dialog-button.tsx'
import styles from './evidence.module.css'
import { useNotMine } from './not-mine.ts'
import type { EvidenceRecord } from './words.ts'

/** The records and requirements that a piece of evidence is linked to; it is seen on each of them. */
export function Subjects({ evidence }: { evidence: EvidenceRecord }) {
  const { id, subjects } = evidence
  const names = useNames(subjects)
  const notMine = useNotMine(evidence, 'evidence:link')
  return (
    <Section
      title={t('Linked to')}
      lead={t('It is seen on each of these. Readiness looks at what is linked to a clause or control.')}
      actions={
        <DialogButton
          permission="evidence:link"
          cannot={notMine}
          title={t('Link to a record')}
          content={(close) => <LinkForm id={id} close={close} />}
        >
          {t('Link to a record')}
        </DialogButton>
      }
    >
      {subjects.length === 0 ? (
        <p className={styles.muted}>{t('Nothing yet, so it supports nothing.')}</p>
      ) : (
        <ul className={styles.rows}>
          {subjects.map((subject) => (
            <Subject key={subject} id={id} subject={subject} names={names} cannot={notMine} />
          ))}
        </ul>
      )}
    </Section>
  )
}

type SubjectProps = { id: string; subject: string; names: Map<string, NamedRecord>; cannot: string | undefined }

function Subject({ id, subject, names, cannot }: SubjectProps) {
  const unlink = useWrite({
    write: () => api.post(`/evidence/${id}/unlink`, { subject }),
    done: () => ({
      message: t('Link taken away'),
      undo: () => api.post(`/evidence/${id}/link`, { subjects: [subject] }),
    }),
  })
  return (
    <li>
      <div>
        <ReferenceLink reference={subject} names={names} />
        <p className={styles.muted}>{kindLabel(subject)}</p>
        <ProblemAlert error={unlink.error} />
      </div>
      <VerbButton
        look="quiet"
        permission="evidence:link"
        cannot={cannot}
        pending={unlink.isPending}
        onClick={() => unlink.mutate(undefined)}
      >
        {t('Take link away')}
      </VerbButton>
    </li>
  )
}

function LinkForm({ id, close }: { id: string; close: () => void }) {
  const form = useForm({
    id: `evidence:${id}:link`,
    initial: { subject: '' },
    check: ({ subject }): { subject?: string } => (subject === '' ? { subject: t('Choose a record.') } : {}),
    save: ({ subject }) => api.post(`/evidence/${id}/link`, { subjects: [subject] }),
    done: () => t('Evidence linked'),
    onSaved: close,
  })
  return (
    <Form form={form} submit={t('Link')} permission="evidence:link">
      <ReferenceField<{ subject: string }, NamedRecord>
        form={form}
        name="subject"
        label={t('Record')}
        help={t('Type a few letters of its name, or the number of a clause or control.')}
        path="/search"
        needsWords
        option={({ ref, name }) => ({ value: ref, label: `${name} · ${kindLabel(ref)}` })}
        required
      />
    </Form>
  )
}
