/** Participles that carry a particle: the object stands behind both. */
const particles = new Set(['for', 'out', 'in', 'up', 'off', 'on', 'to', 'over'])

/** Facts that the rule below would put awkwardly. */
const said: Record<string, string> = {
  'person.joined': 'added a person',
  'organization.profile-edited': 'edited the profile of the organization',
  'calendar.renewed': 'made a new calendar address',
  'calendar.revoked': 'ended the calendar address',
  'document.described': 'changed how the document is kept',
  'document.file-attached': 'attached a file to the document',
  'document.taken-back': 'took the document back from review',
  'document.took-effect': 'let the document take effect',
  'document.version-drafted': 'began the next version of the document',
  'document.version-obsoleted': 'marked the version before as obsolete',
  'document.version-written': 'wrote on the document',
  'evidence.attached': 'linked evidence to it',
  'evidence.detached': 'took a link to evidence away',
  'evidence.review-reopened': 'took the review of the evidence back',
  'mail.digest-chosen': 'chose how often mail comes',
  'log.epoch-opened': 'opened a new epoch of the log, because entries were lost',
  'log.entries-lost': 'stated which entries were lost',
}

const abbreviations: Record<string, string> = { ai: 'AI', api: 'API', csv: 'CSV', ical: 'iCal' }

/**
 * What a fact says, as the end of a sentence that begins with who did it: `task.created` is "created the task",
 * `ai-system.roles-confirmed` "confirmed roles of the AI system".
 */
export function sayFact(type: string): string {
  const known = said[type]
  if (known) return known
  const [noun = '', verbal = ''] = type.split('.')
  const words = verbal.split('-')
  const last = words.at(-1) ?? ''
  const verb = particles.has(last) ? words.splice(-2).join(' ') : (words.pop() ?? '')
  const whole = `the ${spoken(noun.split('-'))}`
  return words.length === 0 ? `${verb} ${whole}` : `${verb} ${spoken(words)} of ${whole}`
}

function spoken(words: string[]): string {
  return words.map((word) => abbreviations[word] ?? word).join(' ')
}

/** A column as a person would call it: `due_on` is "Due on", `owner_id` "Owner". */
export function sayColumn(column: string): string {
  const words = column
    .replace(/_id$/, '')
    .replace(/_ids$/, 's')
    .split('_')
    .map((word) => abbreviations[word] ?? word)
    .join(' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** One field of a record before and after an entry, as texts to be compared. */
export type FieldChange = { field: string; before: string; after: string }

/** A version of a row as stored: column to value. `personal` columns may have been erased since. */
export type Version = { columns: Record<string, unknown>; erased: boolean }

/** Columns that every record has and nobody reads. */
const standing = new Set(['org_id', 'id', 'version', 'created_at', 'changed_at'])

/**
 * What differs between two versions of a row, by the names people use. A version that is not there has empty fields, and
 * an empty field that stays empty is not told. `names` gives the name behind an id that a column refers to.
 */
export function compareVersions(
  before: Version | undefined,
  after: Version | undefined,
  {
    personal,
    secret,
    names,
  }: { personal: ReadonlySet<string>; secret: ReadonlySet<string>; names: ReadonlyMap<string, string> },
): FieldChange[] {
  const columns = Object.keys({ ...before?.columns, ...after?.columns }).filter((column) => !standing.has(column))
  return columns.flatMap((column) => {
    if (JSON.stringify(before?.columns[column] ?? null) === JSON.stringify(after?.columns[column] ?? null)) return []
    const field = sayColumn(column)
    if (secret.has(column)) return [{ field, before: '', after: 'changed (not shown)' }]
    const show = (version: Version | undefined) => sayValue(version, column, { personal, names })
    return [{ field, before: show(before), after: show(after) }]
  })
}

function sayValue(
  version: Version | undefined,
  column: string,
  { personal, names }: { personal: ReadonlySet<string>; names: ReadonlyMap<string, string> },
): string {
  if (!version) return ''
  const value = version.columns[column]
  if (value === null || value === undefined) return version.erased && personal.has(column) ? 'erased' : ''
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'string') return names.get(value) ?? value
  if (typeof value === 'number') return String(value)
  if (Array.isArray(value) && value.every((it) => typeof it === 'string')) {
    return value.map((it) => names.get(it) ?? it).join(', ')
  }
  return JSON.stringify(value, null, 1)
}
