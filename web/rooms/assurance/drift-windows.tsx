import { t } from '../../messages/index.ts'
import { showNumber } from '../../ui/dates.ts'
import { Section } from '../../ui/page.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import styles from './assurance.module.css'
import { listAt, numberAt, textAt } from './result.ts'
import { figure, verdicts, type Verdict } from './words.ts'

/** Window by window: when it began, and in which columns. */
export function DriftWindows({ result }: { result: unknown }) {
  const windows = listAt(result, 'windows')
  if (windows.length === 0) return null
  return (
    <Section title={t('Windows')} lead={t('The file cut into parts, each against the same reference.')}>
      <div className={styles.scroll} role="region" aria-label={t('Drift by window')} tabIndex={0}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('Window')}</th>
              <th scope="col" className={styles.number}>
                {t('Rows')}
              </th>
              <th scope="col">{t('Verdict')}</th>
              <th scope="col">{t('Columns beyond their margin')}</th>
            </tr>
          </thead>
          <tbody>
            {windows.map((window, place) => (
              <tr key={textAt(window, 'window') ?? place}>
                <th scope="row">{textAt(window, 'window') ?? showNumber(place + 1)}</th>
                <td className={styles.number}>{showNumber(numberAt(window, 'rows') ?? 0)}</td>
                <td>{badgeOf(textAt(window, 'verdict'))}</td>
                <td>{drifted(window)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  )
}

function badgeOf(text: string | null) {
  const known = Object.keys(verdicts).find((one): one is Verdict => one === text)
  return known && <StateBadge {...verdicts[known]} />
}

function drifted(window: unknown): string {
  const names = listAt(window, 'columns')
    .filter((column) => textAt(column, 'verdict') === 'fail')
    .map((column) => `${textAt(column, 'column') ?? ''} (${figure(numberAt(column, 'distance'))})`)
  return names.length > 0 ? names.join(', ') : t('None')
}
