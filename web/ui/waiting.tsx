import { VisuallyHidden } from '@mantine/core'
import { t } from '../messages/index.ts'
import { classes } from './classes.ts'
import styles from './waiting.module.css'

export type WaitingProps = {
  /** how much room what comes will take, so that what is below it stays where it is */
  as: 'lines' | 'chart'
}

/** Stands where something is being read, in about the room that it will take. */
export function Waiting({ as }: WaitingProps) {
  return (
    <div className={classes(styles.waiting, styles[as])} aria-busy>
      <VisuallyHidden>{t('Loading')}</VisuallyHidden>
      {Array.from({ length: 5 }, (_, line) => (
        <span key={line} className={styles.bone} data-width={line % 3} aria-hidden />
      ))}
    </div>
  )
}
