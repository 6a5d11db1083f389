import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { t } from '../messages/index.ts'
import { ApiProblem, api, queryClient, useWrite } from './api.ts'
import { showSecondsAhead } from './dates.ts'
import styles from './job-card.module.css'
import { Link } from './link.tsx'
import { ProblemAlert } from './problem-alert.tsx'
import { serverWords } from './server-words.ts'
import { StateBadge, type Tone } from './state-badge.tsx'

/** Long work as the API's `/jobs/:id` answers it. */
export type Job = {
  id: string
  /** What is done, in words: "Import of systems.csv". */
  title: string
  state: 'waiting' | 'running' | 'done' | 'failed' | 'cancelled'
  /** 0 to 100; null while it is not known. */
  percent: number | null
  /** What is being done right now: "Checking row 1,200". */
  stage: string
  secondsLeft: number | null
  /** Why it failed and what to do. */
  failure?: string | null
  /** Where its result is: a page, or a file under `/api/v1`. */
  result?: { label: string; href: string } | null
}

const pollMilliseconds = 1_000

const states: Record<Job['state'], { tone: Tone; label: string }> = {
  waiting: { tone: 'neutral', label: t('Waiting') },
  running: { tone: 'active', label: t('Running') },
  done: { tone: 'positive', label: t('Done') },
  failed: { tone: 'critical', label: t('Failed') },
  cancelled: { tone: 'neutral', label: t('Cancelled') },
}

export type JobCardProps = {
  /** Kept in the address or the record, so that the card is there again after a reload. */
  id: string
}

/** Long work: how far it is, what it does, how long it takes, a way to stop it, and the result. */
export function JobCard({ id }: JobCardProps) {
  const { data: job, error } = useQuery({
    queryKey: ['/jobs', id],
    queryFn: () => api.get<Job>(`/jobs/${id}`),
    refetchInterval: ({ state }) => (state.error || isOver(state.data) ? false : pollMilliseconds),
    staleTime: Number.POSITIVE_INFINITY,
  })
  const over = isOver(job)
  useEffect(() => {
    if (over) void refreshBesides(id)
  }, [over, id])
  const cancel = useWrite({ write: () => api.post(`/jobs/${id}/cancel`) })
  if (error instanceof ApiProblem && error.status === 404) return null
  if (error) return <ProblemAlert error={error} />
  if (!job) return <div className={styles.card} aria-busy />
  return (
    <section className={styles.card} aria-label={job.title}>
      <div className={styles.head}>
        <strong>{serverWords({ message: job.title })}</strong>
        <StateBadge {...states[job.state]} />
      </div>
      {!isOver(job) && <Progress job={job} />}
      {job.failure && <p className={styles.failure}>{job.failure}</p>}
      <ProblemAlert error={cancel.error} />
      <div className={styles.foot}>
        {job.result && <Result {...job.result} />}
        {!isOver(job) && (
          <Button size="compact-sm" variant="default" loading={cancel.isPending} onClick={() => cancel.mutate()}>
            {t('Cancel')}
          </Button>
        )}
      </div>
    </section>
  )
}

function Progress({ job }: { job: Job }) {
  return (
    <>
      <progress className={styles.bar} max={100} value={job.percent ?? undefined} aria-label={job.title} />
      <p className={styles.stage}>
        {job.percent !== null && <span>{Math.floor(job.percent)} %</span>}
        <span>{job.stage}</span>
        {job.secondsLeft !== null && <span>{t('done {when}', { when: showSecondsAhead(job.secondsLeft) })}</span>}
      </p>
    </>
  )
}

function Result({ label, href }: { label: string; href: string }) {
  const said = serverWords({ message: label })
  return href.startsWith('/api/') ? (
    <a href={href} download>
      {said}
    </a>
  ) : (
    <Link to={href}>{said}</Link>
  )
}

/** What the page shows is older than the work's result. The job itself is not read again, or this would never end. */
function refreshBesides(id: string): Promise<void> {
  return queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== '/jobs' || queryKey[1] !== id })
}

function isOver(job: Job | undefined): boolean {
  return job !== undefined && job.state !== 'waiting' && job.state !== 'running'
}
