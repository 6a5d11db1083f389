import { PasswordInput } from '@mantine/core'
import { acceptPassword } from '@assay/server/rooms/identity/model.ts'
import { useState } from 'react'
import { t } from '../../messages/index.ts'
import { api, useWrite } from '../../ui/api.ts'
import { ProblemAlert } from '../../ui/problem-alert.tsx'
import { useSession } from '../../ui/session.ts'
import { VerbButton } from '../../ui/verb-button.tsx'
import styles from './settings.module.css'

type Passwords = { current: string; next: string }

/** Nothing typed here is kept as a draft: it is a secret. */
export function ChangePassword() {
  const { person } = useSession()
  const [{ current, next }, setPasswords] = useState<Passwords>({ current: '', next: '' })
  const change = useWrite<Passwords>({
    write: (passwords) => api.post('/password', passwords),
    done: () => t('Password changed'),
    onDone: () => setPasswords({ current: '', next: '' }),
  })
  const weak =
    next !== '' && !acceptPassword(next, person).ok
      ? t('Choose a password of at least 12 characters that is not your name or address.')
      : undefined
  const open = current === '' || next === '' ? t('Type the current and the new password first.') : undefined
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (!weak && !open) change.mutate({ current, next })
      }}
    >
      <ProblemAlert error={change.error} />
      <input type="text" hidden readOnly name="username" autoComplete="username" value={person.email} />
      <PasswordInput
        label={t('Current password')}
        autoComplete="current-password"
        visibilityToggleButtonProps={{ 'aria-label': t('Show or hide the password') }}
        value={current}
        onChange={(event) => setPasswords({ current: event.currentTarget.value, next })}
      />
      <PasswordInput
        label={t('New password')}
        description={t('At least 12 characters. A sentence that only you would say is easy to keep in mind.')}
        autoComplete="new-password"
        visibilityToggleButtonProps={{ 'aria-label': t('Show or hide the password') }}
        error={weak}
        value={next}
        onChange={(event) => setPasswords({ current, next: event.currentTarget.value })}
      />
      <VerbButton type="submit" cannot={open ?? weak} pending={change.isPending} onClick={() => undefined}>
        {t('Change password')}
      </VerbButton>
    </form>
  )
}
