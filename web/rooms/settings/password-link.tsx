import { useState } from 'react'
import { t, tIn } from '../../messages/index.ts'
import { api, useWrite } from '../../ui/api.ts'
import { DateTime } from '../../ui/date-time.tsx'
import { ProblemAlert } from '../../ui/problem-alert.tsx'
import { useSession } from '../../ui/session.ts'
import { VerbButton } from '../../ui/verb-button.tsx'
import { DialogButton } from '../dialog-button.tsx'
import { OnceShown } from './once-shown.tsx'
import { useCannotGrant } from './role-table.ts'
import styles from './settings.module.css'
import type { PersonView } from './words.ts'

type Issued = { link: string; expiresAt: string }

/** The way back in for a colleague who forgot their password: a link to hand over. */
export function PasswordLinkButton({ person }: { person: PersonView }) {
  const { person: me } = useSession()
  const cannotGrant = useCannotGrant()
  const beyond = person.roles.some(({ role }) => cannotGrant(role) !== undefined)
  const cannot = () => {
    if (person.id === me.id) return t('Change your own password under My security.')
    if (person.state !== 'active') return t('This person’s place has ended. Give it back first.')
    return beyond ? t('This person may do more than you. Ask an owner to issue the link.') : undefined
  }
  return (
    <DialogButton
      permission="people:reset-password"
      cannot={cannot()}
      title={t('A new password for {name}', { name: person.name })}
      content={(close) => <Issue person={person} close={close} />}
    >
      {t('Issue a link to a new password')}
    </DialogButton>
  )
}

function Issue({ person, close }: { person: PersonView; close: () => void }) {
  const [issued, setIssued] = useState<Issued>()
  const issue = useWrite<void, Issued>({
    write: () => api.post(`/people/${person.id}/password-reset`),
    onDone: setIssued,
  })
  if (issued) {
    return (
      <div className={styles.form}>
        <OnceShown
          label={t('Link to a new password')}
          value={issued.link}
          help={t('Hand this link over in person or by a way that only {name} reads. It is shown only now.', {
            name: person.name,
          })}
        />
        <p>
          {t('It works once, until')} <DateTime value={issued.expiresAt} precision="minute" />.
        </p>
        <VerbButton look="primary" writes={false} onClick={close}>
          {tIn('button', 'Done')}
        </VerbButton>
      </div>
    )
  }
  return (
    <div className={styles.form}>
      <ProblemAlert error={issue.error} />
      <p>
        {t(
          'For somebody who forgot their password, and whom you know to be asking. With the link they choose a new one; their sessions end, and a second factor is still asked for.',
        )}
      </p>
      <p>
        {t(
          'The audit trail records that you were given the link, and when it was used. An earlier link stops working.',
        )}
      </p>
      <VerbButton
        look="primary"
        permission="people:reset-password"
        pending={issue.isPending}
        onClick={() => issue.mutate()}
      >
        {t('Issue the link')}
      </VerbButton>
    </div>
  )
}
