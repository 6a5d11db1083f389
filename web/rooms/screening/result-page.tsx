import { t } from '../../messages/index.ts'
import { useRecord } from '../../ui/api.ts'
import { showDate } from '../../ui/dates.ts'
import { Link } from '../../ui/link.tsx'
import { useAddress, useParameter } from '../../ui/navigation.ts'
import { Page, Section } from '../../ui/page.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { LinkButton } from '../../ui/verb-button.tsx'
import { OutcomeSections } from './outcome.tsx'
import styles from './screening.module.css'
import { decisions, states, type Result, type ScreeningView } from './words.ts'

/** A concluded screening: the decision with every reason, for the organisation or (`?of=`) one of its systems. */
export default function ResultPage() {
  const id = useParameter('id')
  const [address] = useAddress()
  const { data: screening, error } = useRecord<ScreeningView>(`/screenings/${id}`)
  if (error) throw error
  if (!screening) return null
  const title = t('Screening of {date}', { date: showDate(screening.concludedOn ?? screening.changedAt) })
  const crumbs = [{ label: t('Screening'), to: '/screening' }]
  const system = screening.result?.systems.find((one) => one.id === address['of'])
  return (
    <Page
      title={system ? system.name : title}
      kind={system ? t('AI system in this screening') : t('Result for the organisation')}
      crumbs={system ? [...crumbs, { label: title, to: `/screening/${id}` }] : crumbs}
      state={<StateBadge {...states[screening.state]} />}
      actions={
        <LinkButton to={`/screening/${id}/questions`}>
          {screening.state === 'draft' ? t('Go on') : t('Look at the answers')}
        </LinkButton>
      }
    >
      {screening.result ? (
        <OutcomeSections
          screening={screening}
          outcome={system ?? screening.result.organization}
          systems={
            !system && screening.result.systems.length > 0 ? (
              <Systems id={id} systems={screening.result.systems} />
            ) : undefined
          }
        />
      ) : (
        <p>{t('This screening has no result: it was not concluded.')}</p>
      )}
    </Page>
  )
}

function Systems({ id, systems }: { id: string; systems: Result['systems'] }) {
  return (
    <Section
      title={t('Each AI system')}
      lead={t(
        'Market, plans and regulation are those of the organisation; activities and four ratings are each system’s own.',
      )}
    >
      <ul className={styles.rows}>
        {systems.map((system) => (
          <li key={system.id}>
            <div className={styles.rowHead}>
              <Link to={`/screening/${id}?${new URLSearchParams({ of: system.id }).toString()}`}>{system.name}</Link>
              <span>
                <StateBadge {...decisions[system.decision]} />{' '}
                <span className={styles.muted}>{t('{total, number} of 24', { total: system.total })}</span>
              </span>
            </div>
            <p className={styles.muted}>{system.decisionReason}</p>
          </li>
        ))}
      </ul>
    </Section>
  )
}
