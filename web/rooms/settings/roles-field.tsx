import { Checkbox, TextInput } from '@mantine/core'
import { t } from '../../messages/index.ts'
import styles from './settings.module.css'
import { roles as words, type Role } from './words.ts'

/** Chosen roles with the day on which each ends, `''` for no end. */
export type ChosenRoles = Partial<Record<Role, string>>

type RolesFieldProps = {
  chosen: ChosenRoles
  onChange: (chosen: ChosenRoles) => void
  /** Why a role cannot be given or taken. */
  cannot: (role: Role) => string | undefined
  error?: string | undefined
  /** Without ends: an invitation has one for all its roles. */
  withEnds?: boolean
}

/** Every role with what it means; one that cannot be given says why. */
export function RolesField({ chosen, onChange, cannot, error, withEnds = true }: RolesFieldProps) {
  return (
    <Checkbox.Group
      label={t('Roles')}
      error={error}
      value={Object.keys(chosen)}
      onChange={(next) => onChange(Object.fromEntries(allRoles(next).map((role) => [role, chosen[role] ?? ''])))}
    >
      <div className={styles.roles}>
        {allRoles(Object.keys(words)).map((role) => {
          const reason = cannot(role)
          const end = chosen[role]
          return (
            <div key={role}>
              <Checkbox
                value={role}
                label={words[role].label}
                description={reason === undefined ? words[role].help : `${words[role].help} ${reason}`}
                disabled={reason !== undefined}
              />
              {withEnds && end !== undefined && (
                <TextInput
                  className={styles.end ?? ''}
                  type="date"
                  label={role === 'external-auditor' ? t('Until') : t('Until (open for no end)')}
                  aria-label={t('{role} until', { role: words[role].label })}
                  required={role === 'external-auditor'}
                  disabled={reason !== undefined}
                  value={end}
                  onChange={(event) => onChange({ ...chosen, [role]: event.currentTarget.value })}
                />
              )}
            </div>
          )
        })}
      </div>
    </Checkbox.Group>
  )
}

/** Only the field itself makes these values, from the table's keys. */
function allRoles(values: string[]): Role[] {
  return values as Role[]
}
