import { Button, TextInput } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { t } from '../../messages/index.ts'
import { api, queryClient } from '../../ui/api.ts'
import { Link } from '../../ui/link.tsx'
import { ProblemAlert } from '../../ui/problem-alert.tsx'
import { sessionQuery } from '../../ui/session.ts'
import { Door, formText, fragmentToken } from './door.tsx'
import styles from './door.module.css'
import { NewPassword } from './new-password.tsx'

type Preview = { email: string; secondFactor: boolean; removesSecondFactor: boolean }

/** Chooses a new password through a one-time link. */
export default function ResetPassword() {
  // Kept: the address loses it when the page moves on.
  const [token] = useState(fragmentToken)
  const { data, error } = useQuery({
    queryKey: ['/password-resets/preview', token],
    queryFn: () => api.get<Preview>('/password-resets/preview', { query: { token } }),
    // Once it is used, the link is not asked about again.
    staleTime: Infinity,
  })
  const reset = useMutation({
    mutationFn: (password: string) => api.post('/password-resets/use', { token, password }),
    onSuccess: () => queryClient.setQueryData(sessionQuery.queryKey, null),
  })
  if (error) {
    return (
      <Door title={t('Choose a new password')}>
        <div className={styles.form}>
          <ProblemAlert error={error} />
          <Link to="/forgotten-password">{t('Ask for a new link')}</Link>
        </div>
      </Door>
    )
  }
  if (!data) return <Door title={t('Choose a new password')}>{null}</Door>
  if (reset.isSuccess) return <Done preview={data} />
  return (
    <Door
      title={t('Choose a new password')}
      lead={t('Every session of yours ends with it, here and on other devices.')}
    >
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          reset.mutate(formText(event.currentTarget, 'password'))
        }}
      >
        <ProblemAlert error={reset.error} />
        <TextInput
          name="email"
          label={t('E-mail')}
          autoComplete="username"
          value={data.email}
          readOnly
          variant="filled"
        />
        <NewPassword />
        <Button type="submit" size="md" loading={reset.isPending}>
          {t('Set the new password')}
        </Button>
      </form>
    </Door>
  )
}

function Done({ preview: { secondFactor, removesSecondFactor } }: { preview: Preview }) {
  const { history } = useRouter()
  const next = () => {
    if (!secondFactor) return t('Sign in with it now.')
    if (!removesSecondFactor) return t('Sign in with it now. Your second factor is asked for as before.')
    return t('Sign in with it now. Your second factor was removed; set up a new one under My security.')
  }
  return (
    <Door title={t('The new password is set')} lead={next()}>
      <div className={styles.form}>
        <Button size="md" onClick={() => history.replace('/sign-in')}>
          {t('Sign in')}
        </Button>
      </div>
    </Door>
  )
}
