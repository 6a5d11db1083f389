import { t } from '../../messages/index.ts'
import { Link } from '../../ui/link.tsx'
import { Section } from '../../ui/page.tsx'
import { useMay } from '../../ui/session.ts'
import styles from './discovery.module.css'

/** How code is scanned and what was found is sent here. The code itself stays where it is. */
export function HowToScan() {
  const mayMakeKeys = useMay('api-keys:create')
  return (
    <div className={styles.how}>
      <Section
        title={t('Scan your code')}
        lead={t('The scan runs on your machine and sends names, files and the lines it shows, never the whole code.')}
      >
        <ol className={styles.steps}>
          <li>
            {mayMakeKeys ? (
              <>
                {t('Make an API key that may send in scans (discovery:send):')}{' '}
                <Link to="/settings/api-keys">{t('API keys')}</Link>
              </>
            ) : (
              t('Ask an owner or the AIMS manager for an API key that may send in scans (discovery:send).')
            )}
          </li>
          <li>
            {t('Where the code is, give the key and the folder to the scan:')}
            <pre className={styles.command} tabIndex={0} aria-label={t('Commands')}>
              <code>{`export ASSAY_TOKEN=…\nnpx assay scan FOLDER --push ${location.origin}`}</code>
            </pre>
          </li>
          <li>{t('Judge here what it found: register it, merge it into a system, or dismiss it with a reason.')}</li>
        </ol>
      </Section>
    </div>
  )
}
