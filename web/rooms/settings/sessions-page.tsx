import { t } from '../../messages/index.ts'
import { api, useRecord, useWrite, type ListAnswer } from '../../ui/api.ts'
import { DateTime } from '../../ui/date-time.tsx'
import { Page } from '../../ui/page.tsx'
import { ProblemAlert } from '../../ui/problem-alert.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { VerbButton } from '../../ui/verb-button.tsx'
import styles from './sessions.module.css'

type SignedIn = { id: string; device: string; startedAt: string; lastSeenAt: string; current: boolean }

/** Where this person is signed in, and the way to end it elsewhere. */
export default function SessionsPage() {
  const { data, error } = useRecord<ListAnswer<SignedIn>>('/sessions')
  const end = useWrite<string>({ write: (id) => api.delete(`/sessions/${id}`), done: () => t('Session ended') })
  return (
    <Page title={t('Sessions')} lead={t('Where you are signed in. End what you do not recognise.')} width="text">
      <ProblemAlert error={error ?? end.error} />
      <ul className={styles.sessions}>
        {data?.items.map(({ id, device, startedAt, lastSeenAt, current }) => (
          <li key={id}>
            <div>
              <strong>{deviceName(device)}</strong> {current && <StateBadge tone="active" label={t('This session')} />}
              <p>
                {t('Since')} <DateTime value={startedAt} precision="minute" />, {t('last used')}{' '}
                <DateTime value={lastSeenAt} precision="minute" />
              </p>
            </div>
            <VerbButton
              onClick={() => end.mutate(id)}
              cannot={current ? t('This is the session you are using. Sign out instead.') : undefined}
            >
              {t('End session')}
            </VerbButton>
          </li>
        ))}
      </ul>
    </Page>
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
