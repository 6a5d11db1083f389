import { t } from '../../messages/index.ts'
import { showNumber } from '../../ui/dates.ts'
import { Section } from '../../ui/page.tsx'
import styles from './assurance.module.css'
import { type Curve, Curves, drawn, NotDrawn } from './curves.tsx'
import { at, estimateAt, groupAt, listAt, numberAt } from './result.ts'
import { figure, groupName, percent } from './words.ts'

/** Whether scores come true: the curve of everybody and of each group, and the numbers behind it. */
export function CalibrationPart({ result }: { result: unknown }) {
  const overall = at(result, 'overall')
  const groups = listAt(result, 'attributes').flatMap((attribute) => listAt(attribute, 'groups'))
  const all = [overall, ...groups].filter((it) => it !== undefined)
  if (all.length === 0) return null
  return (
    <Section
      title={t('Calibration')}
      lead={t('A point on the diagonal means that the score comes true as often as it says. Ten bins of equal width.')}
    >
      <Curves curves={all.slice(0, drawn).map(curveOf)} x={t('Mean score')} y={t('Observed')} />
      <NotDrawn count={all.length} />
      <div className={styles.scroll} role="region" aria-label={t('Calibration in numbers')} tabIndex={0}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('Group')}</th>
              {['ECE', t('Expected of perfect scores'), t('Brier score'), t('Slope'), t('Intercept'), t('Rows')].map(
                (head) => (
                  <th key={head} scope="col" className={styles.number}>
                    {head}
                  </th>
                ),
              )}
            </tr>
          </thead>
          <tbody>
            {all.map((group) => (
              <tr key={nameOf(group)}>
                <th scope="row">{nameOf(group)}</th>
                <td className={styles.number}>{figure(numberAt(group, 'equalWidth', 'error', 'value'))}</td>
                <td className={styles.number}>{figure(numberAt(group, 'equalWidth', 'error', 'expected'))}</td>
                <td className={styles.number}>{figure(numberAt(group, 'brier'))}</td>
                <td className={styles.number}>{withInterval(at(group, 'cox', 'slope'))}</td>
                <td className={styles.number}>{withInterval(at(group, 'cox', 'intercept'))}</td>
                <td className={styles.number}>{showNumber(numberAt(group, 'rows') ?? 0)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Bins group={overall} />
    </Section>
  )
}

function Bins({ group }: { group: unknown }) {
  const bins = listAt(group, 'equalWidth', 'bins')
  if (bins.length === 0) return null
  return (
    <details className={styles.details}>
      <summary>{t('The bins of everybody')}</summary>
      <table className={styles.table}>
        <thead>
          <tr>
            {[t('Mean score'), t('Observed'), t('Interval'), t('Rows')].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {bins.map((bin, index) => {
            const { value, low, high } = estimateAt(bin, 'observed')
            return (
              <tr key={numberAt(bin, 'low') ?? index}>
                <td>{figure(numberAt(bin, 'meanScore'))}</td>
                <td>{percent(value)}</td>
                <td>
                  {low !== null && high !== null && t('{low} to {high}', { low: percent(low), high: percent(high) })}
                </td>
                <td>{showNumber(numberAt(bin, 'rows') ?? 0)}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </details>
  )
}

function withInterval(estimate: unknown): string {
  const { value, low, high } = estimateAt(estimate)
  if (value === null || low === null || high === null) return figure(value)
  return t('{value} ({low} to {high})', { value: figure(value), low: figure(low), high: figure(high) })
}

function curveOf(group: unknown): Curve {
  const points = listAt(group, 'equalWidth', 'bins').flatMap((bin) => {
    const [x, y] = [numberAt(bin, 'meanScore'), numberAt(bin, 'observed', 'value')]
    return x === null || y === null ? [] : [{ x, y }]
  })
  return { name: nameOf(group), points }
}

function nameOf(group: unknown): string {
  return groupName(groupAt(group, 'group')) || t('Everybody')
}
