import { expect, it } from 'vitest'
import { but, everythingRecorded, oneShort, today, tooLate } from './a-situation.ts'
import { readiness } from './findings.ts'
import { type HomeSituation, nextSteps, startSteps, stepsFromFindings, urgentSteps } from './next-steps.ts'
import { nothingRecorded } from './nothing-recorded.ts'

const full = everythingRecorded()
const quiet: HomeSituation = {
  works: true,
  waiting: { items: [], total: 0 },
  overdueTasks: [],
  screening: { concluded: true, openTriggers: 0 },
  interview: { open: null, ever: true },
  planned: true,
}

it('a measurement that breaks its limit is named before what begins, and leads to its run', () => {
  const failing = [{ ref: 'measurement-run:1', name: 'Approval rates' }]
  const steps = nextSteps(
    readiness(full),
    { ...quiet, planned: false },
    startSteps(full, { ...quiet, planned: false }),
    failing,
  )
  expect(steps[0]).toMatchObject({
    kind: 'overdue',
    title: 'Act on the failed measurement “Approval rates”',
    about: 'measurement-run:1',
  })
})

it('what waits and what is late stand before what begins, and that before what the findings ask for', () => {
  const since = new Date('2026-11-02T09:00:00Z')
  const home: HomeSituation = {
    ...quiet,
    waiting: {
      items: [{ what: 'approve-document', subject: 'document:1', name: 'AI policy', since, dueOn: null }],
      total: 1,
    },
    overdueTasks: [{ ref: 'task:1', title: 'Name the owners', dueOn: '2026-11-01' }],
    planned: false,
  }
  const late = but(full, 'organization', { scopeReview: tooLate })
  const steps = nextSteps(readiness(late), home, startSteps(late, home))
  expect([...new Set(steps.map(({ kind }) => kind))]).toEqual([
    'decide',
    'overdue',
    'begin',
    'stale',
    'missing',
    'raise',
  ])
  expect(steps[0]).toMatchObject({ title: 'Approve “AI policy”', about: 'document:1', since: '2026-11-02' })
  expect(steps[1]).toMatchObject({ title: 'Name the owners', dueOn: '2026-11-01' })
})

it('what reopens the screening is one step, and says what happened to those who decide', () => {
  const since = new Date('2026-11-02T09:00:00Z')
  const waiting = {
    what: 'answer-trigger',
    subject: 'screening-trigger:1',
    name: 'A deal was lost: Bank',
    since,
    dueOn: null,
  }
  const home: HomeSituation = {
    ...quiet,
    waiting: { items: [waiting], total: 1 },
    screening: { concluded: true, openTriggers: 3 },
  }
  expect(urgentSteps(home)).toMatchObject([
    {
      title: 'Look at the screening again',
      why: 'Something happened that may change whether you need ISO/IEC 42001: A deal was lost: Bank.',
      page: 'screening',
      since: '2026-11-02',
    },
  ])
  expect(urgentSteps({ ...home, waiting: quiet.waiting })).toMatchObject([
    { why: expect.stringMatching(/42001\.$/), since: null },
  ])
})

it('what several findings ask for is one step, which says all that it serves', () => {
  const unmarked = but(full, 'aiSystems', { inScope: 0 })
  const [first] = stepsFromFindings(readiness(unmarked)).filter(({ kind }) => kind === 'missing')
  expect(first).toMatchObject({
    title: 'Mark which of the registered systems are in scope.',
    about: 'requirement:ISO-42001-2023/4.1',
    serves: ['4.1', 'A.3.2', 'A.4.2', 'A.4.3', 'A.4.4', 'A.4.5', 'A.4.6'],
  })
})

it('why a step is next is the reason that keeps its finding where it stands', () => {
  const unowned = but(full, 'aiSystems', { withoutOwner: oneShort })
  const step = stepsFromFindings(readiness(unowned)).find(({ serves }) => serves.includes('A.3.2'))
  expect(step).toMatchObject({
    title: 'Name an owner for each system in scope.',
    why: 'Without an owner: Credit model.',
  })
})

it('what is declared higher than it is shown comes before raising what is proven', () => {
  const answers = {
    '4.4': { level: 'effective', note: 'It works.', by: 'Ada', on: today, ref: 'gap-assessment:1' } as const,
  }
  const steps = stepsFromFindings(readiness(but(full, 'interview', { answers })))
  const kinds = steps.map(({ kind }) => kind)
  expect(kinds.indexOf('disagreement')).toBeLessThan(kinds.indexOf('raise'))
  expect(steps.find(({ kind }) => kind === 'disagreement')?.serves).toEqual(['4.4'])
})

it('whoever is told to list the systems is told once', () => {
  const empty = nothingRecorded(today)
  const titles = nextSteps(readiness(empty), quiet, startSteps(empty, quiet)).map(({ title }) => title)
  expect(titles).toContain('List your AI systems')
  expect(titles.filter((title) => title.startsWith('Register your AI systems'))).toEqual([])
})

it('a level that is the highest one asks for nothing more', () => {
  const served = stepsFromFindings(readiness(full)).flatMap(({ serves }) => serves)
  expect(served).not.toContain('4.1')
  expect(served).toContain('4.4')
})
