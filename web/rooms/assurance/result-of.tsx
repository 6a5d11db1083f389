import { t } from '../../messages/index.ts'
import { Section } from '../../ui/page.tsx'
import styles from './assurance.module.css'
import { CalibrationPart } from './calibration-part.tsx'
import { DriftPart } from './drift-part.tsx'
import { DriftWindows } from './drift-windows.tsx'
import { GroupMix } from './group-mix.tsx'
import { WithoutLabels } from './without-labels.tsx'
import { FairnessPart } from './fairness-part.tsx'
import { ImportedPart } from './imported-part.tsx'
import { PerformancePart } from './performance-part.tsx'
import { ChecksPart } from './checks-part.tsx'
import { RegressionPart } from './regression-part.tsx'
import { at } from './result.ts'
import { StreamsPart } from './streams-part.tsx'
import type { RunWithRecord } from './words.ts'

type Record = NonNullable<RunWithRecord['record']>

/** What a run found, by its kind; the whole record stays to be read below. */
export function ResultOf({ run, record }: { run: RunWithRecord; record: Record }) {
  const result = at(record, 'result')
  return (
    <>
      <Found run={run} record={record} result={result} />
      <Section title={t('Everything in the record')}>
        <details className={styles.details}>
          <summary>{t('Show the record')}</summary>
          <RecordText record={record} />
        </details>
      </Section>
    </>
  )
}

const mostCharacters = 200_000

/** The record as it is kept, or its beginning where it is too long for a page; the download has all of it. */
function RecordText({ record }: { record: Record }) {
  const text = JSON.stringify(record, null, 2)
  return (
    <>
      {text.length > mostCharacters && (
        <p className={styles.muted}>
          {t('This is the beginning: the whole record is too long for a page. Download it.')}
        </p>
      )}
      <pre className={styles.code}>{text.slice(0, mostCharacters)}</pre>
    </>
  )
}

function Found({ run, record, result }: { run: RunWithRecord; record: Record; result: unknown }) {
  if (run.origin === 'imported') return <ImportedPart record={record} />
  switch (run.kind) {
    case 'fairness':
      return <FairnessPart result={result} definition={at(record, 'definition')} />
    case 'performance':
      return at(result, 'regression') === undefined ? (
        <PerformancePart result={result} />
      ) : (
        <RegressionPart regression={at(result, 'regression')} />
      )
    case 'calibration':
      return <CalibrationPart result={result} />
    case 'drift':
      return (
        <>
          <DriftPart result={result} />
          <DriftWindows result={result} />
          <StreamsPart result={result} />
          <GroupMix result={result} />
          <WithoutLabels result={result} />
        </>
      )
    case 'quality':
    case 'llm':
      return <ChecksPart result={result} kind={run.kind} />
  }
}
