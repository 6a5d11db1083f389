import { Button } from '@mantine/core'
import { t } from '../../messages/index.ts'
import { levelLabels } from '../../ui/level-chart.tsx'
import { Link } from '../../ui/link.tsx'
import { useAddress } from '../../ui/navigation.ts'
import { allStandings, disagreements, type Finding, findingPath, grouped, isStanding } from './finding.ts'
import styles from './findings-table.module.css'
import { Standing } from './standing.tsx'

/** All findings by clause and area, narrowed by level and kind; the filter is in the address. */
export function FindingsTable({ findings }: { findings: Finding[] }) {
  const [address] = useAddress()
  const { level, kind, only } = address
  const shown = findings.filter(
    (finding) =>
      (!isStanding(level) || finding.standing === level) &&
      (kind === undefined || finding.kind === kind) &&
      (only !== 'disagreements' || finding.disagreement !== null),
  )
  return (
    <>
      <Filters findings={findings} />
      <p role="status" className={styles.count}>
        {t('{shown, number} of {total, number} shown', { shown: shown.length, total: findings.length })}
      </p>
      {grouped(shown).map(({ ref, title, findings: rows }) => (
        <section key={ref} className={styles.group} aria-labelledby={`group-${ref}`}>
          <h3 id={`group-${ref}`}>
            {ref} {title}
          </h3>
          <ul>
            {rows.map((finding) => (
              <Row key={finding.ref} finding={finding} />
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}

function Row({ finding }: { finding: Finding }) {
  const { ref, title, next, declared, disagreement } = finding
  return (
    <li className={styles.row}>
      <Link to={findingPath(ref)} className={styles.name}>
        <span className={styles.ref}>{ref}</span> {title}
      </Link>
      <Standing finding={finding} />
      <div className={styles.next}>
        {t(next)}
        {declared && (
          <span className={styles.declared}>
            {t('Declared: {level}', { level: levelLabels[declared.level] })}
            {disagreement && ` · ${disagreements[disagreement]}`}
          </span>
        )}
      </div>
    </li>
  )
}

function Filters({ findings }: { findings: Finding[] }) {
  const [address, change] = useAddress()
  const counted = allStandings.map((level) => ({
    level,
    count: findings.filter(({ standing }) => standing === level).length,
  }))
  const chip = (key: 'level' | 'kind' | 'only', value: string, label: string) => {
    const on = address[key] === value
    return (
      <Button
        key={`${key}=${value}`}
        size="compact-sm"
        variant={on ? 'filled' : 'default'}
        aria-pressed={on}
        onClick={() => change({ [key]: on ? undefined : value })}
      >
        {label}
      </Button>
    )
  }
  return (
    <div className={styles.filters} role="group" aria-label={t('Show only')}>
      {chip('kind', 'clause', t('Clauses'))}
      {chip('kind', 'control', t('Controls'))}
      {counted.flatMap(({ level, count }) =>
        count > 0 || address['level'] === level ? [chip('level', level, `${levelLabels[level]} ${count}`)] : [],
      )}
      {chip('only', 'disagreements', t('Declared otherwise'))}
    </div>
  )
}
