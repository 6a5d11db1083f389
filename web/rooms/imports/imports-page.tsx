import { t } from '../../messages/index.ts'
import { useRecord } from '../../ui/api.ts'
import { DateTime } from '../../ui/date-time.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { labelsOf, List, type Column } from '../../ui/list.tsx'
import { Page } from '../../ui/page.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { LinkButton } from '../../ui/verb-button.tsx'
import { states, type Import, type Register } from './words.ts'

/** Every file that was taken in, the newest first. */
export default function ImportsPage() {
  const registers = useRecord<{ items: Register[] }>('/import-registers').data?.items ?? []
  const begin = (
    <LinkButton to="/imports/new" look="primary" permission="imports:run">
      {t('Import a CSV file')}
    </LinkButton>
  )
  return (
    <Page
      title={t('Imports')}
      lead={t('Files taken into the registers: checked before anything is written, and undone as a whole if need be.')}
      actions={begin}
    >
      <List<Import>
        id="imports"
        label={t('Imports')}
        path="/imports"
        columns={columnsFor(registers)}
        rowId={(row) => row.id}
        rowLabel={(row) => row.fileName}
        rowTo={(row) => `/imports/${row.id}`}
        filters={[
          {
            key: 'register',
            label: t('Register'),
            options: registers.map(({ name, label }) => ({ value: name, label: t(label) })),
          },
        ]}
        defaultSort="-createdAt"
        empty={
          <EmptyState
            action={begin}
            link={{
              label: t('Why AI systems and what they need are listed (A.4.2)'),
              to: '/frameworks/ISO-42001-2023/A.4.2',
            }}
          >
            {t('What you already keep in a spreadsheet belongs here: save it as CSV and take it in, row by row.')}
          </EmptyState>
        }
      />
    </Page>
  )
}

function columnsFor(registers: Register[]): Column<Import>[] {
  const register = (row: Import) => registers.find(({ name }) => name === row.register)?.label ?? row.register
  return [
    { key: 'fileName', header: t('File'), cell: (row) => row.fileName },
    {
      key: 'register',
      header: t('Register'),
      cell: (row) => t(register(row)),
      from: [{ field: 'register', words: Object.fromEntries(registers.map(({ name, label }) => [name, t(label)])) }],
    },
    {
      key: 'state',
      header: t('State'),
      cell: (row) => <StateBadge {...states[row.state]} />,
      from: [{ field: 'state', words: labelsOf(states) }],
    },
    { key: 'rows', header: t('Rows'), align: 'end', cell: (row) => row.rows },
    { key: 'bad', header: t('To correct'), align: 'end', cell: (row) => row.bad },
    { key: 'committed', header: t('Committed'), align: 'end', cell: (row) => row.committed },
    {
      key: 'createdAt',
      header: t('Taken in'),
      sort: 'createdAt',
      cell: (row) => <DateTime value={row.createdAt} precision="minute" />,
    },
  ]
}
