import type { ReactNode } from 'react'
import { t } from '../../messages/index.ts'
import { DateTime } from '../../ui/date-time.tsx'
import { ReferenceLink } from '../../ui/reference-link.tsx'
import { useNames } from '../../ui/references.ts'
import styles from './risks.module.css'
import { triggerNote } from './trigger-note.ts'
import { type RiskDetail, triggers } from './words.ts'

type Trigger = RiskDetail['triggers'][number]

/** What calls for a new assessment, or why the risk is closed. */
export function WhyAgain({ risk }: { risk: RiskDetail }) {
  const open = risk.triggers.filter(({ answeredOn }) => answeredOn === null)
  if (risk.state === 'closed')
    return <p className={styles.notice}>{t('Closed: {reason}', { reason: risk.closedReason ?? '' })}</p>
  if (open.length === 0 && !risk.earlierCriteria) return null
  return (
    <div className={styles.notice}>
      {t('To be assessed again:')}
      <Reasons reasons={open}>
        {risk.earlierCriteria && (
          <li>{t('It was rated under earlier criteria. The rating stays as it was; rate it under those in force.')}</li>
        )}
      </Reasons>
    </div>
  )
}

/** What called for a new assessment before, and when a new rating answered it. */
export function EarlierReasons({ risk }: { risk: RiskDetail }) {
  const answered = risk.triggers.filter(({ answeredOn }) => answeredOn !== null)
  if (answered.length === 0) return null
  return (
    <details className={styles.details}>
      <summary>{t('Why it was assessed again')}</summary>
      <Reasons reasons={answered} />
    </details>
  )
}

/** What Assay noted says it all; what a person wrote stands beside its kind. */
function What({ kind, note }: Pick<Trigger, 'kind' | 'note'>) {
  const said = triggerNote({ kind, note })
  if (said.byAssay) return said.text
  return note === '' ? triggers[kind] : `${triggers[kind]}: ${note}`
}

function Reasons({ reasons, children }: { reasons: Trigger[]; children?: ReactNode }) {
  const names = useNames(reasons.flatMap(({ cause }) => cause ?? []))
  return (
    <ul>
      {reasons.map(({ id, kind, note, cause, raisedOn, answeredOn }) => (
        <li key={id}>
          <What kind={kind} note={note} /> (<DateTime value={raisedOn} />)
          {cause && (
            <>
              {' '}
              <ReferenceLink reference={cause} names={names} />
            </>
          )}
          {answeredOn && (
            <>
              {' · '}
              {t('rated anew')} <DateTime value={answeredOn} />
            </>
          )}
        </li>
      ))}
      {children}
    </ul>
  )
}
