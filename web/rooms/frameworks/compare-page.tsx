import { t } from '../../messages/index.ts'
import { useRecord } from '../../ui/api.ts'
import { DiffView } from '../../ui/diff-view.tsx'
import { Link } from '../../ui/link.tsx'
import { useParameter } from '../../ui/navigation.ts'
import { Page, Section } from '../../ui/page.tsx'
import styles from './frameworks.module.css'
import { differences, type Difference } from './tree.ts'
import { requirementName, requirementPath, type FrameworkWithRequirements, type RequirementItem } from './words.ts'

/** Two editions of one text: what is new, what is gone, what reads differently in our words. */
export default function ComparePage() {
  const framework = useParameter('framework')
  const other = useParameter('other')
  const here = useRecord<FrameworkWithRequirements>(`/frameworks/${framework}`)
  const there = useRecord<FrameworkWithRequirements>(`/frameworks/${other}`)
  const error = here.error ?? there.error
  if (error) throw error
  if (!here.data || !there.data) return null
  const found = differences(here.data.requirements, there.data.requirements)
  const changed = found.filter((one) => one.here !== undefined && one.there !== undefined)
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
          changed: changed.length,
        },
      )}
    >
      {changed.length > 0 && (
        <Section title={t('Reads differently')}>
          <ul className={styles.pairs}>
            {changed.map((one) => (
              <li key={one.ref}>
                <div className={styles.editions}>
                  <Side edition={framework} item={one.here} />
                  <Side edition={other} item={one.there} beside={one.here} />
                </div>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Only edition={framework} items={found.flatMap(({ here: item, there: twin }) => (item && !twin ? [item] : []))} />
      <Only edition={other} items={found.flatMap(({ here: twin, there: item }) => (item && !twin ? [item] : []))} />
    </Page>
  )
}

type SideProps = { edition: string; item: RequirementItem | undefined; beside?: RequirementItem | undefined }

/** One edition's wording; what reads differently from the other is marked. */
function Side({ edition, item, beside }: SideProps) {
  if (!item) return null
  return (
    <section>
      <p className={styles.muted}>{edition}</p>
      <Link to={requirementPath(edition, item.ref)}>{requirementName(item)}</Link>
      <p>{beside ? <DiffView before={beside.intent ?? ''} after={item.intent ?? ''} /> : item.intent}</p>
    </section>
  )
}

function Only({ edition, items }: { edition: string; items: RequirementItem[] }) {
  if (items.length === 0) return null
  return (
    <Section title={t('Only in {edition}', { edition })}>
      <ul className={styles.requirements}>
        {items.map((item) => (
          <li key={item.ref}>
            <Link to={requirementPath(edition, item.ref)}>{requirementName(item)}</Link>
          </li>
        ))}
      </ul>
    </Section>
  )
}
