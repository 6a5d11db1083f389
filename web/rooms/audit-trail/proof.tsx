import { t } from '../../messages/index.ts'
import { useRecord } from '../../ui/api.ts'
import { Link } from '../../ui/link.tsx'
import { Section } from '../../ui/page.tsx'
import { ProblemAlert } from '../../ui/problem-alert.tsx'
import styles from './audit-trail.module.css'
import { DownloadButton } from './download-button.tsx'
import type { ProofView } from './words.ts'

/** The proof that an entry is in the log, to be checked without this server. */
export function Proof({ seq, sealed }: { seq: number; sealed: boolean }) {
  const { data: proof, error } = useRecord<ProofView>(sealed ? `/audit-trail/${seq}/proof` : null)
  return (
    <Section
      title={t('Proof')}
      lead={t(
        'Shows that this entry is in the log under a signed checkpoint, and was not changed since. It does not show that what it states is true.',
      )}
      actions={
        proof && (
          <DownloadButton name={`entry-${seq}.tlog-proof`} content={proof.file}>
            {t('Download proof')}
          </DownloadButton>
        )
      }
    >
      <ProblemAlert error={error} />
      {!sealed && <p>{t('A checkpoint is signed within a second or so. Open this entry again then.')}</p>}
      {proof && (
        <>
          <p>
            {t('Entry {seq} of {size, number} in the log {origin}.', {
              seq: String(seq),
              size: proof.size,
              origin: proof.origin,
            })}{' '}
            <Link to="/ledger">{t('The ledger')}</Link>
          </p>
          <dl className={styles.hashes}>
            <div>
              <dt>{t('Leaf hash')}</dt>
              <dd>
                <code>{proof.leafHash}</code>
              </dd>
            </div>
            <div>
              <dt>{t('Root')}</dt>
              <dd>
                <code>{proof.root}</code>
              </dd>
            </div>
          </dl>
          <details className={styles.more}>
            <summary>{t('The path from the leaf to the root, and the leaf itself')}</summary>
            <ol className={styles.path}>
              {proof.proof.map((hash) => (
                <li key={hash}>
                  <code>{hash}</code>
                </li>
              ))}
            </ol>
            <pre tabIndex={0}>{proof.leaf}</pre>
          </details>
          <details className={styles.more}>
            <summary>{t('Signed checkpoint')}</summary>
            <pre tabIndex={0}>{proof.checkpoint}</pre>
          </details>
        </>
      )}
    </Section>
  )
}
