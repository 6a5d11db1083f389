import { t } from '../../messages/index.ts'
import { showNumber } from '../../ui/dates.ts'
import { Section } from '../../ui/page.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import styles from './assurance.module.css'
import { at, estimateAt, groupAt, listAt, numberAt, textAt } from './result.ts'
import { figure, groupName, percent, verdicts, type Verdict } from './words.ts'

/** Tables of named rules, where the plan asks for them: four fifths and Local Law 144. */
export function ImpactTables({ result }: { result: unknown }) {
  const law = at(result, 'localLaw144')
  return (
    <>
      {listAt(result, 'fourFifths').length > 0 && (
        <Section
          title={t('Four-fifths rule')}
          lead={t(
            'Each rate as a ratio to the highest. A ratio alone decides little in small groups: its interval stands beside it.',
          )}
        >
          {listAt(result, 'fourFifths').map((table) => (
            <RatioTable
              key={groupName(groupAt(table, 'attribute'))}
              table={table}
              caption={groupName(groupAt(table, 'attribute'))}
            />
          ))}
        </Section>
      )}
      {law !== undefined && <LocalLaw law={law} />}
    </>
  )
}

function LocalLaw({ law }: { law: unknown }) {
  const parts = [
    { key: 'sex', label: t('Sex') },
    { key: 'raceEthnicity', label: t('Race or ethnicity') },
    { key: 'intersection', label: t('Sex × race or ethnicity') },
  ]
  const kinds = [
    { key: 'selection', label: t('selection rate') },
    { key: 'scoring', label: t('scoring rate') },
  ]
  return (
    <Section
      title={t('Tables of New York City Local Law 144')}
      lead={t(
        'These tables are not the audit that the law asks of an independent auditor; they show what such an audit would count.',
      )}
    >
      <ul className={styles.reasons}>
        {listAt(law, 'notes').map((note) => (
          <li key={String(note)}>{String(note)}</li>
        ))}
      </ul>
      {kinds.flatMap((kind) =>
        parts
          .filter((part) => listAt(law, kind.key, part.key, 'rows').length > 0)
          .map((part) => (
            <RatioTable
              key={`${kind.key} ${part.key}`}
              table={at(law, kind.key, part.key)}
              caption={t('{part}, {rate}', { part: part.label, rate: kind.label })}
            />
          )),
      )}
    </Section>
  )
}

function RatioTable({ table, caption }: { table: unknown; caption: string }) {
  const unknown = numberAt(table, 'unknown') ?? 0
  return (
    <div className={styles.scroll} role="region" aria-label={caption} tabIndex={0}>
      <table className={styles.table}>
        <caption>
          {caption}
          {unknown > 0 && ` · ${t('{count} without a known group', { count: showNumber(unknown) })}`}
        </caption>
        <thead>
          <tr>
            {[
              t('Group'),
              t('People'),
              t('Proportion'),
              t('Rate'),
              t('Ratio to the highest'),
              t('Missing to parity'),
              t('Verdict'),
            ].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {listAt(table, 'rows').map((row) => (
            <Row key={groupName(groupAt(row, 'key'))} row={row} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Row({ row }: { row: unknown }) {
  const ratio = estimateAt(row, 'toHighest', 'ratio')
  const missing = numberAt(row, 'shortfall', 'toParity')
  return (
    <tr>
      <th scope="row">{groupName(groupAt(row, 'key'))}</th>
      <td>{showNumber(numberAt(row, 'n') ?? 0)}</td>
      <td>{percent(numberAt(row, 'share'))}</td>
      <td>{percent(numberAt(row, 'rate', 'value'))}</td>
      <td>
        {at(row, 'toHighest') === null ? t('the highest') : figure(ratio.value)}
        {ratio.low !== null && ratio.high !== null && (
          <span className={styles.line2}>
            {t('{low} to {high}', { low: figure(ratio.low), high: figure(ratio.high) })}
          </span>
        )}
      </td>
      <td>{missing !== null && showNumber(missing)}</td>
      <td>
        <Judged verdict={textAt(row, 'judgement', 'verdict')} />
      </td>
    </tr>
  )
}

function Judged({ verdict }: { verdict: string | null }) {
  const known = Object.keys(verdicts).find((one): one is Verdict => one === verdict)
  return known ? <StateBadge {...verdicts[known]} /> : null
}
