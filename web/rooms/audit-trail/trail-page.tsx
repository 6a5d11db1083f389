import { TextInput } from '@mantine/core'
import { t } from '../../messages/index.ts'
import { DateTime } from '../../ui/date-time.tsx'
import { List, type Column } from '../../ui/list.tsx'
import { useAddress } from '../../ui/navigation.ts'
import { Page } from '../../ui/page.tsx'
import { VerbButton } from '../../ui/verb-button.tsx'
import { ClauseFold } from '../frameworks/clause-note.tsx'
import { SubjectName } from './subject-name.tsx'
import styles from './audit-trail.module.css'
import { subjectOptions, type TrailItem } from './words.ts'

const columns: Column<TrailItem>[] = [
  { key: 'what', header: t('What happened'), cell: said, from: [{ field: 'text' }] },
  { key: 'actor', header: t('Who'), optional: true, cell: actorOf, from: [{ field: 'actor.name' }] },
  {
    key: 'subject',
    header: t('Record'),
    cell: (row) => <SubjectName subject={row.subject} />,
    from: [{ field: 'subject.name' }, { field: 'subject.ref' }],
  },
  {
    key: 'recordedAt',
    header: t('Recorded'),
    sort: 'recordedAt',
    cell: (row) => <DateTime value={row.recordedAt} precision="minute" />,
  },
  {
    key: 'happenedOn',
    header: t('Happened'),
    optional: true,
    cell: (row) => row.happenedOn && <DateTime value={row.happenedOn} />,
  },
  { key: 'seq', header: t('Entry'), align: 'end', cell: (row) => row.seq },
  { key: 'type', header: t('Fact'), optional: true, cell: (row) => row.type },
]

/** Who did what, when, to which record: every fact of the log, the newest first. */
export default function TrailPage() {
  const [address, setAddress] = useAddress()
  const { from, to, subject, actor } = address
  const fixed = Object.fromEntries(
    Object.entries({ from, to, subject, actor }).flatMap(([key, value]) => (value ? [[key, value]] : [])),
  )
  return (
    <Page title={t('Audit trail')} lead={t('Who did what, when, and to which record. Each entry can be proven.')}>
      <ClauseFold number="7.5.3" />
      <div className={styles.span}>
        <TextInput
          type="date"
          label={t('From')}
          value={from ?? ''}
          onChange={(event) => setAddress({ from: event.currentTarget.value, cursor: undefined })}
        />
        <TextInput
          type="date"
          label={t('Up to and with')}
          value={to ?? ''}
          onChange={(event) => setAddress({ to: event.currentTarget.value, cursor: undefined })}
        />
        {(subject ?? actor) && (
          <VerbButton
            writes={false}
            onClick={() => setAddress({ subject: undefined, actor: undefined, cursor: undefined })}
          >
            {subject ? t('Show every record') : t('Show everybody')}
          </VerbButton>
        )}
      </div>
      <List<TrailItem>
        id="audit-trail"
        label={t('Audit trail')}
        path="/audit-trail"
        columns={columns}
        rowId={(row) => row.id}
        rowLabel={said}
        rowTo={(row) => `/ledger/${row.seq}`}
        filters={[
          {
            key: 'type',
            label: t('About'),
            multiple: true,
            options: subjectOptions,
          },
        ]}
        search={t('Search facts')}
        defaultSort="-recordedAt"
        fixed={fixed}
        empty={<p>{t('Nothing was recorded in this span.')}</p>}
      />
    </Page>
  )
}

function said(row: TrailItem): string {
  return `${actorOf(row)} ${t(row.text)}`
}

function actorOf({ actor }: TrailItem): string {
  return actor?.name ?? t('Assay')
}
