import { VisuallyHidden } from '@mantine/core'
import { t } from '../messages/index.ts'
import { classes } from './classes.ts'
import styles from './waiting.module.css'

export type WaitingProps = {
  /** what will come, and so how much room is kept for it: steps with their reasons, a chart, or lines */
  as: 'steps' | 'chart' | 'lines'
}

/** Stands where something is being read, in about the room that it will take. */
export function Waiting({ as }: WaitingProps) {
  return (
    <div className={classes(styles.waiting, styles[as])} aria-busy>
      <VisuallyHidden>{t('Loading')}</VisuallyHidden>
      {as === 'chart' ? (
        <span className={styles.plot} aria-hidden />
      ) : (
        Array.from({ length: 8 }, (_, line) => (
          <span key={line} className={styles.bone} data-width={line % 3} aria-hidden />
        ))
      )}
    </div>
  )
}
