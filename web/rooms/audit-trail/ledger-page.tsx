import { t } from '../../messages/index.ts'
import { useRecord } from '../../ui/api.ts'
import { DateTime } from '../../ui/date-time.tsx'
import { showNumber } from '../../ui/dates.ts'
import { Fact, Facts } from '../../ui/facts.tsx'
import { Link } from '../../ui/link.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { ProblemAlert } from '../../ui/problem-alert.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import styles from './audit-trail.module.css'
import { CheckCheckpoint } from './check-checkpoint.tsx'
import { DownloadButton } from './download-button.tsx'
import type { LogView } from './words.ts'

/** How the log stands: its newest signed checkpoint, its epochs, and the check of a checkpoint that somebody kept. */
export default function LedgerPage() {
  const { data: log, error } = useRecord<LogView>('/log')
  return (
    <Page
      title={t('Ledger')}
      state={log && <LogBadge log={log} />}
      lead={t(
        'The log of every change, signed again and again. Keep a checkpoint outside of Assay: later it shows whether anything before it was changed.',
      )}
    >
      <ProblemAlert error={error} />
      <Tabs
        label={t('Parts of the ledger')}
        tabs={[
          { key: 'checkpoint', label: t('Checkpoint'), content: log && <Newest log={log} /> },
          { key: 'check', label: t('Check a checkpoint'), content: <CheckCheckpoint /> },
        ]}
      />
    </Page>
  )
}

function LogBadge({ log: { alarm, sealed, size } }: { log: LogView }) {
  if (alarm !== null) return <StateBadge tone="critical" label={t('Not sealed')} />
  if (sealed && sealed.size >= size) return <StateBadge tone="positive" label={t('Sealed')} />
  return <StateBadge tone="active" label={t('Being sealed')} />
}

function Newest({ log }: { log: LogView }) {
  const { sealed } = log
  return (
    <>
      {log.alarm && (
        <p className={styles.alarm} role="alert">
          {log.alarm}
        </p>
      )}
      <Section title={t('Newest checkpoint')}>
        {sealed ? (
          <>
            <Facts>
              <Fact label={t('Entries in the log')}>
                <Link to="/audit-trail">{showNumber(log.size)}</Link>
              </Fact>
              <Fact label={t('Entries under the signature')}>{showNumber(sealed.size)}</Fact>
              <Fact label={t('Signed')}>
                <DateTime value={sealed.signedAt} precision="minute" />
              </Fact>
              <Fact label={t('Origin of the log')}>{sealed.origin}</Fact>
            </Facts>
            <p className={styles.hash}>
              {t('Root')} <code>{sealed.root}</code>
            </p>
            <div className={styles.buttons}>
              <DownloadButton name={`checkpoint-${sealed.size}.txt`} content={sealed.checkpoint}>
                {t('Download checkpoint')}
              </DownloadButton>
              <DownloadButton name="verifier-keys.txt" content={`${sealed.verifierKeys.join('\n')}\n`}>
                {t('Download public keys')}
              </DownloadButton>
            </div>
            <details className={styles.more}>
              <summary>{t('The signed note')}</summary>
              <pre tabIndex={0}>{sealed.checkpoint}</pre>
            </details>
          </>
        ) : (
          <p>{t('No checkpoint has been signed yet. That happens within a second or so of the first entry.')}</p>
        )}
      </Section>
      {log.epochs.length > 0 && <Epochs epochs={log.epochs} />}
    </>
  )
}

function Epochs({ epochs }: { epochs: LogView['epochs'] }) {
  return (
    <Section
      title={t('Epochs')}
      lead={t(
        'A new epoch begins where entries were lost, for example after a restore from an older backup. The log itself states the loss.',
      )}
    >
      <ul className={styles.rows}>
        {epochs.map(({ epoch, origin, openedAt, previousSize, keptSize }) => (
          <li key={epoch}>
            <p>
              <strong>{origin}</strong>, {t('opened')} <DateTime value={openedAt} precision="minute" />
            </p>
            <p className={styles.muted}>
              {t('{kept, number} of {previous, number} entries were kept.', { kept: keptSize, previous: previousSize })}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  )
}
