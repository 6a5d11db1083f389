import { VisuallyHidden } from '@mantine/core'
import { t } from '../../messages/index.ts'
import { levelLabels, LevelSign } from '../../ui/level-chart.tsx'
import type { RequirementFinding } from './finding.ts'
import styles from './levels.module.css'

/** The levels that a clause or control can reach, weakest first: what proves each, and which are proven. */
export function Levels({ steps }: { steps: RequirementFinding['steps'] }) {
  return (
    <ol className={styles.levels}>
      {steps.map(({ level, provedBy, reached, recorded }) => (
        <li key={level} data-reached={reached}>
          <h3>
            <LevelSign level={reached ? level : 'missing'} />
            {levelLabels[level]}
            <VisuallyHidden>, </VisuallyHidden>
            <span className={styles.mark}>{stateOf(reached, recorded)}</span>
          </h3>
          <p>{provedBy}.</p>
        </li>
      ))}
    </ol>
  )
}

function stateOf(reached: boolean, recorded: boolean): string {
  if (reached) return t('proven')
  return recorded ? t('not proven') : t('not yet recorded in Assay')
}
