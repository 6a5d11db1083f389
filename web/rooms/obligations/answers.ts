import type { Act } from './words.ts'

type Given = Act['proposal']['answers']

/** Answers as the form holds them: texts, lists and ticks. */
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
    exclusions: it.exclusions ?? [],
    supply: it.supply ?? [],
    inUnion: it.inUnion ?? true,
    practices: it.practices ?? [],
    annexI: it.annexI ?? 'no',
    annexIii: it.annexIii ?? [],
    profiling: it.profiling ?? '',
    exceptions: it.exceptions ?? [],
    publicBody: it.publicBody ?? false,
    transparency: it.transparency ?? [],
    transparencyExceptions: it.transparencyExceptions ?? [],
    gpai: it.gpai ?? 'none',
    openSource: it.openSource ?? false,
    placedOn: it.placedOn ?? '',
    changedSince: it.changedSince ?? false,
  }
}

/** An emptied choice is the answer no. */
export function toBody({ annexI, gpai, placedOn, ...rest }: AnswerValues) {
  return {
    ...rest,
    annexI: annexI === 'no' || annexI === '' ? null : annexI,
    gpai: gpai === '' ? 'none' : gpai,
    placedOn: placedOn === '' ? null : placedOn,
  }
}
