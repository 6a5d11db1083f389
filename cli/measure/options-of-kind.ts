import type { MeasurementKind, Problem } from '@assay/engine'
import type { MeasureOptions } from './options.ts'

type Name = keyof MeasureOptions['values']

/** How a run is told, filed and allowed to use the machine, whatever it measures. */
const always: Name[] = ['plan', 'push', 'push-plan', 'subject', 'no-plots', 'memory', 'threads', 'work-folder', 'size']
/** What stands beside a plan and is no part of one. */
const besidePlans: Name[] = ['freeze', 'reference-proof', 'log-key', 'test']
const everyPlan: Name[] = ['filter', 'missing', 'confidence', 'replicates', 'seed']
const decided: Name[] = ['label', 'prediction', 'positive', 'score']
const groups: Name[] = ['by', 'intersect']

const ofKind: Record<MeasurementKind, Name[]> = {
  fairness: [
    ...decided,
    ...groups,
    ...(['reference', 'threshold', 'tables', 'within', 'hold-back', 'expect', 'law-144', 'test'] as const),
  ],
  performance: [...decided, ...groups, 'threshold', 'expect', 'task'],
  calibration: ['label', 'positive', 'score', ...groups, 'bins', 'threshold', 'expect'],
  drift: [
    ...decided,
    ...(['by', 'columns', 'categories', 'numbers', 'mode', 'bins', 'windows', 'stream', 'threshold'] as const),
    ...(['freeze', 'reference-proof', 'log-key'] as const),
  ],
  quality: ['columns', 'label', 'positive', 'by', 'keys', 'quasi-identifiers', 'sensitive', 'as-of', 'test'],
  llm: ['output', 'prompt', 'expected', 'context', 'group', 'pair', 'variant', 'opponent', 'judge'],
}

/**
 * What people write for every kind alike, since it describes their file: a kind that does without says so and goes on. Whatever would
 * decide, or show something else, is refused.
 */
const describing: Partial<Record<MeasurementKind, Name[]>> = {
  performance: ['reference'],
  calibration: ['prediction', 'reference'],
  quality: ['prediction', 'score', 'intersect', 'reference'],
}

/** Words on the options that are left aside because nothing rests on them. */
export function leftAside(kind: MeasurementKind, values: MeasureOptions['values']): string[] {
  const without = describing[kind] ?? []
  return without.filter((it) => it in values).map((it) => `--${it} is left aside: ${kind} does without it`)
}

/** Options that this kind of measurement would leave aside, and numbers that allow a run nothing: each is refused by name. */
export function problemsOfOptions(kind: MeasurementKind, values: MeasureOptions['values']): Problem[] {
  const known = new Set<string>([...always, ...everyPlan, ...ofKind[kind], ...(describing[kind] ?? [])])
  const withPlan = new Set<string>([...always, ...besidePlans])
  const given = Object.keys(values)
  const foreign = given.filter((it) => !known.has(it)).map((it) => ({ path: it, message: notFor(it, kind) }))
  const doubled =
    values.plan === undefined
      ? []
      : given
          .filter((it) => known.has(it) && !withPlan.has(it))
          .map((it) => ({ path: it, message: 'stands beside --plan, which says it all; write it into the plan' }))
  return [...foreign, ...doubled, ...problemsOfLimits(values)]
}

function notFor(name: string, kind: MeasurementKind): string {
  if (name === 'threshold') return `is not for ${kind}: what is asked of it stands in a plan, under checks`
  const kinds = Object.entries(ofKind).flatMap(([other, names]) => (names.some((it) => it === name) ? [other] : []))
  return `is not for ${kind}, but for ${kinds.join(' and ')}`
}

function problemsOfLimits({ threads, memory }: MeasureOptions['values']): Problem[] {
  const wrongThreads = threads !== undefined && !/^[1-9]\d{0,3}$/.test(threads)
  const wrongMemory = memory !== undefined && !/^\d+(\.\d+)?\s?[KMGT]i?B$/i.test(memory)
  return [
    ...(wrongThreads ? [{ path: 'threads', message: `"${threads}" is none; write a whole number such as 2` }] : []),
    ...(wrongMemory ? [{ path: 'memory', message: `"${memory}" is none; write a size such as 512MB or 2GB` }] : []),
  ]
}
