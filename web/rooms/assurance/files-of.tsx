import { t } from '../../messages/index.ts'
import { showNumber } from '../../ui/dates.ts'
import styles from './assurance.module.css'
import { listAt, numberAt, textAt } from './result.ts'
import { phraseWords } from './sentences.ts'
import { surpriseWords } from './surprise-words.ts'

const roles: Record<string, string> = {
  data: t('Measured'),
  current: t('Measured'),
  reference: t('Reference'),
  train: t('Training'),
  test: t('Test file'),
}

/** Every file of a run with the rows that took part, and why others did not; and what reads otherwise than it was meant. */
export function FilesOf({ record }: { record: unknown }) {
  const files = listAt(record, 'data')
  if (files.length === 0) return null
  return (
    <>
      <div className={styles.scroll} role="region" aria-label={t('Files')} tabIndex={0}>
        <table className={styles.table}>
          <caption>{t('Files')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('File')}</th>
              <th scope="col">{t('Role')}</th>
              <th scope="col" className={styles.number}>
                {t('Rows')}
              </th>
              <th scope="col" className={styles.number}>
                {t('Rows used')}
              </th>
              <th scope="col">{t('Rows left out')}</th>
              <th scope="col">SHA-256</th>
            </tr>
          </thead>
          <tbody>
            {files.map((file) => (
              <tr key={`${textAt(file, 'role')} ${textAt(file, 'sha256')}`}>
                <th scope="row">{textAt(file, 'name')}</th>
                <td>{roles[textAt(file, 'role') ?? ''] ?? textAt(file, 'role')}</td>
                <td className={styles.number}>{showNumber(numberAt(file, 'rows') ?? 0)}</td>
                <td className={styles.number}>{showNumber(numberAt(file, 'rowsUsed') ?? 0)}</td>
                <td>{leftOut(file)}</td>
                <td className={styles.hash}>{textAt(file, 'sha256')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Surprises surprises={listAt(record, 'surprises')} />
    </>
  )
}

function leftOut(file: unknown): string {
  const left = listAt(file, 'left').map(
    (one) => `${showNumber(numberAt(one, 'rows') ?? 0)} ${whyLeft(textAt(one, 'why') ?? '')}`,
  )
  return left.length > 0 ? left.join('; ') : t('None')
}

/** Why rows took no part; what this page does not know stays as the engine says it. */
function whyLeft(why: string): string {
  const [, what = '', column = ''] = /^no (value|number) in (.+)$/.exec(why) ?? []
  if (column === '') return phraseWords(why)
  return what === 'value'
    ? t('without a value in {column}', { column: phraseWords(column) })
    : t('without a number in {column}', { column })
}

function Surprises({ surprises }: { surprises: unknown[] }) {
  if (surprises.length === 0) return null
  return (
    <>
      <p className={styles.muted}>{t('What may read otherwise than meant')}</p>
      <ul className={styles.reasons}>
        {surprises.map((one, index) => {
          const [column, examples] = [textAt(one, 'column'), listAt(one, 'examples').map(String)]
          const recorded = { what: textAt(one, 'what') ?? '', settle: textAt(one, 'settle') ?? '' }
          const { what, settle } = surpriseWords({ code: textAt(one, 'code'), ...recorded })
          return (
            <li key={`${column} ${index}`}>
              {column !== null && <strong>{column}: </strong>}
              {what}
              {examples.length > 0 && `: ${examples.map((it) => `“${it}”`).join(', ')}`}. {settle}
            </li>
          )
        })}
      </ul>
    </>
  )
}
