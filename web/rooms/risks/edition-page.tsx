import { t } from '../../messages/index.ts'
import { Activity } from '../../ui/activity.tsx'
import { useRecord } from '../../ui/api.ts'
import { useParameter } from '../../ui/navigation.ts'
import { Page, Section } from '../../ui/page.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { activityPath } from '../audit-trail/activity-path.ts'
import { Comments } from '../comments/comments.tsx'
import { DraftMoves, Recover } from './criteria-moves.tsx'
import { CriteriaView } from './criteria-view.tsx'
import { type Criteria, criteriaStates } from './words.ts'

/** One edition of the criteria as it was when risks were rated under it. */
export default function EditionPage() {
  const id = useParameter('id')
  const { data: criteria, error } = useRecord<Criteria>(`/risk-criteria/${id}`)
  if (error) throw error
  if (!criteria) return null
  return (
    <Page
      title={t('Risk criteria, edition {edition}', { edition: criteria.edition })}
      crumbs={[{ label: t('Risk criteria'), to: '/risk-criteria' }]}
      state={<StateBadge {...criteriaStates[criteria.state]} />}
      actions={
        <>
          {criteria.state === 'draft' && <DraftMoves draft={criteria} />}
          {criteria.state === 'discarded' && <Recover id={id} />}
        </>
      }
      width="wide"
    >
      <CriteriaView criteria={criteria} />
      <Comments about={`risk-criteria:${id}`} />
      <Section title={t('Activity')}>
        <Activity path={activityPath('risk-criteria', id)} />
      </Section>
    </Page>
  )
}
