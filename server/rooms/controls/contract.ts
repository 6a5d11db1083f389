import { z } from 'zod'
import { decisions, reasonKinds, statuses } from './rules/applicability.ts'
import { controlStates, formats } from './model.ts'

// the browser says by the server's own rule that a reason says nothing
export { saysNothing } from './rules/applicability.ts'

const day = z.iso.date()
const requirement = z.string().trim().min(3).max(200)
const Named = z.object({ ref: z.string(), name: z.string() })
const Person = z.object({ id: z.uuid(), name: z.string() })
const RequirementName = z.object({ key: z.string(), framework: z.string(), ref: z.string(), title: z.string() })

const fields = {
  reference: z.string().trim().max(60),
  name: z.string().trim().min(1).max(200),
  how: z.string().trim().max(10_000),
  checkHow: z.string().trim().max(10_000),
  checkMonths: z.number().int().min(1).max(60).nullable(),
  owner: z.uuid().nullable(),
  scope: z.enum(['organization', 'systems']),
  systems: z.array(z.uuid()).max(200),
  /** keys of catalogues: `ISO-42001-2023/A.6.2.4` */
  requirements: z.array(requirement).max(200),
}

export const ControlDraft = z.strictObject({
  ...fields,
  reference: fields.reference.default(''),
  how: fields.how.default(''),
  checkHow: fields.checkHow.default(''),
  checkMonths: fields.checkMonths.default(null),
  owner: fields.owner.default(null),
  scope: fields.scope.default('organization'),
  systems: fields.systems.default([]),
  requirements: fields.requirements.default([]),
})
export type ControlDraft = z.infer<typeof ControlDraft>

// A partial edit: what is left out stays as it is, so no field has a default here.
export const ControlEdit = z.strictObject(fields).partial()
export type ControlEdit = z.infer<typeof ControlEdit>

export const CheckDraft = z.strictObject({
  checkedOn: day,
  outcome: z.enum(['works', 'does-not-work']),
  note: z.string().trim().min(1).max(4000),
})
export type CheckDraft = z.infer<typeof CheckDraft>
export const Retirement = z.strictObject({ reason: z.string().trim().min(1).max(2000) })
export const Start = z.strictObject({ runningSince: day.nullable().default(null) })

export const ControlFilter = z.object({
  state: z.enum(controlStates).optional(),
  owner: z.uuid().optional(),
  scope: z.enum(['organization', 'systems']).optional(),
  requirement: z.string().max(200).optional(),
  system: z.uuid().optional(),
  /** running, and its check is overdue; or its last check found that it does not work */
  check: z.enum(['overdue', 'failed']).optional(),
})
export type ControlFilter = z.infer<typeof ControlFilter>

export const ControlItem = z.object({
  id: z.uuid(),
  version: z.number().int(),
  reference: z.string(),
  name: z.string(),
  state: z.enum(controlStates),
  owner: Person.nullable(),
  scope: z.enum(['organization', 'systems']),
  requirements: z.array(RequirementName),
  systems: z.array(z.object({ id: z.uuid(), name: z.string() })),
  checkMonths: z.number().int().nullable(),
  lastCheck: z.object({ on: z.string(), outcome: z.enum(['works', 'does-not-work']) }).nullable(),
  /** null where it does not run */
  checkDueOn: z.string().nullable(),
  checkOverdue: z.boolean(),
  /** accepted evidence that is valid on the day looked from */
  evidence: z.number().int(),
  changedAt: z.date(),
})
export type ControlItem = z.infer<typeof ControlItem>

export const ControlView = ControlItem.extend({
  how: z.string(),
  checkHow: z.string(),
  runningSince: z.string().nullable(),
  retiredOn: z.string().nullable(),
  retiredReason: z.string().nullable(),
  checks: z.array(
    z.object({
      id: z.uuid(),
      version: z.number().int(),
      on: z.string(),
      by: Person,
      outcome: z.enum(['works', 'does-not-work']),
      note: z.string(),
    }),
  ),
})
export type ControlView = z.infer<typeof ControlView>

const Reason = z.strictObject({
  kind: z.enum(reasonKinds),
  /** the risk of the register; or the record that states the law, contract or objective, where there is one */
  ref: z.string().max(300).nullable().default(null),
  words: z.string().trim().max(2000),
})

/** What a person decides about a row. A status is computed and has no place here. */
export const RowDecisionBody = z.discriminatedUnion('decision', [
  z.strictObject({ decision: z.literal('undecided') }),
  z.strictObject({ decision: z.literal('included'), reasons: z.array(Reason).max(20) }),
  z.strictObject({ decision: z.literal('excluded'), reason: z.string().trim().max(4000) }),
])
export type RowDecisionBody = z.infer<typeof RowDecisionBody>
export const AddRow = z.strictObject({ requirement })
export const StatementEdit = z.strictObject({ summary: z.string().trim().max(4000) })
export const Approval = z.strictObject({ note: z.string().trim().max(4000).default('') })

const stateOfStatement = z.enum(['draft', 'approved', 'superseded', 'discarded'])
export const StatementHead = z.object({
  id: z.uuid(),
  version: z.number().int(),
  number: z.number().int(),
  state: stateOfStatement,
  summary: z.string(),
  authors: z.array(Person),
  approval: z.object({ by: Person, on: z.string(), note: z.string(), alone: z.boolean() }).nullable(),
  approvedSeq: z.number().int().nullable(),
  supersededOn: z.string().nullable(),
  counts: z.object({ included: z.number().int(), excluded: z.number().int(), undecided: z.number().int() }),
  files: z.array(z.object({ format: z.enum(formats), sha256: z.string(), size: z.number().int() })),
  createdAt: z.date(),
})
export type StatementHead = z.infer<typeof StatementHead>

const ServingView = z.object({
  ref: z.string(),
  name: z.string(),
  state: z.enum(controlStates),
  owner: z.string().nullable(),
  evidence: z.number().int(),
  lastCheck: z.enum(['works', 'does-not-work']).nullable(),
})
export const RowView = z.object({
  id: z.uuid(),
  version: z.number().int(),
  requirement: RequirementName.extend({ area: z.object({ ref: z.string(), title: z.string() }).nullable() }),
  annexA: z.boolean(),
  decision: z.enum(decisions),
  /** what stands of the decision on the day looked from: an exclusion does not, once an open risk names the requirement */
  standing: z.enum(decisions),
  reasons: z.array(
    z.object({
      kind: z.enum(reasonKinds),
      ref: z.string().nullable(),
      words: z.string(),
      /** what the record was called when the row was decided */
      name: z.string().nullable(),
      /** false where the risk was closed or the obligation withdrawn since: it is no reason any more */
      holds: z.boolean(),
    }),
  ),
  exclusion: z.string().nullable(),
  /** open risks that name it: the first twenty, and how many there are in all */
  risks: z.array(Named),
  riskCount: z.number().int(),
  controls: z.array(ServingView),
  /** computed from the applied controls on the day looked from; null where it is not included */
  status: z.enum(statuses).nullable(),
  /** as it was when the version was approved */
  approvedStatus: z.enum(statuses).nullable(),
})
export type RowView = z.infer<typeof RowView>
export const StatementView = StatementHead.extend({ rows: z.array(RowView) })
export type StatementView = z.infer<typeof StatementView>

/** A row of the version in force or of the draft, to be shown beside a record that it rests on. */
export const RestingRow = z.object({
  id: z.uuid(),
  version: z.number().int(),
  statement: z.object({ id: z.uuid(), number: z.number().int(), state: z.enum(['approved', 'draft']) }),
  requirement: RequirementName,
  decision: z.enum(decisions),
})
export type RestingRow = z.infer<typeof RestingRow>

/** A requirement of another framework that touches the row's. No share of it is covered by that, and nothing is claimed. */
export const RelatedView = z.object({
  to: RequirementName,
  relation: z.enum(['equal', 'subset', 'superset', 'intersects']),
  relationText: z.string(),
  basis: z.string(),
  basisText: z.string(),
  strengthText: z.string(),
  ownJudgement: z.boolean(),
  note: z.string().nullable(),
  /** applied controls that name it themselves */
  controls: z.array(Named),
})
export type RelatedView = z.infer<typeof RelatedView>
export const RowDetail = RowView.extend({ intent: z.string().nullable(), related: z.array(RelatedView) })
export type RowDetail = z.infer<typeof RowDetail>

export const changeKinds = ['added', 'removed', 'decision', 'reasons', 'status'] as const
export const DifferenceView = z.object({
  from: z.object({ id: z.uuid(), number: z.number().int() }),
  to: z.object({ id: z.uuid(), number: z.number().int() }),
  items: z.array(
    z.object({
      requirement: RequirementName,
      changes: z.array(z.enum(changeKinds)),
      before: z
        .object({ decision: z.enum(decisions), words: z.string(), status: z.enum(statuses).nullable() })
        .nullable(),
      after: z
        .object({ decision: z.enum(decisions), words: z.string(), status: z.enum(statuses).nullable() })
        .nullable(),
    }),
  ),
})
export type DifferenceView = z.infer<typeof DifferenceView>
