import { Button } from '@mantine/core'
import { t } from '../../messages/index.ts'
import { useList } from '../../ui/api.ts'
import { useAddress } from '../../ui/navigation.ts'
import { Section } from '../../ui/page.tsx'
import { ProblemAlert } from '../../ui/problem-alert.tsx'
import styles from './discovery.module.css'
import { confidenceLabel, kindLabel, type Finding } from './words.ts'

const perPage = 50

/** The places in code behind a candidate, in the scan's order; which page of them is in the address (`?after=`). */
export function Findings({ candidate }: { candidate: string }) {
  const [{ after = '' }, change] = useAddress()
  const answer = useList<Finding>(`/discovery/candidates/${candidate}/findings`, { limit: perPage, cursor: after })
  if (answer.error) return <ProblemAlert error={answer.error} />
  const { items = [], next = null, total = 0 } = answer.data ?? {}
  return (
    <Section title={t('Places in code')} lead={t('{total, plural, one {# place} other {# places}}', { total })}>
      <ul className={styles.findings} aria-busy={answer.isPlaceholderData}>
        {items.map((finding) => (
          <li key={`${finding.file}:${finding.line}:${finding.kind}:${finding.name}`}>
            <p className={styles.what}>
              <strong>{finding.name}</strong>
              <span>
                {kindLabel(finding.kind)}, {confidenceLabel(finding.confidence)}
              </span>
            </p>
            <p className={styles.place}>{finding.line > 0 ? `${finding.file}:${finding.line}` : finding.file}</p>
            {finding.evidence !== '' && <code className={styles.evidence}>{finding.evidence}</code>}
          </li>
        ))}
      </ul>
      {(after !== '' || next !== null) && (
        <nav className={styles.pages} aria-label={t('Pages of this list')}>
          <Button
            variant="default"
            disabled={after === ''}
            onClick={() => change({ after: undefined }, { push: true })}
          >
            {t('First page')}
          </Button>
          <Button
            variant="default"
            disabled={next === null}
            onClick={() => change({ after: next ?? undefined }, { push: true })}
          >
            {t('Next')}
          </Button>
        </nav>
      )}
    </Section>
  )
}
