import { describe, expect, it } from 'vitest'
import { aPlanInput } from './a-plan-input.ts'
import { type Plan, type PlanInput, type PlannedTask, planRoadmap } from './model.ts'
import { addMonths, isWorkingDay } from './rules/days.ts'
import { areas, hardOrder, hardPairs, road } from './rules/road.ts'

function planned(change: Partial<PlanInput> = {}): Plan {
  const plan = planRoadmap(aPlanInput(change))
  if (!plan.ok) throw new Error(`refused: ${JSON.stringify(plan.error)}`)
  return plan.value
}

function refused(change: Partial<PlanInput>) {
  const plan = planRoadmap(aPlanInput(change))
  if (plan.ok) throw new Error(`planned, decision ${plan.value.decision}`)
  return plan.error
}

function taskOf(plan: Plan, key: string): PlannedTask {
  const task = plan.tasks.find((it) => it.key === key)
  if (!task) throw new Error(`no task ${key}`)
  return task
}

const peopleSizes = [1, 11, 120, 1000, 50_000]
const systemCounts = [0, 3, 15, 40, 100, 2000]
const paces = ['gentle', 'steady', 'brisk'] as const

/** Sizes, paces and gaps in every combination, with starts, sites, periods and lead times in turn: 540 inputs. */
function* manyInputs(): Generator<Partial<PlanInput>> {
  let turn = 0
  for (const people of peopleSizes) {
    for (const systems of systemCounts) {
      for (const pace of paces) {
        for (const hasRunning27001 of [false, true]) {
          for (const openRefs of [null, ['4.1', 'A.6.2.4', 'A.6.2.6', 'A.10.3', '9.2.1'], []]) {
            turn += 1
            const start = `2027-${String((turn % 12) + 1).padStart(2, '0')}-${String((turn % 28) + 1).padStart(2, '0')}`
            yield {
              schedule: { direction: 'forwards', start },
              size: { people, systems, sites: (turn % 4) + 1, hasRunning27001 },
              pace,
              openRefs,
              operatingMonths: (turn % 3) + 2,
              bodyLeadTimeWeeks: (turn % 5) * 6,
            }
          }
        }
      }
    }
  }
}

describe('the length of the road', () => {
  it.each([
    { people: 5, systems: 2, hasRunning27001: true, pace: 'brisk' as const, from: 6, to: 8 },
    { people: 40, systems: 4, hasRunning27001: true, pace: 'steady' as const, from: 8, to: 10 },
    { people: 120, systems: 8, hasRunning27001: false, pace: 'steady' as const, from: 11.5, to: 12.5 },
    { people: 4000, systems: 60, hasRunning27001: false, pace: 'steady' as const, from: 14, to: 17 },
    { people: 60_000, systems: 900, hasRunning27001: false, pace: 'gentle' as const, from: 16.5, to: 18 },
  ])(
    'is $from to $to months for $people people and $systems systems',
    ({ people, systems, hasRunning27001, pace, from, to }) => {
      const { months } = planned({ size: { people, systems, sites: 1, hasRunning27001 }, pace })
      expect(months).toBeGreaterThanOrEqual(from)
      expect(months).toBeLessThanOrEqual(to)
    },
  )

  it('stays within six and eighteen months for every size and pace with a full gap', () => {
    const months = peopleSizes.flatMap((people) =>
      systemCounts.flatMap((systems) =>
        paces.flatMap((pace) =>
          [false, true].map(
            (hasRunning27001) => planned({ size: { people, systems, sites: 1, hasRunning27001 }, pace }).months,
          ),
        ),
      ),
    )
    expect(Math.min(...months)).toBeGreaterThanOrEqual(6)
    expect(Math.max(...months)).toBeLessThanOrEqual(18)
  })

  it('never shrinks when people, systems, sites, months of operation or lead time grow', () => {
    const { months } = planned()
    const size = aPlanInput().size
    for (const more of [
      { size: { ...size, people: 5000 } },
      { size: { ...size, systems: 90 } },
      { size: { ...size, sites: 36 } },
      { operatingMonths: 6 },
      { bodyLeadTimeWeeks: 50 },
      { pace: 'gentle' as const },
    ]) {
      expect(planned(more).months).toBeGreaterThan(months)
    }
  })

  it('says so when it is longer than usual', () => {
    expect(planned({ operatingMonths: 12 }).cautions).toContainEqual({
      kind: 'longer-than-usual',
      months: expect.any(Number),
    })
    expect(planned().cautions).toEqual([])
  })
})

describe('the order of the road', () => {
  it('puts no open task before the end of what it waits for, on working days only', () => {
    for (const input of manyInputs()) {
      const plan = planned(input)
      const byKey = new Map(plan.tasks.map((task) => [task.key, task]))
      for (const task of plan.tasks) {
        expect(isWorkingDay(task.start) && isWorkingDay(task.due) && task.start <= task.due).toBe(true)
        for (const key of task.dependsOn) expect(String(byKey.get(key)?.due) < task.start).toBe(true)
      }
    }
  })

  it('keeps the hard order and the operating period fully between', () => {
    for (const input of manyInputs()) {
      const plan = planned(input)
      for (const [before, after] of hardPairs) {
        expect(taskOf(plan, before).due < taskOf(plan, after).start, `${before} before ${after}`).toBe(true)
      }
      const period = taskOf(plan, 'operating-period')
      const audit = taskOf(plan, 'internal-audit')
      expect(audit.start >= addMonths(period.start, input.operatingMonths ?? 3)).toBe(true)
      for (const task of plan.tasks.filter((it) => it.phase === 'implementation'))
        expect(task.due < period.start).toBe(true)
      expect(plan.tasks.at(-1)?.key).toBe('decision')
    }
  })

  it('names the order that the standard makes hard', () => {
    expect(hardOrder).toEqual([
      'controls-running',
      'operating-period',
      'internal-audit',
      'management-review',
      'stage-1',
      'stage-1-concerns',
      'stage-2',
      'close-nonconformities',
      'decision',
    ])
  })

  it('chooses the body early, beside the work, and waits for it only before stage 1', () => {
    const plan = planned()
    expect(taskOf(plan, 'choose-body').start < taskOf(plan, 'method').start).toBe(true)
    expect(taskOf(plan, 'choose-body').critical).toBe(false)
    const slow = planned({ bodyLeadTimeWeeks: 52 })
    expect(taskOf(slow, 'body-lead-time')).toMatchObject({ critical: true, durationDays: 260 })
  })
})

describe('the critical path', () => {
  it('leads without a gap from the first day to the decision', () => {
    for (const input of manyInputs()) {
      const plan = planned(input)
      const critical = plan.tasks.filter((task) => task.critical)
      expect(critical[0]?.start).toBe(plan.start)
      expect(critical.at(-1)?.key).toBe('decision')
      for (const task of critical.slice(1)) {
        expect(task.dependsOn.some((key) => critical.some((it) => it.key === key))).toBe(true)
      }
      expect(plan.tasks.every((task) => task.slackDays >= 0 && task.critical === (task.slackDays === 0))).toBe(true)
    }
  })

  it('moves the decision day for day, and slack is exactly what does not', () => {
    const plan = planned()
    for (const task of plan.tasks) {
      // The last day up to which the task may slip, and one day further.
      const late = workingDaysAfter(task.start, task.slackDays)
      const tooLate = workingDaysAfter(task.start, task.slackDays + 1)
      if (task.slackDays > 0)
        expect(planned({ changes: { [task.key]: { pin: { start: late } } } }).decision).toBe(plan.decision)
      expect(planned({ changes: { [task.key]: { pin: { start: tooLate } } } }).decision).toBe(
        workingDaysAfter(plan.decision, 1),
      )
    }
  })
})

function workingDaysAfter(day: string, count: number): string {
  const at = new Date(`${day}T00:00:00Z`)
  for (let left = count; left > 0; ) {
    at.setUTCDate(at.getUTCDate() + 1)
    if (at.getUTCDay() !== 0 && at.getUTCDay() !== 6) left -= 1
  }
  return at.toISOString().slice(0, 10)
}

describe('backwards from a wished date', () => {
  it('gives back the end and the start of a forwards plan', () => {
    for (const input of manyInputs()) {
      const forwards = planned(input)
      const backwards = planned({ ...input, schedule: { direction: 'backwards', wishedDate: forwards.decision } })
      expect(backwards.decision).toBe(forwards.decision)
      expect(backwards.start).toBe(forwards.start)
    }
  })

  it('refuses a date that cannot hold the road with the first that can, and that one holds', () => {
    const error = refused({ schedule: { direction: 'backwards', wishedDate: '2027-03-01' } })
    if (error.kind !== 'too-early') throw new Error(error.kind)
    expect(error.earliest).toBe('2027-11-25')
    const plan = planned({ schedule: { direction: 'backwards', wishedDate: error.earliest } })
    expect(plan).toMatchObject({ decision: error.earliest, start: '2026-11-23' })
    expect(refused({ schedule: { direction: 'backwards', wishedDate: '2027-11-24' } })).toEqual(error)
  })

  it('refuses a date in the past the same way', () => {
    expect(refused({ schedule: { direction: 'backwards', wishedDate: '2020-01-01' } })).toMatchObject({
      kind: 'too-early',
    })
  })

  it('takes the Friday before a wished weekend', () => {
    expect(planned({ schedule: { direction: 'backwards', wishedDate: '2028-04-02' } }).decision).toBe('2028-03-31')
  })

  it('starts as late as the date allows, and keeps pinned tasks where they are', () => {
    const changes = { policy: { pin: { start: '2027-02-01' } } }
    const plan = planned({ changes, schedule: { direction: 'backwards', wishedDate: '2028-12-01' } })
    // The policy needs the scope before: that alone holds the start now.
    expect(taskOf(plan, 'policy').start).toBe('2027-02-01')
    expect(taskOf(plan, 'scope').due < '2027-02-01').toBe(true)
    expect(plan.decision <= '2028-12-01').toBe(true)
  })

  it('counts a pin into the earliest date', () => {
    const changes = { 'stage-1': { pin: { start: '2028-05-01' } } }
    const error = refused({ changes, schedule: { direction: 'backwards', wishedDate: '2028-05-02' } })
    if (error.kind !== 'too-early') throw new Error(error.kind)
    expect(planned({ changes, schedule: { direction: 'backwards', wishedDate: error.earliest } }).decision).toBe(
      error.earliest,
    )
  })
})

describe('open requirements', () => {
  const leafClauses = road.flatMap((it) => it.refs)

  it('cover the 32 clauses and nine areas', () => {
    expect(new Set(leafClauses).size).toBe(32)
    expect(leafClauses.length).toBe(32)
    expect(areas.reduce((sum, area) => sum + area.controls, 0)).toBe(38)
  })

  it('stand each in exactly one task', () => {
    const openRefs = ['4.1', '5.2', '6.1.3', '8.4', '9.2.2', '9.3.1', '10.2', 'A.2.2', 'A.6.2.4', 'A.6.1.2', 'A.10.2']
    const plan = planned({ openRefs })
    expect(plan.tasks.flatMap((task) => task.refs).toSorted()).toEqual(openRefs.toSorted())
    expect(taskOf(plan, 'close:A.6').refs).toEqual(['A.6.2.4', 'A.6.1.2'])
    expect(taskOf(plan, 'close:A.10').refs).toEqual(['A.10.2'])
  })

  it('leave no task for an area without any, and a day to confirm a clause that is reached', () => {
    const plan = planned({ openRefs: ['A.6.2.4'] })
    expect(plan.tasks.filter((task) => task.key.startsWith('close:')).map((task) => task.key)).toEqual(['close:A.6'])
    expect(taskOf(plan, 'policy').durationDays).toBe(1)
  })

  it('take less time the fewer of an area are open', () => {
    const all = planned()
    const one = planned({ openRefs: ['A.6.2.4'] })
    expect(taskOf(one, 'close:A.6').durationDays).toBeLessThan(taskOf(all, 'close:A.6').durationDays)
  })

  it('never spare the internal audit or the management review', () => {
    const plan = planned({ openRefs: [] })
    expect(taskOf(plan, 'internal-audit').durationDays).toBeGreaterThan(1)
    expect(taskOf(plan, 'management-review').durationDays).toBeGreaterThan(1)
  })

  it('are refused when the standard has no such requirement', () => {
    expect(refused({ openRefs: ['A.1.1'] })).toEqual({ kind: 'unknown-requirement', ref: 'A.1.1' })
  })
})

describe('milestones', () => {
  it('follow the road and name the last dates of the first cycle', () => {
    const plan = planned()
    const dates = plan.milestones.map((milestone) => milestone.date)
    expect(plan.milestones.find((it) => it.key === 'decision')?.date).toBe(plan.decision)
    expect(plan.milestones.filter((it) => it.kind === 'latest').map((it) => it.date)).toEqual([
      addMonths(plan.decision, 12),
      addMonths(plan.decision, 36),
    ])
    expect(dates.at(-1)).toBe(addMonths(plan.decision, 36))
  })

  it('promise no certificate in any word of the plan', () => {
    const words = JSON.stringify(planned())
    expect(words).not.toMatch(/certified|will receive|guarantee|certificate (is )?issued/i)
  })
})
