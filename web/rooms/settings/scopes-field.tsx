import { Button, Checkbox } from '@mantine/core'
import { t } from '../../messages/index.ts'
import styles from './settings.module.css'

type ScopesFieldProps = {
  /** Permissions of the maker: nobody can give a key more than they hold. */
  held: string[]
  chosen: string[]
  onChange: (chosen: string[]) => void
  error: string | undefined
}

/** The maker's own permissions, by room. */
export function ScopesField({ held, chosen, onChange, error }: ScopesFieldProps) {
  const rooms = Object.entries(Object.groupBy(held.toSorted(), (scope) => roomOf(scope)))
  return (
    <Checkbox.Group
      label={t('Scopes')}
      description={t('What the key may do. Only what you hold yourself can be given.')}
      error={error}
      value={chosen}
      onChange={onChange}
    >
      <div className={styles.quick}>
        <Button size="compact-sm" variant="default" onClick={() => onChange(held.filter(isReading))}>
          {t('All that only reads')}
        </Button>
        <Button size="compact-sm" variant="subtle" onClick={() => onChange([])}>
          {t('None')}
        </Button>
      </div>
      <div className={styles.scopes}>
        {rooms.map(([room, scopes = []]) => (
          <fieldset key={room}>
            <legend>{words(room)}</legend>
            {scopes.map((scope) => (
              <Checkbox key={scope} size="sm" value={scope} label={words(verbOf(scope))} title={scope} />
            ))}
          </fieldset>
        ))}
      </div>
    </Checkbox.Group>
  )
}

function isReading(scope: string): boolean {
  return /^read(-|$)/.test(verbOf(scope))
}

function roomOf(scope: string): string {
  return scope.slice(0, scope.indexOf(':'))
}

function verbOf(scope: string): string {
  return scope.slice(scope.indexOf(':') + 1)
}

/** `ai-systems` as "Ai systems": the API's own words, made readable. */
function words(name: string): string {
  const text = name
    .replaceAll('-', ' ')
    .replace(/^ai\b/, 'AI')
    .replace(/^api\b/, 'API')
  return text.charAt(0).toUpperCase() + text.slice(1)
}
