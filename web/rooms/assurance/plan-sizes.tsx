import type { SizesView } from '@assay/server/rooms/assurance/sizes/contract.ts'
import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { t } from '../../messages/index.ts'
import { useRecord, type Wire } from '../../ui/api.ts'
import { showNumber } from '../../ui/dates.ts'
import { Section } from '../../ui/page.tsx'
import styles from './assurance.module.css'
import { listAt } from './result.ts'
import { neededWords } from './needed-words.ts'
import { figure, metricName, type Plan } from './words.ts'

type Sizes = Wire<SizesView>

/** How many people or rows a plan needs, told before anybody has measured. */
export function PlanSizes({ plan }: { plan: Plan }) {
  return plan.kind === 'fairness' ? <GroupSizes plan={plan} /> : <RowSizes plan={plan} />
}

/** Of fairness, each group: it says what the rates are expected to be. */
function GroupSizes({ plan: { id, definition } }: { plan: Plan }) {
  const [groups, setGroups] = useState('2')
  const count = Number(groups)
  const isCount = Number.isInteger(count) && count >= 2 && count <= 1000
  const expects = listAt(definition, 'thresholds').some(hasExpected)
  const asked = expects && isCount
  const { data } = useRecord<Sizes>(asked ? `/measurement-plans/${id}/sizes` : null, { groups: String(count) })
  if (!expects) return null
  return (
    <Section
      title={t('How many are needed')}
      lead={t('Of each group, in what the measure counts, for the limit to pass if the rates are as the plan expects.')}
    >
      <TextInput
        className={styles.groups ?? ''}
        type="number"
        min={2}
        max={1000}
        label={t('Groups that are compared')}
        error={isCount ? undefined : t('A whole number from 2 to 1,000.')}
        value={groups}
        onChange={(event) => setGroups(event.currentTarget.value)}
      />
      {data && (
        <ul className={styles.reasons}>
          {data.sizes.map((size, index) => (
            <li key={`${size.metric} ${index}`}>{sentence(size)}</li>
          ))}
        </ul>
      )}
    </Section>
  )
}

/** Of every other kind, rows: of limits that say what they expect, and what follows from limits alone. */
function RowSizes({ plan: { id, kind } }: { plan: Plan }) {
  const [typed, setTyped] = useState('')
  const count = Number(typed)
  const isCount = typed.trim() === '' || (Number.isInteger(count) && count >= 1 && count <= 1e12)
  const reference = typed.trim() === '' ? {} : { reference: String(count) }
  const { data } = useRecord<Sizes>(isCount ? `/measurement-plans/${id}/sizes` : null, reference)
  if (kind !== 'drift' && (!data || data.rows.length === 0)) return null
  return (
    <Section
      title={t('How many are needed')}
      lead={t('Before anybody has measured: with fewer, a run can only say that there is not enough data.')}
    >
      {kind === 'drift' && (
        <TextInput
          className={styles.groups ?? ''}
          type="number"
          min={1}
          label={t('Rows of the reference')}
          description={t('Empty: as many as one likes.')}
          error={isCount ? undefined : t('A whole number of at least 1.')}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      )}
      {data && (
        <ul className={styles.reasons}>
          {data.rows.map((row, index) => (
            <li key={`${row.measure} ${index}`}>{neededWords(row)}</li>
          ))}
        </ul>
      )}
    </Section>
  )
}

function hasExpected(threshold: unknown): boolean {
  return typeof threshold === 'object' && threshold !== null && Reflect.has(threshold, 'expected')
}

function sentence({ metric, comparison, margin, expected, needed }: Sizes['sizes'][number]): string {
  const words = {
    metric: metricName(metric),
    compared: comparison === 'ratio' ? t('Ratio') : t('Difference'),
    margin: figure(margin),
    rate: figure(expected.rate),
    reference: figure(expected.reference),
    power: figure(expected.power),
    needed: showNumber(needed ?? 0),
  }
  return needed === null
    ? t('{metric} ({compared}, {margin}): no number is enough, since {rate} against {reference} lies outside.', words)
    : t(
        '{metric} ({compared}, {margin}): {needed} for a chance of {power} to pass, with {rate} against {reference} expected.',
        words,
      )
}
