import { t } from '../../messages/index.ts'
import { useRecord } from '../../ui/api.ts'
import { levelLabels } from '../../ui/level-chart.tsx'
import { Link } from '../../ui/link.tsx'
import { Section } from '../../ui/page.tsx'
import { ProblemAlert } from '../../ui/problem-alert.tsx'
import { disagreements, findingPath } from '../readiness/finding.ts'
import { Standing } from '../readiness/standing.tsx'
import type { GapFindings } from './assessment.ts'
import styles from './findings.module.css'

/** What was declared beside what was proven, as it was frozen when the assessment was concluded. */
export function Findings({ id }: { id: string }) {
  const { data, error } = useRecord<GapFindings>(`/gap-assessments/${id}/findings`)
  return (
    <Section
      title={t('What it found')}
      lead={t('Frozen when it was concluded. What the records prove today may differ.')}
    >
      <ProblemAlert error={error} />
      {data && (
        <div className={styles.scroll} tabIndex={0} role="region" aria-label={t('What it found')}>
          <table className={styles.findings}>
            <thead>
              <tr>
                <th scope="col">{t('Clause or control')}</th>
                <th scope="col">{t('Declared')}</th>
                <th scope="col">{t('Proven')}</th>
                <th scope="col">{t('Note')}</th>
              </tr>
            </thead>
            <tbody>
              {data.items.map((finding) => (
                <Row key={finding.ref} finding={finding} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Section>
  )
}

function Row({ finding }: { finding: GapFindings['items'][number] }) {
  const { ref, title, declared, proven, stale, note, disagreement } = finding
  const standing = stale && proven !== 'missing' ? 'stale' : proven
  return (
    <tr>
      <th scope="row">
        <Link to={findingPath(ref)}>
          {ref} {title}
        </Link>
      </th>
      <td>{declared ? levelLabels[declared] : t('Not answered')}</td>
      <td>
        <Standing finding={{ level: proven, stale, standing }} />
      </td>
      <td>
        {disagreement && <strong>{disagreements[disagreement]}. </strong>}
        {note}
      </td>
    </tr>
  )
}
