import { useState } from 'react'
import { t } from '../../../messages/index.ts'
import { api, useWrite } from '../../../ui/api.ts'
import { DateTime } from '../../../ui/date-time.tsx'
import { JobCard } from '../../../ui/job-card.tsx'
import { ProblemAlert } from '../../../ui/problem-alert.tsx'
import { StateBadge } from '../../../ui/state-badge.tsx'
import { VerbButton } from '../../../ui/verb-button.tsx'
import styles from './figures.module.css'
import type { Simulation } from './words.ts'

/** Computes the same again while one watches, and who did so before with which outcome. */
export function ComputeAgain({ simulation: { id, repeats } }: { simulation: Simulation }) {
  const [job, setJob] = useState<string | null>(null)
  const repeat = useWrite({
    write: () => api.post<{ job: string }>(`/risk-simulations/${id}/repeat`),
    onDone: (asked) => setJob(asked.job),
  })
  const waits = job !== null && !repeats.some((one) => one.job === job)
  return (
    <>
      <ProblemAlert error={repeat.error} />
      <div className={styles.buttons}>
        <VerbButton onClick={() => repeat.mutate()} writes={false} pending={repeat.isPending}>
          {t('Compute again')}
        </VerbButton>
      </div>
      {waits && <JobCard id={job} />}
      <ul className={styles.repeats} aria-label={t('Computed again')}>
        {repeats.map(({ id: key, equal, askedBy, at }) => (
          <li key={key}>
            <StateBadge tone={equal ? 'positive' : 'critical'} label={equal ? t('The same bytes') : t('Other bytes')} />{' '}
            <span className={styles.muted}>
              {askedBy}, <DateTime value={at} precision="minute" />
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}
