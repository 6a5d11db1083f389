import { t } from '../../messages/index.ts'
import { DateTime } from '../../ui/date-time.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { labelsOf, List, type Column } from '../../ui/list.tsx'
import { Page } from '../../ui/page.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { LinkButton } from '../../ui/verb-button.tsx'
import { ClauseFold } from '../frameworks/clause-note.tsx'
import { bases, decisions, optionsOf, partyKinds, type RequirementRow } from './words.ts'

const columns: Column<RequirementRow>[] = [
  { key: 'statement', header: t('Requirement'), sort: 'statement', cell: (row) => row.statement },
  {
    key: 'party',
    header: t('Party'),
    sort: 'party',
    cell: (row) => row.party.name,
    from: [{ field: 'party.name' }],
  },
  {
    key: 'basis',
    header: t('Rests on'),
    cell: (row) => bases[row.basis],
    from: [{ field: 'basis', words: bases }],
  },
  {
    key: 'decision',
    header: t('Decision'),
    sort: 'decision',
    cell: (row) => <StateBadge {...decisions[row.decision]} />,
    from: [{ field: 'decision', words: labelsOf(decisions) }],
  },
  {
    key: 'standsAs',
    header: t('In a register'),
    cell: (row) => (row.standsAs.length > 0 ? t('Yes') : t('No')),
    from: [{ field: 'standsAs', between: '; ' }],
  },
  {
    key: 'reason',
    header: t('Reason'),
    optional: true,
    cell: (row) => row.reason ?? '',
  },
  {
    key: 'changedAt',
    header: t('Changed'),
    sort: 'changedAt',
    optional: true,
    cell: (row) => <DateTime value={row.changedAt} />,
  },
]

const carried = [
  { value: 'true', label: t('Yes') },
  { value: 'false', label: t('No') },
]

/** What all interested parties require, and which of it the management system takes on. */
export default function RequirementsPage() {
  return (
    <Page
      title={t('Requirements of interested parties')}
      crumbs={[{ label: t('Interested parties'), to: '/interested-parties' }]}
      lead={t('Which of it the management system takes on, and where it stands as an obligation or a risk.')}
    >
      <ClauseFold number="4.2" />
      <List<RequirementRow>
        id="party-requirements"
        label={t('Requirements of interested parties')}
        path="/party-requirements"
        columns={columns}
        rowId={(row) => row.id}
        rowLabel={(row) => row.statement}
        rowTo={(row) => `/interested-parties/${row.party.id}`}
        filters={[
          { key: 'decision', label: t('Decision'), options: optionsOf(decisions) },
          { key: 'basis', label: t('Rests on'), options: optionsOf(bases) },
          { key: 'partyKind', label: t('Kind of party'), options: optionsOf(partyKinds) },
          { key: 'carried', label: t('In a register'), options: carried },
        ]}
        search={t('Search requirements')}
        defaultSort="party"
        empty={
          <EmptyState
            action={
              <LinkButton to="/interested-parties" look="primary">
                {t('To the interested parties')}
              </LinkButton>
            }
          >
            {t('What a party requires is recorded on its own page.')}
          </EmptyState>
        }
      />
    </Page>
  )
}
