import { t } from '../../messages/index.ts'
import { Link } from '../../ui/link.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { questionAt } from './answers.ts'
import { questionLink } from './step-words.ts'
import styles from './screening.module.css'
import type { Decision, Outcome, ScreeningView } from './words.ts'

type Reason = Outcome['reasons'][number]
type ReasonsProps = { screening: ScreeningView; reasons: Reason[] }

const sides: { side: Decision; title: string }[] = [
  { side: 'pursue', title: t('For pursuing certification') },
  { side: 'evaluate', title: t('For evaluating carefully') },
  { side: 'internal-governance', title: t('For internal governance') },
]

/** Reasons by the decision they speak for: those that apply, then the rest, which can be opened. */
export function Reasons({ screening, reasons }: ReasonsProps) {
  return sides.map(({ side, title }) => {
    const own = reasons.filter((reason) => reason.side === side)
    const fired = own.filter((reason) => reason.fired)
    const rest = own.filter((reason) => !reason.fired)
    if (own.length === 0) return null
    return (
      <div key={side}>
        <h3 className={styles.side}>{title}</h3>
        {fired.length === 0 && <p className={styles.muted}>{t('None of these applies.')}</p>}
        <ReasonList screening={screening} reasons={fired} />
        {rest.length > 0 && (
          <details className={styles.rest}>
            <summary>
              {t('{count, plural, one {One reason that does not apply} other {# reasons that do not apply}}', {
                count: rest.length,
              })}
            </summary>
            <ReasonList screening={screening} reasons={rest} />
          </details>
        )}
      </div>
    )
  })
}

function ReasonList({ screening, reasons }: ReasonsProps) {
  return (
    <ul className={styles.reasons}>
      {reasons.map((reason) => (
        <li key={reason.rule}>
          <StateBadge
            {...(reason.fired
              ? { tone: 'active', label: t('Applies') }
              : { tone: 'neutral', label: t('Does not apply') })}
          />
          <div>
            <p>{reason.text}</p>
            <RestsOn screening={screening} answers={reason.answers} />
          </div>
        </li>
      ))}
    </ul>
  )
}

/** The questions whose answers a reason cites, each a link to where it was answered. */
function RestsOn({ screening, answers }: { screening: ScreeningView; answers: string[] }) {
  const found = [...new Set(answers)].flatMap((path) => {
    const question = questionAt(screening.answers, path)
    return question ? [{ path, ...question }] : []
  })
  if (found.length === 0) return null
  return (
    <p className={styles.muted}>
      {t('Rests on:')}{' '}
      {found.map(({ path, step, question }, index) => (
        <span key={path}>
          {index > 0 && ' · '}
          <Link to={questionLink(screening.id, step.key, path)}>{t(question.text)}</Link>
        </span>
      ))}
    </p>
  )
}
