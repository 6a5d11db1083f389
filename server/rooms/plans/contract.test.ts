import { describe, expect, it } from 'vitest'
import { PlanRequest, PlanView } from './contract.ts'
import { type PlanInput, planRoadmap } from './model.ts'

const request = { schedule: { direction: 'forwards', start: '2027-01-04' }, size: { people: 40, systems: 3 } }

describe('the request for a plan', () => {
  it('needs a schedule and a size; the rest has its defaults', () => {
    expect(PlanRequest.parse(request)).toEqual({
      ...request,
      size: { people: 40, systems: 3, sites: 1, hasRunning27001: false },
      pace: 'steady',
      operatingMonths: 3,
      bodyLeadTimeWeeks: 10,
      changes: {},
    })
  })

  it('is an input of the rules as it stands, and their plan fits the view', () => {
    const input: PlanInput = { ...PlanRequest.parse(request), today: '2026-11-23', openRefs: null }
    const plan = planRoadmap(input)
    if (!plan.ok) throw new Error(plan.error.kind)
    expect(PlanView.parse(plan.value)).toEqual(plan.value)
  })

  it.each<[string, object]>([
    ['a day that is none', { schedule: { direction: 'forwards', start: '2027-02-30' } }],
    ['a direction that is none', { schedule: { direction: 'sideways', start: '2027-01-04' } }],
    ['nobody', { size: { people: 0, systems: 3 } }],
    ['no time to operate', { operatingMonths: 0 }],
    ['an empty pin', { changes: { policy: { pin: {} } } }],
    ['a word it does not know', { hurry: true }],
  ])('refuses %s', (_, change) => {
    expect(PlanRequest.safeParse({ ...request, ...change }).success).toBe(false)
  })
})
