import { TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { t } from '../../messages/index.ts'
import { useRecord } from '../../ui/api.ts'
import { DateTime } from '../../ui/date-time.tsx'
import { Link } from '../../ui/link.tsx'
import { useAddress } from '../../ui/navigation.ts'
import { Page } from '../../ui/page.tsx'
import { ProblemAlert } from '../../ui/problem-alert.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import type { AnswerOf } from '../answer-of.ts'
import styles from './frameworks.module.css'
import { countsInWords, kinds, requirementName, requirementPath, statuses, type FrameworkView } from './words.ts'

type Frameworks = AnswerOf<'/api/v1/frameworks'>
type Found = AnswerOf<'/api/v1/requirements'>
const found = 100

/** Every standard, framework and law that is known here, and one search over all their requirements. */
export default function FrameworksPage() {
  const [{ q = '' }, setAddress] = useAddress()
  const [typed, setTyped] = useState(q)
  const [settled] = useDebouncedValue(typed, 250)
  useEffect(() => {
    if (settled !== q) setAddress({ q: settled })
  }, [settled, q, setAddress])
  const { data, error } = useRecord<Frameworks>('/frameworks')
  return (
    <Page
      title={t('Frameworks')}
      lead={t(
        'ISO/IEC 42001 and the standards, frameworks and laws beside it, each edition by itself, in our own words.',
      )}
    >
      <TextInput
        className={styles.search ?? ''}
        type="search"
        label={t('Search all requirements')}
        leftSection={<IconSearch size={16} aria-hidden />}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <ProblemAlert error={error} />
      {q.trim() === '' ? (
        <FrameworkList frameworks={data?.items ?? []} />
      ) : (
        <SearchResult q={q} frameworks={data?.items ?? []} />
      )}
    </Page>
  )
}

function FrameworkList({ frameworks }: { frameworks: FrameworkView[] }) {
  return (
    <ul className={styles.frameworks}>
      {frameworks.map((it) => (
        <li key={it.id}>
          <div className={styles.frameworkHead}>
            <Link to={`/frameworks/${it.id}`}>{it.short}</Link>
            <span className={styles.muted}>{it.edition}</span>
            <StateBadge {...statuses[it.status]} />
          </div>
          <p>{it.title}</p>
          <p className={styles.muted}>
            {it.publisher} · {countsInWords(it.counts)} ·{' '}
            {it.certifiable ? t('can be certified') : t('cannot be certified')} · {t('checked')}{' '}
            <DateTime value={it.checkedOn} />
          </p>
        </li>
      ))}
    </ul>
  )
}

function SearchResult({ q, frameworks }: { q: string; frameworks: FrameworkView[] }) {
  const { data, error } = useRecord<Found>('/requirements', { q, limit: found })
  if (error) throw error
  if (!data) return null
  const groups = Object.entries(Object.groupBy(data.items, ({ framework }) => framework))
  const shortOf = (id: string) => frameworks.find((one) => one.id === id)?.short ?? id
  return (
    <>
      <p role="status" className={styles.muted}>
        {data.total > data.items.length
          ? t('The first {shown, number} of {total, number} requirements. Type more to narrow them down.', {
              shown: data.items.length,
              total: data.total,
            })
          : t('{total, plural, =0 {No requirement matches.} one {One requirement} other {# requirements}}', {
              total: data.total,
            })}
      </p>
      {groups.map(([id, items = []]) => (
        <section key={id} className={styles.group}>
          <h2>{shortOf(id)}</h2>
          <ul className={styles.requirements}>
            {items.map(({ key, framework, ref, title, kind, intent }) => (
              <li key={key}>
                <Link to={requirementPath(framework, ref)}>{requirementName({ ref, title })}</Link>{' '}
                <span className={styles.muted}>{kinds[kind] ?? kind}</span>
                {intent && <p className={styles.muted}>{intent}</p>}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}
