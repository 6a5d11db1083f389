import { t } from '../../messages/index.ts'
import { useRecord } from '../../ui/api.ts'
import { Fact } from '../../ui/facts.tsx'
import { Link } from '../../ui/link.tsx'
import { useParameter } from '../../ui/navigation.ts'
import { Page, Section } from '../../ui/page.tsx'
import { Activity } from '../../ui/activity.tsx'
import { DateTime } from '../../ui/date-time.tsx'
import { Facts } from '../../ui/facts.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { activityPath } from '../audit-trail/activity-path.ts'
import { Comments } from '../comments/comments.tsx'
import { Findings } from './findings.tsx'
import { Judgements } from './judgements.tsx'
import { kindLabel, states, type Candidate } from './words.ts'

/** One candidate with the places in code behind it, for a person to judge. */
export default function CandidatePage() {
  const id = useParameter('id')
  const { data: it, error } = useRecord<Candidate>(`/discovery/candidates/${id}`)
  if (error) throw error
  if (!it) return null
  return (
    <Page
      title={it.name}
      kind={t('Found in code')}
      crumbs={[{ label: t('Discovery'), to: '/discovery' }]}
      state={<StateBadge {...states[it.state]} />}
      actions={<Judgements key={it.version} it={it} />}
      width="text"
    >
      <Section title={t('What it is')}>
        <Facts>
          <Fact label={t('Folder')}>{it.root}</Fact>
          <Fact label={t('What was found')}>{it.kinds.map((kind) => kindLabel(kind)).join(', ')}</Fact>
          <Fact label={t('From')}>{it.vendors.join(', ')}</Fact>
          {it.system && (
            <Fact label={t('AI system')}>
              <Link to={`/ai-systems/${it.system.id}`}>{it.system.name}</Link>
            </Fact>
          )}
          {it.reason !== null && <Fact label={t('Dismissed because')}>{it.reason}</Fact>}
          {it.state === 'staged' && <Fact label={t('Alike in the register')}>{<Similar it={it} />}</Fact>}
          <Fact label={t('Last changed')}>
            <DateTime value={it.changedAt} precision="minute" />
          </Fact>
        </Facts>
      </Section>
      <Findings candidate={id} />
      <Comments about={`scan-candidate:${id}`} />
      <Section title={t('Activity')}>
        <Activity path={activityPath('scan-candidate', id)} />
      </Section>
    </Page>
  )
}

function Similar({ it }: { it: Candidate }) {
  if (it.similar.length === 0) return t('None')
  return it.similar.map(({ id, name }, at) => (
    <span key={id}>
      {at > 0 && ', '}
      <Link to={`/ai-systems/${id}`}>{name}</Link>
    </span>
  ))
}
