import { PasswordInput, TextInput } from '@mantine/core'
import { useEffect, useState, type FormEvent, type ReactNode } from 'react'
import { t } from '../../messages/index.ts'
import { api, refresh, useWrite } from '../../ui/api.ts'
import { Section } from '../../ui/page.tsx'
import { ProblemAlert } from '../../ui/problem-alert.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { VerbButton } from '../../ui/verb-button.tsx'
import { DialogButton } from '../dialog-button.tsx'
import { OnceShown } from './once-shown.tsx'
import { secretOf } from './otp-secret.ts'
import styles from './settings.module.css'

type Begun = { uri: string; backupCodes: string[] }

/** A code from an authenticator app at sign-in, beside the password. */
export function SecondFactor({ on, codesLeft }: { on: boolean; codesLeft: number }) {
  return (
    <Section
      title={t('Second factor')}
      lead={t(
        'A code from an authenticator app, asked at sign-in after the password. With it, a stolen password is not enough.',
      )}
    >
      <div className={styles.moves}>
        <StateBadge
          {...(on ? { tone: 'positive', label: t('Is in use') } : { tone: 'caution', label: t('Not in use') })}
        />
        {on ? (
          <>
            <DialogButton title={t('New backup codes')} content={(close) => <RenewCodes close={close} />}>
              {t('Make new backup codes')}
            </DialogButton>
            <DialogButton title={t('Stop using the second factor')} content={(close) => <Stop close={close} />}>
              {t('Stop using it')}
            </DialogButton>
          </>
        ) : (
          <DialogButton look="primary" title={t('Set up a second factor')} content={(close) => <SetUp close={close} />}>
            {t('Set up')}
          </DialogButton>
        )}
      </div>
      {on && (
        <p className={styles.left}>
          {t(
            '{codesLeft, plural, =0 {No backup code is left. Make new ones, so that a lost phone does not lock you out.} one {# backup code is left. Make new ones soon.} other {# backup codes are left. Each works once instead of the app.}}',
            { codesLeft },
          )}
        </p>
      )}
    </Section>
  )
}

function RenewCodes({ close }: { close: () => void }) {
  const [codes, setCodes] = useState<string[]>()
  useEffect(() => () => void refresh(['/sessions']), [])
  const renew = useWrite<string, { backupCodes: string[] }>({
    write: (password) => api.post('/two-factor/backup-codes', { password }),
    touches: [],
    onDone: ({ backupCodes }) => setCodes(backupCodes),
  })
  if (codes) {
    return (
      <KeepCodes
        codes={codes}
        help={t(
          'The earlier codes no longer work. Keep these where you find them without your phone: each works once, and they are shown only now.',
        )}
        close={close}
      />
    )
  }
  return (
    <PasswordForm
      error={renew.error}
      pending={renew.isPending}
      verb={t('Make new backup codes')}
      onPassword={(it) => renew.mutate(it)}
    >
      <p>{t('You get ten new codes, and the earlier ones stop working.')}</p>
    </PasswordForm>
  )
}

function KeepCodes({ codes, help, close }: { codes: string[]; help: string; close: () => void }) {
  return (
    <div className={styles.form}>
      <OnceShown label={t('Backup codes')} value={codes.join('\n')} help={help} />
      <VerbButton look="primary" writes={false} onClick={close}>
        {t('I have kept them')}
      </VerbButton>
    </div>
  )
}

function SetUp({ close }: { close: () => void }) {
  const [begun, setBegun] = useState<Begun>()
  const [confirmed, setConfirmed] = useState(false)
  // However the dialog is put away, the page then says whether the second factor is in use.
  useEffect(() => () => void refresh(['/sessions']), [])
  const begin = useWrite<string, Begun>({
    write: (password) => api.post('/two-factor', { password }),
    touches: [],
    onDone: setBegun,
  })
  if (!begun) {
    return (
      <PasswordForm
        error={begin.error}
        pending={begin.isPending}
        verb={t('Go on')}
        onPassword={(it) => begin.mutate(it)}
      >
        <p>{t('First confirm that it is you.')}</p>
      </PasswordForm>
    )
  }
  if (!confirmed) return <Confirm uri={begun.uri} onConfirmed={() => setConfirmed(true)} />
  return (
    <KeepCodes
      codes={begun.backupCodes}
      help={t(
        'The second factor is in use. Keep these backup codes where you find them without your phone: each works once, and they are shown only now.',
      )}
      close={close}
    />
  )
}

function Confirm({ uri, onConfirmed }: { uri: string; onConfirmed: () => void }) {
  const [code, setCode] = useState('')
  const digits = code.replaceAll(/\s/g, '')
  const confirm = useWrite<string>({
    write: (entered) => api.post('/two-factor/confirm', { code: entered }),
    // The dialog stays for the backup codes; the page is read again when it closes.
    touches: [],
    onDone: onConfirmed,
  })
  return (
    <form className={styles.form} onSubmit={submitting(() => confirm.mutate(digits))}>
      <ProblemAlert error={confirm.error} />
      <p>
        {t('Enter this secret in your authenticator app, or open the link on a device that has one.')}{' '}
        <a href={uri}>{t('Open in an authenticator app')}</a>
      </p>
      <div className={styles.secret} role="group" aria-label={t('Secret')}>
        {secretOf(uri).map((group, index) => (
          <code key={`${index} ${group}`}>{group}</code>
        ))}
      </div>
      <TextInput
        label={t('Code that the app shows now')}
        inputMode="numeric"
        autoComplete="one-time-code"
        value={code}
        onChange={(event) => setCode(event.currentTarget.value)}
      />
      <VerbButton
        type="submit"
        look="primary"
        cannot={/^\d{6}$/.test(digits) ? undefined : t('The code has six digits.')}
        pending={confirm.isPending}
        onClick={() => undefined}
      >
        {t('Confirm')}
      </VerbButton>
    </form>
  )
}

function Stop({ close }: { close: () => void }) {
  const stop = useWrite<string>({
    write: (password) => api.post('/two-factor/disable', { password }),
    done: () => t('The second factor is no longer in use'),
    onDone: close,
  })
  return (
    <PasswordForm
      error={stop.error}
      pending={stop.isPending}
      verb={t('Stop using the second factor')}
      onPassword={(it) => stop.mutate(it)}
    >
      <p>
        {t('From then on your password alone opens your account. You can set up a second factor again at any time.')}
      </p>
    </PasswordForm>
  )
}

type PasswordFormProps = {
  children: ReactNode
  error: unknown
  pending: boolean
  verb: string
  onPassword: (password: string) => void
}

function PasswordForm({ children, error, pending, verb, onPassword }: PasswordFormProps) {
  const [password, setPassword] = useState('')
  return (
    <form className={styles.form} onSubmit={submitting(() => password !== '' && onPassword(password))}>
      <ProblemAlert error={error} />
      {children}
      <PasswordInput
        label={t('Your password')}
        autoComplete="current-password"
        visibilityToggleButtonProps={{ 'aria-label': t('Show or hide the password') }}
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
      <VerbButton
        type="submit"
        look="primary"
        cannot={password === '' ? t('Type your password first.') : undefined}
        pending={pending}
        onClick={() => undefined}
      >
        {verb}
      </VerbButton>
    </form>
  )
}

function submitting(submit: () => unknown) {
  return (event: FormEvent) => {
    event.preventDefault()
    submit()
  }
}
