import { isOwn } from '@assay/server/rooms/evidence/model.ts'
import { t } from '../../messages/index.ts'
import { Activity } from '../../ui/activity.tsx'
import { api, useRecord, useWrite } from '../../ui/api.ts'
import { DateTime } from '../../ui/date-time.tsx'
import { showDate } from '../../ui/dates.ts'
import { Fact, Facts } from '../../ui/facts.tsx'
import { Markdown } from '../../ui/markdown.tsx'
import { useGo, useParameter } from '../../ui/navigation.ts'
import { Page, Section } from '../../ui/page.tsx'
import { ProblemAlert } from '../../ui/problem-alert.tsx'
import { useSession } from '../../ui/session.ts'
import { StateBadge } from '../../ui/state-badge.tsx'
import { VerbButton } from '../../ui/verb-button.tsx'
import { activityPath } from '../audit-trail/activity-path.ts'
import { Comments } from '../comments/comments.tsx'
import { DialogButton } from '../dialog-button.tsx'
import { ReasonButton } from '../reason-button.tsx'
import { Content } from './content.tsx'
import { CorrectionForm } from './correction-form.tsx'
import { EvidenceForm } from './evidence-form.tsx'
import styles from './evidence.module.css'
import { useNotMine } from './not-mine.ts'
import { ReviewForm } from './review-form.tsx'
import { Subjects } from './subjects.tsx'
import { badgeOf, kinds, periodOf, type Evidence, type EvidenceRecord } from './words.ts'

export default function EvidencePage() {
  const id = useParameter('id')
  const { data: evidence, error } = useRecord<EvidenceRecord>(`/evidence/${id}`)
  if (error) throw error
  if (!evidence) return null
  const { collector, automatic, recordedBy, note, content } = evidence
  return (
    <Page
      title={evidence.title}
      kind={t('Evidence: {kind}', { kind: kinds[content.kind].label })}
      crumbs={[{ label: t('Evidence'), to: '/evidence' }]}
      state={<StateBadge {...badgeOf(evidence)} />}
      actions={<Moves evidence={evidence} />}
      width="text"
    >
      <Standing evidence={evidence} />
      <div className={styles.facts}>
        <Facts>
          <Fact label={t('Collected by')}>
            {automatic ? t('{name} (automatic)', { name: collector.name }) : collector.name}
          </Fact>
          {recordedBy.ref !== collector.ref && <Fact label={t('Recorded by')}>{recordedBy.name}</Fact>}
          <Fact label={t('Happened on')}>{showDate(evidence.happenedOn)}</Fact>
          <Fact label={t('Recorded')}>
            <DateTime value={evidence.recordedAt} precision="minute" />
          </Fact>
          {(evidence.periodFrom || evidence.periodTo) && <Fact label={t('Speaks for')}>{periodOf(evidence)}</Fact>}
          <Fact label={t('Valid until')}>{evidence.validUntil ? showDate(evidence.validUntil) : t('No end set')}</Fact>
        </Facts>
      </div>
      <Section title={t('What it holds')}>
        <Content id={id} content={content} />
      </Section>
      {note && (
        <Section title={t('Source')}>
          <Markdown>{note}</Markdown>
        </Section>
      )}
      <Review evidence={evidence} />
      <Subjects evidence={evidence} />
      {evidence.state === 'signal' && (
        <Section title={t('Correct')} lead={t('Words and days can be corrected until somebody reviews it.')}>
          <CorrectionForm evidence={evidence} />
        </Section>
      )}
      <Comments about={`evidence:${id}`} />
      <Section title={t('Activity')}>
        <Activity path={activityPath('evidence', id)} />
      </Section>
    </Page>
  )
}

/** What stands in the way of it counting today, if anything. */
function Standing({
  evidence: { state, expired, validUntil, supersededBy, withdrawnReason, review },
}: {
  evidence: Evidence
}) {
  if (state === 'superseded' && supersededBy) {
    return <p className={styles.note}>{t('“{title}” has taken its place.', { title: supersededBy.title })}</p>
  }
  if (state === 'withdrawn') {
    return <p className={styles.note}>{t('Withdrawn: {reason}', { reason: withdrawnReason ?? '' })}</p>
  }
  if (expired && validUntil) {
    return <p className={styles.note}>{t('Expired: it was valid until {day}.', { day: showDate(validUntil) })}</p>
  }
  if (review?.decision === 'rejected') {
    return <p className={styles.note}>{t('Rejected, so readiness does not rest on it.')}</p>
  }
  return null
}

function Review({ evidence: { review } }: { evidence: Evidence }) {
  if (!review) return null
  return (
    <Section title={t('Review')}>
      <Facts>
        <Fact label={t('Decision')}>{review.decision === 'accepted' ? t('Accepted') : t('Rejected')}</Fact>
        <Fact label={t('Reviewed by')}>{review.by.name}</Fact>
        <Fact label={t('On')}>{showDate(review.on)}</Fact>
      </Facts>
      {review.byCollector && (
        <p className={styles.muted}>{t('By whoever collected it: nobody else was there to review it.')}</p>
      )}
      {review.note && <Markdown>{review.note}</Markdown>}
    </Section>
  )
}

function Moves({ evidence }: { evidence: EvidenceRecord }) {
  const { id, title, state } = evidence
  const go = useGo()
  const { person } = useSession()
  const own = isOwn({ collector: evidence.collector.ref, recordedBy: evidence.recordedBy.ref }, person.id)
  const notMine = useNotMine(evidence, 'evidence:withdraw')
  const others =
    own && evidence.mayReview.length > 0
      ? t('You collected or recorded this. {names} may review it.', {
          names: evidence.mayReview.map(({ name }) => name).join(', '),
        })
      : undefined
  const current = state === 'signal' || state === 'reviewed'
  const reopen = useWrite({
    write: () => api.post(`/evidence/${id}/reopen`),
    done: () => t('Review taken back'),
  })
  const restore = useWrite({ write: () => api.post(`/evidence/${id}/restore`), done: () => t('Evidence restored') })
  return (
    <>
      {state === 'signal' && (
        <DialogButton
          look="primary"
          permission="evidence:review"
          cannot={others}
          title={t('Review “{title}”', { title })}
          content={(close) => <ReviewForm evidence={evidence} own={own} close={close} />}
        >
          {t('Review')}
        </DialogButton>
      )}
      {state === 'reviewed' && (
        <VerbButton
          permission="evidence:review"
          pending={reopen.isPending}
          onClick={() => reopen.mutate(undefined)}
          confirm={{
            title: t('Take the review back?'),
            body: t('The evidence becomes a signal again. What was decided stays to be seen in its activity.'),
            verb: t('Take review back'),
          }}
        >
          {t('Take review back')}
        </VerbButton>
      )}
      {current && (
        <DialogButton
          permission="evidence:collect"
          title={t('Replace “{title}” by newer evidence', { title })}
          content={(close) => (
            <EvidenceForm
              id={`evidence:supersede:${id}`}
              supersedes={{ id, title }}
              onSaved={(made) => {
                close()
                go(`/evidence/${made.id}`)
              }}
            />
          )}
        >
          {t('Replace')}
        </DialogButton>
      )}
      {current && (
        <ReasonButton
          id={`evidence:${id}:withdraw`}
          look="quiet"
          permission="evidence:withdraw"
          cannot={notMine}
          title={t('Withdraw “{title}”', { title })}
          help={t('It no longer counts, and stays to be seen with this reason. It can be restored.')}
          verb={t('Withdraw evidence')}
          write={(reason) => api.post(`/evidence/${id}/withdraw`, { reason })}
          done={() => ({ message: t('Evidence withdrawn'), undo: () => api.post(`/evidence/${id}/restore`) })}
        >
          {t('Withdraw')}
        </ReasonButton>
      )}
      {!current && (
        <VerbButton
          permission="evidence:withdraw"
          cannot={notMine}
          pending={restore.isPending}
          onClick={() => restore.mutate(undefined)}
        >
          {t('Restore')}
        </VerbButton>
      )}
      <ProblemAlert error={reopen.error ?? restore.error} />
    </>
  )
}

/** Whether one of these roles may withdraw evidence that others collected. */
