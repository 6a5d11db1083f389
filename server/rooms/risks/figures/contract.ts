import { z } from 'zod'
import { lossMeasures, simulationStates, stages } from './model.ts'

const number = z.number().min(0)
const PertRange = z.strictObject({ shape: z.literal('pert'), low: number, likely: number, high: number })
const LognormalRange = z.strictObject({ shape: z.literal('lognormal'), low: number, high: number })
/** `pert`: the least, the likeliest and the most; `lognormal`: a 90 % range. Equal ends are a number that is known. */
const Range = z.discriminatedUnion('shape', [PertRange, LognormalRange])
/** `chance`: at most once a year, 0 to 1; `rate`: events per year. */
const Frequency = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('chance'), range: PertRange }),
  z.strictObject({ kind: z.literal('rate'), range: Range }),
])
const basis = z.string().trim().min(1).max(4000)
const Currency = z.string().regex(/^[A-Z]{3}$/, 'is written as ISO 4217 has it, such as EUR')
const Person = z.object({ id: z.uuid(), name: z.string() })

export const EstimateParams = z.object({ id: z.uuid(), measure: z.enum(lossMeasures), stage: z.enum(stages) })
/** How often and how much, and what each rests on. `replaces` is the version of the estimate that this one replaces. */
export const EstimateDraft = z.strictObject({
  frequency: Frequency,
  loss: Range,
  frequencyBasis: basis,
  lossBasis: basis,
  currency: Currency.nullable(),
  replaces: z.number().int().nullable().default(null),
})
export type EstimateDraft = z.infer<typeof EstimateDraft>

export const EstimateView = z.object({
  id: z.uuid(),
  version: z.number().int(),
  measure: z.enum(lossMeasures),
  stage: z.enum(stages),
  currency: z.string().nullable(),
  frequency: Frequency,
  loss: Range,
  frequencyBasis: z.string(),
  lossBasis: z.string(),
  by: Person,
  on: z.string(),
  /** mean loss of a year in closed form, for a first look before anything is simulated */
  meanYear: z.number(),
})
export type EstimateView = z.infer<typeof EstimateView>
/** `currency`: the one that is used here already, null while any may be chosen */
export const EstimatesOfRisk = z.object({ items: z.array(EstimateView), currency: z.string().nullable() })

export const SimulationRequest = z.strictObject({
  /** null: all open risks together */
  risk: z.uuid().nullable().default(null),
  measure: z.enum(lossMeasures).default('money'),
  trials: z.number().int().min(1000).max(1_000_000).default(100_000),
  seed: z.number().int().min(1).max(4_294_967_295).default(1),
})
export type SimulationRequest = z.infer<typeof SimulationRequest>
export const SimulationAsked = z.object({ id: z.uuid(), job: z.uuid() })

export const SimulationFilter = z.object({
  risk: z.uuid().optional(),
  measure: z.enum(lossMeasures).optional(),
  /** `all`: those of all risks together */
  scope: z.enum(['all']).optional(),
  state: z.enum(simulationStates).optional(),
})
export type SimulationFilter = z.infer<typeof SimulationFilter>

const Figure = z.object({ value: z.number(), error: z.number() })
const against = z.enum(['within', 'over'])
const Exceedance = z.object({ loss: z.number(), chance: Figure })
const LossFigures = z.object({
  mean: Figure,
  deviation: z.number(),
  anyLoss: Figure,
  quantiles: z.array(z.object({ share: z.number(), loss: Figure })),
  worst: Figure,
  largest: z.number(),
  curve: z.array(Exceedance),
  exceeding: z.array(Exceedance),
})
const Part = z.object({ mean: Figure, inTwenty: Figure, share: Figure })
const Compared = z.object({
  chance: z.number(),
  loss: z.number(),
  found: Figure,
  stands: against,
  close: z.boolean(),
})
const StageHeadline = z.object({ mean: Figure, inTwenty: Figure, stands: against.nullable() })
export const Headline = z.object({ inherent: StageHeadline, residual: StageHeadline.nullable() })
export type Headline = z.infer<typeof Headline>

export const SimulationView = z.object({
  id: z.uuid(),
  risk: Person.nullable(),
  measure: z.enum(lossMeasures),
  currency: z.string().nullable(),
  state: z.enum(simulationStates),
  seed: z.number().int(),
  trials: z.number().int(),
  /** the edition of the criteria whose tolerance was asked about */
  edition: z.number().int().nullable(),
  headline: Headline.nullable(),
  recordSha256: z.string().nullable(),
  by: Person.nullable(),
  on: z.string(),
  job: z.uuid(),
  createdAt: z.date(),
})
export type SimulationView = z.infer<typeof SimulationView>

export const SimulationDetail = SimulationView.extend({
  rules: z.string().nullable(),
  result: z
    .object({
      inherent: LossFigures,
      residual: LossFigures.nullable(),
      risks: z.array(z.object({ risk: Person, inherent: Part, residual: Part })),
    })
    .nullable(),
  /** the tolerance that was in force when it was asked for, beside what was found; null where none was set */
  tolerance: z
    .object({
      inherent: z.object({ stands: against, points: z.array(Compared) }),
      residual: z.object({ stands: against, points: z.array(Compared) }).nullable(),
    })
    .nullable(),
  /** how often it was computed again, the newest first */
  repeats: z.array(
    z.object({
      id: z.uuid(),
      /** whether computing it again gave the same bytes */
      equal: z.boolean(),
      recordSha256: z.string(),
      askedBy: z.string(),
      at: z.date(),
      job: z.uuid(),
    }),
  ),
})
export type SimulationDetail = z.infer<typeof SimulationDetail>

export const FiguresQuery = z.object({ risk: z.uuid().optional(), measure: z.enum(lossMeasures).default('money') })
export type FiguresQuery = z.infer<typeof FiguresQuery>
export const FiguresNow = z.object({
  measure: z.enum(lossMeasures),
  currency: z.string().nullable(),
  /** open risks, and how many of them have an estimate before and after treatment */
  open: z.number().int(),
  inherent: z.number().int(),
  residual: z.number().int(),
  /** whether the criteria in force set a tolerance in this currency */
  toleranceSet: z.boolean(),
  /** the newest that has finished */
  latest: SimulationDetail.nullable(),
  /** estimates or tolerance are others by now */
  outdated: z.boolean(),
  waiting: SimulationAsked.nullable(),
})
export type FiguresNow = z.infer<typeof FiguresNow>

export const RepeatAsked = z.object({ job: z.uuid() })
