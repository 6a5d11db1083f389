import { type Level, levelLabels, LevelSign } from '../../ui/level-chart.tsx'
import { type Finding, standingWords } from './finding.ts'
import styles from './standing.module.css'

/** Where something stands: the word with its shape. */
export function Standing({ finding }: { finding: Pick<Finding, 'level' | 'stale' | 'standing'> }) {
  return (
    <span className={styles.standing}>
      <LevelSign level={finding.standing} />
      {standingWords(finding)}
    </span>
  )
}

export function LevelWord({ level }: { level: Level }) {
  return (
    <span className={styles.standing}>
      <LevelSign level={level} />
      {levelLabels[level]}
    </span>
  )
}
