import { t } from '../../messages/index.ts'
import { useRecord } from '../../ui/api.ts'
import { DateTime } from '../../ui/date-time.tsx'
import { LevelBars, LevelsOverTime } from '../../ui/level-chart.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { ProblemAlert } from '../../ui/problem-alert.tsx'
import { LinkButton } from '../../ui/verb-button.tsx'
import type { AnswerOf } from '../answer-of.ts'
import type { Readiness } from './finding.ts'
import { FindingsTable } from './findings-table.tsx'

type History = AnswerOf<'/api/v1/readiness/history'>

/** Where every clause and control stands, how that has moved, and why. */
export default function ReadinessPage() {
  const { data, error } = useRecord<Readiness>('/readiness')
  const history = useRecord<History>('/readiness/history')
  const points = history.data?.items.map(({ day, counts }) => ({ on: day, counts })) ?? []
  if (error) throw error
  return (
    <Page
      title={t('Readiness')}
      lead={t(
        'Computed from the records, never declared. Each clause and control has its own reachable levels, so there is no overall figure. Only an accredited body certifies.',
      )}
      actions={<LinkButton to="/gap-assessments">{t('Gap assessments')}</LinkButton>}
    >
      <Section title={t('Now')} lead={data && <AsComputed {...data} />}>
        <LevelBars
          counts={data?.counts ?? {}}
          label={t('32 clauses and 38 controls')}
          to={(level) => `?level=${level}`}
        />
      </Section>
      {points.length > 1 && (
        <Section title={t('How it has moved')}>
          <LevelsOverTime points={points} label={t('Clauses and controls by level')} />
        </Section>
      )}
      <Section title={t('Every clause and control')}>
        {data && <FindingsTable findings={data.items} />}
        <ProblemAlert error={history.error} />
      </Section>
    </Page>
  )
}

function AsComputed({ today, seq, rulesVersion }: Pick<Readiness, 'today' | 'seq' | 'rulesVersion'>) {
  return (
    <>
      <DateTime value={today} /> · {t('after entry {seq}', { seq: String(seq) })} ·{' '}
      {t('rules {version}', { version: rulesVersion })}
    </>
  )
}
