import type { RowProblem } from '#rooms/imports/index.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'
import { type Said, said } from '#kernel/said.ts'
import { issueWords } from '#platform/issue-words.ts'
import { AiSystemDraft } from './contract.ts'
import { isJurisdiction, jurisdictions } from './rules/countries.ts'
import { autonomyLabels, individualDecisionsLabels, provenanceLabels, stateLabels } from './rules/labels.ts'
import * as words from './rules/words.ts'

/** One AI system as a row of a file says it: people by address, units by name. Only the name must be there. */
export type AiSystemImport = Partial<Omit<AiSystemDraft, 'name' | 'owner' | 'unit'>> & {
  name: string
  /** the address of somebody active here */
  owner?: string
  /** the name of a unit */
  unit?: string
  /** where and on what it runs, and the tools behind it: one resource each */
  computing?: string
  tooling?: string
}

export type NotUnderstood = { kind: 'not-understood' } & Said

/** One column that a file may bring: how it is called, what it means, and how its text is read. */
export type ImportField<Name extends keyof AiSystemImport = keyof AiSystemImport> = {
  name: Name
  label: string
  /** other headings under which files bring it, in lower case */
  aliases: readonly string[]
  help: string
  required: boolean
  parse(text: string): Result<NonNullable<AiSystemImport[Name]>, NotUnderstood>
}

const shape = AiSystemDraft.shape

function field<Name extends keyof AiSystemImport>(
  name: Name,
  label: string,
  { aliases = [], help = '', required = false }: { aliases?: readonly string[]; help?: string; required?: boolean },
  parse: ImportField<Name>['parse'],
): ImportField<Name> {
  return { name, label, aliases, help, required, parse }
}

const text =
  (schema: typeof shape.name | typeof shape.purpose) =>
  (given: string): Result<string, NotUnderstood> => {
    const read = schema.safeParse(given)
    if (read.success) return ok(read.data)
    const [issue] = read.error.issues
    return notUnderstood(issue ? issueWords(issue) : 'cannot be used')
  }

/** A word of a closed set, by itself or by its label; case, spaces and hyphens do not matter. */
const oneOf =
  <Word extends string>(values: readonly Word[], labels: Partial<Record<Word, string>>) =>
  (given: string): Result<Word, NotUnderstood> => {
    const wanted = plain(given)
    const found = values.find((word) => plain(word) === wanted || plain(labels[word]?.split(':')[0] ?? '') === wanted)
    return found === undefined ? notUnderstood(said('is none of {choices}', { choices: values.join(', ') })) : ok(found)
  }

function plain(word: string): string {
  return word.toLowerCase().replace(/[\s_-]+/g, '')
}

function notUnderstood(words: string | Said): { ok: false; error: NotUnderstood } {
  return refuse({ kind: 'not-understood', ...(typeof words === 'string' ? { message: words } : words) })
}

function parts(given: string): string[] {
  const all = given.split(/[;,|\n]/).map((part) => part.trim())
  return [...new Set(all.filter((part) => part !== ''))]
}

function tags(given: string): Result<string[], NotUnderstood> {
  const read = shape.sectors.safeParse(parts(given))
  return read.success ? ok(read.data) : notUnderstood('takes at most 50 entries of at most 80 characters')
}

function listOf<Word extends string>(one: (given: string) => Result<Word, NotUnderstood>) {
  return (given: string): Result<Word[], NotUnderstood> => {
    const read: Word[] = []
    for (const part of parts(given)) {
      const word = one(part)
      if (!word.ok) return notUnderstood(ofPart(part, word.error))
      if (!read.includes(word.value)) read.push(word.value)
    }
    return ok(read)
  }
}

/** Which of several entries of a cell it is that cannot be read. */
function ofPart(part: string, { message, text, values }: Said): Said {
  return said(`“{part}” ${text ?? message}`, { ...values, part })
}

const english = new Intl.DisplayNames('en', { type: 'region' })
const codeOfName = new Map(jurisdictions.map((code) => [plain(english.of(code) ?? code), code]))

/** A country by its code or its English name. */
function jurisdiction(given: string): Result<string, NotUnderstood> {
  const code = isJurisdiction(given.toUpperCase()) ? given.toUpperCase() : codeOfName.get(plain(given))
  return code === undefined ? notUnderstood('is no country code of ISO 3166-1 and no English country name') : ok(code)
}

/** `2026-03-31` or `31.03.2026`; a date with slashes may mean two days and is refused. */
function day(given: string): Result<string, NotUnderstood> {
  const german = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(given)
  const iso = german ? `${german[3]}-${german[2]?.padStart(2, '0')}-${german[1]?.padStart(2, '0')}` : given
  const read = shape.since.safeParse(iso)
  return read.success && read.data !== null ? ok(read.data) : notUnderstood('is no day such as 2026-03-31')
}

function email(given: string): Result<string, NotUnderstood> {
  return /^\S+@\S+$/.test(given) ? ok(given) : notUnderstood('is no e-mail address')
}

/** Every column that a file of AI systems may bring, in the order in which it is offered. */
export const aiSystemFields = [
  field('name', 'Name', { aliases: ['system', 'ai system', 'system name', 'title'], required: true }, text(shape.name)),
  field(
    'reference',
    'Inventory number',
    {
      aliases: ['id', 'ref', 'number', 'asset id', 'inventory no'],
      help: 'Your own number; each may be given once.',
    },
    text(shape.reference),
  ),
  field('purpose', 'Purpose', { aliases: ['use case', 'intended use', 'goal'] }, text(shape.purpose)),
  field('description', 'Description', { aliases: ['details', 'notes', 'summary'] }, text(shape.description)),
  field('supplier', 'Supplier', { aliases: ['vendor', 'provider', 'manufacturer'] }, text(shape.supplier)),
  field(
    'owner',
    'Owner (e-mail)',
    {
      aliases: ['owner', 'owner email', 'responsible', 'e-mail of the owner'],
      help: 'The address of somebody who has a place here.',
    },
    email,
  ),
  field(
    'unit',
    'Unit',
    { aliases: ['department', 'business unit', 'team'], help: 'The name of a unit as it is kept here.' },
    text(shape.name),
  ),
  field(
    'provenance',
    'Provenance',
    { aliases: ['origin', 'make or buy', 'built or bought'], help: words.provenances.join(', ') },
    oneOf(words.provenances, provenanceLabels),
  ),
  field(
    'state',
    'State',
    { aliases: ['status', 'lifecycle'], help: 'proposed, in-development or in-use' },
    oneOf(['proposed', 'in-development', 'in-use'], stateLabels),
  ),
  field(
    'since',
    'In this state since',
    { aliases: ['start date', 'in use since', 'go-live'], help: '2026-03-31' },
    day,
  ),
  field(
    'autonomy',
    'Autonomy',
    { aliases: ['autonomy level'], help: words.autonomyLevels.join(', ') },
    oneOf(words.autonomyLevels, autonomyLabels),
  ),
  field(
    'individualDecisions',
    'Decisions about individuals',
    { aliases: ['decides about individuals'], help: words.individualDecisions.join(', ') },
    oneOf(words.individualDecisions, individualDecisionsLabels),
  ),
  field('intendedUsers', 'Intended users', { aliases: ['users'] }, text(shape.intendedUsers)),
  field('humanOversight', 'Human oversight', { aliases: ['oversight'] }, text(shape.humanOversight)),
  field(
    'affectedGroups',
    'People affected',
    { aliases: ['affected groups', 'affected people'], help: 'Several with ; between them' },
    tags,
  ),
  field(
    'jurisdictions',
    'Jurisdictions',
    { aliases: ['countries', 'country', 'region'], help: 'DE; FR; EU' },
    listOf(jurisdiction),
  ),
  field('sectors', 'Sectors', { aliases: ['sector', 'industry', 'tags'], help: 'Several with ; between them' }, tags),
  field(
    'dataClasses',
    'Data',
    { aliases: ['data classes', 'data classification'], help: words.dataClasses.join('; ') },
    listOf(oneOf(words.dataClasses, {})),
  ),
  field('computing', 'Runs on', { aliases: ['hosting', 'infrastructure'] }, text(shape.name)),
  field('tooling', 'Tools', { aliases: ['tooling', 'framework', 'technology'] }, text(shape.name)),
] as const

/** Reads one row by its field names. Empty cells say nothing; every cell that cannot be read is a problem of its own. */
export function readRow(cells: Readonly<Record<string, string>>): {
  values: Partial<AiSystemImport>
  problems: RowProblem[]
} {
  const problems: RowProblem[] = []
  const values: Record<string, unknown> = {}
  for (const { name, required, parse } of aiSystemFields) {
    const text = cells[name]?.trim() ?? ''
    if (text === '') {
      if (required) problems.push({ field: name, message: 'must be given' })
      continue
    }
    const read = parse(text)
    if (read.ok) values[name] = read.value
    else problems.push({ field: name, ...wordsOf(read.error) })
  }
  return { values: asImport(values), problems }
}

function wordsOf({ message, text, values }: NotUnderstood): Said {
  return { message, text, values }
}

// Every value was read by the field of its own name, whose type says so; the loop above loses that pairing.
function asImport(values: Record<string, unknown>): Partial<AiSystemImport> {
  return values as Partial<AiSystemImport>
}
