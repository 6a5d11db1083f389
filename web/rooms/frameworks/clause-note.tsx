import { t } from '../../messages/index.ts'
import { useRecord } from '../../ui/api.ts'
import { Link } from '../../ui/link.tsx'
import styles from './clause-note.module.css'
import { requirementApi, requirementPath, standard, type RequirementView } from './words.ts'

export { requirementPath }

/** Clauses or controls of ISO/IEC 42001 in our words, to stand beside the records that answer them. */
export function ClauseNotes({ refs }: { refs: string[] }) {
  return refs.map((ref) => <ClauseNote key={ref} number={ref} />)
}

/** The same above a table that needs the width, folded until somebody asks. */
export function ClauseFold({ number }: { number: string }) {
  const { data } = useRecord<RequirementView>(requirementApi(standard, number))
  return (
    <details className={styles.fold}>
      <summary>
        {t('Clause {ref}', { ref: number })} {data?.title}
      </summary>
      <p>{data?.intent}</p>
      {data?.ask && (
        <p>
          <strong>{t('An auditor asks')}</strong> {data.ask}
        </p>
      )}
      <p>
        <Link to={requirementPath(standard, number)}>{t('What proves it, and what it maps to')}</Link>
      </p>
    </details>
  )
}

function ClauseNote({ number }: { number: string }) {
  const { data } = useRecord<RequirementView>(requirementApi(standard, number))
  return (
    <section className={styles.note} aria-busy={data === undefined}>
      <h2>
        <Link to={requirementPath(standard, number)}>
          {data?.kind === 'control' ? t('Control {ref}', { ref: number }) : t('Clause {ref}', { ref: number })}
        </Link>
        {data && <span>{data.title}</span>}
      </h2>
      {data?.intent && <p>{data.intent}</p>}
      {data?.ask && (
        <p className={styles.ask}>
          <strong>{t('An auditor asks')}</strong> {data.ask}
        </p>
      )}
    </section>
  )
}
