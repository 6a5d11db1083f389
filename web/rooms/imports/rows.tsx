import { Button } from '@mantine/core'
import { t } from '../../messages/index.ts'
import { api, type ListAnswer, useList, useWrite } from '../../ui/api.ts'
import { asOfHeader, useAsOf } from '../../ui/as-of.ts'
import { toCsv } from '../../ui/csv.ts'
import { useAddress } from '../../ui/navigation.ts'
import { Section } from '../../ui/page.tsx'
import { ProblemAlert } from '../../ui/problem-alert.tsx'
import { saveFile } from '../../ui/save-file.ts'
import { VerbButton } from '../../ui/verb-button.tsx'
import { serverWords } from '../../ui/server-words.ts'
import styles from './imports.module.css'
import { labelOf, RowTable } from './row-table.tsx'
import { rowStates, type Import, type ImportRow, type Register } from './words.ts'

const perPage = 50

type Props = { it: Import; register: Register }

/** The rows of the file with what became of each; what is shown (`?rows=`) and from where (`?after=`) is in the address. */
export function Rows({ it, register }: Props) {
  const [{ rows = '', after = '' }, change] = useAddress()
  const choices = choicesFor(it)
  const shown = choices.find(({ key }) => key === rows) ?? choices.find(({ key }) => key === 'bad') ?? choices[0]
  const state = shown?.key === 'all' ? undefined : shown?.key
  const answer = useList<ImportRow>(`/imports/${it.id}/rows`, { state, limit: perPage, cursor: after })
  if (answer.error) return <ProblemAlert error={answer.error} />
  return (
    <Section title={t('Rows')} actions={it.bad > 0 && <DownloadBad it={it} register={register} />}>
      <div className={styles.choices} role="group" aria-label={t('Which rows')}>
        {choices.map(({ key, label, count }) => (
          <Button
            key={key}
            size="compact-sm"
            variant={key === shown?.key ? 'light' : 'default'}
            aria-pressed={key === shown?.key}
            onClick={() => change({ rows: key, after: undefined })}
          >
            {label} {count}
          </Button>
        ))}
      </div>
      {answer.data && (
        <RowTable it={it} register={register} rows={answer.data.items} stale={answer.isPlaceholderData} />
      )}
      {answer.data && (after !== '' || answer.data.next !== null) && (
        <nav className={styles.pages} aria-label={t('Pages of this list')}>
          <Button
            variant="default"
            disabled={after === ''}
            onClick={() => change({ after: undefined }, { push: true })}
          >
            {t('First page')}
          </Button>
          <Button
            variant="default"
            disabled={answer.data.next === null}
            onClick={() => change({ after: answer.data.next ?? undefined }, { push: true })}
          >
            {t('Next')}
          </Button>
        </nav>
      )}
    </Section>
  )
}

/** Which rows can be looked at: all, and every state that there is. */
function choicesFor({ rows, good, bad, committed, undone, kept, left }: Import) {
  const states = { bad, good, committed, left, undone, kept }
  return [
    { key: 'all', label: t('All'), count: rows },
    ...keysOf(states).map((key) => ({ key, label: rowStates[key].label, count: states[key] })),
  ].filter(({ key, count }) => key === 'all' || count > 0)
}

/** Object.keys forgets the names' type. */
function keysOf<Name extends string>(counts: Record<Name, number>): Name[] {
  return Object.keys(counts) as Name[]
}

/** The rows to correct as a file of the same columns, with what is wrong in one more; corrected, it can be sent again. */
function DownloadBad({ it, register }: Props) {
  const asOf = useAsOf()
  const columns = it.columns.map((column) => ({
    header: column,
    text: (row: ImportRow) => row.cells[column] ?? '',
  }))
  const problems = {
    header: t('To correct'),
    text: (row: ImportRow) =>
      row.problems.map((one) => `${labelOf(register, one.field)}: ${serverWords(one)}`).join('; '),
  }
  const name = t('{file} to correct', { file: it.fileName.replace(/\.[^.]*$/, '') })
  const download = useWrite({
    async write() {
      const text = toCsv([...columns, problems], await badRows(it.id, asOf))
      saveFile(`${name}.csv`, new Blob([text], { type: 'text/csv;charset=utf-8' }))
    },
    touches: [],
  })
  return (
    <>
      <VerbButton writes={false} pending={download.isPending} onClick={() => download.mutate()}>
        {t('Download the rows to correct')}
      </VerbButton>
      <ProblemAlert error={download.error} />
    </>
  )
}

async function badRows(id: string, asOf: string | undefined): Promise<ImportRow[]> {
  const rows: ImportRow[] = []
  let cursor: string | null = ''
  while (cursor !== null) {
    const query: Record<string, string> = { state: 'bad', limit: '200', cursor }
    const page: ListAnswer<ImportRow> = await api.get(`/imports/${id}/rows`, { query, headers: asOfHeader(asOf) })
    rows.push(...page.items)
    cursor = page.next
  }
  return rows
}
