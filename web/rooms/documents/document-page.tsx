import { documentKinds } from '@assay/server/rooms/documents/model.ts'
import { t } from '../../messages/index.ts'
import { Activity } from '../../ui/activity.tsx'
import { api, useRecord, useWrite } from '../../ui/api.ts'
import { DateTime } from '../../ui/date-time.tsx'
import { showDate } from '../../ui/dates.ts'
import { Fact, Facts } from '../../ui/facts.tsx'
import { useGo, useParameter } from '../../ui/navigation.ts'
import { Page, Section } from '../../ui/page.tsx'
import { ProblemAlert } from '../../ui/problem-alert.tsx'
import { useMay } from '../../ui/session.ts'
import { StateBadge } from '../../ui/state-badge.tsx'
import { LinkButton, VerbButton } from '../../ui/verb-button.tsx'
import { activityPath } from '../audit-trail/activity-path.ts'
import { Comments } from '../comments/comments.tsx'
import { DialogButton } from '../dialog-button.tsx'
import { EvidencePanel } from '../evidence/evidence-panel.tsx'
import { ClauseNotes } from '../frameworks/clause-note.tsx'
import { ReasonButton } from '../reason-button.tsx'
import styles from './documents.module.css'
import { ReviewForm } from './review-form.tsx'
import { VersionContent } from './version-content.tsx'
import { Versions } from './versions.tsx'
import { approvalLine, badgeOf, kinds, readers, versionPath, type DocumentRecord } from './words.ts'

export default function DocumentPage() {
  const id = useParameter('id')
  const { data: document, error } = useRecord<DocumentRecord>(`/documents/${id}`)
  const inside = useMay('documents:read-all')
  if (error) throw error
  if (!document) return null
  const { effective, kind } = document
  const serves = [...documentKinds[kind]]
  return (
    <Page
      title={document.title}
      kind={document.code ? `${kinds[kind]} · ${document.code}` : kinds[kind]}
      crumbs={[{ label: t('Documents'), to: '/documents' }]}
      state={<StateBadge {...badgeOf(document)} />}
      actions={inside && <Moves document={document} />}
      width={serves.length > 0 ? 'wide' : 'text'}
      aside={serves.length > 0 ? <ClauseNotes refs={serves} /> : undefined}
    >
      <Standing document={document} />
      <div className={styles.facts}>
        <Keeping document={document} />
      </div>
      {effective ? (
        <Section
          title={t('What holds: version {number}', { number: effective.number })}
          lead={t('Approved by {approval}', { approval: approvalLine(effective.approval) })}
        >
          <VersionContent id={id} number={effective.number} />
        </Section>
      ) : (
        <Section title={t('What holds')}>
          <p className={styles.muted}>{t('No version is effective, so nothing rests on this document yet.')}</p>
        </Section>
      )}
      {inside && <Versions document={document} />}
      {inside && effective && <Reviews document={document} />}
      <EvidencePanel subject={`document:${id}`} />
      <Comments about={`document:${id}`} />
      {inside && (
        <Section title={t('Activity')}>
          <Activity path={activityPath('document', id)} />
        </Section>
      )}
    </Page>
  )
}

function Standing({
  document: { id, state, withdrawnReason, open, reviewOverdue, reviewDueOn },
}: {
  document: DocumentRecord
}) {
  if (state === 'withdrawn') {
    return <p className={styles.note}>{t('Withdrawn: {reason}', { reason: withdrawnReason ?? '' })}</p>
  }
  if (reviewOverdue && reviewDueOn) {
    return (
      <p className={styles.note}>
        {t('Its review was due on {day}. Look whether it still holds, and record what you found.', {
          day: showDate(reviewDueOn),
        })}
      </p>
    )
  }
  if (!open) return null
  const waiting = {
    draft: t('Version {number} is being written.', { number: open.number }),
    'in-review': t('Version {number} waits for an approval.', { number: open.number }),
    approved: t('Version {number} is approved and waits to take effect.', { number: open.number }),
  }
  return (
    <div className={styles.waiting}>
      <p>{waiting[open.state]}</p>
      <LinkButton to={versionPath(id, open.number)}>{t('Open version {number}', { number: open.number })}</LinkButton>
    </div>
  )
}

function Keeping({ document }: { document: DocumentRecord }) {
  const { owner, effective, reviewDueOn, retentionMonths, reviewMonths, publisher, origin } = document
  const months = (count: number) => t('{count, plural, one {# month} other {# months}}', { count })
  return (
    <Facts>
      <Fact label={t('Owner')}>{owner?.name}</Fact>
      {origin === 'external' && <Fact label={t('Issued by')}>{publisher}</Fact>}
      <Fact label={t('Effective from')}>{effective && <DateTime value={effective.effectiveOn} />}</Fact>
      <Fact label={t('Next review')}>{reviewDueOn && <DateTime value={reviewDueOn} />}</Fact>
      <Fact label={t('Reviewed every')}>{reviewMonths !== null && months(reviewMonths)}</Fact>
      <Fact label={t('Readers')}>{readers[document.readers].label}</Fact>
      <Fact label={t('Retention')}>{retentionMonths !== null && months(retentionMonths)}</Fact>
    </Facts>
  )
}

function Reviews({ document: { id, reviews, title } }: { document: DocumentRecord }) {
  return (
    <Section
      title={t('Reviews')}
      lead={t('A review says that somebody looked whether it still holds, even where nothing changed.')}
      actions={
        <DialogButton
          permission="documents:review"
          title={t('Review “{title}”', { title })}
          content={(close) => <ReviewForm id={id} close={close} />}
        >
          {t('Record a review')}
        </DialogButton>
      }
    >
      {reviews.length === 0 ? (
        <p className={styles.muted}>{t('Not reviewed yet since it took effect.')}</p>
      ) : (
        <ul className={styles.rows}>
          {reviews.map(({ id: review, by, on, outcome, note, number }) => (
            <li key={review}>
              <div>
                {outcome === 'no-change' ? t('It still holds, no change') : t('A new version is needed')}
                <p className={styles.muted}>
                  {t('Version {number}, by {name}', { number, name: by.name })}
                  {note && ` · ${note}`}
                </p>
              </div>
              <DateTime value={on} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

function Moves({ document }: { document: DocumentRecord }) {
  const { id, title, open, state, effective } = document
  const go = useGo()
  const next = useWrite<void, { number: number }>({
    write: () => api.post(`/documents/${id}/versions`, {}),
    done: () => t('Draft started'),
    onDone: ({ number }) => go(`${versionPath(id, number)}/write`),
  })
  const restore = useWrite({ write: () => api.post(`/documents/${id}/restore`), done: () => t('Document restored') })
  if (state === 'withdrawn') {
    return (
      <>
        <VerbButton
          permission="documents:withdraw"
          pending={restore.isPending}
          onClick={() => restore.mutate(undefined)}
        >
          {t('Restore document')}
        </VerbButton>
        <ProblemAlert error={restore.error} />
      </>
    )
  }
  const beingWritten = open
    ? t('Version {number} is being worked on. Finish or discard that one first.', { number: open.number })
    : undefined
  const isFile = document.versions.find(({ number }) => number === effective?.number)?.file !== null
  return (
    <>
      <VerbButton
        look="primary"
        permission="documents:write"
        cannot={beingWritten}
        pending={next.isPending}
        onClick={() => next.mutate(undefined)}
      >
        {t('Write next version')}
      </VerbButton>
      {effective && isFile && (
        <LinkButton to={`/documents/bring-in?document=${id}`} permission="documents:write">
          {t('Bring in next version')}
        </LinkButton>
      )}
      <LinkButton to={`/documents/${id}/edit`} permission="documents:write">
        {t('Change how it is kept')}
      </LinkButton>
      <ReasonButton
        id={`document:${id}:withdraw`}
        look="quiet"
        permission="documents:withdraw"
        title={t('Withdraw “{title}”', { title })}
        help={t('It no longer holds; its versions stay to be seen. It can be restored.')}
        verb={t('Withdraw document')}
        write={(reason) => api.post(`/documents/${id}/withdraw`, { reason })}
        done={() => ({ message: t('Document withdrawn'), undo: () => api.post(`/documents/${id}/restore`) })}
      >
        {t('Withdraw')}
      </ReasonButton>
      <ProblemAlert error={next.error} />
    </>
  )
}
