import { VisuallyHidden } from '@mantine/core'
import { IconCheck, IconClock, IconSquareRotatedFilled } from '@tabler/icons-react'
import { locale, t } from '../../messages/index.ts'
import { classes } from '../../ui/classes.ts'
import { showDate } from '../../ui/dates.ts'
import { Link } from '../../ui/link.tsx'
import { allPhases, badgeOf, dueOf, isDone, phases, type Road, spanOf, startOf, type Stretch } from './plan.ts'
import { monthsBetween, nextDay, scaleOf, workingDaysLater } from './scale.ts'
import styles from './timeline.module.css'

export type TimelineProps = {
  stretches: Stretch[]
  milestones: Road['milestones']
  /** the day that is looked from */
  today: string
}

type Scale = (day: string) => number

/** The road drawn over its months: a bar a stretch, by phase; critical ones by word and shape, slack as a dashed tail. */
export function Timeline({ stretches, milestones, today }: TimelineProps) {
  const [first, last] = endsOf(stretches)
  const scale = scaleOf(first, last)
  const marks = milestones.filter(({ date, kind }) => kind === 'planned' && date <= last)
  return (
    <div className={styles.timeline}>
      <Legend />
      <div className={styles.axis} aria-hidden="true">
        <span />
        <div className={styles.track}>
          {monthsBetween(first, last)
            .filter((month) => scale(month) < 95)
            .map((month) => (
              <span key={month} className={styles.month} style={{ left: `${scale(month)}%` }}>
                {monthName(month)}
              </span>
            ))}
        </div>
        <span className={styles.ends}>{t('Ends')}</span>
      </div>
      <div className={classes(styles.row, styles.marks)} aria-hidden="true">
        <span className={styles.label}>{t('Milestones')}</span>
        <div className={styles.track}>
          {marks.map(({ key, title, date }) => (
            <span key={key} className={styles.mark} style={{ left: `${scale(date)}%` }} title={`${title}: ${date}`}>
              <IconSquareRotatedFilled size={12} />
            </span>
          ))}
        </div>
        <span />
      </div>
      {allPhases.map((phase) => {
        const inPhase = stretches.filter((it) => it.phase === phase)
        return (
          inPhase.length > 0 && (
            <section key={phase} className={styles.phase} aria-label={phases[phase]}>
              <h3>
                {phases[phase]} <span>{spanOf(spanning(inPhase))}</span>
              </h3>
              <ol>
                {inPhase.map((it) => (
                  <Row key={it.key} it={it} scale={scale} today={today} />
                ))}
              </ol>
            </section>
          )
        )
      })}
    </div>
  )
}

function Row({ it, scale, today }: { it: Stretch; scale: Scale; today: string }) {
  const { title, due, critical, slackDays, task } = it
  const end = dueOf(it)
  const start = startOf(it)
  const left = scale(start)
  const right = scale(nextDay(end))
  const done = isDone(it)
  const kind = done ? 'done' : task?.overdue ? 'overdue' : critical ? 'critical' : 'planned'
  const badge = badgeOf(it)
  return (
    <li className={styles.row}>
      <span className={styles.label} data-kind={kind}>
        <Sign kind={kind} />
        {task ? (
          <Link to={`/tasks/${task.id}`} className={styles.name}>
            {title}
          </Link>
        ) : (
          title
        )}
        <VisuallyHidden>
          {` ${badge.label}. ${spanOf({ start, due: end })}. `}
          {!done &&
            slackDays > 0 &&
            t('{count, plural, one {# working day} other {# working days}} of slack.', { count: slackDays })}
        </VisuallyHidden>
      </span>
      <div className={styles.track} aria-hidden="true">
        <span className={styles.today} style={{ left: `${scale(today)}%` }} />
        {!done && slackDays > 0 && (
          <span
            className={styles.slack}
            style={{ left: `${right}%`, width: `${Math.max(0, scale(workingDaysLater(due, slackDays)) - right)}%` }}
          />
        )}
        <span
          className={styles.bar}
          data-kind={kind}
          style={{ left: `${left}%`, width: `max(${right - left}%, 4px)` }}
          title={`${title}: ${spanOf({ start, due: end })}`}
        />
      </div>
      <span className={styles.ends} aria-hidden="true">
        {showDate(end)}
      </span>
    </li>
  )
}

type Kind = 'done' | 'overdue' | 'critical' | 'planned'

/** The shape beside the name: what the colour of the bar says, said again. */
function Sign({ kind }: { kind: Kind }) {
  if (kind === 'done') return <IconCheck size={16} aria-hidden className={styles.sign} data-kind={kind} />
  if (kind === 'overdue') return <IconClock size={16} aria-hidden className={styles.sign} data-kind={kind} />
  return <span className={styles.square} data-kind={kind} aria-hidden="true" />
}

function Legend() {
  return (
    <ul className={styles.legend} aria-label={t('What the signs mean')}>
      <li>
        <span className={styles.square} data-kind="critical" /> {t('Critical: a delay moves the decision')}
      </li>
      <li>
        <span className={styles.square} data-kind="planned" /> {t('Has slack, drawn dashed')}
      </li>
      <li>
        <IconCheck size={16} aria-hidden className={styles.sign} data-kind="done" /> {t('Done')}
      </li>
      <li>
        <IconSquareRotatedFilled size={12} aria-hidden className={styles.diamond} /> {t('Milestone')}
      </li>
      <li>
        <span className={styles.todaySign} aria-hidden="true" /> {t('Today')}
      </li>
    </ul>
  )
}

function endsOf(stretches: Stretch[]): [string, string] {
  const { start, due } = spanning(stretches)
  return [start, nextDay(due)]
}

/** From the first start to the last end. */
function spanning(stretches: Stretch[]): { start: string; due: string } {
  const starts = stretches.map(startOf).toSorted()
  const ends = stretches.map(dueOf).toSorted()
  return { start: starts[0] ?? '', due: ends.at(-1) ?? '' }
}

const names = new Intl.DateTimeFormat(locale === 'de' ? 'de-DE' : 'en-GB', { month: 'short', timeZone: 'UTC' })

/** "Mar"; the year in place of its first month. */
function monthName(day: string): string {
  return day.slice(5, 7) === '01' ? day.slice(0, 4) : names.format(new Date(`${day}T00:00:00Z`))
}
