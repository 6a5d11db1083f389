import { Button, TextInput } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { t } from '../../messages/index.ts'
import { api } from '../../ui/api.ts'
import { ProblemAlert } from '../../ui/problem-alert.tsx'
import { Door, formText, fragmentToken } from './door.tsx'
import styles from './door.module.css'
import { NewPassword } from './new-password.tsx'
import { useEntering, type Entered } from './sign-in.tsx'

/** What an invitation says before it is accepted. */
type Preview = { organization: string; name: string | null }

/** Joins an organisation through an invitation link. */
export default function Invitation() {
  // Kept: the address loses it when the page moves on.
  const [token] = useState(fragmentToken)
  const enter = useEntering()
  const { history } = useRouter()
  const { data, error } = useQuery({
    queryKey: ['/invitations/preview', token],
    queryFn: () => api.get<Preview>('/invitations/preview', { query: { token } }),
  })
  const accept = useMutation({
    mutationFn: (input: { name: string; password: string }) =>
      api.post<Entered>('/invitations/accept', { token, ...input }),
    // An account that existed before may ask for its second factor: the sign-in page does that.
    onSuccess: ({ twoFactor }) => (twoFactor ? history.replace('/sign-in') : enter()),
  })
  if (error) return <Door title={t('Invitation')}>{<ProblemAlert error={error} />}</Door>
  if (!data) return <Door title={t('Invitation')}>{null}</Door>
  return (
    <Door
      title={t('Join {organization}', { organization: data.organization })}
      lead={t('Choose a password. If your address has an account here already, enter its password.')}
    >
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          const form = event.currentTarget
          accept.mutate({ name: formText(form, 'name'), password: formText(form, 'password') })
        }}
      >
        <ProblemAlert error={accept.error} />
        <TextInput
          name="name"
          label={t('Your name')}
          autoComplete="name"
          defaultValue={data.name ?? ''}
          required
          withAsterisk={false}
        />
        <NewPassword />
        <Button type="submit" size="md" loading={accept.isPending}>
          {t('Join')}
        </Button>
      </form>
    </Door>
  )
}
