import { IconDownload } from '@tabler/icons-react'
import { t } from '../../messages/index.ts'
import { Activity } from '../../ui/activity.tsx'
import { api, useRecord, useWrite } from '../../ui/api.ts'
import { DateTime } from '../../ui/date-time.tsx'
import { showNumber } from '../../ui/dates.ts'
import { Fact, Facts } from '../../ui/facts.tsx'
import { JobCard } from '../../ui/job-card.tsx'
import { useParameter } from '../../ui/navigation.ts'
import { Page, Section } from '../../ui/page.tsx'
import { ProblemAlert } from '../../ui/problem-alert.tsx'
import { ReferenceLink } from '../../ui/reference-link.tsx'
import { useNames } from '../../ui/references.ts'
import { StateBadge } from '../../ui/state-badge.tsx'
import { VerbButton } from '../../ui/verb-button.tsx'
import { activityPath } from '../audit-trail/activity-path.ts'
import { Comments } from '../comments/comments.tsx'
import { ReasonButton } from '../reason-button.tsx'
import { formats, type Report, sizeText, states } from './report.ts'
import styles from './report.module.css'

/** One report: its files, and the state of the log that it was made from. */
export default function ReportPage() {
  const id = useParameter('id')
  const { data: report, error } = useRecord<Report>(`/reports/${id}`)
  if (error) throw error
  if (!report) return null
  return (
    <Page
      title={report.title}
      kind={t('Report')}
      width="text"
      crumbs={[{ label: t('Reports'), to: '/reports' }]}
      state={<StateBadge {...states[report.state]} />}
      lead={
        report.reason !== null
          ? t('Withdrawn: {reason}', { reason: report.reason })
          : t('It shows what records prove and what people declare. Only an accredited body decides on certification.')
      }
      actions={<Moves report={report} />}
    >
      {report.state === 'not-made' ? (
        <div className={styles.job}>
          <JobCard id={report.job} />
        </div>
      ) : (
        <Files report={report} />
      )}
      <Section title={t('What it was made from')}>
        <MadeFrom report={report} />
      </Section>
      <Comments about={`report:${id}`} />
      <Section title={t('Activity')}>
        <Activity path={activityPath('report', id)} />
      </Section>
    </Page>
  )
}

function Files({ report }: { report: Report }) {
  return (
    <Section title={t('Files')} lead={t('The same bytes every time; the hash shows it.')}>
      <ul className={styles.files}>
        {report.files.map(({ format, href, size, sha256 }) => (
          <li key={format}>
            <a href={href} download className={styles.download}>
              <IconDownload size={18} aria-hidden />
              {t('Download {format}', { format: formats[format].label })}
            </a>
            <span className={styles.size}>{sizeText(size)}</span>
            <span className={styles.help}>{formats[format].help}</span>
            <code className={styles.hash}>SHA-256 {sha256}</code>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function MadeFrom({ report }: { report: Report }) {
  const { seq, instant, logOrigin, checkpointSize, checkpointRoot, rulesVersion, assessment, askedBy } = report
  const names = useNames(assessment ? [assessment] : [])
  return (
    <Facts>
      <Fact label={t('Records up to entry')}>{showNumber(seq)}</Fact>
      <Fact label={t('Instant')}>
        <DateTime value={instant} precision="minute" />
      </Fact>
      <Fact label={t('Asked for by')}>{askedBy?.name ?? t('A machine')}</Fact>
      <Fact label={t('Findings of')}>
        {assessment ? <ReferenceLink reference={assessment} names={names} /> : t('The records at that entry')}
      </Fact>
      {report.madeAt && (
        <>
          <Fact label={t('Rules')}>{rulesVersion}</Fact>
          <Fact label={t('Log')}>{logOrigin}</Fact>
          <Fact label={t('Signed checkpoint')}>
            {checkpointSize === null ? t('None yet') : coverage(checkpointSize, seq)}
          </Fact>
          {checkpointRoot !== null && (
            <Fact label={t('Root of the checkpoint')}>
              <code>{checkpointRoot}</code>
            </Fact>
          )}
        </>
      )}
    </Facts>
  )
}

function coverage(size: number, seq: number): string {
  return size >= seq
    ? t('Fixes {size, number} entries, this one among them', { size })
    : t('Fixes {size, number} entries; a later one fixes the rest', { size })
}

function Moves({ report }: { report: Report }) {
  const { id, state } = report
  const reinstate = useWrite({ write: () => api.post(`/reports/${id}/reinstate`), done: () => t('Report reinstated') })
  if (state === 'withdrawn') {
    return (
      <>
        <VerbButton permission="reports:withdraw" pending={reinstate.isPending} onClick={() => reinstate.mutate()}>
          {t('Reinstate')}
        </VerbButton>
        <ProblemAlert error={reinstate.error} />
      </>
    )
  }
  return (
    <ReasonButton
      id={`report:${id}:withdraw`}
      look="quiet"
      permission="reports:withdraw"
      cannot={state === 'made' ? undefined : t('It is not made yet. Cancel the work instead.')}
      title={t('Withdraw this report')}
      help={t('Why it should not be used any more. Its files stay, and it can be reinstated.')}
      verb={t('Withdraw report')}
      write={(reason) => api.post(`/reports/${id}/withdraw`, { reason })}
      done={() => ({ message: t('Report withdrawn'), undo: () => api.post(`/reports/${id}/reinstate`) })}
    >
      {t('Withdraw')}
    </ReasonButton>
  )
}
