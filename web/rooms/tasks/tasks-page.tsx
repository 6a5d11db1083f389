import { t } from '../../messages/index.ts'
import { DateTime } from '../../ui/date-time.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { type BulkChanges, labelsOf, List, type Column, type Filter } from '../../ui/list.tsx'
import { dayChange, ownerChange, reasonedChange } from '../../ui/list/bulk-changes.ts'
import { Page } from '../../ui/page.tsx'
import { kindLabel, kindWords } from '../../ui/references.ts'
import { useSession } from '../../ui/session.ts'
import { StateBadge } from '../../ui/state-badge.tsx'
import { LinkButton } from '../../ui/verb-button.tsx'
import { OpenThreads } from '../comments/open-threads.tsx'
import { badgeOf, states, type Task } from './words.ts'

const columns: Column<Task>[] = [
  {
    key: 'title',
    header: t('Task'),
    sort: 'title',
    cell: (row) => row.title,
    beside: (row) => <OpenThreads about={`task:${row.id}`} />,
  },
  {
    key: 'state',
    header: t('State'),
    sort: 'state',
    cell: (row) => <StateBadge {...badgeOf(row)} />,
    from: [
      { field: 'overdue', words: { true: t('Overdue') } },
      { field: 'waitsForOpen', words: { '0': '', '*': t('Waits for others') }, when: { state: ['open'] } },
      { field: 'state', words: labelsOf(states) },
    ],
  },
  {
    key: 'owner',
    header: t('Who'),
    sort: 'owner',
    cell: (row) => row.owner?.name ?? t('Nobody yet'),
    from: [{ field: 'owner.name' }],
    absent: t('Nobody yet'),
  },
  {
    key: 'dueOn',
    header: t('Due'),
    sort: 'urgency',
    cell: (row) => row.dueOn && <DateTime value={row.dueOn} />,
  },
  {
    key: 'subject',
    header: t('About'),
    cell: (row) => (row.subject ? kindLabel(row.subject) : ''),
    from: [{ field: 'subject', upTo: ':', words: kindWords() }],
  },
  {
    key: 'doneOn',
    header: t('Done on'),
    optional: true,
    cell: (row) => row.doneOn && <DateTime value={row.doneOn} />,
  },
  {
    key: 'changedAt',
    header: t('Changed'),
    sort: 'changedAt',
    optional: true,
    cell: (row) => <DateTime value={row.changedAt} precision="minute" />,
  },
]

const bulk: BulkChanges = {
  permission: 'tasks:complete',
  changes: [
    ownerChange(t('Who')),
    dayChange('dueOn', t('Due')),
    { change: 'complete', label: t('Complete'), fields: [], words: labelsOf(states) },
    reasonedChange('cancel', t('Cancel as not needed'), labelsOf(states)),
  ],
}

export default function TasksPage() {
  const { person } = useSession()
  const filters: Filter[] = [
    {
      key: 'state',
      label: t('State'),
      options: Object.entries(states).map(([value, { label }]) => ({ value, label })),
    },
    { key: 'owner', label: t('Who'), options: [{ value: person.id, label: t('Mine') }] },
    {
      key: 'assigned',
      label: t('Given to'),
      options: [
        { value: 'none', label: t('Nobody yet') },
        { value: 'somebody', label: t('Somebody') },
      ],
    },
    {
      key: 'due',
      label: t('Due'),
      options: [
        { value: 'overdue', label: t('Overdue') },
        { value: 'week', label: t('This week') },
        { value: 'none', label: t('No day set') },
      ],
    },
  ]
  const add = (
    <LinkButton to="/tasks/new" look="primary" permission="tasks:create">
      {t('Add task')}
    </LinkButton>
  )
  return (
    <Page
      title={t('Tasks')}
      lead={t('Who does what by when. Some come from the plan, others from people.')}
      actions={
        <>
          <LinkButton to="/inbox">{t('My inbox')}</LinkButton>
          {add}
        </>
      }
    >
      <List<Task>
        id="tasks"
        label={t('Tasks')}
        path="/tasks"
        columns={columns}
        rowId={(row) => row.id}
        rowLabel={(row) => row.title}
        rowTo={(row) => `/tasks/${row.id}`}
        filters={filters}
        search={t('Search tasks')}
        bulk={bulk}
        defaultSort="urgency"
        empty={
          <EmptyState
            action={add}
            link={{ label: t('Why actions are planned (6.2)'), to: '/frameworks/ISO-42001-2023/6.2' }}
          >
            {t('Every action with somebody who does it and a day belongs here. A plan fills it by itself.')}
          </EmptyState>
        }
      />
    </Page>
  )
}
