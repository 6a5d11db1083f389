import { t } from '../../../messages/index.ts'
import { api, useWrite } from '../../../ui/api.ts'
import { ProblemAlert } from '../../../ui/problem-alert.tsx'
import { VerbButton } from '../../../ui/verb-button.tsx'
import styles from './figures.module.css'
import { UnderWay } from './under-way.tsx'
import type { Figures } from './words.ts'

/** Simulates 100,000 years of one risk or of all; while it runs, how far it is and a way to stop it. */
export function Simulate({ figures, risk }: { figures: Figures; risk: string | null }) {
  const { measure, latest, outdated, waiting, inherent } = figures
  const ask = useWrite({ write: () => api.post('/risk-simulations', { risk, measure }) })
  return (
    <>
      {latest && outdated && (
        <p className={styles.notice}>{t('Estimates or the tolerance have changed since: simulate again.')}</p>
      )}
      <ProblemAlert error={ask.error} />
      <div className={styles.buttons}>
        <VerbButton
          look={latest && !outdated ? 'default' : 'primary'}
          permission="risks:rate"
          cannot={inherent === 0 ? t('Nothing has been estimated yet.') : undefined}
          pending={ask.isPending}
          onClick={() => ask.mutate()}
        >
          {latest ? t('Simulate again') : t('Simulate the loss of a year')}
        </VerbButton>
      </div>
      {waiting && <UnderWay simulation={waiting.id} job={waiting.job} />}
    </>
  )
}
