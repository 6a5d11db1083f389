import { Button, TextInput } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { t } from '../../messages/index.ts'
import { api } from '../../ui/api.ts'
import { Link } from '../../ui/link.tsx'
import { ProblemAlert } from '../../ui/problem-alert.tsx'
import { Door, formText, fragmentToken } from './door.tsx'
import styles from './door.module.css'
import { NewPassword } from './new-password.tsx'
import { useEntering, type Entered } from './sign-in.tsx'

const fields = ['name', 'email', 'password', 'organization'] as const

/** The first person and organisation of a fresh server, through the link that it printed when it started. */
export default function Setup() {
  // Kept: the address loses it when the page moves on.
  const [token] = useState(fragmentToken)
  const enter = useEntering()
  const { history } = useRouter()
  const { data, error } = useQuery({
    queryKey: ['/setup', token],
    queryFn: () => api.get<{ open: boolean }>('/setup', { query: { token } }),
  })
  const setUp = useMutation({
    mutationFn: (input: Record<string, string>) => api.post<Entered>('/setup', { token, ...input }),
    // An account that existed before may ask for its second factor: the sign-in page does that.
    onSuccess: ({ twoFactor }) => (twoFactor ? history.replace('/sign-in') : enter()),
  })
  if (error) return <Door title={t('Set up Assay')}>{<ProblemAlert error={error} />}</Door>
  if (data && !data.open) return <Closed />
  return (
    <Door
      title={t('Set up Assay')}
      lead={t('You become the owner of the first organisation. Everybody else is invited by you.')}
    >
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          const form = event.currentTarget
          setUp.mutate(Object.fromEntries(fields.map((name) => [name, formText(form, name)])))
        }}
      >
        <ProblemAlert error={setUp.error} />
        <TextInput
          name="organization"
          label={t('Organisation')}
          autoComplete="organization"
          required
          withAsterisk={false}
        />
        <TextInput name="name" label={t('Your name')} autoComplete="name" required withAsterisk={false} />
        <TextInput
          name="email"
          type="email"
          label={t('E-mail')}
          autoComplete="username"
          required
          withAsterisk={false}
        />
        <NewPassword />
        <Button type="submit" size="md" loading={setUp.isPending}>
          {t('Set up')}
        </Button>
      </form>
    </Door>
  )
}

function Closed() {
  return (
    <Door
      title={t('This set-up link has been used')}
      lead={t('Somebody has set up this server already, or it has been started again since and printed a new link.')}
    >
      <p>
        <Link to="/sign-in">{t('Sign in')}</Link>
      </p>
    </Door>
  )
}
