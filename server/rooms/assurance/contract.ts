import { z } from 'zod'
import { FileView } from './files/contract.ts'
import { exploratoryReasons, kinds, origins, planStates, verdicts } from './model.ts'

const measured = z
  .string()
  .regex(/^(ai-system|dataset):[0-9a-f-]{36}$/, 'names an AI system or a data set as ai-system:id or dataset:id')
const sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'is a SHA-256 in 64 hex digits')
const words = (most: number) => z.string().trim().min(1).max(most)

/** What the engine is asked, as `assay measure` reads it: kind, columns, groups, limits. The engine checks it key by key. */
const Definition = z.record(z.string(), z.unknown())

const planFields = {
  title: words(200),
  /** why this measure, and not another that would answer differently */
  reason: words(4000),
  definition: Definition,
  /** how often it is to be run, in days; null: once, or when something changes */
  intervalDays: z.number().int().min(1).max(3650).nullable(),
  /** for drift, the uploaded file that the data is compared with */
  reference: z.uuid().nullable(),
}

export const PlanDraft = z.strictObject({
  ...planFields,
  subject: measured,
  intervalDays: planFields.intervalDays.default(null),
  reference: planFields.reference.default(null),
})
export type PlanDraft = z.infer<typeof PlanDraft>

// A partial edit: what is left out stays as it is, so no field has a default here.
export const PlanEdit = z.strictObject(planFields).partial()
export type PlanEdit = z.infer<typeof PlanEdit>

export const Approving = z.strictObject({ note: z.string().trim().max(2000).default('') })
export const Withdrawal = z.strictObject({ reason: words(2000) })

export const PlanFilter = z.object({
  subject: z.string().max(300).optional(),
  state: z.enum(planStates).optional(),
  kind: z.enum(kinds).optional(),
})
export type PlanFilter = z.infer<typeof PlanFilter>

const Person = z.object({ id: z.uuid(), name: z.string() })

/** A run as lists show it; `lastConfirming` of a plan is one of these too. */
export const RunView = z.object({
  id: z.uuid(),
  version: z.number().int(),
  plan: z.object({ id: z.uuid(), title: z.string(), edition: z.number().int() }),
  subject: z.string(),
  kind: z.enum(kinds),
  origin: z.enum(origins),
  state: z.enum(['asked', 'finished', 'refused', 'cancelled']),
  askedBy: z.object({ ref: z.string(), name: z.string() }),
  askedAt: z.date(),
  /** the entry of the log in which it was asked for or pushed */
  seq: z.number().int(),
  job: z.uuid().nullable(),
  fileName: z.string(),
  fileSha256: z.string().nullable(),
  happenedOn: z.string().nullable(),
  confirming: z.boolean().nullable(),
  exploratoryReason: z.enum(exploratoryReasons).nullable(),
  /** the how-manieth finished run of this file under the plan it is */
  repeat: z.number().int().nullable(),
  verdict: z.enum(verdicts).nullable(),
  reasons: z.array(z.string()),
  warnings: z.array(z.string()),
  /** why the engine refused the file */
  problems: z.array(z.string()),
  /** the number that stands for the result where there is room for one only */
  headline: z.object({ measure: z.string(), value: z.number() }).nullable(),
  rows: z.number().int().nullable(),
  rowsUsed: z.number().int().nullable(),
  engine: z.string().nullable(),
  /** what computed an imported result */
  tool: z.string().nullable(),
  seed: z.number().int().nullable(),
  recordSha256: z.string().nullable(),
  evidence: z.uuid().nullable(),
  task: z.uuid().nullable(),
})
export type RunView = z.infer<typeof RunView>

export const PlanView = z.object({
  id: z.uuid(),
  version: z.number().int(),
  series: z.uuid(),
  edition: z.number().int(),
  subject: z.string(),
  kind: z.enum(kinds),
  title: z.string(),
  reason: z.string(),
  definition: Definition,
  definitionSha256: z.string(),
  intervalDays: z.number().int().nullable(),
  reference: z
    .object({
      id: z.uuid(),
      name: z.string(),
      sha256: z.string(),
      contentRemoved: z.boolean(),
      /** where it was frozen here: the entry of the log that states its hash, and the file that it was made of */
      frozen: z
        .object({
          seq: z.number().int(),
          from: z.string(),
          fromSha256: z.string(),
          /** whether it counts what the plan asks for now */
          fits: z.boolean(),
        })
        .nullable(),
    })
    .nullable(),
  authors: z.array(Person),
  state: z.enum(planStates),
  approval: z.object({ by: Person, on: z.string(), seq: z.number().int(), note: z.string() }).nullable(),
  withdrawnReason: z.string().nullable(),
  /** finished runs under any edition, and how many of them confirm */
  runs: z.object({ finished: z.number().int(), confirming: z.number().int() }),
  lastConfirming: z
    .object({ id: z.uuid(), verdict: z.enum(verdicts), happenedOn: z.string(), origin: z.enum(origins) })
    .nullable(),
  dueOn: z.string().nullable(),
  overdue: z.boolean(),
  createdAt: z.date(),
  changedAt: z.date(),
})
export type PlanView = z.infer<typeof PlanView>

export const PlanRecord = PlanView.extend({
  editions: z.array(z.object({ id: z.uuid(), edition: z.number().int(), state: z.enum(planStates) })),
})
export type PlanRecord = z.infer<typeof PlanRecord>

export const RunFilter = z.object({
  subject: z.string().max(300).optional(),
  /** any edition of the plan that this is one of */
  series: z.uuid().optional(),
  kind: z.enum(kinds).optional(),
  verdict: z.enum(verdicts).optional(),
  confirming: z.enum(['true', 'false']).optional(),
  origin: z.enum(origins).optional(),
})
export type RunFilter = z.infer<typeof RunFilter>

/** Asks for a run on a file that was uploaded, or on one in the operator's folder by its path within it. */
export const RunRequestBody = z
  .strictObject({
    plan: z.uuid(),
    file: z.uuid().optional(),
    path: words(1000).optional(),
    /** a second file, uploaded or by its path: data quality looks for rows in common, fairness confirms on it what a search has found */
    test: z.uuid().optional(),
    testPath: words(1000).optional(),
  })
  .refine(({ file, path }) => (file === undefined) !== (path === undefined), {
    path: ['file'],
    message: 'takes exactly one of file (an uploaded one) and path (in the folder of the operator)',
  })
  .refine(({ test, testPath }) => test === undefined || testPath === undefined, {
    path: ['test'],
    message: 'takes one of test (an uploaded file) and testPath (in the folder of the operator), not both',
  })
export type RunRequestBody = z.infer<typeof RunRequestBody>

const Role = z.enum(['data', 'reference', 'current', 'train', 'test'])

/** The record of a run as the engine writes it (`assay measure --json` holds it); what is beside these keys travels along. */
export const RunRecord = z.looseObject({
  schema: z.literal('assay-run/1'),
  kind: z.enum(kinds),
  definition: Definition,
  planSha256: sha256,
  data: z
    .array(
      z.looseObject({
        role: Role,
        name: words(500),
        sha256,
        bytes: z.number().int().min(0),
        rows: z.number().int().min(0),
        rowsUsed: z.number().int().min(0),
      }),
    )
    .min(1)
    .max(10),
  engine: z.looseObject({ name: words(100), version: words(100), rules: words(100) }),
  seed: z.number().int(),
  result: z.record(z.string(), z.unknown()),
  verdict: z.enum(verdicts),
  reasons: z.array(z.string().max(2000)).max(1000),
  warnings: z.array(z.string().max(2000)).max(1000),
})
export type RunRecord = z.infer<typeof RunRecord>

/** What `assay measure … --push` sends: the record alone, the data stays where it is. */
export const PushBody = z
  .strictObject({
    run: RunRecord,
    /** the plan it was run under; without, the approved plan of the same definition is looked for */
    plan: z.uuid().optional(),
    /** what it measures, where no plan of this definition is here yet: one is then drafted from it */
    subject: measured.optional(),
  })
  .meta({ description: 'The run record of `assay measure`, and the plan or the AI system that it belongs to' })
export type PushBody = z.infer<typeof PushBody>

/** A result that another tool computed: kept and shown as imported. */
export const ImportBody = z.strictObject({
  plan: z.uuid(),
  tool: words(200),
  fileName: words(500),
  fileSha256: sha256.nullable().default(null),
  rows: z.number().int().positive().max(Number.MAX_SAFE_INTEGER).nullable().default(null),
  measuredOn: z.iso.date(),
  verdict: z.enum(verdicts),
  reasons: z.array(words(2000)).max(200).default([]),
  values: z
    .array(
      z.strictObject({
        measure: words(200),
        group: z.string().max(500).nullable().default(null),
        value: z.number().nullable(),
        low: z.number().nullable().default(null),
        high: z.number().nullable().default(null),
      }),
    )
    .min(1)
    .max(5000),
})
export type ImportBody = z.infer<typeof ImportBody>

export const RecheckView = z.object({
  id: z.uuid(),
  job: z.uuid(),
  askedBy: z.object({ ref: z.string(), name: z.string() }),
  askedAt: z.date(),
  /** whether the record has the same bytes; null until it is computed again */
  equal: z.boolean().nullable(),
  recordSha256: z.string().nullable(),
  engine: z.string().nullable(),
  problem: z.string().nullable(),
})
export type RecheckView = z.infer<typeof RecheckView>

/** A run with the engine's own record (as the command line prints it) and how it was computed again. */
export const RunDetail = RunView.extend({
  /** null until it is finished */
  record: z.record(z.string(), z.unknown()).nullable(),
  rechecks: z.array(RecheckView),
  /** whether the data is still with this server, so that it can be computed again */
  canRecheck: z.boolean(),
  /** the uploaded file that was measured; null where the data came from elsewhere */
  file: FileView.nullable(),
})
export type RunDetail = z.infer<typeof RunDetail>

/** Where a subject stands: each approved plan of it with its newest confirming run. */
export const StandingView = z.object({ items: z.array(PlanView) })
