import { t } from '../../messages/index.ts'
import { showNumber } from '../../ui/dates.ts'
import { Section } from '../../ui/page.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import styles from './assurance.module.css'
import { at, estimateAt, groupAt, listAt, numberAt, textAt } from './result.ts'
import { figure, metricName, percent } from './words.ts'

const shownFirst = 20

/** The search over combinations of groups: what stands out after all tests are adjusted together. A finding is a place to look. */
export function Subgroups({ search }: { search: unknown }) {
  const top = listAt(search, 'top').slice(0, shownFirst)
  if (top.length === 0) return null
  const [searched, found] = [numberAt(search, 'searched') ?? 0, listAt(search, 'findings').length]
  return (
    <Section
      title={t('Search over combinations')}
      lead={t(
        '{searched} rates of groups were searched and {found, plural, =0 {none stands} one {one stands} other {# stand}} out, with all tests adjusted together. A finding is a place to look, and is confirmed on other data.',
        { searched: showNumber(searched), found },
      )}
    >
      <div className={styles.scroll} role="region" aria-label={t('Search over combinations')} tabIndex={0}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('Group')}</th>
              <th scope="col">{t('Measure')}</th>
              {[t('Rate'), t('Gap to the rest'), t('Shrunk to its like'), t('Adjusted p')].map((head) => (
                <th key={head} scope="col" className={styles.number}>
                  {head}
                </th>
              ))}
              <th scope="col">{t('Finding')}</th>
            </tr>
          </thead>
          <tbody>
            {top.map((one) => (
              <Found key={`${nameOf(one)} ${textAt(one, 'rate')}`} one={one} />
            ))}
          </tbody>
        </table>
      </div>
      <Confirmed confirmation={at(search, 'confirmation')} />
    </Section>
  )
}

const outcomes: Record<string, string> = {
  confirmed: t('There again'),
  'not-confirmed': t('Not there again'),
  'too-few': t('Too few to tell'),
}

/** What became of the findings on people who were not searched. */
function Confirmed({ confirmation }: { confirmation: unknown }) {
  const findings = listAt(confirmation, 'findings')
  if (confirmation === undefined || confirmation === null) return null
  const rows = showNumber(numberAt(confirmation, 'rows', 'confirming') ?? 0)
  const where =
    textAt(confirmation, 'on') === 'test-file'
      ? t('Looked at again in the {rows} rows of the test file:', { rows })
      : t('Looked at again in {rows} rows that were held back from the search:', { rows })
  return (
    <>
      <p className={styles.muted}>
        {where} {findings.length === 0 && t('there was nothing to confirm.')}
      </p>
      <ul className={styles.reasons}>
        {findings.map((one) => {
          const { value, low, high } = estimateAt(one, 'gap')
          const outcome = textAt(one, 'outcome') ?? ''
          return (
            <li key={`${nameOf(one)} ${textAt(one, 'rate')}`}>
              {nameOf(one)}, {metricName(textAt(one, 'rate') ?? '')}:{' '}
              {outcomes[outcome] ?? outcome.replaceAll('-', ' ')} ({percent(value)}
              {low !== null && high !== null && `, ${t('{low} to {high}', { low: percent(low), high: percent(high) })}`}
              )
            </li>
          )
        })}
      </ul>
    </>
  )
}

function Found({ one }: { one: unknown }) {
  const adjusted = at(one, 'gapAdjusted')
  const gap = estimateAt(adjusted === null || adjusted === undefined ? at(one, 'gap') : adjusted)
  const p = numberAt(one, 'pAdjusted')
  return (
    <tr>
      <th scope="row">{nameOf(one)}</th>
      <td>{metricName(textAt(one, 'rate') ?? '')}</td>
      <td className={styles.number}>
        {percent(numberAt(one, 'value'))}
        <span className={styles.line2}>
          {t('{numerator} of {denominator}', {
            numerator: showNumber(numberAt(one, 'own', 'numerator') ?? 0),
            denominator: showNumber(numberAt(one, 'own', 'denominator') ?? 0),
          })}
        </span>
      </td>
      <td className={styles.number}>
        {percent(gap.value)}
        {gap.low !== null && gap.high !== null && (
          <span className={styles.line2}>
            {t('{low} to {high}', { low: percent(gap.low), high: percent(gap.high) })}
          </span>
        )}
      </td>
      <td className={styles.number}>{percent(numberAt(one, 'shrunk', 'rate'))}</td>
      <td className={styles.number}>{p === null ? '' : p < 0.001 ? '< 0.001' : figure(p)}</td>
      <td>{at(one, 'finding') === true && <StateBadge tone="caution" label={t('Stands out')} />}</td>
    </tr>
  )
}

function nameOf(one: unknown): string {
  const values = groupAt(one, 'key')
  return groupAt(one, 'columns')
    .map((column, place) => `${column} = ${values[place] ?? t('(no value)')}`)
    .join(', ')
}
