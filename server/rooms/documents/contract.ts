import { z } from 'zod'
import { type DocumentKind, documentKinds } from './model.ts'

const day = z.iso.date()
const kind = z.enum(Object.keys(documentKinds) as [DocumentKind, ...DocumentKind[]])
const text = (longest: number) => z.string().trim().min(1).max(longest)
const months = (longest: number) => z.number().int().min(1).max(longest)
const Person = z.object({ id: z.uuid(), name: z.string() })

/** How the document is kept: what it is, who answers for it, who may read it, for how long, how often it is looked at. */
const keeping = {
  title: text(300),
  code: text(60).nullable(),
  kind,
  owner: z.uuid().nullable(),
  readers: z.enum(['everyone', 'aims']),
  retentionMonths: months(1200).nullable(),
  reviewMonths: months(120).nullable(),
}
const defaults = {
  ...keeping,
  code: keeping.code.default(null),
  owner: keeping.owner.default(null),
  readers: keeping.readers.default('aims'),
  retentionMonths: keeping.retentionMonths.default(null),
  reviewMonths: keeping.reviewMonths.default(12),
}

/** A new document with its first draft: from a text, or from a template that fills itself from the records. */
export const DocumentDraft = z
  .strictObject({
    ...defaults,
    title: z.string().trim().max(300).default(''),
    kind: kind.nullable().default(null),
    body: z.string().max(500_000).default(''),
    template: text(60).nullable().default(null),
    /** the record that a template about one record is filled from, such as `ai-system:…` */
    about: z.string().min(3).max(300).nullable().default(null),
  })
  .refine(({ template, title, kind: given }) => template !== null || (title !== '' && given !== null), {
    path: ['title'],
    message: 'give a title and a kind, or choose a template',
  })
export type DocumentDraft = z.infer<typeof DocumentDraft>

// A partial edit: what is left out stays as it is.
export const DocumentEdit = z.strictObject({ ...keeping, publisher: text(300), reviewDueOn: day.nullable() }).partial()
export type DocumentEdit = z.infer<typeof DocumentEdit>

/** An existing signed document, or one of outside origin, that comes in with its file. */
export const DocumentImport = z
  .strictObject({
    ...defaults,
    origin: z.enum(['internal', 'external']).default('internal'),
    publisher: text(300).nullable().default(null),
    /** the day that stands on the paper */
    approvedOn: day,
    /** the name that stands on the paper; left out for documents of outside origin */
    approvedBy: text(200).nullable().default(null),
    effectiveOn: day.nullable().default(null),
    reviewDueOn: day.nullable().default(null),
    note: z.string().trim().max(5000).default(''),
  })
  .refine(({ origin, approvedBy }) => origin === 'external' || approvedBy !== null, {
    path: ['approvedBy'],
    message: 'say whose approval stands on the document',
  })
  .refine(({ origin, publisher }) => origin === 'internal' || publisher !== null, {
    path: ['publisher'],
    message: 'say who issues this document',
  })
  .refine(({ origin, kind: given }) => origin === 'internal' || given === 'other', {
    path: ['kind'],
    message: 'a document of outside origin is of kind other; what you require yourselves is a document of your own',
  })
export type DocumentImport = z.infer<typeof DocumentImport>

/** The next version of a document that came in from outside. */
export const VersionImport = z.strictObject({
  approvedOn: day,
  approvedBy: text(200).nullable().default(null),
  effectiveOn: day.nullable().default(null),
  reviewDueOn: day.nullable().default(null),
  summary: z.string().trim().max(5000).default(''),
  note: z.string().trim().max(5000).default(''),
})
export type VersionImport = z.infer<typeof VersionImport>

/** Left out, the next version starts from the text that holds. */
export const VersionDraft = z.strictObject({ body: z.string().max(500_000).optional() })
export const VersionEdit = z.strictObject({ body: z.string().max(500_000), summary: z.string().max(5000) }).partial()
export type VersionEdit = z.infer<typeof VersionEdit>

export const Submission = z.strictObject({ approver: z.uuid().nullable().default(null) })
/** Without a day the version waits until somebody makes it effective; with a later one it takes effect by itself. */
export const ApprovalDraft = z.strictObject({
  note: z.string().trim().max(5000).default(''),
  effectiveOn: day.nullable().default(null),
})
export const Return = z.strictObject({ note: text(5000) })
export const Effect = z.strictObject({ effectiveOn: day.nullable().default(null) })
export const Withdrawal = z.strictObject({ reason: text(2000) })
export const DocumentReviewDraft = z.strictObject({
  outcome: z.enum(['no-change', 'new-version']),
  note: z.string().trim().max(5000).default(''),
  nextDueOn: day.nullable().default(null),
})
export type DocumentReviewDraft = z.infer<typeof DocumentReviewDraft>

export const DocumentState = z.enum(['draft', 'in-review', 'approved', 'effective', 'withdrawn'])
export const DocumentFilter = z.object({
  kind: kind.optional(),
  state: DocumentState.optional(),
  origin: z.enum(['internal', 'external']).optional(),
  readers: z.enum(['everyone', 'aims']).optional(),
  owner: z.uuid().optional(),
  review: z.enum(['overdue', 'none']).optional(),
})
export type DocumentFilter = z.infer<typeof DocumentFilter>

export const ApprovalView = z.object({
  by: z.object({ id: z.uuid().nullable(), name: z.string() }),
  on: z.string(),
  note: z.string(),
  /** approved before the record was kept here: claimed, not seen */
  outside: z.boolean(),
})

export const DocumentView = z.object({
  id: z.uuid(),
  version: z.number().int(),
  kind,
  code: z.string().nullable(),
  title: z.string(),
  owner: Person.nullable(),
  origin: z.enum(['internal', 'external']),
  publisher: z.string().nullable(),
  readers: z.enum(['everyone', 'aims']),
  retentionMonths: z.number().int().nullable(),
  reviewMonths: z.number().int().nullable(),
  reviewDueOn: z.string().nullable(),
  reviewOverdue: z.boolean(),
  /** `effective` as soon as a version holds, whatever is being written meanwhile */
  state: DocumentState,
  effective: z.object({ number: z.number().int(), effectiveOn: z.string(), approval: ApprovalView }).nullable(),
  /** the version that is being written, reviewed, or approved and waiting */
  open: z.object({ number: z.number().int(), state: z.enum(['draft', 'in-review', 'approved']) }).nullable(),
  template: z.string().nullable(),
  withdrawnOn: z.string().nullable(),
  withdrawnReason: z.string().nullable(),
  changedAt: z.date(),
})
export type DocumentView = z.infer<typeof DocumentView>

export const VersionState = z.enum(['draft', 'in-review', 'approved', 'effective', 'obsolete', 'discarded'])
const VersionHead = z.object({
  number: z.number().int(),
  version: z.number().int(),
  state: VersionState,
  summary: z.string(),
  authors: z.array(Person),
  file: z.object({ name: z.string(), size: z.number().int(), type: z.string(), sha256: z.string() }).nullable(),
  submittedOn: z.string().nullable(),
  requestedApprover: Person.nullable(),
  returnedNote: z.string().nullable(),
  approval: ApprovalView.nullable(),
  effectiveOn: z.string().nullable(),
  obsoleteOn: z.string().nullable(),
  obsoleteBecause: z.enum(['superseded', 'withdrawn']).nullable(),
  createdAt: z.date(),
  changedAt: z.date(),
})
export type VersionHead = z.infer<typeof VersionHead>

export const VersionView = VersionHead.extend({
  /** the text; null where the version is a file */
  body: z.string().nullable(),
  /** placeholders that nobody filled in yet, by label */
  missing: z.array(z.string()),
  /** who may approve it: everyone with that permission who did not write on it; empty means somebody must be invited */
  mayApprove: z.array(Person),
})
export type VersionView = z.infer<typeof VersionView>

export const DocumentRecord = DocumentView.extend({
  /** newest first */
  versions: z.array(VersionHead),
  /** newest first */
  reviews: z.array(
    z.object({
      id: z.uuid(),
      number: z.number().int(),
      by: Person,
      on: z.string(),
      outcome: z.enum(['no-change', 'new-version']),
      note: z.string(),
      nextDueOn: z.string().nullable(),
    }),
  ),
})
export type DocumentRecord = z.infer<typeof DocumentRecord>

export const TemplateView = z.object({
  id: z.string(),
  title: z.string(),
  kind,
  note: z.string(),
  /** clauses and controls of ISO/IEC 42001 that it serves */
  requirements: z.array(z.string()),
})
export const FilledTemplateView = TemplateView.extend({
  body: z.string(),
  missing: z.array(z.object({ name: z.string(), label: z.string(), example: z.string() })),
})
export const VersionRef = z.object({ id: z.uuid(), number: z.number().int() })
