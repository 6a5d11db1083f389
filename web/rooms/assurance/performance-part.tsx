import { t } from '../../messages/index.ts'
import { Section } from '../../ui/page.tsx'
import styles from './assurance.module.css'
import { CalibrationPart } from './calibration-part.tsx'
import { type Curve, Curves, drawn, NotDrawn } from './curves.tsx'
import { GroupTable } from './group-table.tsx'
import { at, estimateAt, groupAt, listAt, numberAt } from './result.ts'
import { figure, groupName } from './words.ts'

/** Rates overall and per group, and how well scores rank. */
export function PerformancePart({ result }: { result: unknown }) {
  const tables = [at(result, 'overall'), ...listAt(result, 'attributes')].filter((it) => it !== undefined)
  const groups = tables.flatMap((table) => listAt(table, 'groups'))
  const rankings = tables.flatMap((table) => listAt(table, 'ranking'))
  return (
    <>
      <Section title={t('Rates')}>
        <GroupTable groups={groups} label={t('Rates of everybody and of each group')} />
      </Section>
      {rankings.length > 0 && <Ranking rankings={rankings} />}
      {at(result, 'calibration') !== undefined && <CalibrationPart result={at(result, 'calibration')} />}
    </>
  )
}

function Ranking({ rankings }: { rankings: unknown[] }) {
  return (
    <Section
      title={t('Ranking')}
      lead={t('How well the score tells both outcomes apart: the ROC curve, and the area under it.')}
    >
      <Curves curves={rankings.slice(0, drawn).map(curveOf)} x={t('False positive rate')} y={t('True positive rate')} />
      <NotDrawn count={rankings.length} />
      <table className={styles.table}>
        <thead>
          <tr>
            {[t('Group'), 'AUC', t('Interval'), 'KS'].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rankings.map((ranking) => {
            const { value, low, high } = estimateAt(ranking, 'auc')
            return (
              <tr key={nameOf(ranking)}>
                <th scope="row">{nameOf(ranking)}</th>
                <td>{figure(value)}</td>
                <td>
                  {low !== null && high !== null && t('{low} to {high}', { low: figure(low), high: figure(high) })}
                </td>
                <td>{figure(numberAt(ranking, 'ks', 'value'))}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </Section>
  )
}

function nameOf(ranking: unknown): string {
  return groupName(groupAt(ranking, 'group')) || t('Everybody')
}

/** At most a few hundred points: a curve of a million distinct scores looks no different. */
function curveOf(ranking: unknown): Curve {
  const all = listAt(ranking, 'roc')
  const step = Math.max(1, Math.floor(all.length / 300))
  const points = all
    .filter((_, index) => index % step === 0 || index === all.length - 1)
    .flatMap((one) => {
      const [x, y] = [numberAt(one, 'fpr'), numberAt(one, 'tpr')]
      return x === null || y === null ? [] : [{ x, y }]
    })
  return { name: nameOf(ranking), points }
}
