import { t } from '../../messages/index.ts'
import { useRecord } from '../../ui/api.ts'
import { DateTime } from '../../ui/date-time.tsx'
import { DiffView } from '../../ui/diff-view.tsx'
import { Link } from '../../ui/link.tsx'
import styles from './frameworks.module.css'
import { requirementApi, type RequirementView } from './words.ts'

/** The same number in every edition of the text; what reads differently here is marked. */
export function Editions({ requirement }: { requirement: RequirementView }) {
  return (
    <div className={styles.editions}>
      <section>
        <h3>{requirement.framework}</h3>
        <p>{requirement.title}</p>
        {requirement.intent && <p className={styles.muted}>{requirement.intent}</p>}
        <Dates requirement={requirement} />
      </section>
      {requirement.editions.map(({ framework, key }) => (
        <section key={framework}>
          <h3>
            <Link to={`/frameworks/${requirement.framework}/compare/${framework}`}>{framework}</Link>
          </h3>
          {key === null ? (
            <p>{t('Has no requirement of this number.')}</p>
          ) : (
            <Twin framework={framework} requirement={requirement} />
          )}
        </section>
      ))}
    </div>
  )
}

function Twin({ framework, requirement }: { framework: string; requirement: RequirementView }) {
  const { data: twin } = useRecord<RequirementView>(requirementApi(framework, requirement.ref))
  if (!twin) return null
  return (
    <>
      <p>
        <DiffView before={requirement.title} after={twin.title} />
      </p>
      <p className={styles.muted}>
        <DiffView before={requirement.intent ?? ''} after={twin.intent ?? ''} />
      </p>
      <Dates requirement={twin} />
    </>
  )
}

function Dates({ requirement: { law } }: { requirement: RequirementView }) {
  if (!law) return null
  return (
    <p className={styles.muted}>
      {t('Applies from')} <DateTime value={law.appliesFrom} />
    </p>
  )
}
