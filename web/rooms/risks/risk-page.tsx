import { t } from '../../messages/index.ts'
import { Activity } from '../../ui/activity.tsx'
import { useRecord } from '../../ui/api.ts'
import { DateTime } from '../../ui/date-time.tsx'
import { Fact, Facts } from '../../ui/facts.tsx'
import { Link } from '../../ui/link.tsx'
import { useParameter } from '../../ui/navigation.ts'
import { Page, Section } from '../../ui/page.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { activityPath } from '../audit-trail/activity-path.ts'
import { Comments } from '../comments/comments.tsx'
import { EvidencePanel } from '../evidence/evidence-panel.tsx'
import { ClauseNotes } from '../frameworks/clause-note.tsx'
import { ImpactsPanel } from '../impact-assessments/impacts-panel.tsx'
import { AskedBy } from '../organization/asked-by.tsx'
import { InFigures } from './figures/in-figures.tsx'
import { FromLibrary } from './library-entry.tsx'
import { RatingTable } from './ratings.tsx'
import { endedWords } from './trigger-note.ts'
import { EarlierReasons, WhyAgain } from './why-again.tsx'
import { RiskMoves } from './risk-moves.tsx'
import styles from './risks.module.css'
import { Systems } from './systems.tsx'
import { type Criteria, type CriteriaNow, levels, levelText, type RiskDetail, states, treatments } from './words.ts'

/** One risk: what it is, how it was rated, what is done about it, and who accepted what is left. */
export default function RiskPage() {
  const id = useParameter('id')
  const { data: risk, error } = useRecord<RiskDetail>(`/risks/${id}`)
  const { data: now } = useRecord<CriteriaNow>('/risk-criteria/current')
  if (error) throw error
  if (!risk) return null
  const criteria: Criteria | null = now?.approved ?? null
  return (
    <Page
      title={risk.title}
      kind={risk.reference === '' ? t('Risk') : t('Risk {reference}', { reference: risk.reference })}
      crumbs={[{ label: t('Risks'), to: '/risks' }]}
      state={<StateBadge {...states[risk.state]} />}
      actions={<RiskMoves risk={risk} criteria={criteria} />}
      aside={<ClauseNotes refs={['6.1.2', '6.1.3', '8.2', '8.3']} />}
    >
      <WhyAgain risk={risk} />
      <Section title={t('Risk')}>
        <Facts>
          <Fact label={t('Level now')}>
            {risk.level && <StateBadge tone={levels[risk.level].tone} label={levelText(risk)} />}
          </Fact>
          <Fact label={t('Risk owner')}>{risk.owner?.name}</Fact>
          <Fact label={t('Review due')}>{risk.reviewDueOn && <DateTime value={risk.reviewDueOn} />}</Fact>
          <Fact label={t('Source')}>{risk.source}</Fact>
          <Fact label={t('Event')}>{risk.event}</Fact>
          <Fact label={t('For the organisation')}>{risk.forOrganization}</Fact>
          <Fact label={t('For people')}>{risk.forIndividuals}</Fact>
          <Fact label={t('For groups and society')}>{risk.forSociety}</Fact>
        </Facts>
        {risk.libraryId !== null && <FromLibrary id={risk.libraryId} />}
      </Section>
      <AskedBy subject={`risk:${id}`} />
      <Systems risk={risk} />
      <Section title={t('Ratings')}>
        <RatingTable risk={risk} />
        <EarlierReasons risk={risk} />
      </Section>
      <Treatment risk={risk} />
      <Acceptances risk={risk} />
      <InFigures risk={risk.id} closed={risk.state === 'closed'} />
      <ImpactsPanel subject={`risk:${id}`} />
      <EvidencePanel subject={`risk:${id}`} />
      <Comments about={`risk:${id}`} />
      <Section title={t('Activity')}>
        <Activity path={activityPath('risk', id)} />
      </Section>
    </Page>
  )
}

function Treatment({ risk }: { risk: RiskDetail }) {
  const { treatment, controls, actions, check } = risk
  return (
    <Section title={t('Treatment')}>
      <Facts>
        <Fact label={t('Decision')}>{treatment && treatments[treatment].label}</Fact>
        <Fact label={t('Decided')}>
          {risk.treatmentOn && (
            <>
              <DateTime value={risk.treatmentOn} />, {risk.treatmentBy?.name}
            </>
          )}
        </Fact>
        <Fact label={t('Reason')}>{risk.treatmentReason}</Fact>
        <Fact label={t('Controls')}>
          {controls.length > 0 &&
            controls.map((ref, index) => (
              <span key={ref}>
                {index > 0 && ', '}
                <Link to={`/frameworks/ISO-42001-2023/${ref}`}>{ref}</Link>
              </span>
            ))}
        </Fact>
        <Fact label={t('Does it work?')}>
          {check && (
            <>
              <StateBadge
                tone={check.result === 'effective' ? 'positive' : 'critical'}
                label={check.result === 'effective' ? t('Works') : t('Does not work')}
              />{' '}
              {check.note} ({check.by.name}, <DateTime value={check.on} />)
            </>
          )}
        </Fact>
      </Facts>
      {actions.length > 0 && (
        <ul className={styles.rows} aria-label={t('Actions')}>
          {actions.map((action) => (
            <li key={action.id}>
              <Link to={`/tasks/${action.id}`}>{action.title}</Link>
              <span>{action.owner?.name ?? t('Nobody')}</span>
              {action.dueOn && <DateTime value={action.dueOn} />}
              <StateBadge
                tone={action.state === 'done' ? 'positive' : action.state === 'open' ? 'active' : 'neutral'}
                label={action.state === 'done' ? t('Completed') : action.state === 'open' ? t('Open') : t('Cancelled')}
              />
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

function Acceptances({ risk: { acceptances, owner } }: { risk: RiskDetail }) {
  return (
    <Section title={t('Acceptance of what is left')}>
      {acceptances.length === 0 && <p className={styles.muted}>{t('Nobody has accepted it yet.')}</p>}
      <ul className={styles.rows}>
        {acceptances.map((it) => (
          <li key={it.id}>
            <strong>{it.by.name}</strong>
            <span>
              <DateTime value={it.on} /> – <DateTime value={it.endedOn ?? it.expiresOn} />
            </span>
            {it.endedOn === null && !it.expired && <StateBadge tone="positive" label={t('Holds')} />}
            {it.endedOn === null && it.expired && <StateBadge tone="critical" label={t('Expired')} />}
            {it.endedOn !== null && <StateBadge tone="neutral" label={t('Ended')} />}
            {owner && it.endedOn === null && it.by.id !== owner.id && (
              <span className={styles.muted}>{t('in place of the owner, {name}', { name: owner.name })}</span>
            )}
            {it.aboveAppetite && <StateBadge tone="caution" label={t('Above the appetite')} />}
            {it.note !== '' && <span>{it.note}</span>}
            {it.endedBecause && <span className={styles.muted}>{endedWords(it.endedBecause)}</span>}
          </li>
        ))}
      </ul>
    </Section>
  )
}
