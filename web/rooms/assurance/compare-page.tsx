import { t } from '../../messages/index.ts'
import { useRecord } from '../../ui/api.ts'
import { showDate, showNumber } from '../../ui/dates.ts'
import { Link } from '../../ui/link.tsx'
import { useParameter } from '../../ui/navigation.ts'
import { Page, Section } from '../../ui/page.tsx'
import { ProblemAlert } from '../../ui/problem-alert.tsx'
import styles from './assurance.module.css'
import { at, groupAt, listAt, numberAt } from './result.ts'
import { badgeOfRun, confirmingText, figure, groupName, metricName, origins, type RunWithRecord } from './words.ts'

const rates = ['selection_rate', 'tpr', 'fpr', 'ppv', 'accuracy']

/** Two runs beside each other: what they were made from, and every group's rates with what changed. */
export default function ComparePage() {
  const [id, other] = [useParameter('id'), useParameter('other')]
  const newer = useRecord<RunWithRecord>(`/measurement-runs/${id}`)
  const older = useRecord<RunWithRecord>(`/measurement-runs/${other}`)
  const error = newer.error ?? older.error
  if (error) return <ProblemAlert error={error} />
  if (!newer.data || !older.data) return null
  const both = [older.data, newer.data]
  return (
    <Page
      title={t('Two runs compared')}
      crumbs={[
        { label: t('Measurement plans'), to: '/assurance' },
        { label: newer.data.plan.title, to: `/assurance/plans/${newer.data.plan.id}` },
      ]}
    >
      <Section title={t('What they were made from')}>
        <table className={styles.table}>
          <thead>
            <tr>
              <td />
              {both.map((run) => (
                <th key={run.id} scope="col">
                  <Link to={`/assurance/runs/${run.id}`}>{run.fileName}</Link>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {factsOf.map(({ label, text }) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                {both.map((run) => (
                  <td key={run.id}>{text(run)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Section>
      <Section
        title={t('Groups')}
        lead={t('Older, newer, and what changed. Two windows differ by chance too: look at their intervals.')}
      >
        <Changes older={older.data} newer={newer.data} />
      </Section>
    </Page>
  )
}

const factsOf: { label: string; text: (run: RunWithRecord) => string }[] = [
  { label: t('Verdict'), text: (run) => badgeOfRun(run).label },
  { label: t('Counts as'), text: confirmingText },
  { label: t('Measured on'), text: ({ happenedOn }) => (happenedOn ? showDate(happenedOn) : '') },
  { label: t('Origin'), text: ({ origin }) => origins[origin].label },
  { label: t('Edition of the plan'), text: ({ plan }) => String(plan.edition) },
  { label: t('Rows used'), text: ({ rowsUsed }) => (rowsUsed === null ? '' : showNumber(rowsUsed)) },
  { label: t('Engine'), text: ({ engine }) => engine ?? '' },
]

function Changes({ older, newer }: { older: RunWithRecord; newer: RunWithRecord }) {
  const before = new Map(groupsOf(older).map((group) => [group.name, group]))
  const rows = groupsOf(newer)
  if (rows.length === 0) return <p className={styles.muted}>{t('These runs hold no rates per group.')}</p>
  return (
    <div className={styles.scroll} role="region" aria-label={t('Groups')} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('Group')}</th>
            {rates.map((rate) => (
              <th key={rate} scope="col">
                {metricName(rate)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, group }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {rates.map((rate) => (
                <td key={rate}>
                  {change(
                    numberAt(before.get(name)?.group, 'rates', rate, 'value'),
                    numberAt(group, 'rates', rate, 'value'),
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function change(before: number | null, after: number | null): string {
  if (before === null || after === null) return `${figure(before)} → ${figure(after)}`
  const moved = after - before
  return `${figure(before)} → ${figure(after)} (${moved > 0 ? '+' : ''}${figure(moved)})`
}

function groupsOf({ record }: RunWithRecord): { name: string; group: unknown }[] {
  return listAt(record, 'result', 'attributes').flatMap((attribute) =>
    listAt(attribute, 'groups').map((group) => ({
      name: `${groupName(groupAt(attribute, 'attribute'))}: ${groupName(groupAt(group, 'group'))}`,
      group: at(group),
    })),
  )
}
