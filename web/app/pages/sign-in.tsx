import { Button, PasswordInput, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { t } from '../../messages/index.ts'
import { api, queryClient } from '../../ui/api.ts'
import { Link } from '../../ui/link.tsx'
import { ProblemAlert } from '../../ui/problem-alert.tsx'
import { sessionQuery } from '../../ui/session.ts'
import { Door, formText } from './door.tsx'
import styles from './door.module.css'

/** Whether a second factor is asked for before there is a session. */
export type Entered = { twoFactor: boolean }

/** E-mail and password, then the code of the second factor where one is set up. */
export default function SignIn() {
  const [needsCode, setNeedsCode] = useState(false)
  const enter = useEntering()
  const arrive = ({ twoFactor }: Entered) => (twoFactor ? setNeedsCode(true) : enter())
  return needsCode ? <CodeStep onDone={enter} onBack={() => setNeedsCode(false)} /> : <PasswordStep onDone={arrive} />
}

/** Reads the new session and opens the page that was asked for, if it is one of ours. */
export function useEntering(): () => Promise<void> {
  const { history } = useRouter()
  return async () => {
    await queryClient.fetchQuery({ ...sessionQuery, staleTime: 0 })
    const next = new URLSearchParams(history.location.search).get('next') ?? '/'
    history.replace(/^\/(?![/\\])/.test(next) ? next : '/')
  }
}

function PasswordStep({ onDone }: { onDone: (answer: Entered) => unknown }) {
  const signIn = useMutation({
    mutationFn: (credentials: { email: string; password: string }) => api.post<Entered>('/session', credentials),
    onSuccess: onDone,
  })
  return (
    <Door title={t('Sign in')}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          const form = event.currentTarget
          signIn.mutate({ email: formText(form, 'email'), password: formText(form, 'password') })
        }}
      >
        <ProblemAlert error={signIn.error} />
        <TextInput
          name="email"
          type="email"
          label={t('E-mail')}
          autoComplete="username"
          required
          withAsterisk={false}
        />
        <PasswordInput
          name="password"
          label={t('Password')}
          autoComplete="current-password"
          required
          withAsterisk={false}
          visibilityToggleButtonProps={{ 'aria-label': t('Show or hide the password') }}
        />
        <Button type="submit" size="md" loading={signIn.isPending}>
          {t('Sign in')}
        </Button>
      </form>
      <p className={styles.after}>
        <Link to="/forgotten-password">{t('Forgot your password?')}</Link>
      </p>
    </Door>
  )
}

function CodeStep({ onDone, onBack }: { onDone: () => Promise<void>; onBack: () => void }) {
  const check = useMutation({
    mutationFn: (code: string) => api.post('/session/two-factor', { code }),
    onSuccess: onDone,
  })
  return (
    <Door title={t('Second step')} lead={t('Enter the code from your authenticator app, or one of your backup codes.')}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          check.mutate(formText(event.currentTarget, 'code'))
        }}
      >
        <ProblemAlert error={check.error} />
        <TextInput
          name="code"
          label={t('Code')}
          autoComplete="one-time-code"
          inputMode="numeric"
          autoFocus
          required
          withAsterisk={false}
        />
        <Button type="submit" size="md" loading={check.isPending}>
          {t('Go on')}
        </Button>
        <Button variant="subtle" onClick={onBack}>
          {t('Sign in as somebody else')}
        </Button>
      </form>
    </Door>
  )
}
