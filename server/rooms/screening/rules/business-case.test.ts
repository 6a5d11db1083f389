import { describe, expect, it } from 'vitest'
import type { BusinessCaseInput } from './business-case.ts'
import { BusinessCaseInputSchema, businessCaseOf } from './business-case.ts'

const nothing: BusinessCaseInput = {
  currency: 'EUR',
  monthsObserved: null,
  deals: [],
  documentation: { hoursPerYear: null, hourlyCost: null },
  certification: { firstYear: null, laterYears: null, ownHours: null },
  expectedAvoidedShare: null,
  competitors: [],
}
const full: BusinessCaseInput = {
  currency: 'EUR',
  monthsObserved: 6,
  deals: [
    { outcome: 'lost', happenedOn: '2026-02-01', value: 40_000, delayDays: null },
    { outcome: 'lost', happenedOn: '2026-03-01', value: 20_000.5, delayDays: null },
    { outcome: 'slowed', happenedOn: '2026-04-01', value: 15_000, delayDays: 30 },
    { outcome: 'slowed', happenedOn: '2026-05-01', value: 5_000, delayDays: 15 },
  ],
  documentation: { hoursPerYear: 100, hourlyCost: 80 },
  certification: { firstYear: 30_000, laterYears: 10_000, ownHours: 500 },
  expectedAvoidedShare: 0.5,
  competitors: [
    { name: 'Ahead', certified: true },
    { name: 'Behind', certified: false },
    { name: 'Unknown', certified: null },
  ],
}

const figure = (input: BusinessCaseInput, id: string) => businessCaseOf(input).figures.find((it) => it.id === id)

describe('the business case', () => {
  it.each([
    ['deals-lost', 2, 'number of recorded deals lost'],
    ['deals-lost-value', 60_000.5, '40000 + 20000.5'],
    ['deals-lost-per-year', 120_001, '60000.5 × 12 ÷ 6 months'],
    ['deals-slowed', 2, 'number of recorded deals slowed'],
    ['deals-slowed-value', 20_000, '15000 + 5000'],
    ['days-of-delay', 45, '30 + 15'],
    ['documentation-per-year', 8_000, '100 hours × 80 per hour'],
    ['certification-cycle', 90_000, '30000 + 2 × 10000 + 500 hours × 80 per hour'],
    ['exposure-cycle', 384_003, '3 × (120001 + 8000)'],
    ['break-even-share', 0.2344, '90000 ÷ 384003'],
    ['return-on-certifying', 1.1334, '(384003 × 0.5 − 90000) ÷ 90000'],
    ['competitors-certified', 1, 'Ahead'],
  ])('gives %s as %d, by %s', (id, value, formula) => {
    expect(figure(full, id)).toMatchObject({ value, formula })
  })

  it.each([
    'deals-lost-per-year',
    'documentation-per-year',
    'certification-cycle',
    'exposure-cycle',
    'break-even-share',
    'return-on-certifying',
  ])('gives no %s where an input is missing, and names what is', (id) => {
    const missing = figure(nothing, id)
    expect(missing?.value).toBeNull()
    expect(missing?.missing.length).toBeGreaterThan(0)
  })

  it('counts nothing as nothing: no deals recorded are 0 deals worth 0', () => {
    expect(figure(nothing, 'deals-lost')).toMatchObject({ value: 0, missing: [] })
    expect(figure(nothing, 'deals-lost-value')).toMatchObject({ value: 0, missing: [] })
  })

  it('takes deals without a value for unknown, and says how many those are', () => {
    const unvalued = full.deals.map((deal, at) => ({ ...deal, value: at === 0 ? null : deal.value }))
    expect(figure({ ...full, deals: unvalued }, 'deals-lost-value')).toMatchObject({
      value: 20_000.5,
      missing: ['the value of 1 of 2 deals'],
    })
    const none = full.deals.map((deal) => ({ ...deal, value: null }))
    expect(figure({ ...full, deals: none }, 'deals-lost-value')).toMatchObject({
      value: null,
      missing: ['the value of 2 of 2 deals'],
    })
  })

  it('sets no cost against losses of 0', () => {
    const harmless = { ...full, deals: [], documentation: { hoursPerYear: 0, hourlyCost: 80 } }
    expect(figure(harmless, 'break-even-share')).toMatchObject({
      value: null,
      missing: ['any loss to set the cost against'],
    })
    expect(figure(harmless, 'return-on-certifying')).toMatchObject({ value: -1 })
  })

  it('says how many competitors are not known', () => {
    expect(figure(full, 'competitors-certified')?.missing).toEqual(['whether 1 of 3 competitors are certified'])
  })

  it.each<[string, Partial<Record<keyof BusinessCaseInput, unknown>>]>([
    ['a negative value', { deals: [{ outcome: 'lost', happenedOn: '2026-02-01', value: -1, delayDays: null }] }],
    ['a date that is none', { deals: [{ outcome: 'lost', happenedOn: '2026-02-30', value: 1, delayDays: null }] }],
    ['a share above 1', { expectedAvoidedShare: 1.2 }],
    ['no months', { monthsObserved: 0 }],
    ['a currency in words', { currency: 'euro' }],
    ['an unknown key', { extra: 1 } as Record<string, unknown>],
  ])('refuses %s', (_what, given) => {
    expect(BusinessCaseInputSchema.safeParse(full).success).toBe(true)
    expect(BusinessCaseInputSchema.safeParse({ ...full, ...given }).success).toBe(false)
  })
})
