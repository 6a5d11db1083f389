import { t } from '../../messages/index.ts'
import { api, useWrite } from '../../ui/api.ts'
import { DateTime } from '../../ui/date-time.tsx'
import { ProblemAlert } from '../../ui/problem-alert.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { VerbButton } from '../../ui/verb-button.tsx'
import type { ItemOf } from '../answer-of.ts'
import styles from './settings.module.css'

type Session = ItemOf<'/api/v1/sessions'>

/** Where this person is signed in, and the way to end it elsewhere. */
export function Sessions({ items }: { items: Session[] }) {
  const end = useWrite<string>({ write: (id) => api.delete(`/sessions/${id}`), done: () => t('Session ended') })
  return (
    <>
      <ProblemAlert error={end.error} />
      <ul className={styles.rows}>
        {items.map(({ id, device, startedAt, lastSeenAt, expiresAt, endsAt, current }) => (
          <li key={id}>
            <div>
              <strong>{deviceName(device)}</strong> {current && <StateBadge tone="active" label={t('This session')} />}
              <p>
                {t('Since')} <DateTime value={startedAt} precision="minute" />, {t('last used')}{' '}
                <DateTime value={lastSeenAt} precision="minute" />
              </p>
              <p>
                {expiresAt === endsAt ? (
                  <>
                    {t('Ends')} <DateTime value={endsAt} precision="minute" />
                  </>
                ) : (
                  <>
                    {t('Ends unused')} <DateTime value={expiresAt} precision="minute" />, {t('at the latest')}{' '}
                    <DateTime value={endsAt} precision="minute" />
                  </>
                )}
              </p>
            </div>
            <VerbButton
              onClick={() => end.mutate(id)}
              cannot={current ? t('This is the session you are using. Sign out instead.') : undefined}
              confirm={{
                title: t('End this session?'),
                body: t('{device} is signed out at once.', { device: deviceName(device) }),
                verb: t('End session'),
              }}
            >
              {t('End session')}
            </VerbButton>
          </li>
        ))}
      </ul>
    </>
  )
}

// In the order in which they tell: Edge names Chrome and Safari too, Android names Linux.
const browsers: [string, string][] = [
  ['Edg/', 'Edge'],
  ['OPR/', 'Opera'],
  ['Firefox/', 'Firefox'],
  ['Chrome/', 'Chrome'],
  ['Safari/', 'Safari'],
]
const systems: [string, string][] = [
  ['iPhone', 'iPhone'],
  ['iPad', 'iPad'],
  ['Android', 'Android'],
  ['Windows', 'Windows'],
  ['Mac OS X', 'macOS'],
  ['Linux', 'Linux'],
]

/** "Firefox on Linux" from a browser's long description; what is not recognised is shown as it came. */
function deviceName(description: string): string {
  const nameIn = (names: [string, string][]) => names.find(([sign]) => description.includes(sign))?.[1]
  const [browser, system] = [nameIn(browsers), nameIn(systems)]
  if (browser === undefined || system === undefined) return description || t('Unknown device')
  return t('{browser} on {system}', { browser, system })
}
