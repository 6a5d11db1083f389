import { documentTemplate, fillTemplate } from '@assay/frameworks'
import { subjectRef } from '#kernel/id.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Change, Changed } from '#platform/database/change.ts'
import { createDocument, draftVersion, type TemplateFacts, writeVersion } from '#rooms/documents/index.ts'
import { readElements, readWhole, type WholeScope } from './read.ts'
import { insideOf } from './rules/agreement.ts'
import { saveComposition } from './store.ts'

export type ScopeParts = {
  /** what the records of all rooms say, for document templates */
  templateFacts: TemplateFacts
}

type Composed = { id: string; number: number; missing: string[] }
export type ComposeRefusal = { kind: 'person-needed' } | { kind: 'wording-waits'; number: number }

const template = 'scope-statement'
const everyMonths = 12

/**
 * Composes the scope statement from the records as a draft: of a new document, as the next version of the one that is there, or in
 * place of the text of its open draft. What waits for approval is left alone. What is inside now is kept with the version.
 */
export async function composeWording(
  it: Change,
  { templateFacts }: ScopeParts,
): Promise<Result<Changed<Composed>, ComposeRefusal>> {
  const { tx, org, person } = it
  if (!person) return refuse({ kind: 'person-needed' })
  const { document } = await readWhole(tx, org)
  if (document?.open && document.open.state !== 'draft')
    return refuse({ kind: 'wording-waits', number: document.open.number })
  const { body, missing } = await wordingFrom(it, document?.reviewMonths ?? everyMonths, templateFacts)
  const drafted = await draft(it, { document, body }, templateFacts)
  await saveComposition(tx, org, { ...drafted, inside: insideOf(await readElements(tx, org)) })
  return ok({
    value: { id: drafted.document, number: drafted.number, missing },
    facts: [{ type: 'scope.wording-composed', subject: subjectRef('document', drafted.document) }],
  })
}

async function wordingFrom({ tx, org }: Change, months: number, templateFacts: TemplateFacts) {
  const found = documentTemplate(template)
  if (!found) throw new Error('the template of the scope statement is gone')
  const { values, facts } = await templateFacts(tx, org, null)
  const { markdown, missing } = fillTemplate(found, { values: { ...values, reviewMonths: String(months) }, facts })
  const labels = missing.map((name) => found.placeholders.find((one) => one.name === name)?.label ?? name)
  return { body: markdown, missing: labels }
}

type At = { document: string; number: number }

async function draft(
  it: Change,
  { document, body }: { document: WholeScope['document']; body: string },
  templateFacts: TemplateFacts,
): Promise<At> {
  if (!document) {
    const made = await createDocument(it, newStatement, templateFacts)
    if (!made.ok) throw new Error(`the scope statement could not be started: ${made.error.kind}`)
    return { document: made.value.value.id, number: made.value.value.number }
  }
  const { open, id } = document
  const written = open
    ? await writeVersion(it, { id, number: open.number, version: open.version }, { body })
    : await draftVersion(it, id, body)
  if (!written.ok) throw new Error(`the scope statement could not be written: ${written.error.kind}`)
  return { document: id, number: open?.number ?? written.value.value.number }
}

const newStatement = {
  template,
  kind: null,
  title: '',
  body: '',
  about: null,
  code: null,
  owner: null,
  readers: 'everyone',
  retentionMonths: null,
  reviewMonths: everyMonths,
} as const
