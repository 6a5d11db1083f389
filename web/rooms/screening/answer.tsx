import { t } from '../../messages/index.ts'
import { DateTime } from '../../ui/date-time.tsx'
import { Fact, Facts } from '../../ui/facts.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import styles from './screening.module.css'
import { classifications, decisions, decisionSentences, decisionSteps, readings, type Outcome } from './words.ts'

type AnswerProps = { outcome: Outcome; concludedOn?: string | null; rules?: string | null }

/** The decision in words, with what it rests on: classification, score and the step that decided. */
export function Answer({ outcome, concludedOn, rules }: AnswerProps) {
  return (
    <div className={styles.answer}>
      <p className={styles.decision}>
        <StateBadge {...decisions[outcome.decision]} />
      </p>
      <p className={styles.sentence}>{decisionSentences[outcome.decision]}</p>
      <p className={styles.because}>{outcome.decisionReason}</p>
      {outcome.timing && <p className={styles.because}>{outcome.timing}</p>}
      {outcome.conflictReason && (
        <p className={styles.conflict}>
          <strong>{t('Score and activities disagree')}</strong> {outcome.conflictReason}
        </p>
      )}
      <Facts>
        <Fact label={t('By its activities')}>{classifications[outcome.classification]}</Fact>
        <Fact label={t('Score')}>
          {t('{total, number} of 24', { total: outcome.total })}, {readings[outcome.scoreReading]}
        </Fact>
        <Fact label={t('Decided by')}>{decisionSteps[outcome.step]}</Fact>
        {concludedOn && (
          <Fact label={t('Concluded')}>
            <DateTime value={concludedOn} />
          </Fact>
        )}
        {rules && <Fact label={t('Rules')}>{t('Version {version}', { version: rules })}</Fact>}
      </Facts>
    </div>
  )
}
