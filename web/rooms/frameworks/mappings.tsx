import { t } from '../../messages/index.ts'
import { useRecord } from '../../ui/api.ts'
import { Link } from '../../ui/link.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import type { AnswerOf } from '../answer-of.ts'
import styles from './frameworks.module.css'
import { requirementName, requirementPath, type Mapping } from './words.ts'

type Frameworks = AnswerOf<'/api/v1/frameworks'>

/** Mappings by the framework they lead to and their basis, each with its relation in words; own judgement is marked. */
export function Mappings({ mappings }: { mappings: Mapping[] }) {
  const frameworks = useRecord<Frameworks>('/frameworks').data?.items ?? []
  if (mappings.length === 0) return <p>{t('No mapping is known.')}</p>
  const groups = Object.entries(Object.groupBy(mappings, ({ to, basis }) => `${to.framework} ${basis}`))
  return groups.map(([key, own = []]) => {
    const [first] = own
    if (!first) return null
    const { framework } = first.to
    return (
      <div key={key} className={styles.group}>
        <h3>{frameworks.find((one) => one.id === framework)?.short ?? framework}</h3>
        <p className={styles.basis}>
          {first.ownJudgement && (
            <>
              <StateBadge tone="caution" label={t('Own judgement')} />{' '}
            </>
          )}
          {first.basisText}
        </p>
        <ul className={styles.mappings}>
          {own.map((mapping) => (
            <MappingRow key={mapping.to.key} mapping={mapping} />
          ))}
        </ul>
      </div>
    )
  })
}

function MappingRow({ mapping: { to, relationText, strengthText, corroborated, note } }: { mapping: Mapping }) {
  return (
    <li>
      {relationText} <Link to={requirementPath(to.framework, to.ref)}>{requirementName(to)}</Link>
      {to.intent && <p>{to.intent}</p>}
      <p className={styles.muted}>
        {strengthText}.{corroborated && ` ${t('Other sources name the same pair.')}`} {note}
      </p>
    </li>
  )
}
