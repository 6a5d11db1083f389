import { t } from '../../messages/index.ts'
import { useList } from '../../ui/api.ts'
import { DateTime } from '../../ui/date-time.tsx'
import { Section } from '../../ui/page.tsx'
import { RevokeKey } from './revoke-key.tsx'
import styles from './settings.module.css'
import type { ApiKeyView, PersonView } from './words.ts'

/** The keys that a person made and that still work: they know them, so they matter when the person leaves. */
export function useKeysOf({ id }: PersonView): { items: ApiKeyView[]; total: number } {
  const { data } = useList<ApiKeyView>('/api-keys', { createdBy: id, state: 'valid', limit: 100 })
  return data ?? { items: [], total: 0 }
}

export function PersonKeys({ person }: { person: PersonView }) {
  const { items, total } = useKeysOf(person)
  if (total === 0) return null
  return (
    <Section
      title={t('API keys of theirs that work')}
      lead={
        person.state === 'active'
          ? t('They go on working when the place of their maker ends.')
          : t('Their maker’s place has ended, and the keys still work. Revoke those that their maker may know.')
      }
    >
      <ul className={styles.rows}>
        {items.map((key) => (
          <li key={key.id}>
            <div>
              <strong>{key.name}</strong>
              <p>
                {t('Ends')} <DateTime value={key.expiresAt} />
                {key.lastUsedAt && (
                  <>
                    , {t('last used')} <DateTime value={key.lastUsedAt} precision="minute" />
                  </>
                )}
              </p>
            </div>
            <RevokeKey apiKey={key} />
          </li>
        ))}
      </ul>
      {total > items.length && (
        <p className={styles.muted}>
          {t('{more, number} more are on the page of all keys.', { more: total - items.length })}
        </p>
      )}
    </Section>
  )
}
