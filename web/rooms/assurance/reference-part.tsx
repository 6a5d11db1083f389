import { t } from '../../messages/index.ts'
import { showNumber } from '../../ui/dates.ts'
import { Fact, Facts } from '../../ui/facts.tsx'
import { JobCard } from '../../ui/job-card.tsx'
import { useAddress } from '../../ui/navigation.ts'
import { Section } from '../../ui/page.tsx'
import styles from './assurance.module.css'
import type { Plan } from './words.ts'

/** What later data is compared with: a file with its rows, or counts that were frozen from one and are signed by the log. */
export function ReferencePart({ plan }: { plan: Plan }) {
  const [{ freezing }] = useAddress()
  if (plan.kind !== 'drift') return null
  const { reference } = plan
  return (
    <Section title={t('Reference')} lead={leadOf(reference)}>
      {freezing && plan.state === 'draft' && (
        <div className={styles.job}>
          <JobCard id={freezing} />
        </div>
      )}
      {reference && (
        <Facts>
          <Fact label={t('File')}>{reference.name}</Fact>
          <Fact label={t('File, SHA-256')}>
            <span className={styles.hash}>{reference.sha256}</span>
          </Fact>
          {reference.frozen && (
            <>
              <Fact label={t('Frozen from')}>
                {reference.frozen.from} <span className={styles.hash}>{reference.frozen.fromSha256}</span>
              </Fact>
              <Fact label={t('Its hash is part of')}>
                {t('entry {seq} of the log', { seq: showNumber(reference.frozen.seq) })}
              </Fact>
            </>
          )}
          {reference.contentRemoved && <Fact label={t('Content of the file')}>{t('Removed for good')}</Fact>}
        </Facts>
      )}
      {reference?.frozen && !reference.contentRemoved && (
        <>
          <p className={styles.links}>
            <a href={`/api/v1/measurement-files/${reference.id}/content`} download>
              {t('Download the frozen reference')}
            </a>
            <a
              href={`/api/v1/audit-trail/${reference.frozen.seq}/proof`}
              download={`entry-${reference.frozen.seq}.json`}
            >
              {t('Download its proof')}
            </a>
          </p>
          <p className={styles.muted}>{t('Checked anywhere, without this server:')}</p>
          <pre className={styles.code}>
            {`assay measure drift ${reference.name} TODAY.csv --reference-proof entry-${reference.frozen.seq}.json`}
          </pre>
        </>
      )}
    </Section>
  )
}

function leadOf(reference: Plan['reference']): string {
  if (!reference) return t('Drift needs a file to compare with. Edit the plan and give it one.')
  if (reference.frozen && !reference.frozen.fits) {
    return t('What the plan counts was changed after it was frozen. Freeze it again before the approval.')
  }
  if (reference.frozen) {
    return t('Its bins, quantiles, categories and counts, without the rows that they were counted of.')
  }
  return t(
    'Later data is compared with the rows of this file. Frozen, only its counts are kept for that, and the log states their hash.',
  )
}
