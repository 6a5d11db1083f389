import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { t } from '../../messages/index.ts'
import { showNumber } from '../../ui/dates.ts'
import styles from './assurance.module.css'
import { RatesTable } from './rates-table.tsx'
import { at, groupAt, numberAt, textAt } from './result.ts'
import { phraseWords } from './sentences.ts'
import { groupName, percent } from './words.ts'

// A longer table is folded: its first groups, and a search for the others.
const [foldedFrom, firstOnes] = [100, 25]

const shown = ['selection_rate', 'base_rate', 'tpr', 'fpr', 'ppv', 'accuracy'] as const

/** The rates of each group with what they are counted of. */
export function GroupTable({ groups, label }: { groups: unknown[]; label: string }) {
  const [words, setWords] = useState('')
  if (groups.length <= foldedFrom) return <Table groups={groups} label={label} />
  const found = groups.filter((group) => nameOf(group).toLowerCase().includes(words.trim().toLowerCase()))
  const seen = words.trim() === '' ? found.slice(0, firstOnes) : found.slice(0, foldedFrom)
  return (
    <>
      <TextInput
        label={t('Search groups')}
        description={t('{shown} of {count} groups are shown.', {
          shown: showNumber(seen.length),
          count: showNumber(groups.length),
        })}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      <Table groups={seen} label={label} />
    </>
  )
}

function nameOf(group: unknown): string {
  return groupName(groupAt(group, 'group')) || t('Everybody')
}

function Table({ groups, label }: { groups: unknown[]; label: string }) {
  return (
    <RatesTable
      label={label}
      groups={groups}
      nameOf={nameOf}
      counted={t('People')}
      countOf={(group) => numberAt(group, 'n')}
      metrics={shown}
      cell={(group, rate) => <Rate rate={at(group, 'rates', rate)} />}
    />
  )
}

function Rate({ rate }: { rate: unknown }) {
  const value = numberAt(rate, 'value')
  const [low, high] = [numberAt(rate, 'low'), numberAt(rate, 'high')]
  if (value === null)
    return <span className={styles.muted}>{phraseWords(textAt(rate, 'reason') ?? 'not defined')}</span>
  const of = t('{numerator} of {denominator}', {
    numerator: showNumber(numberAt(rate, 'numerator') ?? 0),
    denominator: showNumber(numberAt(rate, 'denominator') ?? 0),
  })
  return (
    <>
      {percent(value)}
      {low !== null && high !== null && (
        <span className={styles.line2}>{t('{low} to {high}', { low: percent(low), high: percent(high) })}</span>
      )}
      <span className={styles.line2}>{of}</span>
    </>
  )
}
