import type { ReactNode } from 'react'
import { t } from '../../messages/index.ts'
import { DateTime } from '../../ui/date-time.tsx'
import { type BulkChanges, labelsOf, List, type Column } from '../../ui/list.tsx'
import { reasonedChange } from '../../ui/list/bulk-changes.ts'
import { StateBadge } from '../../ui/state-badge.tsx'
import { OpenThreads } from '../comments/open-threads.tsx'
import { kindLabel, kindLabels, stateOptions, states, type Candidate } from './words.ts'

type Props = {
  id: string
  label: string
  empty: ReactNode
  /** Only candidates in this state; absent, all of them, with their state. */
  state?: Candidate['state']
}

const bulk: BulkChanges = {
  permission: 'discovery:judge',
  changes: [
    reasonedChange('dismiss', t('Dismiss'), labelsOf(states)),
    {
      change: 'merge',
      label: t('Part of an AI system of the register'),
      words: labelsOf(states),
      fields: [{ kind: 'reference', name: 'system', label: t('AI system'), path: '/ai-systems', required: true }],
    },
  ],
}

/** What scans take for AI systems. */
export function CandidateList({ id, label, empty, state }: Props) {
  return (
    <List<Candidate>
      id={id}
      label={label}
      path="/discovery/candidates"
      columns={state === undefined ? [name, stateColumn, system, ...rest] : [name, similar, ...rest]}
      rowId={(row) => row.id}
      rowLabel={(row) => row.name}
      rowTo={(row) => `/discovery/${row.id}`}
      {...(state === undefined
        ? { filters: [{ key: 'state', label: t('State'), options: stateOptions }] }
        : { fixed: { state } })}
      search={t('Search by name')}
      defaultSort="-changedAt"
      bulk={bulk}
      empty={empty}
    />
  )
}

const name: Column<Candidate> = {
  key: 'name',
  header: t('Name'),
  sort: 'name',
  cell: (row) => row.name,
  beside: (row) => <OpenThreads about={`scan-candidate:${row.id}`} />,
}

const stateColumn: Column<Candidate> = {
  key: 'state',
  header: t('State'),
  cell: (row) => <StateBadge {...states[row.state]} />,
  from: [{ field: 'state', words: labelsOf(states) }],
}

const system: Column<Candidate> = {
  key: 'system',
  header: t('AI system'),
  cell: (row) => row.system?.name,
  from: [{ field: 'system.name' }],
}

const similar: Column<Candidate> = {
  key: 'similar',
  header: t('Alike in the register'),
  cell: (row) => row.similar.map((one) => one.name).join(', '),
  from: [{ field: 'similar.name' }],
}

const rest: Column<Candidate>[] = [
  {
    key: 'kinds',
    header: t('What was found'),
    cell: (row) => row.kinds.map((kind) => kindLabel(kind)).join(', '),
    from: [{ field: 'kinds', words: kindLabels }],
  },
  { key: 'vendors', header: t('From'), cell: (row) => row.vendors.join(', ') },
  { key: 'findings', header: t('Places'), align: 'end', cell: (row) => row.findings },
  { key: 'root', header: t('Folder'), optional: true, cell: (row) => row.root },
  {
    key: 'changedAt',
    header: t('Last changed'),
    sort: 'changedAt',
    cell: (row) => <DateTime value={row.changedAt} precision="minute" />,
    from: [{ field: 'changedAt' }],
  },
]
