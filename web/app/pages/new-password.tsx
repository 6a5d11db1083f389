import { PasswordInput } from '@mantine/core'
import { t } from '../../messages/index.ts'

/** A password to be chosen; the server judges it and says what is wrong. */
export function NewPassword() {
  return (
    <PasswordInput
      name="password"
      label={t('Password')}
      description={t('At least 12 characters. A sentence is good.')}
      autoComplete="new-password"
      minLength={12}
      required
      withAsterisk={false}
      visibilityToggleButtonProps={{ 'aria-label': t('Show or hide the password') }}
    />
  )
}
