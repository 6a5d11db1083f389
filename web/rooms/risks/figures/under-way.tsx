import { t } from '../../../messages/index.ts'
import { api, useRecord, useWrite } from '../../../ui/api.ts'
import { type Job, JobCard } from '../../../ui/job-card.tsx'
import { ProblemAlert } from '../../../ui/problem-alert.tsx'
import { VerbButton } from '../../../ui/verb-button.tsx'
import styles from './figures.module.css'

/** A simulation that was asked for: how far it is, a way to stop it and, where it broke off, to try it again. */
export function UnderWay({ simulation, job }: { simulation: string; job: string }) {
  const { data } = useRecord<Job>(`/jobs/${job}`)
  const again = useWrite({
    write: () => api.post(`/risk-simulations/${simulation}/try-again`),
    done: () => t('Asked for again'),
  })
  return (
    <>
      <JobCard id={job} />
      <ProblemAlert error={again.error} />
      {data?.state === 'failed' && (
        <div className={styles.buttons}>
          <VerbButton permission="risks:rate" pending={again.isPending} onClick={() => again.mutate()}>
            {t('Try again')}
          </VerbButton>
        </div>
      )}
    </>
  )
}
