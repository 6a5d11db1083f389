import { t } from '../../messages/index.ts'
import { DateTime } from '../../ui/date-time.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { type BulkChanges, labelsOf, List, type Column, type Filter } from '../../ui/list.tsx'
import { ownerChange, unitChange } from '../../ui/list/bulk-changes.ts'
import { Page } from '../../ui/page.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { LinkButton } from '../../ui/verb-button.tsx'
import { OpenThreads } from '../comments/open-threads.tsx'
import {
  actRoles,
  autonomyLevels,
  dataClasses,
  individualDecisions,
  isoRoles,
  listed,
  optionsOf,
  placeName,
  places,
  provenances,
  scopes,
  states,
  type SystemRow,
} from './words.ts'

const words = (row: string[], labels: (key: string) => string) => listed(row.map(labels)) ?? ''
const unstated = { value: 'unstated', label: t('Not stated') }
const unconfirmed = { value: 'unconfirmed', label: t('Not confirmed') }

const columns: Column<SystemRow>[] = [
  {
    key: 'name',
    header: t('AI system'),
    sort: 'name',
    cell: (row) => row.name,
    beside: (row) => <OpenThreads about={`ai-system:${row.id}`} />,
  },
  {
    key: 'state',
    header: t('State'),
    sort: 'state',
    cell: (row) => <StateBadge {...states[row.state]} />,
    from: [{ field: 'state', words: labelsOf(states) }],
  },
  {
    key: 'owner',
    header: t('Owner'),
    sort: 'owner',
    cell: (row) => row.owner?.name ?? '',
    from: [{ field: 'owner.name' }],
  },
  {
    key: 'scope',
    header: t('Scope'),
    sort: 'scope',
    cell: (row) => <StateBadge {...scopes[row.scope]} />,
    from: [{ field: 'scope', words: labelsOf(scopes) }],
  },
  { key: 'supplier', header: t('Supplier'), sort: 'supplier', cell: (row) => row.supplier },
  {
    key: 'unit',
    header: t('Unit'),
    sort: 'unit',
    optional: true,
    cell: (row) => row.unit?.name ?? '',
    from: [{ field: 'unit.name' }],
  },
  { key: 'reference', header: t('Inventory number'), sort: 'reference', optional: true, cell: (row) => row.reference },
  { key: 'purpose', header: t('Purpose'), optional: true, cell: (row) => row.purpose },
  {
    key: 'provenance',
    header: t('Provenance'),
    optional: true,
    cell: (row) => (row.provenance ? provenances[row.provenance] : ''),
    from: [{ field: 'provenance', words: provenances }],
  },
  {
    key: 'autonomy',
    header: t('Autonomy'),
    optional: true,
    cell: (row) => (row.autonomy ? autonomyLevels[row.autonomy].label : ''),
    from: [{ field: 'autonomy', words: labelsOf(autonomyLevels) }],
  },
  {
    key: 'individualDecisions',
    header: t('Decisions about individuals'),
    optional: true,
    cell: (row) => (row.individualDecisions ? individualDecisions[row.individualDecisions] : ''),
    from: [{ field: 'individualDecisions', words: individualDecisions }],
  },
  {
    key: 'iso22989Roles',
    header: t('Roles (ISO/IEC 22989)'),
    optional: true,
    cell: (row) => listed(row.iso22989Roles.map((role) => isoRoles[role].label)) ?? '',
    from: [{ field: 'iso22989Roles', words: labelsOf(isoRoles) }],
  },
  {
    key: 'euAiActRoles',
    header: t('Roles (EU AI Act)'),
    optional: true,
    cell: (row) => listed(row.euAiActRoles.map((role) => actRoles[role])) ?? '',
    from: [{ field: 'euAiActRoles', words: actRoles }],
  },
  {
    key: 'jurisdictions',
    header: t('Jurisdictions'),
    optional: true,
    cell: (row) => words(row.jurisdictions, placeName),
    from: [{ field: 'jurisdictions', words: Object.fromEntries(places.map(({ value, label }) => [value, label])) }],
  },
  { key: 'sectors', header: t('Sectors'), optional: true, cell: (row) => listed(row.sectors) ?? '' },
  {
    key: 'dataClasses',
    header: t('Data'),
    optional: true,
    cell: (row) => listed(row.dataClasses.map((one) => dataClasses[one])) ?? '',
    from: [{ field: 'dataClasses', words: dataClasses }],
  },
  {
    key: 'reviewedOn',
    header: t('Reviewed on'),
    sort: 'reviewedOn',
    optional: true,
    cell: (row) => row.reviewedOn && <DateTime value={row.reviewedOn} />,
  },
]

const labelled = (badges: Record<string, { label: string }>) =>
  Object.entries(badges).map(([value, { label }]) => ({ value, label }))

const filters: Filter[] = [
  { key: 'state', label: t('State'), multiple: true, options: labelled(states) },
  { key: 'scope', label: t('Scope'), multiple: true, options: labelled(scopes) },
  { key: 'owner', label: t('Owner'), options: [{ value: 'none', label: t('Without an owner') }] },
  { key: 'provenance', label: t('Provenance'), multiple: true, options: [...optionsOf(provenances), unstated] },
  {
    key: 'individualDecisions',
    label: t('Decisions about individuals'),
    multiple: true,
    options: [...optionsOf(individualDecisions), unstated],
  },
  { key: 'autonomy', label: t('Autonomy'), multiple: true, options: [...labelled(autonomyLevels), unstated] },
  { key: 'isoRole', label: t('Roles (ISO/IEC 22989)'), multiple: true, options: [...labelled(isoRoles), unconfirmed] },
  { key: 'euAiActRole', label: t('Roles (EU AI Act)'), multiple: true, options: [...optionsOf(actRoles), unconfirmed] },
  { key: 'jurisdiction', label: t('Jurisdictions'), multiple: true, options: places },
]

const bulk: BulkChanges = {
  permission: 'ai-systems:bulk-edit',
  changes: [
    ownerChange(),
    unitChange(),
    {
      change: 'scope',
      label: t('Scope'),
      fields: [
        {
          kind: 'choice',
          name: 'scope',
          label: t('Scope'),
          options: [
            { value: 'in', label: t('In scope') },
            { value: 'out', label: t('Out of scope') },
          ],
        },
        { kind: 'words', name: 'reason', label: t('Reason'), help: t('One reason for all of them.') },
      ],
    },
  ],
}

export default function SystemsPage() {
  const register = (
    <LinkButton to="/ai-systems/new" look="primary" permission="ai-systems:register">
      {t('Register AI system')}
    </LinkButton>
  )
  return (
    <Page
      title={t('AI systems')}
      lead={t(
        'Every AI system that you build, buy, call or find inside other software: what it is for and who answers for it.',
      )}
      actions={
        <>
          {register}
          <LinkButton to="/imports/new?register=ai-systems" permission="ai-systems:register">
            {t('Import a file')}
          </LinkButton>
        </>
      }
    >
      <List<SystemRow>
        id="ai-systems"
        label={t('AI systems')}
        path="/ai-systems"
        fixed={{ reported: 'no' }}
        columns={columns}
        rowId={(row) => row.id}
        rowLabel={(row) => row.name}
        rowTo={(row) => `/ai-systems/${row.id}`}
        filters={filters}
        search={t('Search AI systems')}
        bulk={bulk}
        defaultSort="name"
        empty={
          <EmptyState
            action={register}
            link={{ label: t('Why systems are listed (A.4.2)'), to: '/frameworks/ISO-42001-2023/A.4.2' }}
          >
            {t('The inventory begins with one system. Bring in a file or a scan of your code to add many.')}
          </EmptyState>
        }
      />
    </Page>
  )
}
