import { t } from '../../messages/index.ts'
import { DateTime } from '../../ui/date-time.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { labelsOf, List, type Column } from '../../ui/list.tsx'
import { Page } from '../../ui/page.tsx'
import { LinkButton } from '../../ui/verb-button.tsx'
import { optionsOf, reviewed, type ReviewView } from './words.ts'

const columns: Column<ReviewView>[] = [
  {
    key: 'about',
    header: t('Reviewed'),
    cell: (row) => reviewed[row.about].label,
    from: [{ field: 'about', words: labelsOf(reviewed) }],
  },
  {
    key: 'reviewedOn',
    header: t('On'),
    sort: 'reviewedOn',
    cell: (row) => <DateTime value={row.reviewedOn} />,
  },
  { key: 'reviewer', header: t('By'), cell: (row) => row.reviewer.name, from: [{ field: 'reviewer.name' }] },
  { key: 'outcome', header: t('Outcome'), cell: (row) => row.outcome },
  {
    key: 'nextDueOn',
    header: t('Next due'),
    cell: (row) => <DateTime value={row.nextDueOn} />,
  },
  {
    key: 'recordedAt',
    header: t('Entered'),
    optional: true,
    cell: (row) => <DateTime value={row.recordedAt} precision="minute" />,
  },
]

export default function ReviewsPage() {
  const record = (
    <LinkButton to="/organization/reviews/new" look="primary" permission="context:review">
      {t('Record a review')}
    </LinkButton>
  )
  return (
    <Page
      title={t('Reviews')}
      crumbs={[{ label: t('Organisation'), to: '/organization' }]}
      lead={t('Who looked at context, parties and scope, when, and what came of it.')}
      actions={record}
    >
      <List<ReviewView>
        id="organization-reviews"
        label={t('Reviews')}
        path="/organization/reviews"
        columns={columns}
        rowId={(row) => row.id}
        rowLabel={(row) => reviewed[row.about].label}
        filters={[
          {
            key: 'about',
            label: t('Reviewed'),
            options: optionsOf(reviewed).map(({ value, label }) => ({ value, label })),
          },
        ]}
        defaultSort="-reviewedOn"
        empty={
          <EmptyState action={record}>
            {t('Each look at context, parties and scope belongs here, even one that changed nothing.')}
          </EmptyState>
        }
      />
    </Page>
  )
}
