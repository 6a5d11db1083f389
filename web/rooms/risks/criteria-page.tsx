import { t } from '../../messages/index.ts'
import { useList, useRecord } from '../../ui/api.ts'
import { Link } from '../../ui/link.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { LinkButton } from '../../ui/verb-button.tsx'
import { ClauseFold } from '../frameworks/clause-note.tsx'
import { DraftMoves } from './criteria-moves.tsx'
import { CriteriaView } from './criteria-view.tsx'
import styles from './risks.module.css'
import { type Criteria, type CriteriaNow, criteriaStates } from './words.ts'

/** The criteria in force, the draft of the next edition, and a proposal where there is neither. */
export default function CriteriaPage() {
  const { data: now, error } = useRecord<CriteriaNow>('/risk-criteria/current')
  if (error) throw error
  if (!now) return null
  const { approved, draft, proposal } = now
  const shown = draft ?? approved
  return (
    <Page
      title={t('Risk criteria')}
      lead={t(
        'How you rate risks and which you live with. Set and approved by another person before anything is rated.',
      )}
      state={shown && <StateBadge {...criteriaStates[shown.state]} />}
      actions={
        draft ? (
          <DraftMoves draft={draft} />
        ) : (
          <LinkButton to="/risk-criteria/write" look={approved ? 'default' : 'primary'} permission="risks:set-criteria">
            {approved ? t('Write the next edition') : t('Set criteria')}
          </LinkButton>
        )
      }
      width="wide"
    >
      <ClauseFold number="6.1.1" />
      {draft && (
        <p className={styles.notice}>
          {approved
            ? t('This is a draft. Edition {edition} is in force until another person approves it.', {
                edition: approved.edition,
              })
            : t('This is a draft. Nothing can be rated until another person approves it.')}
        </p>
      )}
      {!shown && (
        <p className={styles.notice}>
          {t('No criteria are set yet. Below is a proposal in our words; set it as it is or change it.')}
        </p>
      )}
      <CriteriaView criteria={shown ?? proposal} />
      <Editions />
    </Page>
  )
}

function Editions() {
  const { data } = useList<Criteria>('/risk-criteria', { limit: 50 })
  if (!data || data.total < 2) return null
  return (
    <Section title={t('Editions')}>
      <ul className={styles.rows}>
        {data.items.map(({ id, edition, state }) => (
          <li key={id}>
            <Link to={`/risk-criteria/${id}`}>{t('Edition {edition}', { edition })}</Link>
            <StateBadge {...criteriaStates[state]} />
          </li>
        ))}
      </ul>
    </Section>
  )
}
