import { t } from '../../messages/index.ts'
import { showNumber } from '../../ui/dates.ts'
import { Section } from '../../ui/page.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import styles from './assurance.module.css'
import { listAt, numberAt, textAt } from './result.ts'
import { figure, verdicts, type Verdict } from './words.ts'

const [width, height, edge] = [720, 140, 24]

/** Values watched one by one: the sums that grow when they change lastingly, and where they alarmed. */
export function StreamsPart({ result }: { result: unknown }) {
  const streams = listAt(result, 'streams')
  if (streams.length === 0) return null
  return (
    <Section
      title={t('Streams')}
      lead={t(
        'Each value in its order. The line is the sum of deviations; a mark is an alarm, after which it begins anew.',
      )}
    >
      {streams.map((stream, index) => (
        <Stream key={`${textAt(stream, 'value')} ${index}`} stream={stream} />
      ))}
    </Section>
  )
}

function Stream({ stream }: { stream: unknown }) {
  const [seen, alarms] = [numberAt(stream, 'seen') ?? 0, listAt(stream, 'alarms')]
  const found = numberAt(stream, 'alarmsFound') ?? alarms.length
  const chance = numberAt(stream, 'expectedByChance')
  const verdict = textAt(stream, 'judged', 'verdict')
  const known = Object.keys(verdicts).find((it): it is Verdict => it === verdict)
  const order = textAt(stream, 'order')
  return (
    <figure className={styles.figure}>
      <figcaption className={styles.sentence}>
        <strong>
          {order === null
            ? textAt(stream, 'value')
            : t('{value} by {order}', { value: textAt(stream, 'value') ?? '', order })}
        </strong>
        <span className={styles.muted}>{textAt(stream, 'method')}</span>
        {known && <StateBadge {...verdicts[known]} />}
      </figcaption>
      <Path points={listAt(stream, 'path')} alarms={alarms} seen={seen} />
      <p className={styles.muted}>
        {t('{found, plural, =0 {No alarm} one {One alarm} other {# alarms}} in {seen} values.', {
          found,
          seen: showNumber(seen),
        })}{' '}
        {chance !== null && t('Chance alone would give about {chance}.', { chance: figure(chance, 1) })}
      </p>
      {alarms.length > 0 && (
        <ul className={styles.reasons}>
          {alarms.slice(0, 10).map((alarm) => (
            <li key={numberAt(alarm, 'at')}>{alarmText(alarm)}</li>
          ))}
        </ul>
      )}
    </figure>
  )
}

function alarmText(alarm: unknown): string {
  const [at, since] = [numberAt(alarm, 'at') ?? 0, numberAt(alarm, 'since')]
  const rises = textAt(alarm, 'direction') === 'rise'
  const words = { at: showNumber(at), since: since === null ? '' : showNumber(since) }
  if (since === null) return rises ? t('Rise, at value {at}', words) : t('Fall, at value {at}', words)
  return rises
    ? t('Rise, at value {at}, dated to value {since}', words)
    : t('Fall, at value {at}, dated to value {since}', words)
}

function Path({ points, alarms, seen }: { points: unknown[]; alarms: unknown[]; seen: number }) {
  if (points.length < 2) return null
  const sums = points.map((it) => Math.max(numberAt(it, 'rise') ?? 0, numberAt(it, 'fall') ?? 0))
  const most = Math.max(1e-9, ...sums)
  const x = (at: number) => edge + (at / Math.max(1, seen)) * (width - 2 * edge)
  const y = (sum: number) => height - edge - (sum / most) * (height - 2 * edge)
  const line = points.map((it, index) => `${x(numberAt(it, 'at') ?? 0)},${y(sums[index] ?? 0)}`).join(' ')
  return (
    <svg viewBox={`0 0 ${width} ${height}`} className={styles.plot} aria-hidden="true">
      <line x1={edge} x2={width - edge} y1={y(0)} y2={y(0)} className={styles.zero} />
      <polyline points={line} className={styles.line} />
      {alarms.map((alarm) => (
        <line
          key={numberAt(alarm, 'at')}
          x1={x(numberAt(alarm, 'at') ?? 0)}
          x2={x(numberAt(alarm, 'at') ?? 0)}
          y1={edge / 2}
          y2={height - edge}
          className={styles.bound}
        />
      ))}
    </svg>
  )
}
