import { moves } from '@assay/server/rooms/ai-systems/model.ts'
import { t } from '../../messages/index.ts'
import { DateTime } from '../../ui/date-time.tsx'
import { Section } from '../../ui/page.tsx'
import { MoveButton, moveLabel } from './move-buttons.tsx'
import { belongsHere, whyNot } from './moves.ts'
import styles from './ai-systems.module.css'
import type { System } from './words.ts'

type Station = { label: string; on: string | null; by: string | undefined; words: string; reached: boolean }

/** The system's way from the proposal on, what each step recorded, and every step with why it cannot be taken. */
export function Life({ system }: { system: System }) {
  const here = moves.filter((move) => belongsHere(move, system))
  const others = moves.filter((move) => !belongsHere(move, system))
  return (
    <Section title={t('Life')}>
      <ol className={styles.life}>
        {stationsOf(system).map(({ label, on, by, words, reached }) => (
          <li key={label} data-reached={reached}>
            <strong>{label}</strong>
            <span className={styles.quiet}>
              {on ? <DateTime value={on} /> : reached ? t('day not recorded') : t('not yet')}
              {by && ` · ${by}`}
            </span>
            {words && <p>{words}</p>}
          </li>
        ))}
      </ol>
      {system.stateReason && (
        <p>
          {t('Reason: {reason}', { reason: system.stateReason })}
          {system.duplicateOf && ` (${t('repeats {name}', { name: system.duplicateOf.name })})`}
        </p>
      )}
      <div className={styles.moves}>
        {here.map((move) => (
          <MoveButton key={move} move={move} system={system} />
        ))}
      </div>
      <details className={styles.others}>
        <summary>{t('Other steps, and why not now')}</summary>
        <ul>
          {others.map((move) => (
            <li key={move}>
              {moveLabel(move)}: {whyNot(move, system)}
            </li>
          ))}
        </ul>
      </details>
    </Section>
  )
}

function stationsOf(system: System): Station[] {
  const { approval, developmentStartedOn, verification, startedOn, retiredOn, state, createdAt } = system
  const used = startedOn !== null || state === 'in-use' || state === 'suspended'
  const all: Station[] = [
    { label: t('Registered'), on: createdAt, by: system.askedBy?.name, words: '', reached: true },
    {
      label: t('Approved'),
      on: approval?.on ?? null,
      by: approval?.by?.name,
      words: approval?.note ?? '',
      reached: approval !== null,
    },
    {
      label: t('Development started'),
      on: developmentStartedOn,
      by: undefined,
      words: '',
      reached: developmentStartedOn !== null,
    },
    {
      label: t('Verified'),
      on: verification?.on ?? null,
      by: verification?.by?.name,
      words: verification?.result ?? '',
      reached: verification !== null,
    },
    { label: t('In use'), on: startedOn, by: undefined, words: '', reached: used },
  ]
  const skipped = (station: Station) => station.label === t('Development started') && !station.reached && used
  const way = all.filter((station) => !skipped(station))
  if (state === 'suspended')
    way.push({ label: t('Suspended'), on: system.since, by: undefined, words: '', reached: true })
  return retiredOn ? [...way, { label: t('Retired'), on: retiredOn, by: undefined, words: '', reached: true }] : way
}
