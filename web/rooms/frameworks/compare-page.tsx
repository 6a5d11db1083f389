import { t } from '../../messages/index.ts'
import { useRecord } from '../../ui/api.ts'
import { DiffView } from '../../ui/diff-view.tsx'
import { Link } from '../../ui/link.tsx'
import { useParameter } from '../../ui/navigation.ts'
import { Page } from '../../ui/page.tsx'
import { ProblemAlert } from '../../ui/problem-alert.tsx'
import styles from './frameworks.module.css'
import { differences, type Difference } from './tree.ts'
import { requirementName, requirementPath, type FrameworkWithRequirements } from './words.ts'

/** Two editions of one text: what is new, what is gone, what reads differently in our words. */
export default function ComparePage() {
  const framework = useParameter('framework')
  const other = useParameter('other')
  const here = useRecord<FrameworkWithRequirements>(`/frameworks/${framework}`)
  const there = useRecord<FrameworkWithRequirements>(`/frameworks/${other}`)
  const error = here.error ?? there.error
  if (error) return <ProblemAlert error={error} />
  if (!here.data || !there.data) return null
  const found = differences(here.data.requirements, there.data.requirements)
  const count = (side: (one: Difference) => boolean) => found.filter(side).length
  return (
    <Page
      title={t('{framework} beside {other}', { framework, other })}
      crumbs={[
        { label: t('Frameworks'), to: '/frameworks' },
        { label: here.data.short, to: `/frameworks/${framework}` },
      ]}
      lead={t(
        'By number: {added, number} only in {framework}, {removed, number} only in {other}, {changed, number} that read differently in our words. The texts themselves were not compared.',
        {
          framework,
          other,
          added: count((one) => one.there === undefined),
          removed: count((one) => one.here === undefined),
          changed: count((one) => one.here !== undefined && one.there !== undefined),
        },
      )}
    >
      <ul className={styles.pairs}>
        {found.map((one) => (
          <li key={one.ref}>
            <div className={styles.editions}>
              <Side edition={framework} item={one.here} before={one.there} />
              <Side edition={other} item={one.there} before={undefined} />
            </div>
          </li>
        ))}
      </ul>
    </Page>
  )
}

type SideProps = { edition: string; item: Difference['here']; before: Difference['there'] }

function Side({ edition, item, before }: SideProps) {
  return (
    <section>
      <p className={styles.muted}>{edition}</p>
      {item ? (
        <>
          <Link to={requirementPath(edition, item.ref)}>{requirementName(item)}</Link>
          <p>{before ? <DiffView before={before.intent ?? ''} after={item.intent ?? ''} /> : item.intent}</p>
        </>
      ) : (
        <p>{t('Not in this edition')}</p>
      )}
    </section>
  )
}
