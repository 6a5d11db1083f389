import type { PlanRecord, PlanView, RunDetail, RunView } from '@assay/server/rooms/assurance/contract.ts'
import { t } from '../../messages/index.ts'
import type { Wire } from '../../ui/api.ts'
import { showNumber } from '../../ui/dates.ts'
import type { Option } from '../../ui/form.tsx'
import type { Tone } from '../../ui/state-badge.tsx'

export type Plan = Wire<PlanView>
export type PlanWithEditions = Wire<PlanRecord>
export type Run = Wire<RunView>
export type RunWithRecord = Wire<RunDetail>
export type Kind = Plan['kind']
export type Verdict = NonNullable<Run['verdict']>
type Badge = { tone: Tone; label: string }

export const kinds: Record<Kind, { label: string; help: string }> = {
  fairness: {
    label: t('Fairness'),
    help: t('Whether decisions differ between groups, by how much, and how sure that is.'),
  },
  performance: { label: t('Performance'), help: t('Accuracy, error rates and ranking, overall and per group.') },
  calibration: { label: t('Calibration'), help: t('Whether a score of 0.7 comes true seven times of ten.') },
  drift: { label: t('Drift'), help: t('Whether today’s data still looks like a reference that was fixed before.') },
  quality: { label: t('Data quality'), help: t('Whether a data set meets its requirements.') },
  llm: { label: t('Text output'), help: t('Checks of what a language model wrote.') },
}
export const kindOptions: Option[] = Object.entries(kinds).map(([value, it]) => ({ value, ...it }))

export const planStates: Record<Plan['state'], Badge> = {
  draft: { tone: 'missing', label: t('Draft') },
  approved: { tone: 'positive', label: t('Approved') },
  superseded: { tone: 'neutral', label: t('Superseded') },
  withdrawn: { tone: 'neutral', label: t('Withdrawn') },
}

export const verdicts: Record<Verdict, Badge> = {
  pass: { tone: 'positive', label: t('Holds its limits') },
  fail: { tone: 'critical', label: t('Breaks a limit') },
  'not-enough-data': { tone: 'caution', label: t('Not enough data') },
  'not-decided': { tone: 'neutral', label: t('No limit set') },
}

export const runStates: Record<Exclude<Run['state'], 'finished'>, Badge> = {
  asked: { tone: 'active', label: t('Not finished') },
  refused: { tone: 'caution', label: t('File refused') },
  cancelled: { tone: 'neutral', label: t('Called off') },
}

/** The verdict where there is one, else how far the run is. */
export function badgeOfRun({ state, verdict }: Pick<Run, 'state' | 'verdict'>): Badge {
  if (verdict !== null) return verdicts[verdict]
  return state === 'finished' ? verdicts['not-decided'] : runStates[state]
}

/** Where an approved plan stands: its newest confirming run, or that there is none. */
export function badgeOfStanding({ lastConfirming, overdue }: Pick<Plan, 'lastConfirming' | 'overdue'>): Badge {
  if (lastConfirming && lastConfirming.verdict === 'fail') return verdicts.fail
  if (overdue) return { tone: 'caution', label: t('Run overdue') }
  if (lastConfirming) return verdicts[lastConfirming.verdict]
  return { tone: 'missing', label: t('No confirming run yet') }
}

export const origins: Record<Run['origin'], { label: string; help: string }> = {
  server: { label: t('Computed here'), help: t('This server computed it from the file named below.') },
  client: {
    label: t('Computed where the data is'),
    help: t(
      'The command line computed it and pushed the record; the data never came here. Whether results were looked at before the push cannot be seen from here.',
    ),
  },
  imported: {
    label: t('Imported'),
    help: t('Another tool computed it. Assay has seen neither the data nor the computation.'),
  },
}

export const whyExploratory: Record<NonNullable<Run['exploratoryReason']>, string> = {
  'plan-not-approved': t('Its plan was not approved before the run was asked for.'),
  'plan-ended': t('Its plan did not hold any more.'),
  'file-seen-before': t('This very file was measured under the plan before, so its result was known.'),
  'definition-differs': t('It measured something else than its approved plan says.'),
  'file-unknown': t('The hash of its file is not known, so nobody can say whether it was seen before.'),
}

export function confirmingText({
  confirming,
  exploratoryReason,
}: Pick<Run, 'confirming' | 'exploratoryReason'>): string {
  if (confirming === null) return ''
  if (confirming || exploratoryReason === null) return t('Confirms')
  return t('Exploratory')
}

/** "0.482": a number as results show it. Undefined says so. */
export function figure(value: number | null | undefined, digits = 3): string {
  if (value === null || value === undefined) return t('not defined')
  const rounded = Number(value.toFixed(digits))
  return showNumber(Object.is(rounded, -0) ? 0 : rounded)
}

/** A share in percent: "48.2 %". */
export function percent(value: number | null | undefined): string {
  return value === null || value === undefined ? t('not defined') : t('{value} %', { value: figure(value * 100, 1) })
}

export const metrics: Record<string, string> = {
  selection_rate: t('Selection rate'),
  base_rate: t('Base rate'),
  tpr: t('True positive rate'),
  fpr: t('False positive rate'),
  fnr: t('False negative rate'),
  tnr: t('True negative rate'),
  ppv: t('Positive predictive value'),
  npv: t('Negative predictive value'),
  fdr: t('False discovery rate'),
  for: t('False omission rate'),
  accuracy: t('Accuracy'),
  balanced_accuracy: t('Balanced accuracy'),
  f1: 'F1',
  mcc: 'MCC',
  auc: 'AUC',
  ece: 'ECE',
  mce: 'MCE',
  brier: t('Brier score'),
  log_loss: t('Log loss'),
  mae: t('Mean absolute error'),
  mean_residual: t('Mean residual'),
  slope: t('Calibration slope'),
  intercept: t('Calibration intercept'),
  expected_observed_ratio: t('Expected to observed'),
  wassersteinNormalised: t('Shift of numbers, in standard deviations'),
  totalVariation: t('Share of rows that changed category'),
  nullRate: t('Change of the share of empty values'),
  unseen: t('Share of values never seen before'),
}

export function metricName(metric: string): string {
  return metrics[metric] ?? metric.replaceAll('_', ' ')
}

/** A group as people read it: its values, joined. */
export function groupName(group: readonly (string | null)[]): string {
  return group.map((value) => value ?? t('(no value)')).join(' × ')
}
