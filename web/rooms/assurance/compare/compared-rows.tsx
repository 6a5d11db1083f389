import { Button } from '@mantine/core'
import { IconArrowDown } from '@tabler/icons-react'
import { t } from '../../../messages/index.ts'
import { StateBadge } from '../../../ui/state-badge.tsx'
import styles from '../assurance.module.css'
import { phraseWords } from '../sentences.ts'
import { figure, percent, verdicts } from '../words.ts'
import { type ComparedRow, type Comparison, measureWords, placeWords, silenceWords } from './words.ts'

type Rows = { comparison: Comparison; first: boolean; onPage: (cursor: string | undefined) => void }

/** Every number of both runs: before, after, what changed and whether that is more than noise. */
export function ComparedRows({ comparison: { items, next }, first, onPage }: Rows) {
  if (items.length === 0) return <p className={styles.muted}>{t('There is nothing to show here.')}</p>
  return (
    <>
      <div className={styles.scroll} role="region" aria-label={t('What changed')} tabIndex={0}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('Measure')}</th>
              {[t('Before'), t('After'), t('Difference')].map((head) => (
                <th key={head} scope="col" className={styles.number}>
                  {head}
                </th>
              ))}
              <th scope="col">{t('More than noise?')}</th>
              <th scope="col">{t('Verdict')}</th>
            </tr>
          </thead>
          <tbody>
            {items.map((row, index) => (
              <Row key={`${placeWords(row)} ${row.measure} ${index}`} row={row} />
            ))}
          </tbody>
        </table>
      </div>
      {(!first || next !== null) && (
        <nav className={styles.links} aria-label={t('Pages of this list')}>
          <Button variant="default" disabled={first} onClick={() => onPage(undefined)}>
            {t('First page')}
          </Button>
          <Button variant="default" disabled={next === null} onClick={() => onPage(next ?? undefined)}>
            {t('Next')}
          </Button>
        </nav>
      )}
    </>
  )
}

function Row({ row }: { row: ComparedRow }) {
  const { before, after, change, unit } = row
  const said = unit === 'share' ? percent : figure
  return (
    <tr>
      <th scope="row">
        {measureWords(row)}
        <span className={styles.place}>{placeWords(row)}</span>
      </th>
      {[before, after].map((side, index) => (
        <td key={index === 0 ? 'before' : 'after'} className={styles.number}>
          <Side side={side} said={said} />
        </td>
      ))}
      <td className={styles.number}>
        {change.value === null ? '' : signed(change.value, unit)}
        {change.low !== null && change.high !== null && (
          <span className={styles.line2}>
            {t('{low} to {high}', { low: plain(change.low, unit), high: plain(change.high, unit) })}
          </span>
        )}
      </td>
      <td>
        {change.beyondNoise === true && <strong>{t('Yes')}</strong>}
        {change.beyondNoise === false && t('Could be chance')}
        {change.silence !== null && <span className={styles.place}>{silenceWords[change.silence]}</span>}
      </td>
      <td>
        <Verdicts row={row} />
      </td>
    </tr>
  )
}

/** Points of percent are no percent of anything. */
function signed(value: number, unit: ComparedRow['unit']): string {
  const text = unit === 'share' ? t('{value} points', { value: plain(value, unit) }) : plain(value, unit)
  return value > 0 ? `+${text}` : text
}

function plain(value: number, unit: ComparedRow['unit']): string {
  return unit === 'share' ? figure(value * 100, 1) : figure(value)
}

type Shown = { side: ComparedRow['before']; said: (value: number | null) => string }

function Side({ side, said }: Shown) {
  if (side === null) return <span className={styles.muted}>{t('not there')}</span>
  const { value, low, high, reason } = side
  if (value === null) return <span className={styles.muted}>{phraseWords(reason ?? 'not defined')}</span>
  return (
    <>
      {said(value)}
      {low !== null && high !== null && (
        <span className={styles.line2}>{t('{low} to {high}', { low: said(low), high: said(high) })}</span>
      )}
    </>
  )
}

/** Both verdicts where they differ, with the limit of the later one. */
function Verdicts({ row: { before, after, verdictChanged, unit } }: { row: ComparedRow }) {
  const limit = (after ?? before)?.limit
  const said = unit === 'share' ? percent : figure
  const asked =
    limit === null || limit === undefined
      ? ''
      : [
          limit.least === null ? '' : t('at least {value}', { value: said(limit.least) }),
          limit.most === null ? '' : t('at most {value}', { value: said(limit.most) }),
        ]
          .filter(Boolean)
          .join(', ')
  const shown = verdictChanged ? [before?.verdict, after?.verdict] : [(after ?? before)?.verdict]
  return (
    <>
      {shown.map((verdict, index) =>
        verdict === null || verdict === undefined || verdict === 'not-required' ? (
          verdictChanged && <span key={index === 0 ? 'before' : 'after'}>{t('none')}</span>
        ) : (
          <span key={index === 0 ? 'before' : 'after'} className={styles.verdictStep}>
            {index > 0 && <IconArrowDown size={14} aria-hidden />}
            <StateBadge {...verdicts[verdict]} />
          </span>
        ),
      )}
      {asked && <span className={styles.place}>{asked}</span>}
    </>
  )
}
