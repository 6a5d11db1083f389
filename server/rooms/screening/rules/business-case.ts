import { z } from 'zod'

const money = z.number().min(0).max(1e12)
const amount = z.number().min(0).max(1e6)

/**
 * What a person recorded about deals, documentation and cost; every number is theirs. Money in units of one currency.
 * `null` means not known, which is not the same as 0.
 */
export const BusinessCaseInputSchema = z.strictObject({
  currency: z.string().regex(/^[A-Z]{3}$/, 'give a currency code of three capital letters, for example EUR'),
  /** The months that the recorded deals cover; needed for yearly figures. */
  monthsObserved: z.number().positive().max(600).nullable(),
  deals: z.array(
    z.strictObject({
      outcome: z.enum(['lost', 'slowed']),
      happenedOn: z.iso.date(),
      value: money.nullable(),
      delayDays: amount.nullable(),
    }),
  ),
  documentation: z.strictObject({ hoursPerYear: amount.nullable(), hourlyCost: money.nullable() }),
  certification: z.strictObject({
    /** Stages 1 and 2, and help bought for them. */
    firstYear: money.nullable(),
    /** Surveillance, in each of the two years that follow. */
    laterYears: money.nullable(),
    ownHours: amount.nullable(),
  }),
  /** The share of losses and of custom documentation, 0–1, that certification is expected to avoid. */
  expectedAvoidedShare: z.number().min(0).max(1).nullable(),
  competitors: z.array(z.strictObject({ name: z.string().trim().min(1).max(200), certified: z.boolean().nullable() })),
})
export type BusinessCaseInput = z.infer<typeof BusinessCaseInputSchema>

export const FigureSchema = z.strictObject({
  id: z.string(),
  label: z.string(),
  value: z.number().nullable().describe('null where an input is missing'),
  unit: z.enum(['money', 'count', 'days', 'share']),
  formula: z.string(),
  missing: z.array(z.string()).describe('what is not known; a value beside it is a lower bound'),
})
export const BusinessCaseSchema = z.strictObject({ currency: z.string(), figures: z.array(FigureSchema) })
export type Figure = z.infer<typeof FigureSchema>
export type BusinessCase = z.infer<typeof BusinessCaseSchema>

type Deal = BusinessCaseInput['deals'][number]

/** A certificate's cycle: one year of certification and two of surveillance. */
const cycleYears = 3

/** The figures of the business case, each with its formula; nothing is estimated that nobody entered. */
export function businessCaseOf(input: BusinessCaseInput): BusinessCase {
  const lost = input.deals.filter(({ outcome }) => outcome === 'lost')
  const slowed = input.deals.filter(({ outcome }) => outcome === 'slowed')
  const lostValue = sum('deals-lost-value', 'Value of the deals lost', lost, 'value', 'money')
  const lostPerYear = yearly(lostValue, input.monthsObserved)
  const documentation = documentationCost(input)
  const certification = certificationCost(input)
  const exposure = exposureOf(lostPerYear, documentation)
  return {
    currency: input.currency,
    figures: [
      count('deals-lost', 'Deals lost over AI-governance questions', lost.length, 'number of recorded deals lost'),
      lostValue,
      lostPerYear,
      count(
        'deals-slowed',
        'Deals slowed by AI-governance questions',
        slowed.length,
        'number of recorded deals slowed',
      ),
      sum('deals-slowed-value', 'Value of the deals slowed', slowed, 'value', 'money'),
      sum('days-of-delay', 'Days of delay in the deals slowed', slowed, 'delayDays', 'days'),
      documentation,
      certification,
      exposure,
      breakEven(certification, exposure),
      returnOnCertifying(certification, exposure, input.expectedAvoidedShare),
      ...competition(input),
    ],
  }
}

function count(id: string, label: string, value: number, formula: string): Figure {
  return { id, label, value, unit: 'count', formula, missing: [] }
}

function sum(
  id: string,
  label: string,
  deals: readonly Deal[],
  of: 'value' | 'delayDays',
  unit: 'money' | 'days',
): Figure {
  const known = deals.map((deal) => deal[of]).filter((value) => value !== null)
  const unknown = deals.length - known.length
  const what = of === 'value' ? 'value' : 'delay'
  return {
    id,
    label,
    unit,
    value: deals.length > 0 && known.length === 0 ? null : rounded(known.reduce((total, value) => total + value, 0)),
    formula: known.length > 0 ? known.join(' + ') : `sum over ${deals.length} deals`,
    missing: unknown > 0 ? [`the ${what} of ${unknown} of ${deals.length} deals`] : [],
  }
}

function yearly(lost: Figure, months: number | null): Figure {
  const missing = [...lost.missing, ...(months === null ? ['the months that the recorded deals cover'] : [])]
  return {
    id: 'deals-lost-per-year',
    label: 'Value of the deals lost, per year',
    unit: 'money',
    value: lost.value === null || months === null ? null : rounded((lost.value * 12) / months),
    formula: `${shown(lost.value)} × 12 ÷ ${shown(months)} months`,
    missing,
  }
}

function documentationCost({ documentation: { hoursPerYear, hourlyCost } }: BusinessCaseInput): Figure {
  return {
    id: 'documentation-per-year',
    label: 'Cost of custom documentation, per year',
    unit: 'money',
    value: hoursPerYear === null || hourlyCost === null ? null : rounded(hoursPerYear * hourlyCost),
    formula: `${shown(hoursPerYear)} hours × ${shown(hourlyCost)} per hour`,
    missing: missingOf({ 'hours of custom documentation per year': hoursPerYear, 'cost of an hour': hourlyCost }),
  }
}

function certificationCost({ certification, documentation }: BusinessCaseInput): Figure {
  const { firstYear, laterYears, ownHours } = certification
  const { hourlyCost } = documentation
  const known = firstYear !== null && laterYears !== null && ownHours !== null && hourlyCost !== null
  return {
    id: 'certification-cycle',
    label: `Cost of certification over a cycle of ${cycleYears} years`,
    unit: 'money',
    value: known ? rounded(firstYear + (cycleYears - 1) * laterYears + ownHours * hourlyCost) : null,
    formula: `${shown(firstYear)} + ${cycleYears - 1} × ${shown(laterYears)} + ${shown(ownHours)} hours × ${shown(hourlyCost)} per hour`,
    missing: missingOf({
      'cost of the first year': firstYear,
      'cost of each later year': laterYears,
      'own hours': ownHours,
      'cost of an hour': hourlyCost,
    }),
  }
}

function exposureOf(lostPerYear: Figure, documentation: Figure): Figure {
  const known = lostPerYear.value !== null && documentation.value !== null
  return {
    id: 'exposure-cycle',
    label: `Deals lost and custom documentation over ${cycleYears} years, if nothing changes`,
    unit: 'money',
    value: known ? rounded(cycleYears * ((lostPerYear.value ?? 0) + (documentation.value ?? 0))) : null,
    formula: `${cycleYears} × (${shown(lostPerYear.value)} + ${shown(documentation.value)})`,
    missing: [...lostPerYear.missing, ...documentation.missing],
  }
}

/** Needs no expectation: the share of today's losses that certification must avoid to pay for itself. */
function breakEven(cost: Figure, exposure: Figure): Figure {
  const known = cost.value !== null && exposure.value !== null && exposure.value > 0
  return {
    id: 'break-even-share',
    label: 'Share of these losses that certification must avoid to pay for itself',
    unit: 'share',
    value: known ? rounded((cost.value ?? 0) / (exposure.value ?? 1), 4) : null,
    formula: `${shown(cost.value)} ÷ ${shown(exposure.value)}`,
    missing: [
      ...cost.missing,
      ...exposure.missing,
      ...(exposure.value === 0 ? ['any loss to set the cost against'] : []),
    ],
  }
}

function returnOnCertifying(cost: Figure, exposure: Figure, share: number | null): Figure {
  const known = cost.value !== null && cost.value > 0 && exposure.value !== null && share !== null
  return {
    id: 'return-on-certifying',
    label: 'Return on certifying over the cycle',
    unit: 'share',
    value: known ? rounded(((exposure.value ?? 0) * (share ?? 0) - (cost.value ?? 0)) / (cost.value ?? 1), 4) : null,
    formula: `(${shown(exposure.value)} × ${shown(share)} − ${shown(cost.value)}) ÷ ${shown(cost.value)}`,
    missing: [
      ...cost.missing,
      ...exposure.missing,
      ...missingOf({ 'the share of losses that certification is expected to avoid': share }),
      ...(cost.value === 0 ? ['a cost above 0'] : []),
    ],
  }
}

function competition({ competitors }: BusinessCaseInput): Figure[] {
  const unknown = competitors.filter(({ certified }) => certified === null).length
  const certified = competitors.filter((competitor) => competitor.certified === true).map(({ name }) => name)
  const missing = unknown > 0 ? [`whether ${unknown} of ${competitors.length} competitors are certified`] : []
  const formula = certified.length > 0 ? certified.join(', ') : `none of ${competitors.length} recorded competitors`
  return [{ ...count('competitors-certified', 'Competitors that are certified', certified.length, formula), missing }]
}

function missingOf(inputs: Record<string, number | null>): string[] {
  return Object.entries(inputs)
    .filter(([, value]) => value === null)
    .map(([input]) => input)
}

function shown(value: number | null): string {
  return value === null ? '?' : String(value)
}

function rounded(value: number, digits = 2): number {
  return Math.round(value * 10 ** digits) / 10 ** digits
}
