import { documentTemplate, fillTemplate, type TemplateAnswers } from '@assay/frameworks'
import { v7 as uuidv7 } from 'uuid'
import type { OrganizationId } from '#kernel/id.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Change, Changed } from '#platform/database/change.ts'
import type { Transaction } from '#platform/database/transaction.ts'
import type { DocumentDraft } from './contract.ts'
import { fact, type PersonNeeded } from './loaded.ts'
import { type DocumentId, type DocumentKind, placeholdersLeft, type VersionId } from './model.ts'
import { findProblems, insertDocument } from './store.ts'
import { insertVersion } from './versions-store.ts'

/** What the records say about the organization, and about one record where one is named, for templates to fill from. */
export type TemplateFacts = (tx: Transaction, org: OrganizationId, about: string | null) => Promise<TemplateAnswers>

export type CreateRefusal =
  | PersonNeeded
  | { kind: 'no-such-reference'; problems: { path: string; message: string }[] }
  | { kind: 'no-such-template' }

/** Starts a document with its first draft. From a template the draft fills itself; what could not be filled is named. */
export async function createDocument(
  { org, tx, person }: Change,
  draft: DocumentDraft,
  templateFacts: TemplateFacts,
): Promise<Result<Changed<{ id: DocumentId; number: number; missing: string[] }>, CreateRefusal>> {
  if (!person) return refuse({ kind: 'person-needed' })
  const problems = await findProblems(tx, org, draft)
  if (problems.length > 0) return refuse({ kind: 'no-such-reference', problems })
  const filled = draft.template ? await fill(tx, org, draft, templateFacts) : null
  if (draft.template && !filled) return refuse({ kind: 'no-such-template' })

  const id = uuidv7() as DocumentId
  const body = filled?.body ?? draft.body
  const { code, owner, readers, retentionMonths, reviewMonths, template } = draft
  await insertDocument(tx, org, {
    id,
    kind: draft.kind ?? filled?.kind ?? 'other',
    title: draft.title || (filled?.title ?? ''),
    code,
    owner,
    origin: 'internal',
    publisher: null,
    readers,
    retentionMonths,
    reviewMonths,
    reviewDueOn: null,
    template,
  })
  await insertVersion(tx, org, id, {
    id: uuidv7() as VersionId,
    number: 1,
    version: 1,
    content: { kind: 'text', body },
    summary: '',
    authors: [person],
    state: 'draft',
    returnedNote: null,
  })
  return ok({ value: { id, number: 1, missing: placeholdersLeft(body) }, facts: [fact(id, 'document.drafted')] })
}

async function fill(
  tx: Transaction,
  org: OrganizationId,
  { template, reviewMonths, about }: Pick<DocumentDraft, 'template' | 'reviewMonths' | 'about'>,
  templateFacts: TemplateFacts,
): Promise<{ kind: DocumentKind; title: string; body: string } | null> {
  const found = template ? documentTemplate(template) : undefined
  if (!found) return null
  const { values, facts } = await templateFacts(tx, org, about)
  const review = reviewMonths === null ? {} : { reviewMonths: String(reviewMonths) }
  const { markdown } = fillTemplate(found, { values: { ...values, ...review }, facts })
  return { kind: kindOf(found.id), title: found.title, body: markdown }
}

/** The templates carry the names of the kinds of document that they are for. */
export function kindOf(template: string): DocumentKind {
  if (template === 'ai-policy' || template === 'scope-statement') return template
  return 'other'
}
