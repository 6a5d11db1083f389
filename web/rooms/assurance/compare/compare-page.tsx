import { Checkbox } from '@mantine/core'
import { t } from '../../../messages/index.ts'
import { useRecord } from '../../../ui/api.ts'
import { showDate, showNumber } from '../../../ui/dates.ts'
import { Link } from '../../../ui/link.tsx'
import { useAddress, useParameter } from '../../../ui/navigation.ts'
import { Page, Section } from '../../../ui/page.tsx'
import styles from '../assurance.module.css'
import { badgeOfRun, confirmingText, kinds, origins, type Run } from '../words.ts'
import { ComparedRows } from './compared-rows.tsx'
import { type Comparison, noteWords } from './words.ts'

const perPage = 100

/** Two runs beside each other: what they were made from, what is not alike about them, and every number with what changed. */
export default function ComparePage() {
  const [id, other] = [useParameter('id'), useParameter('other')]
  const [{ show = 'all', after: cursor }, change] = useAddress()
  const query = { with: other, show, cursor, limit: perPage }
  const { data, error } = useRecord<Comparison>(`/measurement-runs/${id}/comparison`, query)
  if (error) throw error
  if (!data) return null
  const { before, after, notes } = data
  return (
    <Page
      title={t('Two runs compared')}
      kind={t('Measurement: {kind}', { kind: kinds[after.kind].label })}
      crumbs={[
        { label: t('Measurement plans'), to: '/assurance' },
        { label: after.plan.title, to: `/assurance/plans/${after.plan.id}` },
      ]}
    >
      <Section title={t('What they were made from')}>
        <MadeFrom runs={[before, after]} />
        {notes.length > 0 && (
          <ul className={styles.reasons}>
            {notes.map((note) => (
              <li key={note.kind}>{noteWords(note)}</li>
            ))}
          </ul>
        )}
      </Section>
      <Section title={t('What changed')} lead={leadOf(data)}>
        <Checkbox
          label={t('Only what changed ({count} of {all})', {
            count: showNumber(data.summary.changed),
            all: showNumber(data.summary.rows),
          })}
          checked={show === 'changed'}
          onChange={(event) => change({ show: event.currentTarget.checked ? 'changed' : undefined, after: undefined })}
        />
        <ComparedRows
          comparison={data}
          first={cursor === undefined}
          onPage={(next) => change({ after: next }, { push: true })}
        />
      </Section>
    </Page>
  )
}

/** How much of it chance alone would give stands beside what it was found of. */
function leadOf({ summary }: Comparison): string {
  const { tested, beyondNoise, byChance, verdictsChanged } = summary
  const said = t('{count, plural, =0 {No verdict changed.} one {# verdict changed.} other {# verdicts changed.}}', {
    count: verdictsChanged,
  })
  if (tested === 0) return `${said} ${t('Whether chance alone gives such changes cannot be said of any number here.')}`
  const words = { tested: showNumber(tested), beyond: showNumber(beyondNoise), chance: showNumber(Math.ceil(byChance)) }
  return `${said} ${t(
    'Of {tested} numbers with an interval, {beyond} changed by more than noise; about {chance} would by chance alone.',
    words,
  )}`
}

function MadeFrom({ runs }: { runs: Run[] }) {
  return (
    <div className={styles.scroll} role="region" aria-label={t('What they were made from')} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            <td />
            {runs.map((run, index) => (
              <th key={`${run.id} ${index}`} scope="col">
                <span className={styles.line2}>{index === 0 ? t('Before') : t('After')}</span>
                <Link to={`/assurance/runs/${run.id}`}>{run.fileName}</Link>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {factsOf.map(({ label, text }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              {runs.map((run, index) => (
                <td key={`${run.id} ${index}`}>{text(run)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const factsOf: { label: string; text: (run: Run) => string }[] = [
  { label: t('Verdict'), text: (run) => badgeOfRun(run).label },
  { label: t('Counts as'), text: confirmingText },
  { label: t('Measured on'), text: ({ happenedOn }) => (happenedOn ? showDate(happenedOn) : '') },
  { label: t('Origin'), text: ({ origin }) => origins[origin].label },
  { label: t('Edition of the plan'), text: ({ plan }) => String(plan.edition) },
  { label: t('Rows used'), text: ({ rowsUsed }) => (rowsUsed === null ? '' : showNumber(rowsUsed)) },
  { label: t('Engine'), text: ({ engine }) => engine ?? '' },
]
