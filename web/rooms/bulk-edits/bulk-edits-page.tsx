import { t } from '../../messages/index.ts'
import { DateTime } from '../../ui/date-time.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { type Column, labelsOf, List } from '../../ui/list.tsx'
import { Page } from '../../ui/page.tsx'
import { JobCard } from '../../ui/job-card.tsx'
import { useAddress } from '../../ui/navigation.ts'
import { StateBadge, type Tone } from '../../ui/state-badge.tsx'
import type { ItemOf } from '../answer-of.ts'
import styles from './bulk-edits.module.css'
import { LeftButton } from './left-button.tsx'
import { Undo } from './undo.tsx'

export type BulkEdit = ItemOf<'/api/v1/bulk-edits'>

const lists: Record<string, string> = {
  '/ai-systems': t('AI systems'),
  '/tasks': t('Tasks'),
  '/evidence': t('Evidence'),
  '/risks': t('Risks'),
  '/controls': t('Controls'),
  '/obligations': t('Obligations'),
  '/discovery/candidates': t('Found in code'),
  '/context-issues': t('Context issues'),
  '/interested-parties': t('Interested parties'),
  '/processes': t('Processes'),
  '/screening-triggers': t('Triggers'),
  '/deals': t('Deals'),
  '/competitors': t('Competitors'),
  '/impact-assessments': t('Impact assessments'),
  '/plans': t('Plans'),
  '/documents': t('Documents'),
  '/components': t('Models and data'),
  '/applicability-rows': t('Rows of the Statement of Applicability'),
  '/measurement-plans': t('Measurement plans'),
  '/reports': t('Reports'),
  '/people': t('People'),
}

const changes: Record<string, string> = {
  owner: t('Owner'),
  unit: t('Unit'),
  scope: t('Scope'),
  dueOn: t('Day'),
  reviewDueOn: t('Next review'),
  validUntil: t('Valid until'),
  checkMonths: t('Checked every'),
  complete: t('Complete'),
  cancel: t('Cancel as not needed'),
  start: t('Runs since'),
  retire: t('Retire'),
  withdraw: t('Withdraw'),
  dismiss: t('Dismiss'),
  merge: t('Part of an AI system of the register'),
  relevant: t('Relevant'),
  kind: t('Kind'),
  restore: t('Restore'),
  intervalMonths: t('Runs every'),
  reopen: t('Reopen'),
  discard: t('Discard'),
  readers: t('Readers'),
  reviewMonths: t('Reviewed every'),
  retentionMonths: t('Kept for'),
  giveRole: t('Give a role'),
  takeRole: t('Take a role away'),
  disable: t('End their place'),
  enable: t('Give their place back'),
  includeForRisk: t('Include for a risk'),
  includeForLaw: t('Include for a law'),
  includeForContract: t('Include for a contract'),
  includeForObjective: t('Include for an objective'),
  exclude: t('Exclude with a reason'),
  leaveOpen: t('Leave open again'),
}

const states: Record<BulkEdit['state'], { tone: Tone; label: string }> = {
  'under-way': { tone: 'active', label: t('Under way') },
  done: { tone: 'positive', label: t('Carried out') },
  stopped: { tone: 'caution', label: t('Ended halfway') },
  undoing: { tone: 'active', label: t('Being undone') },
  undone: { tone: 'neutral', label: t('Undone') },
}

const columns: Column<BulkEdit>[] = [
  {
    key: 'list',
    header: t('List'),
    cell: (row) => lists[row.list] ?? row.list,
    from: [{ field: 'list', words: lists }],
  },
  {
    key: 'change',
    header: t('What'),
    cell: (row) => changes[row.change] ?? row.change,
    from: [{ field: 'change', words: changes }],
  },
  { key: 'rows', header: t('Rows'), align: 'end', cell: (row) => row.rows },
  {
    key: 'state',
    header: t('State'),
    cell: (row) => <StateBadge {...states[row.state]} />,
    from: [{ field: 'state', words: labelsOf(states) }],
  },
  { key: 'doneBy', header: t('Who'), cell: (row) => row.doneBy },
  {
    key: 'doneAt',
    header: t('When'),
    sort: 'doneAt',
    cell: (row) => <DateTime value={row.doneAt} precision="minute" />,
  },
  {
    key: 'left',
    header: t('Not changed'),
    align: 'end',
    cell: (row) => (row.left > 0 && row.state !== 'under-way' ? <LeftButton edit={row} /> : row.left),
  },
  { key: 'kept', header: t('Not undone'), align: 'end', optional: true, cell: (row) => row.kept },
  {
    key: 'move',
    header: t('Move'),
    cell: (row) => (row.state === 'done' || row.state === 'stopped') && row.rows > 0 && <Undo edit={row} />,
    from: null,
  },
]

/** Every change that was made to many rows at once, and what takes it back. */
export default function BulkEditsPage() {
  const [{ job }] = useAddress()
  return (
    <Page
      title={t('Changes of many rows')}
      crumbs={[{ label: t('Audit trail'), to: '/audit-trail' }]}
      lead={t('Each gives the former values back when it is undone. A row that was changed since stays as it is.')}
    >
      {job !== undefined && (
        <div className={styles.job}>
          <JobCard id={job} />
        </div>
      )}
      <List<BulkEdit>
        id="bulk-edits"
        label={t('Changes of many rows')}
        path="/bulk-edits"
        columns={columns}
        rowId={(row) => row.id}
        rowLabel={(row) => `${lists[row.list] ?? row.list}: ${changes[row.change] ?? row.change}`}
        filters={[
          { key: 'list', label: t('List'), options: Object.entries(lists).map(([value, label]) => ({ value, label })) },
        ]}
        defaultSort="-doneAt"
        empty={<EmptyState>{t('Choose rows in a list and press Change…: what was done stands here.')}</EmptyState>}
      />
    </Page>
  )
}
