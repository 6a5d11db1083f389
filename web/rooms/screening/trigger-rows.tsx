import { t } from '../../messages/index.ts'
import { api } from '../../ui/api.ts'
import { DateTime } from '../../ui/date-time.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { VerbButton } from '../../ui/verb-button.tsx'
import { useWrite } from '../../ui/api.ts'
import { ReasonButton } from '../reason-button.tsx'
import styles from './screening.module.css'
import { triggers as words, triggerStates, type TriggerView } from './words.ts'

/** Triggers with what happened, and the moves that their state allows. */
export function TriggerRows({ triggers }: { triggers: TriggerView[] }) {
  return (
    <ul className={styles.rows}>
      {triggers.map((trigger) => (
        <TriggerRow key={trigger.id} trigger={trigger} />
      ))}
    </ul>
  )
}

function TriggerRow({ trigger }: { trigger: TriggerView }) {
  return (
    <li>
      <div className={styles.rowHead}>
        <div>
          <strong>{words[trigger.trigger].label}</strong> <StateBadge {...triggerStates[trigger.state]} />
        </div>
        <TriggerMove trigger={trigger} />
      </div>
      {trigger.note && <p>{trigger.note}</p>}
      {trigger.reason && <p>{t('Dismissed because: {reason}', { reason: trigger.reason })}</p>}
      <p className={styles.muted}>
        {t('Raised')} <DateTime value={trigger.raisedAt} precision="minute" />
      </p>
    </li>
  )
}

export function TriggerMove({ trigger }: { trigger: TriggerView }) {
  const reopen = useWrite({
    write: () => api.post(`/screening-triggers/${trigger.id}/reopen`),
    done: () => t('Trigger raised again'),
  })
  if (trigger.state === 'answered') return null
  if (trigger.state === 'dismissed') {
    return (
      <VerbButton permission="screening:conclude" pending={reopen.isPending} onClick={() => reopen.mutate()}>
        {t('Raise again')}
      </VerbButton>
    )
  }
  return (
    <ReasonButton
      id={`screening-trigger:${trigger.id}:dismiss`}
      permission="screening:conclude"
      title={t('Dismiss this trigger')}
      help={t('Why it changes nothing about the answer. It can be raised again.')}
      verb={t('Dismiss trigger')}
      write={(reason) => api.post(`/screening-triggers/${trigger.id}/dismiss`, { reason })}
      done={() => ({
        message: t('Trigger dismissed'),
        undo: () => api.post(`/screening-triggers/${trigger.id}/reopen`),
      })}
    >
      {t('Dismiss trigger')}
    </ReasonButton>
  )
}
