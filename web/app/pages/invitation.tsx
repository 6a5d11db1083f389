import { Button, TextInput } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { t } from '../../messages/index.ts'
import { api } from '../../ui/api.ts'
import { ProblemAlert } from '../../ui/problem-alert.tsx'
import type { Session } from '../../ui/session.ts'
import { Door, formText, fragmentToken } from './door.tsx'
import styles from './door.module.css'
import { NewPassword } from './new-password.tsx'
import { useEntering } from './sign-in.tsx'

/** What an invitation says before it is accepted. `known`: the e-mail has an account already, whose password is asked. */
type Preview = { organization: string; email: string; invitedBy?: string; known?: boolean }

/** Joins an organisation through an invitation link. */
export default function Invitation() {
  const token = fragmentToken()
  const enter = useEntering()
  const { data, error } = useQuery({
    queryKey: ['/invitations/preview', token],
    queryFn: () => api.get<Preview>('/invitations/preview', { query: { token } }),
  })
  const accept = useMutation({
    mutationFn: (input: { name: string; password: string }) =>
      api.post<Session>('/invitations/accept', { token, ...input }),
    onSuccess: enter,
  })
  if (error) return <Door title={t('Invitation')}>{<ProblemAlert error={error} />}</Door>
  if (!data) return <Door title={t('Invitation')}>{null}</Door>
  return (
    <Door title={t('Join {organization}', { organization: data.organization })} lead={data.email}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          const form = event.currentTarget
          accept.mutate({ name: formText(form, 'name'), password: formText(form, 'password') })
        }}
      >
        <ProblemAlert error={accept.error} />
        <TextInput name="name" label={t('Your name')} autoComplete="name" required withAsterisk={false} />
        <NewPassword />
        <Button type="submit" size="md" loading={accept.isPending}>
          {t('Join')}
        </Button>
      </form>
    </Door>
  )
}
