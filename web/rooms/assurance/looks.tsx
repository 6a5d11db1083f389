import { t } from '../../messages/index.ts'
import { showNumber } from '../../ui/dates.ts'
import styles from './assurance.module.css'
import { numberAt } from './result.ts'
import { percent, type Plan } from './words.ts'

/**
 * What repeated looks do to the error rate: each confirming run may raise a false alarm with the chance that its confidence leaves, and over
 * several the chance that at least one does grows. Runs that only explore decide nothing, whatever they show.
 */
export function Looks({ plan: { runs, definition } }: { plan: Pick<Plan, 'runs' | 'definition'> }) {
  const each = 1 - (numberAt(definition, 'confidence') ?? 0.95)
  const looks = runs.confirming
  const exploring = runs.finished - looks
  if (runs.finished === 0) return null
  return (
    <p className={styles.muted}>
      {t(
        '{count, plural, =0 {No run has confirmed} one {One run has confirmed} other {# runs have confirmed}} so far.',
        {
          count: looks,
        },
      )}{' '}
      {looks > 1 &&
        t(
          'Each can be a false alarm in up to {each} of cases; that at least one of {looks} is can come to {all}. Where it is run often, a next edition with a higher confidence keeps that small.',
          { each: percent(each), looks: showNumber(looks), all: percent(1 - (1 - each) ** looks) },
        )}{' '}
      {exploring > 0 &&
        t(
          '{count, plural, one {One run explored and decides} other {# runs explored and decide}} nothing: what was found by looking is confirmed on data that nobody has seen.',
          { count: exploring },
        )}
    </p>
  )
}
