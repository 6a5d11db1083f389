import { greyAreaLabels, scenarioLabels } from '@assay/server/rooms/screening/model.ts'
import type { ReactNode } from 'react'
import { t } from '../../messages/index.ts'
import { Link } from '../../ui/link.tsx'
import { Section } from '../../ui/page.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { Answer } from './answer.tsx'
import { Reasons } from './reasons.tsx'
import { Roles } from './roles.tsx'
import styles from './screening.module.css'
import { decisions, greyAreaSides, relevances, triggers, type Outcome, type ScreeningView } from './words.ts'

type OutcomeSectionsProps = { screening: ScreeningView; outcome: Outcome; systems: ReactNode }

/** Everything that the rules say about one set of answers. The reasons are the server's own sentences. */
export function OutcomeSections({ screening, outcome, systems }: OutcomeSectionsProps) {
  return (
    <>
      <Section title={t('The answer')}>
        <Answer outcome={outcome} concludedOn={screening.concludedOn} rules={screening.rules} />
        {outcome.notices.map((notice) => (
          <p key={notice} className={styles.conflict}>
            {notice}
          </p>
        ))}
      </Section>
      {systems}
      <Section
        title={t('What would change it')}
        lead={t('Found by deciding again with that one answer changed, all others as they are.')}
      >
        <WouldChange changes={outcome.whatWouldChange} />
      </Section>
      <Section title={t('Reasons')} lead={t('Every named reason, whether it applies or not.')}>
        <Reasons screening={screening} reasons={outcome.reasons} />
      </Section>
      {outcome.greyAreas.length > 0 && (
        <Section title={t('Grey areas')} lead={t('Between developing and using AI; each has a reading of its own.')}>
          <ul className={styles.rows}>
            {outcome.greyAreas.map((area) => (
              <li key={area.id}>
                <strong>{t(capital(greyAreaLabels[area.id]))}</strong>{' '}
                <span className={styles.muted}>
                  {greyAreaSides[area.classification]}; {t('relevance:')} {relevances[area.relevance]}
                </span>
                <p>{area.text}</p>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {outcome.sectorRows.length > 0 && (
        <Section title={t('Your sector')} lead={t('What the table for your sector says about what you do.')}>
          <ul className={styles.rows}>
            {outcome.sectorRows.map(({ scenario, recommendation }) => (
              <li key={scenario}>
                <strong>{t(capital(scenarioLabels[scenario]))}</strong>: {t(recommendation)}
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section
        title={t('Roles')}
        lead={t(
          'Suggested from the answers; a person confirms them for each AI system. The two vocabularies differ and are kept apart.',
        )}
      >
        <Roles roles={outcome.roles} />
      </Section>
      <Section
        title={t('Triggers')}
        lead={
          <>
            {t('What would reopen this answer.')} <Link to="/screening/triggers">{t('Raised triggers')}</Link>
          </>
        }
      >
        <ul className={styles.rows}>
          {outcome.triggers.map((trigger) => (
            <li key={trigger.id}>
              <strong>{triggers[trigger.id].label}</strong>{' '}
              <StateBadge
                {...(trigger.state === 'already-true'
                  ? { tone: 'active', label: t('Already true') }
                  : { tone: 'missing', label: t('Watched') })}
              />
              <p>{trigger.text}</p>
            </li>
          ))}
        </ul>
      </Section>
    </>
  )
}

function WouldChange({ changes }: { changes: Outcome['whatWouldChange'] }) {
  if (changes.length === 0)
    return <p>{t('No single answer would change this decision: it rests on several at once.')}</p>
  return (
    <ul className={styles.changes}>
      {changes.map((change) => (
        <li key={`${change.answer} ${change.condition}`}>
          <StateBadge {...decisions[change.decision]} />
          <p>{change.text}</p>
        </li>
      ))}
    </ul>
  )
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
