import { t } from '../../messages/index.ts'
import { DateTime } from '../../ui/date-time.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { labelsOf, List, type Column, type Filter } from '../../ui/list.tsx'
import { Page } from '../../ui/page.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { LinkButton } from '../../ui/verb-button.tsx'
import { KeepingButton } from './keeping.tsx'
import { badgeOfRun, confirmingText, kindOptions, kinds, origins, type Run, runStates, verdicts } from './words.ts'

export const runColumns: Column<Run>[] = [
  { key: 'plan', header: t('Plan'), sort: 'plan', cell: ({ plan }) => plan.title, from: [{ field: 'plan.title' }] },
  {
    key: 'verdict',
    header: t('Verdict'),
    sort: 'verdict',
    cell: (run) => <StateBadge {...badgeOfRun(run)} />,
    from: [
      { field: 'verdict', words: labelsOf(verdicts) },
      { field: 'state', words: { ...labelsOf(runStates), finished: verdicts['not-decided'].label } },
    ],
  },
  {
    key: 'confirming',
    header: t('Counts as'),
    cell: confirmingText,
    from: [
      { field: 'exploratoryReason', words: { '*': t('Exploratory') } },
      { field: 'confirming', words: { true: t('Confirms'), false: t('Exploratory') } },
    ],
  },
  {
    key: 'origin',
    header: t('Origin'),
    cell: ({ origin }) => origins[origin].label,
    from: [{ field: 'origin', words: labelsOf(origins) }],
  },
  { key: 'fileName', header: t('File'), cell: ({ fileName }) => fileName },
  {
    key: 'happenedOn',
    header: t('Measured on'),
    sort: 'happenedOn',
    cell: ({ happenedOn }) => happenedOn && <DateTime value={happenedOn} />,
  },
  {
    key: 'kind',
    header: t('Measures'),
    sort: 'kind',
    optional: true,
    cell: ({ kind }) => kinds[kind].label,
    from: [{ field: 'kind', words: labelsOf(kinds) }],
  },
  { key: 'repeat', header: t('Time on this file'), align: 'end', optional: true, cell: ({ repeat }) => repeat },
  {
    key: 'askedBy',
    header: t('Asked for by'),
    optional: true,
    cell: ({ askedBy }) => askedBy.name,
    from: [{ field: 'askedBy.name' }],
  },
]

const filters: Filter[] = [
  {
    key: 'verdict',
    label: t('Verdict'),
    options: Object.entries(verdicts).map(([value, { label }]) => ({ value, label })),
  },
  {
    key: 'confirming',
    label: t('Counts as'),
    options: [
      { value: 'true', label: t('Confirms') },
      { value: 'false', label: t('Exploratory') },
    ],
  },
  { key: 'kind', label: t('Measures'), options: kindOptions },
  {
    key: 'origin',
    label: t('Origin'),
    options: Object.entries(origins).map(([value, { label }]) => ({ value, label })),
  },
]

/** Every run of every plan, also those that confirm nothing: repeats stay to be seen. */
export default function RunsPage() {
  return (
    <Page
      title={t('Measurements')}
      lead={t('Each run of a plan on a file: what came out, whether it confirms, and where it was computed.')}
      actions={<KeepingButton />}
    >
      <List<Run>
        id="measurement-runs"
        label={t('Measurements')}
        path="/measurement-runs"
        columns={runColumns}
        rowId={({ id }) => id}
        rowLabel={({ plan, fileName }) => `${plan.title}, ${fileName}`}
        rowTo={({ id }) => `/assurance/runs/${id}`}
        filters={filters}
        search={t('Search by plan or file')}
        defaultSort="-seq"
        empty={
          <EmptyState action={<LinkButton to="/assurance">{t('Look at the plans')}</LinkButton>}>
            {t('Runs appear here once an approved plan is run on a file.')}
          </EmptyState>
        }
      />
    </Page>
  )
}
