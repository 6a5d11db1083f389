import { Button, TextInput } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { t } from '../../messages/index.ts'
import { api } from '../../ui/api.ts'
import { Link } from '../../ui/link.tsx'
import { ProblemAlert } from '../../ui/problem-alert.tsx'
import { Door, formText } from './door.tsx'
import styles from './door.module.css'

/** The ways back in: a mailed link where this server sends mail, else the people who can help. */
export default function ForgottenPassword() {
  const { data, error } = useQuery({
    queryKey: ['/password-resets/ways'],
    queryFn: () => api.get<{ mail: boolean }>('/password-resets/ways'),
  })
  const request = useMutation({
    mutationFn: (email: string) => api.post('/password-resets/request', { email }),
  })
  if (request.isSuccess) {
    return (
      <Door
        title={t('Look into your mail')}
        lead={t(
          'If there is an account with the address {email}, a link to a new password is on its way to it. It works once, within an hour.',
          { email: request.variables },
        )}
      >
        <p className={styles.after}>
          {t('Nothing there after a few minutes? Look among the unwanted mail, or ask an owner of your organisation.')}
        </p>
        <Back />
      </Door>
    )
  }
  if (!data?.mail) {
    return (
      <Door title={t('Forgot your password?')}>
        <ProblemAlert error={error} />
        {data && <WithoutMail />}
        <Back />
      </Door>
    )
  }
  return (
    <Door title={t('Forgot your password?')} lead={t('Have a link mailed with which you choose a new one.')}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          request.mutate(formText(event.currentTarget, 'email'))
        }}
      >
        <ProblemAlert error={request.error} />
        <TextInput
          name="email"
          type="email"
          label={t('E-mail')}
          autoComplete="username"
          required
          withAsterisk={false}
        />
        <Button type="submit" size="md" loading={request.isPending}>
          {t('Send the link')}
        </Button>
      </form>
      <Back />
    </Door>
  )
}

function WithoutMail() {
  return (
    <>
      <p className={styles.after}>
        {t('Ask an owner or the AIMS manager of your organisation. They can issue you a link to a new password.')}
      </p>
      <p className={styles.after}>
        {t(
          'Are you the only owner, or do you work in several organisations? Then whoever runs this server makes a link with the command:',
        )}{' '}
        <code>assay reset-password</code>
      </p>
    </>
  )
}

function Back() {
  return (
    <p className={styles.after}>
      <Link to="/sign-in">{t('Back to signing in')}</Link>
    </p>
  )
}
