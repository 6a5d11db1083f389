import { t } from '../../../messages/index.ts'
import { api, useRecord, useWrite } from '../../../ui/api.ts'
import { DateTime } from '../../../ui/date-time.tsx'
import { Section } from '../../../ui/page.tsx'
import { ProblemAlert } from '../../../ui/problem-alert.tsx'
import { Tabs } from '../../../ui/tabs.tsx'
import { VerbButton } from '../../../ui/verb-button.tsx'
import { DialogButton } from '../../dialog-button.tsx'
import { draftOf, valuesOf } from './estimate-values.ts'
import { EstimateForm } from './estimate-form.tsx'
import styles from './figures.module.css'
import { EarlierSimulations } from './earlier.tsx'
import { SimulationResult } from './result.tsx'
import { Simulate } from './simulate-button.tsx'
import {
  type Estimate,
  type Estimates,
  type Figures,
  type Measure,
  showFrequency,
  showLoss,
  showRange,
  type Stage,
  stageLabels,
} from './words.ts'

/** A risk put into figures: estimates before and after treatment, and the loss of a year that follows from them. */
export function InFigures({ risk, closed }: { risk: string; closed: boolean }) {
  const { data: estimates, error } = useRecord<Estimates>(`/risks/${risk}/estimates`)
  if (error) return <ProblemAlert error={error} />
  if (!estimates) return null
  const of = (measure: Measure) => <OneMeasure risk={risk} closed={closed} measure={measure} estimates={estimates} />
  return (
    <Section title={t('In figures')}>
      <Tabs
        label={t('What is counted')}
        tabs={[
          { key: 'money', label: t('In money'), content: of('money') },
          { key: 'people', label: t('In people harmed'), content: of('people') },
        ]}
      />
    </Section>
  )
}

type OneMeasureProps = { risk: string; closed: boolean; measure: Measure; estimates: Estimates }

function OneMeasure({ risk, closed, measure, estimates }: OneMeasureProps) {
  const { data: figures, error } = useRecord<Figures>('/risk-figures', { risk, measure })
  const inherent = estimates.items.find((it) => it.measure === measure && it.stage === 'inherent')
  const residual = estimates.items.find((it) => it.measure === measure && it.stage === 'residual')
  const currency = figures?.currency ?? estimates.currency
  const shared = { risk, closed, measure, currency }
  return (
    <>
      {!inherent && (
        <p className={styles.muted}>
          {t(
            'Optional. Where a decision turns on amounts, say how often it happens and what it costs each time, as ranges.',
          )}
        </p>
      )}
      <div className={styles.pair}>
        <EstimateCard {...shared} stage="inherent" standing={inherent} other={residual} />
        <EstimateCard {...shared} stage="residual" standing={residual} other={inherent} />
      </div>
      <ProblemAlert error={error} />
      {figures && (inherent || figures.latest) && <Simulate figures={figures} risk={risk} />}
      {figures?.latest && <SimulationResult key={figures.latest.id} simulation={figures.latest} />}
      {figures?.latest && <EarlierSimulations risk={risk} measure={measure} />}
    </>
  )
}

type EstimateCardProps = {
  risk: string
  closed: boolean
  measure: Measure
  currency: string | null
  stage: Stage
  standing: Estimate | undefined
  other: Estimate | undefined
}

function EstimateCard({ risk, closed, measure, currency, stage, standing, other }: EstimateCardProps) {
  const path = `/risks/${risk}/estimates/${measure}/${stage}`
  const withdraw = useWrite<Estimate>({
    write: () => api.delete(path),
    done: (_, taken) => ({
      message: t('Estimate withdrawn'),
      undo: () => api.put(path, draftOf(valuesOf(taken, taken.currency ?? ''), measure, null)),
    }),
  })
  const cannot = closed
    ? t('This risk is closed. Open it again first.')
    : stage === 'residual' && !other
      ? t('Estimate the risk before treatment first.')
      : undefined
  return (
    <div className={styles.card}>
      <h3>{stageLabels[stage]}</h3>
      {standing ? <Said estimate={standing} /> : <p className={styles.muted}>{t('Not estimated.')}</p>}
      <ProblemAlert error={withdraw.error} />
      <div className={styles.buttons}>
        <DialogButton
          permission="risks:rate"
          cannot={cannot}
          title={stage === 'inherent' ? t('Estimate before treatment') : t('Estimate what is left')}
          content={(close) => (
            <EstimateForm
              risk={risk}
              measure={measure}
              stage={stage}
              standing={standing}
              from={stage === 'residual' ? other : undefined}
              currency={currency}
              close={close}
            />
          )}
        >
          {standing
            ? t('Change estimate')
            : stage === 'inherent'
              ? t('Estimate before treatment')
              : t('Estimate what is left')}
        </DialogButton>
        {standing && (
          <VerbButton
            look="quiet"
            permission="risks:rate"
            cannot={
              closed ? cannot : stage === 'inherent' && other ? t('Withdraw the one after treatment first.') : undefined
            }
            pending={withdraw.isPending}
            onClick={() => withdraw.mutate(standing)}
          >
            {t('Withdraw')}
          </VerbButton>
        )}
      </div>
    </div>
  )
}

function Said({ estimate }: { estimate: Estimate }) {
  const { frequency, loss, frequencyBasis, lossBasis, currency, by, on, meanYear } = estimate
  const amount = (value: number) => showLoss(value, currency)
  return (
    <>
      <p>
        {showFrequency(frequency)}
        <br />
        <span className={styles.muted}>{frequencyBasis}</span>
      </p>
      <p>
        {t('Each time: {range}', { range: showRange(loss, amount) })}
        <br />
        <span className={styles.muted}>{lossBasis}</span>
      </p>
      <p>{t('On average {amount} a year', { amount: amount(meanYear) })}</p>
      <p className={styles.muted}>
        {by.name}, <DateTime value={on} />
      </p>
    </>
  )
}
