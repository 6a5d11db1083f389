import { t } from '../../messages/index.ts'
import { DateTime } from '../../ui/date-time.tsx'
import { ReferenceLink } from '../../ui/reference-link.tsx'
import { useNames } from '../../ui/references.ts'
import { StateBadge } from '../../ui/state-badge.tsx'
import styles from './impact.module.css'
import { MeasureList } from './measure-list.tsx'
import { isSaid } from './said.ts'
import type { AnswerName } from '@assay/server/rooms/impact-assessments/model.ts'
import {
  type Assessment,
  confidences,
  decisions,
  dimensions,
  effects,
  likelihoods,
  questions,
  reaches,
  reversibilities,
  scales,
  screeningAnswers,
  severities,
} from './words.ts'

/** One answer as one reads it. */
export function AnswerView({ assessment: it, name }: { assessment: Assessment; name: AnswerName }) {
  if (!isSaid(it, name)) return <p className={styles.muted}>{t('Not answered')}</p>
  switch (name) {
    case 'measures':
      return <MeasureList measures={it.measures} />
    case 'decision':
      return it.decision && <StateBadge {...decisions[it.decision]} />
    case 'reviewDueOn':
      return it.reviewDueOn && <DateTime value={it.reviewDueOn} />
    case 'screening':
      return <ScreeningView screening={it.answers.screening} />
    case 'affected':
      return (
        <ul className={styles.list}>
          {it.answers.affected.map(({ name: who, reach, indirect, vulnerable, how }) => (
            <li key={who}>
              <strong>{who}</strong>{' '}
              <span className={styles.muted}>
                {[reaches[reach], indirect && t('Touched without using it'), vulnerable && t('Vulnerable')]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
              {how && <p className={styles.text}>{how}</p>}
            </li>
          ))}
        </ul>
      )
    case 'impacts':
      return <ImpactsView impacts={it.answers.impacts} />
    case 'misuse':
      return (
        <ul className={styles.list}>
          {it.answers.misuse.map(({ what, prevention }) => (
            <li key={what}>
              {what}
              {prevention && <p className={styles.text}>{t('Against it: {prevention}', { prevention })}</p>}
            </li>
          ))}
        </ul>
      )
    case 'consulted':
      return (
        <ul className={styles.list}>
          {it.answers.consulted.map(({ who, how, on, result }) => (
            <li key={`${who} ${on}`}>
              <strong>{who}</strong>{' '}
              <span className={styles.muted}>
                {how} {on && <DateTime value={on} />}
              </span>
              {result && <p className={styles.text}>{result}</p>}
            </li>
          ))}
        </ul>
      )
    case 'facts':
      return <FactsView facts={it.answers.facts} />
    case 'summary':
    case 'context':
    case 'period':
    case 'necessity':
    case 'oversight':
    case 'failure':
    case 'hitMost':
    case 'society':
    case 'notConsulted':
    case 'remedies':
    case 'remaining':
    case 'publication':
    case 'decisionReason':
      return <p className={styles.text}>{it.answers[name]}</p>
  }
}

function ScreeningView({ screening }: { screening: Assessment['answers']['screening'] }) {
  const answered = Object.entries(screening)
  return (
    <ul className={styles.list}>
      {Object.entries(questions).map(([key, question]) => {
        const answer = answered.find(([one]) => one === key)?.[1]
        return (
          <li key={key} className={styles.line}>
            <span>{question}</span>
            <strong>{answer ? screeningAnswers[answer] : t('Not answered')}</strong>
          </li>
        )
      })}
    </ul>
  )
}

function ImpactsView({ impacts }: { impacts: Assessment['answers']['impacts'] }) {
  return (
    <ul className={styles.list}>
      {impacts.map((it) => (
        <li key={`${it.effect} ${it.what}`}>
          <span className={styles.line}>
            <StateBadge tone={it.effect === 'harm' ? 'critical' : 'positive'} label={effects[it.effect]} />
            <span>{it.what}</span>
          </span>
          <p className={styles.muted}>
            {[
              dimensions[it.dimension],
              reaches[it.reach],
              it.severity && severities[it.severity],
              it.scale && scales[it.scale],
              it.reversibility && reversibilities[it.reversibility],
              it.likelihood && likelihoods[it.likelihood],
              it.confidence && confidences[it.confidence],
            ]
              .filter(Boolean)
              .join(' · ')}
          </p>
        </li>
      ))}
    </ul>
  )
}

function FactsView({ facts }: { facts: string[] }) {
  const names = useNames(facts)
  return (
    <ul className={styles.list}>
      {facts.map((ref) => (
        <li key={ref}>
          <ReferenceLink reference={ref} names={names} />
        </li>
      ))}
    </ul>
  )
}
