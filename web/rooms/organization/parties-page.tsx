import { t } from '../../messages/index.ts'
import { DateTime } from '../../ui/date-time.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { type BulkChanges, labelsOf, List, type Column } from '../../ui/list.tsx'
import { choiceChange } from '../../ui/list/bulk-changes.ts'
import { Page } from '../../ui/page.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { LinkButton } from '../../ui/verb-button.tsx'
import { OpenThreads } from '../comments/open-threads.tsx'
import { ClauseFold } from '../frameworks/clause-note.tsx'
import { keepingChanges } from './keeping-changes.ts'
import { optionsOf, partyKinds, stateOptions, states, type PartyView } from './words.ts'

const columns: Column<PartyView>[] = [
  {
    key: 'name',
    header: t('Party'),
    sort: 'name',
    cell: (row) => row.name,
    beside: (row) => <OpenThreads about={`interested-party:${row.id}`} />,
  },
  {
    key: 'kind',
    header: t('Kind'),
    cell: (row) => partyKinds[row.kind],
    from: [{ field: 'kind', words: labelsOf(partyKinds) }],
  },
  {
    key: 'requirements',
    header: t('Requirements'),
    cell: requirementsOf,
    from: [{ field: 'requirements.statement', between: '; ' }],
  },
  {
    key: 'state',
    header: t('State'),
    cell: (row) => <StateBadge {...states[row.state]} />,
    from: [{ field: 'state', words: labelsOf(states) }],
  },
  {
    key: 'changedAt',
    header: t('Changed'),
    sort: 'changedAt',
    optional: true,
    cell: (row) => <DateTime value={row.changedAt} />,
  },
]

const bulk: BulkChanges = {
  permission: 'context:edit',
  changes: [choiceChange('kind', t('Kind'), labelsOf(partyKinds)), ...keepingChanges()],
}

/** Who has a stake in the AI, people affected by it among them, and what they require. */
export default function PartiesPage() {
  const record = (
    <LinkButton to="/interested-parties/new" look="primary" permission="context:edit">
      {t('Record a party')}
    </LinkButton>
  )
  return (
    <Page
      title={t('Interested parties')}
      lead={t('Who has a stake in your AI, what they require, and which of it the management system takes on.')}
      actions={
        <>
          <LinkButton to="/party-requirements">{t('All requirements')}</LinkButton>
          {record}
        </>
      }
    >
      <ClauseFold number="4.2" />
      <List<PartyView>
        id="interested-parties"
        label={t('Interested parties')}
        path="/interested-parties"
        columns={columns}
        rowId={(row) => row.id}
        rowLabel={(row) => row.name}
        rowTo={(row) => `/interested-parties/${row.id}`}
        filters={[
          { key: 'kind', label: t('Kind'), options: optionsOf(partyKinds) },
          { key: 'state', label: t('State'), options: stateOptions },
        ]}
        search={t('Search parties')}
        defaultSort="name"
        bulk={bulk}
        empty={
          <EmptyState
            action={record}
            link={{ label: t('Clause 4.2: needs and expectations'), to: '/frameworks/ISO-42001-2023/4.2' }}
          >
            {t('Customers, authorities, employees, and above all the people about whom your AI decides belong here.')}
          </EmptyState>
        }
      />
    </Page>
  )
}

function requirementsOf({ requirements }: PartyView): string {
  const undecided = requirements.filter(({ decision }) => decision === 'undecided').length
  if (undecided === 0) return t('{count, number}', { count: requirements.length })
  return t('{count, number}, {undecided, number} undecided', { count: requirements.length, undecided })
}
