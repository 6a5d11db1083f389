import { t } from '../../messages/index.ts'
import { Section } from '../../ui/page.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import styles from './assurance.module.css'
import { listAt, numberAt, textAt } from './result.ts'
import { figure, percent, verdicts, type Verdict } from './words.ts'

function isVerdict(text: string | null): text is Verdict {
  return text !== null && Object.hasOwn(verdicts, text)
}

/** A number may stand by itself or as an estimate. */
function measure(column: unknown, name: string): number | null {
  return numberAt(column, name) ?? numberAt(column, name, 'value')
}

/** Column by column: how far today's data lies from the reference, and what would be seen by chance alone. */
export function DriftPart({ result }: { result: unknown }) {
  const columns = listAt(result, 'columns')
  return (
    <Section
      title={t('Columns')}
      lead={t(
        'Each against the reference that the plan fixed. The floor is what chance alone shows in a window of this size.',
      )}
    >
      <div className={styles.scroll} role="region" aria-label={t('Drift by column')} tabIndex={0}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('Column')}</th>
              <th scope="col">{t('Verdict')}</th>
              {[t('Empty, reference'), t('Empty, today'), 'PSI', t('Distance (W1/sd or TV)'), t('Floor')].map(
                (head) => (
                  <th key={head} scope="col" className={styles.number}>
                    {head}
                  </th>
                ),
              )}
            </tr>
          </thead>
          <tbody>
            {columns.map((column) => {
              const name = textAt(column, 'column') ?? ''
              const verdict = textAt(column, 'verdict')
              return (
                <tr key={name}>
                  <th scope="row">{name}</th>
                  <td>{isVerdict(verdict) && <StateBadge {...verdicts[verdict]} />}</td>
                  <td className={styles.number}>{percent(share(column, 'reference'))}</td>
                  <td className={styles.number}>{percent(share(column, 'current'))}</td>
                  <td className={styles.number}>
                    {figure(measure(column, 'psi_reference_deciles') ?? measure(column, 'psi'))}
                  </td>
                  <td className={styles.number}>
                    {figure(measure(column, 'wasserstein_normalised') ?? measure(column, 'total_variation'))}
                  </td>
                  <td className={styles.number}>{figure(floorOf(column))}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
    </Section>
  )
}

function share(column: unknown, which: 'reference' | 'current'): number | null {
  const [nulls, rows] = [numberAt(column, 'nulls', which), numberAt(column, 'rows', which)]
  return nulls === null || rows === null || rows === 0 ? null : nulls / rows
}

function floorOf(column: unknown): number | null {
  const named = ['wasserstein_normalised', 'total_variation', 'ks', 'value'].map((name) =>
    numberAt(column, 'floor', name),
  )
  return numberAt(column, 'floor') ?? named.find((it) => it !== null) ?? null
}
