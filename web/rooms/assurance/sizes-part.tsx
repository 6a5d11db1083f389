import { t } from '../../messages/index.ts'
import { showNumber } from '../../ui/dates.ts'
import { Section } from '../../ui/page.tsx'
import styles from './assurance.module.css'
import { groupAt, listAt, numberAt, textAt } from './result.ts'
import { figure, groupName, metricName } from './words.ts'

/** How many people a group needs for a limit to pass if the rates are as the plan expected. */
export function SizesPart({ result }: { result: unknown }) {
  const lines = listAt(result, 'plannedSizes').flatMap((table) =>
    listAt(table, 'sizes').map((size) => ({ by: groupName(groupAt(table, 'attribute')), size })),
  )
  if (lines.length === 0) return null
  return (
    <Section
      title={t('How many are needed')}
      lead={t('Of each group, in what the measure counts, for the limit to pass if the rates are as the plan expects.')}
    >
      <ul className={styles.reasons}>
        {lines.map(({ by, size }, index) => (
          <li key={`${by} ${index}`}>{sentence(by, size)}</li>
        ))}
      </ul>
    </Section>
  )
}

function sentence(by: string, size: unknown): string {
  const needed = numberAt(size, 'needed')
  const words = {
    metric: metricName(textAt(size, 'metric') ?? ''),
    by,
    margin: figure(numberAt(size, 'margin')),
    rate: figure(numberAt(size, 'expected', 'rate')),
    reference: figure(numberAt(size, 'expected', 'reference')),
    needed: showNumber(needed ?? 0),
  }
  return needed === null
    ? t(
        '{metric} by {by}: with {rate} against {reference} expected, no number is enough for a margin of {margin}.',
        words,
      )
    : t('{metric} by {by}: {needed}, with {rate} against {reference} expected and a margin of {margin}.', words)
}
