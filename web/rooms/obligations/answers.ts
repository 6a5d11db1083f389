import { noneOfThem } from '../../ui/form.tsx'
import type { Act } from './words.ts'

type Given = Act['proposal']['answers']

/** Answers as the form holds them: texts, lists and ticks. A list that nobody looked at is empty; one of which nothing holds says so. */
export type AnswerValues = {
  reach: string
  exclusions: string[]
  supply: string[]
  inUnion: boolean
  practices: string[]
  annexI: string
  annexIii: string[]
  profiling: string
  exceptions: string[]
  publicBody: boolean
  transparency: string[]
  transparencyExceptions: string[]
  gpai: string
  openSource: boolean
  placedOn: string
  changedSince: boolean
}

export function valuesFrom(it: Given): AnswerValues {
  return {
    reach: it.reach ?? '',
    exclusions: ticked(it.exclusions),
    supply: ticked(it.supply),
    inUnion: it.inUnion ?? true,
    practices: ticked(it.practices),
    annexI: it.annexI === undefined ? '' : (it.annexI ?? 'no'),
    annexIii: ticked(it.annexIii),
    profiling: it.profiling ?? '',
    exceptions: ticked(it.exceptions),
    publicBody: it.publicBody ?? false,
    transparency: ticked(it.transparency),
    transparencyExceptions: ticked(it.transparencyExceptions),
    gpai: it.gpai ?? '',
    openSource: it.openSource ?? false,
    placedOn: it.placedOn ?? '',
    changedSince: it.changedSince ?? false,
  }
}

function ticked(given: readonly string[] | undefined): string[] {
  if (given === undefined) return []
  return given.length === 0 ? [noneOfThem] : [...given]
}

/** What of a list holds; none where it was said that none does. */
export function held(ticks: readonly string[]): string[] {
  return ticks.filter((tick) => tick !== noneOfThem)
}

/** Whether the exceptions of Art. 6(3) are asked about: of nothing there is no exception, and profiling is never excepted. */
export function asksExceptions({ annexIii, profiling }: Pick<AnswerValues, 'annexIii' | 'profiling'>): boolean {
  return held(annexIii).length > 0 && profiling !== 'yes'
}

/** Which questions nobody answered yet. Nothing is taken for a no that was passed over. */
export function unanswered(it: AnswerValues): (keyof AnswerValues)[] {
  const lists = [
    'exclusions',
    'supply',
    'practices',
    'annexIii',
    ...(asksExceptions(it) ? (['exceptions'] as const) : []),
    'transparency',
    ...(held(it.transparency).length > 0 ? (['transparencyExceptions'] as const) : []),
  ] as const
  return [
    ...lists.filter((name) => it[name].length === 0),
    ...(['reach', 'annexI', 'profiling', 'gpai'] as const).filter((name) => it[name] === ''),
  ]
}

/** What was not asked about is not sent along from an earlier answer. */
export function toBody({ annexI, placedOn, ...rest }: AnswerValues) {
  const { exclusions, supply, practices, annexIii, exceptions, transparency, transparencyExceptions } = rest
  return {
    ...rest,
    exclusions: held(exclusions),
    supply: held(supply),
    practices: held(practices),
    annexIii: held(annexIii),
    exceptions: asksExceptions(rest) ? held(exceptions) : [],
    transparency: held(transparency),
    transparencyExceptions: held(transparency).length > 0 ? held(transparencyExceptions) : [],
    annexI: annexI === 'no' ? null : annexI,
    placedOn: placedOn === '' ? null : placedOn,
  }
}
