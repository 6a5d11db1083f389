import { t } from '../../messages/index.ts'
import { LevelBars, LevelsOverTime } from '../../ui/level-chart.tsx'
import { Link } from '../../ui/link.tsx'
import type { Home } from './home.ts'
import styles from './where-you-stand.module.css'

/** Where do we stand and how has it moved: levels stacked over time, each leading to its clauses and controls. */
export function WhereYouStand({ standing }: { standing: NonNullable<Home['standing']> }) {
  const { clauses, controls } = standing
  const points = standing.points.map(({ day, counts }) => ({ on: day, counts }))
  return (
    <div className={styles.standing}>
      <LevelsOverTime points={points} label={t('32 clauses and 38 controls by level')} />
      <div className={styles.bars}>
        <LevelBars counts={clauses} label={t('Clauses')} to={(level) => `/readiness?kind=clause&level=${level}`} />
        <LevelBars counts={controls} label={t('Controls')} to={(level) => `/readiness?kind=control&level=${level}`} />
      </div>
      <p className={styles.note}>
        {t('Computed from the records. There is no overall figure: levels of different clauses do not add up.')}{' '}
        <Link to="/readiness">{t('See every clause and control')}</Link>
      </p>
    </div>
  )
}
