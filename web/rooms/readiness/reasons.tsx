import { IconAlertTriangle, IconCheck, IconInfoCircle, IconMinus } from '@tabler/icons-react'
import { VisuallyHidden } from '@mantine/core'
import { t } from '../../messages/index.ts'
import { Link } from '../../ui/link.tsx'
import { addressOf } from '../../ui/references.ts'
import type { Reason } from './finding.ts'
import styles from './reasons.module.css'

const signs = {
  proves: { Sign: IconCheck, label: t('Holds') },
  lacks: { Sign: IconMinus, label: t('Lacking') },
  stale: { Sign: IconAlertTriangle, label: t('Stale') },
  note: { Sign: IconInfoCircle, label: t('Note') },
}

/** Why a finding is as it is, each reason with the records that it rests on. */
export function Reasons({ reasons }: { reasons: Reason[] }) {
  return (
    <ul className={styles.reasons}>
      {reasons.map(({ kind, text, cites }) => {
        const { Sign, label } = signs[kind]
        return (
          <li key={text} data-kind={kind}>
            <Sign size={18} aria-hidden className={styles.sign} />
            <div>
              <p>
                <VisuallyHidden>{label}: </VisuallyHidden>
                {text}
              </p>
              {cites.length > 0 && (
                <p className={styles.cites}>
                  {cites.map((cited) => (
                    <CitedRecord key={cited.ref} subject={cited.ref} name={cited.name} />
                  ))}
                </p>
              )}
            </div>
          </li>
        )
      })}
    </ul>
  )
}

function CitedRecord({ subject, name }: { subject: string; name: string }) {
  const to = addressOf(subject)
  return to ? <Link to={to}>{name}</Link> : <span>{name}</span>
}
