import {
  IconAlertTriangle,
  IconArrowUpRight,
  IconCircleCheck,
  IconCircleDashed,
  IconClockExclamation,
  IconGavel,
  IconScale,
  IconPlayerPlay,
} from '@tabler/icons-react'
import { VisuallyHidden } from '@mantine/core'
import { t } from '../../messages/index.ts'
import { DateTime } from '../../ui/date-time.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Link } from '../../ui/link.tsx'
import { serverWords } from '../../ui/server-words.ts'
import { type Home, type NextStep, pagePath, type StartStep, stepPath } from './home.ts'
import styles from './next-steps.module.css'

const signs: Record<NextStep['kind'], { Sign: typeof IconGavel; label: string }> = {
  decide: { Sign: IconGavel, label: t('Waits for you') },
  overdue: { Sign: IconClockExclamation, label: t('Overdue') },
  begin: { Sign: IconPlayerPlay, label: t('Begin') },
  stale: { Sign: IconAlertTriangle, label: t('Stale') },
  missing: { Sign: IconCircleDashed, label: t('Missing') },
  disagreement: { Sign: IconScale, label: t('Declared otherwise') },
  raise: { Sign: IconArrowUpRight, label: t('To reach the next level') },
}

/** What should I do next, and why. An organization that begins sees its four first steps by themselves. */
export function NextSteps({ start, next }: Pick<Home, 'start' | 'next'>) {
  // One step left is said like any other; the four stand by themselves while more of them are open.
  const beginning = start.filter(({ done }) => !done).length > 1
  const steps = next.items.filter(({ kind }) => !beginning || kind !== 'begin')
  return (
    <>
      {beginning && <Start steps={start} />}
      {steps.length > 0 && (
        <ol className={styles.steps}>
          {steps.map((step) => (
            <Step key={`${step.title} ${step.about}`} step={step} />
          ))}
        </ol>
      )}
      {!beginning && steps.length === 0 && <EmptyState>{t('Nothing waits for you just now.')}</EmptyState>}
      {next.total > next.items.length && (
        <p className={styles.more}>
          {t('{count, plural, one {One more step follows} other {# more steps follow}} from the records.', {
            count: next.total - next.items.length,
          })}{' '}
          <Link to="/readiness">{t('See every clause and control')}</Link>
        </p>
      )}
    </>
  )
}

function Step({ step }: { step: NextStep }) {
  const { kind, title: message, text, values, why, dueOn, since, serves } = step
  const title = serverWords({ message, text, values })
  const { Sign, label } = signs[kind]
  const to = stepPath(step)
  return (
    <li className={styles.step} data-kind={kind}>
      <Sign size={20} aria-hidden className={styles.sign} />
      <div>
        <p className={styles.title}>
          <VisuallyHidden>{label}: </VisuallyHidden>
          {to ? <Link to={to}>{title}</Link> : title}
        </p>
        <p className={styles.why}>
          {t(why)}
          {since && (
            <>
              {' '}
              {t('Since')} <DateTime value={since} />
            </>
          )}
          {dueOn && (
            <>
              {' '}
              {t('Due')} <DateTime value={dueOn} />
            </>
          )}
        </p>
        {serves.length > 0 && <p className={styles.serves}>{t('Serves {refs}', { refs: shortened(serves) })}</p>}
      </div>
    </li>
  )
}

function shortened(refs: string[]): string {
  const more = refs.length - 4
  return more > 0
    ? t('{refs} and {more} more', { refs: refs.slice(0, 4).join(', '), more: String(more) })
    : refs.join(', ')
}

/** The API says the same in English; here it is in the reader's language. */
const startWords: Record<StartStep['page'], { title: string; why: string }> = {
  screening: {
    title: t('Find out whether you need ISO/IEC 42001'),
    why: t('Your activities decide. A dozen questions, and the answer comes with its reasons.'),
  },
  'ai-systems': {
    title: t('List your AI systems'),
    why: t('Scope, roles, risks and controls all start from the register. AI inside bought software counts.'),
  },
  'gap-assessments': {
    title: t('Go through the interview'),
    why: t('Seventy questions in plain words show what is there and what is missing. Share them out.'),
  },
  plans: {
    title: t('Plan the road'),
    why: t('Owners, dates and the critical path, from what is missing to the audit.'),
  },
  tasks: { title: t('Tasks'), why: '' },
}

/** The four steps with which an organization begins; the first that is open is the one to take. */
function Start({ steps }: { steps: StartStep[] }) {
  const first = steps.find(({ done }) => !done)
  return (
    <ol className={styles.start}>
      {steps.map((step) => (
        <li key={step.page} data-done={step.done} aria-current={step === first ? 'step' : undefined}>
          <p className={styles.title}>
            {step.done && <IconCircleCheck size={18} aria-label={t('Done')} />}
            <Link to={pagePath(step.page)}>{startWords[step.page].title}</Link>
          </p>
          <p className={styles.why}>{startWords[step.page].why}</p>
        </li>
      ))}
    </ol>
  )
}
