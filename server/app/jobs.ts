import type { JobRun, Queues } from '#platform/jobs/index.ts'
import { openMail } from '#platform/mail.ts'
import { invitationMail, mailAboutPassword, mailInvitation, passwordMail } from '#rooms/identity/index.ts'
import {
  assuranceFreezeQueue,
  assuranceRecheckQueue,
  assuranceRunQueue,
  makeFrozenReference,
  makeRecheck,
  makeRun,
  noteCalledOff,
} from '#rooms/assurance/index.ts'
import {
  carryOutOrder,
  carryOutQueue,
  endCalledOff as endCalledOffEdit,
  type SliceParts,
  undoOrder,
  undoQueue,
} from '#rooms/bulk-edits/index.ts'
import { commentMail, mailMentioned } from '#rooms/comments/index.ts'
import { commitImport, endCalledOff, undoImport } from '#rooms/imports/index.ts'
import { forgetWhatIsOver, sweepBlobs } from './housekeeping.ts'
import { mailDigests } from './mail-digests.ts'
import { documentsTakeEffect } from './take-effect.ts'
import { gapReportQueue, makeGapReport } from '#rooms/reports/index.ts'
import {
  checkTasksQueue,
  makeMissingStatementFiles,
  makeStatementFiles,
  statementFilesQueue,
} from '#rooms/controls/index.ts'
import { editableLists } from './editable-lists.ts'
import { impactWatchQueue } from '#rooms/impact-assessments/index.ts'
import {
  makeSimulation,
  makeSimulationAgain,
  noteSimulationCalledOff,
  riskSimulationQueue,
  riskWatchQueue,
  simulationRepeatQueue,
} from '#rooms/risks/index.ts'
import { remindAllOfChecks, settleTasksOfControl } from './checking.ts'
import { remindAllOfImpactReviews, watchForNewLook } from './impacts.ts'
import { remindAllOfReassessment, watchForReassessment } from './reassessing.ts'
import { watchSystem } from '#rooms/obligations/index.ts'
import { watchFact } from '#rooms/screening/index.ts'
import type { OrganizationId, SubjectRef } from '#kernel/id.ts'
import { systemActor } from './system-actor.ts'
import { gapReading } from './gap-reading.ts'
import { assuranceParts, lookAtAllWatched, remindAllOfOverdue, removeAllExpired } from './measuring.ts'
import { goneReasons } from './gone-reasons.ts'
import { openRisks } from './open-risks.ts'
import { importRegisters } from './imports.ts'
import { madeFromIn } from './made-from.ts'
import type { JobParts, Parts } from './rooms.ts'
import { permissions } from './permissions.ts'
import { subjects } from './subjects.ts'
import { takeAllSnapshots } from './snapshots.ts'

/** Every kind of later work: the queue that a change puts its job in, and who does it. */
export const queues: Queues<JobParts> = {
  [carryOutQueue]: {
    work: (run, parts) => carryOutOrder(run, sliceParts(parts)),
    calledOff: (run, parts) => endCalledOffEdit(run, sliceParts(parts)),
  },
  [undoQueue]: {
    work: (run, parts) => undoOrder(run, sliceParts(parts)),
    calledOff: (run, parts) => endCalledOffEdit(run, sliceParts(parts)),
  },
  'imports-commit': {
    work: (run, { door, config }) => commitImport(run, { door, registers: importRegisters(config) }),
    calledOff: (run, { door, config }) => endCalledOff(run, { door, registers: importRegisters(config) }),
  },
  'imports-undo': {
    work: (run, { door, config }) => undoImport(run, { door, registers: importRegisters(config) }),
    calledOff: (run, { door, config }) => endCalledOff(run, { door, registers: importRegisters(config) }),
  },
  [invitationMail]: { work: mailInvited },
  // every hour, so that a machine that sleeps at midnight catches up when it wakes
  'readiness-snapshots': { schedule: '10 * * * *', work: takeAllSnapshots },
  'documents-take-effect': { schedule: '5 0 * * *', work: documentsTakeEffect },
  'screening-watch': { work: watchForTriggers },
  'obligations-watch': { work: watchForAct },
  'tasks-digest': { schedule: '0 6 * * *', work: mailDigests },
  [commentMail]: { work: mailWhoIsMentioned },
  [passwordMail]: { work: mailPasswords },
  [assuranceRunQueue]: {
    work: (run, parts) => makeRun(run, assuranceParts(parts)),
    calledOff: (run, parts) => noteCalledOff(run, assuranceParts(parts)),
  },
  [assuranceRecheckQueue]: { work: (run, parts) => makeRecheck(run, assuranceParts(parts)) },
  [assuranceFreezeQueue]: { work: (run, parts) => makeFrozenReference(run, assuranceParts(parts)) },
  'assurance-retention': { schedule: '10 3 * * *', work: removeAllExpired },
  'assurance-looks': { schedule: '40 * * * *', work: lookAtAllWatched },
  'assurance-overdue': { schedule: '30 5 * * *', work: remindAllOfOverdue },
  [riskSimulationQueue]: {
    work: (run, { door }) => makeSimulation(run, { door, actor: simulating }),
    calledOff: (run, { door }) => noteSimulationCalledOff(run, { door, actor: simulating }),
  },
  [simulationRepeatQueue]: { work: (run, { door }) => makeSimulationAgain(run, { door, actor: simulating }) },
  [riskWatchQueue]: { work: watchForReassessment },
  [impactWatchQueue]: { work: watchForNewLook },
  'impact-assessments-review': { schedule: '55 5 * * *', work: remindAllOfImpactReviews },
  'risks-reassess': { schedule: '50 5 * * *', work: remindAllOfReassessment },
  [gapReportQueue]: { work: makeReport },
  [checkTasksQueue]: { work: settleTasksOfControl },
  'controls-checks-due': { schedule: '45 5 * * *', work: remindAllOfChecks },
  [statementFilesQueue]: { work: makeFilesOfStatement },
  'controls-missing-files': {
    schedule: '25 * * * *',
    work: (run, parts) => makeMissingStatementFiles(run, statementFileParts(parts)),
  },
  'blobs-sweep': { schedule: '40 3 * * *', work: sweepBlobs },
  'forget-what-is-over': { schedule: '20 3 * * *', work: forgetWhatIsOver },
}

function sliceParts({ door, pool, book }: JobParts): SliceParts {
  return { door, pool, book, editables: editableLists }
}

function simulating(org: OrganizationId) {
  return systemActor(org, 'risks')
}

/** An event that reopens the question whether ISO/IEC 42001 is needed raises its trigger by itself. */
async function watchForTriggers(run: JobRun, { door }: Parts): Promise<void> {
  const { type, subject } = run.data
  await watchFact(door, systemActor(run.org(), 'screening'), {
    type: String(type),
    subject: String(subject) as SubjectRef,
  })
}

/** A change of a system opens what was answered about it under the EU AI Act again. */
async function watchForAct(run: JobRun, { door }: Parts): Promise<void> {
  const { type, subject } = run.data
  await watchSystem(door, systemActor(run.org(), 'obligations'), {
    type: String(type),
    subject: String(subject) as SubjectRef,
  })
}

/** Where no mail is configured, nobody is written to. */
async function mailPasswords(run: JobRun, { config, accounts, pool }: Parts): Promise<void> {
  const mail = openMail(config)
  if (!mail) return
  await mailAboutPassword(run, { accounts, pool, mail, origin: config.url.origin }).finally(() => mail.close())
}

async function mailWhoIsMentioned(run: JobRun, { config, door }: Parts): Promise<void> {
  const mail = openMail(config)
  if (!mail) return
  await mailMentioned(run, { door, mail, subjects, origin: config.url.origin }).finally(() => mail.close())
}

async function mailInvited(run: JobRun, { config, door }: Parts): Promise<void> {
  const mail = openMail(config)
  if (!mail) return
  const origin = config.url.origin
  await mailInvitation(run, { door, permissions, mail, origin }).finally(() => mail.close())
}

function makeReport(run: JobRun, { door, blobs, config }: Parts) {
  const madeFrom = madeFromIn(config.url)
  return makeGapReport(run, { door, blobs, reading: gapReading, madeFrom, actor: (org) => systemActor(org, 'reports') })
}

function makeFilesOfStatement(run: JobRun, parts: Parts) {
  return makeStatementFiles(run, statementFileParts(parts))
}

/** What making the files of an approved Statement of Applicability is handed. */
export function statementFileParts({ door, blobs, config }: Pick<Parts, 'door' | 'blobs' | 'config'>) {
  const madeFrom = madeFromIn(config.url)
  return { door, blobs, openRisks, goneReasons, madeFrom, actor: (org: OrganizationId) => systemActor(org, 'controls') }
}
