import { t } from '../../messages/index.ts'
import { showDate } from '../../ui/dates.ts'
import { Link } from '../../ui/link.tsx'
import { Section } from '../../ui/page.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import styles from './documents.module.css'
import { approvalLine, namesOf, versionPath, versionStates, type DocumentRecord, type VersionHead } from './words.ts'

/** Every version, newest first; the obsolete ones are marked and stay readable. */
export function Versions({ document: { id, versions } }: { document: DocumentRecord }) {
  return (
    <Section title={t('Versions')} lead={t('When one takes effect, the one before it is marked as obsolete.')}>
      <ul className={styles.rows}>
        {versions.map((version) => (
          <li key={version.number}>
            <div>
              <Link to={versionPath(id, version.number)}>{t('Version {number}', { number: version.number })}</Link>
              {version.summary && ` · ${version.summary}`}
              <p className={styles.muted}>{lineOf(version)}</p>
            </div>
            <StateBadge {...versionStates[version.state]} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

function lineOf({ authors, approval, effectiveOn, obsoleteOn, state }: VersionHead): string {
  return [
    t('Written by {names}', { names: namesOf(authors) }),
    ...(approval ? [t('approved by {approval}', { approval: approvalLine(approval) })] : []),
    ...(effectiveOn && state !== 'approved' ? [t('effective from {day}', { day: showDate(effectiveOn) })] : []),
    ...(obsoleteOn ? [t('obsolete since {day}', { day: showDate(obsoleteOn) })] : []),
  ].join(' · ')
}
