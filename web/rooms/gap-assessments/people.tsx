import { t } from '../../messages/index.ts'
import { Link } from '../../ui/link.tsx'
import { type Assessment, interviewPath } from './assessment.ts'
import styles from './areas.module.css'

/** Who was asked what, and how far each one is; what nobody was asked comes last. */
export function People({ id, progress }: { id: string; progress: Assessment['progress'] }) {
  return (
    <ul className={styles.areas}>
      {progress.map(({ person, asked, answered, open }) => (
        <li key={person?.id ?? 'nobody'}>
          <span>{person?.name ?? t('Nobody in particular')}</span>
          <span className={styles.progress}>
            {t('{answered, number} of {total, number} answered', { answered, total: asked })}
            <progress max={asked} value={answered} aria-label={person?.name ?? t('Nobody in particular')} />
          </span>
          <NextOpen id={id} open={open} />
        </li>
      ))}
    </ul>
  )
}

function NextOpen({ id, open }: { id: string; open: string[] }) {
  const [ref] = open
  if (ref === undefined) return <span>{t('Done')}</span>
  return <Link to={interviewPath(id, areaOf(ref), ref)}>{t('Next: {ref}', { ref })}</Link>
}

/** Clauses stand under their first number, controls under their area: `9.2.1` under `9`, `A.6.2.4` under `A.6`. */
function areaOf(ref: string): string {
  return ref
    .split('.')
    .slice(0, ref.startsWith('A.') ? 2 : 1)
    .join('.')
}
