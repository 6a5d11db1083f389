import { t } from '../../messages/index.ts'
import { Link } from '../../ui/link.tsx'
import { answeredIn, type Area, areaLabel, interviewPath } from './assessment.ts'
import styles from './areas.module.css'
import { AssignButton } from './assign-button.tsx'

/** Each clause and area: how far it is, what was declared otherwise than shown, and a way to share it out. */
export function Areas({ id, areas, closed }: { id: string; areas: Area[]; closed: string | undefined }) {
  return (
    <ul className={styles.areas}>
      {areas.map((area) => (
        <li key={area.ref}>
          <Link to={interviewPath(id, area.ref)}>{areaLabel(area)}</Link>
          <span className={styles.progress}>
            {t('{answered, number} of {total, number} answered', {
              answered: answeredIn(area.questions),
              total: area.questions.length,
            })}
            <progress max={area.questions.length} value={answeredIn(area.questions)} aria-label={areaLabel(area)} />
          </span>
          <span className={styles.note}>{disagreeing(area)}</span>
          <AssignButton
            assessment={id}
            refs={area.questions.map(({ ref }) => ref)}
            assignedTo={onePerson(area)}
            closed={closed}
          />
        </li>
      ))}
    </ul>
  )
}

function disagreeing({ questions }: Area): string {
  const count = questions.filter(({ disagreement }) => disagreement !== null).length
  return count > 0 ? t('{count, plural, one {# declared otherwise} other {# declared otherwise}}', { count }) : ''
}

function onePerson({ questions }: Area) {
  const [first] = questions
  const asked = first?.assignedTo ?? null
  return asked && questions.every(({ assignedTo }) => assignedTo?.id === asked.id) ? asked : null
}
