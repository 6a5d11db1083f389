import { z } from 'zod'
import * as words from './words.ts'

const setOf = <const Words extends readonly [string, ...string[]]>(values: Words) =>
  z
    .array(z.enum(values))
    .max(values.length)
    .refine((given) => new Set(given).size === given.length, 'names something twice')

const fields = z.strictObject({
  reach: z.enum(words.reaches),
  exclusions: setOf(words.exclusions),
  supply: setOf(words.supplyFacts),
  /** whether the organization is established in the Union (Art. 22, 54) */
  inUnion: z.boolean(),
  practices: setOf(words.practices),
  annexI: z.enum(words.annexIParts).nullable(),
  annexIii: setOf(words.annexIiiUses),
  profiling: z.enum(words.profilings),
  exceptions: setOf(words.exceptions),
  /** a public body, or a private body that provides public services */
  publicBody: z.boolean(),
  transparency: setOf(words.transparencyFacts),
  transparencyExceptions: setOf(words.transparencyExceptions),
  gpai: z.enum(words.gpaiFacts),
  openSource: z.boolean(),
  /** the day it came onto the market or into service; null where it has not yet */
  placedOn: z.iso.date().nullable(),
  /** whether its design changed significantly since the day from which the rules apply (Art. 111) */
  changedSince: z.boolean(),
})

/** One complete set of answers about one AI system. Nothing has a default: an answer that was not given is no answer. */
export const ActAnswers = fields.refine(({ exceptions, annexIii }) => exceptions.length === 0 || annexIii.length > 0, {
  path: ['exceptions'],
  message: 'an exception of Art. 6(3) needs a use of Annex III that it is an exception from',
})
/** Some of them, as records propose them. */
export const SomeActAnswers = fields.partial()
export type ActAnswers = z.infer<typeof ActAnswers>
