import { t } from '../../messages/index.ts'
import { Activity } from '../../ui/activity.tsx'
import { api, useList, useRecord, useWrite } from '../../ui/api.ts'
import { DateTime } from '../../ui/date-time.tsx'
import { showNumber } from '../../ui/dates.ts'
import { Fact, Facts } from '../../ui/facts.tsx'
import { JobCard } from '../../ui/job-card.tsx'
import { Link } from '../../ui/link.tsx'
import { useParameter } from '../../ui/navigation.ts'
import { Page, Section } from '../../ui/page.tsx'
import { ProblemAlert } from '../../ui/problem-alert.tsx'
import { ReferenceLink } from '../../ui/reference-link.tsx'
import { useNames } from '../../ui/references.ts'
import { StateBadge } from '../../ui/state-badge.tsx'
import { LinkButton, VerbButton } from '../../ui/verb-button.tsx'
import { activityPath } from '../audit-trail/activity-path.ts'
import { Comments } from '../comments/comments.tsx'
import { ReasonButton } from '../reason-button.tsx'
import styles from './assurance.module.css'
import { FilesOf } from './files-of.tsx'
import { LimitsOf } from './limits-of.tsx'
import { Rechecks } from './rechecks.tsx'
import { ResultOf } from './result-of.tsx'
import { sentencesOf } from './sentences.ts'
import { badgeOfRun, confirmingText, kinds, origins, type Run, type RunWithRecord, whyExploratory } from './words.ts'

/** One run: its verdict and why, what it found, and what it was made from. */
export default function RunPage() {
  const id = useParameter('id')
  const { data: run, error } = useRecord<RunWithRecord>(`/measurement-runs/${id}`)
  const names = useNames(run ? [run.subject] : [])
  if (error) throw error
  if (!run) return null
  return (
    <Page
      title={run.plan.title}
      kind={t('Measurement: {kind}', { kind: kinds[run.kind].label })}
      crumbs={[
        { label: t('Measurement plans'), to: '/assurance' },
        { label: run.plan.title, to: `/assurance/plans/${run.plan.id}` },
      ]}
      state={<StateBadge {...badgeOfRun(run)} />}
      lead={
        <>
          <ReferenceLink reference={run.subject} names={names} /> · {run.fileName}
          {run.happenedOn && (
            <>
              {' · '}
              <DateTime value={run.happenedOn} />
            </>
          )}
        </>
      }
      actions={run.state === 'finished' && <Actions run={run} />}
    >
      {run.state === 'asked' && run.job && (
        <div className={styles.job}>
          <JobCard id={run.job} />
        </div>
      )}
      {run.state === 'refused' && <Refused run={run} />}
      {run.state === 'finished' && <Verdict run={run} />}
      {run.record && <ResultOf run={run} record={run.record} />}
      <Section title={t('What it was made from')}>
        <MadeFrom run={run} />
        <FilesOf record={run.record} />
      </Section>
      {run.state === 'finished' && (
        <Section
          title={t('Computed again')}
          lead={t('The same file and definition give a record with the same bytes.')}
        >
          <Rechecks run={run} />
        </Section>
      )}
      <Comments about={`measurement-run:${id}`} />
      <Section title={t('Activity')}>
        <Activity path={activityPath('measurement-run', id)} />
      </Section>
    </Page>
  )
}

function Verdict({ run }: { run: RunWithRecord }) {
  const { confirming, exploratoryReason, origin, repeat, task, evidence } = run
  const reasons = sentencesOf(run.record, 'reasons', run.reasons)
  const warnings = sentencesOf(run.record, 'warnings', run.warnings)
  return (
    <Section title={t('Verdict')}>
      <div className={styles.verdict} data-verdict={run.verdict}>
        <p className={styles.sentence}>
          <StateBadge {...badgeOfRun(run)} /> <strong>{confirmingText(run)}</strong>
        </p>
        <ul className={styles.reasons}>
          {reasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
          {!confirming && exploratoryReason && <li>{whyExploratory[exploratoryReason]}</li>}
          {origin !== 'server' && <li>{origins[origin].help}</li>}
          {repeat !== null && repeat > 1 && (
            <li>{t('This file was measured {count} times under the plan.', { count: repeat })}</li>
          )}
        </ul>
        <LimitsOf run={run} />
        {(task !== null || evidence !== null) && (
          <p className={styles.links}>
            {task && <Link to={`/tasks/${task}`}>{t('The task it opened')}</Link>}
            {evidence && <Link to={`/evidence/${evidence}`}>{t('Filed as evidence')}</Link>}
          </p>
        )}
      </div>
      {warnings.length > 0 && (
        <ul className={styles.reasons}>
          {warnings.map((warning) => (
            <li key={warning}>{warning}</li>
          ))}
        </ul>
      )}
    </Section>
  )
}

function Refused({ run }: { run: RunWithRecord }) {
  return (
    <Section
      title={t('The engine did not take this file')}
      lead={t('Correct what is named here, then run the plan again.')}
    >
      <ul className={styles.reasons}>
        {run.problems.map((problem) => (
          <li key={problem}>{problem}</li>
        ))}
      </ul>
      <LinkButton to={`/assurance/plans/${run.plan.id}`}>{t('Back to the plan')}</LinkButton>
    </Section>
  )
}

function MadeFrom({ run }: { run: RunWithRecord }) {
  return (
    <Facts>
      <Fact label={t('Plan')}>
        <Link to={`/assurance/plans/${run.plan.id}`}>
          {t('{title}, edition {edition}', { title: run.plan.title, edition: run.plan.edition })}
        </Link>
      </Fact>
      <Fact label={t('Origin')}>{origins[run.origin].label}</Fact>
      {run.tool && <Fact label={t('Tool')}>{run.tool}</Fact>}
      <Fact label={t('Asked for by')}>{run.askedBy.name}</Fact>
      <Fact label={t('Asked for in entry')}>{showNumber(run.seq)}</Fact>
      <Fact label={t('Rows')}>
        {run.rows !== null &&
          t('{used} of {rows} used', { used: showNumber(run.rowsUsed ?? run.rows), rows: showNumber(run.rows) })}
      </Fact>
      {run.engine && <Fact label={t('Engine')}>{run.engine}</Fact>}
      {run.seed !== null && <Fact label={t('Seed')}>{run.seed}</Fact>}
      {run.file?.keptUntil && (
        <Fact label={t('Content of the file')}>
          {t('Kept until')} <DateTime value={run.file.keptUntil} />
        </Fact>
      )}
      {run.file?.contentRemoved && (
        <Fact label={t('Content of the file')}>
          {t('Removed for good by {name}: {reason}', {
            name: run.file.contentRemoved.by,
            reason: run.file.contentRemoved.reason,
          })}{' '}
          <DateTime value={run.file.contentRemoved.at} />
        </Fact>
      )}
      <Fact label={t('File, SHA-256')}>{run.fileSha256 && <span className={styles.hash}>{run.fileSha256}</span>}</Fact>
      <Fact label={t('Record, SHA-256')}>
        {run.recordSha256 && <span className={styles.hash}>{run.recordSha256}</span>}
      </Fact>
    </Facts>
  )
}

function Actions({ run }: { run: RunWithRecord }) {
  const recheck = useWrite({
    write: () => api.post(`/measurement-runs/${run.id}/recheck`, {}),
    done: () => t('Asked to compute it again'),
  })
  const others = useList<Run>('/measurement-runs', { q: run.plan.title, limit: 20 })
  const before = others.data?.items.find(
    ({ id, state, plan, seq }) =>
      id !== run.id && state === 'finished' && plan.title === run.plan.title && seq < run.seq,
  )
  return (
    <>
      <VerbButton
        permission="assurance:run"
        pending={recheck.isPending}
        cannot={run.canRecheck ? undefined : whyNoRecheck(run)}
        onClick={() => recheck.mutate()}
      >
        {t('Compute again and compare')}
      </VerbButton>
      {run.file && !run.file.contentRemoved && <RemoveContent file={run.file} />}
      {before && (
        <LinkButton to={`/assurance/runs/${run.id}/compare/${before.id}`}>
          {t('Compare with the run before')}
        </LinkButton>
      )}
      <a href={`/api/v1/measurement-runs/${run.id}/record`} download className={styles.download}>
        {t('Download the record')}
      </a>
      <ProblemAlert error={recheck.error} />
    </>
  )
}

function whyNoRecheck(run: RunWithRecord): string {
  return run.file?.contentRemoved
    ? t('The content of its file was removed. Upload the same file again first.')
    : t('Its data is not with this server. Run it again where the data is.')
}

function RemoveContent({ file: { id, name } }: { file: NonNullable<RunWithRecord['file']> }) {
  return (
    <ReasonButton
      id={`measurement-file:${id}:remove-content`}
      look="quiet"
      permission="assurance:plan"
      title={t('Remove the content of {name} for good?', { name })}
      help={t(
        'Say why. Its rows are deleted and cannot be brought back from here. Its name, its hash and every result stay; runs can no longer be computed again.',
      )}
      verb={t('Remove the content for good')}
      write={(reason) => api.post(`/measurement-files/${id}/remove-content`, { reason })}
      done={() => t('Content removed; hash and results stay')}
    >
      {t('Remove the file’s content')}
    </ReasonButton>
  )
}
