import { t } from '../../messages/index.ts'
import { api, useList, useWrite } from '../../ui/api.ts'
import { Form, ReferenceField, useForm } from '../../ui/form.tsx'
import { Link } from '../../ui/link.tsx'
import { Section } from '../../ui/page.tsx'
import { ProblemAlert } from '../../ui/problem-alert.tsx'
import { useMay } from '../../ui/session.ts'
import { StateBadge } from '../../ui/state-badge.tsx'
import { VerbButton } from '../../ui/verb-button.tsx'
import { DialogButton } from '../dialog-button.tsx'
import { EvidenceForm } from './evidence-form.tsx'
import styles from './evidence.module.css'
import { useNotMine } from './not-mine.ts'
import { badgeOf, contentLine, kinds, periodOf, type Evidence } from './words.ts'

export type EvidencePanelProps = {
  /** The record or requirement: `ai-system:…`, `requirement:ISO-42001-2023/6.1.2`. */
  subject: string
  lead?: string
}

const shown = 20

/** The evidence of a record, as a section of its page, with what it takes to add or link some. */
export function EvidencePanel({ subject, lead }: EvidencePanelProps) {
  const mayRead = useMay('evidence:read')
  return mayRead ? <Panel subject={subject} {...(lead !== undefined && { lead })} /> : null
}

function Panel({ subject, lead }: EvidencePanelProps) {
  const { data, error } = useList<Evidence>('/evidence', { subject, limit: shown })
  const more = (data?.total ?? 0) - (data?.items.length ?? 0)
  return (
    <Section
      title={t('Evidence')}
      lead={lead}
      actions={
        <>
          <DialogButton
            permission="evidence:collect"
            title={t('Record evidence')}
            content={(close) => <EvidenceForm id={`evidence:new:${subject}`} subject={subject} onSaved={close} />}
          >
            {t('Record evidence')}
          </DialogButton>
          <DialogButton
            look="quiet"
            permission="evidence:link"
            title={t('Link evidence that is here already')}
            content={(close) => <LinkForm subject={subject} close={close} />}
          >
            {t('Link evidence')}
          </DialogButton>
        </>
      }
    >
      <ProblemAlert error={error} />
      {data?.items.length === 0 && <p className={styles.muted}>{t('Nothing is linked to this yet.')}</p>}
      {data && data.items.length > 0 && (
        <ul className={styles.rows}>
          {data.items.map((evidence) => (
            <Row key={evidence.id} evidence={evidence} subject={subject} />
          ))}
        </ul>
      )}
      {more > 0 && (
        <p>
          <Link to={`/evidence?subject=${encodeURIComponent(subject)}`}>
            {t('{more, plural, one {# more} other {# more}}', { more })}
          </Link>
        </p>
      )}
    </Section>
  )
}

function Row({ evidence, subject }: { evidence: Evidence; subject: string }) {
  const { id, title, content, collector, automatic } = evidence
  const unlink = useWrite({
    write: () => api.post(`/evidence/${id}/unlink`, { subject }),
    done: () => ({
      message: t('Link taken away'),
      undo: () => api.post(`/evidence/${id}/link`, { subjects: [subject] }),
    }),
  })
  const notMine = useNotMine(evidence, 'evidence:link')
  const by = automatic ? t('{name} (automatic)', { name: collector.name }) : collector.name
  return (
    <li>
      <div>
        <Link to={`/evidence/${id}`}>{title}</Link>
        <p className={styles.muted}>
          {[kinds[content.kind].label, periodOf(evidence), by].join(' · ')}
          {content.kind === 'measurement' && ` · ${contentLine(evidence)}`}
        </p>
        <ProblemAlert error={unlink.error} />
      </div>
      <div className={styles.side}>
        <StateBadge {...badgeOf(evidence)} />
        <VerbButton
          look="quiet"
          permission="evidence:link"
          cannot={notMine}
          pending={unlink.isPending}
          onClick={() => unlink.mutate(undefined)}
        >
          {t('Take link away')}
        </VerbButton>
      </div>
    </li>
  )
}

/** One piece of evidence by its title, to be linked to this record as well. */
function LinkForm({ subject, close }: { subject: string; close: () => void }) {
  const form = useForm({
    id: `evidence:link:${subject}`,
    initial: { evidence: '' },
    check: ({ evidence }): { evidence?: string } => (evidence === '' ? { evidence: t('Choose the evidence.') } : {}),
    save: ({ evidence }) => api.post(`/evidence/${evidence}/link`, { subjects: [subject] }),
    done: () => t('Evidence linked'),
    onSaved: close,
  })
  return (
    <Form form={form} submit={t('Link evidence')} permission="evidence:link">
      <ReferenceField<{ evidence: string }, Evidence>
        form={form}
        name="evidence"
        label={t('Evidence')}
        path="/evidence"
        query={{ sort: '-recordedAt' }}
        option={({ id, title, content }) => ({ value: id, label: `${title} (${kinds[content.kind].label})` })}
        required
      />
    </Form>
  )
}
