import { IconArrowNarrowLeft, IconArrowNarrowRight } from '@tabler/icons-react'
import { t } from '../../messages/index.ts'
import { DateTime } from '../../ui/date-time.tsx'
import { type Move, spanOf } from './plan.ts'
import styles from './plan.module.css'

/** What adopting would change about the plan that is followed now. */
export function Moves({ moves }: { moves: Move[] }) {
  if (moves.length === 0) return <p>{t('Nothing moves: every task keeps its days.')}</p>
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls sideways, and must with the keyboard too
    <div className={styles.scroll} role="region" aria-label={t('What moves')} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('Task')}</th>
            <th scope="col">{t('Now')}</th>
            <th scope="col">{t('Then')}</th>
            <th scope="col">{t('Ends')}</th>
          </tr>
        </thead>
        <tbody>
          {moves.map((move) => (
            <tr key={move.key}>
              <th scope="row">{move.title}</th>
              <td className={styles.days}>{move.kind === 'new' ? t('Not in the plan') : spanOf(move.from)}</td>
              <td className={styles.days}>{move.kind === 'gone' ? t('No longer needed') : spanOf(move.to)}</td>
              <td>
                <Change move={move} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Change({ move }: { move: Move }) {
  if (move.kind === 'gone') return t('Its task is cancelled')
  if (move.kind === 'new') return <DateTime value={move.to.due} />
  if (move.days === 0) return t('On the same day')
  const later = move.days > 0
  const Arrow = later ? IconArrowNarrowRight : IconArrowNarrowLeft
  const count = Math.abs(move.days)
  return (
    <span className={styles.moveDays}>
      <Arrow size={16} aria-hidden />
      {later
        ? t('{count, plural, one {# working day later} other {# working days later}}', { count })
        : t('{count, plural, one {# working day earlier} other {# working days earlier}}', { count })}
    </span>
  )
}
