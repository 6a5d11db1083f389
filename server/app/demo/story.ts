import { tellInOrder, type At } from './agenda.ts'
import { decideApplicability } from './applicability.ts'
import { dayFrom, decideScopeAndRoles, listSystems, recordContext, screen, type SystemIds } from './beginnings.ts'
import type { Cast } from './cast.ts'
import { gapAnswers } from './gap-answers.ts'
import { carryRequirementsOver, learnObligations } from './obligations.ts'
import { collectEvidence, writeDocuments } from './papers.ts'
import { assessImpacts } from './impacts.ts'
import { putIntoFigures } from './loss-figures.ts'
import { measureInOrder } from './measurements.ts'
import { faceRisks } from './risks.ts'
import { followPlan } from './road.ts'
import { talk } from './talks.ts'
import type { Teller } from './teller.ts'

/** A year at a lender that finds out whether it needs ISO/IEC 42001, and gets a good part of the way. Days count back from today. */
export async function tellStory(teller: Teller, cast: Cast, today: Date): Promise<void> {
  await tellInOrder(teller, (at) => {
    screen(at, cast)
    const ids = listSystems(at, cast)
    recordContext(at, cast)
    const assessment = askWhereWeStand(at, cast)
    decideScopeAndRoles(at, cast, ids)
    writeDocuments(at, cast)
    collectEvidence(at, cast, ids)
    learnObligations(at, cast, ids)
    carryRequirementsOver(at, cast)
    followPlan(at, { teller, cast, today, assessment })
    putIntoFigures(at, { teller, cast, idOf: faceRisks(at, cast, ids) })
    assessImpacts(at, { cast, ids })
    decideApplicability(at, { teller, cast, ids })
    measureInOrder(at, { teller, cast, ids })
    lookAgain(at, cast, ids)
    doTasks(at, cast)
    talk(at, cast, ids)
    nowadays(at, cast, { ids, today })
  })
}

/** Gives back the id of the assessment, which is there once it is told. */
function askWhereWeStand(at: At, { milan, priya, jonas, lucia }: Cast): () => string {
  let assessment = ''
  at(318, async () => {
    assessment = (await milan.post('/gap-assessments', { name: 'First gap assessment' })).id
  })
  const by = { milan, priya, jonas, lucia }
  for (const [index, { ref, who, level, note }] of gapAnswers.entries()) {
    at(Math.max(296, 316 - index), async () => {
      await by[who].patch(`/gap-assessments/${assessment}/answers/${ref}`, 0, { level, note })
    })
  }
  at(294, async () => {
    await milan.post(`/gap-assessments/${assessment}/conclude`, {
      summary: 'The inventory and the credit model stand; audit, review and monitoring are missing.',
      leaveUnanswered: true,
    })
  })
  return () => assessment
}

function lookAgain(at: At, { milan }: Cast, ids: SystemIds): void {
  for (const [key, daysAgo] of [
    ['credit', 170],
    ['hiring', 165],
    ['chatbot', 160],
  ] as const) {
    at(daysAgo, async () => {
      await milan.post(`/ai-systems/${ids[key]}/review`)
    })
  }
  at(120, async (reviewedOn) => {
    await milan.post('/organization/reviews', {
      about: 'interested-parties',
      reviewedOn,
      outcome: 'Works council added; its two requirements were taken on.',
      nextDueOn: dayFrom(reviewedOn, 365),
    })
  })
}

function doTasks(at: At, { milan, lucia, priya }: Cast): void {
  const tasks = [
    {
      daysAgo: 140,
      title: 'Agree criteria for consequences to persons',
      owner: lucia.id,
      due: 110,
      done: 108,
    },
    { daysAgo: 130, title: 'Name who may stop the credit model', owner: priya.id, due: 100, done: 102 },
    {
      daysAgo: 45,
      title: 'Book the internal audit of clauses 4 to 10',
      owner: milan.id,
      due: -30,
      done: null,
    },
    {
      daysAgo: 40,
      title: 'Ask the chatbot supplier for its change notices',
      owner: priya.id,
      due: 6,
      done: null,
    },
  ]
  for (const { daysAgo, title, owner, due, done } of tasks) {
    let made = ''
    at(daysAgo, async (created) => {
      made = (await milan.post('/tasks', { title, owner, dueOn: dayFrom(created, daysAgo - due) })).id
    })
    if (done === null) continue
    at(done, async () => {
      await milan.post(`/tasks/${made}/complete`)
    })
  }
}

function nowadays(at: At, { milan, tom, priya }: Cast, { ids, today }: { ids: SystemIds; today: Date }): void {
  at(20, async () => {
    await tom.post('/ai-systems/intake', {
      name: 'Meeting notes assistant',
      purpose: 'Writes minutes of team meetings',
      supplier: 'A cloud vendor',
      dataClasses: ['internal'],
      usedAlready: true,
    })
  })
  at(9, async () => {
    await priya.post('/evidence', {
      title: 'Drift of applicant income, October',
      content: { kind: 'measurement', measure: 'Population stability index, income', value: '0.14', sampleSize: 4120 },
      subjects: [`ai-system:${ids.credit}`, 'requirement:ISO-42001-2023/A.6.2.6'],
    })
  })
  at(5, async () => {
    await milan.post('/gap-assessments', { name: `Gap assessment ${today.getUTCFullYear()}` })
  })
}
