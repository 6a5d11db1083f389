import { t } from '../../messages/index.ts'
import { useRecord } from '../../ui/api.ts'
import { DateTime } from '../../ui/date-time.tsx'
import { FieldDiff } from '../../ui/diff-view.tsx'
import { Fact, Facts } from '../../ui/facts.tsx'
import { useParameter } from '../../ui/navigation.ts'
import { Page, Section } from '../../ui/page.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { LinkButton } from '../../ui/verb-button.tsx'
import styles from './audit-trail.module.css'
import { Proof } from './proof.tsx'
import { SubjectName } from './subject-name.tsx'
import { operations, tableInWords, type EntryView, type LogView } from './words.ts'

/** One entry of the log: what it states, what it changed, and the proof that it is there. */
export default function EntryPage() {
  const seq = useParameter('seq')
  const { data: entry, error } = useRecord<EntryView>(`/audit-trail/${seq}`)
  const size = useRecord<LogView>('/log').data?.size ?? 0
  if (error) throw error
  if (!entry) return null
  const number = entry.seq
  return (
    <Page
      title={t('Entry {seq}', { seq: String(number) })}
      kind={t('Ledger')}
      crumbs={[{ label: t('Audit trail'), to: '/audit-trail' }]}
      state={
        <StateBadge
          {...(entry.sealed
            ? { tone: 'positive', label: t('Under a signed checkpoint') }
            : { tone: 'active', label: t('Not signed yet') })}
        />
      }
      actions={
        <>
          {number > 1 && <LinkButton to={`/ledger/${number - 1}`}>{t('Entry before')}</LinkButton>}
          {number < size && <LinkButton to={`/ledger/${number + 1}`}>{t('Entry after')}</LinkButton>}
        </>
      }
    >
      <Section title={t('What it states')}>
        <ul className={styles.rows}>
          {entry.facts.map(({ type, text, subject }) => (
            <li key={`${type} ${subject.ref}`}>
              <p>
                <strong>{entry.actor?.name ?? t('Assay')}</strong> {t(text)}: <SubjectName subject={subject} />
              </p>
            </li>
          ))}
        </ul>
        <Facts>
          <Fact label={t('Recorded')}>
            <DateTime value={entry.recordedAt} precision="minute" />
          </Fact>
          <Fact label={t('Rows changed')}>{entry.rows.length}</Fact>
        </Facts>
      </Section>
      <Section
        title={t('What changed')}
        lead={t('Read from the history of the rows themselves. Struck through is before, underlined is after.')}
      >
        {entry.rows.length === 0 && <p className={styles.muted}>{t('This entry changed no row.')}</p>}
        <ul className={styles.rows}>
          {entry.rows.map((row) => (
            <li key={`${row.table} ${row.id}`}>
              <RowChange row={row} />
            </li>
          ))}
        </ul>
      </Section>
      <Proof key={number} seq={number} sealed={entry.sealed} />
    </Page>
  )
}

function RowChange({ row }: { row: EntryView['rows'][number] }) {
  return (
    <>
      <h3>
        {tableInWords(row.table)} <span className={styles.muted}>{operations[row.operation]}</span>
      </h3>
      <dl className={styles.changes}>
        {row.changes.map(({ field, before, after }) => (
          <div key={field}>
            <dt>{t(field)}</dt>
            <dd>
              <FieldDiff before={before} after={after} />
            </dd>
          </div>
        ))}
      </dl>
      {row.digest && (
        <p className={styles.hash}>
          {t('Digest of this version')} <code>{row.digest}</code>
        </p>
      )}
    </>
  )
}
