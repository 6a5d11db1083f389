import { Button } from '@mantine/core'
import { t } from '../../messages/index.ts'
import { showNumber } from '../../ui/dates.ts'
import styles from './assurance.module.css'
import type { Look } from './look-at-file.ts'
import { mayMeanNothing, surpriseWords } from './surprise-words.ts'

const kinds: Record<Look['columns'][number]['kind'], string> = {
  text: t('text'),
  number: t('number'),
  truth: t('yes or no'),
  date: t('date'),
  instant: t('date and time'),
  other: t('cannot be measured'),
}

type Props = {
  look: Look
  /** values that count as empty already, and the way to count others so */
  missing: string[]
  countAsEmpty: (values: string[]) => void
}

/** The first rows of a file, so that its columns can be recognised, and what reads otherwise than it was meant. */
export function PreviewTable({ look, missing, countAsEmpty }: Props) {
  const { columns, rows } = look
  return (
    <>
      <div className={styles.scroll} role="region" aria-label={t('First rows of the file')} tabIndex={0}>
        <table className={styles.table}>
          <caption>{seenText(look)}</caption>
          <thead>
            <tr>
              {columns.map(({ name, kind, empty }) => (
                <th key={name} scope="col">
                  {name}
                  <span className={styles.line2}>{kinds[kind]}</span>
                  {empty > 0 && (
                    <span className={styles.line2}>{t('{count} empty', { count: showNumber(empty) })}</span>
                  )}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <tr key={`${index}:${row.join()}`}>
                {columns.map(({ name }, place) => (
                  <td key={name} className={styles.preview}>
                    {row[place] ?? <span className={styles.muted}>{t('(no value)')}</span>}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Surprises look={look} missing={missing} countAsEmpty={countAsEmpty} />
    </>
  )
}

function seenText({ looked, total }: Look): string {
  if (total === null) return t('Looked at: the first {looked} rows.', { looked: showNumber(looked) })
  return t('Looked at: {looked} of {total} rows.', { looked: showNumber(looked), total: showNumber(total) })
}

function Surprises({ look: { surprises }, missing, countAsEmpty }: Props) {
  if (surprises.length === 0) return null
  return (
    <section aria-label={t('What may read otherwise than meant')}>
      <p className={styles.muted}>{t('What may read otherwise than meant')}</p>
      <ul className={styles.reasons}>
        {surprises.map((surprise, index) => {
          const { what, settle } = surpriseWords(surprise)
          const open = mayMeanNothing(surprise) ? surprise.examples.filter((value) => !missing.includes(value)) : []
          return (
            <li key={`${surprise.column} ${index}`}>
              {surprise.column !== null && <strong>{surprise.column}: </strong>}
              {what}
              {surprise.examples.length > 0 && `: ${surprise.examples.map((it) => `“${it}”`).join(', ')}`}. {settle}{' '}
              {open.length > 0 && (
                <Button variant="default" size="compact-xs" onClick={() => countAsEmpty(open)}>
                  {t('Count as empty')}
                </Button>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
