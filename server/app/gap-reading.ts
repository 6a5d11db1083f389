import type { OrganizationId } from '#kernel/id.ts'
import type { Transaction } from '#platform/database/transaction.ts'
import { interviewQuestions } from '@assay/frameworks'
import { dayIn } from '#platform/documents/index.ts'
import { findAssessment, readFindings } from '#rooms/gap-assessments/index.ts'
import { describePlan, findAdoptedPlan } from '#rooms/plans/index.ts'
import { readProfile } from '#rooms/organization/index.ts'
import { type Finding, readiness, rulesVersion, type Situation } from '#rooms/readiness/index.ts'
import type { GapReading, GapSource, ReportFinding, ReportPlan } from '#rooms/reports/index.ts'
import { readSituation } from './situation.ts'

/** What gap reports are made of, gathered from the rooms. */
export const gapReading: GapReading = {
  async assessment(tx, org, id) {
    const found = await assessmentOf(tx, org, id)
    if (!found) return null
    return found.concludedSeq === null ? 'not-concluded' : { name: found.name }
  },

  async source(tx, org, { today, assessment }) {
    const situation = await readSituation(tx, org, today)
    const frozen = assessment === null ? null : await readFrozen(tx, org, assessment)
    return {
      organization: (await readProfile(tx, org)).name,
      scope: scopeOf(situation),
      rulesVersion: frozen?.rulesVersion ?? rulesVersion,
      findings: frozen?.findings ?? readiness(situation).map(fromRecords),
      plan: await readPlan(tx, org, today),
      assessment: frozen?.assessment ?? null,
    }
  },
}

function assessmentOf(tx: Transaction, org: OrganizationId, id: string) {
  return findAssessment(tx, org, id, { person: null, questions: interviewQuestions().length })
}

function fromRecords({ ref, kind, level, stale, reasons, next, declared, disagreement }: Finding): ReportFinding {
  return { ref, kind, level, stale, reasons, next, declared, disagreement }
}

type Frozen = Pick<GapSource, 'findings' | 'rulesVersion' | 'assessment'>

/** The findings of a concluded assessment, as they were frozen. */
async function readFrozen(tx: Transaction, org: OrganizationId, id: string): Promise<Frozen> {
  const found = await assessmentOf(tx, org, id)
  if (!found?.concludedAt || found.concludedSeq === null || !found.rulesVersion) {
    throw new Error(`gap assessment ${id} was concluded when the report was asked for`)
  }
  const { name, summary, concludedSeq: seq, concludedAt } = found
  const findings = (await readFindings(tx, org, id)).map(
    ({ ref, level, stale, reasons, next, declared, note, disagreement }): ReportFinding => ({
      ref,
      kind: ref.startsWith('A.') ? 'control' : 'clause',
      level,
      stale,
      reasons,
      next,
      declared: declared === null ? null : { level: declared, note: note ?? '', by: null, on: null },
      disagreement,
    }),
  )
  const concludedOn = concludedAt.toISOString().slice(0, 10)
  return { findings, rulesVersion: found.rulesVersion, assessment: { id, name, summary, seq, concludedOn } }
}

function scopeOf({ documents }: Situation): string | null {
  const [statement] = documents.effective['scope-statement'] ?? []
  return statement
    ? `As stated in “${statement.name}”, version ${statement.version}, in force since ${dayIn('en', statement.effectiveOn)}.`
    : null
}

async function readPlan(tx: Transaction, org: OrganizationId, today: string): Promise<ReportPlan | null> {
  const adopted = await findAdoptedPlan(tx, org)
  const plan = adopted && (await describePlan({ tx, org, today }, adopted.id))
  if (!plan) return null
  const { id, name, start, decision, months } = plan
  const tasks = plan.plan.tasks.map(({ title, owner, due, durationDays: days, critical, state, task, ...rest }) => ({
    title,
    owner: owner?.name ?? null,
    start: rest.start,
    due: task?.dueOn ?? due,
    days,
    critical,
    state: task?.state === 'done' ? ('done' as const) : task?.overdue ? ('overdue' as const) : state,
  }))
  return { id, name, start, decision, months, tasks, milestones: plan.plan.milestones }
}
